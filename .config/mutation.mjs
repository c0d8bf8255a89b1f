/**
 * Do the unit tests notice a fault? Plants one small fault at a time in the core, or in the page, and runs the tests that
 * reach it.
 * Survivors are a report for a person: some are equal to the original, some show a test that is missing. Only a run in
 * which nothing at all is killed fails, because then it is the tests, or this runner, that look at nothing.
 *
 *   node .config/mutation.mjs [how many] [core|page]      ASSENT_SEED chooses which
 *
 * Sources are never written to: `.config/vitest.ts` plants the fault while a file is loaded.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutantsOf, sample } from './mutants.mjs';
import { lastWords, say } from './process.mjs';
import { at, runProgram } from './project.mjs';
import { unitOutcome } from './test-report.mjs';

/** Rooms that are core as a whole; the verifier's page is tested in a browser, which takes its own build. */
const ROOMS = ['term', 'compare', 'ledger', 'acceptance'];
const NOT_CORE = /\/ledger\/verifier\//u;
/** Of the reading, what finds facts: figures, dates, parties and tiers. Each name must exist, wherever it stands. */
const FACTS = [
  'classify.ts',
  'emphasise.ts',
  'facts.ts',
  'invoice-days.ts',
  'number-use.ts',
  'numerals.ts',
  'parties.ts',
  'provider.ts',
  'quantities.ts',
  'sentence-kinds.ts',
  'stated-date.ts',
  'tiers.ts',
  'written-numbers.ts',
];
/** A run that takes longer goes in circles, or the machine is too busy to tell: neither killed nor survived. */
const LONGEST_MS = 60_000;

/** While nothing is killed, more are drawn, up to so many times what was asked for: bad luck is no failure. */
const ROUNDS = 3;

/** @typedef {import('./mutants.mjs').Mutant} Mutant */
/** @typedef {Mutant & { verdict: 'killed' | 'survived' | 'out of time', by?: string }} Judged */

async function coreFiles() {
  const inRoom = async (room) =>
    (await readdir(at('src-main', room), { recursive: true }))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src-main', room, name).replaceAll('\\', '/'));
  const whole = (await Promise.all(ROOMS.map(inRoom))).flat().filter((file) => !NOT_CORE.test(file));
  const facts = (await inRoom('agreement')).filter((file) => FACTS.includes(basename(file)));
  const lost = FACTS.filter((name) => !facts.some((file) => basename(file) === name));
  if (lost.length > 0) throw new Error(`.config/mutation.mjs names files that are not there: ${lost.join(', ')}`);
  return [...whole, ...facts].sort();
}

/** Modules and components of the page; what only mounts it has no test of its own. */
export async function pageFiles() {
  const names = await readdir(at('src-renderer'), { recursive: true });
  return names
    .filter((name) => /\.(?:ts|svelte)$/u.test(name) && name !== 'main.ts')
    .map((name) => join('src-renderer', name).replaceAll('\\', '/'))
    .sort();
}

const PARTS = { core: coreFiles, page: pageFiles };

/** Runs vitest and reads its report; undefined if it did not end in time. Throws if it broke down. */
async function vitest(args, env) {
  const file = at('test-results', 'mutant.json');
  await rm(file, { force: true });
  const line = ['--config', '.config/vitest.ts', '--passWithNoTests'];
  const reporters = [
    '--reporter=json',
    `--reporter=${at('.config', 'first-failure.mjs')}`,
    `--outputFile.json=${file}`,
  ];
  // With what it has started: a fault can send one of its processes round in circles.
  const options = { env: { ...process.env, ...env, ASSENT_FAILURE: file }, timeout: LONGEST_MS, whole: true };
  const result = await runProgram('vitest', [...args, ...line, ...reporters], options);
  if (result.code === 124) return undefined;
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (report) return report;
  if (result.code !== 0) throw new Error(`vitest broke down:\n${lastWords(result, 20)}`);
  // No report from a run that went well: there was no test to run.
  return { testResults: [] };
}

const faultIn = ({ file, start, end, text }) => ({ ASSENT_MUTANT: JSON.stringify({ file, start, end, text }) });

