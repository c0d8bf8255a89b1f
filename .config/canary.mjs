/**
 * A type check can pass because it looked at nothing. tests/canary holds errors on purpose: the same program, with the same
 * compiler options, has to find exactly those, in components and in plain modules.
 */
import { lastWords, say } from './process.mjs';
import { runProgram } from './project.mjs';

const ARGS = ['--tsconfig', 'tests/canary/tsconfig.json', '--output', 'machine'];
const ERROR = /^\d+ ERROR "tests\/canary\/([^"]+)" (\d+):/gmu;
const PLANTED = ['Planted.svelte:3', 'Planted.svelte:6', 'planted.ts:2'];

/** One test: passed if the type checker finds exactly the planted errors. */
export async function checkCanary() {
  const result = await runProgram('svelte-check', ARGS);
  const found = [...result.stdout.matchAll(ERROR)].map(([, file, line]) => `${file}:${line}`).sort();
  if (result.code !== 0 && found.join() === PLANTED.join()) return { passed: 1, failures: [] };
  say(
    `svelte-check had to find ${PLANTED.join(', ')}; it found ${found.join(', ') || 'nothing'}:\n${lastWords(result, 20)}`,
  );
  return { passed: 0, failures: ['svelte-check misses planted errors'] };
}
