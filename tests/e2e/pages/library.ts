import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, said, saidFirst, saidWhole } from '../texts.ts';
import { Frame } from './frame.ts';
import { button, buttonNamed, field, heading, inOneColumn, words } from './find.ts';

/** The one primary of an agreement's page, where it leads to its text. */
const READ = ['library.next.review', 'library.next.continue', 'library.next.read'] as const;

/** The agreements, the files that wait to be checked, and the search over all of them. */
export class LibraryScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly title: Locator;
  /** The list with what stands over and under it. */
  readonly shelf: Locator;
  /** Leads to the questions what became of earlier decisions with the provider. */
  readonly answerButton: Locator;
  readonly importButton: Locator;
  /** The rows of agreements; of a long list those that are in view. */
  readonly rows: Locator;
  readonly search: Locator;
  /** Clauses that hold what is searched for. */
  readonly hits: Locator;
  /** Of the dates of the next 30 days; shown while no agreement is chosen. */
  readonly nextDates: Locator;
  /** Said of a file whose reading was interrupted. */
  readonly interrupted: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.title = heading(page, 'library.title').first();
    this.shelf = page.getByRole('region', { name: saidWhole('library.title') });
    this.answerButton = button(page, 'library.questions.answer');
    this.importButton = button(page, 'library.import').first();
    this.rows = page.getByRole('option');
    this.search = page.getByRole('searchbox');
    this.hits = page.locator('button.hit');
    this.nextDates = heading(page, 'library.overview.soon');
    this.interrupted = words(page, 'library.interrupted');
  }

  async shown(): Promise<void> {
    await this.title.waitFor();
  }

  /** How many agreements the list has, as it tells whoever cannot see all of it. */
  async length(): Promise<number> {
    if ((await this.rows.count()) === 0) return 0;
    return Number(await this.rows.first().getAttribute('aria-setsize'));
  }

  /** Goes to the library and imports files by the file dialog. */
  async import(...paths: readonly string[]): Promise<void> {
    await new Frame(this.#page).goTo('library');
    await this.#files.chooseFiles(...paths);
    await this.importButton.click();
  }

  /** Shows each source that waits, of which there are more than two. */
  async unfoldWaiting(): Promise<void> {
    const folded = buttonNamed(this.#page, 'library.showAll');
    await folded.or(buttonNamed(this.#page, 'library.fewer')).waitFor();
    if (await folded.isVisible()) await folded.click();
  }

  /** Imports a folder by its dialog. */
  async importFolder(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await button(this.#page, 'library.listMenu').click();
    await this.#page.getByRole('menuitem', { name: said('library.importFolder') }).click();
  }

  /** Agreements of the list that stand so. */
  standing(state: 'decided' | 'accepted'): Locator {
    return this.shelf.getByText(saidFirst(`names.state.${state}`));
  }

  get questions(): WorldQuestions {
    return new WorldQuestions(this.#page);
  }

  /** What carries such a name in the list: an agreement, a file that waits, or a clause that was found. */
  named(name: string | RegExp): Locator {
    const others = this.shelf.locator('button.source, button.hit').filter({ hasText: name });
    return this.shelf.getByRole('option', { name }).or(others);
  }

  /** The first of those. */
  row(name: string | RegExp): Locator {
    return this.named(name).first();
  }

  /** Agreements of the list that carry other names. */
  otherThan(name: string): Locator {
    return this.rows.filter({ hasNotText: name });
  }

  /** The row of an agreement by its id. */
  rowOf(agreementId: string): Locator {
    return this.#page.locator(`[id="row-${agreementId}"]`);
  }

  /** Chooses an agreement, and opens its review by the one primary button. */
  async review(name: string): Promise<void> {
    await this.row(name).click();
    await button(this.#page, 'library.next.review', { ordinal: /\d+/ }).click();
  }

  /** Opens the review of an agreement by a double click; in one column a click leads to its page, and a button there on. */
  async open(name: string | RegExp): Promise<void> {
    if (!(await inOneColumn(this.#page))) return this.row(name).dblclick();
    await this.row(name).click();
    const foot = this.#page.locator('footer');
    await foot.getByRole('button', { name: anyOf(...READ.map((key) => said(key, { ordinal: /\d+/ }))) }).click();
  }

  /** Opens the review of the agreement that came last under such a name. */
  async openLast(name: string | RegExp): Promise<void> {
    await this.named(name).last().dblclick();
  }

  /** Chooses an agreement, and compares its newest version with the one before. */
  async compare(name: string): Promise<void> {
    await this.row(name).click();
    await button(this.#page, 'library.compareVersion', { ordinal: /\d+/ }).first().click();
  }

  /** Chooses an agreement, and begins to say whose it is inside the company. */
  async beginParticulars(name: string): Promise<void> {
    await this.row(name).click();
    await button(this.#page, 'library.particulars.edit').click();
  }

  /** Opens the table over all agreements. */
  async table(): Promise<void> {
    await button(this.#page, 'library.table.title').first().click();
    await heading(this.#page, 'library.table.title').waitFor();
  }

  async readAgain(name: string): Promise<void> {
    await button(this.#page, 'library.readAgainOf', { name }).click();
  }

  /** That something came from somebody. */
  cameFrom(name: string): Locator {
    return words(this.#page, 'library.origin', { name });
  }
}

/** The dialog that asks what became of earlier decisions with the provider. */
export class WorldQuestions {
  /** The dialog itself. */
  readonly all: Locator;
  readonly recordButton: Locator;
  /** The answer to every question at once. */
  readonly together: Locator;
  /** The answers one by one. */
  readonly each: Locator;
  /** Whose seals are on the sealed copies. */
  readonly seals: Locator;
  readonly by: Locator;

  constructor(page: Page) {
    this.all = page.getByRole('dialog');
    this.recordButton = button(this.all, 'review.standing.record');
    this.together = field(this.all, 'all');
    this.each = field(this.all, 'world');
    this.seals = field(this.all, 'seals');
    this.by = field(this.all, 'by');
  }
}
