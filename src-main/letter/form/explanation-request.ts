import { sentence } from '../../agreement/sentence.ts';
import { FIELDS } from '../fields.ts';
import { type LetterTemplate, text } from '../template.ts';

/**
 * Asks the provider to explain clauses before they are accepted. Civil Code article 496: the party that supplies standard terms
 * explains, when asked, those in which the other has a major interest; what was not explained may be held not to be part of the contract.
 */
export const EXPLANATION_REQUEST: LetterTemplate = {
  id: 'explanation-request',
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
        {
          key: 'clause',
          label: sentence('letter.explanation-request.column.clause'),
          kind: 'text',
          required: true,
        },
        {
          key: 'quote',
          label: sentence('letter.explanation-request.column.quote'),
          kind: 'long-text',
          required: true,
        },
        {
          key: 'question',
          label: sentence('letter.explanation-request.column.question'),
          kind: 'long-text',
          required: true,
        },
      ],
    },
    {
      key: 'answerBy',
      label: sentence('letter.explanation-request.field.answer-by'),
      kind: 'date',
      required: true,
    },
    FIELDS.contactName,
    FIELDS.contactPhone,
    {
      key: 'contactEmail',
      label: sentence('letter.explanation-request.field.contact-email'),
      kind: 'email',
      required: false,
      from: 'contact.email',
    },
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['关于提请说明格式条款的函'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text(
        '{companyName}（统一社会信用代码：{creditCode}）正在审阅贵方提供的《{agreementTitle}》（{agreementVersion}）。下列条款与我公司有重大利害关系，依据《中华人民共和国民法典》第四百九十六条，请贵方逐条予以说明：',
      ),
    },
    { kind: 'note', text: text('所审阅文本的指纹（SHA-256）：{agreementFingerprint}') },
    { kind: 'items-of', rows: 'questions', text: text('条款{clause}：“{quote}”。问题：{question}') },
    {
      kind: 'paragraph',
      text: text('请于{answerBy}前书面答复。在收到说明之前，我公司的浏览、询问或试用不代表接受上述条款。'),
    },
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。') },
    { kind: 'paragraph', text: text('电子邮箱：{contactEmail}。'), when: 'contactEmail' },
    { kind: 'closing', text: ['特此函告。'] },
    { kind: 'signature', label: '发函单位（盖章）', name: text('{companyName}'), date: 'date' },
  ],
  rules: [{ rule: 'order', first: 'date', second: 'answerBy' }],
};
