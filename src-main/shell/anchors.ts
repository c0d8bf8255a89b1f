import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { type AnchorStorage, type NotePlace, readNote } from '../kernel/backup/anchors.ts';
import { NOTES_FOLDER, noteIdOf, noteName } from '../kernel/backup/note-places.ts';
import type { AnchorKeeper, KeychainPort } from '../kernel/ports.ts';
import { replaceFile } from './written-file.ts';

const idOf = (folder: string): string => noteIdOf(folder, hostname());

const directory = (): string => join(app.getPath('appData'), NOTES_FOLDER);

const fileOf = (folder: string, place: NotePlace): string => join(directory(), noteName(idOf(folder), place));

/** Whether a ledger in this folder was ever noted: there were records. */
export const wasAnchored = (folder: string): boolean =>
  existsSync(fileOf(folder, 'second-file')) || existsSync(fileOf(folder, 'keychain'));

/** What the plain file says of the ledger: how many entries it had when it was last noted, and when. */
export function lastNoted(folder: string): { readonly entries: number; readonly at: string } | undefined {
  const file = fileOf(folder, 'second-file');
  const note = existsSync(file) ? readNote(readFileSync(file, 'utf8')) : undefined;
  return note && { entries: note.head.sequence, at: note.at };
}

/**
 * The anchors of a data folder's ledger: a plain file, and where there is a keychain one that only it can have written.
 */
export function anchorFiles(folder: string, keychain: KeychainPort): AnchorStorage {
  return {
    where: idOf(folder),
    places: () => (keychain.available ? ['second-file', 'keychain'] : ['second-file']),
    read: (place) => {
      const file = fileOf(folder, place);
      if (!existsSync(file)) return undefined;
      try {
        const bytes = readFileSync(file);
        return new TextDecoder().decode(place === 'keychain' ? keychain.open(bytes) : bytes);
      } catch {
        return null;
      }
    },
    write: (place, text) => {
      mkdirSync(directory(), { recursive: true, mode: 0o700 });
      chmodSync(directory(), 0o700);
      const bytes = new TextEncoder().encode(text);
      replaceFile(fileOf(folder, place), place === 'keychain' ? keychain.seal(bytes) : bytes, 0o600);
    },
  };
}

/** How long after a change the ledger is noted: several changes are noted once. */
const SOON_MS = 2_000;

/**
 * Notes the ledger soon after each change, and at the end. An older note is one that the ledger still agrees with: where
 * none can be written, on a full disk, it is `failed` that hears of it, and the work and the end go on.
 */
export function noting(
  anchors: Pick<AnchorKeeper, 'note'>,
  failed: (error: unknown) => void,
): { readonly soon: () => void; readonly now: () => void } {
  let waiting: NodeJS.Timeout | undefined;
  const now = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    try {
      anchors.note();
    } catch (error) {
      failed(error);
    }
  };
  return {
    soon: () => {
      waiting ??= setTimeout(now, SOON_MS);
    },
    now,
  };
}
