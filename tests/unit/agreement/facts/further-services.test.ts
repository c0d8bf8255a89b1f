import { describe, expect, test } from 'vitest';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { mainFacts } from '../../../../src-main/agreement/facts/payments/further-services.ts';
import { layOver } from '../../../../src-main/agreement/known-fact.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { paymentDue } from '../../../../src-main/term/fees/orders.ts';
import { rulesForService } from '../../../../src-main/term/fees/payment-day.ts';
import { documentOf } from '../meaning.ts';

const factsOf = (...clauses: readonly string[]) => {
  const document = documentOf(clauses);
  return facts(document, classify(document));
};
const rules = (...clauses: readonly string[]) =>
  factsOf(...clauses).flatMap(({ kind, scope }) => (kind.startsWith('payment') ? [[kind, scope?.['class']]] : []));

const ZH = ['客户须在每月8日前付清上月租费。', '客户加购的增值服务，须在收到账单之日起20日内付款。'] as const;
const EN = [
  'Customer shall pay the monthly fee by the 8th day of each month.',
  'Additional services are payable within 20 days of receipt of the invoice.',
] as const;

describe('what a further service is paid by', () => {
  test.each([
    [ZH, '增值服务'],
    [EN, 'Additional services'],
  ])('is of that service beside the rule of the agreement: %s', (clauses, service) => {
    expect(rules(...clauses)).toEqual([
      ['payment-day', undefined],
      ['payment-due', service],
    ]);
    expect(mainFacts(factsOf(...clauses)).some(({ kind }) => kind === 'payment-due')).toBe(false);
  });

  test('is the rule of an agreement that has no other', () => {
    expect(rules(ZH[1])).toEqual([['payment-due', undefined]]);
  });

  test.each([[ZH], [EN]])('leaves the day of the main service as it is, and counts for its own: %s', (clauses) => {
    const stated = factsOf(...clauses);
    const basis = { sources: [{ facts: stated, clauses: [] }], calendar: SHIPPED_CALENDAR };
    const due = (scope?: string) => {
      const answer = paymentDue(
        { ...basis, ...(scope === undefined ? {} : { scope }) },
        '2026-10-31',
        '2026-11-02',
      ).due;
      return answer.known ? answer.value.latest : answer.missing.map(({ name }) => name);
    };
    expect(due()).toBe('2026-11-09');
    expect(due(stated.find(({ kind }) => kind === 'payment-due')?.scope?.['class'])).toBe('2026-11-23');
  });

  test('counts for an order whose name names the service', () => {
    const basis = { sources: [{ facts: factsOf(...ZH), clauses: [] }], calendar: SHIPPED_CALENDAR };
    expect(rulesForService(basis, '短信增值服务包').scope).toBe('增值服务');
    expect(rulesForService(basis, '托管机柜').scope).toBeUndefined();
  });

  test('corrected to a class keeps it, and the day of the main service stands', () => {
    const stated = factsOf('客户须在每月8日前付清上月租费。', '账单应在收到之日起20日内付款。');
    const instead = stated.find(({ kind }) => kind === 'payment-due');
    if (!instead) throw new Error('not read');
    const fact = { ...instead, scope: { class: '流量包' }, quote: '' };
    const said = { fact, who: '李航', at: '2026-11-01T00:00:00.000Z', reason: '', instead };
    const basis = { sources: [{ facts: layOver(stated, [said]), clauses: [] }], calendar: SHIPPED_CALENDAR };
    const { due } = paymentDue(basis, '2026-10-31', '2026-11-02');
    expect(due.known && due.value.safe).toBe('2026-11-07');
  });
});
