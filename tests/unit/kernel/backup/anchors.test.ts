import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { type NotePlace, type AnchorStorage, anchorKeeper } from '../../../../src-main/kernel/backup/anchors.ts';
import { introduceKey } from '../../../../src-main/kernel/device-key.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { AppUnderTest } from '../ports.ts';

let app: AppUnderTest;
let notes: Map<NotePlace, string>;
const storage: AnchorStorage = {
  where: 'this machine',
  places: () => ['second-file', 'keychain'],
  read: (place) => notes.get(place),
  write: (place, text) => void notes.set(place, text),
};
const keeper = () => anchorKeeper(app.store, storage, () => app.now);
const states = () =>
  keeper()
    .findings()
    .map(({ finding }) => finding);
const write = (count: number): void => {
  for (let n = 0; n < count; n += 1)
    record(app.ports, {
      entry: { kind: 'settings-changed', subject: 'setting:test', payload: { n } },
      write: () => undefined,
      changed: [],
    });
};
/** What a forger does with the file: no trigger, no rule. */
function forge(sql: string): void {
  const database = new Sqlite(join(app.folder, 'assent.sqlite'));
  database.exec('DROP TRIGGER ledger_fixed; DROP TRIGGER ledger_kept;');
  database.exec(sql);
  database.close();
  app.restart();
}

beforeEach(() => {
  app = new AppUnderTest();
  notes = new Map();
  write(3);
  keeper().note();
  write(4);
  keeper().note();
});
afterEach(() => app.end());

describe('a ledger beside what was noted of it', () => {
  test('agrees in every place while it only grew', () => {
    write(2);
    expect(states()).toEqual([]);
    const { sequence, hash } = app.store.ledger.at(7) ?? {};
    const head = { sequence, hash, first: app.store.ledger.at(1)?.hash };
    expect(keeper().all()).toEqual([
      { where: 'second-file', ...head },
      { where: 'keychain', ...head },
    ]);
  });

  test('is shorter where its end was cut off, with both numbers', () => {
    forge('DELETE FROM ledger WHERE sequence > 5');
    expect(states()).toEqual(Array(2).fill({ state: 'shorter', noted: 7, found: 5 }));
  });

  test('is changed where it was cut off and written on', () => {
    forge('DELETE FROM ledger WHERE sequence > 2');
    write(8);
    expect(states()).toEqual(Array(2).fill({ state: 'changed', sequence: 3 }));
  });

  test('is another one where its first entry is', () => {
    forge('DELETE FROM ledger');
    write(9);
    expect(states()).toEqual(Array(2).fill({ state: 'replaced', noted: 7, found: 9 }));
  });

  test('is newly unsigned where its key is gone without a word', () => {
    introduceKey(app.ports, { passphrase: 'a long enough one' });
    keeper().note();
    forge(`DELETE FROM setting WHERE name = 'device-key'`);
    expect(states().map(({ state }) => state)).toEqual(['unsigned', 'unsigned']);
  });

  test('is no fault of its own where the key gave way to another by an entry', () => {
    introduceKey(app.ports, { passphrase: 'a long enough one' });
    keeper().note();
    introduceKey(app.ports, { passphrase: 'another long one' });
    expect(states()).toEqual([]);
  });

  test('is told where the note itself was taken away or spoiled', () => {
    notes.delete('second-file');
    notes.set('keychain', '{}');
    expect(states()).toEqual([{ state: 'note-gone' }, { state: 'note-gone' }]);
  });

  test('is not told of notes on a machine where there never were any', () => {
    notes.clear();
    expect(anchorKeeper(app.store, { ...storage, where: 'another' }, () => app.now).findings()).toEqual([]);
  });
});

describe('what does not agree', () => {
  test('stays noted until the person accepts the ledger as it stands', () => {
    const before = notes.get('second-file');
    forge('DELETE FROM ledger WHERE sequence > 5');
    const kept = keeper();
    write(9);
    kept.note();
    expect(notes.get('second-file')).toBe(before);
    kept.accept();
    expect(kept.findings()).toEqual([]);
    expect(states()).toEqual([]);
  });
});
