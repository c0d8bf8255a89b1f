import { describe, expect, test } from 'vitest';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { basisOfText, september, type Written } from './straight-from-text.ts';

const MINUTES = 600;
/** A month whose credit would be 80 % of a fee of 1000, under a cap. */
const under = (cap: string) =>
  /^[A-Z]/u.test(cap)
    ? september(
        ['Monthly uptime is at least 99.9%.', 'If uptime is below 99.9%, the credit is 80% of the monthly fee.', cap],
        MINUTES,
      )
    : september(['月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。', cap], MINUTES);

describe('a cap that counts a whole year’s credits is none of the month', () => {
  test.each([
    ["Credits shall not exceed two months' fees in any contract year.", '800.00'],
    ['In any contract year, total credits are limited to half of one monthly fee.', '500.00'],
    ['任一合同年度内的赔偿总额不超过两个月服务费。', '800.00'],
    ['全年累计赔偿不超过半个月服务费。', '500.00'],
    ['Annual credits are limited to 50% of the monthly fee.', '500.00'],
    ['In any contract year, the credits may not exceed 50% of the monthly fee, payable with the next month.', '500.00'],
  ])('what is left of it depends on the other months: %s', (cap, most) => {
    const { credit, cap: shown } = under(cap);
    expect(credit).toMatchObject({ known: false, atLeast: '0.00', atMost: most });
    expect(whyNot(credit)).toContain('更长一段时间');
    expect(shown.known).toBe(false);
  });

  test.each([
    ['每月赔偿总额不超过当月服务费的50%。', '500.00'],
    ['Total credits in any month shall not exceed half of the monthly fee.', '500.00'],
    ['每月赔偿总额不超过半个月服务费。', '500.00'],
    ['Credits shall not exceed the annual fee.', '800.00'],
    ['Credits in any month may not exceed 30% of the monthly fee under an annual subscription.', '300.00'],
    ['Under an annual subscription, credits may not exceed 30% of the monthly fee.', '300.00'],
    ['Credits in any month of a contract year may not exceed 30% of the monthly fee.', '300.00'],
    ['In any calendar month, credits may not exceed 30% of the monthly fee, whatever is paid in any year.', '300.00'],
    ['按全年套餐订购的，每月赔偿总额不超过当月服务费的30%。', '300.00'],
    ['每个服务年度内，任一自然月的赔偿总额不超过当月服务费的30%。', '300.00'],
    ['按年度订阅的客户，赔偿总额不超过当月服务费的30%。', '300.00'],
    ['The credits of any month shall in any event not exceed RMB 250.', '250.00'],
    ['Credits in any month may in any event amount to no more than RMB 250.', '250.00'],
    ['Credits for any one claim month shall not exceed RMB 250.', '250.00'],
  ])('one of the month itself caps: %s', (cap, credit) => {
    expect(valueOf(under(cap).credit)).toBe(credit);
  });
});

