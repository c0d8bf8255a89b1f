/**
 * better-sqlite3 for runtimes that stop at Node-API 9 (Node 20, Electron before 36). Its prebuilt files need version 10
 * and crash there. The package carries its whole source, SQLite included, so it is compiled straight from it: no
 * node-gyp, no Python, no headers to download.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached } from '../cache.mjs';
import { ensurePackages, hasProgram } from '../debian.mjs';
import { lastWords, run, say } from '../process.mjs';

const require = createRequire(import.meta.url);
const SHIM = fileURLToPath(new URL('native/string_reference.h', import.meta.url));
const FILE = 'better_sqlite3.node';

const packageFolder = (name) => dirname(require.resolve(`${name}/package.json`));

/** SQLite's own compile-time options, as better-sqlite3 sets them for its prebuilt files. */
async function sqliteDefines(source) {
  const text = await readFile(join(source, 'deps', 'defines.gypi'), 'utf8');
  return [...text.matchAll(/'((?:SQLITE|HAVE)_[^']+)'/gu)].map(([, define]) => `-D${define}`);
}

/** Compiles into `folder`; throws the compiler's last words if it cannot. */
async function compile(folder) {
  const source = packageFolder('better-sqlite3');
  const sqlite = join(source, 'deps', 'sqlite3');
  const objects = await mkdtemp(join(tmpdir(), 'assent-sqlite-'));
  const step = async (program, args) => {
    const result = await run(program, args, { waiting: 'compiling' });
    if (result.code !== 0) throw new Error(`better-sqlite3 could not be compiled (${program}):\n${lastWords(result)}`);
  };
  const common = ['-c', '-fPIC', '-O2', '-DNDEBUG', '-pthread', '-fvisibility=hidden', `-I${sqlite}`];
  try {
    await Promise.all([
      step('gcc', [
        ...common,
        '-std=c99',
        '-D_GNU_SOURCE',
        '-w',
        ...(await sqliteDefines(source)),
        join(sqlite, 'sqlite3.c'),
        '-o',
        join(objects, 'sqlite3.o'),
      ]),
      step('g++', [
        ...common,
        '-std=c++20',
        '-w',
        '-DNAPI_VERSION=9',
        '-DNAPI_DISABLE_CPP_EXCEPTIONS',
        '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
        '-DNODE_GYP_MODULE_NAME=better_sqlite3',
        '-DBUILDING_NODE_EXTENSION',
        `-I${join(packageFolder('node-api-headers'), 'include')}`,
        `-I${packageFolder('node-addon-api')}`,
        '-include',
        SHIM,
        join(source, 'src', 'better_sqlite3.cpp'),
        '-o',
        join(objects, 'better_sqlite3.o'),
      ]),
    ]);
    await step('g++', [
      '-shared',
      '-pthread',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      join(objects, 'better_sqlite3.o'),
      join(objects, 'sqlite3.o'),
      '-ldl',
      '-o',
      join(folder, FILE),
    ]);
  } finally {
    await rm(objects, { recursive: true, force: true });
  }
}

/**
 * The compiled better-sqlite3 for Node-API 9, made once per user and version (about a minute).
 *
 * @returns {Promise<string>} path of the .node file, for better-sqlite3's `nativeBinding` option
 */
export async function prepareSqliteBinding() {
  const { version } = JSON.parse(await readFile(join(packageFolder('better-sqlite3'), 'package.json'), 'utf8'));
  const recipe = createHash('sha256')
    .update(await readFile(fileURLToPath(import.meta.url)))
    .update(await readFile(SHIM))
    .digest('hex');
  const name = `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}-${recipe.slice(0, 8)}`;
  const folder = await cached(name, async (draft) => {
    if (!hasProgram('g++') || !hasProgram('gcc')) await ensurePackages(['g++', 'gcc'], 'compile better-sqlite3');
    say(`Compiling better-sqlite3 ${version} for this runtime, once (about a minute) …`);
    await compile(draft);
  });
  return join(folder, FILE);
}
