import { existsSync, readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { sentence } from '../agreement/sentence.ts';
import { ANCHORED, readNote } from '../kernel/backup/anchors.ts';
import { NOTES_FOLDER, noteIdOf, noteName } from '../kernel/backup/note-places.ts';
import { readSetting, settingFault } from '../kernel/papers/settings.ts';
import { remark, unchecked } from '../ledger/bundle-check.ts';
import type { Anchor, Check } from '../ledger/verdict.ts';
import type { Store } from '../store/store.ts';

/** What is known of a folder's ledger from outside of it, on this computer. */
export interface NotedOutside {
  readonly anchors: readonly Anchor[];
  /** What could not be compared, and why. */
  readonly checks: readonly Check[];
}

const WHAT = sentence('cli.verify.notes');

/** Where the system keeps what apps note; the app asks Electron, which answers the same. */
function appData(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  if (process.platform === 'win32') return APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return XDG_CONFIG_HOME || join(homedir(), '.config');
}

/**
 * The notes that the app keeps of the ledger in a folder: the second file is read; the one that only the system's keychain opens is
 * not, and that is said. On another computer, and of a copy in another place, there are none.
 */
export function notedOutside(folder: string, store: Store): NotedOutside {
  const id = noteIdOf(folder, hostname());
  const place = (of: 'second-file' | 'keychain'): string => join(appData(), NOTES_FOLDER, noteName(id, of));
  const sealed = existsSync(place('keychain')) ? [unchecked(WHAT, sentence('cli.verify.keychain-unread'))] : [];
  const file = place('second-file');
  const note = existsSync(file) ? readNote(readFileSync(file, 'utf8')) : undefined;
  if (note) {
    const { first, head, keyId } = note;
    return {
      anchors: [{ where: 'second-file', ...head, first, ...(keyId === undefined ? {} : { keyId }) }],
      checks: sealed,
    };
  }
  const kept = settingFault(store, ANCHORED) ? undefined : readSetting(store, ANCHORED);
  const isGone = existsSync(file) || (kept?.where === id && kept.places.includes('second-file'));
  const told = isGone
    ? unchecked(WHAT, sentence('cli.verify.note-gone'))
    : remark(WHAT, sentence('cli.verify.not-noted'));
  return { anchors: [], checks: [told, ...sealed] };
}
