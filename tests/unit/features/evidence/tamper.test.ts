import { say, type Sentence, sentence } from '../../../../src-main/agreement/sentence.ts';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { checkLedger } from '../../../../src-main/features/evidence/ledger-check.ts';
import { openStore } from '../../../../src-main/store/store.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

const AT = '2026-11-23T03:00:00.000Z';
/** Every byte in the long run (`ASSENT_FLIPS=1`), every so many bytes otherwise. */
const STRIDE = Number(process.env['ASSENT_FLIPS'] ?? 113);

let evidence: EvidenceUnderTest;
let whole: Buffer;
let file: string;
let places: readonly number[];

/** A ledger of a few entries with one decision, written out as one file without a log beside it. */
beforeAll(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  await evidence.handlers['evidence.protectKey']({ passphrase: '签阅 口令 2026' });
  const [versionId = ''] = evidence.desk.agreement('等级协议').versions;
  await evidence.accept(versionId);
  await checkLedger(evidence.store, AT, RECORD_KINDS);
  file = join(evidence.desk.folder, 'copy.sqlite');
  await evidence.store.backupTo(file);
  const database = new Sqlite(file);
  database.pragma('journal_mode = DELETE');
  const pageSize = database.pragma('page_size', { simple: true }) as number;
  const pages = database
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name IN ('ledger', 'acceptance') ORDER BY pageno")
    .pluck()
    .all();
  database.close();
  whole = readFileSync(file);
  places = pages.flatMap((page) => Array.from({ length: pageSize }, (_, at) => (page - 1) * pageSize + at));
}, 30_000);
afterAll(() => evidence.end());

/** What the records say, as the app reads them: lists and searches by the columns, evidence by entry and record. */
function meaningOf(path: string): string {
  const database = new Sqlite(path, { readonly: true });
  try {
    return JSON.stringify([
      database.prepare('SELECT * FROM ledger ORDER BY sequence').all(),
      database.prepare('SELECT * FROM acceptance ORDER BY id').all(),
    ]);
  } finally {
    database.close();
  }
}

/** Whether opening or checking the file says that something is wrong. */
async function isReported(path: string): Promise<boolean> {
  let store;
  try {
    store = openStore(path);
  } catch {
    return true;
  }
  try {
    return store.checkIntegrity().length > 0 || !(await checkLedger(store, AT, RECORD_KINDS)).ok;
  } catch {
    return true;
  } finally {
    store.close();
  }
}

describe('a database that somebody changed behind the app', () => {
  test('the copy itself is sound', async () => {
    const sound = join(evidence.desk.folder, 'sound.sqlite');
    copyFileSync(file, sound);
    expect(await isReported(sound)).toBe(false);
    expect(places.length).toBeGreaterThan(20_000);
  });

  test(
    'every flipped byte of the ledger’s and the records’ pages that changes what they say is reported',
    async () => {
      const before = meaningOf(file);
      const path = join(evidence.desk.folder, 'flipped.sqlite');
      const missed: number[] = [];
      let meaningful = 0;
      for (let index = 0; index < places.length; index += STRIDE) {
        const place = places[index] ?? 0;
        const bytes = Buffer.from(whole);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (index % 8));
        writeFileSync(path, bytes);
        let changed: boolean;
        try {
          changed = meaningOf(path) !== before;
        } catch {
          // SQLite itself refuses to read it: reported.
          meaningful += 1;
          continue;
        }
        if (!changed) continue;
        meaningful += 1;
        if (!(await isReported(path))) missed.push(place);
      }
      expect(missed).toEqual([]);
      expect(meaningful).toBeGreaterThan(30);
    },
    600_000 * Math.max(1, 113 / STRIDE),
  );

  test.each<[string, string, RegExp | ((record: Sentence, text: Sentence) => Sentence)]>([
    [
      'an entry taken out',
      'DELETE FROM ledger WHERE sequence = 5',
      () => sentence('ledger.chain-walk.missing', { missing: '5' }),
    ],
    ['the last entries cut off', 'DELETE FROM ledger WHERE sequence > 10', /末尾被截去|接受记录/],
    [
      'a record replaced',
      `UPDATE acceptance SET record = replace(record, '陈远', '陈近')`,
      (called) => sentence('ledger.examine.record-altered', { called }),
    ],
    ['a record taken out', 'DELETE FROM acceptance', (called) => sentence('ledger.examine.record-gone', { called })],
    [
      'a decision turned round',
      `UPDATE acceptance SET decision = 'declined'`,
      (_record, text) => sentence('evidence.ledger-check.record-changed', { record: text }),
    ],
    ['a column changed beside its entry', `UPDATE ledger SET subject = 'version:x' WHERE sequence = 6`, /检索栏/],
    ['an entry changed', `UPDATE ledger SET entry = replace(entry, '示例', '实例') WHERE sequence = 2`, /哈希不符/],
  ])('%s is reported with its place', async (_name, sql, said) => {
    const path = join(evidence.desk.folder, 'changed.sqlite');
    writeFileSync(path, whole);
    const database = new Sqlite(path);
    for (const trigger of ['ledger_fixed', 'ledger_kept', 'acceptance_fixed', 'acceptance_kept'])
      database.exec(`DROP TRIGGER ${trigger}`);
    const decided = 'SELECT v.title, v.ordinal FROM acceptance a JOIN version v ON v.id = a.version_id';
    const version = database.prepare<[], { title: string; ordinal: number }>(decided).get();
    const { title = '', ordinal = 0 } = version ?? {};
    const record = sentence('ledger.examine.record-called', { title, ordinal });
    const text = sentence('ledger.examine.text-called', { title, ordinal });
    database.exec(sql);
    database.close();
    const store = openStore(path);
    try {
      const check = await checkLedger(store, AT, RECORD_KINDS);
      expect(check.ok).toBe(false);
      const told = check.faults.map(({ text }) => say(text, 'zh')).join('\n');
      if (said instanceof RegExp) expect(told).toMatch(said);
      else expect(told.split('\n')).toContain(say(said(record, text), 'zh'));
    } finally {
      store.close();
    }
  });
});
