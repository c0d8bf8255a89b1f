/**
 * Type checks can pass because they looked at nothing. tests/canary holds errors on purpose: the same programs, with the
 * same compiler options, have to find exactly those.
 */
import { lastWords, say } from './process.mjs';
import { runProgram } from './project.mjs';

const PROJECT = 'tests/canary/tsconfig.json';

const WATCHES = [
  {
    program: 'svelte-check',
    args: ['--tsconfig', PROJECT, '--output', 'machine'],
    error: /^\d+ ERROR "tests\/canary\/([^"]+)" (\d+):/gmu,
    planted: ['Planted.svelte:3', 'Planted.svelte:6', 'planted.ts:2'],
  },
  {
    program: 'tsc',
    args: ['-p', PROJECT, '--noEmit', '--pretty', 'false'],
    error: /^tests\/canary\/([^(]+)\((\d+),\d+\): error/gmu,
    planted: ['planted.ts:2'],
  },
];

async function findsPlanted({ program, args, error, planted }) {
  const result = await runProgram(program, args);
  const found = [...result.stdout.matchAll(error)].map(([, file, line]) => `${file}:${line}`).sort();
  if (result.code !== 0 && found.join() === planted.join()) return true;
  const list = found.join(', ') || 'nothing';
  say(`${program} had to find ${planted.join(', ')}; it found ${list}:\n${lastWords(result, 20)}`);
  return false;
}

/** One test for each type checker: passed if it finds exactly the planted errors. */
export async function checkCanary() {
  const exact = await Promise.all(WATCHES.map(findsPlanted));
  const failures = WATCHES.filter((_, index) => !exact[index]).map(({ program }) => `${program} misses planted errors`);
  return { passed: exact.filter(Boolean).length, failures };
}
