/** The unit and component tests, as a lane runs them. */
import { readFile, rm } from 'node:fs/promises';
import { at, runProgram } from './project.mjs';
import { unitOutcome } from './test-report.mjs';

/**
 * @param {readonly string[]} [args] passed on to vitest: parts of file names
 * @param {NodeJS.ProcessEnv} [more] more of the environment
 * @returns {Promise<import('./test-report.mjs').Outcome>}
 */
export async function runUnit(args = [], more = {}) {
  const file = at('test-results', 'unit.json');
  await rm(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const line = ['run', '--config', '.config/vitest.ts', ...reporters, ...args];
  const { code } = await runProgram('vitest', line, { show: true, env: { ...process.env, ...more } });
  const report = await readFile(file, 'utf8').then(JSON.parse, () => ({ testResults: [] }));
  const outcome = unitOutcome(report);
  // No failure in the report of a failed run: an error outside of every test, or no test at all.
  if (code !== 0 && outcome.failures.length === 0) outcome.failures.push(`vitest broke down with code ${code}`);
  return outcome;
}
