import { describe, expect, test } from 'vitest';
import type { TermBasis } from '../../../src-main/term/basis.ts';
import { missingFact } from '../../../src-main/term/basis.ts';
import { type InvoiceWish, invoiceDates } from '../../../src-main/term/fees/invoices.ts';
import { say } from '../../../src-main/agreement/sentence.ts';
import { classify } from '../../../src-main/agreement/meaning/classify.ts';
import { SHIPPED_CALENDAR } from '../../../src-main/term/calendar/holiday-tables.ts';
import { facts } from '../../../src-main/agreement/facts/facts.ts';
import { documentOf } from '../agreement/meaning.ts';
import { valueOf } from './basis-of.ts';
import { whyNot } from './quantity/stated.ts';

/** Clauses read with their tags, as the app reads them. */
function read(...texts: readonly (readonly [string, string, string?])[]): TermBasis {
  const document = documentOf(texts);
  const tags = classify(document);
  const clauses = document.clauses.map((clause, at) => ({ ...clause, tags: tags[at] ?? [] }));
  return { sources: [{ facts: facts(document, tags), clauses }], calendar: SHIPPED_CALENDAR };
}

const WISH: InvoiceWish = {
  plan: 'prepaid',
  month: '2026-03',
  type: 'special',
  charged: '2026-03-04',
  paid: '2026-03-06',
};
const dates = (text: string, wish: Partial<InvoiceWish> = {}) =>
  invoiceDates(read(['1', '发票'], ['1.1', text, '1']).sources[0], undefined, { ...WISH, ...wish });

describe('what the text says of invoices is not called silent', () => {
  test.each([
    '客户结清账单之后，可向财务部申请发票。',
    '发票自每季度首月起可以索取。',
    '客户收到对账单后10天内可以申请开票。',
    'An invoice may be requested from the 5th of the month following.',
    'Customer can ask for its invoice once the statement is confirmed.',
    'Invoices may be requested within 30 days after the end of the quarter.',
  ])('when one can be asked for: %s', (text) => {
    const { ask } = dates(text, { plan: 'postpaid' });
    expect(whyNot(ask.agreement)).toContain('没有从文中认出');
    expect(whyNot(ask.agreement)).toContain(text.slice(0, 12));
    expect(whyNot(ask.agreement, 'en')).toContain('was not recognised');
  });

  test.each(['发票由服务商寄送至客户的登记地址。', '本合同的税率为百分之六。', 'Invoices are sent by e-mail.'])(
    'a text that says nothing of it is silent: %s',
    (text) => {
      expect(whyNot(dates(text).ask.agreement)).toContain('没有写明');
    },
  );

  test('after the payment, at once: from the day on which it was paid', () => {
    expect(valueOf(dates('预付费的，付款后即可申请发票。').ask.agreement)).toBe('2026-03-06');
    expect(valueOf(dates('预付费订单支付后可随时申请开具发票。').ask.agreement)).toBe('2026-03-06');
  });

  test.each([
    '服务商收到款项后10个工作日内开具增值税专用发票。',
    '增值税专用发票在款项到账后5个营业日内开具。',
    '每笔款项结清后次月开具专用发票。',
    'Special VAT invoices are issued within 10 business days after the payment is received.',
    'A special VAT invoice is issued in the month after the payment.',
    'We issue the special VAT invoice two weeks after each payment.',
  ])('when one is issued: %s', (text) => {
    expect(whyNot(dates(text).issue.agreement)).toContain('没有从文中认出');
  });
});

const feeOf = (text: string): readonly unknown[] =>
  read(['1', text]).sources.flatMap((source) =>
    source.facts.flatMap(({ kind, value }) => (kind === 'early-termination-fee' ? [value] : [])),
  );
const why = (text: string): string => say(missingFact('early-termination-fee', read(['1', text])).text, 'zh');

describe('what whoever ends early owes', () => {
  test.each([
    ['客户退订的，应支付相当于三个月服务费的违约金。', 3],
    ['用户中途解除的，应赔偿两个月租费。', 2],
    ['甲方退租的，须缴纳1个月租金作为补偿。', 1],
    ['If Customer leaves before the term is over, it owes three months’ fees.', 3],
    ['A subscriber who cancels owes two months’ charges.', 2],
    ['Customer who withdraws shall pay four months’ fees.', 4],
  ])('is read: %s', (text, amount) => {
    expect(feeOf(text)).toEqual([{ amount, unit: 'times', of: 'month-fee' }]);
  });

  test.each([
    '客户退订的，应按附件三的阶梯支付违约金，首档一万元。',
    '中途停用者，须补缴一次性安装费一千元。',
    'A customer who cancels owes the installation charge of USD 300.',
    'Leaving before the end of the term, Customer pays the charges listed in annex 2.',
  ])('is told with its words where it is not read: %s', (text) => {
    expect(feeOf(text)).toEqual([]);
    expect(why(text)).toContain('没有从文中认出');
  });

  test.each([
    '客户退订的，服务商退还剩余1个月服务费。',
    '服务商解约的，应支付三个月服务费作为补偿。',
    '客户应于每月支付服务费，合同期一年。',
    'Customer may cancel at any time with two months’ notice.',
    'If Provider cancels, it refunds three months’ fees.',
  ])('is no such fee: %s', (text) => {
    expect(feeOf(text)).toEqual([]);
    expect(why(text)).toContain('没有写明');
  });
});
