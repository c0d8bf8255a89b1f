import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FolderFinds } from '../../../../src-main/contract/import.ts';
import { folderWatch } from '../../../../src-main/features/import/watched-folder.ts';
import { handlers } from '../../../../src-main/handlers.ts';
import type { ChosenFile } from '../../../../src-main/kernel/ports.ts';
import { type ImportRefusalCode, importRefusal } from '../../../../src-main/import/refusals.ts';
import { AppUnderTest, samples } from '../../kernel/ports.ts';

let desk: AppUnderTest;
/** What reading a page ends with, by its name. */
let failing: Record<string, ImportRefusalCode | Error>;
let read: string[];

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  failing = {};
  read = [];
  takeOver();
  desk.chosenFolder = '/somewhere';
  await desk.handlers['import.watch']({ on: true });
});
afterEach(() => desk.end());

function takeOver(): void {
  const { parse } = desk.ports;
  desk.handlers = handlers({
    ...desk.ports,
    parse: async (bytes, name, options) => {
      read.push(name);
      const failure = failing[name];
      if (failure) throw typeof failure === 'string' ? importRefusal(failure) : failure;
      return parse(bytes, name, options);
    },
  });
}

/** A page that resembles an agreement of the library. */
function page(name: string, days = '15') {
  const text = new TextDecoder().decode(samples()[3]?.bytes).replace('提前20天', `提前${days}天`);
  return { name, bytes: new TextEncoder().encode(text) };
}

let looks = 0;
const look = (...files: readonly ChosenFile[]): Promise<void> =>
  desk.found!(files, new Date(Date.UTC(2026, 10, 23, 2, 0, (looks += 1))).toISOString());
const list = () => desk.handlers['import.offers']({}) as FolderFinds;
const offered = () => list().offers.map(({ name }) => name);
const wanted = () => desk.again?.();

test.each(['parser-crashed', 'parser-timeout'] as const)(
  '%s: the page is looked at again, and offered',
  async (code) => {
    failing = { 'a.txt': code };
    await look(page('a.txt'));
    expect(wanted()).toEqual(['a.txt']);
    expect(offered()).toEqual([]);
    failing = {};
    await look(page('a.txt'));
    expect(offered()).toEqual(['a.txt']);
    expect(wanted()).toEqual([]);
  },
);

test('it is looked at again after a restart too', async () => {
  failing = { 'a.txt': 'parser-crashed' };
  await look(page('a.txt'));
  desk.restart();
  desk.again = undefined;
  folderWatch(desk.ports).start();
  expect(wanted()).toEqual(['a.txt']);
  await look(page('a.txt'));
  expect(offered()).toEqual(['a.txt']);
});

test('a page that ends its reading each time is given up after three, told once, and costs the others nothing', async () => {
  failing = { 'bad.txt': 'parser-crashed' };
  for (let time = 0; time < 6; time += 1) await look(page('bad.txt'), page('good.txt', '16'));
  expect(read.filter((name) => name === 'bad.txt')).toHaveLength(3);
  expect(wanted()).toEqual([]);
  expect(list().unread.map(({ name }) => name)).toEqual(['bad.txt']);
  expect(offered()).toEqual(['good.txt']);
  const offerId = list().unread[0]!.id;
  void desk.handlers['import.dismissOffer']({ offerId, away: true });
  expect(list().unread).toEqual([]);
  void desk.handlers['import.dismissOffer']({ offerId, away: false });
  expect(list().unread.map(({ id }) => id)).toEqual([offerId]);
  void desk.handlers['import.dismissOffer']({ offerId, away: true });
  await look(page('bad.txt'));
  expect(list().unread).toEqual([]);
  expect(read.filter((name) => name === 'bad.txt')).toHaveLength(3);
});

test('tries are counted by the bytes: a page that was written anew is read anew, one not seen keeps its count', async () => {
  failing = { 'bad.txt': 'parser-crashed' };
  await look(page('bad.txt'));
  await look();
  await look(page('bad.txt'));
  expect(wanted()).toEqual(['bad.txt']);
  await look(page('bad.txt', '17'));
  await look(page('bad.txt', '17'));
  expect(list().unread).toEqual([]);
  await look(page('bad.txt', '17'));
  expect(list().unread).toHaveLength(1);
});

test('what the person has read in by hand is no longer told', async () => {
  failing = { 'bad.txt': 'parser-crashed' };
  for (let time = 0; time < 3; time += 1) await look(page('bad.txt'));
  expect(list().unread).toHaveLength(1);
  failing = {};
  await desk.handlers['import.bytes'](page('bad.txt'));
  expect(list().unread).toEqual([]);
});

test('a page that cannot be read for its own reasons is left where it is', async () => {
  failing = { 'a.txt': 'pdf-encrypted' };
  await look(page('a.txt'));
  expect([wanted(), list().unread]).toEqual([[], []]);
});

test('a defect is told of, but the other pages are offered', async () => {
  failing = { 'a.txt': new Error('defect') };
  await expect(look(page('a.txt'), page('b.txt', '16'))).rejects.toThrow('defect');
  expect([offered(), wanted()]).toEqual([['b.txt'], ['a.txt']]);
});

test('readings that end with the app count for nothing: the folder is looked through from the same time again', async () => {
  const before = desk.store.settings.get('watched-folder');
  failing = { 'b.txt': 'import-cancelled' };
  await look(page('a.txt'), page('b.txt', '16'));
  expect(desk.store.settings.get('watched-folder')).toEqual(before);
});

test('bytes that an earlier import could not read are offered once they can be read', async () => {
  failing = { 'a.txt': 'parser-crashed' };
  await desk.handlers['import.bytes'](page('a.txt'));
  failing = {};
  await look(page('a.txt'));
  expect(offered()).toEqual(['a.txt']);
});

test('a page is read once, not a second time for keeping it', async () => {
  await look(page('a.txt'));
  expect(read).toEqual(['a.txt']);
});
