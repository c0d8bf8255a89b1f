import { sentence } from '../../agreement/sentence.ts';
import { CONTACT, FIELDS, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

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
    { key: 'assignee', label: sentence('letter.assignment-refusal.field.assignee'), kind: 'text', required: true },
    {
      key: 'what',
      label: sentence('letter.assignment-refusal.field.what'),
      kind: 'choice',
      required: true,
      options: ['合同权利和义务', '合同义务'],
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
    { kind: 'title', text: ['关于不同意转让协议的函'] },
    TO,
    paragraph(
      '{companyName}收悉：贵公司于{announcedOn}以{announcedBy}通知，拟将《{agreementTitle}》项下的{what}转让给{assignee}。',
    ),
    paragraph('贵公司拟于{effectiveOn}起转让。', 'effectiveOn'),
    paragraph(
      `我公司不同意上述转让。债务的转移、合同权利和义务的一并转让，均须经对方同意（${cited('debtTransfer')}、${article('contractTransfer')}）。贵公司的通知、我公司未作表示或者继续使用服务，均不构成同意（${article('silence')}）。`,
    ),
    paragraph('理由：{reason}', 'reason'),
    paragraph(
      `协议中预先表示同意转让的格式条款，我公司保留依${article('explained')}、${article('voidTerms')}主张其不成为合同内容或者无效的权利。`,
    ),
    paragraph('请贵公司继续按原约定履行，并于{answerBy}前书面确认转让不对我公司发生效力。'),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('特此函告。') },
    signedBy('发函单位（盖章）'),
  ],
  rules: [
    { rule: 'order', first: 'announcedOn', second: 'date' },
    { rule: 'order', first: 'date', second: 'answerBy' },
  ],
};
