import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional, paragraph } from '../../fields.ts';
import { CLAUSE_COLUMN, internalForm, OTHER_PARTY, OWNER_COLUMN } from './internal-form.ts';

const TABLE = { kind: 'table', rows: 'commitments', numbered: true, widths: [1.3, 2.2, 5, 2.5, 3.4, 2.6] } as const;

/** Every commitment that the company made, with who keeps it, how, and how it is checked. It stays in the company. */
export const COMMITMENT_BREAKDOWN = internalForm({
  id: 'commitment-breakdown',
  name: sentence('letter.commitment-breakdown.name'),
  fields: [
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    OTHER_PARTY,
    {
      key: 'commitments',
      label: sentence('letter.commitment-breakdown.field.commitments'),
      kind: 'rows',
      required: true,
      columns: [
        CLAUSE_COLUMN,
        {
          key: 'words',
          label: sentence('letter.commitment-breakdown.column.words'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
        OWNER_COLUMN,
        {
          key: 'measure',
          label: sentence('letter.commitment-breakdown.column.measure'),
          kind: 'text',
          required: false,
        },
        { key: 'check', label: sentence('letter.commitment-breakdown.column.check'), kind: 'text', required: false },
      ],
    },
  ],
  head: ['companyName', 'agreementTitle', 'agreementVersion', 'addressee', 'handler', 'date'],
  title: '承诺事项分解表',
  body: [TABLE, paragraph('各责任人不能履行所列承诺的，应立即告知经办人；有关记录一律不得改动。')],
  titleEnglish: 'Breakdown of Commitments',
  english: [
    TABLE,
    paragraph(
      'Anyone who cannot keep a listed commitment must tell the person handling this at once. The records must not be altered.',
    ),
  ],
});
