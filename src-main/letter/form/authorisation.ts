import { sentence } from '../../agreement/sentence.ts';
import { BLANK, FIELDS, HEAD, optional, paragraph, TO } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/**
 * Authorises a person to sign and handle an agreement for the company: who, for what, how far, until when (article 165). Of an
 * identity number it takes the last four characters at most.
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
    { kind: 'title', text: ['授权委托书'] },
    TO,
    { kind: 'field', field: 'companyName' },
    { kind: 'field', field: 'creditCode' },
    { kind: 'field', field: 'address' },
    { kind: 'field', field: 'legalRepresentative' },
    paragraph('本公司委托{agentName}（{agentPosition}）为代理人，代理下列事项：'),
    { kind: 'item', number: '一、', text: text('签署并提交《{agreementTitle}》及其附件，确认订单；') },
    { kind: 'item', number: '二、', text: ['办理开通、变更、续订、退订以及开票、调账；'] },
    { kind: 'item', number: '三、', text: ['签收与该协议有关的通知和文件。'] },
    paragraph('代理人证件号码后四位：{agentIdentityTail}。', 'agentIdentityTail'),
    paragraph('上述事项限于线路{lineNumber}。', 'lineNumber'),
    paragraph(
      `代理权限：一般授权。未经本公司另行书面授权，代理人不得变更价格与责任条款、放弃或者转让权利、和解或者提起诉讼，亦不得转委托（${cited('subAgent')}）。`,
    ),
    paragraph(
      `代理期限：{validFrom}至{validTo}。代理人在权限和期限内以本公司名义实施的行为，对本公司发生效力（${article('agency')}）；期限届满或者贵公司收到本公司撤销通知后，授权终止。`,
    ),
    { kind: 'paragraph', text: ['代理人（签字样本）：', { words: BLANK, strong: false, underline: true }] },
    paragraph('附：代理人身份证件复印件（注明“仅用于本次授权”）。', 'agentIdentityTail'),
    {
      kind: 'signature',
      label: '委托单位（盖章）',
      name: text('{companyName}'),
      date: 'date',
      signatory: { label: '法定代表人（签字或名章）' },
    },
  ],
  rules: [{ rule: 'order', first: 'validFrom', second: 'validTo' }],
};
