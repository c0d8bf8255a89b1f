import { describe, expect, test } from 'vitest';
import type { FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readMarkdown } from '../../../../src-main/import/markdown/markdown.ts';
import { documentOf } from '../meaning.ts';

/** What a clause states of one kind: a length with its unit, words, or a place by a rule. */
function stated(kind: FactKind, text: string): readonly string[] {
  const document = documentOf([
    ['4', /\p{Script=Han}/u.test(text) ? '一般约定' : 'General terms'],
    ['4.1', text, '4'],
  ]);
  return facts(document, classify(document))
    .filter((fact) => fact.kind === kind)
    .map(({ value, unit }) => {
      if (typeof value === 'number') return `${value} ${unit}`;
      if (typeof value === 'string') return value;
      return 'rule' in value ? value.rule : JSON.stringify(value);
    });
}

type Row = readonly [kind: FactKind, text: string, expected: readonly string[]];

describe('the same said in other words', () => {
  test.each<Row>([
    ['governing-law', 'Swiss substantive law shall apply.', ['Swiss substantive law']],
    ['governing-law', 'French law is applicable.', ['French law']],
    ['governing-law', 'The applicable law is that of the Republic of Korea.', ['Republic of Korea']],
    ['governing-law', 'Governing Law: State of Utah', ['State of Utah']],
    ['governing-law', 'The contractual relationship is subject exclusively to Austrian law.', ['Austrian law']],
    [
      'court',
      'For any action not subject to arbitration, the parties agree to the jurisdiction of the courts of New York County, New York.',
      ['courts of New York County, New York'],
    ],
    ['court', 'Only the courts of Ghent are competent.', ['courts of Ghent']],
    ['claim-closes', 'Claims by the customer become time-barred two years after delivery.', ['2 year']],
    [
      'claim-closes',
      'All complaints about charges must reach us no later than 90 days following the bill.',
      ['90 day'],
    ],
    ['claim-closes', 'Claims shall lapse unless proceedings are issued within 12 months of the event.', ['12 month']],
    ['claim-closes', 'Defects must be reported within 14 days after installation.', ['14 day']],
    ['claim-closes', 'Failure to contest a charge within 45 days constitutes acceptance.', ['45 day']],
    ['claim-closes', 'You and we agree that any claim must be filed within one year after it arose.', ['1 year']],
    ['claim-closes', '赔偿申请最迟不得晚于当月结束后60天提交。', ['60 day']],
    ['claim-closes', '您对扣费有疑问的，请在扣费之日起15日内联系客服，过期不予受理。', ['15 day']],
    ['termination-notice', 'We may stop providing the Service, giving you at least 90 days’ notice.', ['90 day']],
    ['termination-notice', 'This Agreement may be ended without cause on not less than 30 days’ notice.', ['30 day']],
    ['termination-notice', '甲方如不再需要服务，应提前3个月告知乙方。', ['3 month']],
    ['data-return', 'Backups are purged no later than six months after deletion of your account.', ['6 month']],
    ['data-return', 'Following closure of the account, content may be recovered for up to 45 days.', ['45 day']],
    ['data-return', '退订后实例内的数据继续保存7天。', ['7 day']],
    ['term', 'This Agreement shall remain in force for a period of three (3) years.', ['3 year']],
    ['term', 'The contract runs for a minimum of 24 months.', ['24 month']],
    ['term', 'Each order has an initial duration of twelve months.', ['12 month']],
    ['auto-renewal', 'Subscriptions renew every month until cancelled.', ['1 month']],
    [
      'auto-renewal',
      'If not terminated three months before the end, the contract is extended by a further 12 months.',
      ['12 month'],
    ],
    ['overdue-termination', 'Accounts unpaid for 30 days may be closed.', ['30 day']],
    ['effective-date', 'These terms apply from 15 June 2031.', ['2031-06-15']],
    ['hotline', 'Call our help line on 1-800-555-0142.', ['1-800-555-0142']],
    ['court', 'All claims shall be litigated exclusively in Harbor County.', ['Harbor County']],
    ['governing-law', 'If you live in the EU, Luxembourg law will apply.', ['Luxembourg law']],
    [
      'governing-law',
      'The rights and obligations of the parties are determined by the laws of Victoria, Australia.',
      ['laws of Victoria, Australia'],
    ],
    ['governing-law', '双方的权利义务受中国法律调整。', ['中国法律']],
    [
      'termination-notice',
      'Company may end this Agreement upon 10 days’ notice unless the breach is cured by then.',
      ['10 day'],
    ],
    ['termination-notice', 'Your sole remedy is to terminate on 30 days’ notice.', ['30 day']],
    [
      'breach-notice',
      'We tell you of a personal data breach; you will cooperate. We notify you at most 72 hours after a data breach.',
      ['72 hour'],
    ],
    ['data-return', 'If we suspend or terminate the Services, your data will be deleted 30 days later.', ['30 day']],
    ['data-return', '停机15天后，系统自动清除用户数据。', ['15 day']],
    ['overdue-termination', 'If you do not pay for thirty days, Quayside may terminate your account.', ['30 day']],
    ['price-notice', '收费标准如发生变化，我们会提前10天通知到您。', ['10 day']],
    ['term', '入驻期限二年，期满可续签。', ['2 year']],
    ['term', '双方签订合作合同，为期三个月。', ['3 month']],
    ['claim-closes', '您应于知道损害发生之日起30日内向我们主张权利，否则视为放弃。', ['30 day']],
    ['response', '客服人员在收到来电后一小时内作出回应。', ['1 hour']],
  ])('%s: %s', (kind, text, expected) => {
    expect(stated(kind, text)).toEqual(expected);
  });
});

