import { sentence } from '../../agreement/sentence.ts';
import { FIELDS, optional, paragraph, SEAL_ENGLISH, titled } from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

const item = (number: string, written: string): TemplateBlock => ({ kind: 'item', number, text: text(written) });

/** Where a party seals and signs: we with the day that was filled in, the other one dates its own by hand. */
const sealed = (
  party: string,
  seal: { readonly label: string; readonly mark?: string },
  signatory: string,
): TemplateBlock => ({
  kind: 'signature',
  ...seal,
  name: text(`{${party}}`),
  ...(party === FIELDS.companyName.key ? { date: FIELDS.date.key } : { theirs: true }),
  signatory: { label: signatory, ...(party === FIELDS.companyName.key ? { name: FIELDS.handler.key } : {}) },
});

/** Where notices go, which text counts, and how records are kept and taken out: agreed by both, so that a court can go by it. */
export const DATA_AGREEMENT: LetterTemplate = {
  id: 'data-agreement',
  name: sentence('letter.data-agreement.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.addressee,
    FIELDS.agreementTitle,
    optional(FIELDS.agreementVersion),
    { ...FIELDS.contactEmail, label: sentence('letter.data-agreement.field.our-email'), required: true },
    {
      key: 'providerEmail',
      label: sentence('letter.data-agreement.field.provider-email'),
      kind: 'email',
      required: true,
    },
    {
      key: 'keepYears',
      label: sentence('letter.data-agreement.field.keep-years'),
      kind: 'text',
      required: true,
      preset: '3',
    },
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('关于通知和电子数据的补充约定'),
    paragraph('甲方（客户）：{companyName}，统一社会信用代码：{creditCode}。'),
    paragraph('乙方（服务商）：{addressee}。'),
    paragraph(
      '双方就《{agreementTitle}》[（{agreementVersion}）]（以下称主协议）的通知方式，以及电子数据的保存、传输和提取方式，约定如下：',
    ),
    item(
      '一、',
      `与主协议有关的通知，包括变更主协议、调整价格、中止或者终止服务、转让主协议的通知，以及异议、催告、索赔、不续约和解除的通知，发送至对方的下列电子邮箱，自进入该邮箱所在系统时到达（${cited('arrival')}）。以书面寄送并签收的，自签收时到达。到达不表示收件方同意其内容。仅在网站或者控制台公告的，不视为到达。`,
    ),
    paragraph('甲方邮箱：{contactEmail}'),
    paragraph('乙方邮箱：{providerEmail}'),
    item(
      '二、',
      `SHA-256 值相同的文件，双方认可为同一文本；本条只用于核对文本是否相同。主协议的文本或者其新版本到达邮箱，不表示收件方同意；变更主协议，须经双方签章的书面文件（${article('change')}），不回复、继续使用或者继续付款均不构成同意。双方另有盖章文本的，仍以盖章文本为准。`,
    ),
    item(
      '三、',
      '双方各自保存往来邮件及其附件的原始文件，至主协议终止后{keepYears}年。提取时导出完整邮件（含邮件头）和原始附件；与另一方留存的 SHA-256 值一致的，双方认可其未被改动。',
    ),
    item(
      '四、',
      '服务可用性、中断和工单，由双方各自保存系统的原始记录。记录不一致的，双方在十五日内交换原始记录并说明，任何一方的记录不当然优先。',
    ),
    item(
      '五、',
      `以上为双方约定的电子数据保存、传输和提取方式（${cited('agreedKeeping')}）。任何一方有相反证据的，不受影响。`,
    ),
    item('六、', '变更邮箱的，书面通知对方；自通知到达时起，按变更后的邮箱发送。'),
    item(
      '七、',
      '通知方式、主协议的变更方式，以及电子数据的保存、传输、提取，本约定与主协议不一致的，以本约定为准；主协议的其他内容不因本约定变更。主协议以后的版本（包括以点击、下单或者使用方式接受的）不变更、不取代本约定；变更本约定，须经双方签章的书面文件写明。本约定自双方盖章之日起生效，一式两份，双方各执一份。',
    ),
    sealed(FIELDS.companyName.key, { label: '甲方（盖章）' }, '法定代表人/授权代表（签字）'),
    sealed(FIELDS.addressee.key, { label: '乙方（盖章）' }, '法定代表人/授权代表（签字）'),
  ],
  english: [
    titled('Supplementary Agreement on Notices and Electronic Data'),
    paragraph('Customer: {companyName}, unified social credit code {creditCode}.'),
    paragraph('Provider: {addressee}.'),
    paragraph(
      'On how notices are given and how electronic data is kept, transmitted and extracted under the {agreementTitle}[ ({agreementVersion})] (“the Main Agreement”), the parties agree as follows:',
    ),
    item(
      '1. ',
      `Notices relating to the Main Agreement, including those of a change of it or in price, of suspension, termination or transfer, and of an objection, demand, claim or non-renewal, are sent to the other party’s mailbox below, and arrive when they enter the system of that mailbox (${citedEnglish('arrival')}). A notice in writing that is delivered and signed for arrives when signed for. Arrival does not show that the recipient agrees to what has arrived. What is only announced on a website or in a console does not count as having arrived.`,
    ),
    paragraph('Customer’s mailbox: {contactEmail}'),
    paragraph('Provider’s mailbox: {providerEmail}'),
    item(
      '2. ',
      `The parties accept files with the same SHA-256 value as the same text; this clause serves solely to tell whether texts are the same. That a text or a new version of the Main Agreement arrives in a mailbox does not show that the recipient agrees to it. The Main Agreement is changed only by a document signed or sealed by both parties (${articlesEnglish('change')}); silence, continued use and continued payment are no consent. Where the parties have a sealed text, the sealed text continues to govern.`,
    ),
    item(
      '3. ',
      'Each party keeps the original files of the emails exchanged and their attachments until {keepYears} years after the Main Agreement ends. They are extracted as complete emails, headers included, with the original attachments. What has the same SHA-256 value as the other party’s copy is accepted as unaltered.',
    ),
    item(
      '4. ',
      'Each party keeps its system’s original records of availability, outages and tickets. Where they differ, the parties exchange and explain the original records within fifteen days. Neither party’s records automatically prevail.',
    ),
    item(
      '5. ',
      `These are the agreed ways to keep, transmit and extract electronic data (${citedEnglish('agreedKeeping')}). Evidence to the contrary remains open to either party.`,
    ),
    item(
      '6. ',
      'A party that changes its mailbox tells the other in writing. Once that notice has arrived, the new mailbox shall be used.',
    ),
    item(
      '7. ',
      'Where this agreement and the Main Agreement differ on how notices are given, on how the Main Agreement is changed, or on how electronic data is kept, transmitted and extracted, this agreement prevails; nothing else in the Main Agreement is changed by it. Later versions of the Main Agreement, however accepted, neither change nor replace this agreement; it is changed only by a document signed or sealed by both parties that says so. This agreement takes effect on the day on which both parties have sealed it, and is made in two originals, one for each party.',
    ),
    sealed(FIELDS.companyName.key, SEAL_ENGLISH, 'Legal or authorised representative (signature)'),
    sealed(FIELDS.addressee.key, SEAL_ENGLISH, 'Legal or authorised representative (signature)'),
  ],
  rules: [],
};
