import type { ElectronApplication } from '@playwright/test';
import { inMain } from './in-main.ts';

/** The system's file dialogs, which answer as a test says. */
export class FileDialogs {
  readonly #electron: ElectronApplication;

  constructor(electron: ElectronApplication) {
    this.#electron = electron;
  }

  /** Every open dialog from now on answers with these files. */
  async chooseFiles(...paths: readonly string[]): Promise<void> {
    await inMain(
      this.#electron,
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      },
      paths,
    );
  }

  /** Every save dialog from now on answers with this file. */
  async saveAs(filePath: string): Promise<void> {
    await inMain(
      this.#electron,
      ({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      },
      filePath,
    );
  }
}
