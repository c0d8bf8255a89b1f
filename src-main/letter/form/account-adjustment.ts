import { sentence } from '../../agreement/sentence.ts';
import { CONTACT, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Asks for billed amounts to be corrected, line by line, with totals in figures and in capitals. */
export const ACCOUNT_ADJUSTMENT: LetterTemplate = {
  id: 'bill-adjustment',
  name: sentence('letter.account-adjustment.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
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
          label: sentence('letter.account-adjustment.column.billed'),
          kind: 'amount',
          required: true,
        },
        {
          key: 'right',
          label: sentence('letter.account-adjustment.column.right'),
          kind: 'amount',
          required: true,
        },
        {
          key: 'difference',
          label: sentence('letter.account-adjustment.column.difference'),
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
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['费用调账函'] },
    TO,
    paragraph('{companyName}核对《{agreementTitle}》的账单后，因{reason}，请对下列费用作出更正：'),
    {
      kind: 'table',
      rows: 'lines',
      numbered: true,
      widths: [1.2, 3.2, 2.3, 2.6, 2.6, 2.6],
      total: { label: '合计', columns: ['billed', 'right', 'difference'] },
    },
    paragraph('以上合计调减人民币{total}元（大写：人民币{total:capitals}）。'),
    paragraph(
      '已开具的发票，我公司将在电子发票服务平台确认《红字发票信息确认单》（发起后七十二小时内有效）；已申报抵扣的，依法转出进项税额。',
    ),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('请予更正。') },
    signedBy('申请单位（盖章）'),
  ],
  rules: [
    { rule: 'difference', rows: 'lines', first: 'billed', second: 'right', difference: 'difference' },
    { rule: 'sum', rows: 'lines', column: 'difference', total: 'total' },
  ],
};
