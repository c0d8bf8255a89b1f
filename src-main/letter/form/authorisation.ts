import { sentence } from '../../agreement/sentence.ts';
import { BLANK, FIELDS, HEAD, optional, paragraph, SEAL_ENGLISH, titled, TO, TO_ENGLISH } from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import { type LetterTemplate, type TemplateBlock, text } from '../template.ts';

const BY_HAND = { words: BLANK, strong: false, underline: true } as const;

/** Who gives the authority. */
const PARTICULARS: readonly TemplateBlock[] = [
  { kind: 'field', field: 'companyName' },
  { kind: 'field', field: 'creditCode' },
  { kind: 'field', field: 'address' },
  { kind: 'field', field: 'legalRepresentative' },
];

/**
 * Authorises a person to sign and handle an agreement for the company: who, for what, how far, until when (article 165). Of an
 * identity number it takes the last four characters at most, and a copy of the document is named only where one is enclosed.
 */
export const AUTHORISATION: LetterTemplate = {
  id: 'authorisation',
  about: 'authorisation',
  name: sentence('letter.authorisation.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.address,
    FIELDS.legalRepresentative,
    {
      key: 'agentName',
      label: sentence('letter.authorisation.field.agent-name'),
      kind: 'text',
      required: true,
      from: 'signatory.name',
      asGiven: true,
    },
    {
      key: 'agentPosition',
      label: sentence('letter.authorisation.field.agent-position'),
      kind: 'text',
      required: true,
      from: 'signatory.position',
    },
    {
      key: 'agentIdentityTail',
      label: sentence('letter.authorisation.field.agent-identity-tail'),
      kind: 'identity-tail',
      required: false,
    },
    {
      key: 'identityCopy',
      label: sentence('letter.authorisation.field.identity-copy'),
      kind: 'choice',
      required: false,
      options: ['代理人身份证件复印件（注明“仅用于本次授权”）'],
      english: ['a copy of the agent’s identity document (marked “for this authorisation only”)'],
    },
    {
      key: 'validFrom',
      label: sentence('letter.authorisation.field.valid-from'),
      kind: 'date',
      required: true,
      from: 'today',
    },
    { key: 'validTo', label: sentence('letter.authorisation.field.valid-to'), kind: 'date', required: true },
    optional(FIELDS.lineNumber),
    FIELDS.date,
  ],
  blocks: [
    titled('授权委托书'),
    TO,
    ...PARTICULARS,
    paragraph(
      '本公司委托{agentName}（{agentPosition}[，证件号码后四位{agentIdentityTail}]）为代理人，代理下列事项[，限于线路{lineNumber}]：',
    ),
    {
      kind: 'item',
      number: '一、',
      text: text('签署并提交《{agreementTitle}》[（{agreementVersion}）]及其附件，确认订单；'),
    },
    { kind: 'item', number: '二、', text: ['办理服务的开通、变更、续订、退订以及开票、调账；'] },
    { kind: 'item', number: '三、', text: ['签收与该协议有关的通知和文件，签收不表示本公司同意其内容。'] },
    paragraph(
      `代理权限：一般授权。未经本公司另行书面授权，代理人不得接受该协议的其他版本或者对该协议的变更，不得变更价格与责任条款、放弃或者转让权利、和解或者提起诉讼，亦不得转委托（${cited('subAgent')}）。`,
    ),
    paragraph(
      `代理期限：{validFrom}至{validTo}。代理人在权限和期限内以本公司名义实施的行为，对本公司发生效力（${article('agency')}）；期限届满或者贵公司收到本公司撤销通知后，授权终止。`,
    ),
    { kind: 'paragraph', text: ['代理人（签字样本）：', BY_HAND, ...text('[（{agentName}）]')] },
    paragraph('附：{identityCopy}。', 'identityCopy'),
    {
      kind: 'signature',
      label: '委托单位（盖章）',
      name: text('{companyName}'),
      date: 'date',
      signatory: { label: '法定代表人（签字或名章）', name: FIELDS.legalRepresentative.key },
    },
  ],
  english: [
    titled('Authorisation Letter'),
    TO_ENGLISH,
    ...PARTICULARS,
    paragraph(
      'The company named above appoints {agentName} ({agentPosition}[, identity document ending in {agentIdentityTail}]) as its agent for the following[, limited to line {lineNumber}]:',
    ),
    {
      kind: 'item',
      number: '1. ',
      text: text(
        'to sign and submit the {agreementTitle}[ ({agreementVersion})] with its annexes, and to confirm orders;',
      ),
    },
    {
      kind: 'item',
      number: '2. ',
      text: [
        'to deal with activation, changes, renewal and cancellation of the service, and with invoices and corrections of bills;',
      ],
    },
    {
      kind: 'item',
      number: '3. ',
      text: [
        'to receive notices and documents relating to that agreement; receipt is not consent to what is received.',
      ],
    },
    paragraph(
      `Scope: general authority. Without our further written authorisation, the agent may not accept any other version of, or change to, that agreement, change terms on price or liability, waive or transfer rights, settle or bring proceedings, or appoint a sub-agent (${citedEnglish('subAgent')}).`,
    ),
    paragraph(
      `Term: from {validFrom} to {validTo}. What the agent does in our name within this scope and term binds us (${articlesEnglish('agency')}). The authority ends when the term expires or when you receive our notice of withdrawal.`,
    ),
    { kind: 'paragraph', text: ['Agent (specimen signature): ', BY_HAND, ...text('[ Name: {agentName}]')] },
    paragraph('Enclosed: {identityCopy}.', 'identityCopy'),
    {
      kind: 'signature',
      ...SEAL_ENGLISH,
      name: text('{companyName}'),
      date: 'date',
      signatory: { label: 'Legal representative (signature or name seal)', name: FIELDS.legalRepresentative.key },
    },
  ],
  rules: [{ rule: 'order', first: 'validFrom', second: 'validTo' }],
};
