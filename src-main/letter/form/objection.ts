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
import { type LetterTemplate, text } from '../template.ts';

const DEMAND_ENGLISH =
  'that you will continue to perform as agreed or, failing that, that we may terminate without liability, with a refund of prepaid and unused amounts and assistance with migrating our data';

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
    ...HEAD,
    FIELDS.announcedOn,
    FIELDS.announcedBy,
    { key: 'effectiveOn', label: sentence('letter.objection.field.effective-on'), kind: 'date', required: false },
    {
      key: 'changes',
      label: sentence('letter.objection.field.changes'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'clause',
          label: sentence('letter.objection.column.clause'),
          kind: 'long-text',
          required: true,
          asGiven: true,
        },
        { key: 'why', label: sentence('letter.objection.column.why'), kind: 'long-text', required: false },
      ],
    },
    { key: 'ground', label: sentence('letter.objection.field.ground'), kind: 'long-text', required: false },
    {
      key: 'agreedEffect',
      label: sentence('letter.objection.field.agreed-effect'),
      kind: 'long-text',
      required: false,
    },
    {
      key: 'demand',
      label: sentence('letter.objection.field.demand'),
      kind: 'long-text',
      required: true,
      preset: '按原约定继续履行；贵公司坚持变更的，确认我公司可以无责解除，退还未消费款项并协助迁出数据',
      presetEnglish: DEMAND_ENGLISH,
      formerPresets: [
        ['按原约定继续履行；贵公司不同意的，请允许我公司无责解除，退还未消费款项并协助迁出数据', DEMAND_ENGLISH],
        [
          '按原约定继续履行；不同意的，允许我公司无责解除，退还未消费款项并协助迁出数据',
          'that you will go on performing as agreed or, failing that, that we may terminate without liability, with a refund of what was paid and not used and assistance with migrating our data',
        ],
      ],
    },
    { key: 'answerBy', label: sentence('letter.objection.field.answer-by'), kind: 'date', required: true },
    { key: 'otherwise', label: sentence('letter.objection.field.otherwise'), kind: 'long-text', required: false },
    ...TAIL,
  ],
  blocks: [
    titled('关于不同意变更协议的函'),
    TO,
    paragraph(
      '贵公司日期为{announcedOn}的{announcedBy}，拟变更《{agreementTitle}》[（{agreementVersion}）][，自{effectiveOn}起施行]。{companyName}就此函告如下：',
    ),
    paragraph('我公司不同意下列变更：'),
    { kind: 'items-of', rows: 'changes', text: text('{clause}。'), more: { when: 'why', text: text('理由：{why}。') } },
    paragraph('以上各项的共同理由：{ground}。', 'ground'),
    paragraph(
      `合同变更须经双方协商一致（${cited('change')}）。我公司继续使用既有服务，系履行原合同，不构成对变更的同意（${article('silence')}）。上列变更作为格式条款，不合理地免除或者减轻贵公司责任、加重我公司责任、限制我公司主要权利，或者排除我公司主要权利的，依法无效（${article('voidTerms')}）；贵公司未依法提示或者说明的，我公司保留主张其不成为合同内容的权利（${article('explained')}）。`,
    ),
    paragraph('{agreedEffect}。本函即为该条所称的异议。', 'agreedEffect'),
    ...NOT_DELIVERED,
    paragraph('请贵公司于{answerBy}前书面确认：{demand}。'),
    paragraph('逾期未复的，我公司将{otherwise}。', 'otherwise'),
    IDENTITY,
    CONTACT,
    ...ending('特此函告。', '发函单位（盖章）'),
  ],
  english: [
    titled('Objection to a Change of the Agreement'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'We refer to your notice of {announcedOn}, given by {announcedBy}, of a change to the {agreementTitle}[ ({agreementVersion})] (“the Agreement”)[ that you propose should take effect on {effectiveOn}].',
    ),
    paragraph('We do not agree to the following changes:'),
    {
      kind: 'items-of',
      rows: 'changes',
      text: text('{clause}.'),
      more: { when: 'why', text: text(' Our reason: {why}.') },
    },
    paragraph('Our reason for objecting to all of them: {ground}.', 'ground'),
    paragraph(
      `A contract may be changed only by agreement of the parties (${citedEnglish('change')}). Our continued use of the existing services is performance of the contract as it was agreed and does not constitute consent to the change (${articlesEnglish('silence')}). As standard terms, the changes are void to the extent that they unreasonably exempt you from or reduce your liability, increase ours or limit our principal rights, or that they exclude our principal rights (${articlesEnglish('voidTerms')}). To the extent that you have not brought them to our notice or explained them as the law requires, we reserve the right to contend that they do not form part of the contract (${articlesEnglish('explained')}).`,
    ),
    paragraph('{agreedEffect}. This letter is that objection.', 'agreedEffect'),
    ...NOT_DELIVERED_ENGLISH,
    paragraph('Please confirm in writing by {answerBy} as follows: {demand}.'),
    paragraph('Failing your answer by then, we will act as follows: {otherwise}.', 'otherwise'),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'order', first: 'announcedOn', second: 'date' },
    { rule: 'order', first: 'date', second: 'answerBy' },
    { rule: 'each-or', rows: 'changes', column: 'why', field: 'ground' },
  ],
};
