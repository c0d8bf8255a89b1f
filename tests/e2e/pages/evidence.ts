import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { said } from '../texts.ts';
import { button, buttonNamed, field, heading, tab, words, wordsAlone } from './find.ts';

/** Decisions, the ledger, timestamps and bundles. */
export class EvidenceScreen {
  readonly #page: Page;
  readonly #files: FileDialogs;
  /** The record of an accepted version. */
  readonly accepted: Locator;
  /** Its line about the network address. */
  readonly networkAddress: Locator;
  /** The ledger's entry of a decision. */
  readonly decisionEntry: Locator;
  readonly rows: Locator;
  /** When all of it was verified. */
  readonly verified: Locator;
  readonly waiting: Locator;
  readonly stampUntrusted: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.accepted = heading(page, 'acceptance.certificate.titles.accepted');
    this.networkAddress = wordsAlone(page, 'acceptance.certificate.network-address');
    this.decisionEntry = button(page, 'ledger.entry.kind.acceptance-decided');
    this.rows = page.getByRole('row');
    this.verified = words(page, 'evidence.checkedAt', { when: /.+/, count: /\d+/ });
    this.waiting = words(page, 'evidence.waiting', { when: /.+/ });
    this.stampUntrusted = words(page, 'evidence.stampUntrusted');
  }

  async show(part: 'decisions' | 'ledger' | 'timestamps' | 'bundles' | 'court'): Promise<void> {
    await tab(this.#page, `evidence.parts.${part}`).click();
  }

  /** Shows the entries of the ledger that are about decisions. */
  async showOnlyDecisions(): Promise<void> {
    await button(this.#page, 'evidence.groups.decisions').click();
  }

  async verifyAll(): Promise<void> {
    await button(this.#page, 'evidence.verifyAll').click();
  }

  async requestTimestamp(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'evidence.request').click();
  }

  async attachTimestamp(answer: string): Promise<void> {
    await this.#files.chooseFiles(answer);
    await button(this.#page, 'evidence.attach').click();
  }

  /** What speaks against whoever hands something out, shown before it leaves. */
  get adverse(): Locator {
    return this.#page.getByRole('dialog', { name: said('evidence.adverse.title') });
  }

  /** Asks for the record as a file; where something in it is adverse, that stands before the file. */
  async saveCertificate(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await buttonNamed(this.#page, 'evidence.certificate').click();
  }

  /** Lets it leave after a look at what is adverse. */
  async exportAdverse(): Promise<void> {
    await button(this.adverse, 'evidence.adverse.export').click();
    await this.adverse.waitFor({ state: 'detached' });
  }

  /** Opens the dialog of a new bundle. */
  async beginBundle(): Promise<void> {
    await button(this.#page, 'evidence.export').click();
  }

  async saveBundle(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page.getByRole('dialog'), 'evidence.export').click();
  }

  /** Of a bundle that was opened: that it is whole. */
  get bundleWhole(): Locator {
    return wordsAlone(this.#page, 'evidence.bundleGood');
  }

  /** Takes a bundle that was opened into the library, as somebody's. */
  async importBundle(origin: string): Promise<void> {
    await field(this.#page, 'origin').fill(origin);
    await button(this.#page, 'evidence.import').click();
  }

  /** In the dialog of the key: a new passphrase, twice. */
  async fillNewPassphrase(passphrase: string): Promise<void> {
    await field(this.#page, 'passphrase').fill(passphrase);
    await field(this.#page, 'passphraseAgain').fill(passphrase);
  }

  async setPassphrase(): Promise<void> {
    await buttonNamed(this.#page, 'evidence.key.set').click();
  }

  async unlock(passphrase: string): Promise<void> {
    const dialog = this.#page.getByRole('dialog');
    await field(dialog, 'currentPassphrase').fill(passphrase);
    await buttonNamed(dialog, 'evidence.key.unlock').click();
  }
}
