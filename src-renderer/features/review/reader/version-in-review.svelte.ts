import type { ExplanationView } from '../../../../src-main/contract/review-explanations.ts';
import type { ClauseChanges, Requirement, VersionView } from '../../../../src-main/contract/review.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { attempt } from '../../../kernel/failures.svelte.ts';
import { type Card, cardsOf, type Noting, notingOf, readClauses, type ReadClause, secondsLeft } from './cards.ts';
import {
  besideKeyCard,
  besideSection,
  isDecided,
  type Next,
  nextInReview,
  nextOfDecided,
  nextOpenCard,
} from './next-step.ts';
import { nextKey, nextWords } from './next-words.ts';
import { ReadingPlace } from './reading-place.svelte.ts';
import { Watch } from './seen-clauses.svelte.ts';
import { acceptedAt } from '../accepted-at.ts';

/** One version as it is read: its text in cards, where one is in it, how far it is noted, and what comes next. */
export class VersionInReview {
  readonly versionId: string;
  view = $state.raw<VersionView | undefined>(undefined);
  /** When the company decided by itself to accept it; absent where it did not. */
  readonly decidedAt = $derived(this.view && acceptedAt(this.view));
  watch = $state.raw<Watch | undefined>(undefined);
  /** Since the version that it is compared with; absent while that is not known. */
  changes = $state.raw<ClauseChanges | undefined>(undefined);
  requests = $state.raw<readonly ExplanationView[]>([]);
  /** The card that one tried to note too early. */
  toldId = $state<string | undefined>(undefined);
  /** It was opened where one had left it. */
  continued = $state(false);
  /** What scrolls. */
  page = $state<HTMLElement | undefined>(undefined);
  readonly reading = new ReadingPlace();
  #goingOn = false;

