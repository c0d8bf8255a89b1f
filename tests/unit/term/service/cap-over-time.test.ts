import { describe, expect, test } from 'vitest';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { september } from './straight-from-text.ts';

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
  ])('one of the month itself caps: %s', (cap, credit) => {
    expect(valueOf(under(cap).credit)).toBe(credit);
  });
});
