import type { Locator, Page } from '@playwright/test';
import { said } from '../texts.ts';
import { button, heading, words } from './find.ts';
import type { LibraryScreen } from './library.ts';

/** One document that was read from a source, as it is reviewed. */
export class ReviewedDocument {
  readonly #part: Locator;
  /** The whole of it. */
  readonly all: Locator;
  readonly title: Locator;
  /** Whether it is saved. */
  readonly ticked: Locator;
  /** As what it is saved: `new` or `next`. */
  readonly as: Locator;

  constructor(part: Locator) {
    this.#part = part;
    this.all = part;
    this.title = part.getByRole('textbox');
    this.ticked = part.getByRole('checkbox');
    this.as = part.getByRole('combobox');
  }

  /** That so many places were mended. */
  repairs(count: number): Locator {
    return words(this.#part, 'import.repairs', { count });
  }

  async undoJoin(): Promise<void> {
    await button(this.#part, 'import.undoJoin').click();
  }

  async redoJoin(): Promise<void> {
    await button(this.#part, 'import.redoJoin').click();
  }

  async mergeUp(): Promise<void> {
    await button(this.#part, 'import.mergeUp').click();
  }
}

/** A line of the source, beside what was read from it. */
export class SourceLine {
  /** The whole of it. */
  readonly all: Locator;
  readonly keepButton: Locator;

  constructor(line: Locator) {
    this.all = line;
    this.keepButton = button(line, 'import.keepLine');
  }

  /** Begins a new document here. */
  async split(): Promise<void> {
    await this.all.hover();
    await button(this.all, 'import.splitHere').click();
  }
}

/** The review of what was read from a source, before anything is saved. */
export class ImportReview {
  readonly #page: Page;
  readonly confirmButton: Locator;
  readonly documents: Locator;
  /** The titles of the documents, which can be written over. */
  readonly titles: Locator;
  readonly encoding: Locator;
  /** Said when the very file was imported before. */
  readonly sameFile: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.confirmButton = button(page, 'import.confirm');
    this.documents = page.getByRole('article');
    this.titles = this.documents.getByRole('textbox');
    this.encoding = page.getByRole('combobox', { name: said('import.encoding') });
    this.sameFile = words(page, 'import.sameFile');
  }

  /** Waits for the review of a source by its name. */
  async shownOf(name: string): Promise<void> {
    await this.#page.getByRole('heading', { name, exact: true }).waitFor();
  }

  /** Waits until documents are shown: so many, or any number. */
  async shown(count: number | RegExp = /\d+/): Promise<void> {
    await heading(this.#page, 'import.documents', { count }).waitFor();
  }

  document(index: number): ReviewedDocument {
    return new ReviewedDocument(this.documents.nth(index));
  }

  /** The line of the source that holds a text. */
  line(text: string): SourceLine {
    const lines = this.#page.getByRole('list', { name: said('import.source') }).getByRole('listitem');
    return new SourceLine(lines.filter({ hasText: text }));
  }

  /** Saves what is ticked, and waits for the library. */
  async confirm(library: LibraryScreen): Promise<void> {
    await this.confirmButton.click();
    await library.shown();
  }

  /** Leaves it for later. */
  async setAside(): Promise<void> {
    await button(this.#page, 'import.setAside').click();
  }
}
