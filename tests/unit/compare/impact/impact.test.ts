import { describe, expect, test } from 'vitest';
import type { ClauseTag, TagKind } from '../../../../src-main/agreement/model.ts';
import { compare } from '../../../../src-main/compare/compare.ts';
import type { Change } from '../../../../src-main/compare/comparison.ts';
import { figureValue } from '../../../../src-main/compare/impact/figures.ts';
import { agreement, type Draft } from '../agreement-builder.ts';

const tag = (kind: TagKind): readonly ClauseTag[] => [{ kind, because: '', by: 'provider' }];

function only(old: string | Draft, next: string | Draft): Change {
  const { changes } = compare(agreement([old]), agreement([next]));
  expect(changes).toHaveLength(1);
  return changes[0] as Change;
}

const kindsOf = (change: Change): string[] => change.reasons.map(({ kind }) => kind);

describe('why a change of words matters', () => {
  test.each([
    ['1 平台应提前30天通知客户变更内容。', '1 平台应提前7天通知客户变更内容。', 'period'],
    ['1 每月最低消费为人民币500元整，按月结清。', '1 每月最低消费为人民币800元整，按月结清。', 'amount'],
    ['1 逾期每日加收千分之三的费用，直至付清。', '1 逾期每日加收千分之五的费用，直至付清。', 'percentage'],
    ['1 本合约自2026年3月1日起对双方生效。', '1 本合约自2026年4月1日起对双方生效。', 'date'],
    ['1 争议提交甲市乙区人民法院诉讼解决。', '1 争议提交丙市丁区人民法院诉讼解决。', 'court'],
    ['1 平台可以在维护期间关闭该项功能。', '1 平台不得在维护期间关闭该项功能。', 'duty'],
    ['1 赔偿的数额为三十日以上的费用之和。', '1 赔偿的数额为三十日以下的费用之和。', 'number'],
    ['1 服务包含“高速通道”等线路及其配套。', '1 服务包含“标准通道”等线路及其配套。', 'scope'],
    ['1 The Customer may cancel within thirty (30) days.', '1 The Customer may cancel within ten (10) days.', 'period'],
    ['1 Fees are due and the Provider may suspend it.', '1 Fees are due and the Provider shall suspend it.', 'duty'],
  ])('%s → %s', (old, next, kind) => {
    const change = only(old, next);
    expect(kindsOf(change)).toContain(kind);
    expect(change.material).toBe(true);
  });

  test.each([
    ['版本日期：2026年3月1日', '版本日期：2026年9月20日', false],
    ['最近更新于 2026-03-01', '最近更新于 2026-09-20', false],
    ['版本号：V1.2（2026年3月）', '版本号：V2.0（2026年9月）', false],
    ['Version of 1 March 2026', 'Version of 20 September 2026', false],
    ['Last updated: March 1, 2026', 'Last updated: September 20, 2026', false],
    ['生效日期：2026年3月1日', '生效日期：2026年9月20日', true],
    ['Effective date: 1 March 2026', 'Effective date: 20 September 2026', true],
    ['1 版本更新后，服务商应于3日内通知客户。', '1 版本更新后，服务商应于9日内通知客户。', true],
  ])('which version a text is, and of when, is nobody’s duty: %s', (old, next, material) => {
    expect(only(old, next).material).toBe(material);
  });

  test('words that say the same are wording only', () => {
    const change = only('1 双方本着友好的态度沟通并处理该问题。', '1 双方本着友善的态度沟通并处理该问题。');
    expect({ material: change.material, because: change.because }).toEqual({ material: false, because: '仅措辞变化' });
  });

  test('a figure written otherwise is not another figure', () => {
    expect(only('1 客户应在三十日内付清所有的账款。', '1 客户应在30天内付清所有的账款。').material).toBe(false);
    expect(figureValue('三十（30）日')).toBe(figureValue('30天'));
    expect(figureValue('thirty (30) days')).toBe(figureValue('30 days'));
    expect(figureValue('百分之五')).toBe(figureValue('5%'));
  });

  test('the version number inside a product name is a name, not a number', () => {
    expect(kindsOf(only('1 服务包含“加速2.0”等线路。', '1 服务包含“加速3.0”等线路。'))).toEqual(['scope']);
  });

  test.each([
    ['liability-cap', 'cap'],
    ['damages-exclusion', 'exclusion'],
    ['sla-exclusion', 'exclusion'],
    ['liquidated-damages', 'liability'],
    ['jurisdiction', 'court'],
    ['termination', 'conspicuous'],
  ] as const)('any word in a clause on %s counts', (kind, reason) => {
    const change = only(
      { text: '平台的责任限于所述情形。', tags: tag(kind) },
      { text: '平台的责任限于前述情形。', tags: tag(kind) },
    );
    expect(kindsOf(change)[0]).toBe(reason);
  });

  const CAP_SENTENCE = '仓储方的赔偿总额以当月租金为限。';
  const rented = (first: string, cap = CAP_SENTENCE): Draft => ({
    text: `${first}${cap}`,
    tags: [{ kind: 'liability-cap', because: '赔偿总额以当月租金为限' }],
  });

  test('a kind is said to be rewritten only where the sentence that makes the clause one of it changed', () => {
    const aside = only(rented('货主可以依照说明办理入库。'), rented('货主可以依照指引办理入库。'));
    expect([aside.material, aside.because]).toEqual([false, '仅措辞变化']);
    const particle = only(
      rented('入库。', '仓储方对货主的赔偿总额以当月租金为限。'),
      rented('入库。', '仓储方向货主的赔偿总额以当月租金为限。'),
    );
    expect(particle.material).toBe(false);
    expect(kindsOf(only(rented('入库。'), rented('入库。', '仓储方的赔偿总额以当月租金为限，包括利息。')))).toContain(
      'cap',
    );
    // A sentence more may take back what another gives.
    expect(kindsOf(only(rented(''), rented('', `${CAP_SENTENCE}本句只限于普通货物。`)))).toContain('cap');
  });

  test('another party in the place of one counts wherever it stands, another word for the same party does not', () => {
    const swapped = only('1 装卸费用由甲方支付。', '1 装卸费用由乙方支付。');
    expect([swapped.material, swapped.because]).toEqual([true, '当事人由“甲方”改为“乙方”']);
    expect(only('1 装卸费用由用户支付。', '1 装卸费用由客户支付。').material).toBe(false);
  });

  test('quoted names that changed are told whole, all of them, on both sides', () => {
    const change = only(
      '1 服务包含“快线跨港”、“冷链加急3.0_跨城加急”、“散货直达”等线路。',
      '1 服务包含“快线_跨港”、“跨城加急流量包”、“散货直达”等线路。',
    );
    expect(change.because).toBe('引号内的名称由“快线跨港、冷链加急3.0_跨城加急”改为“快线_跨港、跨城加急流量包”');
  });

  test('termination by the customer alone is no conspicuous clause', () => {
    const tags: readonly ClauseTag[] = [{ kind: 'termination', because: '', by: 'customer' }];
    expect(only({ text: '客户的理由限于所述情形。', tags }, { text: '客户的理由限于前述情形。', tags }).material).toBe(
      false,
    );
  });

  test('an item counts as the clause it stands under', () => {
    const list = (item: string) =>
      agreement([
        { id: 'a', number: '1', text: '下列情形不予计入：', tags: tag('sla-exclusion') },
        { number: '(1)', parent: 'a', text: item },
      ]);
    expect(compare(list('因系统维护所致的'), list('因系统升级所致的')).changes[0]?.reasons[0]?.kind).toBe('exclusion');
  });

  test('a changed fact is told by its name, once', () => {
    const days = (value: number): Draft => ({
      text: `平台应提前${value}天公告变更。`,
      facts: [{ kind: 'change-notice-days', value, unit: 'day', quote: `${value}天` }],
    });
    expect(only(days(30), days(15)).because).toBe('变更通知期由“30 天”改为“15 天”');
  });
});

