import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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

/** Why the system did not write, in words; undefined for what is no error of a file. */
export function fileReason(error: unknown): Sentence | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code !== 'string' || !/^E[A-Z]+$/u.test(code)) return undefined;
  return REASONS[code]?.() ?? sentence('shell.written-file.other', { code });
}

/**
 * Writes a whole file where the person chose, down to the disk: beside it first, and then in its place, so that whatever
 * happens there is the old file or the new one, never a part of one.
 * @throws Refusal `file-not-saved`, with the file's name and the reason.
 */
export function writeWhole(path: string, bytes: Uint8Array, flag: 'w' | 'wx' = 'w'): void {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known && flag === 'wx') throw Object.assign(new Error('there is one'), { code: 'EEXIST' });
    if (known?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    // A device or a pipe is written to; nothing can take its place.
    if (known && !known.isFile()) writeThrough(path, bytes, 'w', 0o666);
    else replaceFile(known ? realpathSync(path) : path, bytes, known ? known.mode & 0o777 : 0o666);
  } catch (error) {
    const reason = fileReason(error) ?? sentence('shell.written-file.other', { code: '' });
    throw new Refusal(
      'file-not-saved',
      sentence('shell.written-file.not-saved', { name: basename(path), reason }),
      sentence('shell.written-file.not-saved.next'),
      { cause: error },
    );
  }
}

/**
 * Writes a file beside its place, down to the disk, and moves it there in one step. What a failure leaves is removed.
 * @throws the system's error.
 */
export function replaceFile(path: string, bytes: Uint8Array, mode: number): void {
  const beside = join(dirname(path), `.assent-${process.pid}-${Date.now().toString(36)}.part`);
  try {
    writeThrough(beside, bytes, 'wx', mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** The same without waiting for it: where the file lies on a disk or a share that may take its time. */
export async function putInPlace(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const beside = join(dirname(path), `.assent-${process.pid}-${Date.now().toString(36)}.part`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await folderToDisk(dirname(path));
}

/** As `syncFolder`, without waiting for it. */
export async function folderToDisk(folder: string): Promise<void> {
  try {
    const directory = await open(folder, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch {
    // Windows has no such thing, and some shares refuse it.
  }
}

/** Makes sure that what was written to a file is on the disk. */
export function fileToDisk(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes sure that what was renamed in a folder is so on the disk, where the system lets a folder be synced. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows has no such thing, and some shares refuse it.
  }
}

function writeThrough(path: string, bytes: Uint8Array, flag: 'w' | 'wx', mode: number): void {
  const descriptor = openSync(path, flag, mode);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    if (flag === 'wx') fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
