import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { ComparisonView } from '../../../../src-main/contract/compare.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { noticeById } from '../../../../src-main/features/notices/notice-records.ts';
import { objectionValues } from '../../../../src-main/features/notices/objection-words.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

const ENGLISH = (to: {
  readonly version: string;
  readonly published: string;
  readonly effective: string;
  readonly objects: number;
  readonly months: number;
  readonly seat: string;
}): string => `Harbour Relay Services Agreement

Version ${to.version}    Published: ${to.published}    Effective: ${to.effective}

Customer: the company that uses the Relay ("Customer")
Provider: Harbour Relay Ltd ("Provider")

1. Changes
1.1 Provider shall give 30 days' prior notice of any change to this Agreement by e-mail or in the console. Customer may object in writing within ${to.objects} days after receipt of that notice and go on under the terms it accepted until the term ends.

2. Limitation of liability
2.1 Save for wilful misconduct, gross negligence or injury to persons, the aggregate liability of Provider shall not exceed the fees that Customer paid for the Relay in the preceding ${to.months} months.

3. Disputes
3.1 This Agreement is governed by the laws of the People's Republic of China. Disputes shall be submitted to the courts at the ${to.seat}'s principal place of business.
`;
const ENGLISH_OLD = ENGLISH({
  version: '1.0',
  published: '5 March 2026',
  effective: '10 March 2026',
  objects: 30,
  months: 12,
  seat: 'Customer',
});
const ENGLISH_NEW = ENGLISH({
  version: '2.0',
  published: '20 November 2026',
  effective: '1 March 2027',
  objects: 10,
  months: 3,
  seat: 'Provider',
});

const CHINESE = (version: string, published: string, effective: string, months: number): string => `港城中继服务协议

版本：V${version}　发布日期：${published}　生效日期：${effective}

甲方（客户）：使用中继服务的单位
乙方（服务商）：港城中继网络有限公司

第一条 责任限制
1.1 除故意、重大过失或者造成他人人身损害以外，乙方就本服务承担的累计赔偿责任不超过甲方在此前${months}个月内已经支付的中继服务费用的总额。
`;
const CHINESE_OLD = CHINESE('1.0', '2026年3月5日', '2026年3月10日', 12);
const CHINESE_NEW = CHINESE('2.0', '2026年11月20日', '2027年2月1日', 3);

async function bring(words: string, title: string, agreementId?: string) {
  const outcome = await desk.handlers['import.bytes']({ name: 'text.txt', bytes: new TextEncoder().encode(words) });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title, ...(agreementId === undefined ? {} : { agreementId }) }];
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents });
  if (!saved) throw new Error('not saved');
  return saved;
}

async function both(old: string, next: string) {
  const title = old.split('\n')[0] ?? '';
  const first = await bring(old, title);
  const second = await bring(next, title, first.agreementId);
  const view = desk.handlers['compare.open']({
    oldVersionId: first.versionId,
    newVersionId: second.versionId,
  }) as ComparisonView;
  return { ...first, newVersionId: second.versionId, view };
}

const told = ({ impact, others }: ComparisonView, language: 'zh' | 'en'): string =>
  [...impact, ...others].flatMap(({ reasons }) => reasons.map((reason) => say(reason, language))).join('\n');

describe('what differs in two texts', () => {
  test('is said, not the sentence around it twice', async () => {
    const english = told((await both(ENGLISH_OLD, ENGLISH_NEW)).view, 'en');
    expect(english).toContain('liability cap: 12 months → 3 months');
    expect(english).toContain("court: Customer's → Provider's");
    const chinese = told((await both(CHINESE_OLD, CHINESE_NEW)).view, 'zh');
    expect(chinese).toContain('责任上限：12个月内 → 3个月内');
  });

  test('of the days that a text gives itself is the day, and no other line beside it', async () => {
    const english = told((await both(ENGLISH_OLD, ENGLISH_NEW)).view, 'en');
    expect(english).toContain('effective date: 10 Mar 2026 → 1 Mar 2027');
    expect(english).not.toMatch(/202[67],/u);
    expect(english).not.toMatch(/, 202[67]/u);
    const chinese = told((await both(CHINESE_OLD, CHINESE_NEW)).view, 'zh');
    expect(chinese).toContain('生效日期：2026年3月10日 → 2027年2月1日');
  });
});

describe('an objection in English', () => {
  test('quotes the whole sentence that changed, and not the day the text gives itself', async () => {
    const { agreementId, newVersionId } = await both(ENGLISH_OLD, ENGLISH_NEW);
    const { id } = desk.handlers['notices.register']({
      agreementId,
      kind: 'change',
      channel: 'email',
      sent: '2026-11-20',
      announcedEffective: '2027-03-01',
      newVersionId,
    }) as NoticeView;
    const notice = noticeById(desk.store, id);
    const { changes } = objectionValues(desk.store, notice, { today: '2026-11-21', language: 'en' });
    const clauses = (changes as readonly Readonly<Record<string, string>>[]).map(({ clause = '' }) => clause);
    const cap = clauses.find((words) => words.startsWith('Clause 2.1'));
    expect(cap).toContain('in the preceding 12 months.');
    expect(cap).toContain('in the preceding 3 months.');
    const window = clauses.find((words) => words.startsWith('Clause 1.1'));
    expect(window).toContain('within 30 days after receipt of that notice and go on under the terms');
    expect(window).toContain('within 10 days after receipt of that notice and go on under the terms');
    expect(clauses.join('\n')).not.toContain('Version 1.0');
  });
});

describe('after an objection', () => {
  const CHANGES = `灯塔专线服务协议

版本：V1　发布日期：2026年3月5日　生效日期：2026年3月10日

甲方（客户）：使用专线的单位
乙方（服务商）：灯塔专线网络有限公司

第一条 协议变更
1.1 乙方变更本协议的，应提前30日以电子邮件通知甲方。甲方不同意变更的，可以在收到通知后30日内书面提出反对。

第二条 期限与终止
2.1 本协议自甲方接受之日起生效，有效期一年。
2.2 甲方违反本协议且在收到通知后15日内未改正的，乙方有权终止本协议。
`;

  async function announced(): Promise<NoticeView> {
    const { agreementId, newVersionId } = await both(CHANGES, CHANGES.replace('2026年3月10日', '2027年2月1日'));
    return desk.handlers['notices.register']({
      agreementId,
      kind: 'change',
      channel: 'email',
      sent: '2026-11-10',
      announcedEffective: '2026-12-20',
      newVersionId,
    });
  }

  test('a step names the clauses that speak of it, and none otherwise', async () => {
    const { id: noticeId } = await announced();
    const { checklist } = await desk.handlers['notices.move']({ noticeId, to: 'objected', by: '陈远' });
    const named = Object.fromEntries(
      checklist.map(({ id, clauses }) => [id, clauses.flatMap(({ number }) => number ?? [])]),
    );
    expect(named['confirm-in-writing']).toEqual(['1.1']);
    expect(named['migrate-and-back-up']).toEqual([]);
    expect(named['stop-using']).toEqual([]);
  });

  test('a new text that gives another day of effect than its notice is said to', async () => {
    expect((await announced()).newVersion).toMatchObject({ otherEffective: '2027-02-01' });
  });
});
