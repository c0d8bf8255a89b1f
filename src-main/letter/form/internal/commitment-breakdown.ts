import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional, paragraph, titled } from '../../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../../template.ts';

const PARTICULARS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'agreementTitle' },
  { kind: 'field', field: 'agreementVersion', when: 'agreementVersion' },
  { kind: 'field', field: 'addressee' },
  { kind: 'field', field: 'handler' },
  { kind: 'field', field: 'date' },
];
const TABLE = { kind: 'table', rows: 'commitments', numbered: true, widths: [1.5, 2, 5.3, 2.3, 3.4, 2.6] } as const;

/** Every commitment that the company made, with who keeps it, how, and how it is checked. It stays in the company. */
export const COMMITMENT_BREAKDOWN: LetterTemplate = {
  id: 'commitment-breakdown',
  internal: true,
  name: sentence('letter.commitment-breakdown.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.companyName,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { ...FIELDS.addressee, label: sentence('letter.seal-approval.field.other-party') },
    {
      key: 'commitments',
      label: sentence('letter.commitment-breakdown.field.commitments'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'clause', label: sentence('letter.performance-record.column.clause'), kind: 'clause', required: false },
        {
          key: 'words',
          label: sentence('letter.commitment-breakdown.column.words'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
        { key: 'owner', label: sentence('letter.performance-record.column.owner'), kind: 'text', required: false },
        {
          key: 'measure',
          label: sentence('letter.commitment-breakdown.column.measure'),
          kind: 'text',
          required: false,
        },
        { key: 'check', label: sentence('letter.commitment-breakdown.column.check'), kind: 'text', required: false },
      ],
    },
    { ...FIELDS.handler, required: true },
    FIELDS.date,
  ],
  blocks: [
    titled('承诺事项分解表'),
    ...PARTICULARS,
    TABLE,
    paragraph('各责任人不能履行所列承诺的，应立即告知经办人；向服务商作出说明前，不改动有关记录。'),
  ],
  english: [
    titled('Breakdown of Commitments'),
    ...PARTICULARS,
    TABLE,
    paragraph(
      'Whoever cannot keep a commitment listed here tells the person handling this at once, and leaves the records as they are until the provider has been informed.',
    ),
  ],
  rules: [],
};
