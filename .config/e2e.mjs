/**
 * The tests in the real Electron, on virtual screens.
 *
 *   node .config/e2e.mjs [Playwright's arguments]
 */
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { electronEnvironment, machineSwitches, prepareElectron } from './electron.mjs';
import { run, say } from './process.mjs';
import { at, buildIfStale, program, ROOT } from './project.mjs';
import { withVirtualScreens } from './screen.mjs';
import { e2eOutcome } from './test-report.mjs';

const REPORT = at('test-results', 'e2e.json');

/** As many apps at a time as there are processors, each on a screen of its own; where there are none to be had, one. */
const SCREENS = process.platform === 'linux' ? availableParallelism() : 0;

/**
 * @param {readonly string[]} args passed on to Playwright
 * @param {NodeJS.ProcessEnv} [more] more of the environment
 * @returns {Promise<import('./test-report.mjs').Outcome>}
 */
export async function runE2e(args = [], more = {}) {
  const runtime = await prepareElectron();
  await buildIfStale();
  await rm(REPORT, { force: true });
  const env = {
    ...electronEnvironment(runtime),
    ASSENT_ELECTRON: runtime.executable,
    ASSENT_ELECTRON_SWITCHES: machineSwitches().join(' '),
    ...more,
  };
  const line = [
    program('playwright'),
    'test',
    '--config',
    at('.config', 'playwright.ts'),
    '--pass-with-no-tests',
    ...args,
  ];
  const { code } = await withVirtualScreens(SCREENS, (screens) =>
    run(process.execPath, line, { env: { ...env, ASSENT_SCREENS: screens.join(' ') }, cwd: ROOT, show: true }),
  );
  const report = await readFile(REPORT, 'utf8').then(JSON.parse, () => undefined);
  const outcome = report ? e2eOutcome(report) : { passed: 0, failures: [], skips: [], unreached: 0 };
  // A report without failures beside a failing exit code: the run itself broke down, and that is one failure.
  if (code !== 0 && outcome.failures.length === 0) outcome.failures.push(`Playwright broke down with code ${code}`);
  return outcome;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { passed, failures, skips } = await runE2e(process.argv.slice(2));
    process.stdout.write(`${JSON.stringify({ passed, failed: failures.length, skipped: skips.length })}\n`);
    process.exitCode = failures.length === 0 ? 0 : 1;
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
