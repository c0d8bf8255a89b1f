import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  writeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalText } from '../../../src-main/agreement/canonical.ts';
import type { AgreementDocument } from '../../../src-main/agreement/model.ts';
import { migrationsWaiting } from '../../../src-main/store/database.ts';
import { openStore } from '../../../src-main/store/store.ts';
import { UNNAMED_READER } from '../../../src-main/store/stored-reading.ts';
import { makeMany0001 } from '../../fixtures/many-0001.ts';

/** Set in the nightly run: a library of ten years. */
const ASKED = process.env['ASSENT_VERSIONS'];
const VERSIONS = Number(ASKED ?? 300);
/** A person waits this long for a library of ten years, once. */
const MOST_MS = 60_000;

const PAGE = 4096;

interface OldVersion {
  readonly id: string;
  readonly canonical_text: string;
  readonly document: string;
  readonly conspicuous: number;
}

let folder: string;
let original: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-many-'));
  original = join(folder, 'original.sqlite');
  makeMany0001(original, VERSIONS);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copied(name: string): string {
  const file = join(folder, name);
  copyFileSync(original, file);
  return file;
}

function asked<Row>(file: string, sql: string): readonly Row[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

describe(`a library of ${VERSIONS} versions made by version 0.1.0`, () => {
  test('comes to today’s tables with everything it had, and says on the way how far it is', () => {
    const file = copied('assent.sqlite');
    const backup = join(folder, 'before.sqlite');
    expect(migrationsWaiting(file)).toEqual(['0002-readings']);
    const heard: (readonly [number, number])[] = [];
    const started = Date.now();
    const store = openStore(file, {
      backup: (copyTo) => copyTo(backup),
      onProgress: (done, total) => heard.push([done, total]),
    });
    const took = Date.now() - started;
    if (ASKED !== undefined) {
      process.stdout.write(`${VERSIONS} versions came to today's tables in ${took} ms\n`);
      expect(took).toBeLessThan(MOST_MS);
    }
    expect(migrationsWaiting(file)).toEqual([]);

    const totals = new Set(heard.map(([, total]) => total));
    const steps = heard.map(([done]) => done);
    expect([...totals]).toEqual([2 * VERSIONS]);
    expect([steps[0], steps.at(-1)]).toEqual([0, 2 * VERSIONS]);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.length).toBeGreaterThan(90);

    const before = asked<OldVersion>(backup, 'SELECT id, canonical_text, document, conspicuous FROM version');
    expect(before).toHaveLength(VERSIONS);
    const found = new Map(store.agreements.versions().map((version) => [version.id, version]));
    for (const { id, document, canonical_text, conspicuous } of before) {
      expect(store.agreements.canonicalText(id)).toBe(canonical_text);
      expect(found.get(id)?.conspicuous).toBe(conspicuous);
      const [note, ...more] = store.agreements.readings(id);
      const sha256 = createHash('sha256').update(document).digest('hex');
      expect([note?.reader, note?.sha256, more.length]).toEqual([UNNAMED_READER, sha256, 0]);
      expect(store.agreements.wholeReadings(id)).toEqual([true]);
    }
    const stored = store.agreements.storedDocument(before[0]?.id ?? '') as AgreementDocument;
    expect(stored).toEqual(JSON.parse(before[0]?.document ?? ''));
    expect(canonicalText(stored)).toBe(before[0]?.canonical_text);

    const clauses = 'SELECT version_id, clause_id, ordinal FROM clause ORDER BY row';
    expect(asked(file, clauses)).toEqual(asked(backup, clauses));
    expect(store.search.find('第1000001号账单', 900).map(({ versionId }) => versionId)).toContain(before[1]?.id);
    expect(store.checkIntegrity()).toEqual([]);
    store.close();
    const ledger = 'SELECT entry FROM ledger ORDER BY sequence';
    expect(asked(file, ledger)).toEqual(asked(backup, ledger));
  }, 600_000);

  test('is as it was when the migration is interrupted, and can be opened afterwards', () => {
    const file = copied('interrupted.sqlite');
    const copies = join(folder, 'copies');
    for (const name of ['once.sqlite', 'again.sqlite'])
      expect(() =>
        openStore(file, {
          backup: (copyTo) => copyTo(join(copies, name)),
          onProgress: (done, total) => {
            if (done > total / 2) throw new Error('power cut');
          },
        }),
      ).toThrow('power cut');
    // What was copied before is there as it is: no try leaves another one beside it.
    expect(readdirSync(copies)).toEqual([]);
    const schema = 'SELECT name, sql FROM sqlite_schema ORDER BY name';
    expect(asked(file, schema)).toEqual(asked(original, schema));
    expect(asked(file, 'PRAGMA user_version')).toEqual([{ user_version: 1 }]);
    const rows = 'SELECT id, document FROM version ORDER BY id';
    expect(asked(file, rows)).toEqual(asked(original, rows));
    expect(migrationsWaiting(file)).toEqual(['0002-readings']);
    const store = openStore(file);
    expect(store.agreements.versions()).toHaveLength(VERSIONS);
    store.close();
  }, 600_000);

  test('stays as it was where no copy of it can be made first', () => {
    const file = copied('uncopied.sqlite');
    const backup = (): never => {
      throw new Error('no room');
    };
    expect(() => openStore(file, { backup })).toThrow('no room');
    expect(asked(file, 'PRAGMA user_version')).toEqual([{ user_version: 1 }]);
  });

  test('leaves no half of a copy where the copy fails', () => {
    const file = copied('torn.sqlite');
    const pages = openSync(file, 'r+');
    const { size } = fstatSync(pages);
    for (let at = Math.floor(size / 2 / PAGE) * PAGE; at < size; at += PAGE)
      writeSync(pages, new Uint8Array(PAGE), 0, PAGE, at);
    closeSync(pages);
    const copy = join(folder, 'half.sqlite');
    expect(() => openStore(file, { backup: (copyTo) => copyTo(copy) })).toThrow('database-damaged');
    expect(existsSync(copy)).toBe(false);
  });

  test('nothing waits where there is no database, or none of ours', () => {
    expect(migrationsWaiting(join(folder, 'none.sqlite'))).toEqual([]);
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
    expect(migrationsWaiting(folder)).toEqual([]);
  });
});
