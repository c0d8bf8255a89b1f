import type { Locator, Page } from '@playwright/test';
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
  readonly acceptButton: Locator;
  /** Said once it is recorded. */
  readonly done: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.person = field(page, 'person');
    this.role = field(page, 'role');
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
