import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { button, field, words } from './find.ts';

/** Invoices that came, with their files, their use and their taking back. */
export class InvoicesPart {
  readonly #page: Page;
  readonly #files: FileDialogs;
  /** Files of an invoice that is being added, each of which could be read. */
  readonly filesRead: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.filesRead = words(page.getByRole('dialog'), 'rights.invoice.fileRead');
  }

  /** Opens the form of an invoice that came, and chooses its files. */
  async addInvoice(...paths: readonly string[]): Promise<void> {
    await button(this.#page, 'rights.invoice.addAct').click();
    await this.#files.chooseFiles(...paths);
    await button(this.#page.getByRole('dialog'), 'rights.invoice.chooseFiles').click();
  }

  /** Records the invoice that its dialog shows. */
  async recordInvoice(): Promise<void> {
    await button(this.#page.getByRole('dialog'), 'rights.invoice.keep').click();
  }

  /** The invoice that came with this number. */
  invoice(number: string): Locator {
    return this.#page.getByRole('region', { name: number });
  }

  /** States what it was used for. */
  async stateUse(use: 'deducted' | 'not-deducted' | 'booked'): Promise<void> {
    await button(this.#page, 'rights.invoice.useAct').click();
    await field(this.#page, 'how').selectOption(use);
    await button(this.#page.getByRole('dialog'), 'rights.invoice.useTitle').click();
  }

  /** Tells what happened to its red letter, by the names of the dialog's fields. */
  async tellRed(
    move: string,
    fields: Readonly<Record<string, string>>,
    picture?: () => Promise<unknown>,
  ): Promise<void> {
    await button(this.#page, 'rights.invoice.redAct').click();
    const dialog = this.#page.getByRole('dialog');
    await field(dialog, 'move').selectOption(move);
    for (const [name, value] of Object.entries(fields)) await field(dialog, name).fill(value);
    await picture?.();
    await button(dialog, 'rights.invoice.redTell').click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
