import { sentence } from '../../agreement/sentence.ts';
import { ACCOUNT, FIELDS, IDENTITY, optional, paragraph, signedBy, titled, TO, WHOLE_ACCOUNT } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';
import {
  demanded,
  IN_TIME,
  measured,
  PAID,
  MISSED,
  OUTAGES,
  SERVICE_CREDIT_CLAIM_ENGLISH,
  STEPS,
} from './service-credit-claim-english.ts';

/** What a text can give for a broken promise, as the letter asks for it. */
export const REMEDIES = ['代金券', '款项', '服务时间', '费用抵扣额'] as const;

/** What is demanded: an amount, and in a draft that has neither amount nor time its blank. */
const DEMAND = demanded(
  '依据《{agreementTitle}》[（{agreementVersion}）]{basis}，请贵公司于收到本函之日起{answerDays}日内，向我公司发放{remedy}人民币{amount}元（大写：人民币{amount:capitals}）。',
);

/** Claims the credit that the service level agreement gives for one month, in the form
 * that the agreement gives, with what was left out of the count and why, the working and the log. */
export const SERVICE_CREDIT_CLAIM: LetterTemplate = {
  id: 'service-credit-claim',
  about: 'claim',
  clocks: [{ name: 'limitation-anew', from: 'arrived', law: 'limitation' }],
  name: sentence('letter.service-credit-claim.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    {
      key: 'service',
      label: sentence('letter.service-credit-claim.field.service'),
      kind: 'text',
      required: true,
      asGiven: true,
    },
    {
      key: 'instance',
      label: sentence('letter.service-credit-claim.field.instance'),
      kind: 'text',
      required: false,
      asGiven: true,
    },
    { key: 'month', label: sentence('letter.service-credit-claim.field.month'), kind: 'month', required: false },
    { key: 'period', label: sentence('letter.service-credit-claim.field.period'), kind: 'text', required: false },
    {
      key: 'availability',
      label: sentence('letter.service-credit-claim.field.availability'),
      kind: 'percent',
      required: true,
    },
    {
      key: 'promised',
      label: sentence('letter.service-credit-claim.field.promised'),
      kind: 'percent',
      required: true,
    },
    {
      key: 'steps',
      label: sentence('letter.service-credit-claim.field.steps'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'step',
          label: sentence('letter.service-credit-claim.column.step'),
          kind: 'text',
          required: true,
        },
        {
          key: 'value',
          label: sentence('letter.service-credit-claim.column.value'),
          kind: 'text',
          required: true,
        },
      ],
    },
    {
      key: 'basis',
      label: sentence('letter.service-credit-claim.field.basis'),
      kind: 'text',
      required: true,
    },
    FIELDS.answerDays,
    {
      key: 'remedy',
      label: sentence('letter.service-credit-claim.field.remedy'),
      kind: 'choice',
      required: true,
      options: REMEDIES,
      english: ['vouchers', 'a payment', 'service time', 'a credit against our fees'],
    },
    {
      key: 'amount',
      label: sentence('letter.service-credit-claim.field.amount'),
      kind: 'amount',
      required: false,
    },
    FIELDS.currency,
    {
      key: 'withoutTax',
      label: sentence('letter.service-credit-claim.field.without-tax'),
      kind: 'text',
      required: false,
    },
    {
      key: 'supportAmount',
      label: sentence('letter.service-credit-claim.field.support-amount'),
      kind: 'text',
      required: false,
    },
    {
      key: 'supportBasis',
      label: sentence('letter.service-credit-claim.field.support-basis'),
      kind: 'text',
      required: false,
    },
    {
      key: 'missed',
      label: sentence('letter.service-credit-claim.field.missed'),
      kind: 'rows',
      required: false,
      columns: [
        { key: 'ticket', label: sentence('letter.service-credit-claim.column.ticket'), kind: 'text', required: true },
        { key: 'opened', label: sentence('letter.service-credit-claim.column.opened'), kind: 'text', required: true },
        { key: 'what', label: sentence('letter.service-credit-claim.column.what'), kind: 'text', required: true },
        { key: 'due', label: sentence('letter.service-credit-claim.column.due'), kind: 'text', required: true },
        { key: 'done', label: sentence('letter.service-credit-claim.column.done'), kind: 'text', required: true },
        { key: 'late', label: sentence('letter.service-credit-claim.column.late'), kind: 'text', required: true },
      ],
    },
    {
      key: 'serviceDays',
      label: sentence('letter.service-credit-claim.field.service-days'),
      kind: 'text',
      required: false,
    },
    {
      key: 'clauses',
      label: sentence('letter.service-credit-claim.field.clauses'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'clause',
          label: sentence('letter.service-credit-claim.column.clause'),
          kind: 'clause',
          required: true,
        },
        {
          key: 'quote',
          label: sentence('letter.service-credit-claim.column.quote'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
      ],
    },
    {
      key: 'outages',
      label: sentence('letter.service-credit-claim.field.outages'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'from', label: sentence('letter.service-credit-claim.column.from'), kind: 'text', required: true },
        { key: 'to', label: sentence('letter.service-credit-claim.column.to'), kind: 'text', required: true },
        { key: 'minutes', label: sentence('letter.service-credit-claim.column.minutes'), kind: 'text', required: true },
        {
          key: 'on',
          label: sentence('letter.service-credit-claim.column.on'),
          kind: 'text',
          required: false,
          asGiven: true,
        },
        {
          key: 'cause',
          label: sentence('letter.service-credit-claim.column.cause'),
          kind: 'text',
          required: false,
          asGiven: true,
        },
        { key: 'counted', label: sentence('letter.service-credit-claim.column.counted'), kind: 'text', required: true },
      ],
    },
    {
      key: 'excluded',
      label: sentence('letter.service-credit-claim.field.excluded'),
      kind: 'rows',
      required: false,
      columns: [
        { key: 'when', label: sentence('letter.service-credit-claim.column.when'), kind: 'text', required: true },
        { key: 'minutes', label: sentence('letter.service-credit-claim.column.minutes'), kind: 'text', required: true },
        { key: 'why', label: sentence('letter.service-credit-claim.column.why'), kind: 'long-text', required: true },
      ],
    },
    {
      key: 'logFiles',
      label: sentence('letter.service-credit-claim.field.log-files'),
      kind: 'rows',
      required: false,
      columns: [
        {
          key: 'file',
          label: sentence('letter.service-credit-claim.column.log-file'),
          kind: 'text',
          required: true,
          asGiven: true,
        },
        { key: 'sha256', label: sentence('letter.fields.agreement-fingerprint'), kind: 'text', required: true },
      ],
    },
    // By the days between which it can be claimed the letter knows whether it is in time: they stand on no paper.
    {
      key: 'claimFrom',
      label: sentence('letter.service-credit-claim.field.claim-from'),
      kind: 'date',
      required: false,
      unprinted: true,
    },
    {
      key: 'claimUntil',
      label: sentence('letter.service-credit-claim.field.claim-until'),
      kind: 'date',
      required: false,
      unprinted: true,
    },
    optional(FIELDS.bankName),
    optional(FIELDS.bankAccount),
    {
      key: 'delivery',
      label: sentence('letter.service-credit-claim.field.delivery'),
      kind: 'text',
      required: false,
    },
    FIELDS.contactName,
    FIELDS.contactPhone,
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('服务等级索赔函'),
    TO,
    ...measured(
      (when) =>
        `{companyName}使用贵公司{service}[（实例：{instance}）]。${when}该服务的可用性为{availability}，低于约定的{promised}（计算见附表一，中断记录见附表二）。`,
    ),
    ...DEMAND,
    paragraph(
      '依据《{agreementTitle}》[（{agreementVersion}）]{basis}，请贵公司于收到本函之日起{answerDays}日内，向我公司发放{remedy}{amount}{currency}。',
      'currency',
    ),
    paragraph('以款项支付的，请汇入我公司下列账户：', 'bankAccount'),
    ...ACCOUNT,
    {
      kind: 'paragraph',
      text: ['以款项支付的，收款账户请与下列联系人确认。'],
      unless: 'bankAccount',
      where: PAID,
    },
    paragraph('{withoutTax}', 'withoutTax'),
    paragraph(
      '另，下列工单超过约定的响应或恢复时限（见附表三）。依据{supportBasis}，请贵公司在同一期限内一并发放{supportAmount}。',
      'supportAmount',
    ),
    paragraph(
      '依据《{agreementTitle}》[（{agreementVersion}）]{basis}，请贵公司于收到本函之日起{answerDays}日内，将上述服务的期限延长{serviceDays}日。',
      'serviceDays',
    ),
    paragraph(
      `上述补偿系按协议约定的标准计算。我公司因同一违约所受损失超出部分，保留依${cited('breach')}、${article('damages')}另行主张的权利。本函同时作为向贵公司主张权利、请求履行的通知（${article('interruption')}）。`,
    ),
    {
      kind: 'paragraph',
      text: ['本函在协议约定的申请期内提出；我公司不因此认可该期限届满即丧失权利。'],
      within: IN_TIME,
    },
    paragraph('下列时段暂未计入不可用时长，不表示我公司认可其属除外情形：', 'excluded'),
    { kind: 'items-of', rows: 'excluded', text: text('{when}，{minutes}分钟：{why}。') },
    paragraph('贵公司认为存在除外情形的，请在同一期限内说明所依条款并附证据。'),
    paragraph('所依条款如下：'),
    { kind: 'items-of', rows: 'clauses', text: text('{clause}：“{quote}”') },
    IDENTITY,
    paragraph('联系人：{contactName}，联系电话：{contactPhone}。'),
    paragraph('送达方式：{delivery}。', 'delivery'),
    { kind: 'closing', text: ['特此函达。'] },
    { kind: 'paragraph', text: ['附件：附表一、附表二、附表三'], when: 'missed' },
    { kind: 'paragraph', text: ['附件：附表一、附表二'], unless: 'missed' },
    signedBy('索赔单位（盖章）'),
    { kind: 'page-break' },
    { kind: 'paragraph', text: ['附表一　可用性与补偿计算'], flat: true },
    { kind: 'table', rows: 'steps', numbered: true, widths: STEPS },
    { kind: 'paragraph', text: ['附表二　中断记录（北京时间）'], flat: true },
    { kind: 'table', rows: 'outages', numbered: true, sparse: true, widths: OUTAGES },
    { kind: 'paragraph', text: ['附表三　超过时限的工单（北京时间）'], flat: true, when: 'missed' },
    { kind: 'table', rows: 'missed', numbered: true, widths: MISSED, when: 'missed' },
    { kind: 'note', rows: 'logFiles', text: text('监控原始记录（{file}）的 SHA-256：{sha256}') },
  ],
  english: SERVICE_CREDIT_CLAIM_ENGLISH,
  rules: [
    { rule: 'either', first: 'amount', second: 'serviceDays' },
    { rule: 'either', first: 'month', second: 'period' },
    WHOLE_ACCOUNT,
  ],
};
