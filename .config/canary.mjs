/**
 * A check can pass because it looked at nothing. tests/canary holds errors on purpose: the same programs, with the same
 * options, have to find exactly those, in components and in plain modules.
 */
import { lastWords, say } from './process.mjs';
import { runProgram } from './project.mjs';

/** The rules that need to know types. */
export const TYPED_LINT = ['--type-aware', '--config', '.config/oxlint.json'];

const WATCHES = [
  {
    program: 'svelte-check',
    args: ['--tsconfig', 'tests/canary/tsconfig.json', '--output', 'machine'],
    error: /^\d+ ERROR "tests\/canary\/([^"]+)" (\d+):/gmu,
    planted: ['Planted.svelte:3', 'Planted.svelte:6', 'planted.ts:2'],
  },
  {
    program: 'oxlint',
    args: [...TYPED_LINT, '--format', 'unix', 'tests/canary'],
    error: /^tests\/canary\/([^:]+):(\d+):\d+: .*\[Error/gmu,
    planted: ['planted.ts:6'],
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

/** One test for each checker: passed if it finds exactly the planted errors. */
export async function checkCanary() {
  const exact = await Promise.all(WATCHES.map(findsPlanted));
  const failures = WATCHES.filter((_, index) => !exact[index]).map(({ program }) => `${program} misses planted errors`);
  return { passed: exact.filter(Boolean).length, failures };
}
