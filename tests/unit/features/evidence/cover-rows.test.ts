import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { command } from '../../../../src-main/cli/verify.ts';
import { coverRows } from '../../../../src-main/kernel/integrity/cover-rows.ts';
import { rowFaults } from '../../../../src-main/kernel/integrity/row-check.ts';
import { isObject } from '../../../../src-main/ledger/open-bundle.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { libraryOf0001 } from '../../../fixtures/library-0001.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

let folder: string;
let evidence: EvidenceUnderTest;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-cover-'));
  const file = join(folder, 'former.sqlite');
  writeFileSync(file, libraryOf0001());
  evidence = new EvidenceUnderTest(file);
  evidence.desk.now = new Date('2026-11-29T02:00:00.000Z');
});
afterEach(() => {
  evidence.end();
  rmSync(folder, { recursive: true });
});

const verify = () => evidence.handlers['evidence.verify']({});
const covering = () => evidence.store.ledger.latestOfKinds(['rows-covered'], -1, 0).toReversed();
const [NOTICE, ORDER] = ["desk = 'notices' AND kind = 'notice'", "desk = 'obligations' AND kind = 'order'"];

/** Changes rows past the app, the triggers that refuse it out of the way. */
function beside(...statements: readonly string[]): void {
  const database = new Sqlite(join(evidence.desk.folder, 'assent.sqlite'));
  try {
    database.pragma('foreign_keys = OFF');
    database.pragma('ignore_check_constraints = ON');
    for (const name of database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all())
      database.exec(`DROP TRIGGER "${name}"`);
    for (const statement of statements) expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
  } finally {
    database.close();
  }
}

/** What `assent verify` says of the records, and what it exits with. */
async function byCommand() {
  const copy = mkdtempSync(join(folder, 'copy-'));
  await evidence.store.backupTo(join(copy, 'assent.sqlite'));
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const exit = await command.run({ args: [copy], json: false, language: 'en', now: () => evidence.desk.now, print });
  return { exit, printed: printed.join('\n') };
}

test('a library of an earlier version is verified whole once its records are covered, and says since when', async () => {
  const before = await verify();
  expect(before).toMatchObject({ ok: false, integrity: 'intact', faults: [], heldSince: [] });
  expect(before.unchecked).toHaveLength(1);
  const told = await byCommand();
  expect(told.exit).toBe(1);
  expect(told.printed).toContain('Cover these records from now on');

  const after = await evidence.handlers['evidence.cover']({});
  expect(after).toMatchObject({ ok: true, integrity: 'intact', faults: [], unchecked: [] });
  const entries = covering();
  const [first, last] = [entries[0]?.sequence ?? 0, entries.at(-1)?.sequence ?? 0];
  const [said] = after.heldSince;
  expect(said && say(said, 'en')).toContain(
    first === last ? `entry ${last} of 2026-11-29` : `${first}–${last} of 2026-11-29`,
  );
  expect(after.remarks).toContainEqual(said);
  const done = await byCommand();
  expect(done.exit).toBe(0);
  expect(done.printed).toContain('no record shows');
  expect(done.printed).not.toContain('Cover these records');

  // It stays, whatever is done afterwards; there is nothing left to cover.
  evidence.desk.now = new Date('2026-12-05T02:00:00.000Z');
  await evidence.handlers['settings.saveCompany']({ company: { ...COMPANY, name: '示例近海科技有限公司' } });
  expect(await evidence.handlers['evidence.cover']({})).toMatchObject({ ok: true, heldSince: [said] });
  expect(covering()).toHaveLength(entries.length);
});

test.each([
  ['a row', [`UPDATE paper SET body = json_set(body, '$.order.amount', '12.00') WHERE ${ORDER}`], 'altered'],
  ['the provider of an agreement', ["UPDATE agreement SET provider = '另一服务商'"], 'altered'],
  ['a version’s day', ["UPDATE version SET saved_at = '2025-11-23T02:00:00.000Z'"], 'altered'],
  [
    'an earlier state',
    ["UPDATE paper_revision SET body = json_set(body, '$.forged', 1) WHERE revision = 1"],
    'altered',
  ],
  [
    'an earlier state put in before the first one',
    [
      `INSERT INTO paper_revision SELECT paper_id, 0, state, body, at FROM paper_revision
       WHERE revision = 1 AND paper_id IN (SELECT id FROM paper WHERE ${NOTICE})`,
    ],
    'altered',
  ],
  [
    'a row said to be of before',
    [
      `INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at)
       SELECT '99999999-2222-4333-8444-555555555555', desk, kind, subject, state, body, created_at, updated_at FROM paper WHERE ${ORDER} LIMIT 1`,
    ],
    'altered',
  ],
  ['a row taken away', [`DELETE FROM paper WHERE ${ORDER}`], 'incomplete'],
])('%s is not as it was covered: %s', async (_what, statements, integrity) => {
  await evidence.handlers['evidence.cover']({});
  beside(...statements);
  const { ok, integrity: found, heldSince } = await verify();
  expect({ ok, found, said: heldSince.length }).toEqual({ ok: false, found: integrity, said: 1 });
});

