import { existsSync, type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { say, type Language } from '../../agreement/sentence.ts';
import { extensionOf, IMPORTABLE_EXTENSIONS } from '../../import/formats.ts';
import type { ChosenFile, FolderPort } from '../../kernel/ports.ts';

/** Pages that can be read as agreements; pictures and archives are not looked at. */
const EXTENSIONS: ReadonlySet<string> = new Set(IMPORTABLE_EXTENSIONS);
/** A browser writes a page in several strokes: one counts as complete when it stood still for this long. */
const SETTLE_MS = 1000;
const LARGEST = 100 * 1024 * 1024;

/** Watches one folder, not its subfolders: what a browser saves beside a page is no agreement. */
export function watchedFolder(options: {
  readonly window: () => BrowserWindow | undefined;
  readonly language: () => Language;
  readonly log: (error: unknown) => void;
}): FolderPort {
  let watcher: FSWatcher | undefined;
  let settling: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(settling);
    watcher?.close();
    watcher = undefined;
  }

  return {
    async choose(title) {
      const parent = options.window();
      const settings = { title: say(title, options.language()), properties: ['openDirectory' as const] };
      const answer = parent ? await dialog.showOpenDialog(parent, settings) : await dialog.showOpenDialog(settings);
      return answer.canceled ? undefined : answer.filePaths[0];
    },

    exists: existsSync,

    watch(path, { since, again }, found) {
      stop();
      if (!existsSync(path)) return false;
      let lookedAt = Date.parse(since);
      /** Pages that this computer would not let us read: tried again at every look. */
      let withheld: readonly string[] = [];
      let looking = Promise.resolve();
      const look = async (): Promise<void> => {
        const until = Date.now() - SETTLE_MS;
        const names = [...again(), ...withheld];
        const { complete, unsettled, unreadable } = await pagesIn(path, { from: lookedAt, until, again: names });
        withheld = unreadable;
        if (complete.length > 0 || !unsettled) lookedAt = Math.max(lookedAt, until);
        await found(complete, new Date(lookedAt).toISOString());
        if (unsettled) later();
      };
      const later = (): void => {
        clearTimeout(settling);
        settling = setTimeout(() => {
          looking = looking.then(look).catch(options.log);
        }, SETTLE_MS * 1.2);
      };
      watcher = watch(path, later);
      watcher.on('error', (error) => {
        options.log(error);
        stop();
      });
      later();
      return true;
    },

    stop,
  };
}

/**
 * Pages written after `from` and at rest since `until` (milliseconds), the ones named in `again` whenever they were written,
 * which of them this computer does not let us read, and whether others are still being written.
 */
async function pagesIn(
  folder: string,
  { from, until, again }: { readonly from: number; readonly until: number; readonly again: readonly string[] },
): Promise<{
  readonly complete: readonly ChosenFile[];
  readonly unsettled: boolean;
  readonly unreadable: readonly string[];
}> {
  const complete: ChosenFile[] = [];
  const unreadable: string[] = [];
  let unsettled = false;
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.') || !EXTENSIONS.has(extensionOf(name))) continue;
    const path = join(folder, name);
    const entry = await stat(path).catch(() => undefined);
    if (!entry?.isFile() || entry.size === 0 || entry.size > LARGEST) continue;
    const written = Math.max(entry.mtimeMs, entry.ctimeMs);
    if (written <= from && !again.includes(name)) continue;
    if (written > until) {
      unsettled = true;
      continue;
    }
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) complete.push({ name, bytes: new Uint8Array(bytes) });
    else unreadable.push(name);
  }
  return { complete, unsettled, unreadable };
}
