import { describe, expect, test } from 'vitest';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { september } from './straight-from-text.ts';

const ZH = '月度可用性不低于99.9%。';
const EN = 'Monthly uptime is at least 99.9%.';
const LOW = 3000;
const MIDDLE = 600;

describe('the lowest line of a list gives what its words say', () => {
  test.each<[string, string]>([
    ['免收该月服务费', '1000.00'],
    ['该月服务费全免', '1000.00'],
    ['全数返还客户当月费用', '1000.00'],
    ['退还客户全部月费', '1000.00'],
    ['不再收取当月服务费', '1000.00'],
    ['补偿当月服务费的半数', '500.00'],
    ['减免月费的四分之一', '250.00'],
    ['退还当月全部服务费的60%', '600.00'],
    // A right to leave is no line of the credits.
    ['客户有权解除本协议', '200.00'],
  ])('%s', (given, credit) => {
    const level = september([ZH, `可用性低于99.9%的，赔偿当月服务费的20%；低于95%的，${given}。`], LOW);
    expect(valueOf(level.credit)).toBe(credit);
  });

  test.each<[string, string]>([
    ['Below 95%, all fees for that month are credited.', '1000.00'],
    ['Below 95%, the monthly charge is waived.', '1000.00'],
    ['If uptime is below 95%, no monthly fee is charged.', '1000.00'],
    ['Below 95%, Customer receives a full refund.', '1000.00'],
    ['Where uptime is less than 95%, the whole monthly fee is refunded.', '1000.00'],
    ['Below 95%, two thirds of the monthly fee are refunded.', '666.67'],
    ['Below 95%, the full monthly fee multiplied by 30% is refunded.', '300.00'],
    ['Below 95%, Customer may terminate for cause.', '200.00'],
  ])('%s', (given, credit) => {
    const level = september([EN, `If uptime is below 99.9%, the credit is 20% of the monthly fee. ${given}`], LOW);
    expect(valueOf(level.credit)).toBe(credit);
  });

  test.each([
    '可用性低于99.9%的，赔偿当月服务费的20%；低于95%的，按相应比例减收当月服务费。',
    '可用性低于99.9%的，赔偿当月服务费的20%。低于95%的，按相应比例减收当月服务费。',
    '可用性低于99.9%但不低于95%的，赔偿当月服务费的20%；95%以下按相应比例减收服务费。',
  ])('what nobody read of the lowest line is told with its words, and the next line is not claimed: %s', (text) => {
    const low = september([ZH, text], LOW);
    expect(low.credit.known).toBe(false);
    expect(whyNot(low.credit)).toContain('相应比例');
    expect(whyNot(low.credit)).not.toContain('没有写明这种情况');
    // Above that level the line that was read is certain.
    expect(valueOf(september([ZH, text], MIDDLE).credit)).toBe('200.00');
  });

  test('a line that was not read lends its level to no other line', () => {
    const level = september([ZH, '可用性低于99.9%的，按相应比例减收服务费；低于95%的，赔偿当月服务费的30%。'], MIDDLE);
    expect(level.credit.known).toBe(false);
  });
});

