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

const TABLE = { kind: 'table', rows: 'titles', numbered: true, widths: [1.35, 2.55, 4.6, 2.6, 2.15, 2.25] } as const;

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
      key: 'relation',
      label: sentence('letter.invoice-titles.field.relation'),
      kind: 'choice',
      required: true,
      options: ['分公司', '全资子公司', '控股子公司', '分公司和子公司', '同一集团的关联公司'],
      english: [
        'branches',
        'wholly owned subsidiaries',
        'controlled subsidiaries',
        'branches and subsidiaries',
        'affiliates in the same group',
      ],
    },
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
      '{companyName}依《{agreementTitle}》[（{agreementVersion}）]使用贵公司服务（编号：{lineNumber}）。{feeMonth}的服务费用，按贵公司账单合计{total:money}。',
    ),
    paragraph('因{reason}，请将上述费用按下表分别开具发票：'),
    { ...TABLE, total: { label: '合计', columns: ['amount'] } },
    paragraph(
      '上列各单位系我公司的{relation}，为上述服务的实际使用单位，在上述协议约定的用途内共同用于内部办公，未向他人转租、转售；所列费用由其各自负担。所申请发票的购买方、项目和金额与实际业务及付款一致。如有变动，我公司在开票前书面更正。上述协议的当事人和付款义务不因本函变更。',
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此说明。', '说明单位（盖章）'),
  ],
  english: [
    titled('Request to Invoice the Companies Using the Service'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”), {companyName} uses your service (number {lineNumber}). According to your bill, the fees for {feeMonth} come to {total:money}.',
    ),
    paragraph(
      'Please invoice these fees separately, as set out in the table below, for the following reason: {reason}.',
    ),
    { ...TABLE, total: { label: 'Total', columns: ['amount'] } },
    paragraph(
      'The companies listed are {relation} of our company and the actual users of the service. They use it together for their internal office work, within the use that the Agreement allows; it is neither sublet nor resold to others. Each bears the fees shown against it. The purchaser, items and amounts on the invoices requested correspond to the actual business and payment. If anything changes, we will correct it in writing before the invoices are issued. This letter changes neither the parties to the Agreement nor who owes payment under it.',
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
