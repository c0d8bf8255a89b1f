import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { kindInWords } from '../../../../src-main/features/evidence/ledger-lines.ts';
import { PROVIDERS_APART } from '../../../../src-main/kernel/reading/providers.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const BRAND = '青禾云';
const COMPANY = '青禾云科技有限公司';
const FOLDER =
  '青禾云存储服务协议\n\n第一条 本协议由青禾云科技有限公司（下称“青禾云”）与您订立。\n第二条 青禾云科技有限公司为您提供存储服务，您应当按月付费。\n第三条 因青禾云科技有限公司的原因中断的，按日退还费用。\n';

let desk: AppUnderTest;
let ids: readonly string[];
beforeEach(async () => {
  desk = new AppUnderTest();
  await desk.handlers['import.sample']({});
  ids = desk.store.agreements.ownAgreements().map(({ id }) => id);
  for (const [at, provider] of [BRAND, COMPANY, COMPANY].entries()) await call(at, provider);
});
afterEach(() => desk.end());

async function call(at: number, provider: string): Promise<void> {
  const { title } = desk.store.agreements.agreement(ids[at] ?? '') ?? { title: '' };
  await desk.handlers['library.rename']({ agreementId: ids[at] ?? '', title, provider });
}
const offer = async (at: number) =>
  (await desk.handlers['library.inspect']({ agreementId: ids[at] ?? '' })).sameProvider;
const providers = (): readonly unknown[] => ids.slice(0, 3).map((id) => desk.store.agreements.agreement(id)?.provider);

describe('a provider under two names', () => {
  test('is offered, with every agreement that it concerns; nothing is joined by itself', async () => {
    expect(await offer(0)).toEqual({ name: COMPANY, agreementIds: [ids[0]] });
    expect(await offer(1)).toEqual({ name: BRAND, agreementIds: [ids[1], ids[2]] });
    expect(providers()).toEqual([BRAND, COMPANY, COMPANY]);
  });

  test('is one once a person says so, keeps the titles, and two again when that is taken back', async () => {
    const titles = ids.map((id) => desk.store.agreements.agreement(id)?.title);
    const before = desk.store.ledger.count();
    await desk.handlers['library.nameProvider']({ agreementIds: [ids[1] ?? '', ids[2] ?? ''], provider: BRAND });
    expect(providers()).toEqual([BRAND, BRAND, BRAND]);
    expect(ids.map((id) => desk.store.agreements.agreement(id)?.title)).toEqual(titles);
    expect(desk.store.ledger.count()).toBe(before + 2);
    expect(await offer(0)).toBeUndefined();
    await desk.handlers['library.nameProvider']({ agreementIds: [ids[1] ?? '', ids[2] ?? ''], provider: COMPANY });
    expect(await offer(0)).toMatchObject({ name: COMPANY });
  });

  test('is named in an entry of its own words, with what it was called before; a new title is a new title', async () => {
    const last = () => desk.store.ledger.head();
    const words = () => {
      const entry = last();
      return entry && say(kindInWords(entry), 'en');
    };
    const { title = '' } = desk.store.agreements.agreement(ids[1] ?? '') ?? {};
    await desk.handlers['library.nameProvider']({ agreementIds: [ids[1] ?? ''], provider: BRAND });
    expect(last()?.payload).toMatchObject({
      what: 'provider',
      title,
      provider: BRAND,
      before: title,
      providerBefore: COMPANY,
    });
    expect(words()).toBe('Agreement’s provider named');
    await desk.handlers['library.rename']({ agreementId: ids[1] ?? '', title: '新名称' });
    expect(last()?.payload).toMatchObject({ title: '新名称', provider: 'not stated', providerBefore: BRAND });
    expect(words()).toBe('Agreement renamed');
  });

  test('of which one agreement is not there leaves all as they are', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(() =>
      desk.handlers['library.nameProvider']({ agreementIds: [ids[0] ?? '', nobody], provider: COMPANY }),
    ).toThrow();
    expect(providers()).toEqual([BRAND, COMPANY, COMPANY]);
  });

  test('is asked about no more where a person said that these are two, and again where they took that back', async () => {
    await desk.handlers['library.providersApart']({ one: BRAND, other: COMPANY, apart: true });
    expect([await offer(0), await offer(1)]).toEqual([undefined, undefined]);
    await desk.handlers['library.providersApart']({ one: COMPANY, other: BRAND, apart: false });
    expect(await offer(0)).toMatchObject({ name: COMPANY });
  });

  test('is asked about where it cannot be read who was told apart, and that is not written over', async () => {
    const damaged = { pairs: 'torn' };
    desk.store.settings.put(PROVIDERS_APART.name, damaged, desk.now.toISOString());
    expect(await offer(0)).toMatchObject({ name: COMPANY });
    expect(() => desk.handlers['library.providersApart']({ one: BRAND, other: COMPANY, apart: true })).toThrow(Refusal);
    expect(desk.store.settings.get(PROVIDERS_APART.name)).toEqual(damaged);
  });

  test('is not offered by an agreement that was put away, neither in the library nor at an import', async () => {
    await call(2, BRAND);
    const bytes = new TextEncoder().encode(FOLDER.replaceAll(COMPANY, '青禾云有限公司'));
    await desk.handlers['import.bytes']({ name: '存储.txt', bytes });
    const [source] = desk.store.sources.all();
    const review = async () =>
      (await desk.handlers['import.review']({ sourceId: source?.id ?? '' })).proposals[0]?.providerAlready;
    expect([await offer(0), await review()]).toEqual([{ name: COMPANY, agreementIds: [ids[0], ids[2]] }, BRAND]);
    await desk.handlers['library.archive']({ agreementIds: [ids[1] ?? ''], away: true });
    expect([await offer(0), await review()]).toEqual([undefined, BRAND]);
    await desk.handlers['library.archive']({ agreementIds: [ids[0] ?? '', ids[2] ?? ''], away: true });
    expect([await offer(1), await review()]).toEqual([undefined, undefined]);
  });

  test('is told of a text that is being imported, whose name stays as it was read', async () => {
    await call(1, BRAND);
    await call(2, BRAND);
    const bytes = new TextEncoder().encode(FOLDER);
    await desk.handlers['import.bytes']({ name: '存储.txt', bytes });
    const [source] = desk.store.sources.all();
    const review = async () => desk.handlers['import.review']({ sourceId: source?.id ?? '' });
    const { reading, proposals } = await review();
    expect(reading.documents[0]?.provider).toBe(COMPANY);
    expect(proposals[0]?.providerAlready).toBe(BRAND);
    await desk.handlers['library.providersApart']({ one: BRAND, other: COMPANY, apart: true });
    expect((await review()).proposals[0]?.providerAlready).toBeUndefined();
  });
});
