import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional, titled } from '../../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../../template.ts';
import { allowed } from './allowed.ts';

const PARTICULARS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'department' },
  { kind: 'field', field: 'handler' },
  { kind: 'field', field: 'date' },
  { kind: 'field', field: 'agreementTitle' },
  { kind: 'field', field: 'agreementVersion', when: 'agreementVersion' },
  { kind: 'field', field: 'addressee' },
  { kind: 'field', field: 'contractTerm' },
  { kind: 'field', field: 'contractSum', when: 'contractSum' },
  { kind: 'field', field: 'keyTerms' },
];

/** Who agreed to the company entering into an agreement, each for their own part. It stays in the company. */
export const CONTRACT_APPROVAL: LetterTemplate = {
  id: 'contract-approval',
  internal: true,
  name: sentence('letter.contract-approval.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.companyName,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { ...FIELDS.addressee, label: sentence('letter.seal-approval.field.other-party') },
    {
      key: 'contractTerm',
      label: sentence('letter.contract-approval.field.term'),
      kind: 'text',
      required: true,
    },
    { key: 'contractSum', label: sentence('letter.contract-approval.field.sum'), kind: 'text', required: false },
    { key: 'keyTerms', label: sentence('letter.contract-approval.field.key-terms'), kind: 'long-text', required: true },
    { key: 'department', label: sentence('letter.seal-approval.field.department'), kind: 'text', required: true },
    { ...FIELDS.handler, required: true },
    FIELDS.date,
  ],
  blocks: [
    titled('合同审批会签单'),
    ...PARTICULARS,
    allowed(['会签环节', '意见', '签字', '日期'], ['申请人', '部门负责人', '信息安全', '财务', '法务', '批准人']),
  ],
  english: [
    titled('Contract Approval Sheet'),
    ...PARTICULARS,
    allowed(
      ['Step', 'Decision', 'Signature', 'Date'],
      ['Applicant', 'Head of department', 'Information security', 'Finance', 'Legal', 'Approved by'],
    ),
  ],
  rules: [],
};
