/**
 * The tests in the real Electron, on a virtual screen.
 *
 *   node .config/e2e.mjs [Playwright's arguments]
 */
import { readFile, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { electronEnvironment, machineSwitches, prepareElectron } from './electron.mjs';
import { run, say } from './process.mjs';
import { at, buildIfStale, program, ROOT } from './project.mjs';
import { onVirtualScreen } from './screen.mjs';

const REPORT = at('test-results', 'e2e.json');

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {readonly string[]} args passed on to Playwright
 * @returns {Promise<Counts>}
 */
export async function runE2e(args = []) {
  const runtime = await prepareElectron();
  await buildIfStale();
  await rm(REPORT, { force: true });
  const env = {
    ...electronEnvironment(runtime),
    ASSENT_ELECTRON: runtime.executable,
    ASSENT_ELECTRON_SWITCHES: machineSwitches().join(' '),
  };
  const line = [
    program('playwright'),
    'test',
    '--config',
    at('.config', 'playwright.ts'),
    '--pass-with-no-tests',
    ...args,
  ];
  const { code } = await run(...onVirtualScreen(process.execPath, line), { env, cwd: ROOT, show: true });
  const report = await readFile(REPORT, 'utf8').then(JSON.parse, () => undefined);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  // A report without failures beside a failing exit code: the run itself broke down, and that is one failure.
  return { passed: expected + flaky, failed: unexpected || (code === 0 ? 0 : 1), skipped };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const counts = await runE2e(process.argv.slice(2));
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    process.exitCode = counts.failed === 0 ? 0 : 1;
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
