import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportOutcome, PendingSource } from '../../../../src-main/contract/import.ts';
import { handlers } from '../../../../src-main/handlers.ts';
import type { Ports } from '../../../../src-main/kernel/ports.ts';
import { type ImportRefusalCode, importRefusal } from '../../../../src-main/import/refusals.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
/** What the next readings end with, instead of with the text. */
let fails: (ImportRefusalCode | Promise<never>)[];
const read: string[] = [];

beforeEach(() => {
  desk = new AppUnderTest();
  fails = [];
  read.length = 0;
  const { parse } = desk.ports;
  desk.handlers = handlers({ ...desk.ports, parse: failing(parse) });
});
afterEach(() => desk.end());

const failing =
  (parse: Ports['parse']): Ports['parse'] =>
  async (bytes, name, options) => {
    read.push(name);
    const failure = fails.shift();
    if (typeof failure === 'string') throw importRefusal(failure);
    if (failure) {
      const cancelled = new Promise<never>((_, reject) => {
        options.signal?.addEventListener('abort', () => reject(importRefusal('import-cancelled')));
      });
      await Promise.race([failure, cancelled]);
    }
    return parse(bytes, name, options);
  };

const file = (name: string, words = name) => ({
  name,
  bytes: new TextEncoder().encode(`${words}协议\n\n1. 甲方应当付款。\n`),
});
const bring = async (name: string, words?: string): Promise<ImportOutcome> =>
  await desk.handlers['import.bytes'](file(name, words));
const again = async (sourceId: string): Promise<ImportOutcome> => await desk.handlers['import.again']({ sourceId });
const pending = async (): Promise<readonly PendingSource[]> => (await desk.handlers['library.list']({})).pending;
const source = async (): Promise<PendingSource> => (await pending())[0]!;
const waiting = { state: 'pending', failure: undefined, interrupted: undefined };

describe('a reading that ended through its process', () => {
  test.each(['parser-crashed', 'parser-timeout'] as const)(
    '%s: is told apart, and can be tried again',
    async (code) => {
      fails = [code, code];
      expect(await bring('a.txt')).toMatchObject({ failure: { code } });
      expect(await source()).toMatchObject({ state: 'unreadable', interrupted: true, failure: { code } });
      expect(await again((await source()).id)).toMatchObject({ failure: { code } });
      expect(await source()).toMatchObject({ state: 'unreadable', interrupted: true });
      expect(await again((await source()).id)).toEqual({ name: 'a.txt', sourceId: (await source()).id });
      expect({ failure: undefined, interrupted: undefined, ...(await source()) }).toMatchObject(waiting);
    },
  );

  test('what is wrong with the file itself is no interruption', async () => {
    fails = ['pdf-corrupt'];
    await bring('a.txt');
    expect(await source()).toMatchObject({ state: 'unreadable', interrupted: false });
  });

  test('the same bytes are read again, not answered as known; once they are read they are', async () => {
    fails = ['parser-crashed'];
    await bring('a.txt');
    expect(await bring('b.txt', 'a.txt')).not.toHaveProperty('known');
    expect({ failure: undefined, interrupted: undefined, ...(await source()) }).toMatchObject(waiting);
    expect(await bring('b.txt', 'a.txt')).toMatchObject({ known: 'same-file' });
    expect(await pending()).toHaveLength(1);
  });

  test('it takes nothing from a source that could be read before: neither its place nor its choices', async () => {
    await bring('a.txt');
    const { id } = await source();
    await desk.handlers['import.review']({ sourceId: id, choices: { keepLines: [1] }, encoding: 'utf-8' });
    await bring('other.txt');
    fails = ['parser-timeout'];
    expect(await bring('a.txt')).toMatchObject({ failure: { code: 'parser-timeout' } });
    expect(desk.store.sources.byId(id)).toMatchObject({
      state: 'pending',
      choices: { keepLines: [1] },
      encoding: 'utf-8',
    });
  });

  test('looking at the source after all makes it wait for its review', async () => {
    fails = ['parser-crashed'];
    await bring('a.txt');
    await desk.handlers['import.review']({ sourceId: (await source()).id });
    expect({ failure: undefined, interrupted: undefined, ...(await source()) }).toMatchObject(waiting);
  });

  test('a cancelled second try leaves what was known of the first', async () => {
    fails = ['parser-crashed', 'import-cancelled'];
    await bring('a.txt');
    expect(await again((await source()).id)).toMatchObject({ failure: { code: 'import-cancelled' } });
    expect(await source()).toMatchObject({ state: 'unreadable', failure: { code: 'parser-crashed' } });
  });

  test('confirmed while the same bytes were read a second time: the versions stay', async () => {
    await bring('a.txt');
    const { id } = await source();
    await bring('other.txt');
    let end: (error: Error) => void = () => undefined;
    fails = [new Promise<never>((_, reject) => (end = reject))];
    const second = bring('a.txt');
    await desk.handlers['import.confirm']({ sourceId: id, documents: [{ index: 0, title: '协议' }] });
    end(importRefusal('pdf-corrupt'));
    await second;
    expect(desk.store.sources.byId(id)?.state).toBe('saved');
  });
});

