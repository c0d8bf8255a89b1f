import { describe, expect, test } from 'vitest';
import { isConspicuous } from '../../../../src-main/agreement/meaning/emphasise.ts';
import type { TagKind } from '../../../../src-main/agreement/model.ts';
import { COST_RULES } from '../../../../src-main/agreement/rules/costs/costs.ts';
import { tagKind } from '../../../../src-main/agreement/tag-kinds.ts';
import { tagsOf } from '../meaning.ts';

const kinds = (text: string): readonly TagKind[] => tagsOf(text, 'terms').map(({ kind }) => kind);

/** What binds longer, costs more or reaches further than the service itself, a sentence in each language. */
const SAID: readonly (readonly [TagKind, string, string])[] = [
  ['term', '本合同有效期为三年。', 'The initial term of this agreement is three years.'],
  ['auto-renewal', '期满时无人提出异议的，本合同自动顺延一年。', 'This order automatically renews for one year.'],
  [
    'non-renewal',
    '任何一方不再续约的，应于期满前四十日书面告知。',
    'A party that does not wish to renew must say so 40 days before.',
  ],
  ['price-increase', '供应商有权在每个续期上调服务价格。', 'We may increase our prices at each anniversary.'],
  ['minimum-commitment', '客户每年最低消费金额为二十万元。', 'Customer’s minimum annual spend is 200,000.'],
  [
    'early-termination-fee',
    '客户提前终止的，应支付余下费用的四成作为违约金。',
    'An early termination fee of 40% applies.',
  ],
  ['non-refundable', '已付款项概不退还。', 'Amounts paid are non-refundable.'],
  ['uncapped-liability', '客户对数据泄露的赔偿责任不设上限。', 'Customer’s liability under this clause is unlimited.'],
  ['audit', '供应商有权每年对客户的用量进行审计。', 'Provider may audit the usage of Customer once a year.'],
  [
    'exclusivity',
    '合作期内客户不得向其他供应商采购同类产品。',
    'Customer shall not purchase competing services from anyone else.',
  ],
  ['most-favoured', '供应商给予他人更优惠价格的，应同时给予客户同等价格。', 'Customer has most-favoured terms.'],
  ['change-of-control', '客户控制权发生变更时应立即告知。', 'Upon a change of control of Customer, notice is due.'],
  ['insurance', '客户应投保财产保险。', 'Customer shall maintain liability insurance.'],
  ['non-solicit', '双方不得招揽对方的员工。', 'Neither party shall solicit the other’s employees.'],
  [
    'data-location',
    '客户数据仅存储于境内机房。',
    'Customer data will be stored in data centres within the European Union.',
  ],
  ['cross-border', '未经同意不得将数据向境外传输。', 'Data may be transferred to countries outside the EEA.'],
  ['subprocessor', '供应商可委托第三方处理客户数据。', 'Provider uses subprocessors listed online.'],
  [
    'breach-notification',
    '发生数据泄露的，应于两日内告知客户。',
    'We will notify you of a personal data breach at once.',
  ],
  ['data-return', '合同终止后三十日内，客户可导出其数据。', 'After termination you may export your data for 30 days.'],
  ['support-response', '一般故障应在两小时内响应。', 'We respond to support tickets within two hours.'],
  ['feature-sunset', '旧版接口将于公告后停止维护。', 'We may deprecate an API with twelve months’ warning.'],
  ['language-precedence', '中英文不一致的，以中文为准。', 'The English version prevails over any translation.'],
  ['publicity', '供应商可在宣传中使用客户名称和标识。', 'Provider may use your name and logo in its marketing.'],
  [
    'feedback-licence',
    '客户提出的改进建议，供应商可无偿使用。',
    'You grant us a perpetual licence to use your feedback.',
  ],
  ['ai-use', '供应商可将客户内容用于训练模型。', 'Your content may be used to train machine learning models.'],
  [
    'third-party-beneficiary',
    '本合同不为第三人设立任何权利。',
    'There are no third-party beneficiaries of this agreement.',
  ],
];

describe('what costs customers most', () => {
  test.each(SAID)('%s: %s', (kind, chinese, english) => {
    expect(kinds(chinese)).toContain(kind);
    expect(kinds(english)).toContain(kind);
    const alarms = tagKind(kind)?.conspicuous !== undefined;
    if (alarms) for (const text of [chinese, english]) expect(isConspicuous(tagsOf(text, 'terms'))).toBe(true);
  });

  test('every rule of these kinds has such a sentence', () => {
    expect(new Set(SAID.map(([kind]) => kind))).toEqual(new Set(COST_RULES.map(({ kind }) => kind)));
  });

  test.each<[string, TagKind]>([
    ['服务中断的，供应商自动延长服务时间三日。', 'auto-renewal'],
    ['本订单不会自动续期。', 'auto-renewal'],
    ['This order does not automatically renew.', 'auto-renewal'],
    ['年消费达到十万元的，可享受九折优惠。', 'minimum-commitment'],
    ['There is no minimum commitment.', 'minimum-commitment'],
    ['供应商提前终止的，应退还剩余费用。', 'early-termination-fee'],
    ['操作审计日志保留半年。', 'audit'],
    ['Audit logs are kept for half a year.', 'audit'],
    ['本条授予的许可是非独家的。', 'exclusivity'],
    ['This licence is non-exclusive; this is your exclusive remedy.', 'exclusivity'],
    ['保密义务的限制对下列情形不适用。', 'uncapped-liability'],
    ['未行使权利不构成对权利的放弃。', 'non-refundable'],
    ['Neither party has employees of the other.', 'non-solicit'],
  ])('%s is no %s', (text, kind) => {
    expect(kinds(text)).not.toContain(kind);
  });
});
