/**
 * npm test: everything that can be checked here. Ends with the plain line `N passed, N failed`; each static check counts
 * as one test.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { checkCanary } from './canary.mjs';
import { ensurePackages, hasProgram, TEST_PROGRAMS } from './debian.mjs';
import { runE2e } from './e2e.mjs';
import { writeCatalogue } from './messages.mjs';
import { lastWords, say } from './process.mjs';
import { at, runProgram } from './project.mjs';

const UNIT_REPORT = at('test-results', 'unit.json');

const PRETTIER = ['--config', '.config/prettier.json', '--check', '.'];

/** A static check as one test: its whole output is shown when it fails. */
async function oneCheck(program, args) {
  const result = await runProgram(program, args);
  if (result.code !== 0) say(lastWords(result, 200));
  return { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1, skipped: 0 };
}

/** The programs that judge the app's PDFs and signatures independently of it. */
async function judges() {
  const absent = Object.keys(TEST_PROGRAMS).filter((name) => !hasProgram(name));
  if (absent.length > 0) await ensurePackages([...new Set(absent.map((name) => TEST_PROGRAMS[name]))], 'run the tests');
  return { passed: 1, failed: 0, skipped: 0 };
}

/** Unit and component tests. */
async function unit() {
  await rm(UNIT_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const { code } = await runProgram('vitest', ['run', '--config', '.config/vitest.ts', ...reporters], { show: true });
  const report = JSON.parse(await readFile(UNIT_REPORT, 'utf8'));
  // A file that cannot even be loaded has no failed test in it, but the run failed.
  const failed = report.numFailedTests || (code === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

const CHECKS = {
  'judging programs': judges,
  format: () => oneCheck('prettier', PRETTIER),
  lint: () => oneCheck('eslint', ['--config', '.config/eslint.mjs', '--max-warnings', '0', '.']),
  types: () => oneCheck('tsc', ['-p', '.', '--noEmit']),
  'types in components': () => oneCheck('svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
  'planted errors': checkCanary,
  'unit and component tests': unit,
  'tests in Electron': () => runE2e(),
};

await writeCatalogue();
await mkdir(at('test-results'), { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const [name, check] of Object.entries(CHECKS)) {
  say(`\n── ${name}`);
  const started = Date.now();
  const counts = await check().catch((error) => {
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  summary.push(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
}
say(`\n${summary.join('\n')}`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