test('what is read otherwise than it was shown is not saved, nor anything with it', async () => {
  const bytes = new TextEncoder().encode('仓储协议\n\n1. 甲方应当付款。\n2. 乙方应当交货。\n价目表\n\n1. 每日五元。\n');
  await desk.handlers['import.bytes']({ name: 'a.txt', bytes });
  const { id: sourceId } = await source();
  const shown = async (choices?: { splitAt?: number[] }) => {
    const { reading } = await desk.handlers['import.review']({ sourceId, ...(choices ? { choices } : {}) });
    return reading.documents.map(({ fingerprint, title }, index) => ({ index, fingerprint, title }));
  };
  const whole = await shown({});
  const split = await shown({ splitAt: [5] });
  expect([whole.length, split.length]).toEqual([1, 2]);
  const confirm = (documents: typeof whole) => desk.handlers['import.confirm']({ sourceId, documents });
  await expect(async () => confirm(whole)).rejects.toMatchObject({ code: 'reading-changed' });
  await shown({});
  await expect(async () => confirm(split)).rejects.toMatchObject({ code: 'reading-changed' });
  await expect(async () => confirm(split.slice(1))).rejects.toMatchObject({ code: 'reading-changed' });
  expect(desk.store.agreements.ownAgreements()).toEqual([]);
  expect(await confirm(whole)).toHaveLength(1);
});

test.each([
  ['as the person names it', { provider: '北仓公司' }, '北仓公司'],
  ['none where the person takes it away', { provider: '' }, undefined],
  ['as the text says it where nobody says otherwise', {}, '上海某某仓储有限公司'],
])('who provides is %s', async (_, said, kept) => {
  const text =
    '仓储协议\n\n甲方：上海某某仓储有限公司（以下简称“服务商”）\n乙方：客户\n\n1. 乙方应当付款。\n2. 服务商应当交货。\n';
  await desk.handlers['import.bytes']({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
  await desk.handlers['import.confirm']({
    sourceId: (await source()).id,
    documents: [{ index: 0, title: '仓储协议', ...said }],
  });
  expect(desk.store.agreements.ownAgreements()[0]?.provider).toBe(kept);
});

describe('stopping an import', () => {
  const hang = (): Promise<never> => new Promise(() => undefined);

  test('ends the file that is read and asks for no further one; it waits to be read', async () => {
    desk.chosen = [file('a.txt'), file('b.txt')];
    fails = [hang()];
    const outcomes = desk.handlers['import.choose']({ what: 'files' });
    await expect.poll(() => read).toEqual(['a.txt']);
    void desk.handlers['import.cancel']({});
    expect(await outcomes).toMatchObject([{ failure: { code: 'import-cancelled' } }]);
    expect({ failure: undefined, interrupted: undefined, ...(await source()) }).toMatchObject(waiting);
  });

  test('does not end a review that is being read, and a stopped import stops no later one', async () => {
    await bring('a.txt');
    const { id } = await source();
    desk.chosen = [file('b.txt'), file('c.txt')];
    fails = [hang()];
    const outcomes = desk.handlers['import.choose']({ what: 'files' });
    await expect.poll(() => read).toContain('b.txt');
    let go: () => void = () => undefined;
    fails = [new Promise<void>((resolve) => (go = resolve)) as Promise<never>];
    const review = desk.handlers['import.review']({ sourceId: id, encoding: 'gb18030' });
    void desk.handlers['import.cancel']({});
    go();
    expect(await review).toMatchObject({ source: { id } });
    expect(await outcomes).toHaveLength(1);
    desk.chosen = [file('b.txt'), file('c.txt')];
    expect(await desk.handlers['import.choose']({ what: 'files' })).toHaveLength(2);
  });
});

test('a text has as many clauses before it is saved as after', async () => {
  const text = '仓储协议\n\n一、付款\n1. 甲方应当付款。\n2. 乙方应当交货。\n（1）按月。\n二、其他\n';
  await desk.handlers['import.bytes']({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
  const { id: sourceId } = await source();
  const [proposal] = (await desk.handlers['import.review']({ sourceId })).proposals;
  await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '仓储协议' }] });
  const [agreement] = desk.store.agreements.ownAgreements();
  const inspected = await desk.handlers['library.inspect']({ agreementId: agreement!.id });
  expect(proposal?.clauses).toBe(3);
  expect(inspected.clauses).toBe(3);
});
