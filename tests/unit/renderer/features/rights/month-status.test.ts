import { expect, test } from 'vitest';
import { isClaimed, monthReasons } from '../../../../../src-renderer/features/rights/month-status.ts';
import { aMonth } from '../../given/rights.ts';
import { said } from '../../given/page.ts';

const CLAIM = { id: '11111111-1111-4111-8111-111111111111', at: '2026-11-12', amount: '500.00' };
const tellsLastDay = (sentAt: string | undefined): boolean => {
  const month = aMonth({});
  const [first] = said('rights.status.closes', { date: '|', relative: '|' }).split('|');
  const claim = { ...month.claim, ...CLAIM, state: 'drafted', ...(sentAt === undefined ? {} : { sentAt }) };
  return monthReasons({ ...month, claim } as typeof month).some((words) => words.startsWith(first ?? '?'));
};

test('a last day to claim is told until the claim went out, and no longer', () => {
  expect([tellsLastDay(undefined), tellsLastDay('2026-11-14')]).toEqual([true, false]);
});

test('of a month that is not over it is told first that its figures are not final', () => {
  const month = aMonth({});
  const running = { last: '2026-12-31', today: '2026-12-02' };
  const tells = (view: typeof month): boolean =>
    monthReasons(view).some((words) => words.includes('还没有结束') || words.includes('not over'));
  expect([tells(month), tells({ ...month, running })]).toEqual([false, true]);
});

test('a claim that was drafted while its month was running is not the claim of the month that is over', () => {
  const month = aMonth({});
  const { credit } = month.level;
  const claim = { ...CLAIM, origin: 'claim:1', state: 'drafted', amount: credit.known ? credit.value : '' } as const;
  expect(isClaimed({ ...month, claim })).toBe(true);
  expect(isClaimed({ ...month, claim: { ...claim, early: true } })).toBe(false);
});
