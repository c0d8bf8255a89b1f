import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conspicuousTags,
  emphasise,
  markCounts,
  sourceMark,
} from '../../../../src-main/agreement/meaning/emphasise.ts';
import type { Clause, ClauseTag, Emphasis } from '../../../../src-main/agreement/model.ts';

const clause = (text: string, emphasis: readonly Emphasis[] = []): Clause => ({
  id: 'c',
  level: 1,
  role: 'clause',
  text,
  emphasis,
  tags: [],
  lines: [1, 1],
});
const source = (start: number, end: number, strong = true): Emphasis => ({
  start,
  end,
  strong,
  underline: !strong,
  origin: 'source',
});
const CAP: readonly ClauseTag[] = [{ kind: 'liability-cap', because: '不超过' }];

describe('emphasis by rule', () => {
  test('a conspicuous clause that lost its bold is strong all through, by rule', () => {
    expect(emphasise(clause('责任不超过一万元'), CAP)).toEqual([
      { start: 0, end: 8, strong: true, underline: false, origin: 'rule' },
    ]);
  });

  test('what the source has in bold stays the source’s, the rest is the rule’s', () => {
    expect(emphasise(clause('责任不超过一万元', [source(2, 5)]), CAP)).toEqual([
      { start: 0, end: 2, strong: true, underline: false, origin: 'rule' },
      source(2, 5),
      { start: 5, end: 8, strong: true, underline: false, origin: 'rule' },
    ]);
  });

  test('a clause that is not conspicuous keeps the source’s emphasis and gets none', () => {
    expect(emphasise(clause('服务费按月支付', [source(0, 3)]), [{ kind: 'fee', because: '服务费' }])).toEqual([
      source(0, 3),
    ]);
  });

  test('a whole sentence in capitals is how its source stresses it; a name or an abbreviation in capitals is not', () => {
    const marked = (text: string): boolean => sourceMark(clause(text)) !== 'none';
    expect(marked('HARBOUR IS NOT LIABLE FOR ANY LOSS OF PROFIT.')).toBe(true);
    expect(marked('Fees are due monthly. HARBOUR IS NOT LIABLE FOR ANY LOSS OF PROFIT.')).toBe(true);
    expect(marked('Harbour is not liable for any loss of profit.')).toBe(false);
    expect(marked('HARBOUR STORAGE LTD. is not liable under the SLA.')).toBe(false);
    expect(marked('SLA.')).toBe(false);
    expect(marked('港口仓储有限公司不承担责任。')).toBe(false);
  });

  test('a clause marked in part is told apart from one marked wholly and one that only the rule shows bold', () => {
    const text = '出租方不赔利润，也不赔误工。';
    expect(sourceMark(clause(text, [source(0, text.length - 1)]))).toBe('whole');
    expect(sourceMark(clause(text, [source(0, 7), source(8, text.length, false)]))).toBe('whole');
    expect(sourceMark(clause(text, [source(0, 7)]))).toBe('part');
    expect(sourceMark(clause(text))).toBe('none');
    expect(sourceMark(clause('HARBOUR IS NOT LIABLE FOR ANY LOSS OF PROFIT.'))).toBe('whole');
    expect(sourceMark(clause('Fees are due monthly. HARBOUR IS NOT LIABLE FOR ANY LOSS OF PROFIT.'))).toBe('part');
    expect(markCounts(['whole', 'part', 'part', 'none'])).toEqual({ whole: 1, part: 2, rule: 1 });
  });

  test('marks are looked at once, however many letters and marks a clause has, in whatever order they stand', () => {
    let reads = 0;
    const marks = Array.from({ length: 300 }, (_, at) => {
      const { start, ...rest } = source(2 * at, 2 * at + 1);
      return {
        ...rest,
        get start() {
          reads += 1;
          return start;
        },
      };
    }).toReversed();
    expect(sourceMark(clause('仓，'.repeat(300), marks))).toBe('whole');
    expect(sourceMark(clause('仓储'.repeat(300), marks))).toBe('part');
    expect(reads).toBeLessThan(100 * marks.length);
  });

  test('a right of the customer to end the contract is not conspicuous', () => {
    expect(conspicuousTags([{ kind: 'termination', because: '终止', by: 'customer' }])).toEqual([]);
    expect(conspicuousTags([{ kind: 'termination', because: '终止' }])).toEqual([]);
  });

  test('a bare heading keeps its kind and binds nobody by itself', () => {
    expect(conspicuousTags([{ kind: 'breach', because: '违约责任', title: true }])).toEqual([]);
  });

  test('source and rule never cover the same character, and together cover all of a conspicuous clause', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => source(Math.min(a, b), Math.max(a, b) + 1));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const strong = new Array<string[]>(31).fill([]).map((): string[] => []);
        for (const each of emphasise(clause('责'.repeat(31), spans), CAP))
          for (let at = each.start; at < each.end; at += 1) strong[at]?.push(each.origin);
        return strong.every((origins) => origins.length > 0 && new Set(origins).size === 1);
      }),
    );
  });
});
