import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { said } from '../texts.ts';
import { button, buttonNamed, heading, words, wordsAlone } from './find.ts';

/** The check of a scan against the letter that was printed. */
export class ScanDialog {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly #dialog: Locator;
  /** On the letter: that scans of it can be checked. */
  readonly offered: Locator;
  /** What was found, line by line. */
  readonly findings: Locator;
  readonly sheets: Locator;
  readonly confirmButton: Locator;
  readonly overruleButton: Locator;
  /** The refusal of a file that is no scan. */
  readonly noScan: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.#dialog = page.getByRole('dialog', { name: said('letters.scans.title') });
    this.offered = heading(page, 'letters.scans.title');
    this.findings = this.#dialog.getByRole('listitem');
    this.sheets = this.#dialog.locator('img');
    this.confirmButton = button(this.#dialog, 'letters.scans.confirm');
    this.overruleButton = button(this.#dialog, 'letters.scans.overrule');
    this.noScan = words(page, 'pdf.pdf-pages.scan-no-picture', { name: /.+/, page: /\d+/ });
  }

  async import(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await button(this.#page, 'letters.scans.import').click();
  }

  /** What the check says of the whole. */
  overall(word: 'complete' | 'incomplete' | 'doubtful' | 'seals'): Locator {
    return wordsAlone(this.#dialog, `letters.scans.overall.${word}`);
  }

  /** That the seal lies over the line with the name. */
  get sealOverName(): Locator {
    return words(this.#dialog, 'pdf.words.line-crossed', { name: said('pdf.words.line-of-name') });
  }

  /** Says that the line for a signature by hand was seen, and is signed. */
  async seeSignature(): Promise<void> {
    await this.#dialog.getByRole('checkbox', { name: said('letters.scans.signed') }).check();
  }

  async confirm(): Promise<void> {
    await this.confirmButton.click();
  }

  async reject(): Promise<void> {
    await button(this.#dialog, 'letters.scans.reject').click();
  }

  /** What was decided of the scan. */
  decided(word: 'confirmed' | 'rejected'): Locator {
    return words(this.#dialog, 'letters.scans.decided', {
      date: /.+/,
      by: /.+/,
      word: said(`letters.scans.states.${word}`),
    });
  }

  async close(): Promise<void> {
    await buttonNamed(this.#dialog, 'letters.scans.close').click();
  }
}
