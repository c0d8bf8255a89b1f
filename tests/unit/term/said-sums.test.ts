import { describe, expect, test } from 'vitest';
import type { FactKind } from '../../../src-main/agreement/fact.ts';
import { layOver } from '../../../src-main/agreement/known-fact.ts';
import { saidFact } from '../../../src-main/agreement/said-fact.ts';
import type { TermBasis } from '../../../src-main/term/basis.ts';
import { exitOf } from '../../../src-main/term/renewal/price-and-exit.ts';
import { serviceLevel } from '../../../src-main/term/service/service-level.ts';
import { unknown } from '../../../src-main/term/answer.ts';
import { valueOf } from './basis-of.ts';
import { basisOfText } from './service/straight-from-text.ts';

/** What is counted on where a person says a value of their own. */
function said(kind: FactKind, written: string, ...clauses: readonly string[]): TermBasis {
  const basis = basisOfText(...clauses);
  const fact = { fact: saidFact(kind, written), who: 'a', at: '2026-09-01T00:00:00Z', reason: written };
  return { ...basis, sources: basis.sources.map((source) => ({ ...source, facts: layOver(source.facts, [fact]) })) };
}
const SLA = ['月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。'];
const IN_DOLLARS = 'All fees are charged in USD.';

describe('a sum that a person writes down can be counted with', () => {
  test.each([
    ['300元', '300.00'],
    ['300', '300.00'],
    ['人民币300元', '300.00'],
    ['三百元', '300.00'],
    ['CNY 300', '300.00'],
    ['0.03万元', '300.00'],
    ['当月服务费的30%', '300.00'],
    ['USD 300', undefined],
    ['300元或当月服务费的20%，以较低者为准', undefined],
  ])('as the cap of a credit: %s', (written, credit) => {
    const level = serviceLevel(said('credit-cap', written, ...SLA), {
      month: '2026-09',
      fee: { fee: '1000.00' },
      downtime: { minutes: 600 },
    });
    expect(level.credit.known ? level.credit.value : undefined).toBe(credit);
  });

  test.each([
    ['5000元', '5000.00'],
    ['5000', '5000.00'],
    ['人民币0.5万元', '5000.00'],
    ['RMB 5,000', '5000.00'],
    ['剩余服务期费用的50%', '3000.00'],
    ['HKD 5000', undefined],
  ])('as the fee of an early end: %s', (written, fee) => {
    const answer = exitOf(said('early-termination-fee', written), { remaining: '6000.00' }, unknown([], [])).fee;
    expect(answer.known ? answer.value : undefined).toBe(fee);
  });

  test.each([
    ['50万元', '500000.00'],
    ['人民币50万元', '500000.00'],
    ['CNY 500000', '500000.00'],
    ['500000', '500000.00'],
    ['五十万元', '500000.00'],
    ['USD 500000', undefined],
  ])('as the least that is spent: %s', (written, commitment) => {
    const answer = exitOf(said('minimum-commitment', written), {}, unknown([], [])).commitment;
    expect(answer.known ? answer.value : undefined).toBe(commitment);
  });

  test('in the currency of the agreement', () => {
    const dollars = exitOf(said('early-termination-fee', 'USD 5000', IN_DOLLARS), {}, unknown([], []));
    expect(valueOf(dollars.fee)).toBe('5000.00');
    const yuan = exitOf(said('early-termination-fee', '人民币5000元', IN_DOLLARS), {}, unknown([], []));
    expect(yuan.fee.known).toBe(false);
  });
});
