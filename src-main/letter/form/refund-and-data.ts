import { sentence } from '../../agreement/sentence.ts';
import { CONTACT, FIELDS, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Asks, once an agreement has ended, for what was paid and not used, and for the data back. */
export const REFUND_AND_DATA: LetterTemplate = {
  id: 'refund-and-data',
  about: 'refund',
  clocks: [{ name: 'limitation-anew', from: 'arrived', law: 'limitation' }],
  name: sentence('letter.refund-and-data.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    { key: 'endedOn', label: sentence('letter.refund-and-data.field.ended-on'), kind: 'date', required: true },
    {
      key: 'ended',
      label: sentence('letter.refund-and-data.field.ended'),
      kind: 'choice',
      required: true,
      options: ['期限届满', '解除', '双方协商终止', '贵公司停止服务'],
    },
    {
      key: 'refunds',
      label: sentence('letter.refund-and-data.field.refunds'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'item', label: sentence('letter.refund-and-data.column.item'), kind: 'text', required: true },
        { key: 'amount', label: sentence('letter.refund-and-data.column.amount'), kind: 'amount', required: true },
      ],
    },
    { key: 'total', label: sentence('letter.refund-and-data.field.total'), kind: 'amount', required: true },
    {
      key: 'bankName',
      label: sentence('letter.vat-special-invoice.field.bank-name'),
      kind: 'text',
      required: true,
      from: 'company.bank.name',
    },
    {
      key: 'bankAccount',
      label: sentence('letter.vat-special-invoice.field.bank-account'),
      kind: 'bank-account',
      required: true,
      from: 'company.bank.account',
    },
    { key: 'data', label: sentence('letter.refund-and-data.field.data'), kind: 'long-text', required: true },
    {
      key: 'format',
      label: sentence('letter.refund-and-data.field.format'),
      kind: 'text',
      required: true,
      preset: '通用、可机读的格式',
    },
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['关于退款和返还数据的函'] },
    TO,
    paragraph(
      '{companyName}与贵公司之间的《{agreementTitle}》，因{ended}已于{endedOn}终止。请贵公司自收到本函之日起{answerDays}日内办理下列事项：',
    ),
    paragraph('一、退还未消费款项：'),
    {
      kind: 'table',
      rows: 'refunds',
      numbered: true,
      widths: [1.2, 7, 4],
      total: { label: '合计', columns: ['amount'] },
    },
    paragraph('合计人民币{total}元（大写：人民币{total:capitals}），汇入我公司账户：{bankName}，账号{bankAccount}。'),
    paragraph('二、返还数据：{data}以{format}交付，并说明校验方法。'),
    paragraph(
      `三、返还完毕并经我公司书面确认后，删除我公司数据及其副本，出具删除证明；其中的个人信息不得保留（${cited('processorReturns')}）。`,
    ),
    paragraph(
      `以上系协议终止后贵公司应当履行的结算、协助和保密义务（${cited('afterEnd')}、${article('afterTermination')}）。本函同时作为向贵公司主张权利的通知（${article('interruption')}）。`,
    ),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('特此函达。') },
    signedBy('发函单位（盖章）'),
  ],
  rules: [
    { rule: 'order', first: 'endedOn', second: 'date' },
    { rule: 'sum', rows: 'refunds', column: 'amount', total: 'total' },
  ],
};
