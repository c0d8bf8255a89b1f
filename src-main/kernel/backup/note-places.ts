import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { NotePlace } from '../../ledger/anchors/ledger-note.ts';

/** Folder of the notes, beside the app's own and never in the data folder: whoever puts another folder there does not bring it along. */
export const NOTES_FOLDER = 'assent-anchors';

/** Which machine and data folder a note belongs to; neither can be read out of it. */
export const noteIdOf = (folder: string, machine: string): string =>
  createHash('sha256')
    .update(`${machine}\n${resolve(folder)}`)
    .digest('hex')
    .slice(0, 32);

/** What the note of a place is called: the one of the keychain only the keychain opens. */
export const noteName = (id: string, place: NotePlace): string => `${id}.${place === 'keychain' ? 'sealed' : 'json'}`;
