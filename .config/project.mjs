/** The checkout: where it is, the development programs installed in it, and whether its build is up to date. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastWords, run, say } from './process.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const at = (...parts) => join(ROOT, ...parts);

const PROGRAMS = {
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  eslint: 'eslint/bin/eslint.js',
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  'svelte-check': 'svelte-check/bin/svelte-check',
  playwright: '@playwright/test/cli.js',
  'electron-builder': 'electron-builder/cli.js',
};

/** A development program as arguments for this same Node: independent of PATH and of Windows' shims. */
export const program = (name) => at('node_modules', PROGRAMS[name]);

/** Runs a development program from the checkout's root; options as in process.mjs. */
export function runProgram(name, args, options = {}) {
  return run(process.execPath, [program(name), ...args], { cwd: ROOT, ...options });
}

const BUILT = at('out', 'main', 'index.cjs');
const SOURCES = ['src-main', 'src-renderer', 'assets', '.config/vite.ts', 'package.json', 'package-lock.json'];

/** The latest modification under a file or folder, in milliseconds since the epoch. */
async function newest(path) {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(own.mtimeMs, ...inside);
}

/** Builds the app unless what is in out/ is newer than every source; throws the builder's last words if it fails. */
export async function buildIfStale() {
  const changed = Math.max(...(await Promise.all(SOURCES.map((source) => newest(at(source))))));
  if (existsSync(BUILT) && (await stat(BUILT)).mtimeMs > changed) return;
  say('Building the app …');
  const result = await runProgram('vite', ['build', '--app', '--config', '.config/vite.ts', '--logLevel', 'warn']);
  if (result.code !== 0) throw new Error(`The build failed:\n${lastWords(result, 30)}`);
}
