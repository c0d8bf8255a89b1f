import { describe, expect, test } from 'vitest';

import { FACT_KINDS } from '../../../src-main/agreement/fact.ts';
import type { TagKind } from '../../../src-main/agreement/tag-kinds.ts';
import { SHIPPED_CALENDAR } from '../../../src-main/term/calendar/holiday-tables.ts';
import { lateFee } from '../../../src-main/term/fees/late-fee.ts';
import { overdueTermination, renewalDue } from '../../../src-main/term/fees/orders.ts';
import { claimWindow } from '../../../src-main/term/service/claim/claim-window.ts';
import { unrecognised } from '../../../src-main/term/basis.ts';
import { basisOfText } from './basis-of-text.ts';
import { clausesAbout, TAGS_OF_FACT } from '../../../src-main/term/unrecognised.ts';
import { whyNot } from './quantity/stated.ts';

const about = (kind: TagKind, text: string, title?: true) => ({
  sources: [
    {
      facts: [],
      clauses: [{ id: 'a', number: '2.1', text, tags: [{ kind, because: '', ...(title ? { title } : {}) }] }],
    },
  ],
  calendar: SHIPPED_CALENDAR,
});

describe('a clause that speaks of it without a value that was read', () => {
  test('is told, and the text is not called silent', () => {
    const late = lateFee(about('late-fee', '迟付的，年息一分二。'), '100', '2026-01-01', '2026-02-01');
    expect(whyNot(late)).toContain('没有从文中认出“逾期违约金”');
    expect(whyNot(late)).toContain('第 2.1 条“迟付的，年息一分二。”');
    expect(whyNot(late, 'en')).toContain('was not recognised');
    const { from } = overdueTermination(about('suspension', '欠费超过七日停机，超过三十日销户。'), '2026-01-01');
    expect(whyNot(from)).toContain('没有从文中认出');
    const { closes } = claimWindow(about('claim-window', '申请须在恢复后 45 天内提交。'), '2026-01');
    expect(whyNot(closes)).toContain('没有从文中认出');
  });

  test('is not one whose length was read as a notice against the renewal: that is no time to pay for one', () => {
    const { sources, calendar } = about('renewal', '期满前45日未提出不续的，合同自动续一年，续费按原价。');
    const read = {
      id: 'a/1',
      kind: 'non-renewal-notice',
      value: 45,
      unit: 'day',
      clause: 'a',
      quote: '期满前45日',
    } as const;
    const told = { sources: sources.map((source) => ({ ...source, facts: [read] })), calendar };
    expect(whyNot(renewalDue(told, '2027-01-31'))).toContain('协议没有写明');
    expect(whyNot(renewalDue({ sources, calendar }, '2027-01-31'))).toContain('没有从文中认出');
    const plain = about('renewal', '期满前45日未提出不续的，合同自动续一年。');
    expect(whyNot(renewalDue(plain, '2027-01-31'))).toContain('协议没有写明');
  });

  test('is not one that speaks of something else, or a heading alone', () => {
    const other = lateFee(about('fee', '费用按月结算，每月 1 日出账。'), '100', '2026-01-01', '2026-02-01');
    expect(whyNot(other)).toContain('协议没有写明');
    const heading = lateFee(about('late-fee', '2 逾期', true), '100', '2026-01-01', '2026-02-01');
    expect(whyNot(heading)).toContain('协议没有写明');
  });

  test.each<[string, 'price-increase-cap' | 'price-notice' | 'claim-closes', TagKind, string, boolean]>([
    ['paying for a renewal', 'price-increase-cap', 'price-increase', '续费款项须在期满前20日付清。', false],
    [
      'paying for a renewal',
      'price-notice',
      'price-increase',
      'The renewal fee is due 20 days before the term ends.',
      false,
    ],
    ['a rise of the price', 'price-increase-cap', 'price-increase', '续费价格每年上调幅度以百分之三为宜。', true],
    ['a rise of the price', 'price-notice', 'price-increase', 'Prices may be raised with one month of warning.', true],
    ['bills', 'claim-closes', 'claim-window', '每个账单周期自25日起，账单须在12日内支付。', false],
    [
      'bills',
      'claim-closes',
      'claim-window',
      'A billing period ends on the 24th. Bills are payable within 12 days.',
      false,
    ],
    ['claims', 'claim-closes', 'claim-window', 'Claims come to us by day 12, in writing.', true],
  ])('%s, %s', (_what, kind, tag, text, expected) => {
    const [clause] = clausesAbout({ clauses: about(tag, text).sources.flatMap(({ clauses }) => clauses) }, kind);
    expect(clause !== undefined).toBe(expected);
  });

  test('is known by its tags for every kind but those that no clause is about', () => {
    const untagged = Object.keys(FACT_KINDS).filter((kind) => !Object.hasOwn(TAGS_OF_FACT, kind));
    expect(untagged.sort()).toEqual([
      'billing-cycle',
      'close-of-business',
      'deemed-consent',
      'effective-date',
      'end-date',
      'hotline',
      'lost-time-credit',
      'start-date',
      'stated-fee',
      'time-zone',
      'vat-rate',
    ]);
  });
});

test('what a clause says otherwise is no clause in which a fact was missed', () => {
  const basis = basisOfText(
    [
      '若服务商无法继续提供服务，服务商提前一个月书面通知客户，届满服务终止。',
      '客户转租线路的，服务商有权终止本协议，并要求客户赔偿，赔偿标准为已付服务费总额的两倍。',
      '期满前30日双方均未书面提出异议的，自动续展一年。',
    ].join('\n'),
  );
  for (const kind of ['termination-notice', 'early-termination-fee', 'term'] as const)
    expect([kind, unrecognised(basis.sources, kind)]).toEqual([kind, []]);
});
