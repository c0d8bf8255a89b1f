import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/** Why a file could not be written, by the system's code. */
const REASONS: Readonly<Record<string, () => Sentence>> = {
  ENOSPC: () => sentence('shell.written-file.full'),
  EDQUOT: () => sentence('shell.written-file.full'),
  ENOENT: () => sentence('shell.written-file.no-folder'),
  ENOTDIR: () => sentence('shell.written-file.no-folder'),
  EISDIR: () => sentence('shell.written-file.is-folder'),
  ENAMETOOLONG: () => sentence('shell.written-file.long-name'),
  EINVAL: () => sentence('shell.written-file.bad-name'),
  EACCES: () => sentence('shell.written-file.not-allowed'),
  EPERM: () => sentence('shell.written-file.not-allowed'),
  EROFS: () => sentence('shell.written-file.read-only'),
  EBUSY: () => sentence('shell.written-file.in-use'),
  ETXTBSY: () => sentence('shell.written-file.in-use'),
  EEXIST: () => sentence('shell.written-file.exists'),
};

/**
 * Writes a whole file where the person chose, down to the disk. What a failure leaves of a new file is removed; nothing
 * in the records depends on it.
 * @throws Refusal `file-not-saved`, with the file's name and the reason.
 */
export function writeWhole(path: string, bytes: Uint8Array, flag: 'w' | 'wx' = 'w'): void {
  const isNew = !existsSync(path);
  let opened = false;
  try {
    const descriptor = openSync(path, flag);
    opened = true;
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
      if (isNew) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (isNew && opened) rmSync(path, { force: true });
    const reason = REASONS[code]?.() ?? sentence('shell.written-file.other', { code });
    throw new Refusal(
      'file-not-saved',
      sentence('shell.written-file.not-saved', { name: basename(path), reason }),
      sentence('shell.written-file.not-saved.next'),
      { cause: error },
    );
  }
}
