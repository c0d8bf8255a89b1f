import { sentence } from '../../agreement/sentence.ts';
import {
  CLAUSE,
  CLAUSE_ENGLISH,
  CONTACT,
  CONTACT_ENGLISH,
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
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import { inUnit } from '../money.ts';
import type { LetterTemplate, TemplateBlock } from '../template.ts';

const TABLE = { kind: 'table', rows: 'losses', numbered: true, widths: [1.2, 5, 3, 4] } as const;

const ABOUT =
  '{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，贵公司有下列违约行为：{breach}。';

/** The Chinese letter with its opening sentence. */
const worded = (opening: string): readonly TemplateBlock[] => [
  titled('索赔函'),
  TO,
  paragraph(opening),
  CLAUSE,
  paragraph('我公司因此所受损失，扣除已经获得的服务等级补偿后如下：'),
  { ...TABLE, total: { label: '合计', columns: ['amount'] } },
  paragraph(
    `依据${cited('breach')}、${article('damages')}，请贵公司自收到本函之日起{answerDays}日内，向我公司支付{total:money}。协议中限制责任的约定，不免除贵公司因故意或者重大过失造成我公司财产损失的责任（${article('noExemption')}）。`,
  ),
  paragraph(
    `本函同时作为向贵公司主张权利的通知，自到达时起诉讼时效中断、重新计算（${article('limitation')}、${article('interruption')}）。贵公司有异议的，请在同一期限内说明依据并附证据。`,
  ),
  IDENTITY,
  CONTACT,
  ...ending('特此函达。', '索赔单位（盖章）'),
];

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
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: worded(`就${ABOUT}`),
  former: [worded(ABOUT)],
  english: [
    titled('Claim for Damages'),
    TO_ENGLISH,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”), you are in breach as follows: {breach}.',
    ),
    CLAUSE_ENGLISH,
    paragraph('The loss that this has caused us, after deduction of the service credits already received, is:'),
    { ...TABLE, total: { label: 'Total', columns: ['amount'] } },
    paragraph(
      `In accordance with ${citedEnglish('breach', 'damages')}, please pay us {total:money} within {answerDays} days of receiving this letter. No term of the Agreement that limits liability relieves you of liability for loss of property caused to us intentionally or by gross negligence (${articlesEnglish('noExemption')}).`,
    ),
    paragraph(
      `This letter is also a demand for performance: upon its arrival the limitation period is interrupted and begins to run anew (${articlesEnglish('limitation', 'interruption')}). If you dispute the claim, please state your grounds and enclose your evidence within the same period.`,
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish('We demand payment accordingly.'),
  ],
  rules: [
    { rule: 'order', first: 'knownOn', second: 'date' },
    { rule: 'sum', rows: 'losses', column: 'amount', total: 'total' },
  ],
};
