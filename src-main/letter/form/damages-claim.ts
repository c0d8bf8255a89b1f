import { sentence } from '../../agreement/sentence.ts';
import { CLAUSE, CONTACT, FIELDS, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Claims the loss that a breach caused, beyond what the service level gives. Its arrival interrupts limitation. */
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
        { key: 'amount', label: sentence('letter.damages-claim.column.amount'), kind: 'amount', required: true },
        { key: 'proof', label: sentence('letter.damages-claim.column.proof'), kind: 'text', required: true },
      ],
    },
    { key: 'total', label: sentence('letter.damages-claim.field.total'), kind: 'amount', required: true },
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['索赔函'] },
    TO,
    paragraph('{companyName}与贵公司之间的《{agreementTitle}》，贵公司有下列违约：{breach}我公司于{knownOn}知悉。'),
    CLAUSE,
    paragraph('我公司因此所受损失，扣除已经获得的服务等级补偿后如下：'),
    {
      kind: 'table',
      rows: 'losses',
      numbered: true,
      widths: [1.2, 5, 3, 4],
      total: { label: '合计', columns: ['amount'] },
    },
    paragraph(
      `依据${cited('breach')}、${article('damages')}，请贵公司自收到本函之日起{answerDays}日内，向我公司支付人民币{total}元（大写：人民币{total:capitals}）。协议限制责任的约定，不免除贵公司因故意或者重大过失造成的财产损失（${article('noExemption')}）。`,
    ),
    paragraph(
      `本函同时作为向贵公司主张权利的通知，自到达时起诉讼时效中断、重新计算（${article('limitation')}、${article('interruption')}）。贵公司有异议的，请在同一期限内说明依据并附证据。`,
    ),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('特此函达。') },
    signedBy('索赔单位（盖章）'),
  ],
  rules: [
    { rule: 'order', first: 'knownOn', second: 'date' },
    { rule: 'sum', rows: 'losses', column: 'amount', total: 'total' },
  ],
};
