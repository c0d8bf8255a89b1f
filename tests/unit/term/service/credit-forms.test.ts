import { describe, expect, test } from 'vitest';
import { valueOf } from '../basis-of.ts';
import { whyNot, working } from '../quantity/stated.ts';
import { september } from './straight-from-text.ts';
import type { Outage } from '../../../../src-main/term/service/outages.ts';

const ZH = '月度可用性不低于99.9%。';
const EN = 'Monthly uptime is at least 99.9%.';
const MINUTES = 600;
const clauseOf = (given: string): readonly string[] =>
  /[a-z]{3}/u.test(given) ? [EN, `If monthly uptime is below 99.9%, ${given}.`] : [ZH, `可用性低于99.9%的，${given}。`];

describe('a sum of money stays in its currency', () => {
  test.each([
    ['补偿港币800元', '港元'],
    ['补偿800美元', '美元'],
    ['补偿US$800', '美元'],
    ['补偿€800', '欧元'],
    ['补偿新加坡元800元', '新加坡元'],
    ['a credit of USD 800 is given', '美元'],
    ['a credit of GBP 800 is given', '英镑'],
    ['a credit of HK$800 is given', '港元'],
    ['a credit of 800 euros is given', '欧元'],
    ['a credit of $800 is given', '800.00'],
  ])('%s is none of yuan', (given, currency) => {
    const { credit } = september(clauseOf(given), MINUTES);
    expect(credit.known).toBe(false);
    expect(whyNot(credit)).toContain(currency);
  });

  test.each([
    ['补偿人民币800元', '800.00'],
    ['补偿800元', '800.00'],
    ['补偿八百元', '800.00'],
    ['补偿￥800', '800.00'],
    ['补偿1.2万元', '12000.00'],
    ['a credit of RMB 800 is given', '800.00'],
    ['a credit of CNY 1,200 is given', '1200.00'],
  ])('%s is one', (given, credit) => {
    expect(valueOf(september(clauseOf(given), MINUTES).credit)).toBe(credit);
  });

  test('the currency of the agreement itself is its amounts', () => {
    const priced = 'The monthly service fee is HK$1,000 and all fees are paid in HKD.';
    const level = september([EN, 'If monthly uptime is below 99.9%, a credit of HK$800 is given.', priced], MINUTES);
    expect(valueOf(level.credit)).toBe('800.00');
  });
});

describe('what a credit is given in', () => {
  const VOUCHERS = '以券的形式';
  test.each([
    '以现金券的形式补偿当月服务费的15%',
    '发放等值于当月服务费15%的抵用券作为补偿',
    '补偿当月服务费的15%，以优惠券发放',
    '以服务券补偿当月服务费的15%',
    'a credit of 15% of the monthly fee is given as a coupon',
    'the customer receives vouchers worth 15% of the monthly fee',
  ])('%s: vouchers', (given) => {
    const { credit } = september(clauseOf(given), MINUTES);
    expect([valueOf(credit), working(credit).includes(VOUCHERS)]).toEqual(['150.00', true]);
  });

  test.each([
    '补偿相当于当月服务费15%的服务时长',
    '赠送价值为当月服务费15%的服务期限',
    'the term is extended by service time worth 15% of the monthly fee',
    'a credit of 15% of the monthly fee in additional service days is given',
  ])('%s: time of service, and no sum of money', (given) => {
    const { credit } = september(clauseOf(given), MINUTES);
    expect(credit.known).toBe(false);
    expect(whyNot(credit)).toContain('服务时长');
  });

  test.each(['按中断时长的5倍延长服务期限', '按不可用时间的两倍补偿服务时间'])(
    '%s: so many times the lost time are no fees',
    (given) => {
      const { credit, tier } = september(clauseOf(given), MINUTES);
      expect([credit.known, tier.known]).toEqual([false, false]);
      expect(whyNot(credit)).not.toContain('没有写明');
    },
  );

  test.each([
    '补偿当月服务费的15%',
    '客户持有的证券不受影响，补偿当月服务费的15%',
    'a credit of 15% of the monthly fee is given',
  ])('%s: money', (given) => {
    const { credit } = september(clauseOf(given), MINUTES);
    expect([valueOf(credit), working(credit).includes(VOUCHERS)]).toEqual(['150.00', false]);
  });
});

describe('what is given for each outage', () => {
  const outages = [3, 5, 9].map((day): Outage => ({
    from: `2026-09-0${day}T10:00:00+08:00`,
    to: `2026-09-0${day}T11:00:00+08:00`,
  }));
  const of = (given: string) => september(clauseOf(given), { outages, counting: 'whole' }).credit;

  test.each([
    ['每次中断补偿200元', '600.00'],
    ['每发生一次故障，补偿当月服务费的10%', '300.00'],
    ['补偿200元/次', '600.00'],
    ['a credit of CNY 200 is given for each outage', '600.00'],
    ['the credit is 10% of the monthly fee per incident', '300.00'],
    ['补偿200元', '200.00'],
    ['每月补偿200元', '200.00'],
    ['每个实例补偿当月服务费的10%', '100.00'],
    ['the credit is 10% of the monthly fee per month', '100.00'],
  ])('%s: %s', (given, credit) => expect(valueOf(of(given))).toBe(credit));

  test.each(['每小时补偿200元', '每中断一小时补偿200元', '补偿200元/天', 'a credit of CNY 200 per hour is given'])(
    '%s is counted by nobody, and told with its words',
    (given) => {
      expect(of(given).known).toBe(false);
      expect(whyNot(of(given))).toMatch(/小时|天|hour/u);
    },
  );

  test('minutes alone tell no number of outages', () => {
    expect(september(clauseOf('每次中断补偿200元'), MINUTES).credit).toMatchObject({ missing: [{ name: 'outages' }] });
  });
});

describe('a cap in money', () => {
  test.each([
    ['赔偿总额不超过人民币60元。', '60.00'],
    ['赔偿总额以60元为限。', '60.00'],
    ['Credits shall not exceed CNY 60 per month.', '60.00'],
  ])('%s', (cap, credit) => {
    expect(valueOf(september([...clauseOf('赔偿当月服务费的10%'), cap], MINUTES).credit)).toBe(credit);
  });
  test.each([
    '赔偿总额不超过港币60元。',
    '赔偿总额不超过60元或当月服务费的5%，以较低者为准。',
    'Credits shall not exceed USD 60 per month.',
    'Credits shall not exceed CNY 60 in any year.',
  ])('%s is no cap of the month in yuan', (cap) => {
    expect(september([...clauseOf('赔偿当月服务费的10%'), cap], MINUTES).credit.known).toBe(false);
  });
});
