import type { Locator, Page } from '@playwright/test';
import { say, sentence } from '../../../assets/messages/say.ts';
import { said, saidFirst } from '../texts.ts';
import { button, words } from './find.ts';

/** The screens that the rail leads to. */
export type RailScreen = 'library' | 'notices' | 'letters' | 'rights' | 'agenda' | 'evidence' | 'settings';

export const RAIL: readonly RailScreen[] = [
  'library',
  'notices',
  'letters',
  'rights',
  'agenda',
  'evidence',
  'settings',
];

/** What stands around every screen: the rail, the palette, failures, progress and the state of the ledger. */
export class Frame {
  readonly #page: Page;
  /** The page as a whole, which names its language. */
  readonly language: Locator;
  /** A failure that is told. */
  readonly failure: Locator;
  /** The same but for the ledger's: of what a test planted in the library the check tells within half a minute, as it should. */
  readonly failureOfWork: Locator;
  /** The dialog that is open, whichever it is. */
  readonly dialog: Locator;
  readonly palette: Locator;
  readonly dropHere: Locator;
  /** How far a reading of files is, while it lasts. */
  readonly reading: Locator;
  /** How far bringing the records to today's form is, while it lasts. */
  readonly migration: Locator;
  readonly migrationBar: Locator;
  readonly ledgerUnsigned: Locator;
  readonly ledgerLocked: Locator;
  readonly ledgerWhole: Locator;
  readonly ledgerBroken: Locator;
  readonly fileDamaged: Locator;
  readonly openedAlready: Locator;
  /** The way to what is shown, by names; the last one is the present place. */
  readonly crumbs: Locator;
  /** What was just done, with the way back. */
  readonly toasts: Locator;
  /** Opens the rail where the window is too narrow for it. */
  readonly menu: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.language = page.locator('html');
    this.failure = page.getByRole('alert');
    this.failureOfWork = this.failure.filter({ hasNotText: said('evidence.notVerified') });
    this.dialog = page.getByRole('dialog');
    this.palette = page.getByRole('combobox', { name: said('frame.palette') });
    this.dropHere = words(page, 'frame.dropHere');
    this.reading = page.getByRole('status').filter({ hasText: said('frame.readingFile', { name: /.+/ }) });
    // Before anybody chose a language it is said in both.
    this.migration = words(page, 'shell.migration.progress').first();
    this.migrationBar = page.getByRole('progressbar');
    this.ledgerUnsigned = button(page, 'evidence.key.bannerNone');
    this.ledgerLocked = button(page, 'evidence.key.bannerLocked');
    this.ledgerWhole = page.getByRole('img', { name: said('evidence.checkedAt', { when: /.+/, count: /\d+/ }) });
    this.ledgerBroken = words(page, 'evidence.notVerified');
    this.fileDamaged = words(page, 'evidence.fileDamaged');
    this.openedAlready = words(page, 'frame.openedAlready');
    this.crumbs = page.getByRole('navigation', { name: said('frame.whereabouts') }).getByRole('listitem');
    this.toasts = page.getByRole('status', { name: said('frame.toasts') });
    this.menu = button(page, 'frame.main');
  }

  /** Waits until the page stands. */
  async shown(timeout = 30_000): Promise<void> {
    await this.#page.waitForSelector('nav', { timeout });
  }

  /** The rail itself. */
  get rail(): Locator {
    return this.#page.getByRole('navigation', { name: said('frame.main') });
  }

  /** The button of the rail that leads to a screen. */
  railButton(screen: RailScreen): Locator {
    // A badge may follow the word; other buttons of the rail may hold it.
    return this.rail.getByRole('button', { name: saidFirst(`frame.${screen}`) });
  }

  async goTo(screen: RailScreen): Promise<void> {
    await this.railButton(screen).click();
  }

  async openPalette(): Promise<void> {
    await this.#page.keyboard.press('Control+k');
  }

  /** Goes where the palette leads for these words, as someone without a mouse would. */
  async goByPalette(where: string): Promise<void> {
    await this.openPalette();
    await this.palette.fill(where);
    await this.#page.keyboard.press('Enter');
  }

  /** Chooses a language where a library without agreements offers them. */
  async speak(language: 'zh' | 'en'): Promise<void> {
    await this.#page
      .getByRole('button', { name: say(sentence('format.language-name'), language), exact: true })
      .click();
  }

  /** Puts the words of the rail beside its icons, or under them again. */
  async widen(): Promise<void> {
    await this.#page.keyboard.press('Control+Backslash');
  }

  async showKeys(): Promise<void> {
    await this.#page.keyboard.press('?');
  }

  async escape(): Promise<void> {
    await this.#page.keyboard.press('Escape');
  }

  /** One place back, by the button. */
  async back(): Promise<void> {
    await button(this.#page, 'frame.back').click();
  }

  /** One place back, by the keyboard. */
  async backByKey(): Promise<void> {
    await this.#page.keyboard.press('Alt+ArrowLeft');
  }

  /** The words of the failure on the screen, which is closed again. */
  async dismissFailure(): Promise<string> {
    const text = await this.failure.innerText();
    await button(this.failure, 'frame.close').click();
    return text;
  }

  /** Closes what is told, whether it is a failure or a word beside it. */
  async closeFailure(): Promise<void> {
    await button(this.#page, 'frame.close').first().click();
  }

  async cancelReading(): Promise<void> {
    await button(this.reading, 'frame.cancel').click();
  }

  /** That so many files were imported. */
  imported(count: number): Locator {
    return words(this.#page, 'frame.imported', { count });
  }
}
