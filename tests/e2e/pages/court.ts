import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { said } from '../texts.ts';
import { button, buttonNamed, field } from './find.ts';

/** What is typed into a form, by the names of its fields. */
type Typed = Readonly<Record<string, string>>;

/** Lists of evidence and captures of pages, and the hashes that were deposited. */
export class CourtScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly dialog: Locator;
  /** The pieces of evidence of the list that is open, without the line of headings. */
  readonly rows: Locator;
  /** What speaks against whoever exports, in the dialog. */
  readonly adverseLines: Locator;
  /** Without this, what is adverse keeps a pack from leaving. */
  readonly adverseRead: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.dialog = page.getByRole('dialog');
    this.rows = page.locator('tbody').getByRole('row');
    this.adverseLines = this.dialog.getByRole('region', { name: said('evidence.adverse.title') }).getByRole('listitem');
    this.adverseRead = field(this.dialog, 'read');
  }

  async beginList(): Promise<void> {
    await button(this.#page, 'court.begin').click();
    await field(this.dialog, 'title').waitFor();
  }

  /** Composes the list of some agreements under a title. */
  async compose(title: string, ...agreements: readonly string[]): Promise<void> {
    await field(this.dialog, 'title').fill(title);
    for (const name of agreements) await this.dialog.getByRole('checkbox', { name }).check();
    await button(this.dialog, 'court.compose').click();
    await this.rows.first().waitFor();
  }

  async openList(): Promise<void> {
    await buttonNamed(this.#page, 'court.open').first().click();
    await this.rows.first().waitFor();
  }

  /** What the pieces are called, in their order. */
  names(): Promise<readonly string[]> {
    return this.rows.locator('strong').allTextContents();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  purpose(row: Locator): Locator {
    return row.locator('textarea');
  }

  form(row: Locator): Locator {
    return row.locator('select');
  }

  async moveDown(row: Locator): Promise<void> {
    await buttonNamed(row, 'court.down').click();
  }

  async leaveOut(row: Locator): Promise<void> {
    await row.getByRole('checkbox').uncheck();
  }

  async takeIn(row: Locator): Promise<void> {
    await row.getByRole('checkbox').check();
  }

  async back(): Promise<void> {
    await buttonNamed(this.#page, 'court.back').click();
  }

  async beginExport(): Promise<void> {
    await button(this.#page, 'court.export').click();
    await this.adverseLines.first().waitFor();
  }

  /** The button that lets it leave. */
  get exportButton(): Locator {
    return button(this.dialog, 'court.export');
  }

  /** Lets a pack in a language leave into a file. */
  async exportTo(to: string, language: 'zh' | 'en'): Promise<void> {
    await this.#files.saveAs(to);
    await field(this.dialog, 'language').selectOption(language);
    await this.exportButton.click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async beginDeposit(): Promise<void> {
    await button(this.#page, 'court.deposit.do').click();
    await field(this.dialog, 'by').waitFor();
  }

  /** Hands the hash over in a way that makes one file. */
  async deposit(way: 'notary' | 'court-chain' | 'print', typed: Typed, to: string): Promise<void> {
    await this.#files.saveAs(to);
    await this.dialog.getByRole('radio', { name: said(`court.way.${way}`) }).check();
    await this.#fill(typed);
    await button(this.dialog, 'court.deposit.send').click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Brings what came back for the newest deposit. */
  async beginReceipt(file: string): Promise<void> {
    await this.#files.chooseFiles(file);
    await button(this.#page, 'court.deposit.addReceipt').first().click();
    await button(this.dialog, 'court.deposit.chooseFile').click();
  }

  async keepReceipt(typed: Typed): Promise<void> {
    await this.#fill(typed);
    await button(this.dialog, 'court.deposit.record').click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** That a receipt names the hash. */
  get receiptHolds(): Locator {
    return this.#page.getByText(said('court.deposit.holds.named'));
  }

  async beginCapture(): Promise<void> {
    await button(this.#page, 'court.capture.do').click();
    await field(this.dialog, 'title').waitFor();
  }

  /** Fills in what was done, and brings what the browser saved. */
  async fillCapture(agreement: string, typed: Typed, ...files: readonly string[]): Promise<void> {
    await field(this.dialog, 'agreementId').selectOption({ label: agreement });
    await field(this.dialog, 'clock').selectOption('phone');
    await this.#fill(typed);
    await field(this.dialog, 'cache').check();
    await this.#files.chooseFiles(...files);
    await button(this.dialog, 'court.capture.chooseFiles').click();
    await this.dialog
      .getByRole('listitem')
      .nth(files.length - 1)
      .waitFor();
  }

  async recordCapture(): Promise<void> {
    await button(this.dialog, 'court.capture.record').last().click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async saveSheet(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'court.capture.sheet').first().click();
  }

  async #fill(typed: Typed): Promise<void> {
    for (const [name, value] of Object.entries(typed)) await field(this.dialog, name).fill(value);
  }
}
