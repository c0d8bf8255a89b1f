import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { isOurPage } from './ipc.ts';

const paths = z.array(z.string().max(4096)).max(10_000);

/**
 * The folders that a person drops onto the window: their paths come from the preload, which has them of the system, and stay
 * on this side. The last drop waits until it is taken.
 * @returns takes their paths, once.
 */
export function droppedFolders(page: () => WebContents | undefined): () => Promise<readonly string[]> {
  let last: readonly string[] = [];
  ipcMain.removeAllListeners('assent:dropped');
  ipcMain.on('assent:dropped', (event, given: unknown) => {
    const found = paths.safeParse(given);
    if (found.success && isOurPage(event, page())) last = found.data.filter((path) => isAbsolute(path));
  });
  return async () => {
    const taken = last;
    last = [];
    const folders = await Promise.all(
      taken.map((path) =>
        stat(path).then(
          (known) => known.isDirectory(),
          () => false,
        ),
      ),
    );
    return taken.filter((_, index) => folders[index]);
  };
}
