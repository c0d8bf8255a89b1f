import type { LetterPreview, LetterValues, LetterView, SealChoice } from '../../../src-main/contract/letters.ts';
import type { Input } from '../../../src-main/contract/index.ts';
import type { CompanyView } from '../../../src-main/contract/settings.ts';
import { call } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';
import type { FormState } from '../../kernel/form-state.svelte.ts';
import { replace, way } from '../../kernel/navigation.svelte.ts';
import { say, t } from '../../kernel/preferences.svelte.ts';
import { remove } from '../../kernel/removal.ts';

/** The pages follow what is typed this soon after the last key. */
const SETTLE_MS = 250;

/** One letter while it is written: what is typed is kept whenever the person pauses, and the pages follow. */
export class LetterDraft {
  letter = $state.raw<LetterView | undefined>(undefined);
  companies = $state.raw<readonly CompanyView[]>([]);
  preview = $state.raw<LetterPreview | undefined>(undefined);
  readonly #letterId: string;
  readonly #form: FormState;
  /** The seal as far as it changes the page. */
  readonly #seal: () => SealChoice;
  #typed: Input<'letters.fill'> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Until it is answered what is typed waits: it is still in the words of the other language. */
  #spoken: Promise<unknown> = Promise.resolve();
  /** Pages are being made; those of before are shown meanwhile. */
  making = $state(false);
  /** The same, for itself: whoever asks for pages does not follow that they are made. */
  #making = false;
  #again = false;

  constructor(letterId: string, form: FormState, seal: () => SealChoice) {
    this.#letterId = letterId;
    this.#form = form;
    this.#seal = seal;
  }

  async load(): Promise<void> {
    this.companies = (await attempt(() => call('settings.companies', {}))) ?? this.companies;
    await this.reopen();
  }

  /** The profile of a company took on what was typed here. */
  companySaved(saved: CompanyView): void {
    this.companies = this.companies.map((company) => (company.id === saved.id ? saved : company));
  }

  /** A letter that could not be read anew stays as it was. */
  async reopen(): Promise<void> {
    this.letter = (await attempt(() => call('letters.open', { letterId: this.#letterId }))) ?? this.letter;
  }

  /** Reads what was filled in by something else, and shows it. */
  async reread(): Promise<void> {
    await this.reopen();
    await this.show();
  }

  /** One page is made at a time; what was typed meanwhile makes one more. */
  async show(): Promise<void> {
    this.#again = true;
    if (this.#making) return;
    this.#making = true;
    this.making = true;
    while (this.#again) {
      this.#again = false;
      const wanted = { letterId: this.#letterId, seal: this.#seal() };
      this.preview = (await attempt(() => call('letters.preview', wanted))) ?? this.preview;
    }
    this.#making = false;
    this.making = false;
  }

  /** Says whether it was removed. Put back, it is open again, unless one went on to something else meanwhile. */
  async remove(): Promise<boolean> {
    const letterId = this.#letterId;
    const text = t('letters.removed', { title: this.letter ? say(this.letter.name) : '' });
    return remove(
      text,
      () => call('letters.remove', { letterId }),
      this.#form,
      () => {
        if (way.here.screen === 'letters' && way.here.letterId === undefined) replace({ screen: 'letters', letterId });
      },
    );
  }

  fill(values: LetterValues, companyId = this.letter?.companyId): void {
    if (!this.letter) return;
    this.letter = { ...this.letter, values };
    this.#typed = {
      letterId: this.#letterId,
      values: values as Record<string, string>,
      ...(companyId === undefined ? {} : { companyId }),
    };
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.settle(), SETTLE_MS);
  }

  /** Writes it in another language, whose words are read once what was typed is kept. */
  async speak(language: LetterView['language']): Promise<void> {
    if (!(await this.settle())) return;
    const letter = this.letter;
    if (!letter || letter.language === language) return;
    const { values } = letter;
    const input = { letterId: this.#letterId, language, values: values as Record<string, string> };
    const asked = this.#form.attempt(() => call('letters.fill', input));
    this.#spoken = asked;
    const kept = await asked;
    if (kept) this.#goOver(values, kept);
    await this.show();
  }

  /** The letter as it is in the other language, with what was typed since it was asked for: that alone, not the words of before. */
  #goOver(before: LetterValues, kept: LetterView): void {
    this.letter = kept;
    if (!this.#typed) return;
    const since = Object.entries(this.#typed.values).filter(([key, value]) => value !== before[key]);
    this.fill({ ...kept.values, ...Object.fromEntries(since) }, this.#typed.companyId);
  }

  /**
   * Keeps what was typed last, before a paper is made of it or the screen is left. Says whether it is kept; what could not
   * be kept is sent again the next time.
   */
  async settle(): Promise<boolean> {
    clearTimeout(this.#settling);
    await this.#spoken;
    const input = this.#typed;
    if (!input) return true;
    const kept = await this.#form.attempt(() => call('letters.fill', input));
    if (!kept) return false;
    if (this.#typed === input) {
      this.#typed = undefined;
      this.letter = kept;
    }
    await this.show();
    return true;
  }
}
