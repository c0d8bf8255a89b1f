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
import type { LetterTemplate } from '../template.ts';

/** Says that an agreement is not renewed after the term that runs. It takes effect when it reaches the provider (Civil Code article 137). */
export const NON_RENEWAL_NOTICE: LetterTemplate = {
  id: 'non-renewal-notice',
  about: 'non-renewal',
  name: sentence('letter.non-renewal-notice.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    { key: 'endsOn', label: sentence('letter.non-renewal-notice.field.ends-on'), kind: 'date', required: true },
    FIELDS.clause,
    FIELDS.quote,
    { key: 'service', label: sentence('letter.non-renewal-notice.field.service'), kind: 'text', required: false },
    FIELDS.answerBy,
    ...TAIL,
  ],
  blocks: [
    titled('不续约通知'),
    TO,
    paragraph(
      '{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]于{endsOn}期限届满[，涉及的服务为{service}]。',
    ),
    paragraph('依据该协议{clause}（“{quote}”），现通知如下：', 'quote'),
    { kind: 'paragraph', text: ['现通知如下：'], unless: 'quote' },
    paragraph('一、我公司不再续约。上述协议自{endsOn}届满时终止，不自动续期，此后不再产生费用。'),
    paragraph(
      '二、请贵公司关闭自动续费，期限届满后停止扣款，与我公司核对并结算费用，退还未消费款项；配合我公司导出和迁移数据，在我公司书面确认导出完毕以前，且不少于协议约定的期限，保留我公司数据。',
    ),
    paragraph('三、期限届满以前，双方继续按原约定履行。本通知不影响我公司已经产生的各项权利。'),
    paragraph('请贵公司于{answerBy}前书面确认收到本通知。贵公司是否确认收到，不影响本通知自到达时生效。', 'answerBy'),
    IDENTITY,
    CONTACT,
    ...ending('特此通知。', '通知单位（盖章）'),
  ],
  english: [
    titled('Notice of Non-Renewal'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'The term of the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”) ends on {endsOn}[; the service concerned is {service}].',
    ),
    paragraph('In accordance with {clause} of the Agreement (“{quote}”), we give you notice as follows:', 'quote'),
    { kind: 'paragraph', text: ['We give you notice as follows:'], unless: 'quote' },
    paragraph(
      '1. We will not renew the Agreement. The Agreement ends on the expiry of its term on {endsOn}; it does not renew automatically, and no charge arises after that.',
    ),
    paragraph(
      '2. Please turn off automatic renewal and stop collecting payment after that date, reconcile and settle the account with us, and refund prepaid and unused amounts. Please assist with the export and migration of our data, and keep it until we have confirmed in writing that the export is complete, and in any event for the period agreed.',
    ),
    paragraph(
      '3. Until expiry both parties continue to perform as agreed. This notice does not affect rights that we have already acquired.',
    ),
    paragraph(
      'Please confirm receipt of this notice in writing by {answerBy}. It takes effect when it reaches you, whether or not you confirm receipt.',
      'answerBy',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [{ rule: 'order', first: 'date', second: 'endsOn' }],
};
