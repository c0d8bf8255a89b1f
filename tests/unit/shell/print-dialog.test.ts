import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { printPdf } from '../../../src-main/shell/print-dialog.ts';

const shown = vi.hoisted(() => ({ address: '', printed: new Uint8Array(), options: {} as unknown, says: true }));

vi.mock('electron', () => ({
  app: { getPath: () => '/tmp' },
  session: { fromPartition: () => ({ webRequest: { onBeforeRequest: () => undefined } }) },
  BrowserWindow: class {
    webContents = {
      print: (options: unknown, done: (printed: boolean) => void) => {
        shown.options = options;
        shown.printed = new Uint8Array(readFileSync(fileURLToPath(shown.address)));
        done(shown.says);
      },
    };
    loadURL(address: string): Promise<void> {
      shown.address = address;
      return Promise.resolve();
    }
    destroy(): void {
      // Nothing is shown.
    }
  },
}));

test.each([true, false])(
  'the dialog is shown the very bytes, scaled by nothing, and no file of them stays: %s',
  async (says) => {
    shown.says = says;
    const pdf = Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) % 256);
    expect(await printPdf(pdf, '催告函 “示例”/1')).toBe(says);
    expect(Buffer.compare(shown.printed, pdf)).toBe(0);
    expect(shown.options).toEqual({ silent: false, pageSize: 'A4' });
    expect(existsSync(fileURLToPath(shown.address))).toBe(false);
  },
);
