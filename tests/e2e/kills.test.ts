import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { build } from 'vite';
import { recordSubject } from '../../src-main/acceptance/record.ts';
import { verifyChain } from '../../src-main/ledger/chain.ts';
import type { LedgerEntry } from '../../src-main/ledger/entry.ts';
import { sha256, sha256Hex } from '../../src-main/ledger/node-digest.ts';
import { App, ROOT } from './app.ts';
import { DECIDER, furnish } from './sample.ts';

/** How often a process is killed around a decision: few in an ordinary run, a thousand in the long one. */
const KILLS = Number(process.env['ASSENT_KILLS'] ?? 20);
/** Kills of the app itself; the rest kill a plain process that runs the same handlers, which starts ten times as fast. */
const OF_THE_APP = Math.min(10, Math.ceil(KILLS / 4));
const NODE_SPAN_MS = 60;

const work = mkdtempSync(join(tmpdir(), 'assent-kills-'));
const prepared = join(work, 'prepared');
const app = new App();
let versionId = '';
let companyId = '';
let decider = '';
/** How long the app takes for a decision after its start: it prints the text first. */
let decisionMs = 0;

test.describe.configure({ mode: 'serial' });
test.afterAll(async () => {
  await app.end();
  rmSync(work, { recursive: true, force: true });
});

test('a data folder with one version to decide on', async () => {
  test.setTimeout(180_000);
  const page = await app.start();
  await furnish(app);
  [versionId, companyId] = await page.evaluate(async () => {
    const companies = (await window.assent.call('settings.companies', {})) as { value: { id: string }[] };
    const library = (await window.assent.call('library.list', {})) as {
      value: { agreements: { kind: string; versions: { id: string }[] }[] };
    };
    const sla = library.value.agreements.find(({ kind }) => kind === 'sla');
    return [sla?.versions[0]?.id ?? '', companies.value[0]?.id ?? ''] as const;
  });
  await app.restart();
  const before = performance.now();
  await click();
  decisionMs = performance.now() - before;
  await app.stop();
  cpSync(app.folder, prepared, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(ROOT, 'tests', 'e2e', 'decider.ts'),
      outDir: join(ROOT, 'out', 'e2e'),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'decider.mjs' } },
    },
  });
  decider = join(ROOT, 'out', 'e2e', 'decider.mjs');
});

test(`after each of ${OF_THE_APP} kills of the app around the click there is no record or a whole one`, async () => {
  test.setTimeout(OF_THE_APP * 20_000);
  let whole = 0;
  for (let kill = 0; kill < OF_THE_APP; kill += 1) {
    const before = app.rows('SELECT id FROM acceptance').length;
    // What a killed Chromium leaves of its lock; its helpers may still be going down.
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
      rmSync(join(app.folder, name), { force: true });
    await app.start();
    const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
    click().catch(() => undefined);
    // Spread from the click to well after the commit: some fall before it, some after, a few into it.
    const moment = ((kill + Math.random()) / OF_THE_APP) * 1.6 * decisionMs;
    await new Promise((resolve) => setTimeout(resolve, moment));
    app.electron.process().kill('SIGKILL');
    await gone;
    await app.forget();
    const after = await wholeRecords(app.folder);
    expect(after === before || after === before + 1).toBe(true);
    whole += after - before;
  }
  process.stdout.write(
    `    ${OF_THE_APP} kills of the app: ${whole} whole records, ${OF_THE_APP - whole} none, 0 halves\n`,
  );
});

test(`after each of the other kills the last record is whole or not there`, async () => {
  const kills = KILLS - OF_THE_APP;
  test.setTimeout(30_000 + kills * 2_000);
  let whole = 0;
  let between = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Fresh every now and then, so that the check of the whole chain stays quick.
    if (kill % 25 === 0) {
      rmSync(join(work, 'records'), { recursive: true, force: true });
      cpSync(prepared, join(work, 'records'), { recursive: true });
      whole = 0;
    }
    await killDecider(join(work, 'records'));
    const now = await wholeRecords(join(work, 'records'));
    expect(now).toBeGreaterThanOrEqual(whole);
    between += now - whole;
    whole = now;
  }
  process.stdout.write(
    `    ${kills} kills of the handlers: ${between} whole records, 0 halves; ${KILLS} kills in all\n`,
  );
});

/** The click, as the page sends it. */
function click(): Promise<unknown> {
  return app.page.evaluate((decided) => window.assent.call('review.decide', decided), {
    versionId,
    companyId,
    decision: 'declined',
    reason: '测试',
    ...DECIDER,
    basis: 'legal-representative',
    language: 'zh',
  });
}

async function killDecider(folder: string): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [decider, folder, versionId, companyId], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  await Promise.race([new Promise((resolve) => child.stdout?.once('data', resolve)), gone]);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * NODE_SPAN_MS));
  child.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
}

/** Opens what the killed process left, as the app would, and counts the records; throws for anything half. */
async function wholeRecords(folder: string): Promise<number> {
  const database = new Sqlite(join(folder, 'assent.sqlite'));
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const entries = database
      .prepare<[], string>('SELECT entry FROM ledger ORDER BY sequence')
      .pluck()
      .all()
      .map((json) => JSON.parse(json) as LedgerEntry);
    const report = await verifyChain(entries, { digest: sha256, verifySignature: () => 'unchecked' });
    expect(report.faults).toEqual([]);
    const decided = new Map(
      entries.filter(({ kind }) => kind === 'acceptance-decided').map((entry) => [entry.subject, entry]),
    );
    const records = database.prepare<[], { id: string; record: string }>('SELECT id, record FROM acceptance').all();
    for (const { id, record } of records) {
      const { hashes } = JSON.parse(record) as { readonly hashes: { readonly renderedPdf: string } };
      expect(decided.get(recordSubject(id))?.payloadHash).toBe(sha256Hex(record));
      expect(database.prepare('SELECT 1 FROM attachment WHERE sha256 = ?').get(hashes.renderedPdf)).toBeDefined();
    }
    expect(decided.size).toBe(records.length);
    return records.length;
  } finally {
    database.close();
  }
}
