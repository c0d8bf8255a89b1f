import { describe, expect, test } from 'vitest';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { basisOfText } from '../basis-of-text.ts';

/** 73 days of 20,000 at a published rate of 4 %: 1 % a year is 40.00 by 365 days and 40.56 by 360. */
const LATE = { amount: '20000', settlementDay: '2026-03-01', until: '2026-05-13', referenceRate: '4' };
const feeOf = (text: string) => lateFeeOf(basisOfText(text), LATE);

describe('a published rate, with all that its sentence makes of it', () => {
  test.each<[string, string, string]>([
    ['欠款逾期的，按一年期LPR的五倍计付利息，但最高不超过年利率12%。', '480.00', '486.67'],
    ['欠款逾期的，按一年期LPR的两倍计付利息，但最高不超过年利率12%。', '320.00', '324.44'],
    ['Unpaid sums bear interest at 1.5 times the one-year LPR, but not more than 24% a year.', '240.00', '243.33'],
    ['Unpaid sums bear interest at nine times the one-year LPR, but not more than 24% a year.', '960.00', '973.33'],
    ['Unpaid sums bear interest at two and a half times the one-year LPR.', '400.00', '405.56'],
    ['Unpaid sums bear interest at twice the one-year LPR.', '320.00', '324.44'],
    ['Unpaid sums bear interest at the one-year LPR less 75 basis points.', '130.00', '131.81'],
    ['欠款逾期的，按一年期LPR减25个基点支付利息。', '150.00', '152.08'],
    ['欠款逾期的，按一年期LPR下浮10%支付利息。', '144.00', '146.00'],
    ['欠款逾期的，按一年期LPR的60%加3个百分点支付利息。', '216.00', '219.00'],
    ['欠款逾期的，按一年期LPR的百分之一百二十五计算利息。', '200.00', '202.78'],
    ['欠款逾期的，按一年期LPR加计40%支付利息。', '224.00', '227.11'],
    ['Unpaid sums bear interest at forty percent (40%) above the one-year LPR.', '224.00', '227.11'],
    ['Unpaid sums bear interest at 3% per annum above the one-year LPR.', '280.00', '283.89'],
  ])('%s', (text, least, most) => {
    expect(feeOf(text)).toMatchObject({ known: false, atLeast: least, atMost: most });
  });

  test.each<[string]>([
    ['Unpaid sums bear interest at €STR plus 2% per annum.'],
    ['Unpaid sums bear interest at SOFR plus 2% per annum.'],
  ])('by its name, whatever it begins with: %s', (text) => {
    // 6 % by 365 days, and by 360.
    expect(feeOf(text)).toMatchObject({ known: false, atLeast: '240.00', atMost: '243.33' });
  });

  test.each<[string]>([
    ['欠款逾期的，按一年期LPR的三倍或年利率20%中的低者支付利息。'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，最高10%。'],
    ['欠款逾期的，按一年期LPR打九折支付利息。'],
    ['Unpaid sums bear interest at the one-year LPR plus a margin as agreed.'],
    ['Unpaid sums bear interest at fifteen percent (15%) above the one-year LPR.'],
  ])('what is not understood leaves the fee open and is dropped nowhere: %s', (text) => {
    const fee = feeOf(text);
    expect(fee).toMatchObject({ known: false });
    expect(fee).not.toHaveProperty('atMost');
  });

  test.each<[string]>([
    ['欠款逾期的，按同期LPR的1.2倍（即年利率6%）支付利息。'],
    ['Unpaid sums bear interest at 1.2 times the one-year LPR (i.e. 6% per annum).'],
  ])('a yearly rate beside it that differs is a second reading: %s', (text) => {
    const fee = feeOf(text);
    // 4.8 % by 365 days, and 6 % by 360.
    expect(fee).toMatchObject({ known: false, atLeast: '192.00', atMost: '243.33' });
    const [why] = fee.known ? [] : fee.missing;
    expect(why && say(why.text, 'zh')).toContain('6%');
    expect(why && say(why.text, 'en')).toContain('neither is picked');
  });

  test.each<[string]>([
    ['欠款逾期的，每日按欠款的万分之五支付违约金，但最高不超过一年期LPR的四倍。'],
    ['Unpaid sums bear a late fee of 0.05% per day, not to exceed four times the LPR.'],
  ])('a daily rate limited by a published one is not told without that limit: %s', (text) => {
    expect(feeOf(text).known).toBe(false);
  });

  // At 4 %: 6 % is 240.00 by 365 days, 7 % is 280.00, 10 % is 400.00.
  test.each<[string, string, string]>([
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，但不得低于年利率7%。', '280.00', '283.89'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，最低为年利率7%。', '280.00', '283.89'],
    ['欠款逾期的，按一年期LPR的两倍支付利息，最低为年利率7%。', '320.00', '324.44'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，该利率低于年利率7%的，按7%计算。', '280.00', '283.89'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息。上述利率不低于年利率7%。', '280.00', '283.89'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，但不低于年利率7%，最高不超过年利率10%。', '280.00', '283.89'],
    ['欠款逾期的，按一年期LPR的四倍支付利息，但最高不超过年利率10%，且不低于年利率7%。', '400.00', '405.56'],
    ['Unpaid sums bear interest at 1.2 times the one-year LPR, with a floor of 7% per annum.', '280.00', '283.89'],
    ['Unpaid sums bear interest at 1.2 times the one-year LPR, but not less than 7% a year.', '280.00', '283.89'],
    ['Unpaid sums bear interest at twice the one-year LPR, subject to a minimum of 7% per annum.', '320.00', '324.44'],
    ['Unpaid sums bear interest at 1.2 times the one-year LPR. The rate is never below 7% a year.', '280.00', '283.89'],
    [
      'Unpaid sums bear interest at 1.2 times the one-year LPR, and if that rate is below 7% per annum, 7% per annum applies.',
      '280.00',
      '283.89',
    ],
  ])('no less than its floor: %s', (text, least, most) => {
    expect(feeOf(text)).toMatchObject({ known: false, atLeast: least, atMost: most });
  });

  test.each<[string, string]>([
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，该利率低于年利率7%的，按8%计算。', '按8%计算'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，最低为7%。', '最低为7%'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，但不低于年利率12%，最高不超过年利率10%。', '不低于年利率12%'],
    ['欠款逾期的，按一年期LPR的1.2倍支付利息，但不低于欠款总额的3%。', '不低于欠款总额的3%'],
    ['Unpaid sums bear interest at 2% over the one-year LPR, subject to a minimum of 7%.', 'a minimum of 7%'],
    ['Unpaid sums bear interest at 1.2 times the one-year LPR, floored at 7%.', 'floored at 7%'],
  ])('a floor that is not understood leaves the fee open, with its words: %s', (text, words) => {
    const fee = feeOf(text);
    expect(fee).toMatchObject({ known: false });
    expect(fee).not.toHaveProperty('atMost');
    const said = fee.known ? [] : fee.missing.map((why) => say(why.text, 'zh'));
    expect(said.join(' ')).toContain(words);
  });

  test('a ceiling by the law is none of the agreement’s', () => {
    const fee = feeOf(
      'Unpaid sums bear interest at 3% above the base rate (or the highest rate permitted by law, if less).',
    );
    expect(fee).toMatchObject({ known: false, atLeast: '280.00', atMost: '283.89' });
  });

  test('a yearly rate limited by a published one is not told without that limit', () => {
    expect(feeOf('欠款逾期的，按年利率9%支付利息，最高不超过一年期LPR的两倍。').known).toBe(false);
  });

  test('is told in the order of its own words', () => {
    const [fact] = basisOfText('Unpaid sums bear interest at 70% of the one-year LPR.').sources[0]?.facts ?? [];
    expect(fact && say(factWords(fact), 'en')).toBe('70% of the one-year LPR');
  });
});

describe('rates that banks and exchanges publish, whatever their name', () => {
  test.each<[string, string, string]>([
    ['欠款逾期的，按香港银行同业拆息加年利率2%支付利息。', '240.00', '243.33'],
    ['欠款逾期的，依据新加坡隔夜平均利率加年息3%支付利息。', '280.00', '283.89'],
    ['欠款逾期的，按南方银行最优惠贷款利率另加1个百分点支付利息。', '200.00', '202.78'],
    ['欠款逾期的，按3个月期SHIBOR加0.5个百分点支付利息。', '180.00', '182.50'],
    ['欠款逾期的，按贷款基准利率上浮50%支付利息。', '240.00', '243.33'],
    ['欠款逾期的，按隔夜拆借利率减年利率1%支付利息。', '120.00', '121.67'],
    ['Unpaid sums bear interest at SOFR plus 2% per annum.', '240.00', '243.33'],
    ['Unpaid sums bear interest at three-month EURIBOR plus 3% per year.', '280.00', '283.89'],
    ['Unpaid sums bear interest at the federal funds rate plus 1 percentage point.', '200.00', '202.78'],
    ['Unpaid sums bear interest at the refinancing rate of the central bank plus 0.5% per annum.', '180.00', '182.50'],
    ['Unpaid sums bear interest at HIBOR less 1% per annum.', '120.00', '121.67'],
    ['Unpaid sums bear interest at 2% per annum above the overnight rate.', '240.00', '243.33'],
  ])('%s', (text, least, most) => {
    expect(feeOf(text)).toMatchObject({ known: false, atLeast: least, atMost: most });
  });

  test.each<[string]>([
    ['欠款逾期的，按鹿鸣指数加年利率2%支付利息。'],
    ['欠款逾期的，按双方另行确定的成本加年息3%支付利息。'],
    ['Unpaid sums bear interest at our cost of funds plus 2% per annum.'],
    ['Unpaid sums bear interest at 2% per annum over the Northern fixing.'],
  ])('what comes on top of something that is not known is no rate by itself: %s', (text) => {
    const fee = feeOf(text);
    expect(fee.known).toBe(false);
    expect(fee).not.toHaveProperty('atMost');
  });

  test.each<[string, string, string]>([
    ['欠款逾期的，按年利率6%支付利息。', '240.00', '243.33'],
    ['Unpaid sums bear interest at 6% per annum.', '240.00', '243.33'],
    ['Unpaid sums bear interest of 6% per annum over the outstanding amount.', '240.00', '243.33'],
    ['客户另加付逾期款项年利率6%的利息。', '240.00', '243.33'],
  ])('a rate of its own stays one: %s', (text, least, most) => {
    expect(feeOf(text)).toMatchObject({ known: false, atLeast: least, atMost: most });
  });
});
