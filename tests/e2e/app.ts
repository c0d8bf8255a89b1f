import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Locator, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { dump, type Reference, twin } from '../fixtures/references.ts';
import { anyOf, en, zh } from './texts.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The dump of this run: the twin, or the reference itself in the run that there is where it lies beside the checkout. */
export const reference = (): Reference =>
  test.info().project.name === 'the reference dump' && dump !== undefined ? dump : twin;

/** A little less than the window lets pass from report to report. */
const STEP_SECONDS = 2;
/** In which the main process has answered a report. */
const ANSWERED_MS = 40;

/** The app under test, with a data folder of its own that outlives restarts. */
export class App {
  readonly folder: string;
  #electron: ElectronApplication | undefined;
  #page: Page | undefined;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'assent-e2e-'));
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not running');
    return this.#page;
  }

  get electron(): ElectronApplication {
    if (!this.#electron) throw new Error('the app is not running');
    return this.#electron;
  }

  async start(): Promise<Page> {
    const page = await this.launch();
    await page.waitForSelector('nav');
    return page;
  }

  /** Starts the app and answers with its window at once, whatever it shows. */
  async launch(): Promise<Page> {
    const executablePath = process.env['ASSENT_ELECTRON'];
    if (!executablePath) throw new Error('run the e2e tests through .config/e2e.mjs: ASSENT_ELECTRON is not set');
    const switches = (process.env['ASSENT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);
    this.#electron = await _electron.launch({
      executablePath,
      args: [...switches, ROOT, `--data=${this.folder}`],
      // A locale that every Debian has, in the person's language: file names outside ASCII must reach a drop.
      env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'zh_CN' },
    });
    this.#electron.process().stderr?.on('data', (chunk: Buffer) => {
      if (/Error|defect/u.test(chunk.toString())) process.stderr.write(chunk);
    });
    this.#page = await this.#electron.firstWindow();
    return this.#page;
  }

  async stop(): Promise<void> {
    await this.#electron?.close();
    this.#electron = undefined;
    this.#page = undefined;
  }

  /** After its process was killed: nothing is left to close. */
  async forget(): Promise<void> {
    await this.#electron?.close().catch(() => undefined);
    this.#electron = undefined;
    this.#page = undefined;
  }

  async restart(): Promise<Page> {
    await this.stop();
    return this.start();
  }

  /** Stops the app and removes its data. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The next open dialog answers with these files. */
  async chooseFiles(...paths: readonly string[]): Promise<void> {
    await this.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
    }, paths);
  }

  /** The next save dialog answers with this file. */
  async saveAs(filePath: string): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, filePath);
  }

  /** Moves the clock on by which the main process measures how long something was on screen. */
  async passInMain(seconds: number): Promise<void> {
    await this.electron.evaluate((_electron, milliseconds) => {
      const before = performance.now.bind(performance);
      performance.now = () => before() + milliseconds;
    }, seconds * 1000);
  }

  /**
   * Lets seconds pass for the window, whose clock must be installed, and for the main process alike: each measures how long
   * a clause is on screen. In steps, because what is reported waits for its answer; in the main process before and after,
   * because a report may leave at any moment of a step.
   */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP_SECONDS) {
      await this.passInMain(STEP_SECONDS);
      await this.page.clock.runFor(STEP_SECONDS * 1000);
      await this.passInMain(STEP_SECONDS);
      await new Promise((resolve) => {
        setTimeout(resolve, ANSWERED_MS);
      });
    }
  }

  /** Rows of the database, read beside the running app. */
  rows<Row>(sql: string): readonly Row[] {
    const database = new Sqlite(join(this.folder, 'assent.sqlite'), { readonly: true });
    try {
      return database.prepare<[], Row>(sql).all();
    } finally {
      database.close();
    }
  }

  shot(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: join(ROOT, 'test-results', 'shots', `${name}.png`) });
  }
}

/** The button of the rail that leads to a screen, in either language. */
export const rail = (
  page: Page,
  screen: 'library' | 'notices' | 'letters' | 'rights' | 'agenda' | 'evidence' | 'settings',
): Locator =>
  page
    .getByRole('navigation', { name: anyOf(zh('frame.main'), en('frame.main')) })
    .getByRole('button', { name: anyOf(zh(`frame.${screen}`), en(`frame.${screen}`)) });
