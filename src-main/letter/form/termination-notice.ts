import { sentence } from '../../agreement/sentence.ts';
import {
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
} from '../fields.ts';
import { article, articlesEnglish } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/** That the agreement has no fixed term: then it ends on a day that the notice names, a reasonable time ahead, and nobody need be in breach. */
const OPEN_ENDED = `上述协议系以持续履行的债务为内容的不定期合同，我公司在合理期限之前通知解除（${article('openEnded')}）`;

/** What the right to terminate rests on, as the notice says it. */
const GROUNDS = [
  `约定的解除事由已经发生（${article('agreedTermination')}）`,
  `贵公司迟延履行主要债务，经我公司催告后在合理期限内仍未履行（${article('afterDemand')}）`,
  `贵公司在履行期限届满前明确表示或者以自己的行为表明不履行主要债务（${article('refusedAhead')}）`,
  `贵公司上述违约行为致使不能实现合同目的（${article('purposeDefeated')}）`,
  OPEN_ENDED,
] as const;
const GROUNDS_ENGLISH = [
  `the agreed ground for termination has arisen (${articlesEnglish('agreedTermination')})`,
  `you delayed performance of a principal obligation and have still not performed within a reasonable time after our demand (${articlesEnglish('afterDemand')})`,
  `before performance was due you declared, or showed by your conduct, that you will not perform a principal obligation (${articlesEnglish('refusedAhead')})`,
  `your breach has defeated the purpose of the contract (${articlesEnglish('purposeDefeated')})`,
  `the Agreement is one of continuing performance without a fixed term, which we end by notice a reasonable time ahead (${articlesEnglish('openEnded')})`,
] as const;

/** As the grounds were once worded: without the principal obligation, or without whose breach it is. */
const FORMER_GROUNDS = [
  [
    `经催告后在合理期限内仍未履行（${article('afterDemand')}）`,
    `you have still not performed within a reasonable time after our demand (${articlesEnglish('afterDemand')})`,
  ],
  [`迟延履行主要债务，经催告后在合理期限内仍未履行（${article('afterDemand')}）`, GROUNDS_ENGLISH[1]],
  [`违约行为致使不能实现合同目的（${article('purposeDefeated')}）`, GROUNDS_ENGLISH[3]],
] as const;

/**
 * Terminates an agreement on a ground. It takes effect on arrival, and the right lapses a year after the ground was known: that day
 * is kept for the count and stands on no paper, for the other side has to prove it.
 */
export const TERMINATION_NOTICE: LetterTemplate = {
  id: 'termination-notice',
  about: 'termination',
  clocks: [
    { name: 'lapses', from: { field: 'knownOn' }, law: 'end-right', untilArrived: true },
    { name: 'ends-on', from: { field: 'terminatedOn' }, onceArrived: true },
    { name: 'ends', from: 'arrived', unless: 'terminatedOn' },
  ],
  name: sentence('letter.termination-notice.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    { key: 'facts', label: sentence('letter.termination-notice.field.facts'), kind: 'long-text', required: true },
    optional(FIELDS.knownOn),
    {
      key: 'ground',
      label: sentence('letter.termination-notice.field.ground'),
      kind: 'choice',
      required: true,
      options: GROUNDS,
      english: GROUNDS_ENGLISH,
      former: FORMER_GROUNDS,
    },
    { key: 'terminatedOn', label: sentence('letter.termination-notice.field.ends-on'), kind: 'date', required: false },
    FIELDS.clause,
    FIELDS.quote,
    { key: 'refund', label: sentence('letter.termination-notice.field.refund'), kind: 'amount', required: false },
    FIELDS.currency,
    FIELDS.answerDays,
    FIELDS.answerBy,
    ...TAIL,
  ],
  blocks: [
    titled('解除协议通知'),
    TO,
    paragraph(
      '{companyName}就与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，依《中华人民共和国民法典》通知如下：',
    ),
    paragraph('一、解除事由：{facts}。'),
    CLAUSE,
    {
      kind: 'paragraph',
      text: text(
        `二、因{ground}，我公司行使解除权。上述协议自本通知到达贵公司时解除（${article('terminationArrives')}）。`,
      ),
      unless: 'terminatedOn',
    },
    paragraph('二、{ground}。上述协议自{terminatedOn}起解除。', 'terminatedOn'),
    paragraph(
      `三、请贵公司自解除之日起停止计费和扣款，并自该日起{answerDays}日内与我公司核对并结算费用，退还未消费款项，协助迁出并返还我公司数据（${article('afterEnd')}、${article('afterTermination')}、${article('settlement')}）。`,
    ),
    paragraph('其中应退还未消费款项{refund:money}。', 'refund'),
    {
      kind: 'paragraph',
      text: text(
        `四、我公司因贵公司违约所受的损失，保留请求赔偿的权利（${article('terminatedForBreach')}、${article('breach')}）。`,
      ),
      unless: 'terminatedOn',
    },
    paragraph('请贵公司于{answerBy}前书面确认收到本通知。贵公司是否确认收到，不影响本通知自到达时生效。', 'answerBy'),
    IDENTITY,
    CONTACT,
    ...ending('特此通知。', '通知单位（盖章）'),
  ],
  english: [
    titled('Notice of Termination'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'Concerning the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”), we give you notice as follows. Articles cited are those of the Civil Code of the People’s Republic of China.',
    ),
    paragraph('1. The grounds: {facts}.'),
    CLAUSE_ENGLISH,
    {
      kind: 'paragraph',
      text: text(
        `2. As {ground}, we exercise our right to terminate. The Agreement is terminated when this notice reaches you (${articlesEnglish('terminationArrives')}).`,
      ),
      unless: 'terminatedOn',
    },
    paragraph('2. {ground:initial}. The Agreement ends on {terminatedOn}.', 'terminatedOn'),
    paragraph(
      `3. Please stop charging us and collecting payment from that day and, within {answerDays} days of it, reconcile and settle the account with us, refund prepaid and unused amounts, assist with migration and return our data (${articlesEnglish('afterEnd', 'afterTermination', 'settlement')}).`,
    ),
    paragraph('The prepaid and unused amounts come to {refund:money}.', 'refund'),
    {
      kind: 'paragraph',
      text: text(
        `4. We reserve the right to claim damages for the loss caused to us by your breach (${articlesEnglish('terminatedForBreach', 'breach')}).`,
      ),
      unless: 'terminatedOn',
    },
    paragraph(
      'Please confirm receipt of this notice in writing by {answerBy}. It takes effect when it reaches you, whether or not you confirm receipt.',
      'answerBy',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'with-choice', choice: 'ground', is: OPEN_ENDED, field: 'terminatedOn', otherwise: 'knownOn' },
    { rule: 'choice-needs', choice: 'ground', is: GROUNDS[0], fields: [FIELDS.clause.key, FIELDS.quote.key] },
    { rule: 'order', first: 'date', second: 'terminatedOn' },
    { rule: 'order', first: 'knownOn', second: 'date' },
    { rule: 'within-year', first: 'knownOn', second: 'date' },
  ],
};
