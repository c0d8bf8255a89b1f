import type { Locator, Page } from '@playwright/test';
import { said } from '../texts.ts';
import { button, buttonNamed, field, words, wordsAlone } from './find.ts';

/** Companies, preferences, and the state of what is kept. */
export class SettingsScreen {
  readonly #page: Page;
  readonly addCompanyButton: Locator;
  readonly companyName: Locator;
  readonly legalRepresentative: Locator;
  readonly saved: Locator;
  /** Said when the database's file was read to its end and is whole. */
  readonly fileWhole: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.addCompanyButton = button(page.locator('#settings-companies'), 'settings.addCompany');
    this.companyName = field(page.getByRole('dialog'), 'name');
    this.legalRepresentative = field(page.getByRole('dialog'), 'legalRepresentative');
    this.saved = words(page, 'settings.saved');
    this.fileWhole = words(page, 'settings.fileCheck.whole', { at: /.+/ });
  }

  /** Adds a company by its form. */
  async addCompany(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.addCompanyButton.click();
    const dialog = this.#page.getByRole('dialog');
    for (const [name, value] of Object.entries(fields)) await field(dialog, name).fill(value);
    await button(dialog, 'frame.add').click();
    await dialog.waitFor({ state: 'detached' });
  }

  async beginSignatory(): Promise<void> {
    await button(this.#page.locator('#settings-signatories'), 'review.decision.addSignatory').click();
  }

  async beginHolidays(): Promise<void> {
    await button(this.#page, 'settings.holidays.add').click();
  }

  /** Leads to what the company says of kinds of clauses. */
  async toPositions(): Promise<void> {
    const names = this.#page.getByRole('navigation', { name: said('settings.title') });
    const list = names.getByRole('combobox');
    if ((await list.count()) > 0) await list.selectOption('positions');
    else await names.getByRole('button', { name: said('settings.positions.title') }).click();
  }

  /** Makes a backup and waits until it was looked through. */
  async backUp(): Promise<void> {
    await button(this.#page.locator('#settings-backup'), 'settings.backUp').click();
    await words(this.#page, 'settings.backups.made').waitFor();
  }

  /** Backups of the list that are of one sort. */
  backupsCalled(key: 'settings.backups.ours' | 'settings.backups.replaced'): Locator {
    return this.#page.locator('#settings-backup tr').filter({ has: wordsAlone(this.#page, key) });
  }

  /** Restores a backup of the list; the app ends. */
  async restore(row: Locator): Promise<void> {
    await button(row, 'settings.restore').click();
    await buttonNamed(this.#page.getByRole('dialog'), 'settings.backups.restoreNow').click();
  }

  company(name: string): Locator {
    return this.#page.locator('#settings-companies strong').filter({ hasText: name });
  }
}
