import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastWords, run, say } from './process.mjs';

/** Debian packages that Electron's binary and a screen without a monitor need. */
export const SCREEN_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
  'libatspi2.0-0',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
];

/** Debian packages with the independent judges that tests ask, by the program each one brings. */
export const TEST_PROGRAMS = {
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  chromium: 'chromium',
  bindfs: 'bindfs',
  // With it comes python3-icalendar, which the tests ask as well.
  khal: 'khal',
};

/** How long another installation on this machine is waited for. */
const PATIENCE_SECONDS = 600;
const RETRY_SECONDS = 5;

/** What apt-get says when another program has the package system; it waits by itself only for dpkg's own lock. */
const LOCKED = /(?:Waiting for cache lock|Could not get lock|Unable to (?:lock|acquire))[^\r\n]*/u;
const HOLDER = /held by (process \d+ \([^)\n]*\))/u;

const isRoot = () => process.getuid?.() === 0;

/** Whether a program of this name can be started. */
export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Of these packages, the ones that are not installed; since 2024 some carry the suffix t64 (64-bit time). */
async function missing(packages) {
  const names = packages.flatMap((name) => [name, `${name}t64`]);
  const { stdout } = await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/** The name under which this release of Debian or Ubuntu can really install a package. */
async function installableName(name) {
  for (const candidate of [name, `${name}t64`]) {
    const { stdout } = await run('apt-cache', ['policy', candidate]);
    if (/Candidate: (?!\(none\))\S/u.test(stdout)) return candidate;
  }
  return name;
}

/** Says who has the package system, from what apt-get has printed about a lock. */
function lockWords(printed) {
  const holder = HOLDER.exec(printed)?.[1] ?? 'another program';
  return `waiting for another installation on this machine to end: ${holder} has the package system`;
}

/** What is being waited for: another installation while the last line that apt-get printed is about a lock. */
function waitingWords(purpose, printed) {
  const last =
    printed
      .trim()
      .split(/[\r\n]+/u)
      .at(-1) ?? '';
  return LOCKED.test(last) ? lockWords(last) : purpose;
}

/**
 * Runs apt-get without questions, and waits while another program has the package system: apt-get itself for dpkg's
 * lock, a retry for the locks of the lists and the archives, which it gives up at once.
 */
async function aptGet(args, purpose) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const line = ['-o', `DPkg::Lock::Timeout=${PATIENCE_SECONDS}`, '-q', ...args];
  const patience = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const result = await run('apt-get', line, { env, waiting: (printed) => waitingWords(purpose, printed) });
    if (result.code === 0 || !LOCKED.test(result.stderr) || Date.now() > patience) return result;
    say(`  ${lockWords(result.stderr)}; trying again in ${RETRY_SECONDS} s`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_SECONDS * 1000));
  }
}

/**
 * Makes sure that Debian packages are there: installs the missing ones as root, else throws a sentence that names them.
 *
 * @param {readonly string[]} packages
 * @param {string} purpose what they are for, as the end of "needed to …"
 */
export async function ensurePackages(packages, purpose) {
  if (process.platform !== 'linux') return;
  const command = (names) => `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!hasProgram('dpkg-query') || !hasProgram('apt-get')) {
    say(`This is not a Debian system: if the next step fails, install what it calls ${packages.join(', ')}.`);
    return;
  }
  const absent = await missing(packages);
  if (absent.length === 0) return;
  if (!isRoot())
    throw new Error(`System packages are missing that are needed to ${purpose}. Please run: sudo ${command(absent)}`);
  say(`Installing ${absent.length} system packages, needed to ${purpose}: ${absent.join(' ')}`);
  const update = await aptGet(['update'], 'reading the package lists');
  const names = await Promise.all(absent.map(installableName));
  const install = await aptGet(['install', '-y', '--no-install-recommends', ...names], 'installing system packages');
  if (install.code === 0) return;
  const words = update.code === 0 ? lastWords(install) : `${lastWords(update)}\n${lastWords(install)}`;
  throw new Error(`System packages needed to ${purpose} could not be installed (${command(names)}):\n${words}`);
}
