import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportReadable } from '../../../../src-main/shell/start/salvage.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
let out: string;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
  out = mkdtempSync(join(tmpdir(), 'assent-salvage-'));
});
afterEach(() => {
  app.end();
  rmSync(out, { recursive: true, force: true });
});
const database = (): string => join(app.folder, 'assent.sqlite');

/** Spoils the page where a table begins. */
function spoil(table: string): void {
  app.restart(() => {
    const opened = new Sqlite(database());
    const page = opened
      .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table);
    opened.pragma('journal_mode = DELETE');
    opened.close();
    const at = ((page ?? 0) - 1) * 4096;
    writeFileSync(database(), readFileSync(database()).fill(0xff, at, at + 200));
    const target = join(out, 'read');
    report = exportReadable(app.folder, target, 'zh');
    rmSync(database());
  });
}
let report: ReturnType<typeof exportReadable> | undefined;

test('what can be read is written out by name, and the database beside it as it is', () => {
  const sources = app.store.sources.all();
  const target = join(out, 'read');
  const found = exportReadable(app.folder, target, 'zh');
  expect(found).toMatchObject({ lost: false, entries: app.store.ledger.count() });
  expect(readdirSync(join(target, 'sources'))).toHaveLength(sources.length);
  expect(readdirSync(join(target, 'texts')).some((name) => name.includes('服务条款'))).toBe(true);
  expect(existsSync(join(target, 'database', 'assent.sqlite'))).toBe(true);
  expect(readFileSync(join(target, '说明.txt'), 'utf8')).toContain('没有核验');
  expect(statSync(target).mode & 0o777).toBe(0o700);
});

test('where the ledger cannot be read the files and texts still are, and what is lost is said', () => {
  spoil('ledger');
  expect(report).toMatchObject({ lost: true, entries: 0 });
  expect(report?.files).toBeGreaterThan(0);
  expect(report?.texts).toBeGreaterThan(0);
  expect(readFileSync(join(out, 'read', '说明.txt'), 'utf8')).toContain('ledger');
});

test('of a file that is no database the bytes are kept, and nothing is claimed', () => {
  app.restart(() => {
    writeFileSync(database(), 'no database at all');
    report = exportReadable(app.folder, join(out, 'read'), 'en');
    rmSync(database());
  });
  expect(report).toEqual({ files: 0, texts: 0, entries: 0, lost: true });
  expect(readFileSync(join(out, 'read', 'database', 'assent.sqlite'), 'utf8')).toBe('no database at all');
});

test('two of one name stand side by side, also in a folder with a point in its name', () => {
  app.end();
  app = new AppUnderTest();
  for (const id of ['1', '2']) {
    const bytes = new Uint8Array([Number(id)]);
    app.store.sources.add({
      id,
      name: '合同',
      bytes,
      sha256: id.repeat(64),
      origin: 'own',
      at: '2026-01-01T00:00:00.000Z',
    });
  }
  const target = join(out, 'a.b', 'read');
  expect(exportReadable(app.folder, target, 'en')).toMatchObject({ files: 2, lost: false });
  expect(readdirSync(join(target, 'sources')).sort()).toEqual(['合同', '合同 (2)']);
});

test('behind many rows that cannot be read everything that can be is found', () => {
  app.end();
  app = new AppUnderTest();
  const rows = 12_000;
  let readable = 0;
  app.restart(() => {
    const opened = new Sqlite(database());
    opened.pragma('journal_mode = DELETE');
    opened.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at)
      SELECT 'p' || i, 'letters', 'letter', '', 'draft', '{"n":' || i || '}', '', '' FROM n`);
    const leaves = opened
      .prepare("SELECT pageno FROM dbstat WHERE name = 'paper' AND pagetype = 'leaf' ORDER BY path")
      .pluck()
      .all() as number[];
    const cells = (page: number): number =>
      opened.prepare('SELECT ncell FROM dbstat WHERE pageno = ?').pluck().get(page) as number;
    // More than are stepped over one by one, and a single one further on.
    const first = Math.floor(leaves.length / 8);
    const spoiled = [...leaves.slice(first, Math.floor(leaves.length * 0.7)), leaves.at(-3) ?? 0];
    readable = rows - spoiled.reduce((sum, page) => sum + cells(page), 0);
    opened.close();
    const bytes = readFileSync(database());
    for (const page of spoiled) bytes.fill(0xff, (page - 1) * 4096, (page - 1) * 4096 + 200);
    writeFileSync(database(), bytes);
    report = exportReadable(app.folder, join(out, 'read'), 'en');
    rmSync(database());
  });
  expect(rows - readable).toBeGreaterThan(6000);
  expect(report).toMatchObject({ lost: true });
  const lines = readFileSync(join(out, 'read', 'records', 'paper.jsonl'), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toHaveLength(readable);
});