test('nothing is covered where something is wrong', async () => {
  beside("UPDATE version SET fingerprint = replace(fingerprint, substr(fingerprint, 1, 4), '0000')");
  const count = evidence.store.ledger.count();
  await expect((async () => evidence.handlers['evidence.cover']({}))()).rejects.toMatchObject({
    code: 'evidence-faulty',
  });
  expect(evidence.store.ledger.count()).toBe(count);
});

test('what is written while rows are covered keeps its own entry, and its earlier states are covered', async () => {
  const { store } = evidence;
  const [notice] = (await evidence.handlers['notices.list']({})).notices;
  const cover = coverRows(evidence.ports, []);
  await evidence.handlers['notices.correct']({ noticeId: notice?.id ?? '', received: '2026-11-21' });
  await cover;
  expect(await verify()).toMatchObject({ ok: true, faults: [], unchecked: [] });
  const { open, covered } = await rowFaults(store, []);
  expect(open).toEqual([]);
  expect(covered).toMatchObject({ complete: true });
  beside(
    `UPDATE paper_revision SET body = json_set(body, '$.forged', 1) WHERE revision = 1 AND paper_id = '${notice?.id}'`,
  );
  expect(await verify()).toMatchObject({ integrity: 'altered' });
});

test('a row whose earlier states no entry covers is unchecked, though it was written anew', async () => {
  const [notice] = (await evidence.handlers['notices.list']({})).notices;
  await evidence.handlers['notices.correct']({ noticeId: notice?.id ?? '', received: '2026-11-21' });
  const { open, faults } = await rowFaults(evidence.store, []);
  expect(faults).toEqual([]);
  expect(open).toContainEqual({ table: 'paper', id: notice?.id, seals: 1 });
  expect(await evidence.handlers['evidence.cover']({})).toMatchObject({ ok: true });
});

test('covering that ended halfway is gone on with', async () => {
  const all = (await rowFaults(evidence.store, [])).open.length;
  expect(all).toBeGreaterThan(50);
  const { ledger } = evidence.ports;
  let entries = 0;
  const ports = {
    ...evidence.ports,
    ledger: {
      ...ledger,
      append: (entry: Parameters<typeof ledger.append>[0]) => {
        entries += 1;
        if (entries > 1) throw new Error('the power went');
        return ledger.append(entry);
      },
    },
  };
  await expect(coverRows(ports, [])).rejects.toThrow('the power went');
  const halfway = await verify();
  expect(halfway).toMatchObject({ ok: false, integrity: 'intact', faults: [] });
  expect(halfway.unchecked).toHaveLength(1);
  expect(await evidence.handlers['evidence.cover']({})).toMatchObject({ ok: true, faults: [], unchecked: [] });
  const rows = covering().map(({ payload }) => (isObject(payload) ? Number(payload['rows']) : 0));
  expect(rows.reduce((sum, one) => sum + one, 0)).toBe(all);
});

/** As if the clock had never been set back, so that times put rows and entries in one order. */
const neverSetBack = (): void =>
  beside("UPDATE ledger SET entry = json_set(entry, '$.kind', 'settings-changed') WHERE kind = 'clock-rollback'");
const FOREIGN = "(SELECT id FROM agreement WHERE origin <> 'own')";
const foreignVersion = () =>
  [...evidence.store.written.all('version')].find(
    ({ columns }) => evidence.store.agreements.agreement(String(columns['agreement_id']))?.origin !== 'own',
  );

test.each(['2020-01-01T00:00:00.000Z', '2026-09-21T01:06:00.000Z', '2027-06-01T00:00:00.000Z'])(
  'a colleague’s version of before, saved there at %s, is no fault and is covered',
  async (saved) => {
    neverSetBack();
    beside(`UPDATE version SET saved_at = '${saved}' WHERE agreement_id IN ${FOREIGN}`);
    await evidence.handlers['settings.saveCompany']({ company: { ...COMPANY, name: '示例近海科技有限公司' } });
    const version = foreignVersion();
    const { faults, open } = await rowFaults(evidence.store, []);
    expect(faults).toEqual([]);
    expect(open).toContainEqual({ table: 'version', id: version?.id, seals: 0 });
    await coverRows(evidence.ports, []);
    expect(await rowFaults(evidence.store, [])).toMatchObject({ faults: [], uncovered: 0, open: [] });
  },
);

test('a version or source of a colleague that no entry covers is not checked, own ones have their entry', async () => {
  const { uncovered, open } = await rowFaults(evidence.store, []);
  const others = open.filter(({ table }) => table !== 'version' && table !== 'source').length;
  expect(uncovered).toBe(others + 2);
  const version = foreignVersion();
  beside(
    `INSERT INTO version (id, agreement_id, ordinal, title, fingerprint, source_id, saved_at)
     SELECT '99999999-2222-4333-8444-555555555555', agreement_id, 99, title, fingerprint, source_id, saved_at FROM version WHERE id = '${version?.id}'`,
  );
  expect((await rowFaults(evidence.store, [])).uncovered).toBe(uncovered + 1);
});
