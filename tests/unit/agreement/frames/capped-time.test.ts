import { expect, test } from 'vitest';
import {
  addsUpAMonth,
  isOfAllTime,
  isOfIncident,
  timeIn,
  timeOfHeading,
  withoutFees,
} from '../../../../src-main/agreement/frames/capped-time.ts';

test.each([
  ['任一自然月内累计补偿以月费为限', 'month'],
  ['每季度内合计不超过季费', 'quarter'],
  ['任一合同年度内补偿总额', 'year'],
  ['credits in any calendar month are limited', 'month'],
  ['annual credits are capped', 'year'],
  // Ordered or paid by the year, or the name of a fee: no time that is capped.
  ['按全年套餐订购的客户', undefined],
  ['credits under an annual subscription', undefined],
  ['最近三个月累计', undefined],
])('the time that a cap counts over: %s', (words, time) => {
  expect(timeIn(words)).toBe(time);
});

test('a heading bounds its items by a time only where it is one of limits', () => {
  expect(timeOfHeading('4.2 任一年度内的限额')).toBe('year');
  expect(timeOfHeading('全年无休的服务')).toBeUndefined();
});

test('a single outage, a month of credits and all of them are told apart', () => {
  expect(isOfIncident('单次故障的补偿不超过')).toBe(true);
  expect(isOfIncident('in any event no more than')).toBe(false);
  expect(isOfIncident('in each claim month')).toBe(false);
  expect(addsUpAMonth('月度补偿合计不超过')).toBe(true);
  expect(addsUpAMonth('各月补偿之和不超过')).toBe(false);
  expect(isOfAllTime('补偿累计不超过五千元', '')).toBe(true);
  expect(isOfAllTime('累计中断超过十小时的补偿', '')).toBe(false);
  expect(isOfAllTime('单次故障累计补偿', '')).toBe(false);
});

test('the fee that a cap is a share of says nothing of the time that is capped', () => {
  expect(timeIn(withoutFees('不超过每年服务费的一半', true))).toBeUndefined();
  expect(timeIn(withoutFees('in any year no more than the fees of that year', true))).toBe('year');
});
