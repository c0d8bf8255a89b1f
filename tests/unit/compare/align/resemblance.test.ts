import { expect, test } from 'vitest';
import { chooseDocuments, compareAgreements, notCompared } from '../../../../src-main/compare/agreements.ts';
import { isClear, likest, resembles, shinglesOf } from '../../../../src-main/compare/align/resemblance.ts';
import { agreement } from '../agreement-builder.ts';

const WORDS =
  '客户 平台 应当 不得 支付 费用 通知 终止 服务 线路 数据 保密 责任 争议 期限 发票 联系 账户 备份 变更'.split(' ');

/** A text of its own for each seed: a walk over the words. */
function clauses(seed: number, count = 40): string[] {
  let state = seed;
  return Array.from({ length: count }, () =>
    Array.from({ length: 12 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return WORDS[(state >> 8) % WORDS.length];
    }).join(''),
  );
}

const candidate = (id: string, seed: number, title = '线路协议') => ({
  id,
  title,
  kind: 'terms' as const,
  shingles: shinglesOf(agreement(clauses(seed))),
});

test('a revised text is proposed as the next version; another text is not', () => {
  const revised = agreement(clauses(1).with(5, '这一条全部改写，与先前不同。').toSpliced(9, 2), { title: '新的名称' });
  const found = resembles(revised, [candidate('b', 2), candidate('a', 1)]);
  expect(found?.id).toBe('a');
  expect(found?.likeness).toBeGreaterThan(0.7);
  expect(resembles(revised, [candidate('b', 2, '新的名称')])).toBeUndefined();
  expect(resembles(revised, [])).toBeUndefined();
});

test('which text it continues is clear only where the likest is alike enough and no other comes near', () => {
  const revised = agreement(clauses(1).with(5, '这一条全部改写，与先前不同。'), { title: '线路协议' });
  const half = {
    ...candidate('half', 1),
    shingles: shinglesOf(agreement([...clauses(1).slice(0, 16), ...clauses(7, 40)])),
  };
  const told = (...candidates: readonly ReturnType<typeof candidate>[]) => {
    const ranked = likest(revised, candidates);
    return [ranked[0]?.id, ranked[0]?.enough ?? false, isClear(ranked)];
  };
  expect(told()).toEqual([undefined, false, true]);
  expect(told(candidate('b', 2, '别的名称'))).toEqual(['b', false, true]);
  expect(told(candidate('a', 1), candidate('b', 2))).toEqual(['a', true, true]);
  // Two that are alike to the same degree, the same name with other words, and a likeness that is no proof.
  expect(told(candidate('a', 1), candidate('copy', 1, '另一份'))).toEqual(['a', true, false]);
  expect(told(candidate('b', 2))).toEqual(['b', false, false]);
  expect(told({ ...half, title: '别的名称' })).toEqual(['half', false, false]);
  expect(told(half)).toEqual(['half', true, true]);
});

test('layout and numbering of a text of any length leave no trace in the sketch', () => {
  const plain = agreement(clauses(3));
  const laid = agreement(
    clauses(3).map((text, index) => ({ number: String(index), text: `${text.slice(0, 7)}\n ${text.slice(7)}` })),
  );
  expect(shinglesOf(laid)).toEqual(shinglesOf(plain));
});

test('of several documents those that belong together are compared, annexes with their agreement', () => {
  const [terms, letter] = [
    agreement(clauses(1), { title: '线路协议' }),
    agreement(clauses(2, 8), { title: '承诺书', annexOf: 1 }),
  ];
  const other = agreement(clauses(4), { title: '另一协议' });
  const old = [other, terms, letter];
  expect(chooseDocuments(old, [other, terms].toReversed())).toEqual({ old: 0, new: 1 });
  expect(chooseDocuments(old, old, { old: 1 })).toEqual({ old: 1, new: 1 });
  expect(chooseDocuments(old, old, { new: 7 })).toBeUndefined();
  const reworded = agreement(clauses(2, 8).with(3, '改写的一条'), { title: '承诺书' });
  const { changes, parts } = compareAgreements([terms, letter], [terms, reworded]);
  expect(parts).toHaveLength(2);
  expect(changes.every(({ part }) => part === 1)).toBe(true);
  expect(compareAgreements([terms], [terms, letter]).summary.added).toBe(9);
});

test('an annex that only the old version has is named, and not said to be struck', () => {
  const terms = agreement(clauses(1), { title: '线路协议' });
  const letter = agreement(clauses(2, 8), { title: '承诺书', annexOf: 0 });
  const found = compareAgreements([terms, letter], [terms], { sameBytes: true });
  expect(found).toMatchObject({ identical: false, changes: [], impact: [] });
  expect(found.pairs.every(({ part }) => part === 0)).toBe(true);
  expect(notCompared(found.parts)).toEqual(['承诺书']);
});
