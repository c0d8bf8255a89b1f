import type { Locator, Page } from '@playwright/test';
import { said } from '../texts.ts';
import { button, field, words } from './find.ts';

/** Beside a text: from when to when it is in force between the parties, and what a person says of it. */
export class StandingNotes {
  readonly #page: Page;
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#dialog = page.getByRole('dialog');
  }

  /** Says that it was accepted with the provider on an earlier day. */
  async conclude({ on, by }: { readonly on: string; readonly by: string }): Promise<void> {
    await button(this.#page, 'review.standing.conclude').click();
    await this.#dialog.getByRole('radio', { name: said('review.conclusion.kinds.made') }).check();
    await field(this.#dialog, 'concludedOn').fill(on);
    await this.#record(by);
  }

  /** Says from when on it is no longer in force. */
  async end({ on, by }: { readonly on: string; readonly by: string }): Promise<void> {
    await button(this.#page, 'review.standing.end').click();
    await field(this.#dialog, 'date').fill(on);
    await this.#record(by);
  }

  async #record(by: string): Promise<void> {
    await field(this.#dialog, 'by').fill(by);
    await button(this.#dialog, 'review.standing.record').click();
  }

  /** That it is in force since a day. */
  since(from: string): Locator {
    return words(this.#page, 'review.standing.since', { from });
  }

  /** That it was in force from one day to another. */
  between(from: string, until: string): Locator {
    return words(this.#page, 'review.standing.between', { from, until });
  }
}
