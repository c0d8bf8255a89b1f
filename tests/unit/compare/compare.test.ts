import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementDocument } from '../../../src-main/agreement/model.ts';
import { compare } from '../../../src-main/compare/compare.ts';
import type { Change } from '../../../src-main/compare/comparison.ts';
import { applyEdits } from '../../../src-main/compare/redline/redline.ts';
import { agreement } from './agreement-builder.ts';

const LINES = [
  '1 总则',
  '1.1 本合约自双方确认之日起生效，有效期一年。',
  '1.2 平台应在变更前30天通知客户。',
  '2 费用',
  '2.1 客户按月支付费用，逾期每日加收千分之三的违约金。',
  '2.2 平台在次月开具发票，税率为6%。',
  '2.3 客户应当保证账户余额充足。',
  '3 其他',
  '3.1 因本合约产生的争议由平台所在地人民法院管辖。',
  '3.2 客户违反第2.1条的，平台有权停止服务。',
];

function kinds(changes: readonly Change[]): string[] {
  return changes.map(({ kind, old, new: next }) => `${kind} ${old?.number ?? ''}→${next?.number ?? ''}`);
}

function changed(edit: (lines: string[]) => void): readonly Change[] {
  const lines = [...LINES];
  edit(lines);
  return compare(agreement(LINES), agreement(lines)).changes;
}

