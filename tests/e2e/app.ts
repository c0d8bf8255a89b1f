import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { dump, type Reference, twin } from '../fixtures/references.ts';
import { CONFIG, executable, switches } from './executable.ts';
import { FileDialogs } from './file-dialogs.ts';
import { inMain } from './in-main.ts';
import { type Screens, screensOf } from './pages/screens.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The dump of this run: the twin, or the reference itself in the run that there is where it lies beside the checkout. */
export const reference = (): Reference =>
  test.info().project.name === 'the reference dump' && dump !== undefined ? dump : twin;

/** A little less than the window lets pass from report to report. */
const STEP_SECONDS = 2;
/** The most one report may claim. */
const MOST_CLAIMED_MS = 15_000;
/** In which the main process has answered a report. */
const ANSWERED_MS = 40;

/** How the page names its language. */
const LANG = { zh: 'zh-CN', en: 'en' } as const;

interface Preferences {
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
}

/**
 * Puts the main process's measuring clock ahead: once, and by so much more at each look at it. Its clock on the wall goes
 * along, or else it would seem to have been set back.
 */
function hurry(_electron: unknown, by: { readonly ahead: number; readonly each: number }): void {
  const world = globalThis as unknown as { measured?: { plain: () => number; ahead: number; each: number } };
  if (!world.measured) {
    const measured = { plain: performance.now.bind(performance), ahead: 0, each: 0 };
    world.measured = measured;
    performance.now = () => measured.plain() + (measured.ahead += measured.each);
    const Wall = Date;
    globalThis.Date = new Proxy(Wall, {
      construct: (_, given: unknown[], made) =>
        Reflect.construct(Wall, given.length > 0 ? given : [Wall.now() + measured.ahead], made) as Date,
      get: (_, name) => (name === 'now' ? () => Wall.now() + measured.ahead : (Reflect.get(Wall, name) as unknown)),
    });
  }
  world.measured.ahead += by.ahead;
  world.measured.each = by.each;
}

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

  /** What stands in its window, by screen. */
  get screens(): Screens {
    return screensOf(this.page, this.files);
  }

  /** The system's file dialogs of the running app. */
  get files(): FileDialogs {
    return new FileDialogs(this.electron);
  }

  async start(): Promise<Page> {
    const page = await this.launch();
    await this.screens.frame.shown();
    return page;
  }

  /** Starts the app, with files to open if any are named, and answers with its window at once, whatever it shows. */
  async launch(...files: readonly string[]): Promise<Page> {
    this.#electron = await _electron.launch({
      executablePath: executable(),
      args: [...switches(), ROOT, `--data=${this.folder}`, ...files],
      // A locale that every Debian has, in the person's language: file names outside ASCII must reach a drop.
      env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', LANGUAGE: 'zh_CN', XDG_CONFIG_HOME: CONFIG },
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

  chooseFiles(...paths: readonly string[]): Promise<void> {
    return this.files.chooseFiles(...paths);
  }

  /** Where a file of this name lies in the data folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file into the data folder and answers where it lies. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Puts a text on the clipboard, if there is one, and pastes into the window what is there. */
  async paste(text?: string): Promise<void> {
    await this.inMain(({ BrowserWindow, clipboard }, text) => {
      if (text !== undefined) void clipboard.writeText(text);
      BrowserWindow.getAllWindows()[0]?.webContents.paste();
    }, text);
  }

  /** Gives the window's content a size in pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.inMain(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      [width, height] as const,
    );
    await expect.poll(() => this.page.evaluate(() => innerWidth)).toBe(width);
  }

  /** Keeps preferences. */
  async prefer(wish: Preferences): Promise<void> {
    await this.page.evaluate((wish) => window.assent.call('settings.setPreferences', wish), wish);
  }

  /** Keeps preferences and starts the page anew, so that all of it speaks that language. */
  async preferAnew(wish: Preferences): Promise<void> {
    await this.prefer(wish);
    await this.page.reload();
    await this.screens.frame.shown();
    if (wish.language) await expect(this.screens.frame.language).toHaveAttribute('lang', LANG[wish.language]);
  }

  /** What the app says of its own ledger. */
  verifyLedger(): Promise<unknown> {
    return this.page.evaluate(() => window.assent.call('evidence.verify', {}));
  }

  /** Moves the clock on by which the main process measures how long something was on screen. */
  async passInMain(seconds: number): Promise<void> {
    await this.inMain(hurry, { ahead: seconds * 1000, each: 0 });
  }

  /** What a function answers in the main process. */
  inMain<Answer, Given = undefined>(
    run: (electron: typeof Electron.CrossProcessExports, given: Given) => Answer | Promise<Answer>,
    given?: Given,
  ): Promise<Answer> {
    return inMain(this.electron, run, given);
  }

  /** Has both sides believe that it is such an instant, for good: their clocks on the wall stand still there. */
  async standAt(instant: string): Promise<void> {
    await this.inMain((_electron, iso) => {
      const world = globalThis as unknown as { Wall?: DateConstructor };
      const Wall = (world.Wall ??= Date);
      globalThis.Date = class extends Wall {
        constructor(...given: readonly unknown[]) {
          super(...((given.length === 0 ? [iso] : given) as [string]));
        }
        static override now(): number {
          return Wall.parse(iso);
        }
      } as DateConstructor;
    }, instant);
    await this.page.clock.setFixedTime(instant);
  }

  /**
   * Has both sides believe that it is such an instant now; the main process's clock runs on from there, and also moves on by what
   * `passInMain` adds.
   */
  async runFrom(instant: string): Promise<void> {
    await this.passInMain(0);
    await this.inMain((_electron, iso) => {
      const world = globalThis as unknown as { Running?: DateConstructor };
      const Running = (world.Running ??= Date);
      const shift = Running.parse(iso) - Running.now();
      globalThis.Date = class extends Running {
        constructor(...given: readonly unknown[]) {
          super(...((given.length === 0 ? [Running.now() + shift] : given) as [number]));
        }
        static override now(): number {
          return Running.now() + shift;
        }
      } as DateConstructor;
    }, instant);
    await this.page.clock.setFixedTime(instant);
  }

  /**
   * Gives the window a clock that a test moves. From here on the main process's own measure is ahead at each look at it, so
   * that the two cannot disagree: the window's clock stands still while the window is busy, and then jumps.
   */
  async takeClock(): Promise<void> {
    await this.inMain(hurry, { ahead: 0, each: MOST_CLAIMED_MS });
    await this.page.clock.install();
  }

  /** Lets seconds pass for the window, whose clock must be taken. In steps, because what is reported waits for its answer. */
  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= STEP_SECONDS) {
      await this.page.clock.runFor(STEP_SECONDS * 1000);
      await new Promise((resolve) => {
        setTimeout(resolve, ANSWERED_MS);
      });
    }
  }

  /** Rows of the database, read beside the running app. */
  rows<Row>(sql: string): readonly Row[] {
    const database = new Sqlite(this.path('assent.sqlite'), { readonly: true });
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
