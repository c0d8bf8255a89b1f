import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ComparisonView } from '../../../../src-main/contract/compare.ts';
import type { ImportReview } from '../../../../src-main/contract/import.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { noticeById } from '../../../../src-main/features/notices/notice-records.ts';
import { objectionValues } from '../../../../src-main/features/notices/objection-words.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

const MAIN = (days: number): string => `雁荡专线服务协议

甲方（客户）：使用专线的单位
乙方（服务商）：雁荡专线网络有限公司

第一条 协议变更
1.1 乙方变更本协议的，应提前${days}日以电子邮件通知甲方。甲方不同意变更的，可以在收到通知后30日内书面提出反对。

第二条 期限与终止
2.1 本协议自甲方接受之日起生效，有效期一年。
2.2 甲方违反本协议且在收到通知后15日内未改正的，乙方有权终止本协议。
`;
const LEVELS = (share: string, annex = ''): string => `${annex}专线服务等级承诺书

雁荡专线网络有限公司就专线服务作出如下承诺：

第一条 可用性
1.1 专线每月的可用性不低于${share}，按自然月统计，统计以乙方的监测系统为准。
1.2 每月可用性低于承诺的，甲方可以在次月十个工作日内书面申请赔偿，赔偿以当月服务费的百分之二十为限。

第二条 维护窗口
2.1 乙方应提前三日以电子邮件通知甲方维护的时间，维护造成的中断不计入不可用时间。
`;

async function review(words: string): Promise<ImportReview> {
  const outcome = await desk.handlers['import.bytes']({ name: 'text.txt', bytes: new TextEncoder().encode(words) });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  return desk.handlers['import.review']({ sourceId });
}

/** Saves all documents of a text; each continues what is named for it, in their order. */
async function bring(words: string, continues: readonly (string | undefined)[] = []) {
  const { source, reading } = await review(words);
  const documents = reading.documents.map(({ title }, index) => {
    const agreementId = continues[index];
    return { index, title, ...(agreementId === undefined ? {} : { agreementId }) };
  });
  return desk.handlers['import.confirm']({ sourceId: source.id, documents });
}

/** The agreement without its annex, the annex by itself, then the agreement with it. */
async function annexed(share: string, continues: boolean): Promise<{ agreementId: string; old: string; next: string }> {
  const [first] = await bring(MAIN(30));
  const [alone] = await bring(LEVELS('99.9%'));
  const saved = await bring(`${MAIN(20)}\n${LEVELS(share, '附件一 ')}`, [
    first!.agreementId,
    continues ? alone!.agreementId : undefined,
  ]);
  expect(saved).toHaveLength(2);
  return { agreementId: first!.agreementId, old: first!.versionId, next: saved[0]!.versionId };
}

const open = ({ old, next }: { readonly old: string; readonly next: string }) =>
  desk.handlers['compare.open']({ oldVersionId: old, newVersionId: next }) as ComparisonView;

describe('an annex that the earlier version lacks, and that the library holds as an agreement of its own', () => {
  test.each([true, false])(
    'is compared with that, and not told as wholly new (saved as its next version: %s)',
    async (continues) => {
      const view = open(await annexed('99.5%', continues));
      expect(view.parts[1]).toEqual({
        title: expect.stringContaining('专线服务等级承诺书'),
        apart: { title: '专线服务等级承诺书', ordinal: 1 },
      });
      const rows = view.rows.filter(({ part, change }) => part === 1 && change);
      expect(rows.map(({ change }) => change?.kind)).toEqual(['renumbered', 'changed']);
      expect(view.conservation.difference).toBe(0);
      expect(view.identical || view.sameWords).toBe(false);
    },
  );

  test('is not put into the objection letter by itself', async () => {
    const { agreementId, old, next } = await annexed('99.5%', true);
    const { id } = desk.handlers['notices.register']({
      ...{ agreementId, kind: 'change', channel: 'email', sent: '2026-11-20' },
      ...{ announcedEffective: '2027-03-01', newVersionId: next },
    }) as NoticeView;
    const { changes } = objectionValues(desk.store, noticeById(desk.store, id), {
      today: '2026-11-21',
      language: 'zh',
    });
    const clauses = (changes as readonly { readonly clause: string }[]).map(({ clause }) => clause);
    expect(clauses).toEqual([expect.stringMatching(/^第\u00a01\.1\u00a0条/u)]);
    expect(old).not.toBe(next);
  });

  test('in the same words it leaves the agreement changed all the same', async () => {
    const [first] = await bring(MAIN(30));
    await bring(LEVELS('99.9%'));
    const [next] = await bring(`${MAIN(30).replace('2.2 ', '2.3 ')}\n${LEVELS('99.9%', '附件一 ')}`, [
      first!.agreementId,
    ]);
    const view = open({ old: first!.versionId, next: next!.versionId });
    expect(view.parts[1]?.apart?.ordinal).toBe(1);
    expect(view.sameWords).toBe(false);
  });
});

describe('an annex that nothing in the library is like', () => {
  test('is new as before, and so is one of another provider’s', async () => {
    const [first] = await bring(MAIN(30));
    await bring(LEVELS('99.9%').replaceAll('雁荡', '括苍'));
    const saved = await bring(`${MAIN(20)}\n${LEVELS('99.5%', '附件一 ')}`, [first!.agreementId]);
    const view = open({ old: first!.versionId, next: saved[0]!.versionId });
    expect(view.parts[1]).toEqual({ title: expect.stringContaining('专线服务等级承诺书'), only: 'new' });
  });

  test('what is saved later changes nothing of an earlier comparison', async () => {
    const [first] = await bring(MAIN(30));
    const saved = await bring(`${MAIN(20)}\n${LEVELS('99.5%', '附件一 ')}`, [first!.agreementId]);
    desk.now = new Date(desk.now.getTime() + 60_000);
    await bring(LEVELS('99.9%'));
    const view = open({ old: first!.versionId, next: saved[0]!.versionId });
    expect(view.parts[1]).toEqual({ title: expect.stringContaining('专线服务等级承诺书'), only: 'new' });
  });
});