describe('conspicuous clauses and their bold', () => {
  const cap = (text: string): Draft => ({ number: '2', text, tags: tag('liability-cap') });
  const base = '1 客户按月支付费用并保持余额充足。';
  const words = '责任总额以已付费用为限。';

  test('one that appears or disappears is material', () => {
    const [added] = compare(agreement([base]), agreement([base, cap(words)])).changes;
    const [removed] = compare(agreement([base, cap(words)]), agreement([base])).changes;
    expect([added?.reasons[0]?.kind, removed?.reasons[0]?.kind]).toEqual(['conspicuous-added', 'conspicuous-removed']);
  });

  test('losing or gaining its bold in the source is material; for another clause it is not', () => {
    const lost = compare(agreement([base, cap(`**${words}**`)]), agreement([base, cap(words)])).changes[0];
    const gained = compare(agreement([base, cap(words)]), agreement([base, cap(`**${words}**`)])).changes[0];
    expect([lost?.kind, lost?.material, lost?.reasons[0]?.kind]).toEqual(['emphasis', true, 'bold-lost']);
    expect([gained?.material, gained?.reasons[0]?.kind]).toEqual([true, 'bold-gained']);
    expect(only('**普通的一条约定**', '普通的一条约定').material).toBe(false);
  });
});

test('the impact list has the most serious change first', () => {
  const cap = (text: string): Draft => ({ number: '3', text, tags: tag('liability-cap') });
  const old = agreement(['1 平台提前30天通知。', '2 双方友好协商。', cap('总额以所付费用为限。')]);
  const next = agreement(['1 平台提前15天通知。', '2 双方友善协商。', cap('总额以实付费用为限。')]);
  const { impact, changes } = compare(old, next);
  expect(impact.map((index) => changes[index]?.new?.number)).toEqual(['3', '1']);
});
