/**
 * A lane is a row of steps that are run one after another and add up to the plain last line `N passed, N failed`. What
 * failed, and what was skipped and why, is named just before it, where a person looks.
 */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { say } from './process.mjs';
import { at } from './project.mjs';
import { judgeSkips } from './skips.mjs';

/**
 * @typedef {object} Result of one check
 * @property {number} passed
 * @property {string[]} failures each as the words that name it
 * @property {string[]} [skips] as skips.mjs reads them
 * @property {number} [unreached] tests that something failing before them kept from running
 */

const NAMES_PER_REASON = 6;

/** The first few of a list, and how many more there are. */
function few(names, limit) {
  const more = names.length - limit;
  return more > 0 ? [...names.slice(0, limit), `… and ${more} more`] : names;
}

/** @typedef {Readonly<Record<string, () => Promise<Result>>>} Checks by name */

async function runCheck(name, check) {
  say(`\n── ${name}`);
  const started = Date.now();
  const result = await check().catch((error) => {
    say(error.message);
    return { passed: 0, failures: [`${name}: ${error.message.split('\n')[0]}`] };
  });
  const { passed, failures, skips = [], unreached = 0 } = result;
  const judged = judgeSkips(skips);
  const skipped = skips.length - judged.faults.length;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const failed = failures.length + judged.faults.length;
  const left = unreached > 0 ? `, ${unreached} not reached` : '';
  const line = `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${left} (${seconds} s)`;
  return { passed, skipped, failures: [...failures, ...judged.faults], listed: judged.listed, line };
}

/** The reasons of all skips, each with the tests it explains. */
function skippedLines(results) {
  const lines = [];
  for (const { listed } of results)
    for (const [reason, names] of listed)
      lines.push(
        `  ${names.length} skipped, because ${reason}:`,
        ...few(names, NAMES_PER_REASON).map((name) => `    ${name}`),
      );
  return lines.length > 0 ? ['', 'Skipped:', ...lines] : ['', 'Nothing was skipped.'];
}

/** Runs the checks of one step, as many at a time as the machine has processors; results are in the order of the names. */
async function runStep(checks) {
  const waiting = Object.entries(checks).entries();
  const results = [];
  const takeTurns = async () => {
    for (const [place, [name, check]] of waiting) results[place] = await runCheck(name, check);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
  return results;
}

/**
 * Runs the steps, prints the account of them and sets the exit code.
 *
 * @param {...Checks} steps the checks of one step are run side by side: they must not mind each other
 */
export async function runLane(...steps) {
  await mkdir(at('test-results'), { recursive: true });
  const results = [];
  for (const checks of steps) results.push(...(await runStep(checks)));
  const failures = results.flatMap((result) => result.failures);
  const account = ['', ...results.map(({ line }) => line), ...skippedLines(results)];
  if (failures.length > 0) account.push('', 'Failed:', ...failures.map((failure) => `  ${failure}`));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  const more = skipped > 0 ? `, ${skipped} skipped` : '';
  account.push('', `${sum('passed')} passed, ${failures.length} failed${more}`);
  process.stdout.write(`${account.join('\n')}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
