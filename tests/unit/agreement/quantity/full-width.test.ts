import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { levelFigures } from '../../../../src-main/agreement/facts/levels/level-figures.ts';
import { sentenceOf } from '../../../../src-main/agreement/meaning/phrases.ts';
import { plain } from '../../../../src-main/agreement/meaning/sentences.ts';
import { lateFeeLimits } from '../../../../src-main/agreement/quantity/late-fee-limits.ts';
import { shareOfWords } from '../../../../src-main/agreement/quantity/share-words.ts';
import { durationOf } from '../../../../src-main/term/service/log/duration.ts';
import { momentOf } from '../../../../src-main/term/service/log/moment.ts';
import { cycleIn } from '../../../../src-main/agreement/quantity/billing-cycle.ts';
import { readNumber } from '../../../../src-main/agreement/quantity/written-numbers.ts';
import { yuanIn } from '../../../../src-main/agreement/quantity/yuan.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/** The same words with every figure, its point, its commas and its sign in full width. */
const wide = (words: string): string =>
  words
    .replace(/(?<=\d)[.,](?=\d)/gu, (mark) => (mark === '.' ? '．' : '，'))
    .replace(/[\d%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const figuresOf = (words: string): string =>
  JSON.stringify(
    (read(readText(['远岸托管服务协议', '', words].join('\n\n'), 'utf-8')).documents[0]?.facts ?? []).map(
      ({ kind, value, unit, anchor }) => [kind, value, unit, anchor],
    ),
    (_key, value: unknown) => (typeof value === 'string' ? value.normalize('NFKC') : value),
  );

describe('figures of full width say what those of half width say', () => {
  test.each([
    '逾期付款的，每日按欠款的0.5‰支付违约金。',
    '逾期付款的，每逾期一日加收未付款项的0.05%。',
    '逾期付款的，按每月1.5%计收滞纳金。',
    '逾期付款的，按同期LPR的1.5倍加计利息。',
    '月度服务可用性不低于99.95%。',
    '月度可用性低于99.95%但不低于99.5%的，返还月服务费的12.5%。',
    '适用增值税税率6%。',
    '客户违约的，按合同总价的1.5倍支付违约金。',
    '我们的赔偿责任累计不超过您前12个月已付服务费的50%。',
    '客户每个合同年度的消费不低于人民币120,000.50元。',
    '合同期限为2.5年，自2025年3月1日起算。',
    '续费价格的涨幅不超过上一期价格的3.5%。',
    '一级故障15分钟内响应，2.5小时内恢复。',
    '客户提前解除的，应支付剩余期限服务费的37.5%作为提前终止费。',
    '客户应在收到账单后15个工作日内付款。',
    '预付费产品的普通发票自次月5日起开具。',
  ])('%s', (words) => {
    expect(wide(words)).not.toBe(words);
    expect(figuresOf(words)).not.toBe('[]');
    expect(figuresOf(wide(words))).toBe(figuresOf(words));
  });

  test('whatever the number is, every reader of numbers reads it alike', () => {
    const readers: readonly ((figure: string) => unknown)[] = [
      (figure) => readNumber(figure),
      (figure) => yuanIn(`人民币${figure}元`)?.yuan,
      (figure) => shareOfWords(`当月服务费的${figure}%`)?.amount,
      (figure) => shareOfWords(`${figure} times the monthly fee`)?.amount,
      (figure) => lateFeeLimits(`每日0.5‰，总额不超过欠款的${figure}%`).atMost?.amount,
      (figure) => levelFigures(plain(`低于${figure}%的`), false).map(({ value, as }) => [value, as]),
      (figure) =>
        [...sentenceOf(`在${figure}天内`, { start: 0, end: figure.length + 3 }).quantities.values()][0]?.value,
      (figure) => saidFact('availability', `${figure}%`),
      (figure) => saidFact('late-fee', `每日 ${figure}‰`),
      (figure) => durationOf(`${figure}小时`, ''),
      (figure) => momentOf(`2026-10-1${figure.slice(-1)} 10:0${figure.slice(0, 1)}:00`, { zone: '+08:00' }),
    ];
    const figures = fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map(String),
      fc.integer({ min: 1, max: 9999 }).map((value) => (value / 100).toFixed(2)),
      fc.integer({ min: 1000, max: 9_999_999 }).map((value) => String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',')),
    );
    fc.assert(
      fc.property(figures, fc.constantFrom(...readers), (figure, reader) => {
        const folded = (value: unknown): string =>
          JSON.stringify(value ?? null, (_key, each: unknown) =>
            typeof each === 'string' ? each.normalize('NFKC') : each,
          );
        expect(folded(reader(wide(figure)))).toBe(folded(reader(figure)));
      }),
      { numRuns: 400 },
    );
  });

  test('a number, an amount, a month’s day and what a person types', () => {
    for (const number of ['0.5', '99.95', '1,200.75', '30']) expect(readNumber(wide(number))).toBe(readNumber(number));
    expect(readNumber('９９．９５')).toBe(99.95);
    expect(yuanIn('人民币１２０，０００．５０元')?.yuan).toBe(120_000.5);
    expect(cycleIn(wide('每月16日至次月15日'))).toEqual({ from: 16 });
    for (const [kind, words] of [
      ['late-fee', '每日 0.5‰'],
      ['availability', '99.95%'],
      ['payment-due', '15 天'],
      ['vat-rate', '6%'],
    ] as const)
      expect(saidFact(kind, wide(words))).toEqual(saidFact(kind, words));
  });

  test('a comma between two numbers that are no thousands stays one', () => {
    expect(readNumber('1，2')).toBeUndefined();
    expect(yuanIn('第3，12元')?.yuan).toBe(12);
  });
});