describe('what is charged all the same leaves the rest as the credit', () => {
  test.each<[string, string]>([
    ['按六折收取当月服务费', '400.00'],
    ['当月服务费按8.5折收取', '150.00'],
    ['当月服务费打八折', '200.00'],
    ['当月服务费按六五折计收', '350.00'],
    ['按当月服务费的60%收取', '400.00'],
    ['仅收取当月服务费的60%', '400.00'],
    // What is paid as damages is none of it.
    ['按当月服务费的30%收取违约金', '300.00'],
    // Nor is what is given: by whatever word, before the share or behind it.
    ['按当月服务费的30%结算赔付', '300.00'],
    ['按当月服务费的30%结算补偿金', '300.00'],
    ['赔付金额按当月服务费的30%结算', '300.00'],
    ['补偿按当月服务费的30%计收', '300.00'],
    ['代金券按当月服务费的30%结算', '300.00'],
    ['仅支付当月服务费的30%作为赔偿', '300.00'],
    ['服务方只需支付当月服务费30%的补偿', '300.00'],
  ])('%s', (given, credit) => {
    const text = `可用性低于99.9%的，赔偿当月服务费的20%；低于95%的，${given}。`;
    expect(valueOf(september([ZH, text], LOW).credit)).toBe(credit);
  });

  test.each<[string, string]>([
    ['40% off the monthly fee is given', '400.00'],
    ['the monthly fee is charged at 60%', '400.00'],
    ['only 60% of the monthly fee is charged', '400.00'],
    ['the monthly fee is reduced to 60%', '400.00'],
    ['the monthly fee is reduced by 40%', '400.00'],
    ['Customer receives a discount of 40% on the monthly fee', '400.00'],
    ['Customer pays only 60% of the monthly fee', '400.00'],
    ['the charges for that month are billed at just 60%', '400.00'],
    // What is payable as a credit is the credit itself.
    ['a service credit is payable at 30% of the monthly fee', '300.00'],
    ['service credits are payable at only 30% of the monthly fee', '300.00'],
    ['compensation is invoiced at 30% of the monthly fee', '300.00'],
    ['the credit for the monthly fee is reduced to 30%', '300.00'],
    ['the Provider pays only 30% of the monthly fee as a credit', '300.00'],
    ['only 30% of the monthly fee is payable as compensation', '300.00'],
  ])('%s', (given, credit) => {
    const text = `If uptime is below 99.9%, the credit is 20% of the monthly fee. Below 95%, ${given}.`;
    expect(valueOf(september([EN, text], LOW).credit)).toBe(credit);
  });

  test('of another fee than the month’s it is not counted, and the fee is named', () => {
    const text = 'If uptime is below 99.9%, Customer gets a 40% discount on the next invoice.';
    const { credit } = september([EN, text], LOW);
    expect(credit.known).toBe(false);
    expect(whyNot(credit)).toContain('next invoice');
  });

  test.each(['10折', '12折', '00折'])('%s is no discount that anybody knows', (tenths) => {
    const text = `可用性低于99.9%的，赔偿当月服务费的20%；低于95%的，当月服务费按${tenths}收取。`;
    expect(september([ZH, text], LOW).credit.known).toBe(false);
  });

  test('what is given back by tenths of a price is not read', () => {
    const text = '可用性低于99.9%的，赔偿当月服务费的20%；低于95%的，返还当月服务费的六折。';
    expect(whyNot(september([ZH, text], LOW).credit)).toContain('六折');
  });
});

describe('a cap in words caps', () => {
  test.each<[string, string]>([
    ['赔偿累计不超过当月服务费的一半。', '500.00'],
    ['赔偿总额以当月服务费的三分之一为限。', '333.33'],
    ['赔偿总额不超过当月服务费。', '800.00'],
    ['Credits shall not exceed one-quarter of the monthly fee.', '250.00'],
    ['Credits are limited to half of the fees for the month.', '500.00'],
    ['Credits shall not exceed the monthly fee.', '800.00'],
  ])('%s', (cap, credit) => {
    const tier = cap.startsWith('Credits')
      ? 'If uptime is below 99.9%, the credit is 80% of the monthly fee.'
      : '可用性低于99.9%的，赔偿当月服务费的80%。';
    expect(valueOf(september([ZH, tier, cap], MIDDLE).credit)).toBe(credit);
  });
});

describe('a quarter is how much of the fee, not whose', () => {
  const given = (fee: string) => september([EN, `If uptime is below 99.9%, the credit equals ${fee}.`], MIDDLE).credit;

  test.each([
    ["a quarter of one month's fee", '250.00'],
    ['a quarter of a month’s service charge', '250.00'],
    ['one quarter of the monthly fee', '250.00'],
    ['three quarters of the fees for that month', '750.00'],
  ])('%s', (fee, credit) => {
    expect(valueOf(given(fee))).toBe(credit);
  });

  test.each([
    ["a quarter of a year's fee", 'yearFee'],
    ['a quarter of the annual fee', 'yearFee'],
    ['half of the quarterly fee', 'quarterFee'],
    ["25% of that quarter's fee", 'quarterFee'],
  ])('%s', (fee, lacking) => {
    expect(given(fee)).toMatchObject({ known: false, missing: [{ name: lacking }] });
  });
});