describe('what only looks like it', () => {
  test.each<Row>([
    ['termination-notice', 'After cancellation, your information stays in our systems for 30 days before it goes.', []],
    ['termination-notice', 'If we retire an API version we will give six months’ notice.', []],
    ['outage-termination', 'If you are unable to access your account for 60 days, it may be cancelled.', []],
    ['outage-termination', 'If we suspend or terminate the Services, your data will be deleted 30 days later.', []],
    [
      'termination-notice',
      'Either party may terminate if a breach is not cured within 30 days after notice of it.',
      [],
    ],
    ['hotline', 'The rules of JAMS are told to whoever calls 1-800-555-0142.', []],
    ['response', '您收到我们的问询后未能在15天内作出回应的，账号将被停用。', []],
    ['claim-closes', 'Complaints of data subjects must be sent to us within 14 days.', []],
    ['delivery', '书面通知在到达该方地址时生效。', []],
    ['governing-law', 'The Federal Arbitration Act governs the interpretation of this section.', []],
    ['court', 'Disputes may not be brought before the courts of Ghent.', []],
    ['claim-closes', 'If the service fails for more than 10 hours in a row, contact us to claim a credit.', []],
  ])('%s: %s', (kind, text, expected) => {
    expect(stated(kind, text)).toEqual(expected);
  });
});

test('a bare bound under a heading of availability is the promise', () => {
  const text = '# SLA of Quayside\n\n## 2. Availability\n\nSingle instance no less than 99.9%.\n';
  const promised = read(readMarkdown(text, 'utf-8')).documents.flatMap((each) => each.facts);
  expect(promised.map(({ kind, value }) => [kind, value])).toEqual([['availability', { promise: 99.9 }]]);
});

test.each([
  ['电子通知自进入您指定的邮箱系统时起生效。', 1],
  ['通知一旦在页面上显示即产生送达的效力。', 1],
  ['本协议修改的通知发布后，新条款自发布之日起生效。', 0],
])('a notice that takes effect is delivered: %s', (text, count) => {
  expect(stated('delivery', text)).toHaveLength(count);
});

describe('a table of levels', () => {
  const tiers = (heading: string, header: string): number => {
    const text = `# Rules\n\n## 1. ${heading}\n\n| ${header} |\n|---|---|\n| ≤ 1.4% | 10% |\n| ≤ 0.5% | 20% |\n`;
    return read(readMarkdown(text, 'utf-8'))
      .documents.flatMap((each) => each.facts)
      .filter(({ kind }) => kind === 'credit-tier').length;
  };
  test('of bounces gives no credits', () => {
    expect(tiers('Quality of mailings', 'Bounces | Limit')).toBe(0);
  });
  test('of credits does', () => {
    expect(tiers('Quality', 'Availability | Credit')).toBe(2);
  });
});
