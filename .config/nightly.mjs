/**
 * npm run test:nightly: the long ones, of which `npm test` runs a small sample. Hours, not minutes; nothing here is needed
 * before a change, all of it before a release. Parts of their names choose among them: `npm run test:nightly -- kills scan`.
 *
 * ASSENT_SEED makes fuzzing and mutation repeatable; without it each night draws anew and says what it drew.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePackages, TEST_PROGRAMS } from './debian.mjs';
import { checkBlankComponents } from './blank-components.mjs';
import { runE2e } from './e2e.mjs';
import { runLane } from './lane.mjs';
import { checkMutants } from './mutation.mjs';
import { run, say } from './process.mjs';
import { at } from './project.mjs';
import { runUnit } from './unit.mjs';

const FUZZ = process.env.ASSENT_FUZZ ?? '20000';
const KILLS = process.env.ASSENT_KILLS ?? '1000';
const VERSIONS = process.env.ASSENT_VERSIONS ?? '10000';
const SCANS = process.env.ASSENT_SCANS ?? '200';
const MUTANTS = Number(process.env.ASSENT_MUTANTS ?? 300);
const seed = process.env.ASSENT_SEED ?? String(Math.floor(Date.now() / 1000) % 2 ** 31);

const PRINT = /^tests\Wunit\Wpdf\W/u;

/** The unit tests in whose text a word stands: they are found wherever their folders move. */
async function testsWith(word) {
  const names = await readdir(at('tests', 'unit'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.test.ts')).map((name) => join('tests', 'unit', name));
  const has = await Promise.all(files.map(async (file) => word.test(await readFile(at(file), 'utf8'))));
  const found = files.filter((_, index) => has[index]).sort();
  if (found.length === 0) throw new Error(`no unit test speaks of ${word.source}`);
  return found;
}

const PARTS = {
  // Every property of reading, importing, comparing, dates, money and the ledger, and the mutated files of each format.
  // A property of print sets a whole PDF for each input, and keeps the number it asks for.
  'fuzzed inputs': async () =>
    runUnit(
      (await testsWith(/from 'fast-check'|ASSENT_FUZZ/u)).filter((file) => !PRINT.test(file)),
      { ASSENT_FUZZ: FUZZ, ASSENT_SEED: seed },
    ),
  'all kinds of scans': async () => runUnit(await testsWith(/ASSENT_SCANS/u), { ASSENT_SCANS: SCANS }),
  'a library of ten years': async () => runUnit(await testsWith(/ASSENT_VERSIONS/u), { ASSENT_VERSIONS: VERSIONS }),
  'every byte of a ledger': async () => runUnit(await testsWith(/ASSENT_FLIPS/u), { ASSENT_FLIPS: '1' }),
  'forgeries in a browser': async () => runUnit(['tests/forger/browser'], { ASSENT_FORGERIES: 'all' }),
  'every glyph': async () => runUnit(await testsWith(/ASSENT_GLYPHS/u), { ASSENT_GLYPHS: 'full' }),
  kills: () => runE2e(['kills'], { ASSENT_KILLS: KILLS }),
  'a real keychain': realKeychain,
  'packed starts': packedStarts,
  'every paper': () => runE2e(['every-paper', 'english-papers'], { ASSENT_PAPERS: '1' }),
  'appearance matrix': () => runE2e(['appearance'], { ASSENT_APPEARANCE: 'all' }),
  mutation: () => checkMutants({ count: MUTANTS, seed: Number(seed) }),
  // Fails under the floor that `.config/vitest.ts` sets.
  'lines of the page': () => runUnit(['--project', 'page*', '--coverage']),
  'components without their markup': () => checkBlankComponents(),
  'mutation of the page': () => checkMutants({ count: MUTANTS, seed: Number(seed), part: 'page' }),
};

/** GNOME's keychain over a bus of its own, without a desktop. */
async function realKeychain() {
  await ensurePackages(['gnome-keyring', 'dbus'], 'run the tests');
  return runE2e(['e2e/keychain'], { ASSENT_KEYCHAIN: '1' });
}

/** Every failure of the start in the packed app, with its fuses set as they are shipped. */
async function packedStarts() {
  const { code } = await run(process.execPath, [at('.config', 'package.mjs'), '--linux', 'dir'], { show: true });
  if (code !== 0) throw new Error(`packing ended with code ${code}`);
  return runE2e(['e2e/starts', '-g', 'says so when'], { ASSENT_PACKED: at('dist', 'linux-unpacked', 'assent') });
}

const words = process.argv.slice(2);
const chosen = Object.entries(PARTS).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.length === 0) {
  say(`Nothing is called ${words.join(' or ')}; there are: ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else {
  say(`ASSENT_SEED=${seed}`);
  await ensurePackages([...new Set(Object.values(TEST_PROGRAMS))], 'run the tests');
  await runLane(...chosen.map(([name, part]) => ({ [name]: part })));
}
