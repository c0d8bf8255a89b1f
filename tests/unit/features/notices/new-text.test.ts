import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowFaults } from '../../../../src-main/kernel/integrity/row-check.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

async function bring(name: string, noticeId: string | undefined, into: { readonly agreementId?: string }) {
  const bytes = new TextEncoder().encode(`${name}\n\n1. 甲方应当付款。\n\n2. 任何一方可以终止。`);
  const outcome = await desk.handlers['import.bytes']({ name: `${name}.txt`, bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title: name, ...into }];
  return desk.handlers['import.confirm']({ sourceId, documents, ...(noticeId === undefined ? {} : { noticeId }) });
}

test('a text imported for a notice is its new text from then on; one of another agreement is saved and not linked', async () => {
  const { id: agreementId } = desk.agreement('跨域专线服务协议');
  const { id: noticeId } = await desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
  });
  const newText = async () => (await desk.handlers['notices.open']({ noticeId })).newVersion?.versionId;
  const [other] = await bring('港口仓储协议', noticeId, {});
  expect(other).not.toHaveProperty('announced');
  expect(other?.agreementId).not.toBe(agreementId);
  expect(await newText()).toBeUndefined();
  const [saved] = await bring('跨域专线服务协议（新）', noticeId, { agreementId });
  expect(saved).toMatchObject({ agreementId, announced: true });
  expect(await newText()).toBe(saved?.versionId);
  expect(desk.store.ledger.ofSubject(`notice:${noticeId}`).map(({ kind }) => kind)).toEqual([
    'notice-registered',
    'notice-text-named',
  ]);
});

test('that a text waits as the one of a notice is no record of its own: the ledger verifies while it does', async () => {
  const { id: agreementId } = desk.agreement('跨域专线服务协议');
  const notice = { agreementId, kind: 'change', channel: 'site', sent: '2026-11-10' } as const;
  const { id: noticeId } = await desk.handlers['notices.register'](notice);
  const bytes = new TextEncoder().encode('新文本\n\n1. 甲方应当付款。');
  const outcome = await desk.handlers['import.bytes']({ name: '新文本.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  expect(await desk.handlers['import.review']({ sourceId, noticeId })).toMatchObject({ noticeId });
  expect(await rowFaults(desk.store, [])).toMatchObject({ faults: [], uncovered: 0 });
});

test('a text that is in the library already is linked as the new text of its notice, where it is of its agreement', async () => {
  const { id: agreementId } = desk.agreement('跨域专线服务协议');
  const registered = await desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
  });
  const noticeId = registered.id;
  const newText = async () => (await desk.handlers['notices.open']({ noticeId })).newVersion?.versionId;
  const again = async (name: string) => {
    // Other bytes with the same words.
    const bytes = new TextEncoder().encode(`${name}\n\n\n1. 甲方应当付款。\n\n\n2. 任何一方可以终止。`);
    const outcome = await desk.handlers['import.bytes']({ name: `${name}.txt`, bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const { proposals } = await desk.handlers['import.review']({ sourceId });
    expect(proposals.map(({ known }) => known !== undefined)).toEqual([true]);
    return desk.handlers['import.dismissDuplicate']({ sourceId, away: true, noticeId });
  };
  await bring('港口仓储协议', undefined, {});
  expect(await again('港口仓储协议')).toEqual({ announced: false });
  expect(await newText()).toBeUndefined();
  const [saved] = await bring('跨域专线服务协议（新）', undefined, { agreementId });
  expect(await newText()).toBeUndefined();
  expect(await again('跨域专线服务协议（新）')).toEqual({ announced: true });
  expect(await newText()).toBe(saved?.versionId);
});

test('the notice that a text was brought in for is kept with it while it waits, and forgotten once the notice is settled', async () => {
  const { id: agreementId } = desk.agreement('跨域专线服务协议');
  const register = async () => {
    const input = { agreementId, kind: 'change', channel: 'site', sent: '2026-11-10' } as const;
    return (await desk.handlers['notices.register'](input)).id;
  };
  const [first, second] = [await register(), await register()];
  const bytes = new TextEncoder().encode('跨域专线服务协议（新）\n\n1. 甲方应当付款。\n\n2. 任何一方可以终止。');
  const outcome = await desk.handlers['import.bytes']({ name: '新.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const awaiting = async () => (await desk.handlers['import.review']({ sourceId })).noticeId;
  expect(await awaiting()).toBeUndefined();
  expect((await desk.handlers['import.review']({ sourceId, noticeId: first })).noticeId).toBe(first);
  await desk.handlers['import.setAside']({ sourceId });
  desk.restart();
  expect(await awaiting()).toBe(first);
  await desk.handlers['import.review']({ sourceId, noticeId: second });
  expect(await awaiting()).toBe(second);
  await desk.handlers['notices.move']({ noticeId: second, to: 'withdrawn', by: '陈远' });
  expect(await awaiting()).toBeUndefined();
});