describe('what was credited in the other months', () => {
  const withTaken = (cap: string, taken: string, more: Partial<{ yearFee: string }> = {}) =>
    serviceLevel(basisOfText('月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。', cap), {
      month: '2026-09',
      fee: { fee: '1000.00', taken, ...more },
      downtime: { minutes: MINUTES },
    });

  test.each([
    // Half of a month's fee is 500.00 for the whole year.
    ['全年累计赔偿不超过半个月服务费。', '200.00', {}, '300.00'],
    ['全年累计赔偿不超过半个月服务费。', '0', {}, '500.00'],
    ['全年累计赔偿不超过半个月服务费。', '900.00', {}, '0.00'],
    // A tenth of the year's 12 000.00 is 1 200.00: of 800.00 that much is left.
    ['每一自然年度内的赔偿累计不超过当年服务费的10%。', '500.00', { yearFee: '12000.00' }, '700.00'],
    ['每一自然年度内的赔偿累计不超过当年服务费的10%。', '100.00', { yearFee: '12000.00' }, '800.00'],
    ['每一自然年度内的赔偿累计不超过1000元。', '600.00', {}, '400.00'],
    // All of the year's fee caps a month never, unless the other months took most of it.
    ['全年累计赔偿不超过全年服务费。', '11900.00', { yearFee: '12000.00' }, '100.00'],
  ])('leaves of the cap what is left: %s, %s taken', (cap, taken, more, credit) => {
    expect(valueOf(withTaken(cap, taken, more).credit)).toBe(credit);
  });

  test('is asked for, with the year’s fee where the cap is a share of that', () => {
    const asked = (cap: string) => {
      const { credit } = under(cap);
      return credit.known ? [] : credit.missing.map(({ name }) => name);
    };
    expect(asked('全年累计赔偿不超过半个月服务费。')).toEqual(['taken']);
    expect(asked('每一自然年度内的赔偿累计不超过1000元。')).toEqual(['taken']);
    expect(asked('全年累计赔偿不超过1000元。')).toEqual(['taken']);
    expect(asked('每年赔偿总额不超过600元。')).toEqual(['taken']);
    expect(asked('每一自然年度内的赔偿累计不超过当年服务费的10%。')).toEqual(['taken', 'yearFee']);
  });

  test('is asked for beside the figure where the cap is all fees of the year, which a month by itself never reaches', () => {
    const cap = '全年累计赔偿不超过全年服务费。';
    const level = under(cap);
    expect(valueOf(level.credit)).toBe('800.00');
    expect(level.cap).toMatchObject({
      known: false,
      missing: [{ name: 'fees' }, { name: 'taken' }, { name: 'yearFee' }],
    });
    expect(withTaken(cap, '11900.00').credit).toMatchObject({ known: false, missing: [{ name: 'yearFee' }] });
    // Fees that no words count over the year together ask for nothing.
    const alone = under('赔偿不超过全年服务费。').cap;
    expect(alone.known ? [] : alone.missing.map(({ name }) => name)).toEqual(['fees']);
  });

  test('says nothing where the cap is a share of a year’s fee that nobody gave', () => {
    const { credit } = withTaken('每一自然年度内的赔偿累计不超过当年服务费的10%。', '500.00');
    expect(credit).toMatchObject({ known: false, missing: [{ name: 'yearFee' }] });
  });

  test('and the year’s fee are asked for anew where what was kept is no amount', () => {
    const lacks = (cap: string, taken: string, yearFee?: string) => {
      const { credit } = withTaken(cap, taken, yearFee === undefined ? {} : { yearFee });
      return credit.known ? [] : credit.missing.map(({ name }) => name);
    };
    expect(lacks('每一自然年度内的赔偿累计不超过1000元。', '五百')).toEqual(['taken']);
    expect(lacks('每一自然年度内的赔偿累计不超过当年服务费的10%。', '约500')).toEqual(['taken', 'yearFee']);
    expect(lacks('每一自然年度内的赔偿累计不超过当年服务费的10%。', '500', '一万')).toEqual(['yearFee']);
    const { credit } = withTaken('每一自然年度内的赔偿累计不超过1000元。', '五百');
    expect(whyNot(credit)).toContain('五百');
    // What no figure counts by is in nobody's way.
    expect(valueOf(withTaken('每月赔偿总额不超过当月服务费的50%。', '五百').credit)).toBe('500.00');
  });

  test.each([
    '客户每年可多次申请，单次赔偿合计不超过500元。',
    '客户全年可以多次申请，每次故障的赔偿不超过500元。',
    '客户每年可多次申请，单次赔偿不超过半个月服务费。',
    'Credits for any event shall not exceed RMB 250.',
    'Credits for any one claim shall not exceed RMB 250.',
  ])('is not taken of a cap of one outage, which says nothing of a month: %s', (cap) => {
    const { credit, cap: shown } = withTaken(cap, '300.00');
    expect(credit.known).toBe(false);
    expect(shown.known).toBe(false);
    expect(credit.known ? [] : credit.missing.map(({ name }) => name)).not.toContain('taken');
  });

  test('is not taken of a cap of the month itself', () => {
    expect(valueOf(withTaken('客户每年缴费一次的，当月赔偿不超过500元。', '400.00').credit)).toBe('500.00');
    expect(valueOf(withTaken('每月赔偿总额不超过当月服务费的50%。', '400.00').credit)).toBe('500.00');
  });
});

