import type { Locator, Page } from '@playwright/test';
import { type Language, type MessageKey, say } from '../../../assets/messages/say.ts';

/** The window that says why the records could not be opened. */
export class FailedStart {
  readonly #page: Page;
  readonly title: Locator;
  readonly cause: Locator;
  readonly report: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.cause = page.getByRole('alert');
    this.report = page.locator('pre');
  }

  /** The language that it is in. */
  async language(): Promise<Language> {
    return (await this.#page.locator('html').getAttribute('lang')) === 'zh-CN' ? 'zh' : 'en';
  }

  /** The code of the cause, as it is shown. */
  code(code: string): Locator {
    return this.#page.getByText(code, { exact: true });
  }

  /** A way out by its key, in one language: here that very language is what is tested. */
  way(key: MessageKey, language: Language): Locator {
    return this.#page.getByRole('button', { name: say({ key }, language), exact: true });
  }

  /** Takes a way out by the keyboard: a click would wait for the navigation that the app reads off and refuses. */
  async take(key: MessageKey, language?: Language): Promise<void> {
    await this.way(key, language ?? (await this.language())).focus();
    await this.#page.keyboard.press('Enter');
  }

  /** The backups that are listed, newest first. */
  get backups(): Locator {
    return this.#page.getByRole('radio');
  }

  /** Takes back the backup that is chosen; the newest, unless another one was. */
  restore(): Promise<void> {
    return this.take('shell.start.restore');
  }
}
