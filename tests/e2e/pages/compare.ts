import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, inOrder, said, saidFirst } from '../texts.ts';
import { button, field, words } from './find.ts';

const KINDS_OF_PLACE = ['added', 'removed', 'moved', 'renumbered'] as const;

/** Two versions beside each other. */
export class CompareScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly rows: Locator;
  readonly current: Locator;
  /** What matters, first. */
  readonly impact: Locator;
  readonly inserted: Locator;
  readonly deleted: Locator;
  readonly onlyChanges: Locator;
  /** Said in place of clauses that did not change. */
  readonly unchanged: Locator;
  readonly older: Locator;
  readonly newer: Locator;
  readonly identical: Locator;
  /** The sum of letters, said where nothing is left out. */
  readonly conserved: Locator;
  readonly end: Locator;
  /** Said while the comparison still counts for the review, and how much of it is left. */
  readonly counts: Locator;
  /** Said once it counted. */
  readonly counted: Locator;
  /** Said when clauses came, went, moved or were numbered anew. */
  readonly changesOfPlace: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.rows = page.locator('[data-row]');
    this.current = page.locator('[data-row].current');
    this.impact = page.getByRole('region', { name: said('compare.impact') });
    this.inserted = page.locator('ins');
    this.deleted = page.locator('del');
    this.onlyChanges = page.getByLabel(said('compare.onlyChanges'));
    this.unchanged = page.getByText(
      anyOf(said('compare.same', { count: /\d+/ }), said('compare.sameFromTo', { first: /.+/, last: /.+/ })),
    );
    this.older = field(page, 'oldVersionId');
    this.newer = field(page, 'newVersionId');
    this.identical = words(page, 'compare.identical');
    this.conserved = words(page, 'compare.conserved', { old: /\d+/, struck: /\d+/, inserted: /\d+/, next: /\d+/ });
    this.end = page.locator('[data-end]');
    this.counts = page.getByText(said('compare.countsLeft', { left: /\d+/ }));
    this.counted = words(page, 'compare.counted');
    this.changesOfPlace = page.getByText(
      anyOf(...KINDS_OF_PLACE.map((kind) => said(`compare.count.${kind}`, { count: /\d+/ }))),
    );
  }

  async shown(): Promise<void> {
    await this.rows.first().waitFor();
  }

  /** The line about a clause among what matters. */
  impactOf(number: string): Locator {
    return this.impact.getByRole('button', { name: saidFirst('compare.clause', { number }) });
  }

  /** The row of a clause that came with the new version. */
  added(number: string): Locator {
    return this.#page.getByRole('group', { name: inOrder(/^/u, `${number} `, said('compare.kind.added')) });
  }

  insertedIn(row: Locator): Locator {
    return row.locator('ins');
  }

  deletedIn(row: Locator): Locator {
    return row.locator('del');
  }

  async sideBySide(): Promise<void> {
    await button(this.#page, 'compare.sideBySide').click();
  }

  async inOneText(): Promise<void> {
    await button(this.#page, 'compare.inline').click();
  }

  async next(): Promise<void> {
    await button(this.#page, 'compare.next').click();
  }

  async nextByKey(): Promise<void> {
    await this.#page.keyboard.press('j');
  }

  async previousByKey(): Promise<void> {
    await this.#page.keyboard.press('p');
  }

  position(at: number, of: number): Locator {
    return words(this.#page, 'compare.position', { at, of });
  }

  /** That so many wordings differ. */
  edits(count: number): Locator {
    return words(this.#page, 'compare.edits', { count });
  }

  /** That so many clauses differ in form alone. */
  formattedOnly(count: number): Locator {
    return words(this.#page, 'compare.count.emphasis', { count });
  }

  async toEnd(): Promise<void> {
    await this.end.scrollIntoViewIfNeeded();
  }

  /** Steps from change to change, to the last. */
  async goThrough(): Promise<void> {
    const changes = await this.#page.locator('[data-row]').count();
    for (let at = 0; at < changes; at += 1) await this.#page.keyboard.press('j');
  }

  /** Saves the redline as a PDF, and waits until it is there. */
  async savePdf(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'compare.savePdf').click();
    await words(this.#page, 'compare.saved', { name: basename(to) }).waitFor();
  }
}
