import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ImportReview, QuestionAnswer } from '../../../src-main/contract/import.ts';
import type { ReadingChoices } from '../../../src-main/contract/views.ts';
import { call } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { removed } from '../../kernel/toasts.svelte.ts';
import { type Saved, type Target, becoming, destinationsOf, followedBy, isHere, presetOf } from './destinations.ts';
import { type PlaceToLook, placesOf } from './places.ts';

/** A choice of the reader that a person can make by a line. */
type Choice = 'keepApart' | 'splitAt' | 'mergeAt' | 'keepLines';

const works = new Map<string, ImportWork>();

/**
 * The one work on a source until that is saved or set aside, whatever screens are shown meanwhile. A notice that is named
 * stays the one whose new text it is.
 */
export function workOn(sourceId: string, noticeId?: string): ImportWork {
  const work = works.get(sourceId) ?? begun(sourceId);
  if (noticeId !== undefined) work.noticeId = noticeId;
  return work;
}

function begun(sourceId: string): ImportWork {
  let work!: ImportWork;
  // What it derives outlives the screen that was the first to show it.
  $effect.root(() => {
    work = new ImportWork(sourceId);
  });
  works.set(sourceId, work);
  return work;
}

/** What a person does with a source before it is saved: what was looked at, and what every document is saved as. */
export class ImportWork {
  readonly sourceId: string;
  /** The notice whose new text it is. */
  noticeId: string | undefined;
  review = $state.raw<ImportReview | undefined>(undefined);
  /** By the first line of a document, so that it stays when others are split or merged. */
  titles = $state<Record<number, string>>({});
  #providers = $state<Record<number, string>>({});
  #included = $state<Record<number, boolean>>({});
  #targets = $state<Record<number, Target>>({});
  /** Documents that are in the library already and are not shown any more, by their first line. */
  readonly hidden = new SvelteSet<number>();
  /** Ids of places that were looked at and kept. */
  readonly #kept = new SvelteSet<string>();
  /** Those of them that were kept together, and looked at by nobody. */
  readonly #together = new SvelteSet<string>();
  /** What was answered of what is asked, by the id of the question. */
  readonly #answers = new SvelteMap<string, QuestionAnswer>();
  /** Pairs of a name that was read and one that is there, of which the person said that they are two. */
  readonly #apart = new SvelteSet<string>();
  #ended = false;
  #at = $state<string | undefined>(undefined);
  /** The line of the source that is chosen. */
  line = $state<number | undefined>(undefined);

