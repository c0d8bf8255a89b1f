import { sentence } from '../../agreement/sentence.ts';
import {
  ACCOUNT,
  ACCOUNT_ENGLISH,
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
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import { inUnit } from '../money.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

const TABLE = { kind: 'table', rows: 'refunds', numbered: true, widths: [1.2, 7, 4] } as const;

const TERMINATED = '解除';
const OTHERWISE_ENDED = ['期限届满', '双方协商终止', '贵公司停止服务'] as const;
const ENDED = [OTHERWISE_ENDED[0], TERMINATED, OTHERWISE_ENDED[1], OTHERWISE_ENDED[2]] as const;

/** What the duties after the end rest on: what follows from a termination only where there was one. */
const dutiesAfter = (terminated: string, otherwise: string): readonly TemplateBlock[] => [
  { kind: 'paragraph', text: text(terminated), where: { field: 'ended', is: [TERMINATED] } },
  { kind: 'paragraph', text: text(otherwise), where: { field: 'ended', is: OTHERWISE_ENDED } },
  { kind: 'paragraph', text: text(otherwise), unless: 'ended' },
];

/** Asks, once an agreement has ended, for what was paid and not used, and for the data back. */
export const REFUND_AND_DATA: LetterTemplate = {
  id: 'refund-and-data',
  about: 'refund',
  clocks: [{ name: 'limitation-anew', from: 'arrived', law: 'limitation' }],
  name: sentence('letter.refund-and-data.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.currency,
    { key: 'endedOn', label: sentence('letter.refund-and-data.field.ended-on'), kind: 'date', required: true },
    {
      key: 'ended',
      label: sentence('letter.refund-and-data.field.ended'),
      kind: 'choice',
      required: true,
      options: ENDED,
      english: [
        'expired',
        'was terminated',
        'was ended by mutual agreement',
        'ended with your discontinuing the service',
      ],
    },
    {
      key: 'refunds',
      label: sentence('letter.refund-and-data.field.refunds'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'item', label: sentence('letter.refund-and-data.column.item'), kind: 'text', required: true },
        {
          key: 'amount',
          label: inUnit(sentence('letter.refund-and-data.column.amount')),
          kind: 'amount',
          required: true,
        },
      ],
    },
    { key: 'total', label: sentence('letter.refund-and-data.field.total'), kind: 'amount', required: true },
    FIELDS.bankName,
    FIELDS.bankAccount,
    { key: 'data', label: sentence('letter.refund-and-data.field.data'), kind: 'long-text', required: true },
    {
      key: 'format',
      label: sentence('letter.refund-and-data.field.format'),
      kind: 'text',
      required: true,
      preset: '通用、可机读的格式',
      presetEnglish: 'a common, machine-readable format',
    },
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: [
    titled('关于退款和返还数据的函'),
    TO,
    paragraph(
      '{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，因{ended}已于{endedOn}终止。请贵公司自收到本函之日起{answerDays}日内办理下列事项：',
    ),
    paragraph('一、退还未消费款项：'),
    { ...TABLE, total: { label: '合计', columns: ['amount'] } },
    paragraph('合计{total:money}，请汇入我公司下列账户：'),
    ...ACCOUNT,
    paragraph('二、返还数据：{data}。以{format}交付，并说明校验方法。'),
    paragraph(
      `三、返还完毕并经我公司书面确认后，删除我公司数据及其副本，其中受托处理的个人信息不得保留（${cited('processorReturns')}），并出具删除证明；法律、行政法规规定应当留存的，告知其范围、依据和期限，除存储和必要的安全保护外不作其他处理。`,
    ),
    ...dutiesAfter(
      `以上系协议终止后贵公司应当履行的结算、通知、协助和保密义务（${cited('afterEnd')}、${article('afterTermination')}、${article('settlement')}）。`,
      `以上系协议终止后贵公司应当履行的结算、通知、协助和保密义务（${cited('afterEnd')}、${article('settlement')}）。`,
    ),
    paragraph(
      `本函所列不是双方的最终结算，不影响我公司请求赔偿损失以及其他权利。本函同时作为向贵公司主张权利、请求履行的通知（${article('interruption')}）。`,
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此函达。', '发函单位（盖章）'),
  ],
  english: [
    titled('Request for Refund and Return of Data'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'The {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”) {ended} on {endedOn}. Please attend to the following within {answerDays} days of receiving this letter:',
    ),
    paragraph('1. Refund of prepaid and unused amounts:'),
    { ...TABLE, total: { label: 'Total', columns: ['amount'] } },
    paragraph('In total {total:money}, to be paid to this account:'),
    ...ACCOUNT_ENGLISH,
    paragraph(
      '2. Return of our data: {data}. Please deliver it in {format} and tell us how its completeness can be checked.',
    ),
    paragraph(
      `3. Once the data has been returned and we have confirmed this in writing, delete our data and every copy of it, including the personal information that you processed for us, which may not be retained (${citedEnglish('processorReturns')}), and certify the deletion. Where a law requires you to retain anything, tell us what, under which provision and for how long, and do nothing with it but store and secure it.`,
    ),
    ...dutiesAfter(
      `These are your duties of settlement, notice, assistance and confidentiality after the end of the Agreement (${citedEnglish('afterEnd', 'afterTermination', 'settlement')}).`,
      `These are your duties of settlement, notice, assistance and confidentiality after the end of the Agreement (${citedEnglish('afterEnd', 'settlement')}).`,
    ),
    paragraph(
      `What is listed here is not a final settlement and does not affect our claim for damages or any other right. This letter is also a demand for performance that interrupts the limitation period (${articlesEnglish('interruption')}).`,
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'order', first: 'endedOn', second: 'date' },
    { rule: 'sum', rows: 'refunds', column: 'amount', total: 'total' },
  ],
};
