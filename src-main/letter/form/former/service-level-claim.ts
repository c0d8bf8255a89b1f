import { sentence } from '../../../agreement/sentence.ts';
import { FIELDS } from '../../fields.ts';
import { type LetterTemplate, text } from '../../template.ts';

/** The claim as letters that were begun before it was asked for in the agreement's own form have it: claims the credit that the service level agreement gives for one month, with the working and the clauses it rests on. */
export const SERVICE_LEVEL_CLAIM: LetterTemplate = {
  id: 'service-level-claim',
  name: sentence('letter.service-level-claim.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
    {
      key: 'service',
      label: sentence('letter.service-level-claim.field.service'),
      kind: 'text',
      required: true,
    },
    {
      key: 'instance',
      label: sentence('letter.service-level-claim.field.instance'),
      kind: 'text',
      required: true,
    },
    {
      key: 'month',
      label: sentence('letter.service-level-claim.field.month'),
      kind: 'month',
      required: true,
    },
    {
      key: 'availability',
      label: sentence('letter.service-level-claim.field.availability'),
      kind: 'percent',
      required: true,
    },
    {
      key: 'promised',
      label: sentence('letter.service-level-claim.field.promised'),
      kind: 'percent',
      required: true,
    },
    {
      key: 'steps',
      label: sentence('letter.service-level-claim.field.steps'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'step',
          label: sentence('letter.service-level-claim.column.step'),
          kind: 'text',
          required: true,
        },
        {
          key: 'value',
          label: sentence('letter.service-level-claim.column.value'),
          kind: 'text',
          required: true,
        },
      ],
    },
    {
      key: 'tier',
      label: sentence('letter.service-level-claim.field.tier'),
      kind: 'text',
      required: true,
    },
    {
      key: 'monthlyFee',
      label: sentence('letter.service-level-claim.field.monthly-fee'),
      kind: 'amount',
      required: true,
    },
    {
      key: 'credit',
      label: sentence('letter.service-level-claim.field.credit'),
      kind: 'percent',
      required: true,
    },
    {
      key: 'amount',
      label: sentence('letter.service-level-claim.field.amount'),
      kind: 'amount',
      required: true,
    },
    {
      key: 'clauses',
      label: sentence('letter.service-level-claim.field.clauses'),
      kind: 'rows',
      required: true,
      columns: [
        {
          key: 'clause',
          label: sentence('letter.service-level-claim.column.clause'),
          kind: 'text',
          required: true,
        },
        {
          key: 'quote',
          label: sentence('letter.service-level-claim.column.quote'),
          kind: 'long-text',
          required: true,
        },
      ],
    },
    FIELDS.contactName,
    FIELDS.contactPhone,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['服务等级赔偿申请函'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text(
        '{companyName}（统一社会信用代码：{creditCode}）使用贵方{service}（实例编号：{instance}）。{month}该服务的实际可用性为{availability}，低于承诺的{promised}。',
      ),
    },
    { kind: 'paragraph', text: ['可用性与赔偿金额计算如下：'] },
    { kind: 'table', rows: 'steps', numbered: true, widths: [1, 6, 4] },
    {
      kind: 'paragraph',
      text: text(
        '按{tier}，赔偿比例为当月服务费的{credit}。当月服务费为人民币{monthlyFee}元，申请赔偿人民币{amount}元（大写：{amount:capitals}）。',
      ),
    },
    { kind: 'paragraph', text: text('依据《{agreementTitle}》（{agreementVersion}）以下条款：') },
    { kind: 'items-of', rows: 'clauses', text: text('条款{clause}：“{quote}”') },
    { kind: 'paragraph', text: ['不可用时段的记录随函附上。请核实后将赔偿计入我公司账户，并书面告知处理结果。'] },
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。') },
    { kind: 'closing', text: ['特此申请。'] },
    { kind: 'signature', label: '申请单位（盖章）', name: text('{companyName}'), date: 'date' },
  ],
  rules: [],
};
