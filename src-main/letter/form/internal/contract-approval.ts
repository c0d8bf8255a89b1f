import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional } from '../../fields.ts';
import { allowed } from './allowed.ts';
import { DEPARTMENT, internalForm, OTHER_PARTY } from './internal-form.ts';

/** Who agreed to the company entering into an agreement, each for their own part. It stays in the company. */
export const CONTRACT_APPROVAL = internalForm({
  id: 'contract-approval',
  name: sentence('letter.contract-approval.name'),
  fields: [
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    OTHER_PARTY,
    {
      key: 'contractTerm',
      label: sentence('letter.contract-approval.field.term'),
      kind: 'text',
      required: true,
    },
    { key: 'contractSum', label: sentence('letter.contract-approval.field.sum'), kind: 'text', required: false },
    { key: 'keyTerms', label: sentence('letter.contract-approval.field.key-terms'), kind: 'long-text', required: true },
    DEPARTMENT,
  ],
  head: [
    'companyName',
    'department',
    'handler',
    'date',
    'agreementTitle',
    'agreementVersion',
    'addressee',
    'contractTerm',
    'contractSum',
    'keyTerms',
  ],
  title: '合同审批会签单',
  body: [allowed(['会签环节', '意见', '签字', '日期'], ['申请人', '部门负责人', '信息安全', '财务', '法务', '批准人'])],
  titleEnglish: 'Contract Approval Sheet',
  english: [
    allowed(
      ['Step', 'Comments', 'Signature', 'Date'],
      ['Applicant', 'Head of department', 'Information security', 'Finance', 'Legal', 'Approved by'],
    ),
  ],
});
