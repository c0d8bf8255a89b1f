/**
 * npm run bench: runs every tests/bench/*.bench.ts or .mjs and prints ONE JSON document.
 *
 *   npm run --silent bench                  all of them
 *   npm run --silent bench -- cold-start    those whose file name contains a word
 *
 * Such a module default-exports an async function that returns `{ name, … }`: figures with their unit in the key
 * (`medianMs`, `pssMiB`), and ratios to a baseline taken in the same run rather than bare figures. It is bundled, and run
 * in a process of its own with the checkout as the working directory and the garbage collector at hand (`gc()`).
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { electronEnvironment, machineSwitches, prepareElectron } from './electron.mjs';
import { lastWords, run, say } from './process.mjs';
import { at, buildIfStale, ROOT } from './project.mjs';
import { onVirtualScreen } from './screen.mjs';

const BENCHES = at('tests', 'bench');
const BUNDLES = at('out', 'bench');
const RUN_ONE = 'const { default: bench } = await import(process.argv[1]); console.log(JSON.stringify(await bench()));';

/** Bundles the project's own modules, so that what is measured runs as it does in the app; packages stay outside. */
async function bundle(file) {
  const name = `${basename(file).replace(/\.\w+$/u, '')}.mjs`;
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: file,
      outDir: BUNDLES,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(BUNDLES, name);
}

async function measure(file, env) {
  say(`Measuring ${basename(file)} …`);
  const line = ['--expose-gc', '--input-type=module', '-e', RUN_ONE, await bundle(file)];
  const result = await run(...onVirtualScreen(process.execPath, line), { cwd: ROOT, env, waiting: 'measuring' });
  const answer = result.stdout.trim().split('\n').at(-1) ?? '';
  if (result.code === 0) return JSON.parse(answer);
  say(lastWords(result, 20));
  return { name: basename(file), failed: lastWords(result, 3) };
}

const words = process.argv.slice(2);
const files = (await readdir(BENCHES))
  .filter(
    (name) => /\.bench\.(?:ts|mjs)$/u.test(name) && (words.length === 0 || words.some((word) => name.includes(word))),
  )
  .sort()
  .map((name) => join(BENCHES, name));

const runtime = await prepareElectron();
await buildIfStale();
await rm(BUNDLES, { recursive: true, force: true });
await mkdir(BUNDLES, { recursive: true });
const env = {
  ...electronEnvironment(runtime),
  ASSENT_ELECTRON: runtime.executable,
  ASSENT_ELECTRON_SWITCHES: machineSwitches().join(' '),
};
const benches = [];
for (const file of files) benches.push(await measure(file, env));

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
const document = { electron: runtime.version, node: process.versions.node, machine, benches };
process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
process.exitCode = benches.some((bench) => bench.failed) ? 1 : 0;
