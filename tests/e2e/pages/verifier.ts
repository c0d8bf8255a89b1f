import type { Locator, Page } from '@playwright/test';

/** The page inside a bundle that verifies it in any browser. */
export class VerifierPage {
  readonly #page: Page;
  readonly verdicts: Locator;
  readonly faults: Locator;
  /** Clauses of the texts that the bundle shows. */
  readonly clauses: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.verdicts = page.locator('[data-ok]');
    this.faults = page.locator('li.bad');
    this.clauses = page.locator('[data-clause]');
  }

  /** Gives it a bundle, and waits for what it finds. */
  async verify(bundle: string): Promise<void> {
    await this.#page.locator('input[type="file"]').first().setInputFiles(bundle);
    await this.verdicts.first().waitFor();
  }
}
