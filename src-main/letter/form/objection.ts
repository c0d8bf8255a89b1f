import { sentence } from '../../agreement/sentence.ts';
import { FIELDS, HANDLED_BY, optional, IDENTITY } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/**
 * Objects to an announced change. A contract is changed by agreement (Civil Code article 543), and going on with a service under
 * the former terms is no silent consent (article 140).
 */
export const OBJECTION: LetterTemplate = {
  id: 'objection',
  about: 'objection',
  name: sentence('letter.objection.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { key: 'announcedOn', label: sentence('letter.objection.field.announced-on'), kind: 'date', required: true },
    {
      key: 'announcedBy',
      label: sentence('letter.objection.field.announced-by'),
      kind: 'choice',
      required: true,
      options: ['公告', '站内信', '邮件', '短信', '信函'],
    },
    { key: 'effectiveOn', label: sentence('letter.objection.field.effective-on'), kind: 'date', required: false },
    {
      key: 'changes',
      label: sentence('letter.objection.field.changes'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'clause', label: sentence('letter.objection.column.clause'), kind: 'long-text', required: true },
        { key: 'why', label: sentence('letter.objection.column.why'), kind: 'long-text', required: false },
      ],
    },
    { key: 'ground', label: sentence('letter.objection.field.ground'), kind: 'long-text', required: false },
    { key: 'demand', label: sentence('letter.objection.field.demand'), kind: 'long-text', required: true },
    { key: 'answerBy', label: sentence('letter.objection.field.answer-by'), kind: 'date', required: true },
    { key: 'otherwise', label: sentence('letter.objection.field.otherwise'), kind: 'long-text', required: false },
    optional(FIELDS.contactName),
    optional(FIELDS.contactPhone),
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['关于不同意变更协议的函'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text('{companyName}收悉：贵公司于{announcedOn}以{announcedBy}通知变更《{agreementTitle}》。'),
    },
    { kind: 'paragraph', text: text('贵公司拟于{effectiveOn}起施行变更。'), when: 'effectiveOn' },
    { kind: 'paragraph', text: ['我公司不同意下列变更：'] },
    { kind: 'items-of', rows: 'changes', text: text('{clause}。'), more: { when: 'why', text: text('理由：{why}。') } },
    { kind: 'paragraph', text: text('以上各项的共同理由：{ground}。'), when: 'ground' },
    {
      kind: 'paragraph',
      text: [
        `合同变更须经双方协商一致（${cited('change')}）。我公司继续使用既有服务，系履行原合同，不构成对变更的同意（${article('silence')}）。`,
      ],
    },
    { kind: 'paragraph', text: text('请贵公司于{answerBy}前书面确认：{demand}。') },
    { kind: 'paragraph', text: text('逾期未复的，我公司将{otherwise}。'), when: 'otherwise' },
    IDENTITY,
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。'), when: 'contactName' },
    { kind: 'closing', text: ['特此函告。'] },
    { kind: 'signature', label: '发函单位（盖章）', name: text('{companyName}'), date: 'date', signatory: HANDLED_BY },
  ],
  rules: [
    { rule: 'order', first: 'announcedOn', second: 'date' },
    { rule: 'order', first: 'date', second: 'answerBy' },
    { rule: 'each-or', rows: 'changes', column: 'why', field: 'ground' },
  ],
};
