import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { inOrder, said, saidWhole } from '../texts.ts';
import { InvoicesPart } from './invoices.ts';
import { button, field, heading, selectSaid, tab, words } from './find.ts';

/** What an agreement gives: service levels and claims, fees and days, invoices, facts. */
export class RightsScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly claimButton: Locator;
  readonly markSentButton: Locator;
  readonly fee: Locator;
  readonly vouchers: Locator;
  readonly months: Locator;
  readonly noEvidence: Locator;
  readonly exclusions: Locator;
  readonly invoiceState: Locator;
  /** The state that an invoice's card names. */
  readonly invoiceStateWord: Locator;
  /** Said where an order cannot be ended before its term. */
  readonly noEarlyEnd: Locator;
  readonly steps: Locator;
  readonly invoices: InvoicesPart;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.claimButton = button(page, 'rights.claim');
    this.markSentButton = button(page, 'letters.case.mark.sent');
    this.fee = field(page, 'fee');
    this.vouchers = field(page, 'vouchers');
    this.months = field(page, 'months');
    this.noEvidence = words(page, 'rights.exclusions.noEvidence');
    this.exclusions = words(page, 'rights.exclusions.title').first();
    this.invoiceState = field(page, 'invoice-state');
    this.invoiceStateWord = page.locator('article strong').first();
    this.noEarlyEnd = words(page, 'term.early-end.ban');
    this.steps = page.getByRole('checkbox');
    this.invoices = new InvoicesPart(page, files);
  }

  /** Waits for the rights under an agreement. */
  async shownOf(agreement: string): Promise<void> {
    await this.#page.getByRole('heading', { name: agreement }).waitFor();
  }

  /** Chooses the agreement whose title holds a text. */
  async choose(title: string): Promise<void> {
    const list = this.#page.getByRole('navigation', { name: said('rights.choose') });
    await list.getByRole('button', { name: title }).click();
  }

  async show(part: 'service' | 'orders' | 'invoices' | 'term' | 'facts'): Promise<void> {
    await tab(this.#page, `rights.parts.${part}`).click();
  }

  /** Says what is measured by itself: the instances that the log names. */
  async addUnit(name: string): Promise<void> {
    await button(this.#page, 'rights.units.add').first().click();
    await field(this.#page, 'unit-name').fill(name);
    await button(this.#page.getByRole('dialog'), 'frame.add').click();
  }

  /** Begins to take a log of outages over. */
  async beginLog(): Promise<void> {
    await button(this.#page, 'rights.log.open').click();
  }

  async beginOutage(): Promise<void> {
    await button(this.#page, 'rights.addOutage').click();
  }

  async beginUnit(): Promise<void> {
    await button(this.#page, 'rights.units.add').first().click();
  }

  /** Leads to a part that the agreement may not have yet. */
  async reach(part: 'orders' | 'term'): Promise<void> {
    if ((await tab(this.#page, `rights.parts.${part}`).count()) > 0) await this.show(part);
  }

  /** Begins to say from when the term runs, and what else counts it. */
  async beginTerm(): Promise<void> {
    await button(this.#page, 'rights.term.enter').last().click();
  }

  async beginOrder(): Promise<void> {
    await button(this.#page, 'rights.order.add').last().click();
  }

  /** Begins to say what a text says of a fact. */
  async beginCorrection(): Promise<void> {
    await button(this.#page, 'rights.facts.correctOpen').click();
  }

  /** That the figures rest on the newest version, because none is accepted. */
  onNewest(ordinal: number): Locator {
    return words(this.#page, 'rights.basis.newest', { ordinal });
  }

  /** That the figures rest on a version that the person chose. */
  onChosen(ordinal: number): Locator {
    return words(this.#page, 'rights.basis.chosen', { ordinal });
  }

  /** Why nothing can be claimed while no text is in force and none is chosen. */
  claimBlocked(ordinal: number): Locator {
    return words(this.#page, 'rights.blocked.why', { ordinal });
  }

  /** Chooses the version that the figures rest on where no text is in force. */
  async chooseText(ordinal: number): Promise<void> {
    await button(this.#page, 'rights.basis.change').first().click();
    await selectSaid(field(this.#page, 'text'), saidWhole('rights.basis.version', { ordinal }));
    await button(this.#page.getByRole('dialog'), 'frame.save').click();
  }

  /** A figure of the month, which opens its working. */
  figure(
    name: 'down' | 'availability' | 'breach' | 'tier' | 'creditVouchers' | 'cap' | 'opens' | 'closes' | 'termination',
  ): Locator {
    return this.#page.locator('summary').filter({ hasText: said(`rights.figures.${name}`) });
  }

  /** A figure of an order. */
  orderFigure(name: 'payBy' | 'renewBy'): Locator {
    return this.#page.locator('summary').filter({ hasText: said(`rights.order.figures.${name}`) });
  }

  /** From when an invoice is issued. */
  get invoiceIssue(): Locator {
    return this.#page.locator('summary').filter({ hasText: said('rights.invoice.issue') });
  }

  /** The working of a credit below its cap. */
  creditWithinCap(percent: string, full: string): Locator {
    return words(this.#page, 'term.service-level.credit-within-cap', {
      given: said('format.fact.share-of-month-fee', { share: `${percent}%` }),
      full,
    });
  }

  /** An amount, as the language writes it. */
  yuan(amount: string): Locator {
    return words(this.#page, 'format.quantity.money', { n: amount });
  }

  /** A value that is shown: a day, an amount in words, the name of a file. */
  value(text: string): Locator {
    return this.#page.getByText(text);
  }

  /** Has a log read, and keeps it where there is anything new in it. */
  async importOutages(csv: string, fresh: number): Promise<void> {
    await this.#files.chooseFiles(csv);
    await button(this.#page, 'rights.log.open').click();
    await button(this.#page, 'rights.log.file').click();
    await this.#keep(fresh);
  }

  async pasteOutages(rows: string): Promise<void> {
    await button(this.#page, 'rights.log.open').click();
    await field(this.#page, 'rows').fill(rows);
    await button(this.#page, 'rights.log.read').click();
  }

  /** Adds what was pasted and read. */
  async #keep(count: number): Promise<void> {
    if (count > 0) return button(this.#page, 'rights.log.keep.outages', { count }).click();
    await button(this.#page, 'rights.log.nothing').waitFor();
    await button(this.#page.getByRole('dialog'), 'frame.cancel').click();
  }

  async addPasted(count: number): Promise<void> {
    await this.#keep(count);
  }

  /** Says in the dialog that so many rows are there already. */
  knownRows(count: number): Locator {
    return words(this.#page, 'rights.log.known', { count });
  }

  /** That so many outages were taken over. */
  taken(added: number): Locator {
    return words(this.#page, 'rights.outage.taken', { added });
  }

  /** The same where some were known. */
  takenSome(added: number, known: number): Locator {
    return words(this.#page, 'rights.outage.takenSome', { added, known });
  }

  /** The heading over so many outages. */
  outages(count: number): Locator {
    return heading(this.#page, 'rights.outage.rows', { count });
  }

  /** The refusal of a time in a line. */
  badTime(line: number, cell: string): Locator {
    return words(this.#page, 'term.outage-log.outage-time', { line, cell });
  }

  /** Under which exclusion the outage of a day falls. */
  exclusionOf(day: string): Locator {
    return this.#page.getByLabel(inOrder(/^/u, said('rights.outage.exclusion'), ` ${day}`));
  }

  /** Counts the outage of a day, under no exclusion. */
  async countOutage(day: string): Promise<void> {
    await selectSaid(this.exclusionOf(day), saidWhole('rights.outage.counted'));
  }

  async saveFee(): Promise<void> {
    await button(this.#page, 'rights.fee.save').click();
  }

  async showChartAsTable(): Promise<void> {
    await words(this.#page, 'rights.chart.table').click();
  }

  /** The row of a table whose name begins so. */
  rowOf(name: RegExp): Locator {
    return this.#page.getByRole('row', { name });
  }

  /** Whether an exclusion applies. */
  verdict(number: string): Locator {
    return this.#page.getByLabel(inOrder(said('rights.exclusions.title'), ` ${number}`));
  }

  /** Attaches proof to the first exclusion. */
  async attachProof(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await button(this.#page, 'rights.exclusions.attach').first().click();
  }

  checkedExclusions(done: number, all: number): Locator {
    return words(this.#page, 'rights.exclusions.progress', { done, all });
  }

  /** Opens the letter of the drafted claim. */
  async openClaim(): Promise<void> {
    await button(this.#page, 'rights.openClaim').click();
  }

  /** Drafts the claim letter. */
  async claim(): Promise<void> {
    await this.claimButton.click();
  }

  /** That a claim over an amount was drafted. */
  claimDrafted(amount: string): Locator {
    return words(this.#page, 'rights.claimed', { day: /.+/, amount });
  }

  /** Begins to say that the claim went out, by a person. */
  async markSent(by: string): Promise<void> {
    await this.markSentButton.click();
    await this.#page.getByRole('dialog').getByLabel(said('frame.handledBy')).fill(by);
  }

  async saveSent(): Promise<void> {
    await button(this.#page.getByRole('dialog'), 'letters.case.title.sent').click();
  }

  /** Says the next step of the claim, by a person. */
  async takeStep(step: 'arrived' | 'answered' | 'credited', by: string, amount?: string): Promise<void> {
    await button(this.#page, `letters.case.mark.${step}`).click();
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByLabel(said('frame.handledBy')).fill(by);
    if (amount !== undefined) await field(this.#page, 'amount').fill(amount);
    await button(dialog, `letters.case.title.${step}`).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Takes the claim's last step back. */
  async undoStep(): Promise<void> {
    await button(this.#page, 'letters.case.undo').click();
  }

  /** A step on the way of the claim. */
  caseState(state: 'sent' | 'arrived' | 'answered' | 'credited'): Locator {
    return this.#page
      .getByRole('listitem')
      .getByText(saidWhole(`letters.case.states.${state}`))
      .first();
  }

  /** That a claim over an amount went out. */
  claimSent(amount: string): Locator {
    return words(this.#page, 'rights.claimWasSent', { day: /.+/, amount });
  }

  /** Opens the form of an order and fills it in. */
  async fillOrder(fields: Readonly<Record<string, string>>, note: string): Promise<void> {
    await button(this.#page, 'rights.order.add').click();
    const dialog = this.#page.getByRole('dialog');
    for (const [name, value] of Object.entries(fields)) await field(dialog, name).fill(value);
    await dialog.locator('textarea').fill(note);
  }

  /** Of an order that nobody paid in time: that it was served all the same. */
  async servedAnyway(): Promise<void> {
    await this.#page.getByRole('dialog').locator('[name="servedAnyway"]').check();
  }

  async saveOrder(): Promise<void> {
    await this.#page.getByRole('dialog').locator('[type=submit]').click();
  }

  /** Gives a person's own value where the agreement has none. */
  async giveOwn(name: string, value: string): Promise<void> {
    const own = field(this.#page, `own-${name}`);
    await own.fill(value);
    await this.#page.locator('form').filter({ has: own }).getByRole('button').click();
  }

  async showInvoiceSteps(): Promise<void> {
    await words(this.#page, 'rights.invoice.steps').click();
  }

  /** How many of the steps are done. */
  stepsDone(done: number): Locator {
    return this.#page.getByText(new RegExp(`^${done}/\\d+`));
  }
}
