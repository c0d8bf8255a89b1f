import { sentence } from '../../../agreement/sentence.ts';
import { allowed } from './allowed.ts';
import { DEPARTMENT, internalForm, OTHER_PARTY } from './internal-form.ts';

/** Who allowed which seal on which paper, how often. It stays in the company. */
export const SEAL_APPROVAL = internalForm({
  id: 'seal-approval',
  about: 'seal-approval',
  name: sentence('letter.seal-approval.name'),
  fields: [
    { key: 'paper', label: sentence('letter.seal-approval.field.paper'), kind: 'text', required: true },
    OTHER_PARTY,
    {
      key: 'seal',
      label: sentence('letter.seal-approval.field.seal'),
      kind: 'choice',
      required: true,
      options: ['公章', '合同专用章', '发票专用章', '财务专用章', '法定代表人名章'],
      english: [
        'Company seal',
        'Contract seal',
        'Invoice seal',
        'Finance seal',
        'Name seal of the legal representative',
      ],
    },
    { key: 'copies', label: sentence('letter.seal-approval.field.copies'), kind: 'text', required: true, preset: '1' },
    {
      key: 'across',
      label: sentence('letter.seal-approval.field.across'),
      kind: 'choice',
      required: true,
      options: ['加盖', '不加盖'],
      english: ['To be applied', 'Not applied'],
    },
    { key: 'reason', label: sentence('letter.seal-approval.field.reason'), kind: 'long-text', required: true },
    DEPARTMENT,
  ],
  head: ['companyName', 'department', 'handler', 'date', 'paper', 'addressee', 'seal', 'copies', 'across', 'reason'],
  title: '用印审批单',
  body: [allowed(['审批环节', '意见', '签字', '日期'], ['申请人', '部门负责人', '法务', '批准人', '用印人'])],
  titleEnglish: 'Seal Approval Sheet',
  english: [
    allowed(
      ['Step', 'Comments', 'Signature', 'Date'],
      ['Applicant', 'Head of department', 'Legal', 'Approved by', 'Sealed by'],
    ),
  ],
});
