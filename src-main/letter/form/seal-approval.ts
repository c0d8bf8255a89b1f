import { sentence } from '../../agreement/sentence.ts';
import { BLANK, FIELDS } from '../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../template.ts';

/** A line that somebody signs by hand, with its day. */
const signedLine = (label: string): TemplateBlock => ({
  kind: 'paragraph',
  text: [
    `${label}（签字）：`,
    { words: BLANK, strong: false, underline: true },
    '　日期：',
    { words: BLANK, strong: false, underline: true },
  ],
  flat: true,
});

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
    },
    { key: 'copies', label: sentence('letter.seal-approval.field.copies'), kind: 'text', required: true, preset: '1' },
    {
      key: 'across',
      label: sentence('letter.seal-approval.field.across'),
      kind: 'choice',
      required: true,
      options: ['加盖', '不加盖'],
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
    { kind: 'title', text: ['用印审批单'] },
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
    signedLine('申请人'),
    signedLine('部门负责人'),
    signedLine('法务'),
    signedLine('批准人'),
    signedLine('用印人'),
  ],
  rules: [],
};
