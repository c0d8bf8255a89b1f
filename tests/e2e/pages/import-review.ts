import type { Locator, Page } from '@playwright/test';
import { anyOf, said } from '../texts.ts';
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
  /** As what it is saved: `new`, or the agreement or document that it continues. */
  readonly as: Locator;
  /** Where lines of the source were joined. */
  readonly joins: Locator;

  constructor(part: Locator) {
    this.#part = part;
    this.all = part;
    this.title = part.getByRole('textbox', { name: said('library.titleField') });
    this.ticked = part.getByRole('checkbox');
    this.as = part.getByRole('combobox');
    this.joins = part.getByTitle(anyOf(said('import.joinMark')));
  }

  /** Takes back a join that is shown. */
  async undoJoin(): Promise<void> {
    await this.joins.first().click();
    await button(this.#part, 'import.revert').click();
  }

  /** Joins again what was taken back just now. */
  async redoJoin(): Promise<void> {
    await button(this.#part, 'import.redo').click();
  }

  async mergeUp(): Promise<void> {
    await button(this.#part, 'import.mergeUp').click();
  }
}

/** A line of the source, beside what was read from it. */
export class SourceLine {
  readonly #source: Locator;
  /** The whole of it. */
  readonly all: Locator;

  constructor(source: Locator, line: Locator) {
    this.#source = source;
    this.all = line;
  }

  /** Puts a line into the text that was left out. */
  get keepButton(): Locator {
    return button(this.#source, 'import.keepLine');
  }

  async choose(): Promise<void> {
    await this.all.click();
  }

  /** Begins a new document here. */
  async split(): Promise<void> {
    await this.choose();
    await button(this.#source, 'import.splitHere').click();
  }
}

/** The review of what was read from a source, before anything is saved. */
export class ImportReview {
  readonly #page: Page;
  readonly confirmButton: Locator;
  /** Takes a source of which all is in the library already off the list. */
  readonly dismissButton: Locator;
  readonly documents: Locator;
  /** The titles of the documents, which can be written over. */
  readonly titles: Locator;
  readonly encoding: Locator;
  /** Said when the very file was imported before. */
  readonly sameFile: Locator;
  /** Asked before it is saved where nobody looked at some places. */
  readonly unseen: Locator;
  /** Said once it is saved: what the documents became. */
  readonly saved: Locator;
  /** Takes back what was done last. */
  readonly undoButton: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.confirmButton = button(page, 'import.confirm');
    this.dismissButton = button(page, 'import.dismissSource');
    this.documents = page.getByRole('article');
    this.titles = this.documents.getByRole('textbox', { name: said('library.titleField') });
    this.encoding = page.getByRole('combobox', { name: said('import.encoding') });
    this.sameFile = words(page, 'import.sameFile');
    this.unseen = words(page, 'import.unseen', { count: /\d+/ });
    this.saved = heading(page, 'import.savedAs', { parts: /.+/ });
    this.undoButton = button(page, 'frame.undo');
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
    const source = this.#page.getByRole('region', { name: said('import.source') });
    return new SourceLine(source, source.getByRole('option').filter({ hasText: text }));
  }

  /** That so many places are to be looked at. */
  toLook(count: number | RegExp): Locator {
    return words(this.#page, 'import.toLook', { count });
  }

  /** Has every document saved as an agreement of its own, whatever it looks like. */
  async asNewAgreements(): Promise<void> {
    for (let index = 0; index < (await this.documents.count()); index += 1)
      await this.document(index).as.selectOption('new');
  }

  /** Saves what is ticked, and goes to the library. */
  async confirm(library: LibraryScreen): Promise<void> {
    await this.press();
    await this.saved.waitFor();
    await button(this.#page, 'import.toLibrary').click();
    await library.shown();
  }

  /** Presses the button, and again where it is asked about places at which nobody looked. */
  async press(): Promise<void> {
    await this.confirmButton.click();
    const anyway = button(this.#page, 'import.confirmUnseen');
    if (await anyway.isVisible()) await anyway.click();
  }

  /** The same where something is doubtful: whatever keeps it from being saved is said to be as one sees it, or no part of it. */
  async answerAndConfirm(library: LibraryScreen): Promise<void> {
    const seen = button(this.#page, 'import.answer.as-seen');
    for (;;) {
      await this.press();
      const saved = await this.saved.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (saved) break;
      if (await seen.isVisible()) {
        await seen.click();
        continue;
      }
      await button(this.#page, 'import.answer.not-part').first().click();
      await this.#page.getByRole('textbox', { name: said('import.answer.reason') }).fill('a picture beside the text');
      await button(this.#page, 'import.answer.not-part').last().click();
    }
    await button(this.#page, 'import.toLibrary').click();
    await library.shown();
  }

  /** Leaves it for later. */
  async setAside(): Promise<void> {
    await button(this.#page, 'import.setAside').click();
  }
}