describe('a cap in a sum whose time stands above it', () => {
  const level = (clauses: readonly Written[], taken?: string) =>
    serviceLevel(basisOfText(...clauses), {
      month: '2026-09',
      fee: { fee: '1000.00', ...(taken === undefined ? {} : { taken }) },
      downtime: { minutes: MINUTES },
    });
  const ZH: readonly string[] = ['月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。'];
  const EN: readonly string[] = [
    'Monthly uptime is at least 99.9%.',
    'If uptime is below 99.9%, the credit is 80% of the monthly fee.',
  ];
  const asked = ({ credit }: ReturnType<typeof level>) => (credit.known ? [] : credit.missing.map(({ name }) => name));

  test.each<readonly [readonly string[], string, string]>([
    [ZH, '每个合同年度', '累计赔偿总额不超过700元。'],
    [ZH, '合同年度限额', '赔偿总额不超过700元。'],
    [ZH, '每个自然年度内，适用下列限额：', '赔偿总额不超过700元。'],
    [EN, 'In any contract year', 'The total credits shall not exceed 700 yuan.'],
    [EN, 'Limit per calendar year', 'Credits shall not exceed RMB 700.'],
    [EN, 'In each contract year:', 'total credits are limited to 700 yuan renminbi;'],
  ])('%#: is asked what was credited in that time, and leaves what is left: %s %s', (terms, above, cap) => {
    const clauses: readonly Written[] = [...terms, ['3', above], ['', cap, '3']];
    expect(asked(level(clauses))).toEqual(['taken']);
    expect(level(clauses).credit).toMatchObject({ atLeast: '0.00', atMost: '700.00' });
    expect(valueOf(level(clauses, '450.00').credit)).toBe('250.00');
  });

  test.each<readonly [readonly string[], string, string]>([
    [ZH, '赔偿限额', '赔偿总额不超过700元。'],
    [ZH, '每个合同年度', '当月赔偿总额不超过700元。'],
    [ZH, '按合同年度付费的客户', '每月赔偿总额不超过700元。'],
    [EN, 'Limit', 'Total credits shall not exceed 700 yuan.'],
    [EN, 'In any contract year', 'Credits for any month shall not exceed 700 yuan.'],
    [EN, 'Annual plans', 'Credits shall not exceed 700 yuan.'],
    [ZH, '全年可用性保障', '赔偿不超过700元。'],
    [ZH, '年度补偿说明', '赔偿不超过700元。'],
  ])('%#: is of the month where its own words say so, or none above name a longer time: %s %s', (terms, above, cap) => {
    expect(valueOf(level([...terms, ['3', above], ['', cap, '3']]).credit)).toBe('700.00');
  });

  test.each([
    [ZH, '累计赔偿总额不超过700元。'],
    [ZH, '服务期内，赔偿总额不超过700元。'],
    [EN, 'The aggregate credits shall not exceed 700 yuan.'],
    [ZH, '合同期内，各月度赔偿累计不超过700元。'],
    [ZH, '12个月内赔偿累计不超过700元。'],
    [EN, 'The sum of monthly credits in the aggregate shall not exceed 700 yuan.'],
  ])('counts all credits where they are taken together and no time is said: %s', (terms, cap) => {
    expect(asked(level([...terms, cap]))).toEqual(['taken']);
    expect(valueOf(level([...terms, cap], '0').credit)).toBe('700.00');
  });
});

describe('a cap of the month stays one', () => {
  test.each([
    ['累计中断超过1小时的，赔偿不超过500元。', '500.00'],
    ['故障累计满1小时后，赔偿不超过500元。', '500.00'],
    ['各实例的累计赔偿不超过500元。', '500.00'],
    ['月度赔偿累计不超过500元。', '500.00'],
    ['月赔偿总额累计不超过500元。', '500.00'],
    ['Monthly credits in the aggregate shall not exceed RMB 500.', '500.00'],
    ['The aggregate monthly credits shall not exceed RMB 500.', '500.00'],
    ['Credits shall not exceed RMB 500 per monthly period in aggregate.', '500.00'],
  ])('whatever adds up in it: %s', (cap, credit) => {
    expect(valueOf(under(cap).credit)).toBe(credit);
  });

  test.each([
    '各实例的赔偿累计不超过500元。',
    '合同年度内，月度赔偿累计不超过500元。',
    '按月度赔偿标准，赔偿累计不超过500元。',
    '按月度赔偿标准计算的赔偿累计不超过500元。',
    'The total of all monthly credits in the aggregate shall not exceed RMB 500.',
    'In any contract year, monthly credits in the aggregate shall not exceed RMB 500.',
  ])('and one of each thing, or of a longer time, is none of it: %s', (cap) => {
    expect(under(cap).credit.known).toBe(false);
  });

  test.each([
    ['全年无休服务', '赔偿不超过当月服务费的20%。'],
    ['年度补偿说明', '赔偿不超过当月服务费的20%。'],
    ['服务年度', '赔偿不超过当月服务费的20%。'],
    ['每个合同年度', '赔偿不超过当月服务费的20%。'],
    ['Annual service credits', 'Credits shall not exceed 20% of the monthly fee.'],
  ])('whatever speaks of years above a share of its fee: %s, %s', (above, cap) => {
    const terms = /^[A-Z]/u.test(cap)
      ? ['Monthly uptime is at least 99.9%.', 'If uptime is below 99.9%, the credit is 80% of the monthly fee.']
      : ['月度可用性不低于99.9%。', '可用性低于99.9%的，赔偿当月服务费的80%。'];
    expect(valueOf(september([...terms, ['1', above], ['1.1', cap, '1']], MINUTES).credit)).toBe('200.00');
  });
});

describe('a sum in yuan that English words write out', () => {
  test.each([
    ['Credits in any month shall not exceed 250 yuan.', '250.00'],
    ['Credits in any month shall not exceed renminbi 250.', '250.00'],
    ['Credits in any month shall not exceed RMB 250 yuan.', '250.00'],
    ['Credits in any month shall not exceed two hundred and fifty yuan.', '250.00'],
    ['Credits in any month shall not exceed 0.5 thousand yuan.', '500.00'],
  ])('is read: %s', (cap, credit) => {
    expect(valueOf(under(cap).credit)).toBe(credit);
  });

  test.each([
    'Credits in any month shall not exceed 250 US dollars.',
    'Credits in any month shall not exceed those that Yuan Cloud gives.',
    'Credits in any month shall not exceed HK$ 250.',
  ])('and no other is taken for one: %s', (cap) => {
    expect(valueOf(under(cap).cap)).not.toBe('250.00');
  });
});
