import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryIds } from '../../../../src-main/compare/align/carry.ts';
import { agreement } from '../agreement-builder.ts';

const OLD = agreement(['1 客户应当按月支付费用，不得拖欠。', '2 平台按月开具发票并寄送客户。']);

test('a clause keeps its id through rewording and renumbering, with what hangs on it', () => {
  const next = agreement([
    '1 本合约一经确认即告成立。',
    {
      number: '2',
      text: '客户应当按季支付费用，不得拖欠。',
      facts: [{ kind: 'hotline', value: '1', unit: 'text', quote: '季' }],
    },
    '3 平台按月开具发票并寄送客户。',
  ]);
  const carried = carryIds(OLD, next);
  expect(carried.clauses.slice(1).map(({ id }) => id)).toEqual(OLD.clauses.map(({ id }) => id));
  expect(carried.facts[0]?.clause).toBe(OLD.clauses[0]?.id);
});

test('a new clause never takes the id of an old one or a reserved one', () => {
  const next = agreement([
    ...['1 甲', '2 乙'],
    { id: OLD.clauses[0]?.id ?? '', number: '3', text: '全然不同的约定，另有含义。' },
  ]);
  const reserved = next.clauses[0]?.id ?? '';
  const ids = carryIds(OLD, next, [reserved]).clauses.map(({ id }) => id);
  expect(ids).not.toContain(reserved);
  expect(ids[2]).not.toBe(OLD.clauses[0]?.id);
});

test('ids stay unique and parents stay among them, whatever the two documents', () => {
  const texts = fc.array(fc.constantFrom('甲方应当付款', '甲方应当按月付款', '乙方不得转租', '乙方', ''), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const number = (text: string, index: number) => ({
        number: index % 2 === 0 ? `${index}` : `${index - 1}.1`,
        text,
      });
      const carried = carryIds(agreement(before.map(number)), agreement(after.map(number)));
      const ids = carried.clauses.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { parent } of carried.clauses) if (parent !== undefined) expect(ids).toContain(parent);
    }),
  );
});
