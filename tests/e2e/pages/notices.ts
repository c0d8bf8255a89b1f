import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { NoticeChannel, NoticeState } from '../../../src-main/contract/notices.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { anyOf, said } from '../texts.ts';
import { CaseWay } from './case-way.ts';
import { button, buttonNamed, field, heading, words } from './find.ts';

/** What is written down of a notice. */
export interface NewNotice {
  readonly agreement: string;
  readonly sent: string;
  readonly effective: string;
  readonly subject: string;
  readonly announcement?: string;
  /** How it came, if not as the form proposes. */
  readonly channel?: NoticeChannel;
}

/** A day of a notice's clock, with how it comes about. */
export class NoticeDay {
  /** The whole line. */
  readonly all: Locator;

  constructor(line: Locator) {
    this.all = line;
  }

  async showWorking(): Promise<void> {
    await this.all.locator('summary').click();
  }

  /** Leads from the working to a clause. */
  clause(number: string): Locator {
    return button(this.all, 'notices.clause', { number });
  }
}

/** A thing to do after an objection. */
export class ObjectionStep {
  /** The whole line. */
  readonly all: Locator;

  constructor(line: Locator) {
    this.all = line;
  }

  /** Begins to say that it is done, by some evidence. */
  async tick(evidence: string): Promise<void> {
    await button(this.all, 'notices.tick').click();
    await field(this.all, 'evidence').fill(evidence);
  }

  async save(): Promise<void> {
    await button(this.all, 'frame.save').click();
  }
}

/** Changes that a provider announced, their clocks, and what was done about them. */
export class NoticesScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly #dialog: Locator;
  readonly clock: Locator;
  readonly confirmButton: Locator;
  readonly inUse: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.#dialog = page.getByRole('dialog');
    this.clock = heading(page, 'notices.clock');
    this.confirmButton = (['accepted', 'objected', 'continuing', 'withdrawn', 'in-use'] as const)
      .map((to) => button(this.#dialog, `notices.moveTitle.${to}`))
      .reduce((found, other) => found.or(other));
    this.inUse = words(page, 'names.noticeState.in-use').first();
  }

  /** Opens the form of a new notice. */
  async begin(): Promise<void> {
    await button(this.#page, 'notices.register').first().click();
  }

  /** Opens the form of a new notice and fills it in. */
  async fillNew({ agreement, sent, effective, subject, announcement, channel }: NewNotice): Promise<void> {
    await this.begin();
    await field(this.#dialog, 'agreementId').selectOption({ label: agreement });
    if (channel !== undefined) await field(this.#dialog, 'channel').selectOption(channel);
    await field(this.#dialog, 'sent').fill(sent);
    await field(this.#dialog, 'announcedEffective').fill(effective);
    await field(this.#dialog, 'subject').fill(subject);
    if (announcement !== undefined) await field(this.#dialog, 'announcement').fill(announcement);
  }

  /** Keeps the notice of the form, and waits until it is shown. */
  async saveNew(agreement: string): Promise<void> {
    await buttonNamed(this.#dialog, 'notices.form.save').click();
    await this.#page.getByRole('heading', { name: agreement }).waitFor();
  }

  /** A day of the clock by its name. */
  day(name: 'delivered' | 'lastDayToAct' | 'earliestEffective' | 'effective'): NoticeDay {
    return new NoticeDay(this.#page.locator(`[data-line=${name}]`));
  }

  /** A step of the objection by its name. */
  step(name: string): ObjectionStep {
    return new ObjectionStep(this.#page.locator(`[data-item=${name}]`));
  }

  /** That the notice is so many days short. */
  shortfall(days: number): Locator {
    return words(this.#page, 'notices.shortfall', { full: days, back: days - 1 });
  }

  /** What is said beforehand: that using on may count as acceptance, by a clause. */
  beforehand(number: string): Locator {
    return this.#page.getByText(
      anyOf(
        said('notices.beforehandByClause', { date: /.+/, number }),
        said('notices.beforehandPastByClause', { date: /.+/, number }),
      ),
    );
  }

  /** Chooses the file of the announced text; its review leads back here. */
  async importNewText(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await button(this.#page, 'notices.import').first().click();
  }

  /** Begins the letter that objects, or opens the one that was begun. */
  async writeObjection(): Promise<void> {
    await button(this.#page, 'notices.draftObjection').or(button(this.#page, 'notices.openObjection')).first().click();
  }

  /** What became of the objection's letter. */
  get way(): CaseWay {
    return new CaseWay(this.#page, this.#files);
  }

  /** How the notice that is shown stands. */
  state(state: NoticeState): Locator {
    return words(this.#page.getByRole('article'), `names.noticeState.${state}`).first();
  }

  async compare(): Promise<void> {
    await buttonNamed(this.#page, 'notices.compare').click();
  }

  async object(): Promise<void> {
    await button(this.#page, 'notices.object').click();
  }

  /** Going on as was agreed, after the objection went out. */
  async keepOn(): Promise<void> {
    await button(this.#page, 'notices.keepOn').click();
  }

  async markStillUsed(): Promise<void> {
    await button(this.#page, 'notices.noteUse').click();
  }

  /** The provider withdrew it, as somebody says. */
  async withdraw(by: string): Promise<void> {
    await button(this.#page, 'notices.withdraw').first().click();
    await this.say({ by });
    await this.confirm();
    await this.#dialog.waitFor({ state: 'detached' });
  }

  /** Names who says so, and since when the service was used on. */
  async say({ by, usedOn }: { readonly by: string; readonly usedOn?: string }): Promise<void> {
    if (usedOn !== undefined) await field(this.#dialog, 'usedOn').fill(usedOn);
    await field(this.#dialog, 'by').fill(by);
  }

  async confirm(): Promise<void> {
    await this.confirmButton.click();
  }

  /** The field of the open dialog at which it says that something is missing. */
  get nameless(): Locator {
    return this.#dialog.locator('[aria-invalid="true"]');
  }

  /** Words of the agreement that the open dialog quotes. */
  quoted(clauseWords: string): Locator {
    return this.#dialog.getByText(clauseWords);
  }

  /** That so many steps are left. */
  stepsLeft(left: number): Locator {
    return words(this.#page, 'notices.checklistLeft', { left }).last();
  }

  /** The history's sentence that the service was used on. */
  usedOn(day: RegExp): Locator {
    return words(this.#page, 'notices.notice-history.use-noted', { effect: /.+/, used: day });
  }

  /** What shows the subject of a notice. */
  subject(text: string): Locator {
    return this.#page.getByText(text);
  }

  /** Saves the calendar file, and waits until it is there. */
  async saveCalendar(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'notices.export').click();
    await words(this.#page, 'notices.exported', { name: basename(to) }).waitFor();
  }

  async watchFolder(folder: string): Promise<void> {
    await this.#files.chooseFiles(folder);
    await button(this.#page, 'notices.turnOn').click();
  }

  watched(name: string): Locator {
    return words(this.#page, 'notices.folderOn', { name });
  }

  /** The offer of a file of the watched folder. */
  offer(name: string): Locator {
    return words(this.#page, 'notices.offer', { name, title: /.+/ });
  }

  async reviewOffer(): Promise<void> {
    await button(this.#page, 'notices.reviewOffer').click();
  }
}
