import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { factFigure } from '../../../../src-main/agreement/fact-figure.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { references } from '../../../fixtures/references.ts';

const fact = (value: Fact['value'], unit: Fact['unit'], quote: string): Fact => ({
  id: 'c1/change-notice/1',
  kind: 'change-notice',
  clause: 'c1',
  value,
  unit,
  quote,
});

describe('the words of a quote that are its value', () => {
  test.each([
    [30, 'day', '应当提前30天在显著位置公告', '30天'],
    [30, 'day', '逾期超过三十日您仍未缴清的', '三十日'],
    [5, 'working-day', '每月第五（5）个工作日后', '第五（5）个工作日'],
    [72, 'hour', 'if it fails for 72 hours in a row', '72 hours'],
    [30, 'day', '提前 30 天或者 60 天', '30 天'],
    [60, 'day', '提前 30 天或者 60 天', '60 天'],
  ] as const)('%d %s of “%s” is “%s”', (value, unit, quote, figure) => {
    expect(factFigure(fact(value, unit, quote))).toBe(figure);
  });

  test('of a rate and of a promise their share; of words the words themselves', () => {
    const rate = { rate: { amount: 3, unit: 'per-mille', of: 'overdue' }, per: 'day' } as const;
    expect(factFigure(fact(rate, 'per-mille', '按每天3‰加收违约金'))).toBe('3‰');
    expect(factFigure(fact({ promise: 99.95 }, 'percent', '可用性不低于 99.95%'))).toBe('99.95%');
    expect(factFigure(fact('示例市法院', 'text', '由示例市法院管辖'))).toBe('示例市法院');
  });

  test('is absent where it does not stand there by itself', () => {
    expect(factFigure(fact(30, 'day', '提前 60 天通知'))).toBeUndefined();
    expect(factFigure(fact(30, 'month', '提前 30 天通知'))).toBeUndefined();
    expect(factFigure(fact('示例市法院', 'text', '由有管辖权的法院管辖'))).toBeUndefined();
  });
});

describe.each(references)('figures of $name', ({ text }) => {
  test('are literal parts of their quotes, and most facts have one', () => {
    const facts = read(readText(text, 'utf-8')).documents.flatMap((document) => document.facts);
    const figures = facts.map((each) => ({ quote: each.quote, figure: factFigure(each) }));
    expect(figures.filter(({ quote, figure }) => figure !== undefined && !quote.includes(figure))).toEqual([]);
    expect(figures.filter(({ figure }) => figure !== undefined).length / facts.length).toBeGreaterThan(0.6);
  });
});
