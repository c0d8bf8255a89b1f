import { expect, test } from 'vitest';
import { monthReasons } from '../../../../../src-renderer/features/rights/month-status.ts';
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
