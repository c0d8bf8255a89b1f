import { sentence } from '../../../agreement/sentence.ts';
import { BELONGS_TO, FIELDS, OWN_DRAFT } from '../../fields.ts';
import { inUnit } from '../../money.ts';
import { type LetterTemplate, text } from '../../template.ts';

/** As letters that were begun before each title had to say what it uses have it: explains why the fees of one account are to be invoiced to several titles; the titles add up to the total. */
export const FORMER_INVOICE_TITLES: LetterTemplate = {
  id: 'several-invoice-titles',
  name: sentence('letter.invoice-titles.name'),
  standing: 'own-draft',
  fields: [
    FIELDS.addressee,
    FIELDS.companyName,
    FIELDS.creditCode,
    FIELDS.legalRepresentative,
    FIELDS.agreementTitle,
    FIELDS.agreementVersion,
    FIELDS.lineNumber,
    {
      key: 'feeMonth',
      label: sentence('letter.invoice-titles.field.fee-month'),
      kind: 'month',
      required: true,
    },
    {
      key: 'reason',
      label: sentence('letter.invoice-titles.field.reason'),
      kind: 'long-text',
      required: true,
    },
    {
      key: 'titles',
      label: sentence('letter.invoice-titles.field.titles'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'title', label: sentence('letter.invoice-titles.column.title'), kind: 'text', required: true },
        {
          key: 'taxNumber',
          label: sentence('letter.invoice-titles.column.tax-number'),
          kind: 'tax-number',
          required: true,
        },
        {
          key: 'amount',
          label: inUnit(sentence('letter.invoice-titles.column.amount')),
          kind: 'amount',
          required: true,
        },
        {
          key: 'relation',
          label: sentence('letter.invoice-titles.column.relation'),
          kind: 'text',
          required: true,
        },
      ],
    },
    {
      key: 'total',
      label: sentence('letter.invoice-titles.field.total'),
      kind: 'amount',
      required: true,
    },
    FIELDS.contactName,
    FIELDS.contactPhone,

    FIELDS.date,
  ],
  blocks: [
    { kind: 'notice', text: [OWN_DRAFT] },
    { kind: 'title', text: ['关于增加发票抬头的说明函'] },
    { kind: 'addressee', text: text('致：{addressee}') },
    {
      kind: 'paragraph',
      text: text(
        '{companyName}（统一社会信用代码：{creditCode}）使用贵方专线服务（编号：{lineNumber}）。{feeMonth}的服务费用合计人民币{total}元（大写：人民币{total:capitals}）。',
      ),
    },
    { kind: 'paragraph', text: text('因{reason}，现申请将上述费用按下表分别开具发票：') },
    {
      kind: 'table',
      rows: 'titles',
      numbered: true,
      widths: [1.2, 3.8, 4.2, 2.8, 2.8],
      total: { label: '合计', columns: ['amount'] },
    },
    {
      kind: 'paragraph',
      text: ['本公司确认：以上各抬头单位真实存在，并已同意承担相应费用；因抬头或金额填写有误产生的后果由本公司承担。'],
    },
    { kind: 'paragraph', text: text(BELONGS_TO) },
    { kind: 'paragraph', text: text('联系人：{contactName}，联系电话：{contactPhone}。') },
    { kind: 'closing', text: ['特此说明。'] },
    { kind: 'signature', label: '说明单位（盖章）', name: text('{companyName}'), date: 'date' },
  ],
  rules: [
    { rule: 'sum', rows: 'titles', column: 'amount', total: 'total' },
    { rule: 'unique', rows: 'titles', column: 'taxNumber' },
  ],
};
