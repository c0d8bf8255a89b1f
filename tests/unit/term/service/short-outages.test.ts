import { expect, test } from 'vitest';
import type { Outage } from '../../../../src-main/term/service/outages.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basis, stated, working } from '../quantity/stated.ts';

const PERCENT = { unit: 'percent' } as const;
const promise = stated('availability', { promise: 99.9 }, PERCENT);
const tier = stated(
  'credit-tier',
  { below: 99.9, credit: { amount: 10, unit: 'percent', of: 'month-fee' } },
  { ...PERCENT, quote: 'below 99.9 %: 10 % of the month’s fee' },
);

test('outages shorter than a minute: what they come to by the second is said beside what counts', () => {
  const short = Array.from({ length: 120 }, (_, index) => ({
    from: new Date(Date.parse('2026-03-10T09:00:05Z') + index * 60_000).toISOString(),
    to: new Date(Date.parse('2026-03-10T09:00:35Z') + index * 60_000).toISOString(),
  }));
  const of = (outages: readonly Outage[]) =>
    serviceLevel(basis([promise, tier]), { month: '2026-03', downtime: { outages, counting: 'whole' } });
  const found = of(short);
  expect(found.unavailableMinutes).toBe(0);
  expect(working(found.availability)).toContain('共约 60 分钟');
  expect(working(found.availability, 'en')).toContain('about 60 minutes');
  expect(working(of([{ from: '2026-03-10T09:00:00Z', to: '2026-03-10T09:30:00Z' }]).availability)).not.toContain(
    '按秒计',
  );
});
