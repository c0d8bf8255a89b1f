import type { Locator, Page } from '@playwright/test';
import { anyOf, said } from '../texts.ts';
import { button, field, heading, words } from './find.ts';

/** The person who decides. */
export interface Signatory {
  readonly person: string;
  readonly role: string;
}

/** The decision on a version. */
export class DecisionScreen {
  readonly #page: Page;
  /** Everybody who may be chosen to sign. */
  readonly signatories: Locator;
  /** How the acceptance is made to the provider, one button for each way. */
  readonly conclusions: Locator;
  /** The one that binds, whether it can be used or says how much is missing. */
  readonly acceptButton: Locator;
  readonly statement: Locator;
  /** Said once it is recorded. */
  readonly done: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.signatories = field(page, 'signatory');
    this.conclusions = field(page, 'conclusion');
    this.acceptButton = page.locator('[data-act="accept"]');
    this.statement = page.locator('blockquote');
    const kinds = ['accepted', 'declined', 'set-aside'] as const;
    this.done = page.getByRole('heading', {
      name: anyOf(...kinds.map((kind) => said(`review.decision.doneAs.${kind}`))),
    });
  }

  async shown(): Promise<void> {
    await this.acceptButton.waitFor();
  }

  /** Somebody who may be chosen, by name and role. */
  signatory({ person, role }: Signatory): Locator {
    return this.#page.getByRole('radio', { name: new RegExp(`${person}\\s*${role}`, 'u') });
  }

  /** Chooses who decides; who is not there yet is added. */
  async fill(who: Signatory): Promise<void> {
    await this.shown();
    if ((await this.signatory(who).count()) === 0) await this.addSignatory(who);
    await this.signatory(who).check();
  }

  /** Adds somebody who signs by their position, in the dialog. */
  async addSignatory({ person, role }: Signatory): Promise<void> {
    await button(this.#page, 'review.decision.addSignatory').click();
    const dialog = this.#page.getByRole('dialog');
    await field(dialog, 'person').fill(person);
    await field(dialog, 'role').fill(role);
    await field(dialog, 'basis').selectOption('post');
    await button(dialog, 'frame.add').click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Says that it was just clicked on the provider's page, and by which account. */
  async sayJustClicked(account?: string): Promise<void> {
    await this.#page.getByRole('radio', { name: said('review.conclusion.kinds.just-clicked') }).check();
    if (account === undefined) return;
    const input = field(this.#page, 'account');
    if (!(await input.isVisible())) await words(this.#page, 'review.conclusion.details').click();
    await input.fill(account);
  }

  /** Accepts what was filled in, and waits until it is recorded. */
  async accept(): Promise<void> {
    await this.acceptButton.click();
    await this.done.waitFor();
  }

  /** A link to something that is missing. */
  missing(text: RegExp): Locator {
    return this.#page.getByRole('button', { name: text });
  }

  async backToReview(): Promise<void> {
    await button(this.#page, 'review.decision.back').click();
  }

  /** The title of a version that stands above what is decided. */
  title(words: RegExp): Locator {
    return this.#page.getByRole('heading', { level: 1, name: words });
  }

  /** After it: the next one to review. */
  get nextReview(): Locator {
    return button(this.#page, 'review.decision.next', { title: /.+/ });
  }

  /** A question about a clause that was not answered. */
  question(words: string): Locator {
    return this.#page.getByText(words);
  }

  /** That it was accepted before. */
  get already(): Locator {
    return heading(this.#page, 'review.decision.already', { day: /.+/ });
  }
}
