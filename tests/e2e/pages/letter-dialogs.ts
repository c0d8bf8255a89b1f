import type { Locator, Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { said } from '../texts.ts';
import { button, buttonNamed, field, words } from './find.ts';

/** A certificate that a person makes for their own name. */
export interface NewCertificate {
  readonly password: string;
  /** Where the file goes. */
  readonly to: string;
  /** Whose it is, if not who the form proposes. */
  readonly name?: string;
}

/** The dialog in which a letter is signed. */
export class SignDialog {
  readonly #page: Page;
  readonly #files: FileDialogs;
  /** The dialog itself. */
  readonly all: Locator;
  readonly password: Locator;
  /** What was refused. */
  readonly refused: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.all = page.getByRole('dialog');
    this.password = field(this.all, 'password');
    this.refused = this.all.getByRole('alert');
  }

  /** Makes a certificate, and waits until its file is there. */
  async makeCertificate({ password, to, name }: NewCertificate): Promise<void> {
    await button(this.#page, 'letters.makeNew').click();
    if (name !== undefined) await field(this.#page, 'certificateName').fill(name);
    await field(this.#page, 'newPassword').fill(password);
    await field(this.#page, 'newPasswordAgain').fill(password);
    await this.#files.saveAs(to);
    await button(this.#page, 'letters.make').click();
    await words(this.#page, 'letters.made', { name: /.+/ }).waitFor();
  }

  /** Saves the certificate that a stranger has to trust. */
  async saveRoot(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#page, 'letters.saveRoot').click();
  }

  /** Signs with a certificate's file. */
  async sign(certificate: string, to: string): Promise<void> {
    await this.#files.chooseFiles(certificate);
    await this.#files.saveAs(to);
    await button(this.all, 'letters.sign').click();
  }
}

/** The dialog in which letters are put together for one agreement. */
export class SetDialog {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly #dialog: Locator;
  readonly letters: Locator;
  readonly saveButton: Locator;
  /** Said of a letter that belongs to another version. */
  readonly otherVersion: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.#dialog = page.getByRole('dialog');
    this.letters = this.#dialog.getByRole('group', { name: said('letters.mine') }).getByRole('checkbox');
    this.saveButton = button(this.#dialog, 'letters.saveSet');
    this.otherVersion = words(this.#dialog, 'letters.letter-set.other-version', {
      title: /.+/,
      title2: /.+/,
      ordinal: /\d+/,
    });
  }

  /** The boxes of an agreement, one for each version. */
  versions(title: string): Locator {
    return this.#dialog.getByRole('group', { name: said('letters.packs') }).getByRole('checkbox', { name: title });
  }

  /** Saves the set into a folder, and waits until it is there. */
  async save(folder: string): Promise<void> {
    await this.#files.chooseFiles(folder);
    await this.saveButton.click();
    await words(this.#page, 'letters.setSaved', { count: /\d+/, folder: /.+/ }).waitFor();
  }
}

/** The dialog in which a printer is measured. */
export class PrinterDialog {
  readonly #files: FileDialogs;
  readonly #dialog: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#files = files;
    this.#dialog = page.getByRole('dialog');
  }

  /** Remembers how long a printer makes 100 millimetres. */
  async remember(printer: string, measured: string): Promise<void> {
    await field(this.#dialog, 'printer').fill(printer);
    await field(this.#dialog, 'measured').fill(measured);
    await button(this.#dialog, 'letters.remember').click();
  }

  /** The warning that a printer scales. */
  scales(name: string, measured: string): Locator {
    return words(this.#dialog, 'letters.printerScales', { name, measured });
  }

  async saveRuler(to: string): Promise<void> {
    await this.#files.saveAs(to);
    await button(this.#dialog, 'letters.saveRuler').click();
  }

  async close(): Promise<void> {
    await buttonNamed(this.#dialog, 'frame.close').click();
  }
}
