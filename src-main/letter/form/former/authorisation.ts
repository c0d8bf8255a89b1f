import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS, optional, OWN_DRAFT } from '../../fields.ts';
import { type LetterTemplate, text } from '../../template.ts';

/** As letters that were begun before the authorisation in the form of article 165 have it: authorises a person to sign and handle the cross-border line agreement for the company. */
export const FORMER_AUTHORISATION: LetterTemplate = {
  id: 'line-authorisation',
  name: sentence('letter.authorisation.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.address,
    FIELDS.legalRepresentative,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
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
      key: 'agentIdentity',
      label: sentence('letter.authorisation.field.agent-identity'),
      kind: 'identity',
      required: true,
    },
    {
      key: 'agentPhone',
      label: sentence('letter.authorisation.field.agent-phone'),
      kind: 'phone',
      required: true,
    },
    {
      key: 'validFrom',
      label: sentence('letter.authorisation.field.valid-from'),
      kind: 'date',
      required: true,
      from: 'today',
    },
    {
      key: 'validTo',
      label: sentence('letter.authorisation.field.valid-to'),
      kind: 'date',
      required: true,
    },
    optional(FIELDS.lineNumber),
    FIELDS.date,
  ],
  blocks: [
    { kind: 'notice', text: [OWN_DRAFT] },
    { kind: 'title', text: ['授权书'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text(
        '{companyName}（统一社会信用代码：{creditCode}，注册地址：{address}，法定代表人：{legalRepresentative}）现授权下列人员代表本公司办理《{agreementTitle}》（{agreementVersion}）的有关事项。',
      ),
    },
    { kind: 'field', field: 'agentName' },
    { kind: 'field', field: 'agentPosition' },
    { kind: 'field', field: 'agentIdentity' },
    { kind: 'field', field: 'agentPhone' },
    { kind: 'field', field: 'lineNumber', when: 'lineNumber' },
    { kind: 'paragraph', text: ['授权事项如下：'] },
    { kind: 'item', number: '一、', text: ['签署、提交该协议及其附件，并确认订单信息；'] },
    { kind: 'item', number: '二、', text: ['办理开通、变更、续订和退订，提交开票和调账所需材料；'] },
    { kind: 'item', number: '三、', text: ['接收与该协议有关的通知和文件。'] },
    {
      kind: 'paragraph',
      text: text(
        '授权期限自{validFrom}起至{validTo}止。被授权人无权转授权。期限内其在上述范围内的签署行为，由本公司承担法律后果。',
      ),
    },
    {
      kind: 'signature',
      label: '授权单位（盖章）',
      name: text('{companyName}'),
      date: 'date',
      signatory: { label: '法定代表人（签字）' },
    },
  ],
  rules: [{ rule: 'order', first: 'validFrom', second: 'validTo' }],
};
