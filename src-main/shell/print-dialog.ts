import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session } from 'electron';
import { temporaryFolder } from './temporary.ts';

/**
 * Prints a finished PDF through the system dialog. The PDF viewer only loads from a file, so the bytes go into a
 * private temporary folder that is removed again; the session refuses everything but that one file.
 */
export async function printPdf(pdf: Uint8Array, name: string): Promise<boolean> {
  const folder = temporaryFolder('print');
  const file = join(folder, `${name.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.pdf`);
  const address = pathToFileURL(file).href;
  const viewer = session.fromPartition(`print-${Date.now()}`);
  viewer.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: details.url !== address && !details.url.startsWith('chrome-extension://') });
  });
  const window = new BrowserWindow({ show: false, webPreferences: { session: viewer, sandbox: true, plugins: true } });
  try {
    await writeFile(file, pdf, { mode: 0o600 });
    await window.loadURL(address);
    return await new Promise((resolve) => {
      window.webContents.print({ silent: false, pageSize: 'A4' }, resolve);
    });
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
