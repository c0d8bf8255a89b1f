import { describe, expect, test } from 'vitest';

import { layOver } from '../../../../src-main/agreement/known-fact.ts';
import { ownFacts } from '../../../../src-main/cli/term-document.ts';
import { needsWith } from '../../../../src-main/cli/term-output.ts';
import { wholeLog } from '../../../../src-main/term/service/outage-log.ts';
import { readLog } from '../../../../src-main/term/service/log/read-log.ts';
import { tableOfText } from '../../../../src-main/term/service/log/table.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { claimWindow } from '../../../../src-main/term/service/claim/claim-window.ts';
import { invoiceDates } from '../../../../src-main/term/fees/invoices.ts';
import { basis, stated, text, whyNot } from './stated.ts';

const AT = '2026-11-01T00:00:00Z';
const only = (argument: string) => {
  const [said] = ownFacts([argument], AT);
  if (!said) throw new Error(argument);
  return said;
};

describe('--own', () => {
  test('takes the place of a fact with another start', () => {
    const window = stated('claim-closes', 2, { unit: 'month', anchor: 'month-end' });
    const [fact, ...others] = layOver([window], [only('claim-closes=故障发生后30日')]);
    expect(others).toEqual([]);
    expect(fact).toMatchObject({ value: 30, unit: 'day', anchor: 'incident', from: { by: 'person', instead: window } });
  });

  test('leaves what answers another question: the bill beside the order', () => {
    const byBill = stated('payment-due', 10, { anchor: 'invoice' });
    expect(layOver([byBill], [only('payment-due-days=7')])).toHaveLength(2);
  });

  test('reads a plain number by the unit in its name', () => {
    expect(only('claim-closes-days=60').fact).toMatchObject({ value: 60, unit: 'day', anchor: 'month-end' });
    expect(only('change-notice-working-days=15').fact).toMatchObject({ value: 15, unit: 'working-day' });
    expect(() => only('claim-closes-weeks=6')).toThrow();
    expect(() => only('late-fee-days=6')).toThrow();
  });

  test('without a start says that the start is missing', () => {
    const facts = layOver([], [only('claim-closes=60 days')]);
    const { closes } = claimWindow(basis(facts), '2026-09');
    expect(whyNot(closes)).toContain('没有说从何时起算');
  });
});

test('an option without the one that it belongs to is refused', () => {
  expect(() => needsWith({ paid: '2026-01-01' }, { paid: 'amount' })).toThrow();
  expect(() => needsWith({ paid: '2026-01-01', amount: '1' }, { paid: 'amount' })).not.toThrow();
});

describe('what to do about a row that was not read', () => {
  test.each([
    ['start,end\n2026-09-03 12:00,2026-09-03 10:00', 'inverted.next'],
    ['start,duration\n2026-09-03 12:00,25', 'duration.next'],
    ['start,end\nsoon,2026-09-03 10:00', 'outage-time.next'],
  ])('%j: %s', (log, next) => {
    let refused: unknown;
    try {
      wholeLog(readLog(tableOfText(log)), false);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(Refusal);
    expect(JSON.stringify((refused as Refusal).next)).toContain(next);
  });
});

test('an invoice from “after day 15” is safe from day 16', () => {
  const special = stated('invoice-special', { months: 1, day: 15, plan: 'postpaid' }, { quote: '次月15日后开具' });
  const source = text([special], '后付费的，次月3日后可申请开票。');
  const dates = invoiceDates(source, undefined, { plan: 'postpaid', month: '2026-08', type: 'special' });
  expect(dates.ask.agreement).toMatchObject({ value: '2026-09-04' });
  expect(dates.issue.agreement).toMatchObject({ value: '2026-09-16' });
  const from = text([{ ...special, quote: '次月15日起开具' }]);
  expect(
    invoiceDates(from, undefined, { plan: 'postpaid', month: '2026-08', type: 'special' }).issue.agreement,
  ).toMatchObject({ value: '2026-09-15' });
});
