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
  NOT_DELIVERED,
  NOT_DELIVERED_ENGLISH,
  paragraph,
  TAIL,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import type { LetterTemplate } from '../template.ts';

/** Refuses the transfer of the agreement or of its duties to another; without consent there is none, and silence is no consent. */
export const ASSIGNMENT_REFUSAL: LetterTemplate = {
  id: 'assignment-refusal',
  about: 'assignment-refusal',
  name: sentence('letter.assignment-refusal.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.announcedOn,
    FIELDS.announcedBy,
    {
      key: 'assignee',
      label: sentence('letter.assignment-refusal.field.assignee'),
      kind: 'text',
      required: true,
      asGiven: true,
    },
    {
      key: 'what',
      label: sentence('letter.assignment-refusal.field.what'),
      kind: 'choice',
      required: true,
      options: ['合同权利和义务', '合同义务'],
      english: ['your rights and obligations', 'your obligations'],
    },
    {
      key: 'effectiveOn',
      label: sentence('letter.assignment-refusal.field.effective-on'),
      kind: 'date',
      required: false,
    },
    { key: 'reason', label: sentence('letter.assignment-refusal.field.reason'), kind: 'long-text', required: false },
    { ...FIELDS.answerBy, required: true },
    ...TAIL,
  ],
  blocks: [
    titled('关于不同意转让协议的函'),
    TO,
    paragraph(
      '贵公司日期为{announcedOn}的{announcedBy}，拟将《{agreementTitle}》[（{agreementVersion}）]项下的{what}转让给{assignee}[，自{effectiveOn}起生效]。{companyName}就此函告如下：',
    ),
    paragraph(
      `我公司不同意上述转让。债务的转移、合同权利和义务的一并转让，须分别经债权人、对方同意（${cited('debtTransfer')}、${article('contractTransfer')}）。贵公司的通知、我公司未作表示或者继续使用服务，均不构成同意（${article('silence')}、${article('debtTransferSilence')}）。`,
    ),
    paragraph('理由：{reason}。', 'reason'),
    paragraph(
      `对于协议中预先表示同意转让的格式条款，我公司保留依${article('explained')}、${article('voidTerms')}主张其不成为合同内容或者无效的权利。`,
    ),
    ...NOT_DELIVERED,
    paragraph('未经我公司同意，我公司仍以贵公司为合同相对方，款项只向贵公司支付。'),
    paragraph('请贵公司继续按原约定履行，并于{answerBy}前书面确认转让不对我公司发生效力。'),
    IDENTITY,
    CONTACT,
    ...ending('特此函告。', '发函单位（盖章）'),
  ],
  english: [
    titled('Refusal of Consent to a Transfer'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'We refer to your notice of {announcedOn}, given by {announcedBy}, that you intend to transfer {what} under the {agreementTitle}[ ({agreementVersion})] (“the Agreement”) to {assignee}[ with effect from {effectiveOn}].',
    ),
    paragraph(
      `We do not consent to this transfer. A transfer of obligations, and a transfer of rights and obligations together, each require the consent of the other party (${citedEnglish('debtTransfer', 'contractTransfer')}). Neither your notice, nor our silence, nor our continued use of the service amounts to consent (${articlesEnglish('silence', 'debtTransferSilence')}).`,
    ),
    paragraph('Our reasons: {reason}.', 'reason'),
    paragraph(
      `As to any standard term by which consent to a transfer is given in advance, we reserve the right to contend that it does not form part of the contract or is void (${articlesEnglish('explained', 'voidTerms')}).`,
    ),
    ...NOT_DELIVERED_ENGLISH,
    paragraph('Without our consent, you remain our contracting party, and we will pay you alone.'),
    paragraph(
      'Please continue to perform the Agreement yourselves as agreed, and confirm in writing by {answerBy} that the transfer is of no effect against us.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'order', first: 'announcedOn', second: 'date' },
    { rule: 'order', first: 'date', second: 'answerBy' },
  ],
};
