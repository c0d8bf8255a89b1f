import type { Input } from '../../../../src-main/contract/index.ts';
import type {
  DecisionPage,
  DecisionSummary,
  DeferralInput,
  VersionView,
} from '../../../../src-main/contract/review.ts';
import type { SignatoryView } from '../../../../src-main/contract/settings.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { Conclusion } from '../../../kernel/told/conclusion.svelte.ts';
import { attempt } from '../../../kernel/failures.svelte.ts';
import { FormState } from '../../../kernel/form-state.svelte.ts';
import { i, rememberHandler } from '../../../kernel/preferences.svelte.ts';
import { maySign } from '../../../kernel/signing.ts';
import { leftToSee, type LeftToSee } from '../left-to-see.ts';
import { Stated } from './stated.svelte.ts';

type Decision = Input<'review.decide'>['decision'];

/** What was said of one decision. */
interface Said {
  /** Word for word as it is on screen. */
  readonly statement: string;
  readonly reason: string;
  readonly deferral?: DeferralInput;
}

/** A decision while it is being made: what it is about, who makes it, and what they said so far. */
export class Deciding {
  readonly versionId: string;
  readonly conclusion = new Conclusion();
  /** Of the card; what declining is refused for stands in its own dialog. */
  readonly form = new FormState();
  view = $state.raw<VersionView | undefined>(undefined);
  page = $state.raw<DecisionPage | undefined>(undefined);
  companyId = $state('');
  signatoryId = $state('');
  reason = $state('');
  /** The words of an acceptance, as they are on screen. */
  readonly accepting = new Stated();
  readonly second = $state({ name: '', role: '' });
  done = $state.raw<DecisionSummary | undefined>(undefined);
  /** What was accepted is to be decided on once more. */
  again = $state(false);
  /** A decision is being recorded: it takes a while, because the text is printed first. */
  #recording = $state(false);
  #asked = false;

  constructor(versionId: string) {
    this.versionId = versionId;
  }

  /** People who may be chosen for the company. */
  get people(): readonly SignatoryView[] {
    return this.page?.signatories.filter(({ companyId }) => companyId === this.companyId) ?? [];
  }

  get signatory(): SignatoryView | undefined {
    return this.people.find((who) => who.id === this.signatoryId && maySign(who));
  }

  get secondNamed(): boolean {
    const { name, role } = this.second;
    return !this.page?.secondPersonNeeded || (name.trim() !== '' && role.trim() !== '');
  }

  /** What is still to be seen of the text. */
  get unseen(): readonly LeftToSee[] {
    return leftToSee(this.view?.progress.requirements ?? []);
  }

  get canAccept(): boolean {
    const seen = this.view?.progress.complete === true;
    return (
      seen &&
      this.signatory !== undefined &&
      this.secondNamed &&
      this.conclusion.input !== undefined &&
      this.accepting.words !== undefined &&
      this.done === undefined &&
      !this.busy
    );
  }

  get recording(): boolean {
    return this.#recording;
  }

  get busy(): boolean {
    return this.form.busy || this.#recording;
  }

  /** Asks for everything; once the first answer is there, who decided last is chosen. */
  async load(): Promise<void> {
    const { versionId } = this;
    this.view = (await attempt(() => call('review.open', { versionId }))) ?? this.view;
    await this.loadPage();
    if (!this.page || this.#asked) return;
    this.#asked = true;
    this.conclusion.startFrom(this.page.lastConclusion);
  }

  /** What the statement of a decision is asked by: who decides, for whom, and what they said of it. */
  saying(
    decision: Decision,
    more: Pick<Input<'review.statement'>, 'reason' | 'deferral'> = {},
  ): Input<'review.statement'> {
    const { versionId, companyId, signatory } = this;
    return {
      versionId,
      decision,
      language: i.language,
      ...(companyId === '' ? {} : { companyId }),
      ...(signatory ? { person: { name: signatory.name, role: signatory.role, basis: signatory.basis } } : {}),
      ...more,
    };
  }

  /** Words and people for the company that is chosen, or for the one that decided last. */
  async loadPage(): Promise<void> {
    const { versionId, companyId } = this;
    const ask = () =>
      call('review.page', { versionId, language: i.language, ...(companyId === '' ? {} : { companyId }) });
    // Before there is a page there is no form that could say why there is none.
    this.page = (await (this.page ? this.form.attempt(ask) : attempt(ask))) ?? this.page;
    this.companyId ||= this.page?.companyId ?? '';
    if (!this.signatory) this.signatoryId = this.#usual();
    if (this.page) await this.accepting.askAnew(this.saying('accepted'));
  }

  /** Who signed last for the company; else the only one who may. */
  #usual(): string {
    const { signedLast } = this.page ?? {};
    const able = this.people.filter(maySign);
    const last = able.find(({ id }) => signedLast?.companyId === this.companyId && id === signedLast.signatoryId);
    return last?.id ?? (able.length === 1 ? (able[0]?.id ?? '') : '');
  }

  /**
   * Records the decision, once: whatever is pressed while it is being recorded, or afterwards, records nothing more.
   * `said`: in which words it was on screen, and what belongs to them.
   * @throws what the main side refuses.
   */
  async decide(decision: Decision, said: Said): Promise<void> {
    if (this.#recording || this.done || !this.signatory) return;
    this.#recording = true;
    try {
      this.done = await this.#record(decision, this.signatory, said);
      begun.delete(this.versionId);
      // Whoever signs is likely to handle what follows; a name that was given for that itself stays.
      if (i.preferences.handledBy === '') void attempt(() => rememberHandler(this.signatory?.name ?? ''));
    } finally {
      this.#recording = false;
    }
  }

  #record(
    decision: Decision,
    signatory: SignatoryView,
    { statement, reason, deferral }: Said,
  ): Promise<DecisionSummary> {
    const { versionId, companyId, page, conclusion, second } = this;
    const { name: person, role, basis, letter } = signatory;
    return call('review.decide', {
      versionId,
      decision,
      person,
      role,
      basis,
      companyId,
      language: i.language,
      ...(decision === 'accepted' && conclusion.input ? { conclusion: conclusion.input } : {}),
      statement,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      ...(deferral ? { deferral } : {}),
      ...(letter && basis === 'authorisation-letter' ? { authorisationFile: letter.sha256 } : {}),
      ...(page?.secondPersonNeeded && second.name ? { secondPerson: { ...second } } : {}),
    });
  }
}

/** Roles that are ours are said in the language of the page: where it changes, who may sign is asked anew. Of a component. */
export function followLanguage(deciding: Deciding): void {
  let asked = i.language;
  $effect(() => {
    if (i.language === asked) return;
    asked = i.language;
    if (!deciding.done) void deciding.loadPage();
  });
}

/** Decisions that were begun and not made: going back to the text and coming again loses nothing typed. */
const begun = new Map<string, Deciding>();

/** The decision on a version that was begun, or a new one. */
export function decidingOn(versionId: string): Deciding {
  const known = begun.get(versionId) ?? new Deciding(versionId);
  // What is decided already is said first, each time one comes.
  known.again = false;
  known.conclusion.comeBack();
  begun.set(versionId, known);
  return known;
}

/** Lets go of every decision that was begun. */
export const forgetBegun = (): void => begun.clear();
