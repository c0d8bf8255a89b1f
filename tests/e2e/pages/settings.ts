import type { Locator, Page } from '@playwright/test';
import { button, field, words } from './find.ts';

/** Companies, preferences, and the state of what is kept. */
export class SettingsScreen {
  readonly #page: Page;
  readonly addCompanyButton: Locator;
  readonly companyName: Locator;
  readonly saved: Locator;
  /** Said when the database's file was read to its end and is whole. */
  readonly fileWhole: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.addCompanyButton = button(page, 'settings.addCompany');
    this.companyName = field(page, 'name');
    this.saved = words(page, 'settings.saved');
    this.fileWhole = words(page, 'settings.fileCheck.whole', { at: /.+/ });
  }

  /** Adds a company by its form. */
  async addCompany(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.addCompanyButton.click();
    for (const [name, value] of Object.entries(fields)) await field(this.#page, name).fill(value);
    await button(this.#page, 'frame.save').click();
  }

  company(name: string): Locator {
    return this.#page.getByText(name);
  }
}
