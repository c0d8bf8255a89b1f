import { sentence } from '../../agreement/sentence.ts';
import { BLANK_LINE, CONTACT, FIELDS, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import type { LetterTemplate } from '../template.ts';

/** Compares accounts with the provider. It says that it admits nothing: an acknowledgement would be one against the sender. */
export const RECONCILIATION: LetterTemplate = {
  id: 'reconciliation',
  about: 'reconciliation',
  name: sentence('letter.reconciliation.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    { key: 'asOf', label: sentence('letter.reconciliation.field.as-of'), kind: 'date', required: true },
    {
      key: 'accounts',
      label: sentence('letter.reconciliation.field.accounts'),
      kind: 'rows',
      required: true,
      columns: [
        { key: 'item', label: sentence('letter.reconciliation.column.item'), kind: 'text', required: true },
        { key: 'billed', label: sentence('letter.reconciliation.column.billed'), kind: 'amount', required: true },
        { key: 'paid', label: sentence('letter.reconciliation.column.paid'), kind: 'amount', required: true },
        { key: 'balance', label: sentence('letter.reconciliation.column.balance'), kind: 'amount', required: true },
      ],
    },
    { key: 'total', label: sentence('letter.reconciliation.field.total'), kind: 'amount', required: true },
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['往来对账函'] },
    TO,
    paragraph('为核对往来款项，截至{asOf}，{companyName}就《{agreementTitle}》的账面记载如下：'),
    {
      kind: 'table',
      rows: 'accounts',
      numbered: true,
      widths: [1.2, 4.4, 3, 3, 3],
      total: { label: '合计', columns: ['billed', 'paid', 'balance'] },
    },
    paragraph('合计余额人民币{total}元（大写：人民币{total:capitals}）。'),
    paragraph(
      '请贵公司自收到本函之日起{answerDays}日内核对，并在下方签章回复。本函仅供核对账目，不是结算，不构成我公司对债务、逾期费用或者违约金的承认，也不影响我公司的各项权利。',
    ),
    IDENTITY,
    CONTACT,
    signedBy('发函单位（盖章）'),
    paragraph('回复：□信息相符　□信息不符，不符事项如下：'),
    { kind: 'paragraph', text: [BLANK_LINE], flat: true },
    paragraph('回复单位（盖章）：　　　　　　日期：　　年　　月　　日'),
  ],
  rules: [
    { rule: 'order', first: 'asOf', second: 'date' },
    { rule: 'difference', rows: 'accounts', first: 'billed', second: 'paid', difference: 'balance' },
    { rule: 'sum', rows: 'accounts', column: 'balance', total: 'total' },
  ],
};
