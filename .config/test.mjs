/**
 * npm test: everything that can be checked here in some minutes, with a small sample of what `npm run test:nightly` does
 * at length. Ends with the plain line `N passed, N failed`; each static check counts as one test.
 */
import { checkCanary, TYPED_LINT } from './canary.mjs';
import { ensurePackages, hasProgram, TEST_PROGRAMS } from './debian.mjs';
import { runE2e } from './e2e.mjs';
import { runLane } from './lane.mjs';
import { writeCatalogue } from './messages.mjs';
import { checkMutants } from './mutation.mjs';
import { lastWords, say } from './process.mjs';
import { runProgram } from './project.mjs';
import { runUnit } from './unit.mjs';

const PRETTIER = ['--config', '.config/prettier.json', '--check', '.'];
/** Always the same few mutants for the same sources: a daily run may not fail by bad luck. */
const MUTANTS = 1;
/** After this no further one is begun, so that a busy machine does not spend the day on them. */
const MUTATION_PATIENCE = 40_000;
const MUTATION_SEED = 2026;

/** A static check as one test: its whole output is shown when it fails. */
async function oneCheck(name, program, args) {
  const result = await runProgram(program, args);
  if (result.code === 0) return { passed: 1, failures: [] };
  say(lastWords(result, 200));
  return { passed: 0, failures: [`${name}: see the output of this check above`] };
}

/** The programs that judge the app's PDFs and signatures independently of it. */
async function judges() {
  const absent = Object.keys(TEST_PROGRAMS).filter((name) => !hasProgram(name));
  if (absent.length > 0) await ensurePackages([...new Set(absent.map((name) => TEST_PROGRAMS[name]))], 'run the tests');
  return { passed: 1, failures: [] };
}

/** The generated module of texts, which the checks after it read; a catalogue that is not whole is a failure of its own. */
async function catalogue() {
  await writeCatalogue();
  return { passed: 1, failures: [] };
}

/** The longest first: they are begun in this order. */
const STATIC = {
  lint: ['eslint', ['--config', '.config/eslint.mjs', '--max-warnings', '0', '.']],
  'types in use': [
    'oxlint',
    [...TYPED_LINT, '--ignore-pattern', 'tests/canary/**', 'src-main', 'src-renderer', 'tests', '.config'],
  ],
  // It checks plain modules like components; the planted errors below show that it does.
  types: ['svelte-check', ['--tsconfig', 'tsconfig.json', '--fail-on-warnings']],
  format: ['prettier', PRETTIER],
};

await runLane(
  { 'judging programs': judges },
  { 'message catalogue': catalogue },
  {
    ...Object.fromEntries(Object.entries(STATIC).map(([name, line]) => [name, () => oneCheck(name, ...line)])),
    'planted errors': checkCanary,
  },
  { 'unit and component tests': () => runUnit() },
  {
    'a few mutants': () =>
      checkMutants({ count: MUTANTS, seed: MUTATION_SEED, patience: MUTATION_PATIENCE, quick: true }),
  },
  { 'tests in Electron': () => runE2e() },
);
