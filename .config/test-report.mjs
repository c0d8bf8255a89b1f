/** What the JSON reports of vitest and Playwright say, in one shape. */
import { relative } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {string[]} failures `file › name: first line of what was wrong`
 * @property {string[]} skips `file › name`, with the reason where the runner knows one
 * @property {number} unreached tests that did not run because something before them in their file failed
 */

// Colours of a terminal, as the runners put them into their messages.
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[\d;]*m/gu;
const firstLine = (message) => (message ?? '').replace(COLOURS, '').trim().split('\n')[0].slice(0, 200);
const withWhy = (name, message) => (firstLine(message) === '' ? name : `${name}: ${firstLine(message)}`);

/**
 * @param {any} report of vitest's json reporter
 * @returns {Outcome}
 */
export function unitOutcome(report) {
  const outcome = { passed: 0, failures: [], skips: [], unreached: 0 };
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed)
      outcome.failures.push(withWhy(`${file} › ${test.fullName}`, test.failureMessages.join('\n')));
    // A file that cannot be loaded, or whose preparation fails, has no failed test in it.
    const brokeDown = status === 'failed' && failed.length === 0;
    if (brokeDown) outcome.failures.push(withWhy(file, message));
    for (const test of assertionResults) {
      if (test.status === 'passed') outcome.passed += 1;
      else if (test.status !== 'failed' && brokeDown) outcome.unreached += 1;
      else if (test.status !== 'failed') outcome.skips.push(`${file} › ${test.fullName}`);
    }
  }
  return outcome;
}

/** The tests of a suite and of those inside it, with their names. */
function* testsOf(suite, path = []) {
  for (const spec of suite.specs ?? [])
    for (const test of spec.tests)
      yield { file: `tests/e2e/${spec.file}`, name: [...path, spec.title].join(' › '), test };
  for (const inner of suite.suites ?? []) yield* testsOf(inner, [...path, inner.title]);
}

/**
 * @param {any} report of Playwright's json reporter
 * @returns {Outcome}
 */
export function e2eOutcome(report) {
  const outcome = { passed: 0, failures: [], skips: [], unreached: 0 };
  const tests = report.suites.flatMap((suite) => [...testsOf(suite)]);
  const broken = new Set(tests.filter(({ test }) => test.status === 'unexpected').map(({ file }) => file));
  for (const { file, name, test } of tests) {
    const title = `${file} › ${name}`;
    const skip = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
    if (test.status === 'unexpected')
      outcome.failures.push(withWhy(title, test.results.at(-1)?.error?.message ?? 'it did not run to its end'));
    else if (test.status !== 'skipped') outcome.passed += 1;
    else if (skip === undefined && broken.has(file)) outcome.unreached += 1;
    else outcome.skips.push(skip?.description ? `${title} (${skip.description})` : title);
  }
  for (const error of report.errors ?? []) outcome.failures.push(withWhy('tests/e2e', error.message));
  return outcome;
}
