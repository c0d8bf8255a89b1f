import { sentence } from '../../agreement/sentence.ts';
import { CONTACT, FIELDS, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { type LetterTemplate, text } from '../template.ts';

/**
 * Asks for the fees of one account to be invoiced to the companies that really use the service and pay for it, each with what it
 * uses and how it pays; the titles add up to the total. Nobody else may be named, and nothing is promised beyond that.
 */
export const INVOICE_TITLES: LetterTemplate = {
  id: 'invoice-titles',
  name: sentence('letter.invoice-titles.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.lineNumber,
    { key: 'feeMonth', label: sentence('letter.invoice-titles.field.fee-month'), kind: 'month', required: true },
    { key: 'reason', label: sentence('letter.invoice-titles.field.reason'), kind: 'long-text', required: true },
    {
      key: 'titles',
      label: sentence('letter.invoice-titles.field.titles'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'title', label: sentence('letter.invoice-titles.column.title'), kind: 'text', required: true },
        {
          key: 'taxNumber',
          label: sentence('letter.invoice-titles.column.tax-number'),
          kind: 'tax-number',
          required: true,
        },
        { key: 'use', label: sentence('letter.invoice-titles.column.use'), kind: 'text', required: true },
        { key: 'payment', label: sentence('letter.invoice-titles.column.payment'), kind: 'text', required: true },
        { key: 'amount', label: sentence('letter.invoice-titles.column.amount'), kind: 'amount', required: true },
      ],
    },
    { key: 'total', label: sentence('letter.invoice-titles.field.total'), kind: 'amount', required: true },
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['关于按实际使用单位开具发票的说明函'] },
    TO,
    paragraph(
      '{companyName}依《{agreementTitle}》使用贵公司服务（编号：{lineNumber}）。{feeMonth}的服务费用合计人民币{total}元（大写：人民币{total:capitals}）。',
    ),
    paragraph('因{reason}，请将上述费用按下表分别开具发票：'),
    {
      kind: 'table',
      rows: 'titles',
      numbered: true,
      widths: [1.4, 2.8, 4.7, 2.4, 2, 2.3],
      total: { label: '合计', columns: ['amount'] },
    },
    paragraph(
      '上列各单位系上述服务的实际使用单位，分别承担所列费用；所申请发票的购买方、项目和金额与实际业务及付款一致。如有变动，我公司在开票前书面更正。',
    ),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('特此说明。') },
    signedBy('说明单位（盖章）'),
  ],
  rules: [
    { rule: 'sum', rows: 'titles', column: 'amount', total: 'total' },
    { rule: 'unique', rows: 'titles', column: 'taxNumber' },
  ],
};
