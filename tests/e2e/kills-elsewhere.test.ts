import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { ROOT } from './app.ts';
import { formerLibrary } from './former.ts';

/**
 * Kills around everything that writes: what was told as done is there afterwards, nothing is half, and no backup is listed
 * that is not whole.
 */

/** Kills of each job. */
const KILLS = 50;
test.skip(Number(process.env['ASSENT_KILLS'] ?? 0) < 300, 'in the long run');
/** A folder grows with each kill; a fresh one now and then keeps the look at it quick. */
const FRESH_AFTER = 10;
/** How long each job is let go on at most after it is ready, in milliseconds: about three times as long as it takes. */
const SPAN = { import: 200, confirm: 1500, letter: 4000, backup: 300, restore: 700, migration: 1500 } as const;

/** What the next start finds. */
interface Look {
  readonly database: { readonly state: string; readonly sound?: boolean };
  readonly faults: readonly string[];
  readonly halves: readonly string[];
  readonly unusable: number;
  readonly unsound: readonly string[];
  readonly known: readonly string[];
  readonly backups: number;
}

const work = mkdtempSync(join(tmpdir(), 'assent-kills-'));
const prepared = join(work, 'prepared');
const worker = join(ROOT, 'out', 'e2e-killed', 'killed-worker.mjs');
const run = promisify(execFile);

test.describe.configure({ mode: 'serial' });
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a data folder with versions, a company and a backup', async () => {
  test.setTimeout(120_000);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(ROOT, 'tests', 'e2e', 'killed-worker.ts'),
      outDir: join(ROOT, 'out', 'e2e-killed'),
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'killed-worker.mjs' } },
    },
  });
  mkdirSync(prepared);
  await run(process.execPath, [worker, 'prepare', prepared], { cwd: ROOT });
  const found = await look(prepared);
  expect(found).toMatchObject({ database: { state: 'whole', sound: true }, backups: 1 });
});

for (const [job, span] of Object.entries(SPAN)) {
  test(`${KILLS} kills around ${job}: nothing half, nothing lost, no bad backup`, async () => {
    test.setTimeout(30_000 + KILLS * 15_000);
    const folder = join(work, job);
    let done = 0;
    // What a former version left otherwise is no half of this one's.
    furnish(job, folder);
    const { halves, known } = job === 'migration' ? await look(folder) : { halves: [], known: [] };
    for (let kill = 0; kill < KILLS; kill += 1) {
      if ((kill > 0 && kill % FRESH_AFTER === 0) || job === 'migration') furnish(job, folder);
      const told = await killAfter(job, folder, Math.random() * span);
      const found = await look(folder);
      expect(found).toMatchObject({ database: { state: 'whole', sound: true }, faults: [], halves, unsound: [] });
      expect(found.unusable).toBe(0);
      expect([...known, ...told].filter((name) => !found.known.includes(name) && !name.startsWith('before-'))).toEqual(
        [],
      );
      done += told.length;
    }
    process.stdout.write(`    ${KILLS} kills around ${job}: ${done} done and there, 0 halves, 0 lost, 0 bad backups\n`);
  });
}

function furnish(job: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  if (job === 'migration') {
    mkdirSync(folder);
    writeFileSync(join(folder, 'assent.sqlite'), formerLibrary());
  } else cpSync(prepared, folder, { recursive: true });
}

/** Kills the job some time after it was ready; what it was told is done. */
async function killAfter(job: string, folder: string, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [worker, job, folder], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready')) resolve();
    });
  });
  await Promise.race([ready, gone]);
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  await gone;
  // A line that was cut off was not told.
  const whole = said.slice(0, said.lastIndexOf('\n') + 1);
  return [...whole.matchAll(/^done (\S+)$/gmu)].map(([, name = '']) => name);
}

async function look(folder: string): Promise<Look> {
  const { stdout } = await run(process.execPath, [worker, 'look', folder], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Look;
}
