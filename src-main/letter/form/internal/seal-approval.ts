import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, titled } from '../../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../../template.ts';
import { allowed } from './allowed.ts';

const PARTICULARS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'department' },
  { kind: 'field', field: 'handler' },
  { kind: 'field', field: 'date' },
  { kind: 'field', field: 'paper' },
  { kind: 'field', field: 'addressee' },
  { kind: 'field', field: 'seal' },
  { kind: 'field', field: 'copies' },
  { kind: 'field', field: 'across' },
  { kind: 'field', field: 'reason' },
];

/** Who allowed which seal on which paper, how often. It stays in the company. */
export const SEAL_APPROVAL: LetterTemplate = {
  id: 'seal-approval',
  about: 'seal-approval',
  internal: true,
  name: sentence('letter.seal-approval.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.companyName,
    { key: 'paper', label: sentence('letter.seal-approval.field.paper'), kind: 'text', required: true },
    { ...FIELDS.addressee, label: sentence('letter.seal-approval.field.other-party') },
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
    {
      key: 'department',
      label: sentence('letter.seal-approval.field.department'),
      kind: 'text',
      required: true,
    },
    { ...FIELDS.handler, required: true },
    FIELDS.date,
  ],
  blocks: [
    titled('用印审批单'),
    ...PARTICULARS,
    allowed(['审批环节', '意见', '签字', '日期'], ['申请人', '部门负责人', '法务', '批准人', '用印人']),
  ],
  english: [
    titled('Seal Approval Sheet'),
    ...PARTICULARS,
    allowed(
      ['Step', 'Decision', 'Signature', 'Date'],
      ['Applicant', 'Head of department', 'Legal', 'Approved by', 'Sealed by'],
    ),
  ],
  rules: [],
};
