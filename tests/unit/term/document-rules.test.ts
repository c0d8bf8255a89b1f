import { describe, expect, test } from 'vitest';
import type { Clause, TagKind } from '../../../src-main/agreement/model.ts';
import { earlyEndBan } from '../../../src-main/term/fees/early-end.ts';
import { leafExclusions } from '../../../src-main/term/service/exclusions.ts';
import { minuteCounting } from '../../../src-main/term/service/minute-counting.ts';
import { wordsOf } from './basis-of.ts';

const counted = (words: string): string => {
  const answer = minuteCounting([wordsOf(words)]);
  return answer.known ? answer.value : 'unknown';
};

describe('how a document counts a minute', () => {
  test.each([
    ['一分钟内全部请求均失败的，该分钟为不可用分钟。', 'whole'],
    ['在某一分钟里，用户所有实例始终无法连接的，计为不可用一分钟。', 'whole'],
    ['A minute is unavailable when all connection attempts within it fail.', 'whole'],
    ['中断时长不足一分钟的，按一分钟计算。', 'started'],
    ['Any portion of a minute counts as a full minute.', 'started'],
    ['服务可用性按自然月统计。', 'unknown'],
    ['首次响应不超过 30 分钟。', 'unknown'],
  ])('%s → %s', (words, value) => {
    expect(counted(words)).toBe(value);
  });
});

describe('ending a prepaid order early', () => {
  test.each([
    ['预付费订单在到期前不支持提前退订。', true],
    // What is not given back may still be ended.
    ['包年包月资源提前终止的，已付费用不予退还。', false],
    ['Prepaid subscriptions may not be cancelled early; you may not terminate a prepaid plan early.', true],
    // A ban that names no kind of order is one of the term.
    ['服务期内，客户不得提前解除本合同。', true],
    ['合同期内客户无权提前终止。', true],
    ['Customer may not terminate this Agreement before the end of the term.', true],
    ['The customer shall not cancel an order prior to the expiry of its term.', true],
    ['服务商不得提前终止本合同。', false],
    ['Provider may not terminate this Agreement before giving 30 days’ notice.', false],
    ['客户不得提前取消已预约的演示。', false],
    ['双方协商一致可以提前终止。', false],
    ['后付费服务可以随时终止。', false],
  ])('%s → %s', (words, banned) => {
    expect(earlyEndBan([wordsOf(words)]) !== undefined).toBe(banned);
  });
});

describe('the exclusions of a document', () => {
  const clause = (id: string, role: Clause['role'], parent: string | undefined, ...kinds: TagKind[]): Clause => ({
    id,
    level: parent === undefined ? 1 : 2,
    role,
    text: `${id}。`,
    emphasis: [],
    tags: kinds.map((kind) => ({ kind, because: id })),
    lines: [1, 1],
    ...(parent === undefined ? {} : { parent }),
  });
  const listed = (clauses: readonly Clause[]) =>
    leafExclusions([{ facts: [], clauses }]).map(({ clauseId }) => clauseId);

  test('are called by the number of the clause above, where their own is begun anew or is none', () => {
    const over = { ...clause('intro', 'clause', undefined, 'sla-exclusion'), number: '7.4' };
    const item = { ...clause('a', 'item', 'intro', 'sla-exclusion'), number: '(1)' };
    const bare = clause('b', 'item', 'intro', 'sla-exclusion');
    const own = { ...clause('c', 'item', 'intro', 'sla-exclusion'), number: '7.4.3' };
    expect(leafExclusions([{ facts: [], clauses: [over, item, bare, own] }])).toMatchObject([
      { number: '(1)', above: '7.4' },
      { above: '7.4' },
      { number: '7.4.3' },
    ]);
  });

  test('are its items, not the sentence that introduces them nor a definition', () => {
    const items = [
      clause('intro', 'clause', undefined, 'sla-exclusion'),
      clause('fee', 'definition', undefined, 'sla-exclusion'),
      clause('a', 'item', 'intro', 'sla-exclusion'),
      clause('b', 'item', 'intro', 'sla-exclusion', 'force-majeure'),
      clause('c', 'item', 'intro', 'fee'),
    ];
    expect(listed(items)).toEqual(['a', 'b']);
  });

  test('are the clauses themselves where nothing is listed, and none where nothing is excluded', () => {
    expect(listed([clause('one', 'clause', undefined, 'sla-exclusion'), clause('two', 'clause', undefined)])).toEqual([
      'one',
    ]);
    expect(listed([clause('two', 'clause', undefined, 'fee')])).toEqual([]);
  });
});
