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
import { cited, citedEnglish } from '../statutes.ts';
import { inUnit } from '../money.ts';
import type { LetterTemplate } from '../template.ts';

const TABLE = { kind: 'table', rows: 'lines', numbered: true, widths: [1.2, 3, 2.9, 2.5, 2.5, 2.5] } as const;
const SUMS = ['billed', 'right', 'difference'] as const;

/** Asks for billed amounts to be corrected, line by line, with totals in figures and in capitals, by when, and for what was paid too much. */
export const ACCOUNT_ADJUSTMENT: LetterTemplate = {
  id: 'bill-adjustment',
  clocks: [{ name: 'limitation-anew', from: 'arrived', law: 'limitation' }],
  name: sentence('letter.account-adjustment.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.currency,
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
        { key: 'line', label: sentence('letter.account-adjustment.column.line'), kind: 'text', required: true },
        { key: 'month', label: sentence('letter.account-adjustment.column.month'), kind: 'month', required: true },
        {
          key: 'billed',
          label: inUnit(sentence('letter.account-adjustment.column.in-bill')),
          kind: 'amount',
          required: true,
        },
        {
          key: 'right',
          label: inUnit(sentence('letter.account-adjustment.column.by-our-records')),
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
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: [
    titled('费用调账函'),
    TO,
    paragraph(
      '{companyName}核对了《{agreementTitle}》[（{agreementVersion}）]的账单，下列费用有误，理由如下：{reason}。请按下表更正：',
    ),
    { ...TABLE, total: { label: '合计', columns: SUMS } },
    paragraph(
      '以上合计调减{total:money}。请贵公司自收到本函之日起{answerDays}日内更正；我公司已经支付的，请在同一期限内退还；我公司书面选择抵扣的，抵扣以后的费用。',
    ),
    paragraph(
      '本函只就上列差额提出，不表示我公司认可上述账单的其余金额、逾期费用或者违约金，也不影响我公司就该账单提出其他异议的权利。',
    ),
    paragraph(
      '已经开具发票，贵公司按上列差额开具红字发票的，我公司将在电子发票服务平台确认《红字发票信息确认单》（发起后七十二小时内有效）；已申报抵扣的，依法转出进项税额。',
    ),
    paragraph(`本函同时作为向贵公司主张权利、请求履行的通知（${cited('interruption')}）。`),
    IDENTITY,
    CONTACT,
    ...ending('请予更正。', '发函单位（盖章）'),
  ],
  english: [
    titled('Request to Correct Bills'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      '{companyName} has checked the bills under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”) and finds the charges listed below to be incorrect, for the following reason: {reason}. Please correct them as set out:',
    ),
    { ...TABLE, total: { label: 'Total', columns: SUMS } },
    paragraph(
      'The charges are to be reduced by {total:money} in total. Please make the correction within {answerDays} days of receiving this letter and, where we have already paid, refund the difference within the same period. If we choose a set-off in writing, please set it off against later charges instead.',
    ),
    paragraph(
      'This letter concerns the differences listed only. It is not an acknowledgement of the remaining amounts billed, or of any late charge or penalty, and does not affect our right to dispute those bills on other grounds.',
    ),
    paragraph(
      'Where an invoice has already been issued and you raise a red-letter invoice for the difference listed, we will confirm the Red-Letter Invoice Information Confirmation Form on the electronic invoice service platform (valid for 72 hours after it is raised); input VAT that we have already deducted will be reversed as the law requires.',
    ),
    paragraph(
      `This letter is also a demand for performance that interrupts the limitation period (${citedEnglish('interruption')}).`,
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'difference', rows: 'lines', first: 'billed', second: 'right', difference: 'difference' },
    { rule: 'sum', rows: 'lines', column: 'difference', total: 'total' },
  ],
};
