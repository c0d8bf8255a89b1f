/**
 * Which tests may be skipped, why, and when. A lane fails for every skip that no row allows: a skip is a check that did
 * not happen, and nobody may have to find that out by counting.
 */
import { existsSync } from 'node:fs';
import { hasProgram } from './debian.mjs';
import { canMount } from './mounts.mjs';
import { at } from './project.mjs';

/**
 * @typedef {object} SkipRow
 * @property {RegExp} pattern looked for in `file › name (what Playwright was told as the reason)`
 * @property {string} reason as the end of "skipped, because …"
 * @property {() => boolean} when whether that is so on this machine and in this run
 */

/** Tests that say `(needs program)`, or are told by other words of theirs, and the program that judges in them. */
const without = (program, words = []) => ({
  pattern: new RegExp([String.raw`\(needs [^)]*\b${program}\b`, ...words].join('|'), 'iu'),
  reason: `${program} is not on this machine`,
  when: () => !hasProgram(program),
});

/** @type {readonly SkipRow[]} */
export const SKIPS = [
  {
    pattern: /reference (?:dump|input)|beside the reference|the two versions of the line agreement/u,
    reason: 'the reference dump is not on this machine (it is no part of the project)',
    when: () => !existsSync(at('..', 'shared', 'seeds', '000_c1edf32bc832e745.txt')),
  },
  {
    pattern: /pictures\.test\.ts/u,
    reason: 'the README’s pictures are taken anew only when asked for (ASSENT_PICTURES=1)',
    when: () => process.env.ASSENT_PICTURES !== '1',
  },
  {
    pattern: /keychain\.test\.ts/u,
    reason: 'a keychain of its own is started in the long run only (ASSENT_KEYCHAIN=1)',
    when: () => process.env.ASSENT_KEYCHAIN !== '1',
  },
  {
    pattern: /kills-elsewhere\.test\.ts/u,
    reason: 'what else writes is killed in the long run only (ASSENT_KILLS=1000); the click is killed here, too',
    when: () => Number(process.env.ASSENT_KILLS ?? 0) < 300,
  },
  {
    pattern: /every-paper\.test\.ts/u,
    reason: 'every paper is made and looked through in the long run only (ASSENT_PAPERS=1)',
    when: () => process.env.ASSENT_PAPERS !== '1',
  },
  {
    pattern: /looks\.test\.ts.*draws letters otherwise/u,
    reason: 'this machine draws letters otherwise than the one where the pictures of the screens were taken',
    when: () => true,
  },
  without('chromium', ['skipped: Debian’s chromium', 'Debian’s chromium is not installed']),
  without('pdftoppm', ['drawn by poppler', 'a page that comes back']),
  without('pdftotext'),
  {
    pattern: /lets nobody mount/u,
    reason: 'this machine lets nobody mount a file system',
    when: () => !canMount(),
  },
  {
    pattern: /\(needs bindfs\)/u,
    reason: 'bindfs is not on this machine, or it has no file systems in user space',
    when: () => !hasProgram('bindfs') || !existsSync('/dev/fuse'),
  },
  without('pdfsig', ['pdfsig, mutool and openssl are needed']),
  without('certutil'),
  without('mutool', ['pdfsig, mutool and openssl are needed']),
  without('qpdf'),
  without('khal'),
  without('openssl', ['pdfsig, mutool and openssl are needed']),
  without('python3', ['skipped: python3']),
];

/**
 * Sorts the skips of a lane by the reasons of the table.
 *
 * @param {readonly string[]} skipped `file › name (reason)` of each skipped test
 * @param {readonly SkipRow[]} [table]
 * @returns {{ listed: Map<string, string[]>, faults: string[] }} the tests by reason, and a sentence for each skip that
 *   no row allows
 */
export function judgeSkips(skipped, table = SKIPS) {
  const listed = new Map();
  const faults = [];
  for (const name of skipped) {
    const rows = table.filter(({ pattern }) => pattern.test(name));
    const row = rows.find(({ when }) => when());
    if (row) listed.set(row.reason, [...(listed.get(row.reason) ?? []), name]);
    else if (rows.length === 0) faults.push(`skipped, and .config/skips.mjs lists no reason: ${name}`);
    else faults.push(`skipped, although it is not so that ${rows.map(({ reason }) => reason).join(' or ')}: ${name}`);
  }
  return { listed, faults };
}
