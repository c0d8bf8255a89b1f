import { sentence } from '../../agreement/sentence.ts';
import {
  BLANK_LINE,
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
  THEIR_SEAL_ENGLISH,
  theirSeal,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { inUnit } from '../money.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

const TABLE = { kind: 'table', rows: 'accounts', numbered: true, widths: [1.2, 4.4, 3, 3, 3] } as const;
const SUMS = ['billed', 'paid', 'balance'] as const;

/** The reply is a page of its own, which the other party seals and sends back: below the seal of this letter there is no room for theirs. */
const LETTER: readonly TemplateBlock[] = [
  titled('往来对账函'),
  TO,
  paragraph('为核对往来款项，截至{asOf}，{companyName}就《{agreementTitle}》[（{agreementVersion}）]的账面记载如下：'),
  { ...TABLE, total: { label: '合计', columns: SUMS } },
  paragraph('账面余额系贵公司账单金额减去已付金额，合计{total:money}。'),
  paragraph(
    '请贵公司自收到本函之日起{answerDays}日内核对，并将所附回复页签章后寄回。本函仅供核对账目，不是结算，不构成我公司对债务、逾期费用或者违约金的承认，也不表示我公司同意履行；不影响我公司的各项权利。',
  ),
  IDENTITY,
  CONTACT,
  ...ending('请予核对并复函。', '发函单位（盖章）'),
  { kind: 'page-break' },
  titled('往来对账函回复页'),
  { kind: 'addressee', text: text('致：{companyName}') },
  paragraph(
    '就贵公司{date}关于《{agreementTitle}》[（{agreementVersion}）]的往来对账函，截至{asOf}贵公司账面余额合计{total:money}，经核对，我公司回复如下（请在相应方框内打√）：',
  ),
  paragraph('□ 账面记载与我公司记录相符。'),
  paragraph('□ 账面记载与我公司记录不符，不符事项及金额如下：'),
  { kind: 'paragraph', text: [BLANK_LINE], flat: true },
  { kind: 'paragraph', text: [BLANK_LINE], flat: true },
  theirSeal('回复单位（盖章）'),
];

const ENGLISH: readonly TemplateBlock[] = [
  titled('Reconciliation of Accounts'),
  TO_ENGLISH,
  DEAR,
  paragraph(
    'For the purpose of reconciling our accounts, we set out below what the books of {companyName} show as at {asOf} under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”):',
  ),
  { ...TABLE, total: { label: 'Total', columns: SUMS } },
  paragraph('The balance in our books, which is what you billed less what was paid, comes to {total:money}.'),
  paragraph(
    'Please check it within {answerDays} days of receiving this letter, and sign, seal and return the attached reply. This letter serves to compare accounts only. It is not a settlement, an acknowledgement of any debt, late charge or penalty, or an agreement to pay, and does not affect our rights.',
  ),
  IDENTITY_ENGLISH,
  CONTACT_ENGLISH,
  ...endingEnglish(),
  { kind: 'page-break' },
  titled('Reply to the Reconciliation of Accounts'),
  { kind: 'addressee', text: text('To: {companyName}') },
  paragraph(
    'With regard to your reconciliation letter of {date} (the {agreementTitle}[, {agreementVersion}], as at {asOf}, balance in your books {total:money}), we reply as follows (please tick):',
  ),
  paragraph('□\u00a0The entries and the balance in your books agree with our records.'),
  paragraph('□\u00a0They do not agree with our records; the items and amounts that differ are:'),
  { kind: 'paragraph', text: [BLANK_LINE], flat: true },
  { kind: 'paragraph', text: [BLANK_LINE], flat: true },
  THEIR_SEAL_ENGLISH,
];

/** Compares accounts with the provider. It says that it admits nothing: an acknowledgement would be one against the sender. */
export const RECONCILIATION: LetterTemplate = {
  id: 'reconciliation',
  about: 'reconciliation',
  name: sentence('letter.reconciliation.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.currency,
    { key: 'asOf', label: sentence('letter.reconciliation.field.as-of'), kind: 'date', required: true },
    {
      key: 'accounts',
      label: sentence('letter.reconciliation.field.accounts'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'item', label: sentence('letter.reconciliation.column.item'), kind: 'text', required: true },
        {
          key: 'billed',
          label: inUnit(sentence('letter.reconciliation.column.billed')),
          kind: 'amount',
          required: true,
        },
        { key: 'paid', label: inUnit(sentence('letter.reconciliation.column.paid')), kind: 'amount', required: true },
        {
          key: 'balance',
          label: inUnit(sentence('letter.reconciliation.column.book-balance')),
          kind: 'amount',
          required: true,
        },
      ],
    },
    { key: 'total', label: sentence('letter.reconciliation.field.total'), kind: 'amount', required: true },
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: LETTER,
  english: ENGLISH,
  rules: [
    { rule: 'order', first: 'asOf', second: 'date' },
    { rule: 'difference', rows: 'accounts', first: 'billed', second: 'paid', difference: 'balance' },
    { rule: 'sum', rows: 'accounts', column: 'balance', total: 'total' },
  ],
};
