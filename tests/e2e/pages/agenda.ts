import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, inOrder, said } from '../texts.ts';
import { button, buttonNamed, field, heading, words } from './find.ts';

/** What kind a line of the agenda is of, by the words that stand in it. */
type ItemKind = 'overdue' | 'payment' | 'claim-closes' | 'own-note';

/** One dated thing to do. */
export class AgendaItem {
  /** The whole of it. */
  readonly all: Locator;
  readonly snoozeButton: Locator;

  constructor(item: Locator) {
    this.all = item;
    this.snoozeButton = button(item, 'agenda.snooze');
  }

  async showWorking(): Promise<void> {
    await words(this.all, 'agenda.working').click();
  }

  /** Words of the working. */
  working(text: RegExp): Locator {
    return this.all.getByText(text);
  }

  async snooze(): Promise<void> {
    await this.snoozeButton.click();
  }

  async done(): Promise<void> {
    await button(this.all, 'agenda.done').click();
  }

  async reopen(): Promise<void> {
    await button(this.all, 'agenda.reopen').click();
  }
}

/** Everything dated, in one list or by month. */
export class AgendaScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly title: Locator;
  readonly items: Locator;
  /** Headings of the groups. */
  readonly groups: Locator;
  readonly kind: Locator;
  readonly settledToo: Locator;
  readonly today: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.title = heading(page, 'agenda.title');
    this.items = page.locator('[data-item]');
    this.groups = page.locator('section h2');
    this.kind = field(page, 'kind');
    this.settledToo = page.getByLabel(said('agenda.showDone'));
    this.today = page.locator('td[aria-current="date"]');
  }

  /** The item that shows some words. */
  item(text: string | RegExp): AgendaItem {
    return new AgendaItem(this.items.filter({ hasText: text }));
  }

  /** The item of a kind. */
  itemOf(kind: ItemKind): AgendaItem {
    return this.item(said(`term.agenda-items.kind-words.${kind}.title`));
  }

  /** Items of a kind that are named after something. */
  namedOf(kind: ItemKind): Locator {
    return this.item(inOrder(said(`term.agenda-items.kind-words.${kind}.title`), ' · ')).all;
  }

  /** The payment of an order. */
  get payment(): AgendaItem {
    const words = said('term.agenda-items.kind-words.payment.title');
    return new AgendaItem(this.#page.locator('[data-item$="/payment"]').filter({ hasText: words }));
  }

  /** Items that have a date. */
  get dated(): Locator {
    return this.#page
      .locator('[data-item]:not(:has(.when:not(:has(span))))')
      .filter({ hasNotText: said('agenda.unknownDate') });
  }

  /** The heading of a group with how many it holds. */
  group(state: 'overdue' | 'now', count: number): Locator {
    return this.#page.getByRole('heading', { name: inOrder(said(`agenda.groups.${state}`), ` ${count}`) });
  }

  /** In the dialog: until when something is put off, and why. */
  async fillSnooze(until: string, reason: string): Promise<void> {
    await field(this.#page, 'until').fill(until);
    await field(this.#page, 'reason').fill(reason);
  }

  async saveSnooze(): Promise<void> {
    await button(this.#page.getByRole('dialog'), 'frame.save').click();
  }

  /** In the dialog: that it is done, with a note and a file. */
  async keepDone(note: string, file: string): Promise<void> {
    await this.#files.chooseFiles(file);
    await field(this.#page, 'done-note').fill(note);
    await button(this.#page, 'agenda.keepWithFile').click();
  }

  async byMonth(): Promise<void> {
    await buttonNamed(this.#page, 'agenda.calendar').click();
  }

  async asList(): Promise<void> {
    await button(this.#page, 'agenda.list').click();
  }

  /** Saves the calendar file, and waits until it is there. */
  async saveCalendar(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'agenda.ics').click();
    const name = basename(to);
    await this.#page
      .getByText(anyOf(said('agenda.saved', { name }), said('agenda.savedWithout', { name, count: /\d+/ })))
      .waitFor();
  }

  /** Saves the list as a PDF, and waits until it is there. */
  async savePdf(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'agenda.pdf').click();
    await words(this.#page, 'agenda.saved', { name: basename(to) }).waitFor();
  }
}
