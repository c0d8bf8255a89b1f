import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, said, saidWhole } from '../texts.ts';
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
  /** Beside the current clause, or under it: why it is bold, what changed, its facts, questions to the provider. */
  readonly notes: Locator;
  /** Left of the numbers: each notes the key clauses of its card. */
  readonly rings: Locator;
  /** Those of what is noted. */
  readonly notedRings: Locator;
  /** The ring of what is current. */
  readonly ring: Locator;
  /** Said to one who notes too early: how long it takes still. */
  readonly told: Locator;
  /** The one next thing to do. */
  readonly primary: Locator;
  /** Said where the text was opened at the place where one left it. */
  readonly continued: Locator;
  /** Leads to the decision, whatever is missing. */
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
    this.notes = page.getByRole('complementary', { name: said('review.notes.title') });
    this.rings = page.locator('[data-ring]');
    this.notedRings = page.locator('[data-ring][aria-pressed="true"]');
    this.ring = page.locator('.here > [data-ring]');
    this.told = page.locator('.told');
    this.primary = page.locator('footer button.primary');
    this.continued = words(page, 'review.reader.continued', { clause: /.+/ });
    this.decideButton = page.locator('footer').getByRole('button', {
      name: anyOf(said('review.reader.missing', { count: /\d+/ }), saidWhole('review.next.decide')),
    });
    this.complete = words(page, 'review.reader.complete');
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

  /** That so many key clauses are noted. */
  noted(count: number): Locator {
    return words(this.#page, 'review.reader.noted', { count, of: /\d+/ });
  }

  /** Whether the clauses of a ring may be noted: they were on screen for their time. */
  async ready(ring = this.ring): Promise<boolean> {
    return /ready/u.test((await ring.getAttribute('class')) ?? '');
  }

  version(ordinal: number): Locator {
    return wordsAlone(this.#page, 'review.reader.crumb', { ordinal });
  }

  async next(): Promise<void> {
    await this.#page.keyboard.press('j');
  }

  async previous(): Promise<void> {
    await this.#page.keyboard.press('k');
  }

  async previousSection(): Promise<void> {
    await this.#page.keyboard.press('[');
  }

  async nextSection(): Promise<void> {
    await this.#page.keyboard.press(']');
  }

  /** Shows what belongs to the version as a whole. */
  async about(): Promise<void> {
    await buttonNamed(this.#page, 'review.notes.version').click();
  }

  /** Goes to another version of the agreement. */
  async openVersion(ordinal: number): Promise<void> {
    await this.about();
    await buttonNamed(this.#page, 'review.reader.version', { ordinal }).click();
  }

  async toggleOutline(): Promise<void> {
    await this.#page.keyboard.press('o');
  }

  async find(text: string): Promise<void> {
    await this.#page.keyboard.press('f');
    await this.search.fill(text);
  }

  /** Notes what is current by the keyboard, if it may be noted yet, and goes on; with nothing current only goes on. */
  async noteCurrent(): Promise<void> {
    await this.#page.keyboard.press('Space');
  }

  /** Scrolls to the beginning of the text, with nothing current. */
  async toStart(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.title.scrollIntoViewIfNeeded();
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

  /** To the comparison with the version accepted before. */
  async compareByKey(): Promise<void> {
    await this.#page.keyboard.press('c');
  }

  /** Saves the text as a PDF, and waits until it is there. */
  async savePdf(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await this.about();
    await button(this.#page, 'review.reader.savePdf').click();
    await words(this.#page, 'review.reader.saved', { name: basename(to) }).waitFor();
  }

  /** Beside the current clause: begins a question to the provider. */
  async beginQuestion(question: string, askedBy: string): Promise<void> {
    await button(this.#page, 'review.notes.ask', { clause: /.+/ }).click();
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
