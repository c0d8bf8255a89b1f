import { expect, test } from 'vitest';
import { noticeWindow } from '../../../../src-main/agreement/quantity/notice-window.ts';

const days = (value: number) => ({ value, unit: 'day' });

test.each([
  '期满前不少于30日且不超过90日，一方书面通知不续约的',
  '期满前不超过九十日、不少于三十日书面通知',
  '届满前90日至30日之间提出',
  '应于期满前90日内、30日前书面通知',
  '期满前90日起至期满前30日止的期间内通知',
  '届满前九十日以内，届满前三十日之前通知',
  'by notice of not less than thirty (30) and not more than ninety (90) days before the end of the term',
  'no more than 90 days and no less than 30 days prior to expiry',
  'given between 30 and 90 days before the term ends',
])('a notice may be given between two ends: %s', (words) => {
  expect(noticeWindow(words)).toEqual({ opens: days(90), closes: days(30) });
});

test('the ends may be in different units', () => {
  expect(noticeWindow('期满前不少于15个工作日且不超过三个月')).toEqual({
    opens: { value: 3, unit: 'month' },
    closes: { value: 15, unit: 'working-day' },
  });
});

test.each([
  '期满前60日内任何一方未通知',
  '期满前90日前通知',
  '期满前30日内通知，乙方在收到后5日内确认',
  '期满前至少提前30日通知',
  'at least ninety (90) days prior to the end',
  '从2026年3月1日至2027年2月28日',
])('one end or none: %s', (words) => {
  expect(noticeWindow(words)).toBeUndefined();
});