  /** The title stands above the text already; its own line is not shown a second time. */
  readonly clauses: readonly ReadClause[] = $derived(
    this.view
      ? readClauses(this.view).filter(({ text }, index) => index > 0 || text !== this.view?.document.title)
      : [],
  );
  readonly conspicuous: ReadonlySet<string> = $derived(new Set(this.view?.conspicuous));
  readonly cards = $derived(cardsOf(this.clauses, this.conspicuous));
  readonly current = $derived(this.clauses.find(({ id }) => id === this.reading.picked));
  readonly currentCard = $derived(this.current && this.#cardOf(this.current.id));
  readonly told = $derived(this.cards.find(({ id }) => id === this.toldId));
  readonly decided = $derived(this.view !== undefined && isDecided(this.view));
  readonly own = $derived(this.view?.agreement.origin === 'own');
  /** Key clauses are reviewed here for the first time, and nothing of it was noted yet. */
  readonly isFirst = $derived(
    this.own &&
      this.view?.firstReview === true &&
      this.view.conspicuous.length > 0 &&
      (this.watch?.progress?.requirements.every(({ acknowledged }) => acknowledged !== true) ?? false),
  );
  /** From where one goes on: what is current, or else all that was scrolled past; what is on screen comes next. */
  readonly #from = $derived(
    this.currentCard
      ? this.currentCard.clauses.at(-1)?.id
      : this.clauses[this.clauses.findIndex(({ id }) => id === this.reading.top) - 1]?.id,
  );
  readonly #states: ReadonlyMap<string, Requirement> = $derived(
    new Map(this.watch?.progress?.requirements.flatMap((state) => (state.clauseId ? [[state.clauseId, state]] : []))),
  );
  readonly next: Next | undefined = $derived.by(() => {
    if (!this.view || !this.watch?.progress || !this.own) return undefined;
    if (this.decided) return nextOfDecided(this.view);
    return nextInReview(this.watch.progress, this.#nextOpen(), this.currentCard);
  });

  constructor(versionId: string) {
    this.versionId = versionId;
  }

  /** Opens it; false where it was refused, which is told. */
  async open(): Promise<boolean> {
    const view = await attempt(() => call('review.open', { versionId: this.versionId }));
    if (!view) return false;
    this.view = view;
    const watched = new Set(view.progress.requirements.flatMap((state) => state.clauseId ?? []));
    this.watch = new Watch(this.versionId, watched, view.progress);
    return true;
  }

  /** What stands may have changed; what was read stays. */
  async reload(): Promise<void> {
    this.view = (await attempt(() => call('review.open', { versionId: this.versionId }))) ?? this.view;
  }

  /** What belongs to it and is not waited for: opening it counts for what it is an annex of. */
  async loadMore(): Promise<void> {
    for (const versionId of this.view?.annexedTo ?? []) {
      const nothing = { seen: [], acknowledged: [], withdrawn: [], endReached: false };
      const observation = { ...nothing, annexOpened: this.versionId };
      void attempt(() => call('review.observe', { versionId, observation }));
    }
    if (!this.view?.previousAccepted) return;
    this.changes = await attempt(() => call('review.changes', { versionId: this.versionId }));
  }

  async loadRequests(): Promise<void> {
    if (!this.own) return;
    const { versionId } = this;
    this.requests = (await attempt(() => call('review.explanations', { versionId }))) ?? this.requests;
  }

  /** Shows the place that was asked for, or else the one where one left it. */
  begin(clauseId: string | undefined): void {
    const left = this.view?.left?.clauseId;
    if (clauseId !== undefined) this.pick(clauseId);
    else if (left !== undefined && left !== this.clauses[0]?.id && this.page)
      this.continued = this.reading.show(left, this.page, this.clauses);
  }

  noting(key: readonly string[]): Noting {
    return notingOf(key, this.#states, (id) => this.watch?.unreported(id) ?? 0);
  }

  pick(clauseId: string): void {
    if (clauseId !== this.reading.picked) this.toldId = undefined;
    this.reading.pick(clauseId);
  }

  pickCard(card: Card): void {
    this.pick(card.key[0] ?? card.id);
  }

  step(by: 1 | -1): void {
    const card = besideKeyCard(this.cards, by === 1 ? this.#from : (this.reading.picked ?? this.reading.top), by);
    if (card) this.pickCard(card);
  }

  /** What the button of the next thing says, and the key that does the same. */
  say(next: Next): { readonly words: string; readonly key?: string } {
    const words = nextWords(next, (key) => this.noting(key), this.clauses);
    const key = nextKey(next, besideKeyCard(this.cards, this.#from, 1));
    return key === undefined ? { words } : { words, key };
  }

  section(by: 1 | -1): void {
    const heading = besideSection(this.clauses, this.reading.at, by);
    if (heading) this.pick(heading);
  }

  /** Notes each key clause of a card; where one was not on screen for its time none is, and it is said how long it takes. */
  async note(card: Card): Promise<boolean> {
    if (!this.watch || !this.own || card.key.length === 0) return false;
    await this.watch.report();
    const unnoted = card.key.filter((id) => !this.#states.get(id)?.done);
    const early = unnoted.find((id) => secondsLeft(this.#states.get(id)) > 0);
    if (early === undefined) await this.watch.acknowledge(...unnoted);
    else this.#reveal(early);
    this.toldId = this.#isNoted(card) ? undefined : card.id;
    return this.#isNoted(card);
  }

  /** The ring notes, and takes back what was noted before it was decided. It moves nothing: what one points at stays. */
  async ring(card: Card): Promise<void> {
    this.reading.picked = card.key[0];
    if (this.decided) return;
    if (this.#isNoted(card)) await this.watch?.withdraw(...card.key);
    else await this.note(card);
  }

  /** Notes what is current and goes on to the next that is not noted. */
  async noteAndGoOn(): Promise<void> {
    // A second press while the first is being told would go on from the card that the first one leads to.
    if (this.#goingOn) return;
    this.#goingOn = true;
    try {
      const card = this.currentCard;
      const open = card !== undefined && card.key.length > 0 && !this.#isNoted(card);
      if (open && !this.decided && !(await this.note(card))) return;
      const next = this.#nextOpen();
      if (next) this.pickCard(next);
    } finally {
      this.#goingOn = false;
    }
  }

  readonly #isNoted = (card: Card): boolean => this.noting(card.key).state === 'noted';

  #nextOpen(): Card | undefined {
    return nextOpenCard(this.cards, this.#isNoted, this.#from);
  }

  #cardOf(clauseId: string): Card | undefined {
    return this.cards.find(({ clauses }) => clauses.some(({ id }) => id === clauseId));
  }

  /** A clause of a long card that was not seen for its time yet comes into view. */
  #reveal(clauseId: string): void {
    const element = document.getElementById(`clause-${clauseId}`);
    const [clause, visible] = [element?.getBoundingClientRect(), this.page?.getBoundingClientRect()];
    if (clause && visible && (clause.top < visible.top || clause.bottom > visible.bottom))
      element?.scrollIntoView({ block: 'center' });
  }
}
