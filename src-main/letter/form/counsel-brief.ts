import { sentence } from '../../agreement/sentence.ts';
import {
  CONTACT,
  CONTACT_ENGLISH,
  FIELDS,
  IDENTITY,
  IDENTITY_ENGLISH,
  optional,
  paragraph,
  SIGNED_ENGLISH,
  signedBy,
  titled,
} from '../fields.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

const TABLE = { kind: 'table', rows: 'materials', numbered: true, widths: [1.2, 6, 3, 3] } as const;

/** @param stop ends what was filled in, where that does not end itself */
const english = (stop: string): readonly TemplateBlock[] => [
  titled('Instructions for a Lawyer’s Letter'),
  { kind: 'addressee', text: text('To: {lawFirm}') },
  paragraph(
    '{companyName} asks you to write a letter to {addressee} concerning the {agreementTitle}[ ({agreementVersion})] between them. The particulars are as follows:',
  ),
  paragraph(`1. The facts: {facts}${stop}`),
  paragraph(`2. What is to be demanded: {demand}${stop}`),
  paragraph('The amount concerned is {amount:money}.', 'amount'),
  paragraph('3. Time: the letter has to reach the other party by {lastDay}.', 'lastDay'),
  paragraph(`Adverse to us, and likely to be raised: {adverse}${stop}`, 'adverse'),
  paragraph('Materials enclosed:'),
  TABLE,
  paragraph(
    'Please let us confirm the draft before the letter goes out. These instructions are for your firm alone and are not to be passed on.',
  ),
  IDENTITY_ENGLISH,
  CONTACT_ENGLISH,
  SIGNED_ENGLISH,
];

/** What a law firm needs to write a letter for the company: against whom, what happened, what is asked, until when, and what proves it. */
export const COUNSEL_BRIEF: LetterTemplate = {
  id: 'counsel-brief',
  counsel: true,
  name: sentence('letter.counsel-brief.name'),
  standing: 'own-draft',
  fields: [
    {
      key: 'lawFirm',
      label: sentence('letter.counsel-brief.field.law-firm'),
      kind: 'text',
      required: true,
      asGiven: true,
    },
    FIELDS.companyName,
    FIELDS.creditCode,
    { ...FIELDS.addressee, label: sentence('letter.counsel-brief.field.counterparty') },
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { key: 'facts', label: sentence('letter.counsel-brief.field.facts'), kind: 'long-text', required: true },
    { key: 'demand', label: sentence('letter.counsel-brief.field.demand'), kind: 'long-text', required: true },
    { key: 'amount', label: sentence('letter.counsel-brief.field.amount'), kind: 'amount', required: false },
    FIELDS.currency,
    { key: 'lastDay', label: sentence('letter.counsel-brief.field.last-day'), kind: 'date', required: false },
    { key: 'adverse', label: sentence('letter.counsel-brief.field.adverse'), kind: 'long-text', required: false },
    {
      key: 'materials',
      label: sentence('letter.counsel-brief.field.materials'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'material', label: sentence('letter.counsel-brief.column.material'), kind: 'text', required: true },
        { key: 'form', label: sentence('letter.counsel-brief.column.form'), kind: 'text', required: true },
        { key: 'pages', label: sentence('letter.counsel-brief.column.pages'), kind: 'text', required: false },
      ],
    },
    optional(FIELDS.contactName),
    optional(FIELDS.contactPhone),
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('律师函委托材料'),
    { kind: 'addressee', text: text('致：{lawFirm}') },
    paragraph(
      '{companyName}请贵所就与{addressee}之间的《{agreementTitle}》[（{agreementVersion}）]出具律师函。有关情况如下：',
    ),
    paragraph('一、事实：{facts}'),
    paragraph('二、请对方：{demand}'),
    paragraph('涉及金额{amount:money}。', 'amount'),
    paragraph('三、期限：最迟应于{lastDay}前送达对方。', 'lastDay'),
    paragraph('对我公司不利、对方可能提出的情况：{adverse}', 'adverse'),
    paragraph('随附材料：'),
    TABLE,
    paragraph('律师函发出前，请将文稿交我公司确认。本材料仅供贵所承办使用，请勿转交他人。'),
    IDENTITY,
    CONTACT,
    signedBy('委托单位（盖章）'),
  ],
  english: english('.'),
  formerEnglish: [english('')],
  rules: [],
};
