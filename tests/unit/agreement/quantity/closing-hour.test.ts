import { describe, expect, test } from 'vitest';
import { businessHour, closingHour } from '../../../../src-main/agreement/quantity/closing-hour.ts';

describe('the hour by which something must be done on its last day', () => {
  test.each([
    ['应于次月第十个工作日17:00前提出', '17:00'],
    ['次月5日下午五点前送达', '17:00'],
    ['最后一日下午5点半之前', '17:30'],
    ['截止时间为18：00', '18:00'],
    ['不迟于当日十七时', '17:00'],
    ['by 5:00 p.m. on the last business day', '17:00'],
    ['no later than 5 pm (Pacific Time)', '17:00'],
    ['before the close of business (17:30)', '17:30'],
  ])('%s', (words, hour) => {
    expect(closingHour(words)).toBe(hour);
  });

  test.each(['每日24:00前', '23:59前', '服务时间为9:00至18:00', '在30日前', '提前12小时', 'within 5 days'])(
    'none: %s',
    (words) => {
      expect(closingHour(words)).toBeUndefined();
    },
  );
});

describe('the hour at which a day of business ends for what has to arrive', () => {
  test.each([
    ['通知应于工作日17:00前送达对方', '17:00'],
    ['工作日9:00至17:30以外收到的通知，视为次一工作日收到', '17:30'],
    ['17:00以后收到的，视为下一工作日送达', '17:00'],
    ['Notices received after 5:00 p.m. on a business day are deemed received on the next business day', '17:00'],
  ])('%s', (words, hour) => {
    expect(businessHour(words)).toBe(hour);
  });

  test.each(['客服热线工作日9:00至18:00接收来电', '服务时间为工作日9:00至18:00', '通知自发出之日起视为送达'])(
    'none: %s',
    (words) => {
      expect(businessHour(words)).toBeUndefined();
    },
  );
});
