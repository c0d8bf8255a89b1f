import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeCatalogue } from './messages.mjs';

await writeCatalogue();

const ROOT = new URL('..', import.meta.url).pathname;
const PAGE = 'tests/unit/renderer/**/*.test.ts';
const ALL = 'tests/{unit,forger}/**/*.test.ts';

/** Which tests `.config/mutation.mjs` asks for: those of the mutated file's own room, or the others. */
const [which, room] = (process.env['ASSENT_TESTS'] ?? '').split(':');
const own = `tests/unit/${room}/**/*.test.ts`;
const include = which === 'own' ? own : ALL;
const exclude = which === 'others' ? [PAGE, own] : [PAGE];

/** Tests that put another module in the place of one: a worker that has met it keeps it for the files that follow. */
const replacing = (files: string, without: readonly string[] = []): string[] =>
  globSync(files, { cwd: ROOT, exclude: without }).filter((file) =>
    /\bvi\.(?:mock|doMock)\(/u.test(readFileSync(ROOT + file, 'utf8')),
  );
const apart = replacing(include, exclude);
const pageApart = replacing(PAGE);

const fault = process.env['ASSENT_MUTANT'];
/** Plants the one fault that `.config/mutation.mjs` is about, while the file is loaded: the source stays as it is. */
function planted(): Plugin[] {
  if (fault === undefined) return [];
  const { file, start, end, text } = JSON.parse(fault) as { file: string; start: number; end: number; text: string };
  return [
    {
      name: 'planted-fault',
      enforce: 'pre',
      load: (id) => {
        // The styles of a component are asked for under its own name.
        if (id.split('?')[0] !== ROOT + file || /[?&]type=style/u.test(id)) return undefined;
        const source = readFileSync(ROOT + file, 'utf8');
        return source.slice(0, start) + text + source.slice(end);
      },
    },
  ];
}

/** In the long run of the properties (ASSENT_FUZZ) each has many more inputs, and as much more time. */
const long = process.env['ASSENT_FUZZ'] !== undefined;
/** Made for each project anew: plugins add to the lists they are given. */
const shared = (...more: readonly string[]) => ({
  // A cached module would carry its fault into the next run.
  fsModuleCache: fault === undefined,
  testTimeout: long ? 4 * 60 * 60_000 : 30_000,
  // The first hook of a worker loads the app: on a busy machine that takes as long as a test may.
  hookTimeout: 30_000,
  setupFiles: [...(long ? ['tests/unit/many-runs.ts'] : []), ...(fault ? ['tests/unit/with-a-fault.ts'] : []), ...more],
});
const ofPage = () => ({
  plugins: [...planted(), svelte({ configFile: false, compilerOptions: { runes: true } }), svelteTesting()],
});
const inWindow = () => ({
  environment: './tests/unit/renderer/given/window.ts',
  ...shared('tests/unit/renderer/given/after-each.ts'),
});

/**
 * Unit tests mirror src-main and run in Node; component tests run in happy-dom. Projects of their own, because the browser
 * condition that Svelte's components need would give Node's tests the DOM builds of packages. Modules keep nothing between
 * tests, or `given/after-each.ts` takes it away, so that a worker loads them once for all of its files: that is half of what
 * a run costs.
 */
export default defineConfig({
  root: ROOT,
  test: {
    testTimeout: 30_000,
    // One worker fewer than that, as is usual, leaves half of a machine with two processors idle.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src-renderer/**/*.{ts,svelte}'],
      reportsDirectory: 'test-results/coverage',
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 95 },
    },
    projects: [
      {
        plugins: planted(),
        test: { name: 'unit', include: [include], exclude: [...exclude, ...apart], isolate: false, ...shared() },
      },
      { plugins: planted(), test: { name: 'replacing', include: apart, ...shared() } },
      { ...ofPage(), test: { name: 'page', include: [PAGE], exclude: pageApart, isolate: false, ...inWindow() } },
      { ...ofPage(), test: { name: 'page-replacing', include: pageApart, ...inWindow() } },
    ],
  },
});
