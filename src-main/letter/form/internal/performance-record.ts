import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional } from '../../fields.ts';
import { CLAUSE_COLUMN, internalForm, OTHER_PARTY, OWNER_COLUMN } from './internal-form.ts';

const TABLE = {
  kind: 'table',
  rows: 'duties',
  numbered: true,
  widths: [1.45, 2.3, 4.1, 2.65, 2.65, 2.65, 2.2],
} as const;

/** What either party has to do under an agreement, who sees to it, by when, and what shows that it was done. It stays in the company. */
export const PERFORMANCE_RECORD = internalForm({
  id: 'performance-record',
  name: sentence('letter.performance-record.name'),
  fields: [
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    OTHER_PARTY,
    {
      key: 'duties',
      label: sentence('letter.performance-record.field.duties'),
      kind: 'rows',
      required: true,
      columns: [
        CLAUSE_COLUMN,
        {
          key: 'duty',
          label: sentence('letter.performance-record.column.duty'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
        OWNER_COLUMN,
        { key: 'due', label: sentence('letter.performance-record.column.due'), kind: 'date', required: false },
        { key: 'done', label: sentence('letter.performance-record.column.done'), kind: 'date', required: false },
        { key: 'proof', label: sentence('letter.performance-record.column.proof'), kind: 'text', required: false },
      ],
    },
  ],
  head: ['companyName', 'agreementTitle', 'agreementVersion', 'addressee', 'handler', 'date'],
  title: '合同履约台账',
  body: [TABLE],
  titleEnglish: 'Contract Performance Record',
  english: [TABLE],
});