  readonly documents = $derived(this.review?.reading.documents ?? []);
  readonly places: readonly PlaceToLook[] = $derived(this.review ? placesOf(this.review) : []);
  readonly current = $derived(this.places.find(({ id }) => id === this.#at));
  readonly left = $derived(this.places.filter((place) => !this.isKept(place)).length);
  /** Places that were kept without anybody having looked at each. */
  readonly together = $derived(this.places.filter(({ id }) => this.#together.has(id)).length);
  readonly saved: readonly Saved[] = $derived(
    this.documents.flatMap((document, index) => {
      if (!this.isIncluded(index)) return [];
      return [
        {
          index,
          document,
          title: this.titleOf(index),
          provider: this.providerOf(index),
          target: this.targetOf(index),
        },
      ];
    }),
  );
  readonly destinations = $derived(destinationsOf(this.saved, this.review?.agreements ?? []));
  /** What they become, each kind with how many. */
  readonly becoming = $derived(becoming(this.saved, this.destinations, this.review?.agreements ?? []));
  /** The first document of which must be said what it continues. */
  readonly open = $derived(this.saved.find(({ target }) => target === undefined)?.index);
  /** What has to be answered of the documents that are saved and is not yet, in the order of the source. */
  readonly unanswered = $derived(
    (this.review?.questions ?? []).filter(
      ({ id, document }) => !this.#answers.has(id) && (document === undefined || this.isIncluded(document)),
    ),
  );
  readonly allKnown = $derived(
    this.documents.length > 0 && (this.review?.proposals.every(({ known }) => known !== undefined) ?? false),
  );

  constructor(sourceId: string) {
    this.sourceId = sourceId;
  }

  #lineOf(index: number): number {
    return this.documents[index]?.lines[0] ?? 0;
  }

  isIncluded(index: number): boolean {
    return this.#included[this.#lineOf(index)] ?? this.review?.proposals[index]?.known === undefined;
  }

  include(index: number, included: boolean): void {
    this.#included[this.#lineOf(index)] = included;
  }

  titleOf(index: number): string {
    return this.titles[this.#lineOf(index)] ?? this.documents[index]?.title ?? '';
  }

  rename(index: number, title: string): void {
    this.titles[this.#lineOf(index)] = title;
  }

  providerOf(index: number): string {
    return this.#providers[this.#lineOf(index)] ?? this.documents[index]?.provider ?? '';
  }

  nameProvider(index: number, provider: string): void {
    this.#providers[this.#lineOf(index)] = provider;
  }

  /** The provider is one that is there already, as the person says; with the way back. */
  takeProvider(index: number, provider: string): void {
    const line = this.#lineOf(index);
    const { [line]: before } = this.#providers;
    this.#providers[line] = provider;
    removed(t('import.sameProvider.taken', { name: provider }), async () => {
      await Promise.resolve();
      // What was typed since is the person's newer word.
      if (this.#providers[line] !== provider) return;
      if (before === undefined) delete this.#providers[line];
      else this.#providers[line] = before;
    });
  }

  /** Under which name a provider may be there already, asked of the name that was read; what somebody typed is their answer. */
  alreadyOf(index: number): string | undefined {
    const read = this.documents[index]?.provider;
    const already = this.review?.proposals[index]?.providerAlready;
    const isAsked = read === this.providerOf(index) && !this.#apart.has(JSON.stringify([read, already]));
    return isAsked ? already : undefined;
  }

  /** The provider that was read is another than the one that is there, as the person says; with the way back. */
  async keepApart(index: number, other: string): Promise<void> {
    const one = this.documents[index]?.provider;
    if (one === undefined) return;
    const pair = JSON.stringify([one, other]);
    const telling = (apart: boolean) => async (): Promise<true> => {
      await call('library.providersApart', { one, other, apart });
      if (apart) this.#apart.add(pair);
      else this.#apart.delete(pair);
      return true;
    };
    if (await attempt(telling(true)))
      removed(t('library.sameProvider.keptApart', { one, other }), async () => void (await telling(false)()));
  }

  /**
   * Undefined: it has to be said, also where the document that was chosen does not begin at its line any more. What would
   * follow one that is left out is new.
   */
  targetOf(index: number): Target | undefined {
    const proposal = this.review?.proposals[index];
    const target = this.#targets[this.#lineOf(index)] ?? (proposal && presetOf(proposal, this.documents));
    if (!isHere(target)) return target;
    const followed = followedBy(target, index, this.documents);
    if (followed === undefined) return undefined;
    return this.isIncluded(followed) ? target : 'new';
  }

  saveAs(index: number, target: Target): void {
    this.#targets[this.#lineOf(index)] = target;
  }

  /** Reads the source, with other choices or in another encoding. Answers whether it was read. */
  async load(choices?: ReadingChoices, encoding?: string): Promise<boolean> {
    const answer = await attempt(() =>
      call('import.review', {
        sourceId: this.sourceId,
        ...(choices ? { choices: choices as never } : {}),
        ...(encoding === undefined ? {} : { encoding }),
        ...(this.noticeId === undefined ? {} : { noticeId: this.noticeId }),
      }),
    );
    if (answer) {
      this.review = answer;
      // As it was kept with the source, also where somebody comes back another day.
      this.noticeId = answer.noticeId;
    }
    return answer !== undefined;
  }

  /** Puts lines into one of the choices, or takes them out again; the source is read anew, and it is said with the way back. */
  async toggle(choice: Choice, lines: readonly number[], said: string): Promise<void> {
    const chosen = this.review?.choices[choice] ?? [];
    const fresh = lines.filter((line) => !chosen.includes(line));
    const putsIn = fresh.length > 0;
    const own = putsIn ? fresh : lines;
    if (!(await this.#choose(choice, own, putsIn))) return;
    // Only these lines, whatever else was chosen since.
    removed(said, async () => void (this.#ended || (await this.#choose(choice, own, !putsIn))));
  }

  #choose(choice: Choice, lines: readonly number[], chosen: boolean): Promise<boolean> {
    const { [choice]: now = [], ...others } = this.review?.choices ?? {};
    const rest = now.filter((line) => !lines.includes(line));
    const then = chosen ? [...rest, ...lines] : rest;
    return this.load(then.length === 0 ? others : { ...others, [choice]: then });
  }

  /** It was saved or set aside: a way back that is still shown does nothing to its reading any more. */
  end(): void {
    this.#ended = true;
    works.delete(this.sourceId);
  }

  /**
   * Lets it be as all of it is in the library already: where it waits in the list it leaves that, which is said with the way
   * back. Answers whether its notice has its new text now; undefined where it was refused.
   */
  async dismiss(waits: boolean): Promise<boolean | undefined> {
    const { sourceId, noticeId } = this;
    const input = { sourceId, away: true, ...(noticeId === undefined ? {} : { noticeId }) };
    const answer = await attempt(() => call('import.dismissDuplicate', input));
    if (!answer) return undefined;
    this.end();
    if (waits)
      removed(
        t('import.dismissed', { name: this.review?.source.name ?? '' }),
        async () => void (await call('import.dismissDuplicate', { sourceId, away: false })),
      );
    return answer.announced;
  }

  /** Shows a document that is in the library already no more, and says so with the way back. */
  hide(index: number): void {
    const line = this.#lineOf(index);
    this.hidden.add(line);
    removed(t('import.dismissed', { name: this.documents[index]?.title ?? '' }), async () => {
      this.hidden.delete(line);
      await Promise.resolve();
    });
  }

  split(line: number): Promise<void> {
    return this.toggle('splitAt', [line], t('import.splitDone', { line }));
  }

  merge(index: number): Promise<void> {
    return this.toggle('mergeAt', [this.#lineOf(index)], t('import.mergeDone'));
  }

  isKept = (place: PlaceToLook): boolean => (place.asks ? this.#answers.has(place.asks.id) : this.#kept.has(place.id));

  answerTo = (place: PlaceToLook): QuestionAnswer | undefined => place.asks && this.#answers.get(place.asks.id);

  /** The answers that go along when it is saved. */
  get given(): { answers?: QuestionAnswer[] } {
    return this.#answers.size > 0 ? { answers: [...this.#answers.values()] } : {};
  }

  /** Answers what is asked at the place, and goes on to the next that was not looked at. */
  answer(place: PlaceToLook, answer: QuestionAnswer['answer'], reason?: string): void {
    if (!place.asks) return;
    this.#answers.set(place.asks.id, { id: place.asks.id, answer, ...(reason === undefined ? {} : { reason }) });
    this.#next(place);
  }

  /** Goes to the first place that has to be answered; answers whether there is one. */
  toUnanswered(): boolean {
    const open = new Set(this.unanswered.map(({ id }) => id));
    if (open.size > 0) this.go(this.places.find(({ asks }) => asks && open.has(asks.id)));
    return open.size > 0;
  }

  get position(): number {
    return this.places.findIndex(({ id }) => id === this.#at) + 1;
  }

  go(place: PlaceToLook | undefined): void {
    this.#at = place?.id;
    if (place) this.line = place.line;
  }

  /** Goes to the first place that was not looked at, if there is one. */
  begin(): void {
    this.go(this.places.find((place) => !this.isKept(place)));
  }

  step(by: 1 | -1): void {
    const at = this.places.findIndex(({ id }) => id === this.#at);
    const next = at === -1 && by === -1 ? this.places.length - 1 : at + by;
    const place = this.places[next];
    if (place) this.go(place);
  }

  /** Leaves the place as it was read, and goes on to the next that was not looked at. */
  keep(): void {
    const { current } = this;
    if (!current) return this.step(1);
    if (current.asks?.kind === 'place') return this.answer(current, 'as-seen');
    if (current.asks) return;
    this.#kept.add(current.id);
    this.#together.delete(current.id);
    this.#next(current);
  }

  #next(current: PlaceToLook): void {
    const at = this.places.indexOf(current);
    const rest = [...this.places.slice(at + 1), ...this.places.slice(0, at)];
    const next = rest.find((place) => !this.isKept(place));
    if (next) this.go(next);
  }

  keepAll(): void {
    // What has to be answered is answered one by one.
    const added = this.places.filter((place) => !place.asks && !this.isKept(place)).map(({ id }) => id);
    for (const id of added) {
      this.#kept.add(id);
      this.#together.add(id);
    }
    removed(t('import.keptAll', { count: added.length }), async () => {
      for (const id of added) if (this.#together.delete(id)) this.#kept.delete(id);
      await Promise.resolve();
    });
  }

  /** Takes back what was mended or left out at the place. */
  async revert(): Promise<void> {
    const { current, position } = this;
    if (!current?.revert) return;
    await this.toggle(current.revert.choice, current.revert.lines, t('import.reverted'));
    this.go(this.current ?? this.places.find(({ line }) => line === current.line) ?? this.places[position - 1]);
  }
}
