import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { CaseStep } from '../../../src-main/contract/letters-cases.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { said, saidWhole } from '../texts.ts';
import { button, field } from './find.ts';

/** A step as somebody says it. */
export interface SaidStep {
  readonly on: string;
  readonly by: string;
  readonly channel?: NonNullable<CaseStep['channel']>;
  readonly number?: string;
  /** The file that proves it. */
  readonly proof?: string;
}

/** The way of what has to reach the other party, on a letter or on what the letter is about. */
export class CaseWay {
  readonly #page: Page;
  readonly #files: FileDialogs;
  readonly #dialog: Locator;

  constructor(page: Page, files: FileDialogs) {
    this.#page = page;
    this.#files = files;
    this.#dialog = page.getByRole('dialog');
  }

  /** Opens the form of the next step and fills it in. */
  async say(step: 'sent' | 'arrived', { on, by, channel, number, proof }: SaidStep): Promise<void> {
    await button(this.#page, `letters.case.mark.${step}`).first().click();
    await field(this.#dialog, 'on').fill(on);
    await field(this.#dialog, 'by').fill(by);
    if (channel !== undefined) await field(this.#dialog, 'channel').selectOption(channel);
    if (number !== undefined) await field(this.#dialog, 'number').fill(number);
    if (proof === undefined) return;
    await this.#files.chooseFiles(proof);
    await button(this.#dialog, 'letters.case.proof').click();
    await this.#dialog.getByText(basename(proof)).waitFor();
  }

  /** Keeps the step of the form, and waits until it is kept. */
  async save(step: 'sent' | 'arrived'): Promise<void> {
    await button(this.#dialog, `letters.case.title.${step}`).click();
    await this.#dialog.waitFor({ state: 'detached' });
  }

  /** A step that was taken. */
  taken(step: CaseStep['state']): Locator {
    return this.#page
      .getByRole('listitem')
      .getByText(saidWhole(`letters.case.states.${step}`))
      .first();
  }

  /** That it is only a draft, and which day it does not close. */
  onlyDraft(day: string | RegExp): Locator {
    return this.#page.getByText(said('letters.case.draft', { day }));
  }

  /** What is told of a step, in one line. */
  line(step: CaseStep['state']): Locator {
    return this.#page.getByRole('listitem').filter({
      has: this.#page.locator('strong', { hasText: saidWhole(`letters.case.states.${step}`) }),
    });
  }
}
