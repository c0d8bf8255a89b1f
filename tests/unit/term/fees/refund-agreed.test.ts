import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { earlyEnd } from '../../../../src-main/term/fees/refund-agreed.ts';
import { stated, text, whyNot, working } from '../quantity/stated.ts';

const ORDER = {
  ...{ total: '12000', months: 12, starts: '2026-01-01', ends: '2026-06-15' },
  partMonth: { value: 'daily', by: 'person' },
} as const;
const FEE = stated(
  'early-termination-fee',
  { amount: 30, unit: 'percent', of: 'remaining-term' },
  { unit: 'percent', quote: '应付剩余期间费用的30%' },
);
const ends = (words: readonly string[], facts: readonly Fact[] = []) =>
  earlyEnd({ sources: [text(facts, ...words)], calendar: SHIPPED_CALENDAR }, ORDER);

describe('an early end of a prepaid order', () => {
  test('gives nothing back where the text says so, beside the part that was not used', () => {
    const { ban, unused, refund } = ends(['先付费服务开通后不得提前终止，已付费用不予退还。']);
    expect(ban?.clause?.quote).toContain('不予退还');
    expect(unused).toMatchObject({ value: { refund: '6500.00' } });
    expect(refund).toMatchObject({ known: true, value: '0.00' });
  });

  test('is a figure and no claim where the text says nothing', () => {
    const { unused, refund } = ends(['费用按月结算。']);
    expect(unused).toMatchObject({ value: { refund: '6500.00' } });
    expect(refund).toMatchObject({ known: false, atLeast: '0.00', atMost: '6500.00' });
    expect(whyNot(refund)).toContain('没有从文中认出');
  });

  test('costs the fee that the text states: 30 % of what is left', () => {
    const { fee, refund } = ends(['提前结束的，退还未使用部分的费用。'], [FEE]);
    expect(fee).toMatchObject({ value: '1950.00' });
    expect(refund).toMatchObject({ known: true, value: '4550.00' });
    expect(ends([], [FEE]).refund).toMatchObject({ known: false, atMost: '4550.00' });
  });

  test('gives back what the text gives back', () => {
    expect(ends(['本方提前停止服务的，应将未消费的款项退还贵方。']).refund).toMatchObject({ value: '6500.00' });
    expect(ends(['Unused fees are refunded on early termination.']).refund).toMatchObject({ value: '6500.00' });
  });

  test('is not known where something unsaid is kept back of it', () => {
    const { refund } = ends(['客户提前结束的，扣除手续费后退还未使用部分的费用。']);
    expect(refund).toMatchObject({ known: false, atLeast: '0.00', atMost: '6500.00' });
    expect(whyNot(refund)).not.toBe('');
  });

  test('of a number, a network or a rental that is given back says nothing of money', () => {
    // 不退订, 不退网 and 不退租 are about the service: no refund is refused by them.
    const { refund } = ends(['服务期内不得退订。', '客户提前结束的，退还未使用部分的费用。']);
    expect(refund).toMatchObject({ value: '6500.00' });
  });

  test('is not refused by what holds for a breach, or for a deposit', () => {
    const words = ['贵方违约的，已付费用不予退还。', '押金不予退还。', '余下的费用退回。'];
    expect(ends(words).refund).toMatchObject({ value: '6500.00' });
  });
});

/**
 * Who ended it decides. A clause that pays back unused fees where the provider ends the service gives nothing to a customer who leaves; a
 * clause that forbids the customer to leave early says nothing of the provider. A figure against either would be told against the text.
 */
