import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, said } from '../texts.ts';
import { button, buttonNamed, field, words, wordsAlone } from './find.ts';
import { StandingNotes } from './standing-notes.ts';

/** The text of a version with its outline and its margin. */
export class ReaderScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  /** The text. */
  readonly text: Locator;
  readonly title: Locator;
  readonly clauses: Locator;
  /** Clauses that must be seen and noted. */
  readonly conspicuous: Locator;
  readonly current: Locator;
  /** What is marked as found. */
  readonly found: Locator;
  /** The last line under the text. */
  readonly end: Locator;
  readonly outline: Locator;
  readonly margin: Locator;
  /** In the margin: why the current clause is bold. */
  readonly why: Locator;
  /** In the margin: the button that counts down, notes the current clause, and says that it is noted. */
  readonly note: Locator;
  readonly decideButton: Locator;
  /** Said when all that must be seen has been seen. */
  readonly complete: Locator;
  readonly search: Locator;
  /** Which hit of how many is shown. */
  readonly searchCount: Locator;
  /** The refusal of seconds that have not passed. */
  readonly impossibleSeconds: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.text = page.locator('article');
    this.title = page.locator('article h1').first();
    this.clauses = page.locator('[data-clause]');
    this.conspicuous = page.locator('[data-clause].conspicuous');
    this.current = page.locator('[data-clause].current');
    this.found = page.locator('article .found');
    this.end = page.locator('[data-end]');
    this.outline = page.getByRole('navigation', { name: said('review.reader.outline') });
    this.margin = page.getByRole('complementary').first();
    this.why = page.getByRole('complementary', { name: said('review.reader.why') });
    this.note = page.getByRole('complementary').getByRole('button', {
      name: anyOf(
        said('review.reader.acknowledge'),
        said('review.reader.acknowledged'),
        said('review.reader.seconds', { left: /\d+/ }),
      ),
    });
    this.decideButton = button(page, 'review.reader.decide');
    this.complete = button(page, 'review.reader.complete');
    this.search = page.getByRole('searchbox');
    this.searchCount = page.getByRole('search').getByRole('status');
    this.impossibleSeconds = words(page, 'acceptance.screen-time.impossible-seconds', { claimed: /\d/, passed: /\d/ });
  }

  async shown(): Promise<void> {
    await this.clauses.first().waitFor();
  }

  /** The clause with a number. */
  clause(number: string): Locator {
    return this.clauses.filter({ has: this.#page.locator(`.number:text-is("${number}")`) });
  }

  /** Conspicuous clauses whose numbers fit an expression. */
  conspicuousNumbered(numbers: string): Locator {
    return this.conspicuous.filter({ has: this.#page.locator(`.number:text-matches("${numbers}")`) });
  }

  /** The numbers that stand before the clauses. */
  async numbers(): Promise<readonly string[]> {
    const texts = await this.#page.locator('[data-clause] > .number').allInnerTexts();
    return texts.map((text) => text.trim()).filter(Boolean);
  }

  /** How heavily each piece of the words of clauses is drawn. */
  weights(clauses: Locator): Promise<readonly string[]> {
    return clauses.locator('p').evaluateAll((paragraphs) =>
      paragraphs.flatMap((paragraph) => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const weights: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.textContent?.trim()) weights.push(getComputedStyle(node.parentElement!).fontWeight);
        }
        return weights;
      }),
    );
  }

  /** Beside a clause: who made it bold. */
  whoMadeBold(clause: Locator): Locator {
    return clause.locator('.word');
  }

  get outlineEntries(): Locator {
    return this.outline.getByRole('button');
  }

  /** What is marked as found in the current clause. */
  get foundInCurrent(): Locator {
    return this.current.locator('.found');
  }

  /** Where in the conspicuous clauses the current one is. */
  position(at: number): Locator {
    return words(this.#page, 'review.reader.conspicuousOf', { at, of: /\d+/ });
  }

  version(ordinal: number): Locator {
    return wordsAlone(this.#page, 'review.reader.version', { ordinal });
  }

  async next(): Promise<void> {
    await this.#page.keyboard.press('j');
  }

  async previous(): Promise<void> {
    await this.#page.keyboard.press('k');
  }

  async olderVersion(): Promise<void> {
    await this.#page.keyboard.press('[');
  }

  async newerVersion(): Promise<void> {
    await this.#page.keyboard.press(']');
  }

  async toggleOutline(): Promise<void> {
    await this.#page.keyboard.press('o');
  }

  async find(text: string): Promise<void> {
    await this.#page.keyboard.press('f');
    await this.search.fill(text);
  }

  /** Notes the current clause by the keyboard, if it may be noted yet. */
  async noteCurrent(): Promise<void> {
    await this.#page.keyboard.press('Space');
  }

  /** Scrolls to the end of the text. */
  async toEnd(): Promise<void> {
    await this.end.scrollIntoViewIfNeeded();
  }

  /** Goes to the end of the text by the keyboard. */
  async toEndByKey(): Promise<void> {
    await this.text.press('End');
  }

  /** Goes on to the decision. */
  async decide(): Promise<void> {
    await this.decideButton.click();
  }

  async decideByKey(): Promise<void> {
    await this.#page.keyboard.press('d');
  }

  /** From the list of what is missing to the comparison with the version accepted before. */
  async compareAsMissing(): Promise<void> {
    await button(this.#page, 'review.reader.missing', { count: /\d+/ }).click();
    await button(this.#page, 'review.reader.redlineNotSeen').click();
  }

  /** Saves the text as a PDF, and waits until it is there. */
  async savePdf(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'review.reader.savePdf').click();
    await words(this.#page, 'review.reader.saved', { name: basename(to) }).waitFor();
  }

  /** Beside the current clause: begins a question to the provider. */
  async beginQuestion(question: string, askedBy: string): Promise<void> {
    await button(this.#page, 'review.explanations.ask').click();
    await field(this.#page, 'question').fill(question);
    await field(this.#page, 'askedBy').fill(askedBy);
  }

  async recordQuestion(): Promise<void> {
    await button(this.#page, 'review.explanations.record').click();
  }

  /** Says how the question went out. */
  async markQuestionSent(who: string): Promise<void> {
    await button(this.#page, 'review.explanations.markSent').click();
    await field(this.#page, 'who').fill(who);
    await buttonNamed(this.#page, 'review.explanations.save').click();
  }

  get questionSent(): Locator {
    return words(this.#page, 'review.explanations.states.sent');
  }

  /** In the margin: from when to when the version is in force. */
  get standing(): StandingNotes {
    return new StandingNotes(this.#page);
  }

  /** Leads to what today's reader sees otherwise. */
  get lookAtReading(): Locator {
    return button(this.#page, 'review.readings.look');
  }

  get readAgain(): Locator {
    return button(this.#page, 'review.readings.again');
  }

  get newReading(): NewReading {
    return new NewReading(this.#page);
  }

  get readingKept(): Locator {
    return words(this.#page, 'review.readings.kept');
  }
}

/** The dialog with what today's reader sees otherwise. */
export class NewReading {
  readonly #dialog: Locator;
  /** What keeping it means. */
  readonly effect: Locator;
  readonly differences: Locator;

  constructor(page: Page) {
    this.#dialog = page.getByRole('dialog', { name: said('review.readings.title') });
    this.effect = words(this.#dialog, 'review.readings.effect');
    this.differences = this.#dialog.getByRole('listitem');
  }

  async keep(): Promise<void> {
    await button(this.#dialog, 'review.readings.keep').click();
  }
}
