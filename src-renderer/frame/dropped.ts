import { call } from '../kernel/client.svelte.ts';

/** Most files that one drop brings in; a whole disk dropped by mistake is not an import. */
const MOST_FILES = 2000;

/**
 * The files of a drop or paste, folders opened, in name order. Must be called while the event is handled: afterwards
 * the browser empties what was transferred.
 */
export function filesOf(transfer: DataTransfer | null): Promise<readonly File[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve([...(transfer?.files ?? [])]);
  return call('import.extensions', {}).then((extensions) => collected(entries, new Set(extensions)));
}

async function collected(
  entries: readonly FileSystemEntry[],
  extensions: ReadonlySet<string>,
): Promise<readonly File[]> {
  const files: File[] = [];
  for (const entry of entries) {
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else files.push(...(await filesIn(entry as FileSystemDirectoryEntry, extensions)));
    if (files.length >= MOST_FILES) break;
  }
  return files.slice(0, MOST_FILES);
}

/** Inside a folder only what may be an agreement is taken; a file dropped by itself is always taken. */
async function filesIn(folder: FileSystemDirectoryEntry, extensions: ReadonlySet<string>): Promise<readonly File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader answers in portions and ends with an empty one.
  for (let portion = await portionOf(reader); portion.length > 0; portion = await portionOf(reader)) {
    entries.push(...portion);
  }
  const wanted = entries.filter(
    ({ name, isDirectory }) =>
      !name.startsWith('.') && (isDirectory || extensions.has(name.split('.').at(-1)?.toLowerCase() ?? '')),
  );
  return collected(
    wanted.sort((one, other) => one.name.localeCompare(other.name)),
    extensions,
  );
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => void entry.file(resolve, reject));

const portionOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => void reader.readEntries(resolve, reject));
