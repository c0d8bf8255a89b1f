import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { app } from 'electron';
import type { ChosenFile } from '../kernel/ports.ts';

const BUNDLE = /\.assent\.zip$/iu;
/** A bundle is never larger; what is, is not read at all. */
const LARGEST = 600 * 1024 * 1024;

/**
 * Bundles that the system opens with the app: on the command line (a double click on Windows and Linux), by a second start, by
 * macOS' open-file. The newest waits until it is taken.
 */
export class OpenedFiles {
  #path: string | undefined;
  #announce: () => void = () => undefined;

  /** Must be made before the app is ready: macOS says the file early. */
  constructor(line: readonly string[]) {
    this.#path = bundleIn(line);
    app.on('open-file', (event, path) => {
      event.preventDefault();
      this.#wait(path);
    });
    app.on('second-instance', (_event, other) => this.#wait(bundleIn(other)));
  }

  /** Calls `announce` for each file that arrives from now on. */
  onArrival(announce: () => void): void {
    this.#announce = announce;
  }

  /** The waiting file, once; absent when there is none (any more). */
  async take(): Promise<ChosenFile | undefined> {
    const path = this.#path;
    this.#path = undefined;
    if (path === undefined) return undefined;
    const { size } = await stat(path);
    return size > LARGEST ? undefined : { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  }

  #wait(path: string | undefined): void {
    if (path === undefined || !BUNDLE.test(path)) return;
    this.#path = path;
    this.#announce();
  }
}

function bundleIn(line: readonly string[]): string | undefined {
  return line.findLast((argument) => !argument.startsWith('-') && BUNDLE.test(argument));
}