describe('what happened to a clause', () => {
  test('nothing: identical', () => {
    expect(compare(agreement(LINES), agreement(LINES))).toMatchObject({
      identical: true,
      sameWords: true,
      changes: [],
    });
  });

  test('bytes that the documents do not show still differ', () => {
    expect(compare(agreement(LINES), agreement(LINES), { sameBytes: false }).identical).toBe(false);
  });

  test('words changed, at the place they stand', () => {
    const [change] = changed((lines) => (lines[2] = '1.2 平台应在变更前15天通知客户。'));
    expect(change).toMatchObject({
      kind: 'changed',
      edits: [{ old: '30天', new: '15天', at: [7, 7] }],
      material: true,
    });
  });

  test('a clause was added, and those after it are renumbered, not changed', () => {
    const changes = changed((lines) => {
      lines.splice(5, 0, '2.2 客户可以书面申请退还尚未使用的预付余额。');
      lines[6] = '2.3 平台在次月开具发票，税率为6%。';
      lines[7] = '2.4 客户应当保证账户余额充足。';
    });
    expect(kinds(changes)).toEqual(['added →2.2', 'renumbered 2.2→2.3', 'renumbered 2.3→2.4']);
  });

  test('a clause was removed', () => {
    expect(kinds(changed((lines) => lines.pop()))).toEqual(['removed 3.2→']);
  });

  test('a clause that moved is one move', () => {
    const changes = changed((lines) => lines.splice(8, 0, ...lines.splice(2, 1)));
    expect(kinds(changes)).toEqual(['moved 1.2→1.2']);
  });

  test('a section that moved with its clauses is one move', () => {
    const moved = [...LINES.slice(0, 3), ...LINES.slice(7), ...LINES.slice(3, 7)];
    const { changes } = compare(agreement(LINES), agreement(moved));
    expect(changes.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
  });

  test('a rewritten clause under the same number is changed; one with nothing in common came and went', () => {
    expect(kinds(changed((lines) => (lines[6] = '2.3 客户应当保证预付账户的余额始终充足，不足时及时充值。')))).toEqual([
      'changed 2.3→2.3',
    ]);
    expect(
      kinds(changed((lines) => (lines[6] = '2.3 双方另行签署保密函件，其效力独立存续，永不失效。'))).sort(),
    ).toEqual(['added →2.3', 'removed 2.3→']);
  });

  test('a clause cut in two keeps its words, and says so', () => {
    const changes = changed((lines) => {
      lines[5] = '2.2 平台在次月开具发票，';
      lines.splice(6, 0, '税率为6%。');
    });
    expect(changes.map(({ kind, reasons }) => [kind, reasons[0]?.kind])).toEqual([['emphasis', 'layout']]);
  });

  test('a numbered clause split off is told from new words', () => {
    const old = agreement(['1 客户应当按月支付费用，并保持余额充足。客户不得转租线路。', '2 其他约定见订单页面。']);
    const next = agreement([
      '1 客户应当按月支付费用，并保持余额充足。',
      '2 客户不得转租线路。',
      '3 其他约定见订单页面。',
    ]);
    const { changes } = compare(old, next);
    expect(kinds(changes)).toEqual(['changed 1→1', 'added →2', 'renumbered 2→3']);
    expect(changes.map(({ material }) => material)).toEqual([false, false, false]);
  });

  test('an id that was carried over holds although the words stand elsewhere too', () => {
    const old = agreement([{ id: 'a', number: '1', text: '客户应当按月支付费用，不得拖欠。' }]);
    const next = agreement([
      { id: 'a', number: '1', text: '客户应当按季支付费用，不得拖欠。' },
      { id: 'b', number: '2', text: '客户应当按月支付费用，不得拖欠。' },
    ]);
    expect(kinds(compare(old, next).changes)).toEqual(['changed 1→1', 'added →2']);
  });

  test('the title is a change of its own', () => {
    const { changes } = compare(agreement(LINES), agreement(LINES, { title: '示例云专线协议' }));
    expect(changes).toMatchObject([{ kind: 'changed', old: { role: 'title' }, material: false }]);
  });

  test('emphasis of the source alone is named as that; emphasis by rule is not compared', () => {
    const changes = changed((lines) => (lines[6] = '2.3 客户应当**保证账户余额**充足。'));
    expect(changes).toMatchObject([
      { kind: 'emphasis', edits: [], emphasis: { boldGained: ['保证账户余额'] }, material: false },
    ]);
    const plain = agreement(LINES);
    const shown = plain.clauses.map((clause) => ({
      ...clause,
      emphasis: [{ start: 0, end: clause.text.length, strong: true, underline: false, origin: 'rule' as const }],
    }));
    expect(compare(plain, { ...plain, clauses: shown }).changes).toEqual([]);
  });
});

const clause = fc.array(
  fc.constantFrom(
    ...'客户 平台 应当 不得 支付 费用 通知 三十日 30天 6% 终止 服务 线路 ， 。 的 或者 数据 第2条'.split(' '),
  ),
  { minLength: 1, maxLength: 14 },
);
const texts = fc.array(
  clause.map((words) => words.join('')),
  { maxLength: 14 },
);

function numbered(list: readonly string[], from = 1): AgreementDocument {
  return agreement(list.map((text, index) => ({ number: String(index + from), text })));
}

describe('for every two documents', () => {
  test('a document and itself are identical', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(compare(numbered(list), numbered(list))).toMatchObject({
          identical: true,
          sameWords: true,
          changes: [],
        });
      }),
    );
  });

  test('the pairs and edits turn the old into the new, clause by clause', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [old, next] = [numbered(before), numbered(after)];
        const { pairs, changes } = compare(old, next);
        const oldTexts = new Map(old.clauses.map(({ id, text }) => [id, text]));
        const rebuilt = pairs.flatMap((pair) => {
          const change = pair.change === undefined ? undefined : changes[pair.change];
          if (pair.new === undefined) return [];
          const from = pair.old === undefined ? '' : (oldTexts.get(pair.old) ?? '');
          return [change ? applyEdits(from, [...change.edits, ...change.layout]) : from];
        });
        const isRecut = changes.some(
          ({ kind, edits, reasons }) => kind === 'emphasis' && edits.length === 0 && reasons[0]?.kind === 'layout',
        );
        if (isRecut) return;
        expect(rebuilt).toEqual(after);
        expect(pairs.flatMap((pair) => pair.old ?? []).toSorted()).toEqual(old.clauses.map(({ id }) => id).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test('counts are symmetric: what came one way went the other way', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const there = compare(numbered(before), numbered(after)).summary;
        const back = compare(numbered(after), numbered(before)).summary;
        expect(back).toEqual({ ...there, added: there.removed, removed: there.added });
      }),
      { numRuns: 300 },
    );
  });

  test('renumbering, re-wrapping and re-emphasising change no words', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 9 }), (list, from) => {
        const old = numbered(list);
        const wrapped = numbered(list.map((text) => text.replace('，', '，\n ').replace('30', ' 30 ')));
        const bold = numbered(list.map((text) => `**${text}**`));
        for (const next of [numbered(list, from), wrapped, bold]) {
          const { sameWords, summary } = compare(old, next);
          expect({ sameWords, words: summary.added + summary.removed + summary.changed + summary.moved }).toEqual({
            sameWords: true,
            words: 0,
          });
        }
      }),
    );
  });

  test('one clause moved among different ones is one move', () => {
    const distinct = fc.uniqueArray(fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{12,16}$/u), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(distinct, fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length];
        const moved = list.toSpliced(from, 1).toSpliced(to, 0, list[from] ?? '');
        const { summary } = compare(agreement(list), agreement(moved));
        expect(summary).toEqual({
          added: 0,
          removed: 0,
          changed: 0,
          renumbered: 0,
          emphasis: 0,
          moved: from === to ? 0 : 1,
        });
      }),
    );
  });
});

describe('the bound on hostile input', () => {
  /** By the time that this process worked: what else the machine does is no fault of the comparison. */
  const within = (milliseconds: number, work: () => void): void => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
  };

  test('everything changed, thousands of equal clauses, one huge rewritten clause: seconds, not minutes', () => {
    const many = (text: (index: number) => string): AgreementDocument =>
      agreement(Array.from({ length: 5000 }, (_, index) => text(index)));
    within(6000, () =>
      compare(
        many((index) => `旧${index}条的内容`),
        many((index) => `全新${index}款说明文字`),
      ),
    );
    within(6000, () =>
      compare(
        many(() => '客户应当遵守本合约。'),
        many(() => '平台应当遵守本合约。'),
      ),
    );
    const huge = (seed: number): string =>
      Array.from({ length: 200_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * seed) % 5003))).join('');
    within(6000, () =>
      compare(agreement([{ number: '1', text: huge(17) }]), agreement([{ number: '1', text: huge(4001) }])),
    );
  });
});