const sound = new Map();
/** Whether a test file passes under the same conditions with a fault that is none: only then can it kill. */
async function isSound(file, mutant) {
  if (!sound.has(file)) {
    const report = await vitest(['run', file], faultIn({ ...mutant, start: 0, end: 0, text: '' }));
    sound.set(file, report !== undefined && report.testResults.length > 0 && report.success);
  }
  return sound.get(file);
}

/**
 * Which tests are asked, the quick ones that kill most first: the room's own, then the others that reach the file. The page
 * has no others; there the tests of the file's own folder come first, then all that reach it.
 */
function roundsFor(file) {
  const [house, room, feature] = file.split('/');
  const reaching = (which) => ({ which: `${which}:${room}`, args: ['related', file, '--run'] });
  if (house !== 'src-renderer') return [reaching('own'), reaching('others')];
  const mirrored = `tests/unit/renderer/${room === 'features' ? `${room}/${feature}` : room}`;
  const near = existsSync(at(mirrored)) ? [{ which: `own:${room}`, args: ['run', mirrored] }] : [];
  return [...near, reaching('own')];
}

/**
 * @param {Mutant} mutant
 * @param {boolean} quick asks the room's own tests alone, and leaves what they let live to the long run
 * @returns {Promise<Judged>}
 */
export async function judge(mutant, quick = false) {
  const rounds = roundsFor(mutant.file);
  for (const { which, args } of quick ? rounds.slice(0, 1) : rounds) {
    const report = await vitest([...args, '--bail=1'], { ...faultIn(mutant), ASSENT_TESTS: which });
    if (report === undefined) return { ...mutant, verdict: 'out of time' };
    const broken = report.testResults.filter(({ status }) => status === 'failed');
    // Files that were cut short by the first failure count as failed too: the one with a failed test says more.
    const failed = broken.find((each) => each.assertionResults.some(({ status }) => status === 'failed')) ?? broken[0];
    if (!failed) continue;
    if (!(await isSound(failed.name, mutant))) throw new Error(`${failed.name} fails without any fault planted`);
    return { ...mutant, verdict: 'killed', by: unitOutcome({ testResults: [failed] }).failures[0] ?? '' };
  }
  return { ...mutant, verdict: 'survived' };
}

/**
 * @param {{ count: number, seed: number, patience?: number, part?: 'core' | 'page', quick?: boolean }} choice after so many
 *   milliseconds no further one is begun; quick: see `judge`
 * @returns {Promise<import('./test-report.mjs').Outcome>}
 */
export async function checkMutants({ count, seed, patience = Infinity, part = 'core', quick = false }) {
  const files = await PARTS[part]();
  const all = [];
  for (const file of files) all.push(...mutantsOf(file, await readFile(at(file), 'utf8')));
  say(`${count} of ${all.length} possible faults in ${files.length} files, chosen by ASSENT_SEED=${seed}`);
  const judged = [];
  const begun = Date.now();
  for (const mutant of sample(all, count * ROUNDS, seed)) {
    const started = Date.now();
    const enough = judged.length >= count || started - begun > patience;
    if (enough && judged.some(({ verdict }) => verdict === 'killed')) break;
    const result = await judge(mutant, quick);
    judged.push(result);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    say(`  ${result.verdict.padEnd(11)} ${mutant.file}:${mutant.line}  ${mutant.words}  (${seconds} s)`);
    if (result.by) say(`              by ${result.by}`);
  }
  await writeFile(at('test-results', `mutants-${part}.json`), `${JSON.stringify({ seed, judged }, undefined, 2)}\n`);
  const of = (verdict) => judged.filter((each) => each.verdict === verdict);
  say(`${of('killed').length} killed, ${of('survived').length} survived, ${of('out of time').length} out of time`);
  const blind = of('killed').length === 0 ? ['mutation: not one planted fault was noticed by the unit tests'] : [];
  return { passed: blind.length === 0 ? 1 : 0, failures: blind, skips: [], unreached: 0 };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const count = Number(process.argv[2] ?? 20);
  const seed = Number(process.env.ASSENT_SEED ?? Date.now() % 2 ** 31);
  const { failures } = await checkMutants({ count, seed, part: process.argv[3] === 'page' ? 'page' : 'core' });
  for (const failure of failures) say(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
