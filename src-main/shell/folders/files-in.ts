import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';

/** Most files that one drop or one folder brings in; a whole disk dropped by mistake is not an import. */
const MOST_FILES = 2000;

/**
 * Files of folders and their subfolders that can be read as agreements, in name order; hidden ones left out. A link that leads
 * nowhere is no file, and a folder behind a link is not entered: it may lead back to where one came from.
 * @throws Refusal `folder-unreadable`, which names it, and `too-many-files`, which says how many there are: nothing of a drop
 *   is left out in silence.
 */
export async function filesIn(folders: readonly string[], extensions: readonly string[]): Promise<readonly string[]> {
  const found = await within(folders, extensions);
  if (found.length <= MOST_FILES) return found;
  throw new Refusal(
    'too-many-files',
    sentence('shell.files.too-many', { count: found.length, most: MOST_FILES }),
    sentence('shell.files.too-many.next'),
  );
}

async function within(folders: readonly string[], extensions: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
      throw unreadable(folder, cause);
    });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      const path = join(folder, name);
      if (entry.isDirectory()) found.push(...(await within([path], extensions)));
      else if (extensions.includes(extname(name).slice(1).toLowerCase()) && (await isFile(path))) found.push(path);
    }
  }
  return found;
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );

function unreadable(folder: string, cause: unknown): Refusal {
  return new Refusal(
    'folder-unreadable',
    sentence('shell.files.unreadable', { name: basename(folder) }),
    sentence('shell.files.unreadable.next'),
    { cause },
  );
}
