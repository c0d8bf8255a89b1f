import { sentence } from '../../agreement/sentence.ts';
import {
  ACCOUNT,
  ACCOUNT_ENGLISH,
  CLAUSE,
  CLAUSE_ENGLISH,
  CONTACT,
  CONTACT_ENGLISH,
  DEAR,
  ending,
  endingEnglish,
  FIELDS,
  HEAD,
  IDENTITY,
  IDENTITY_ENGLISH,
  optional,
  paragraph,
  TAIL,
  titled,
  TO,
  TO_ENGLISH,
  WHOLE_ACCOUNT,
} from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import { inUnit } from '../money.ts';
import type { LetterTemplate } from '../template.ts';

const TABLE = { kind: 'table', rows: 'losses', numbered: true, widths: [1.2, 5, 3, 4] } as const;

/** Claims the loss that a breach caused, beyond what the service level gives. Its arrival interrupts limitation; the day of
 * knowledge is kept for the count and stands on no paper. */
export const DAMAGES_CLAIM: LetterTemplate = {
  id: 'damages-claim',
  about: 'damages',
  clocks: [
    { name: 'limitation', from: { field: 'knownOn' }, law: 'limitation', untilArrived: true },
    { name: 'limitation-anew', from: 'arrived', law: 'limitation' },
  ],
  name: sentence('letter.damages-claim.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.currency,
    { key: 'breach', label: sentence('letter.damages-claim.field.breach'), kind: 'long-text', required: true },
    FIELDS.knownOn,
    FIELDS.clause,
    FIELDS.quote,
    {
      key: 'losses',
      label: sentence('letter.damages-claim.field.losses'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'item', label: sentence('letter.damages-claim.column.item'), kind: 'text', required: true },
        {
          key: 'amount',
          label: inUnit(sentence('letter.damages-claim.column.amount')),
          kind: 'amount',
          required: true,
        },
        { key: 'proof', label: sentence('letter.damages-claim.column.proof'), kind: 'text', required: true },
      ],
    },
    { key: 'total', label: sentence('letter.damages-claim.field.total'), kind: 'amount', required: true },
    { key: 'credited', label: sentence('letter.damages-claim.field.credited'), kind: 'amount', required: false },
    FIELDS.answerDays,
    optional(FIELDS.bankName),
    optional(FIELDS.bankAccount),
    ...TAIL,
  ],
  blocks: [
    titled('索赔函'),
    TO,
    paragraph(
      '就{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，贵公司有下列违约行为：{breach}。',
    ),
    CLAUSE,
    paragraph('我公司因此所受损失如下：'),
    { ...TABLE, total: { label: '合计', columns: ['amount'] } },
    paragraph('上列金额已经扣除我公司就同一违约行为获得的服务等级补偿{credited:money}。', 'credited'),
    paragraph(
      `依据${cited('breach')}、${article('damages')}，请贵公司自收到本函之日起{answerDays}日内，向我公司支付{total:money}。`,
    ),
    ...ACCOUNT,
    paragraph(
      `对于协议中限制责任的格式条款，我公司保留依${article('explained')}、${article('voidTerms')}主张其不成为合同内容或者无效的权利；在任何情况下，该条款均不免除贵公司因故意或者重大过失造成我公司财产损失的责任（${article('noExemption')}）。`,
    ),
    paragraph(
      '本函未列的损失和继续发生的损失，我公司保留另行主张的权利。逾期未支付的，我公司将依法提起诉讼或者申请仲裁。',
    ),
    paragraph(
      `本函同时作为向贵公司主张权利、请求履行的通知，自到达时起诉讼时效中断、重新计算（${article('limitation')}、${article('interruption')}）。贵公司有异议的，请在同一期限内说明依据并附证据。`,
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此函达。', '索赔单位（盖章）'),
  ],
  english: [
    titled('Claim for Damages'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”), you are in breach as follows: {breach}.',
    ),
    CLAUSE_ENGLISH,
    paragraph('The loss caused to us is as follows:'),
    { ...TABLE, total: { label: 'Total', columns: ['amount'] } },
    paragraph(
      'The amounts above are net of the service credits of {credited:money} that we have received for the same breach.',
      'credited',
    ),
    paragraph(
      `In accordance with ${citedEnglish('breach', 'damages')}, please pay us {total:money} within {answerDays} days of receiving this letter.`,
    ),
    ...ACCOUNT_ENGLISH,
    paragraph(
      `As to any standard term that limits liability, we reserve the right to contend that it does not form part of the contract or is void (${articlesEnglish('explained', 'voidTerms')}); in any event no such term relieves you of liability for loss of property caused to us intentionally or by gross negligence (${articlesEnglish('noExemption')}).`,
    ),
    paragraph(
      'We reserve the right to claim any loss not listed here and any continuing loss. Failing payment within that period, we will bring proceedings.',
    ),
    paragraph(
      `This letter is also a demand for performance that interrupts the limitation period, which runs anew from its arrival (${articlesEnglish('limitation', 'interruption')}). If you dispute the claim, please state your grounds and enclose your evidence within the same period.`,
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'order', first: 'knownOn', second: 'date' },
    { rule: 'sum', rows: 'losses', column: 'amount', total: 'total' },
    WHOLE_ACCOUNT,
  ],
};
