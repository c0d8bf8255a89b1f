import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EvidenceUnderTest } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;
let later: string;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = '', later = ''] = evidence.desk.agreement('跨域专线服务协议').versions;
});
afterEach(() => evidence.end());

const open = (id: string) => evidence.handlers['review.open']({ versionId: id });
const nothing = { seen: [], acknowledged: [], withdrawn: [], endReached: false };

describe('where one was reading', () => {
  test('is kept for each version by itself, with the instant', async () => {
    const first = await open(versionId);
    expect(first.left).toBeUndefined();
    const clauseId = first.document.clauses[7]?.id ?? '';
    const observation = { ...nothing, readingAt: clauseId };
    await evidence.handlers['review.observe']({ versionId, observation });
    const at = evidence.desk.now.toISOString();
    expect((await open(versionId)).left).toEqual({ clauseId, at });
    expect((await open(later)).left).toBeUndefined();
    await evidence.handlers['review.observe']({ versionId, observation: nothing });
    expect((await open(versionId)).left).toEqual({ clauseId, at });
  });

  test('a text says whether it came with the sample set', async () => {
    expect((await open(versionId)).sample).toBe(true);
    const { handlers, store } = evidence;
    const text =
      '某某网络服务协议\n\n服务商：某某网络有限公司\n\n1. 服务内容\n1.1 服务商提供网络服务。\n2. 费用\n2.1 客户按月付款。\n';
    const outcome = await handlers['import.bytes']({ name: 'own.txt', bytes: new TextEncoder().encode(text) });
    const id = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await handlers['import.confirm']({ sourceId: id, documents: [{ index: 0, title: '某某网络服务协议' }] });
    const own = store.agreements.versions().find(({ sourceId }) => sourceId === id);
    expect(own?.title).toBe('某某网络服务协议');
    expect((await open(own?.id ?? '')).sample).toBe(false);
  });

  test('a text that chooses the law of another place says so, and no other does', async () => {
    const { handlers, store } = evidence;
    const add = async (title: string, law: string) => {
      const text = `${title}\n\n服务商：某某网络有限公司\n\n1. 服务内容\n1.1 服务商提供网络服务。\n2. 适用法律\n2.1 本协议适用${law}。\n`;
      const outcome = await handlers['import.bytes']({ name: 'law.txt', bytes: new TextEncoder().encode(text) });
      const id = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
      await handlers['import.confirm']({ sourceId: id, documents: [{ index: 0, title }] });
      return open(store.agreements.versions().find(({ sourceId }) => sourceId === id)?.id ?? '');
    };
    expect((await add('海峡网络服务协议', '香港特别行政区法律')).lawElsewhere).toBe(true);
    expect((await add('长江网络服务协议', '中华人民共和国法律')).lawElsewhere).toBeUndefined();
  });

  test('the marks are explained with the first version that is reviewed, not with a second one', async () => {
    expect((await open(versionId)).firstReview).toBe(true);
    expect((await open(later)).firstReview).toBe(false);
  });
});

describe('what changed, clause by clause', () => {
  const accept = async (): Promise<void> => {
    await evidence.handlers['review.conclude']({
      by: '李航',
      answers: [{ versionId, conclusion: { kind: 'made', how: 'used', on: '2026-11-01' } }],
    });
  };

  test('is told against what stands; without that there is nothing to compare with', async () => {
    expect(await evidence.handlers['review.changes']({ versionId: later })).toBeUndefined();
    await accept();
    const { document, previousAccepted } = await open(later);
    expect(previousAccepted?.versionId).toBe(versionId);
    const changes = (await evidence.handlers['review.changes']({ versionId: later })) ?? {};
    const ids = new Set(document.clauses.map(({ id }) => id));
    expect(Object.keys(changes).length).toBeGreaterThan(0);
    expect(Object.keys(changes).filter((id) => !ids.has(id) && id !== 'title')).toEqual([]);
    const compared = await evidence.handlers['compare.open']({ oldVersionId: versionId, newVersionId: later });
    const rows = compared.rows.filter(({ part, new: side, change }) => part === 0 && side && change);
    const kinds = rows.map(({ change }) => change?.kind);
    expect(Object.values(changes).map(({ kind }) => kind)).toEqual(kinds);
    for (const { reasons } of Object.values(changes)) expect(reasons.length).toBeGreaterThan(0);
  });
});
