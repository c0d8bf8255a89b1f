import { sentence } from '../../agreement/sentence.ts';
import { FIELDS, HANDLED_BY, optional, IDENTITY } from '../fields.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Says that an agreement is not renewed after the term that runs. It takes effect when it reaches the provider (Civil Code article 137). */
export const NON_RENEWAL_NOTICE: LetterTemplate = {
  id: 'non-renewal-notice',
  about: 'non-renewal',
  name: sentence('letter.non-renewal-notice.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
    { key: 'endsOn', label: sentence('letter.non-renewal-notice.field.ends-on'), kind: 'date', required: true },
    { key: 'clause', label: sentence('letter.non-renewal-notice.field.clause'), kind: 'text', required: false },
    { key: 'quote', label: sentence('letter.non-renewal-notice.field.quote'), kind: 'long-text', required: false },
    { key: 'service', label: sentence('letter.non-renewal-notice.field.service'), kind: 'text', required: false },
    { key: 'answerBy', label: sentence('letter.non-renewal-notice.field.answer-by'), kind: 'date', required: false },
    optional(FIELDS.contactName),
    optional(FIELDS.contactPhone),
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['不续约通知'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text('{companyName}与贵公司之间的《{agreementTitle}》（{agreementVersion}）于{endsOn}期限届满。'),
    },
    { kind: 'paragraph', text: text('依据该协议条款{clause}（“{quote}”），现通知如下：'), when: 'quote' },
    {
      kind: 'paragraph',
      text: text('一、我公司不再续约。上述协议自{endsOn}届满时终止，不自动续期，此后不再产生费用。'),
    },
    { kind: 'paragraph', text: text('涉及的服务：{service}。'), when: 'service', flat: true },
    {
      kind: 'paragraph',
      text: [
        '二、请贵公司停止自动续费和扣款，结清费用并退还未消费款项，在协议约定的期限内保留我公司数据，配合导出和迁移。',
      ],
    },
    {
      kind: 'paragraph',
      text: ['三、期限届满以前，双方继续按原约定履行。本通知不影响我公司已经产生的各项权利。'],
    },
    { kind: 'paragraph', text: text('请贵公司于{answerBy}前书面确认收到本通知。'), when: 'answerBy' },
    IDENTITY,
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。'), when: 'contactName' },
    { kind: 'closing', text: ['特此通知。'] },
    { kind: 'signature', label: '通知单位（盖章）', name: text('{companyName}'), date: 'date', signatory: HANDLED_BY },
  ],
  rules: [{ rule: 'order', first: 'date', second: 'endsOn' }],
};
