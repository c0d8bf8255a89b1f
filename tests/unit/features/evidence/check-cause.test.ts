import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerVerdict } from '../../../../src-main/contract/evidence.ts';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { checkLedger, lastCheck, MOST_FAULTS } from '../../../../src-main/features/evidence/ledger-check.ts';
import { openStore } from '../../../../src-main/store/store.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

const AT = '2026-11-23T03:00:00.000Z';
const UNTOLD = 130;

let evidence: EvidenceUnderTest;
beforeAll(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  const [versionId = ''] = evidence.desk.agreement('等级协议').versions;
  await evidence.accept(versionId);
}, 30_000);
afterAll(() => evidence.end());

/** What the check finds in a copy that somebody changed behind the app, and what is kept of it. */
async function checkAfter(name: string, ...statements: readonly string[]): Promise<LedgerVerdict> {
  const path = join(evidence.desk.folder, `${name}.sqlite`);
  await evidence.store.backupTo(path);
  const database = new Sqlite(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  const store = openStore(path);
  try {
    const found = await checkLedger(store, AT, RECORD_KINDS);
    const { total, cause } = lastCheck(store) ?? {};
    expect([total, cause]).toEqual([found.total, found.cause]);
    return found;
  } finally {
    store.close();
  }
}

const copies = (table: string, columns: string, own: string): string =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${UNTOLD})
   INSERT INTO ${table} (${own}, ${columns})
   SELECT ${own === 'id, ordinal' ? "'copy-' || i, 1000 + i" : "'copy-' || i"}, ${columns} FROM n, ${table}
   WHERE ${table}.rowid = (SELECT min(rowid) FROM ${table})`;

describe('what a check that failed found', () => {
  test('is told by its kind and counted whole, where no record has an entry', async () => {
    const found = await checkAfter(
      'unvouched',
      copies('version', 'agreement_id, title, fingerprint, source_id, annex_of, saved_at', 'id, ordinal'),
      copies('version_text', 'form, canonical_text', 'version_id'),
      copies('reading', 'reader, made_at, sha256, conspicuous, document', 'version_id'),
    );
    expect(found.cause).toBe('no-entry');
    expect(found.total).toBeGreaterThanOrEqual(UNTOLD);
    expect(found.faults).toHaveLength(MOST_FAULTS);
  });

  test('is the chain, where that is broken', async () => {
    const found = await checkAfter(
      'chain',
      'DROP TRIGGER ledger_fixed',
      `UPDATE ledger SET entry = replace(entry, '示例', '实例') WHERE sequence = 2`,
    );
    expect(found).toMatchObject({ ok: false, cause: 'chain' });
  });

  test('is a record that differs, where chain and entries are there', async () => {
    const found = await checkAfter(
      'record',
      'DROP TRIGGER acceptance_fixed',
      `UPDATE acceptance SET record = replace(record, '陈远', '陈近')`,
    );
    expect(found).toMatchObject({ ok: false, cause: 'records' });
    expect(found.total).toBe(found.faults.length);
  });

  test('is nothing, where nothing is wrong', async () => {
    const found = await checkAfter('sound');
    expect(found.ok).toBe(true);
    expect(found).not.toHaveProperty('cause');
    expect(found).not.toHaveProperty('total');
  });
});