describe('an early end by one side or the other', () => {
  const BAN = '包年包月服务不得提前退订。';
  const PROVIDER_PAYS = '我们提前终止服务的，退还客户未使用部分的费用。';
  const BOTH_PAY = '任何一方提前解除的，未使用部分的费用予以退还。';
  const by = (endedBy: 'provider' | 'customer' | undefined, ...words: readonly string[]) =>
    earlyEnd(
      { sources: [text([], ...words)], calendar: SHIPPED_CALENDAR },
      { ...ORDER, ...(endedBy === undefined ? {} : { endedBy }) },
    );

  test('by the customer where the text forbids it: the clause, and no figure, not even a bound', () => {
    const { ban, refund } = by('customer', BAN, PROVIDER_PAYS);
    expect(ban?.clause?.quote).toBe(BAN);
    expect(refund).toMatchObject({ known: false });
    expect(refund).not.toHaveProperty('atMost');
    expect(working(refund)).toContain('客户提前结束的不适用');
    expect(by('customer', BAN).refund).not.toHaveProperty('atMost');
  });

  test('by the customer where what the provider sells cannot be ended early: the clause, and no sure figure', () => {
    const { ban, refund } = by(
      'customer',
      '我方提供的包年包月产品不支持提前退订。',
      '服务终止后，退还未使用部分的费用。',
    );
    expect(ban?.clause?.quote).toContain('不支持提前退订');
    expect(refund).toMatchObject({ known: false });
  });

  test('by the customer where only the provider pays back: unknown, as for a text that is silent', () => {
    const { refund } = by('customer', PROVIDER_PAYS);
    expect(refund).toMatchObject({ known: false, atLeast: '0.00' });
    expect(whyNot(refund)).toContain('没有从文中认出');
  });

  test('by the provider: what it pays back, whatever is forbidden to the customer', () => {
    expect(by('provider', BAN, PROVIDER_PAYS).refund).toMatchObject({ known: true, value: '6500.00' });
  });

  test('by the provider where only an end by the customer pays back: unknown, and the clause says so', () => {
    for (const words of [
      '客户提前退订的，退还未使用部分的费用。',
      'Upon early termination by Customer, Provider shall refund the prepaid fees for the unused months.',
    ]) {
      const { refund } = by('provider', words);
      expect(refund).toMatchObject({ known: false, atLeast: '0.00' });
      expect(working(refund)).toContain('只说客户提前结束时退还');
      expect(by('customer', words).refund).toMatchObject({ known: true, value: '6500.00' });
      expect(by(undefined, words).refund).toMatchObject({ known: true, value: '6500.00' });
    }
  });

  test.each([
    '合同提前结束的，服务方应将合同终止后未使用期间的服务费退还给客户。',
    '本合同提前终止的，我方应向用户退还终止之后未使用期间的费用。',
    '合同终止后，我方应退还客户自终止日起未使用部分的款项。',
    '服务中断超过20日的，服务商应向用户退还未使用的部分并终止服务。',
    '客户预付的费用在合同终止后按未使用的期间退还。',
    '客户的服务终止后，未使用部分的费用予以退还。',
    'Upon an early termination, Provider shall refund Customer the unused prepaid fees counted from the end date.',
    'Prepaid fees that are unused are refunded to the Customer within 20 days of termination.',
    'Fees paid by you for the unused period after termination are refunded.',
    'If the Service is suspended, we refund you the unused fees and the order is cancelled.',
    '客户付清款项后合同提前终止的，未使用部分的费用予以退还。',
    '用户已支付但尚未使用的费用，在合同终止后退还。',
    '客户支付给我方的费用于合同解除后按剩余期间退还。',
    '客户可获退还合同终止后未使用期间的费用。',
    '用户付款后我们提前终止服务的，退还未使用部分的费用。',
    'Fees you paid for the unused time are refunded when the order is cancelled.',
    'You will be refunded the unused fees once the contract ends.',
    'If you paid in advance and the order ends early, unused fees are refunded.',
    'If you prepaid and we cancel the order early, unused fees are refunded.',
  ])('by the provider: a clause that pays the customer back at an end by whoever holds: %s', (words) => {
    expect(by('provider', words).refund).toMatchObject({ known: true, value: '6500.00' });
    expect(working(by('provider', words).refund)).not.toContain('只说客户提前结束时退还');
  });

  test.each([
    '若客户在期满前自行解除合同，我方将未使用部分的费用退还给客户。',
    '用户主动退订的，应向用户退还剩余期间的费用。',
    'If you cancel the subscription early, we will refund you the unused fees.',
    'Where Customer decides to end the order, unused fees are refunded to Customer after termination.',
    '用户在预付费期间内自行提前终止的，剩余费用予以退还。',
    '用户付清款项后提前退订的，退还未使用部分的费用。',
    '客户尚未付清款项前取消的，剩余费用予以退还。',
    '用户申请退款并提前解除的，退还剩余费用。',
    '您在支付款项后退订的，未使用部分的费用予以退还。',
    '因为客户提前退订的，退还剩余费用。',
    '客户通知服务商提前终止的，退还剩余费用。',
    'If you paid for the year and cancel early, the unused fees are refunded.',
    'Where a customer that has prepaid for a year cancels early, unused fees are refunded.',
    'If you request a refund and cancel the order, unused fees are refunded.',
  ])('by the provider: a clause of an end by the customer gives nothing: %s', (words) => {
    expect(by('provider', words).refund).toMatchObject({ known: false, atLeast: '0.00' });
  });

  test('by the provider: no charge for an early end by the customer is taken off', () => {
    const charge = stated(
      'early-termination-fee',
      { amount: 20, unit: 'percent', of: 'remaining-term' },
      { unit: 'percent', quote: '客户提前终止的，支付剩余服务费的20%' },
    );
    const ended = (endedBy: 'provider' | 'customer') =>
      earlyEnd({ sources: [text([charge], BOTH_PAY)], calendar: SHIPPED_CALENDAR }, { ...ORDER, endedBy });
    expect(ended('provider').fee).toBeUndefined();
    expect(ended('provider').refund).toMatchObject({ known: true, value: '6500.00' });
    // A fifth of 6 500.00 is 1 300.00.
    expect(ended('customer').refund).toMatchObject({ known: true, value: '5200.00' });
  });

  test('by nobody said: where the text makes a difference, that is what is missing', () => {
    expect(by(undefined, BAN, PROVIDER_PAYS).refund).toMatchObject({
      known: false,
      missing: [{ what: 'input', name: 'endedBy' }],
    });
  });

  test('a text that forbids and gives back in one breath for either side is quoted, and nothing picked', () => {
    expect(by('customer', BAN, BOTH_PAY).refund).toMatchObject({ known: false, missing: [{ what: 'conflict' }] });
    expect(by('customer', BOTH_PAY).refund).toMatchObject({ known: true, value: '6500.00' });
  });

  test('a charge that is a share of the year’s fee takes the order’s own, never the sum of another time', () => {
    const yearly = stated(
      'early-termination-fee',
      { amount: 10, unit: 'percent', of: 'year-fee' },
      { unit: 'percent', quote: '应付年度服务费的10%' },
    );
    const charged = (more: object) =>
      earlyEnd({ sources: [text([yearly], BOTH_PAY)], calendar: SHIPPED_CALENDAR }, { ...ORDER, months: 24, ...more });
    expect(charged({}).fee).toMatchObject({ known: false, missing: [{ name: 'yearFee' }] });
    expect(charged({ yearFee: '9000' }).fee).toMatchObject({ value: '900.00' });
  });
});
