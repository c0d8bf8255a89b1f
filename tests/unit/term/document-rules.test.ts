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
    // The provider is who is forbidden, wherever it is named.
    ['乙方在本合同的有效期内不得提前解除合同。', false],
    ['服务商在合同期间不得无故提前终止本协议。', false],
    ['提供商不得提前解除本合同。', false],
    ['乙方在合同期内，不得提前终止本合同。', false],
    ['乙方不得因甲方提前解除本合同而拒绝退款。', false],
    ['The Company shall not terminate this Agreement prior to the end of its term.', false],
    ['乙方和甲方在合同期内均不得提前终止本合同。', true],
    ['任何一方在服务期内不得提前终止本合同。', true],
    // A notice or a consent is enough.
    ['客户未提前15日通知的，不得提前解除本合同。', false],
    ['未经双方协商同意，任何一方不得提前解除本协议。', false],
    ['Customer may not terminate this Agreement prior to giving 15 days’ notice.', false],
    ['You may not terminate the contract early without the written consent of the other party.', false],
    // What else is forbidden to the provider says nothing of the customer's ban.
    ['You may not cancel a prepaid plan early. We may not raise the price while the subscription runs.', true],
    ['客户的预付费订单在服务期内不得提前退订，我们也不得提高价格。', true],
    ['我们不得提高价格，客户在服务期内不得提前终止本合同。', true],
    // A provider as an attribute or an object is not who is forbidden.
    ['我方提供的包年包月产品不支持提前退订。', true],
    ['我们为用户开通的包年包月产品不支持提前退订。', true],
    ['供应商的包年包月实例不支持提前退订。', true],
    ['经由本公司下单的预付费资源不能提前取消。', true],
    ['通过我们购买的预付费资源不能提前取消。', true],
    ['已向服务商预付款项的包年包月资源不得提前退订。', true],
    ['Orders that are placed with the provider are firm and may not terminate or cancel before their term ends.', true],
    ['我们和供应商不得提前终止本合同。', false],
    ['服务商的义务：不得提前终止本合同。', false],
    ['乙方就其提供的服务，不得提前终止本合同。', false],
    // A reason does not lift a ban; what is forbidden for the reason of an early end is no ban of it.
    ['客户不得因任何理由提前解除本合同。', true],
    ['甲方不得因自身经营原因提前终止本协议。', true],
    ['客户不得因服务商提前解除本合同而拒付已发生的费用。', false],
    ['客户不得以服务商提前解除本合同为由拒付费用。', false],
    ['用户未付清款项前，不得提前终止本合同且不得要求协商。', true],
    ['用户不得提前终止本合同并要求服务商同意退款。', true],
    ['不论是否事先通知，客户不得提前终止本合同。', true],
    ['客户没有事先书面通知的，不得提前终止本合同。', false],
    ['You may not terminate the contract before the end of the agreed term.', true],
    ['You may not cancel an order before its term is over, with or without prior notice.', true],
    ['You may not terminate the contract before the provider has agreed.', false],
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
