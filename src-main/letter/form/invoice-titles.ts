import { sentence } from '../../agreement/sentence.ts';
import {
  CONTACT,
  CONTACT_ENGLISH,
  DEAR,
  ending,
  endingEnglish,
  FIELDS,
  HEAD,
  IDENTITY,
  IDENTITY_ENGLISH,
  paragraph,
  TAIL,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { inUnit } from '../money.ts';
import type { LetterTemplate } from '../template.ts';

const TABLE = { kind: 'table', rows: 'titles', numbered: true, widths: [1.1, 3.0, 4.6, 2.8, 1.8, 2.2] } as const;

/**
 * Asks for the fees of one account to be invoiced to the companies that really use the service and pay for it, each with what it
 * uses and how it pays; the titles add up to the total. Nobody else may be named, and nothing is promised beyond that.
 */
export const INVOICE_TITLES: LetterTemplate = {
  id: 'invoice-titles',
  name: sentence('letter.invoice-titles.name'),
  standing: 'own-draft',
  caution: sentence('letter.invoice-titles.caution'),
  fields: [
    ...HEAD,
    FIELDS.currency,
    FIELDS.lineNumber,
    { key: 'feeMonth', label: sentence('letter.invoice-titles.field.fee-month'), kind: 'month', required: true },
    { key: 'reason', label: sentence('letter.invoice-titles.field.reason'), kind: 'long-text', required: true },
    {
      key: 'titles',
      label: sentence('letter.invoice-titles.field.titles'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'title',
          label: sentence('letter.invoice-titles.column.title'),
          kind: 'text',
          required: true,
          asGiven: true,
        },
        {
          key: 'taxNumber',
          label: sentence('letter.invoice-titles.column.tax-number'),
          kind: 'tax-number',
          required: true,
        },
        { key: 'use', label: sentence('letter.invoice-titles.column.use'), kind: 'text', required: true },
        { key: 'payment', label: sentence('letter.invoice-titles.column.payment'), kind: 'text', required: true },
        {
          key: 'amount',
          label: inUnit(sentence('letter.invoice-titles.column.amount')),
          kind: 'amount',
          required: true,
        },
      ],
    },
    { key: 'total', label: sentence('letter.invoice-titles.field.total'), kind: 'amount', required: true },
    ...TAIL,
  ],
  blocks: [
    titled('关于按实际使用单位开具发票的说明函'),
    TO,
    paragraph(
      '{companyName}依《{agreementTitle}》[（{agreementVersion}）]使用贵公司服务（编号：{lineNumber}）。{feeMonth}的服务费用合计{total:money}。',
    ),
    paragraph('因{reason}，请将上述费用按下表分别开具发票：'),
    { ...TABLE, total: { label: '合计', columns: ['amount'] } },
    paragraph(
      '上列各单位系上述服务的实际使用单位，分别承担所列费用；所申请发票的购买方、项目和金额与实际业务及付款一致。如有变动，我公司在开票前书面更正。',
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此说明。', '说明单位（盖章）'),
  ],
  english: [
    titled('Statement for Invoicing the Companies that Use the Service'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”), {companyName} uses your service (number {lineNumber}). The fees for {feeMonth} come to {total:money}.',
    ),
    paragraph('The reason is as follows: {reason}. Please invoice these fees separately as set out below:'),
    { ...TABLE, total: { label: 'Total', columns: ['amount'] } },
    paragraph(
      'The companies listed are those that actually use the service, and each bears the fees shown against it. The purchaser, items and amounts on the invoices requested correspond to the actual business and payment. If anything changes, we will correct it in writing before the invoices are issued.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'sum', rows: 'titles', column: 'amount', total: 'total' },
    { rule: 'unique', rows: 'titles', column: 'taxNumber' },
  ],
};
