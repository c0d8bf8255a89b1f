import { sentence } from '../../agreement/sentence.ts';
import {
  CONTACT,
  CONTACT_ENGLISH,
  ending,
  endingEnglish,
  FIELDS,
  HEAD,
  optional,
  paragraph,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import type { LetterTemplate, TemplateBlock } from '../template.ts';

/** Electronic invoices are the rule since December 2024; paper ones are what is left. */
const KINDS = ['电子发票（增值税专用发票）', '电子发票（普通发票）', '纸质增值税专用发票', '纸质普通发票'] as const;

const INVOICE: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'taxNumber' },
  { kind: 'field', field: 'invoiceKind' },
  { kind: 'field', field: 'delivery' },
  { kind: 'field', field: 'contactEmail', when: 'contactEmail' },
];

/** What is to stand in the remarks of the invoice, where it is wanted there. */
const REMARKS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'address', when: 'address' },
  { kind: 'field', field: 'phone', when: 'phone' },
  { kind: 'field', field: 'bankName', when: 'bankName' },
  { kind: 'field', field: 'bankAccount', when: 'bankAccount' },
];

/** What a supplier must know to issue an invoice: name and taxpayer number. Address and bank only where they are to stand on it. */
export const INVOICE_DETAILS: LetterTemplate = {
  id: 'invoice-details',
  name: sentence('letter.invoice-details.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    {
      key: 'taxNumber',
      label: sentence('letter.vat-special-invoice.field.tax-number'),
      kind: 'tax-number',
      required: true,
      from: 'company.creditCode',
    },
    {
      key: 'invoiceKind',
      label: sentence('letter.invoice-details.field.kind'),
      kind: 'choice',
      required: true,
      options: KINDS,
      english: [
        'Electronic invoice (VAT special invoice)',
        'Electronic invoice (ordinary invoice)',
        'Paper VAT special invoice',
        'Paper ordinary invoice',
      ],
      preset: KINDS[0],
    },
    {
      key: 'delivery',
      label: sentence('letter.invoice-details.field.delivery'),
      kind: 'choice',
      required: true,
      options: ['税务数字账户', '电子邮箱', '税务数字账户和电子邮箱', '邮寄'],
      english: ['Digital tax account', 'Email', 'Digital tax account and email', 'Post'],
      preset: '税务数字账户',
    },
    FIELDS.contactEmail,
    { ...optional(FIELDS.address), from: undefined },
    { key: 'phone', label: sentence('letter.vat-special-invoice.field.phone'), kind: 'phone', required: false },
    {
      key: 'bankName',
      label: sentence('letter.vat-special-invoice.field.bank-name'),
      kind: 'text',
      required: false,
      asGiven: true,
    },
    {
      key: 'bankAccount',
      label: sentence('letter.vat-special-invoice.field.bank-account'),
      kind: 'bank-account',
      required: false,
    },
    optional(FIELDS.contactName),
    optional(FIELDS.contactPhone),
    FIELDS.enclosures,
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('开票信息确认单'),
    TO,
    paragraph('就《{agreementTitle}》[（{agreementVersion}）]的服务费用，请按以下信息为我公司开具发票：'),
    ...INVOICE,
    paragraph('下列信息需在备注栏显示：', 'address'),
    ...REMARKS,
    paragraph('税率以开票时的法定税率为准。以上信息如有变更，我公司将在开票前书面告知。'),
    CONTACT,
    ...ending('特此确认。', '填表单位（盖章）'),
  ],
  english: [
    titled('Confirmation of Billing Details'),
    TO_ENGLISH,
    paragraph(
      'For the fees under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”), please issue invoices to us with these details:',
    ),
    ...INVOICE,
    paragraph('Please show the following in the remarks:', 'address'),
    ...REMARKS,
    paragraph(
      'The rate of tax is the statutory rate at the time of issue. If any of these details changes, we will tell you in writing before the invoice is issued.',
    ),
    CONTACT_ENGLISH,
    ...endingEnglish('We confirm the above.'),
  ],
  rules: [{ rule: 'same-code', first: 'creditCode', second: 'taxNumber' }],
};
