import { describe, expect, test } from 'vitest';
import { orderCalls, orderInput } from '../../../../src-main/contract/rights/orders.ts';
import { byPaymentRule, paymentRuleKey } from '../../../../src-main/term/fees/payment-rules.ts';
import { billDue, billPicks, duePicks, keptOrderDue, paymentDue } from '../../../../src-main/term/fees/orders.ts';
import { basisOfText } from '../basis-of-text.ts';

const TWO = [
  'Customer shall pay each invoice within 45 days of the invoice date.',
  'Customer shall pay undisputed sums within 20 days of receipt of the invoice.',
].join('\n');

const ORDER_AND_BILL = [
  '客户须在订单提交后5日内付款，逾期未付的，订单自动取消。',
  '客户收到账单后20日内支付账单金额。',
].join('\n');

describe('a text that states two rules of payment', () => {
  test('bounds the day by both of them until one is picked', () => {
    const basis = basisOfText(TWO);
    for (const due of [billDue(basis, '2026-03-02'), paymentDue(basis, '2026-03-02', '2026-03-02').due])
      expect(due).toMatchObject({ known: false, notBefore: '2026-03-22', notAfter: '2026-04-16' });
  });

  test('offers each with its words and its day', () => {
    const picks = billPicks(basisOfText(TWO), '2026-03-02');
    expect(picks.map(({ found }) => found.fact.quote)).toEqual(TWO.split('\n'));
    expect(picks.map(({ due }) => due.known && due.value.safe)).toEqual(['2026-04-16', '2026-03-22']);
  });

  test('gives the day of the one that was picked', () => {
    const basis = basisOfText(TWO);
    const second = billPicks(basis, '2026-03-02')[1]?.rule;
    const due = billDue(byPaymentRule(basis, second), '2026-03-02');
    expect(due).toMatchObject({ known: true, value: { safe: '2026-03-22' } });
    expect(byPaymentRule(basis, 'another text states this one')).toBe(basis);
  });

  test('takes neither the time for orders nor that for bills of an order that was billed', () => {
    const basis = basisOfText(ORDER_AND_BILL);
    const kept = keptOrderDue(basis, '2026-03-02', '2026-03-16');
    expect(kept.due).toMatchObject({ known: false, notBefore: '2026-03-07', notAfter: '2026-04-05' });
    expect(kept.lapses.known).toBe(false);
    expect(keptOrderDue(basis, '2026-03-02').due).toMatchObject({ known: true, value: { safe: '2026-03-07' } });
    const [ofOrder, ofBill] = duePicks(basis, '2026-03-02', '2026-03-16');
    const picked = (rule = ''): unknown => keptOrderDue(byPaymentRule(basis, rule), '2026-03-02', '2026-03-16').due;
    expect(picked(ofOrder?.rule)).toMatchObject({ value: { safe: '2026-03-07' } });
    expect(picked(ofBill?.rule)).toMatchObject({ value: { safe: '2026-04-05' } });
  });

  test('said twice is one rule', () => {
    expect(
      billPicks(
        basisOfText(`${TWO.split('\n')[0] ?? ''}\nEach invoice is payable within 45 days of the invoice date.`),
        '2026-03-02',
      ),
    ).toEqual([]);
  });

  test('that say more than a name holds can be picked and kept all the same, each by a name of its own', () => {
    const [fact] = basisOfText(TWO).sources.flatMap(({ facts }) => facts);
    if (!fact) throw new Error('nothing read');
    const ruleOf = (words: string): string => paymentRuleKey({ ...fact, kind: 'payment-day', value: words });
    const long = 'unless the warehouse ledger is disputed, '.repeat(20);
    const [one, other] = [ruleOf(`${long}in part`), ruleOf(`${long}as a whole`)];
    expect(one).toBe(ruleOf(`${long}in part`));
    expect(one).not.toBe(other);
    expect(ruleOf('by agreement')).toContain('by agreement');
    for (const rule of [one, other]) {
      expect(orderCalls['rights.pickPaymentRule'].input.safeParse({ orderId: crypto.randomUUID(), rule }).success).toBe(
        true,
      );
      expect(orderInput.shape.paymentRule.safeParse({ rule, quote: long }).success).toBe(true);
    }
  });
});
