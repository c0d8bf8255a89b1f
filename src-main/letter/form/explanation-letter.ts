import { sentence } from '../../agreement/sentence.ts';
import { FIELDS, HANDLED_BY, IDENTITY } from '../fields.ts';
import { cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/**
 * Asks the provider to explain clauses before they are accepted: the one letter of the questions about a version. Civil Code article
 * 496 and article 10 of the interpretation on contracts: the party that supplies standard terms explains, when asked, those in
 * which the other has a major interest; what was not explained may be held not to be part of the contract.
 */
export const EXPLANATION_LETTER: LetterTemplate = {
  id: 'explanation-letter',
  about: 'explanation',
  name: sentence('letter.explanation-request.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
    FIELDS.agreementFingerprint,
    {
      key: 'questions',
      label: sentence('letter.explanation-request.field.questions'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'clause', label: sentence('letter.explanation-request.column.clause'), kind: 'text', required: true },
        { key: 'quote', label: sentence('letter.explanation-request.column.quote'), kind: 'long-text', required: true },
        {
          key: 'question',
          label: sentence('letter.explanation-request.column.question'),
          kind: 'long-text',
          required: true,
        },
      ],
    },
    { key: 'answerBy', label: sentence('letter.explanation-request.field.answer-by'), kind: 'date', required: true },
    FIELDS.contactName,
    FIELDS.contactPhone,
    FIELDS.contactEmail,
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['关于提请说明格式条款的函'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text(
        `{companyName}正在审阅贵公司提供的《{agreementTitle}》（{agreementVersion}，文本指纹见文末），尚未决定是否接受。下列条款与我公司有重大利害关系。依据${cited('explained')}及${cited('explaining')}，请贵公司于{answerBy}前以书面（含电子邮件、工单）逐条说明其概念、内容及其法律后果：`,
      ),
    },
    { kind: 'items-of', rows: 'questions', text: text('{clause}（原文：“{quote}”）。请说明：{question}') },
    {
      kind: 'paragraph',
      text: [
        '在贵公司作出我公司能够理解的说明之前，我公司不因点击、下单或继续使用而被推定知悉并理解上述条款；贵公司未予说明，或者说明不足以使我公司理解的，我公司有权主张该条款不成为合同内容。现有服务按原约定继续履行。',
      ],
    },
    IDENTITY,
    { kind: 'paragraph', text: text('答复请寄：{contactName}，联系电话：{contactPhone}。') },
    { kind: 'paragraph', text: text('电子邮箱：{contactEmail}。'), when: 'contactEmail' },
    { kind: 'closing', text: ['特此函告。'] },
    { kind: 'note', text: text('所审阅文本的指纹（SHA-256）：{agreementFingerprint}') },
    { kind: 'signature', label: '发函单位（盖章）', name: text('{companyName}'), date: 'date', signatory: HANDLED_BY },
  ],
  rules: [{ rule: 'order', first: 'date', second: 'answerBy' }],
};
