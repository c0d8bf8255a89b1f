import { sentence } from '../../../agreement/sentence.ts';
import { BELONGS_TO, FIELDS, OWN_DRAFT } from '../../fields.ts';
import { inUnit } from '../../money.ts';
import { type LetterTemplate, text } from '../../template.ts';

/** As letters that were begun before the red letter of electronic invoices have it: asks for billed amounts to be corrected, line by line, with totals in figures and in capitals. */
export const FORMER_ACCOUNT_ADJUSTMENT: LetterTemplate = {
  id: 'account-adjustment',
  name: sentence('letter.account-adjustment.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
    {
      key: 'reason',
      label: sentence('letter.account-adjustment.field.reason'),
      kind: 'long-text',
      required: true,
    },
    {
      key: 'lines',
      label: sentence('letter.account-adjustment.field.lines'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'line',
          label: sentence('letter.account-adjustment.column.line'),
          kind: 'text',
          required: true,
        },
        {
          key: 'month',
          label: sentence('letter.account-adjustment.column.month'),
          kind: 'month',
          required: true,
        },
        {
          key: 'billed',
          label: inUnit(sentence('letter.account-adjustment.column.billed')),
          kind: 'amount',
          required: true,
        },
        {
          key: 'right',
          label: inUnit(sentence('letter.account-adjustment.column.right')),
          kind: 'amount',
          required: true,
        },
        {
          key: 'difference',
          label: inUnit(sentence('letter.account-adjustment.column.difference')),
          kind: 'amount',
          required: true,
        },
      ],
    },
    {
      key: 'total',
      label: sentence('letter.account-adjustment.field.total'),
      kind: 'amount',
      required: true,
    },
    FIELDS.contactName,
    FIELDS.contactPhone,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'notice', text: [OWN_DRAFT] },
    { kind: 'title', text: ['专线费用调账申请'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text('{companyName}（统一社会信用代码：{creditCode}）核对账单后，因{reason}，申请对下列费用作出调整：'),
    },
    {
      kind: 'table',
      rows: 'lines',
      numbered: true,
      widths: [1.2, 3.2, 2.3, 2.6, 2.6, 2.6],
      total: { label: '合计', columns: ['billed', 'right', 'difference'] },
    },
    { kind: 'paragraph', text: text('以上合计调减人民币{total}元（大写：人民币{total:capitals}）。') },
    { kind: 'paragraph', text: ['已开具发票的，我公司将按税务规定配合办理红字发票或退回原发票。'] },
    { kind: 'paragraph', text: text(BELONGS_TO) },
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。') },
    { kind: 'closing', text: ['请予核准。'] },
    { kind: 'signature', label: '申请单位（盖章）', name: text('{companyName}'), date: 'date' },
  ],
  rules: [
    { rule: 'difference', rows: 'lines', first: 'billed', second: 'right', difference: 'difference' },
    { rule: 'sum', rows: 'lines', column: 'difference', total: 'total' },
  ],
};
