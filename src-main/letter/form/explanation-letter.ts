import { sentence } from '../../agreement/sentence.ts';
import {
  DEAR,
  ending,
  endingEnglish,
  FIELDS,
  IDENTITY,
  IDENTITY_ENGLISH,
  optional,
  paragraph,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { cited, citedEnglish } from '../statutes.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

/** Words that rest on the Civil Code: left out where the agreement chooses the law of another place. */
const underOurLaw = (written: string): TemplateBlock => ({
  kind: 'paragraph',
  text: text(written),
  unless: 'otherLaw',
});

/** What the letter says of the company's own position, as long as it is so; nothing is said of a text that was decided on. */
export const UNDECIDED = '尚未决定是否接受';

/**
 * Asks the provider to explain clauses, before or after they are accepted: the one letter of the questions about a version. Civil Code article
 * 496 and article 10 of the interpretation on contracts: the party that supplies standard terms explains, when asked, those in
 * which the other has a major interest; what was not explained may be held not to be part of the contract. Where the agreement chooses
 * the law of another place none of this is cited: then the letter asks, and reserves what that law gives.
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
      key: 'position',
      label: sentence('letter.explanation-request.field.position'),
      kind: 'choice',
      required: false,
      options: [UNDECIDED],
      english: ['has not yet decided whether to accept it'],
    },
    {
      key: 'otherLaw',
      label: sentence('letter.explanation-request.field.other-law'),
      kind: 'text',
      required: false,
      asGiven: true,
    },
    {
      key: 'questions',
      label: sentence('letter.explanation-request.field.questions'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'clause', label: sentence('letter.explanation-request.column.clause'), kind: 'clause', required: true },
        {
          key: 'quote',
          label: sentence('letter.explanation-request.column.quote'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
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
    optional(FIELDS.contactAddress),
    FIELDS.enclosures,
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('关于请求说明格式条款的函'),
    TO,
    underOurLaw(
      `{companyName}收到贵公司提供的《{agreementTitle}》（{agreementVersion}，文本指纹见附注）[，{position}]。下列条款与我公司有重大利害关系，系我公司自行注意到，不表示贵公司已经依法履行提示义务。依据${cited('explained')}及${cited('explaining')}，请贵公司于{answerBy}前以书面（含电子邮件、工单）逐条说明其概念、内容及法律后果：`,
    ),
    paragraph(
      '{companyName}收到贵公司提供的《{agreementTitle}》（{agreementVersion}，文本指纹见附注）[，{position}]。下列条款与我公司有重大利害关系，系我公司自行注意到，不表示贵公司已经提示我公司注意。该协议约定适用{otherLaw}。请贵公司于{answerBy}前以书面（含电子邮件、工单）逐条说明其概念、内容及法律后果：',
      'otherLaw',
    ),
    { kind: 'items-of', rows: 'questions', text: text('{clause}（原文：“{quote}”）。请说明：{question}') },
    underOurLaw(
      '在贵公司作出我公司能够理解的说明之前，我公司不因点击、下单或继续使用而被推定已就上述条款获得提示、说明并予以理解；贵公司未依法提示、未予说明，或者说明不足以使我公司理解的，我公司有权主张该条款不成为合同内容。现有服务按原约定继续履行。',
    ),
    paragraph(
      '在贵公司作出我公司能够理解的说明之前，我公司不因点击、下单或继续使用而被推定已就上述条款获得提示、说明并予以理解；贵公司未予提示、未予说明，或者说明不足以使我公司理解的，我公司保留该协议所适用的法律赋予的一切权利。现有服务按原约定继续履行。',
      'otherLaw',
    ),
    IDENTITY,
    paragraph(
      '答复请联系：{contactName}，联系电话：{contactPhone}[，电子邮箱：{contactEmail}][，地址：{contactAddress}]。',
    ),
    { kind: 'note', text: text('附注：上述文本的指纹（SHA-256）：{agreementFingerprint}') },
    ...ending('特此函告。', '发函单位（盖章）'),
  ],
  english: [
    titled('Request for an Explanation of Standard Terms'),
    TO_ENGLISH,
    DEAR,
    underOurLaw(
      `{companyName} has received the {agreementTitle} ({agreementVersion}; for the fingerprint of its text see the note) that you provide (“the Agreement”)[, and {position}]. We have a material interest in the terms set out below. We have noticed them ourselves; this does not mean that you have brought them to our notice as the law requires. In accordance with ${citedEnglish('explained')} and ${citedEnglish('explaining')}, please explain to us in writing (email or a support ticket will do), term by term and by {answerBy}, the meaning, content and legal consequences of each:`,
    ),
    paragraph(
      '{companyName} has received the {agreementTitle} ({agreementVersion}; for the fingerprint of its text see the note) that you provide (“the Agreement”)[, and {position}]. We have a material interest in the terms set out below. We have noticed them ourselves; this does not mean that you have brought them to our notice. The Agreement provides that it is governed by {otherLaw}. Please explain to us in writing (email or a support ticket will do), term by term and by {answerBy}, the meaning, content and legal consequences of each:',
      'otherLaw',
    ),
    { kind: 'items-of', rows: 'questions', text: text('{clause:initial} (“{quote}”). Please explain: {question}') },
    underOurLaw(
      `Until you have given an explanation that we can understand, no click, order or continued use on our part is to be taken as showing that these terms have been brought to our notice or explained to us, or that we understand them. If you have not brought them to our notice as the law requires, if you give no explanation, or if you give one that does not enable us to understand them, we are entitled to contend that they do not form part of the contract. Existing services continue to be performed as agreed.`,
    ),
    paragraph(
      'Until you have given an explanation that we can understand, no click, order or continued use on our part is to be taken as showing that these terms have been brought to our notice or explained to us, or that we understand them. If you have not brought them to our notice, if you give no explanation, or if you give one that does not enable us to understand them, we reserve all rights under the law that governs the Agreement. Existing services continue to be performed as agreed.',
      'otherLaw',
    ),
    IDENTITY_ENGLISH,
    paragraph(
      'Please reply to {contactName}, telephone {contactPhone}[, email {contactEmail}][, address: {contactAddress}].',
    ),
    { kind: 'note', text: text('Note: fingerprint of the text (SHA-256): {agreementFingerprint}') },
    ...endingEnglish(),
  ],
  rules: [{ rule: 'order', first: 'date', second: 'answerBy' }],
};
