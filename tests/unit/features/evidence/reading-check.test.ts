import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { checkLedger } from '../../../../src-main/features/evidence/ledger-check.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { openStore } from '../../../../src-main/store/store.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

const AT = '2026-11-23T03:00:00.000Z';
const NEWEST = '(SELECT max(row) FROM reading)';

let evidence: EvidenceUnderTest;
let whole: Buffer;
beforeAll(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  const file = join(evidence.desk.folder, 'copy.sqlite');
  await evidence.store.backupTo(file);
  const database = new Sqlite(file);
  database.pragma('journal_mode = DELETE');
  database.close();
  whole = readFileSync(file);
}, 30_000);
afterAll(() => evidence.end());

/** What the check says of a copy in which somebody changed readings behind the app. */
async function faultsAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const path = join(evidence.desk.folder, 'changed.sqlite');
  writeFileSync(path, whole);
  const database = new Sqlite(path);
  database.function('sha256_hex', (text) => sha256Hex(String(text)));
  for (const trigger of ['reading_fixed', 'reading_kept']) database.exec(`DROP TRIGGER ${trigger}`);
  for (const statement of statements) database.exec(statement);
  database.close();
  const store = openStore(path);
  try {
    const check = await checkLedger(store, AT, RECORD_KINDS);
    expect(check.ok).toBe(check.faults.length === 0);
    return check.faults.map(({ text }) => say(text, 'zh'));
  } finally {
    store.close();
  }
}

describe('readings that somebody changed behind the app', () => {
  test('none: the check finds nothing', async () => {
    expect(await faultsAfter()).toEqual([]);
  });

  test('a document other than its hash', async () => {
    const edit = `UPDATE reading SET document = replace(document, '"tags":[{', '"tags":[],"was":[{') WHERE row = ${NEWEST}`;
    const faults = await faultsAfter(edit);
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/读取结果与台账所记的不符.*与它的哈希不符/u);
  });

  test('a document with a hash of its own', async () => {
    const faults = await faultsAfter(
      `UPDATE reading SET document = replace(document, '"tags":[{', '"tags":[],"was":[{') WHERE row = ${NEWEST}`,
      `UPDATE reading SET sha256 = sha256_hex(document) WHERE row = ${NEWEST}`,
    );
    expect(faults).toHaveLength(3);
    expect(faults.join()).toMatch(/读取结果与台账所记的不符.*现在找不到.*没有记入台账/u);
  });

  test('one put over the one that was kept', async () => {
    const faults = await faultsAfter(
      `INSERT INTO reading (version_id, reader, made_at, sha256, conspicuous, document)
       SELECT version_id, reader, made_at, sha256_hex(replace(document, '示例', '实例')), 0, replace(document, '示例', '实例')
       FROM reading WHERE row = ${NEWEST}`,
    );
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/显示的文字与它的文本不符.*没有记入台账/u);
  });

  test('one taken away', async () => {
    const faults = await faultsAfter('PRAGMA foreign_keys = OFF', `DELETE FROM reading WHERE row = ${NEWEST}`);
    expect(faults).toHaveLength(2);
    expect(faults.join()).toMatch(/读取结果与台账所记的不符.*现在找不到/u);
  });
});
