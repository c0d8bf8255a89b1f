import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { said } from '../texts.ts';
import { CaseWay } from './case-way.ts';
import { button, buttonNamed, field, inOneColumn, tab, words } from './find.ts';
import { PrinterDialog, SetDialog, SignDialog } from './letter-dialogs.ts';
import { ScanDialog } from './scan-dialog.ts';

/** Letters and forms: their fields, their pages as they are printed, and what was made of them. */
export class LettersScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  /** The pages. */
  readonly paper: Locator;
  /** The pages that are drawn already. */
  readonly drawn: Locator;
  readonly pictures: Locator;
  readonly exportButton: Locator;
  /** Said of a credit code that was mistyped. */
  readonly codeMistyped: Locator;
  readonly seam: Locator;
  readonly seamSlices: Locator;
  readonly signPad: Locator;
  /** What was refused, beside what was done. */
  readonly refusedHere: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.paper = page.locator('figure');
    this.drawn = page.locator('figure[data-drawn=true]');
    this.pictures = page.locator('canvas');
    this.exportButton = button(page, 'letters.export');
    this.codeMistyped = words(page, 'letter.check.code-check', { name: /.+/ });
    this.seam = field(page, 'seam');
    this.seamSlices = page.getByRole('img', { name: said('letters.seamSlice') });
    this.refusedHere = page.getByRole('main').getByRole('listitem').getByRole('alert');
    this.signPad = page.getByRole('img', { name: said('letters.writeHere') });
  }

  get signing(): SignDialog {
    return new SignDialog(this.#page, this.#files);
  }

  get scan(): ScanDialog {
    return new ScanDialog(this.#page, this.#files);
  }

  get gathering(): SetDialog {
    return new SetDialog(this.#page, this.#files);
  }

  /** What became of the letter in the world. */
  get way(): CaseWay {
    return new CaseWay(this.#page, this.#files);
  }

  get printers(): PrinterDialog {
    return new PrinterDialog(this.#page, this.#files);
  }

  /** Begins or opens the first letter of such a name. */
  async open(name: string): Promise<void> {
    await this.#page.getByRole('button', { name }).first().click();
  }

  /** Waits until its pages are there; in one column they are behind a tab. */
  async shown(): Promise<void> {
    if (await inOneColumn(this.#page)) await tab(this.#page, 'letters.preview').click();
    await this.paper.first().waitFor();
  }

  /** Words on its pages. */
  onPaper(text: string): Locator {
    return this.paper.getByText(text);
  }

  /** Words on one of its pages. */
  onPage(page: Locator, text: string): Locator {
    return page.getByText(text);
  }

  /** What on its pages could run or reach out. */
  get activeOnPaper(): Locator {
    return this.paper.locator('script, img[src="x"], a[href^="javascript"], meta[http-equiv=refresh], base');
  }

  /** A field by its name. */
  field(name: string): Locator {
    return field(this.#page, name);
  }

  /** A field by the label that the provider's form gives it. */
  labelled(label: string): Locator {
    return this.#page.getByLabel(label);
  }

  /** Ticks a box of the provider's form: the first thing that can be said of it. */
  async tickBox(label: string): Promise<void> {
    await this.labelled(label).selectOption({ index: 1 });
  }

  /** What was filled into the provider's own file. */
  filledIn(text: string): Locator {
    return this.#page.locator('mark', { hasText: text });
  }

  /** Saves the letter as a PDF, and waits until it is there. */
  async exportPdf(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await this.exportButton.click();
    await this.exported(basename(to)).waitFor({ timeout: 90_000 });
  }

  /** Saves the provider's own Word file, and waits until it is there. */
  async exportWord(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'letters.exportWord').click();
    await this.exported(basename(to)).waitFor();
  }

  /** Saves the copy with the pictures, and waits until it is there. */
  async exportCopy(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'letters.copy').click();
    await this.exported(basename(to)).waitFor();
  }

  /** That a file was saved. */
  exported(name: string): Locator {
    return words(this.#page, 'letters.exported', { name });
  }

  /** A file that was made of the letter. */
  output(name: string): Locator {
    return this.#page.getByText(name).first();
  }

  async sign(): Promise<void> {
    await button(this.#page, 'letters.sign').click();
  }

  /** Begins another signature on what was signed. */
  async signAgain(): Promise<void> {
    await buttonNamed(this.#page, 'letters.signAgain').first().click();
  }

  /** Saves a timestamp request for the first output, and waits until it is there. */
  async requestTimestamp(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await buttonNamed(this.#page, 'letters.timestampQuery').first().click();
    await words(this.#page, 'letters.querySaved', { name: basename(to) }).waitFor();
  }

  async attachTimestamp(answer: string): Promise<void> {
    await this.#files.chooseFiles(answer);
    await buttonNamed(this.#page, 'letters.timestampAnswer').first().click();
  }

  /** The seal's place, so far right and up from where it belongs, in millimetres. */
  sealAt(x: string, y: string | RegExp): Locator {
    return button(this.#page, 'letters.sealAt', { name: /.+/, x, y });
  }

  /** The same of a round seal of 42 millimetres. */
  roundSealAt(x: string, y: string | RegExp): Locator {
    return button(this.#page, 'letters.sealAt', { name: said('letters.shapes.round-42'), x, y });
  }

  async centreSeal(): Promise<void> {
    await button(this.#page, 'letters.centre').click();
  }

  async chooseSealPicture(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await button(this.#page, 'letters.chooseSeal').click();
    await this.#page.getByText(basename(path)).waitFor();
  }

  /** Writes a signature by hand along these points of the pad. */
  async write([first, ...points]: readonly (readonly [number, number])[]): Promise<void> {
    await button(this.#page, 'letters.write').click();
    const pad = await this.signPad.boundingBox();
    if (!pad || !first) throw new Error('there is no pad to write on');
    await this.#page.mouse.move(pad.x + first[0], pad.y + first[1]);
    await this.#page.mouse.down();
    for (const [x, y] of points) await this.#page.mouse.move(pad.x + x, pad.y + y, { steps: 4 });
    await this.#page.mouse.up();
  }

  async takeSignature(): Promise<void> {
    await button(this.#page, 'letters.takeIt').click();
  }

  /** Takes the first picture off the letter. */
  async dropPicture(): Promise<void> {
    await buttonNamed(this.#page, 'letters.drop').first().click();
  }

  /** Goes back to the list where the window shows the letter alone. */
  async showList(): Promise<void> {
    const bar = this.#page.getByRole('navigation', { name: said('frame.whereabouts') });
    const back = button(bar, 'frame.letters');
    if ((await back.isVisible()) && !(await button(this.#page, 'letters.start').isVisible())) await back.click();
  }

  /** Imports a provider's own form. */
  async importForm(path: string): Promise<void> {
    await this.#files.chooseFiles(path);
    await this.showList();
    await button(this.#page, 'letters.importForm').click();
  }

  /** Begins to put a set together. */
  async gather(): Promise<void> {
    await button(this.#page, 'letters.set').click();
  }

  async calibrate(): Promise<void> {
    await button(this.#page, 'letters.calibrate').click();
  }

  /** What is said of a printer by its name. */
  printer(name: string): Locator {
    return this.#page.getByText(name).first();
  }
}
