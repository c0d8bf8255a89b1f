import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentence, words } from '../../../../src-main/agreement/sentence.ts';
import type { ImportReview } from '../../../../src-main/contract/import.ts';
import { isClear } from '../../../../src-main/features/import/clear-sources.ts';
import { handlers } from '../../../../src-main/handlers.ts';
import { importRefusal } from '../../../../src-main/import/refusals.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => (desk = new AppUnderTest()));
afterEach(() => desk.end());

/** A text of one's own in which nothing is odd. */
const clean = (name: string, thing: string): string =>
  `${name}\n\n1. 甲方应当在每月五日前支付${thing}的费用。\n\n2. 乙方提供${thing}的日常维护，并答复甲方的询问。\n`;

/** Another one, of other words. */
const BOAT =
  '拖轮引航服务合同\n\n1. 船长须提前十二小时预约引航员登船。\n\n2. 雾天停航期间不收取等候费，缆绳由码头提供。\n';

async function bring(name: string, text: string): Promise<string> {
  const outcome = await desk.handlers['import.bytes']({ name: `${name}.txt`, bytes: new TextEncoder().encode(text) });
  return 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
}
const clear = async () => await desk.handlers['import.clear']({});
const save = async (...sourceIds: string[]) => await desk.handlers['import.saveClear']({ sourceIds });
const titles = async () => (await desk.handlers['library.list']({})).agreements.map(({ title }) => title);

describe('sources without anything to look at', () => {
  test('are found among those that wait, and saved together, each with its own entries', async () => {
    const crane = await bring('吊机', clean('港口吊机租用协议', '吊机'));
    const odd = await bring('跳号', '码头泊位协议\n\n1. 甲方付款。\n\n2. 乙方维护。\n\n5. 双方可以终止。\n');
    const boat = await bring('拖轮', BOAT);
    expect(await clear()).toEqual({
      clear: [
        { id: crane, name: '吊机.txt' },
        { id: boat, name: '拖轮.txt' },
      ],
      looked: 3,
      waiting: 3,
    });
    const entries = desk.store.ledger.count();
    expect(await save(crane, boat)).toEqual({ saved: [crane, boat], left: [] });
    expect(desk.store.ledger.count()).toBe(entries + 2);
    expect([...(await titles())].sort()).toEqual(['港口吊机租用协议', '拖轮引航服务合同'].sort());
    expect((await desk.handlers['library.list']({})).pending.map(({ id }) => id)).toEqual([odd]);
  });

  test('what is not clear any more, or cannot be read, waits on and is told by its name', async () => {
    const crane = await bring('吊机', clean('港口吊机租用协议', '吊机'));
    const boat = await bring('拖轮', BOAT);
    await desk.handlers['import.review']({ sourceId: crane, choices: { splitAt: [3] } });
    const { parse } = desk.ports;
    desk.handlers = handlers({
      ...desk.ports,
      parse: (bytes, name, options) => {
        if (name === '拖轮.txt') throw importRefusal('parser-crashed');
        return parse(bytes, name, options);
      },
    });
    expect((await clear()).clear).toEqual([]);
    const { saved, left } = await save(crane, boat);
    expect(saved).toEqual([]);
    expect(left.map(({ name }) => name)).toEqual(['吊机.txt', '拖轮.txt']);
    for (const { why } of left) expect(words(why).zh).not.toBe('');
    expect(await titles()).toEqual([]);
  });

  test('two texts of one agreement: one is saved, and a person says what the other is', async () => {
    const one = await bring('一', `${clean('港口吊机租用协议', '吊机')}\n3. 本协议自签署之日起生效。\n`);
    const other = await bring('二', `${clean('港口吊机租用协议', '吊机')}\n3. 本协议自盖章之日起生效。\n`);
    expect((await clear()).clear.map(({ id }) => id)).toEqual([one, other]);
    const { saved, left } = await save(one, other);
    expect(saved).toEqual([one]);
    expect(left.map(({ name }) => name)).toEqual(['二.txt']);
  });

  test('one that is like another that was just saved is left, and that is said', async () => {
    const crane = await bring('吊机', clean('吊机租用协议', '吊机'));
    const boat = await bring('拖轮', clean('拖轮与缆绳租用协议', '拖轮与缆绳'));
    expect((await clear()).clear).toHaveLength(2);
    const { saved, left } = await save(crane, boat);
    expect(saved).toEqual([crane]);
    expect(left).toEqual([{ name: '拖轮.txt', why: sentence('import.clear-sources.alike') }]);
  });

  test('the text that a notice waits for is left to whoever brought it', async () => {
    const sourceId = await bring('吊机', clean('港口吊机租用协议', '吊机'));
    expect((await clear()).clear).toHaveLength(1);
    await desk.handlers['import.review']({ sourceId, noticeId: 'a-notice' });
    expect((await clear()).clear).toEqual([]);
  });
});

describe('a reading is clear', () => {
  test('only without anything mended, left out, doubtful, unread, known or unsure', async () => {
    const sourceId = await bring('吊机', clean('港口吊机租用协议', '吊机'));
    const review = await desk.handlers['import.review']({ sourceId });
    expect(isClear(review)).toBe(true);
    const { reading } = review;
    const [document] = reading.documents;
    const repair = { kind: 'joined-lines', line: 1, before: 'x' } as never;
    const others: readonly Partial<ImportReview>[] = [
      { choices: { keepApart: [1] } },
      { reading: { ...reading, documents: [] } },
      { reading: { ...reading, dropped: [repair] } },
      { reading: { ...reading, notes: [{ code: 'x', text: 'x', english: 'x' }] } },
      { reading: { ...reading, suspicions: [{ id: 'x' } as never] } },
      { reading: { ...reading, coverage: [{ part: 'page 1', kind: 'page', state: 'ocr', words: 9 }] } },
      { reading: { ...reading, documents: [{ ...document!, repairs: [repair] }] } },
      { reading: { ...reading, documents: [{ ...document!, title: '' }] } },
      { proposals: [{ ...review.proposals[0]!, sure: false }] },
      { proposals: [{ ...review.proposals[0]!, known: { versionId: 'v', title: 't', ordinal: 1 } }] },
    ];
    for (const other of others) expect(isClear({ ...review, ...other }), JSON.stringify(other)).toBe(false);
  });
});
