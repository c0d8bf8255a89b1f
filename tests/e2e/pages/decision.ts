import type { Locator, Page } from '@playwright/test';
import { said } from '../texts.ts';
import { button, field, heading } from './find.ts';

/** The person who decides. */
export interface Signatory {
  readonly person: string;
  readonly role: string;
}

/** The decision on a version. */
export class DecisionScreen {
  readonly #page: Page;
  readonly person: Locator;
  readonly role: Locator;
  /** How the acceptance is made to the provider, one button for each way. */
  readonly conclusions: Locator;
  readonly acceptButton: Locator;
  /** Said once it is recorded. */
  readonly done: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.person = field(page, 'person');
    this.role = field(page, 'role');
    this.conclusions = field(page, 'conclusion');
    this.acceptButton = button(page, 'acceptance.statement.buttons.accept');
    this.done = heading(page, 'review.decision.done');
  }

  async shown(): Promise<void> {
    await this.person.waitFor();
  }

  /** Fills in who decides. */
  async fill({ person, role }: Signatory): Promise<void> {
    await this.person.fill(person);
    await this.role.fill(role);
  }

  /** Says that it was just clicked on the provider's page, and by which account. */
  async sayJustClicked(account?: string): Promise<void> {
    await this.#page.getByRole('radio', { name: said('review.conclusion.kinds.just-clicked') }).check();
    if (account !== undefined) await field(this.#page, 'account').fill(account);
  }

  /** Accepts what was filled in, and waits until it is recorded. */
  async accept(): Promise<void> {
    await this.acceptButton.click();
    await this.done.waitFor();
  }

  async backToReview(): Promise<void> {
    await button(this.#page, 'review.decision.back').click();
  }

  /** A question about a clause that was not answered. */
  question(words: string): Locator {
    return this.#page.getByText(words);
  }
}
