import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional, titled } from '../../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../../template.ts';

const PARTICULARS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'agreementTitle' },
  { kind: 'field', field: 'agreementVersion', when: 'agreementVersion' },
  { kind: 'field', field: 'addressee' },
  { kind: 'field', field: 'handler' },
  { kind: 'field', field: 'date' },
];
const TABLE = { kind: 'table', rows: 'duties', numbered: true, widths: [1.5, 1.9, 3.8, 2.2, 2.7, 2.7, 2.3] } as const;

/** What either party has to do under an agreement, who sees to it, by when, and what shows that it was done. It stays in the company. */
export const PERFORMANCE_RECORD: LetterTemplate = {
  id: 'performance-record',
  internal: true,
  name: sentence('letter.performance-record.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.companyName,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { ...FIELDS.addressee, label: sentence('letter.seal-approval.field.other-party') },
    {
      key: 'duties',
      label: sentence('letter.performance-record.field.duties'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'clause', label: sentence('letter.performance-record.column.clause'), kind: 'clause', required: false },
        {
          key: 'duty',
          label: sentence('letter.performance-record.column.duty'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
        { key: 'owner', label: sentence('letter.performance-record.column.owner'), kind: 'text', required: false },
        { key: 'due', label: sentence('letter.performance-record.column.due'), kind: 'date', required: false },
        { key: 'done', label: sentence('letter.performance-record.column.done'), kind: 'date', required: false },
        { key: 'proof', label: sentence('letter.performance-record.column.proof'), kind: 'text', required: false },
      ],
    },
    { ...FIELDS.handler, required: true },
    FIELDS.date,
  ],
  blocks: [titled('合同履约台账'), ...PARTICULARS, TABLE],
  english: [titled('Contract Performance Record'), ...PARTICULARS, TABLE],
  rules: [],
};
