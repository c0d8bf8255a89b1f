import type { Input } from '../../../../src-main/contract/index.ts';
import type { ReviewProgress } from '../../../../src-main/contract/review.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { showFailure } from '../../../kernel/failures.svelte.ts';

const TICK_MS = 500;
/** A tick that comes later than this was held up, or the machine slept: what lay between was not watched. */
const LONGEST_TICK_MS = 2 * TICK_MS;
/** Reports are small and frequent, so that a crash loses seconds, not the review. */
const REPORT_MS = 2500;
/** The most one report may claim for a clause; the main side counts no more either. */
const MOST_SECONDS = 15;

type Observation = Input<'review.observe'>['observation'];

interface Seen {
  seconds: number;
  weight: number;
  decoration: string;
}

/**
 * Watches what of a version is on screen: time counts only while the window is in front and the clause is mostly
 * visible. Reports what was seen to the main side and keeps the progress it answers. The main side measures too, from
 * report to report: only what lies between its answer and the next report is claimed, so that no claim exceeds its measure.
 */
export class Watch {
  progress = $state<ReviewProgress | undefined>(undefined);
  readonly #versionId: string;
  readonly #watched: ReadonlySet<string>;
  readonly #visible = new Map<string, HTMLElement>();
  readonly #seen = new Map<string, Seen>();
  /** This showing of the version, which tells its reports from those of another window. */
  readonly #sitting = crypto.randomUUID();
  /** Whether the main side knows of this sitting; before that it measures nothing, so that nothing may be counted either. */
  #begun = false;
  /** Up to when time was counted, by the window's own clock; absent before the first report and while one is under way. */
  #countedTo: number | undefined;
  #endReached = false;
  #acknowledged: string[] = [];
  #withdrawn: string[] = [];
  /** Where one reads, and where the main side knows one to. */
  #readingAt: string | undefined;
  #toldAt: string | undefined;
  /** Counts what was seen, so that whoever shows it follows. */
  #looks = $state(0);
  #annex: string | undefined;
  #sending: Promise<void> = Promise.resolve();
  #failing = false;

  constructor(versionId: string, watched: ReadonlySet<string>, progress: ReviewProgress) {
    this.#versionId = versionId;
    this.#watched = watched;
    this.progress = progress;
  }

  /** Starts watching the clauses inside a scrolling page; returns what stops it. */
  start(page: HTMLElement): () => void {
    const observer = new IntersectionObserver((entries) => this.#intersect(entries), {
      root: page,
      threshold: [0, 0.25, 0.5, 0.75, 1],
    });
    for (const element of page.querySelectorAll<HTMLElement>('[data-clause]')) {
      if (this.#watched.has(element.dataset['clause'] ?? '')) observer.observe(element);
    }
    const end = page.querySelector('[data-end]');
    const endObserver = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#reachEnd();
      },
      { root: page },
    );
    if (end) endObserver.observe(end);
    void this.report();
    const tick = setInterval(() => this.#tick(), TICK_MS);
    const report = setInterval(() => void this.report(), REPORT_MS);
    return () => {
      observer.disconnect();
      endObserver.disconnect();
      clearInterval(tick);
      clearInterval(report);
      void this.report();
    };
  }

  acknowledge(...clauseIds: readonly string[]): Promise<void> {
    for (const id of clauseIds) this.#picture(id);
    this.#acknowledged.push(...clauseIds);
    return this.report();
  }

  /** Takes back what was noted. */
  withdraw(...clauseIds: readonly string[]): Promise<void> {
    this.#withdrawn.push(...clauseIds);
    return this.report();
  }

  /** Where one reads: kept with the next report, to come back to. */
  readAt(clauseId: string): void {
    this.#readingAt = clauseId;
  }

  /** Has the main side take a picture of the clause as it is on screen, beside the work: nobody waits for it. */
  #picture(clauseId: string): void {
    const element = document.getElementById(`clause-${clauseId}`);
    const page = element?.closest('article');
    if (!element || !page) return;
    const [clause, visible] = [element.getBoundingClientRect(), page.getBoundingClientRect()];
    const top = Math.max(clause.top, visible.top);
    const bottom = Math.min(clause.bottom, visible.bottom);
    if (bottom <= top) return;
    const box = { x: clause.left, y: top, width: clause.width, height: bottom - top };
    call('review.picture', { versionId: this.#versionId, clauseId, box }).catch(showFailure);
  }

  openAnnex(versionId: string): Promise<void> {
    this.#annex = versionId;
    return this.report();
  }

  /** Seconds of a clause seen in this sitting that the main side does not know yet. */
  unreported(clauseId: string): number {
    void this.#looks;
    return this.#seen.get(clauseId)?.seconds ?? 0;
  }

  /** A clause counts when half of it is visible, or when it fills half of the page. */
  #intersect(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const element = entry.target as HTMLElement;
      const id = element.dataset['clause'] ?? '';
      const fills = entry.rootBounds !== null && entry.intersectionRect.height >= entry.rootBounds.height / 2;
      if (entry.intersectionRatio >= 0.5 || fills) this.#visible.set(id, element);
      else this.#visible.delete(id);
    }
  }

  #tick(): void {
    if (this.#countedTo === undefined) return;
    const now = performance.now();
    const seconds = Math.min(LONGEST_TICK_MS, Math.max(0, now - this.#countedTo)) / 1000;
    this.#countedTo = now;
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
    for (const [id, element] of this.#visible) {
      // A page that was drawn anew leaves elements behind that nobody sees.
      if (!element.isConnected) {
        this.#visible.delete(id);
        continue;
      }
      const words = element.querySelector<HTMLElement>('.strong') ?? element;
      const style = getComputedStyle(words);
      const before = this.#seen.get(id)?.seconds ?? 0;
      this.#seen.set(id, {
        seconds: before + seconds,
        weight: Number(style.fontWeight),
        decoration: style.textDecorationLine || 'none',
      });
    }
    this.#looks += 1;
  }

  #reachEnd(): void {
    if (this.#endReached) return;
    this.#endReached = true;
    void this.report();
  }

  /** Sends what was seen since the last report; one report at a time, so that none overtakes another. */
  report(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#send());
    return this.#sending;
  }

  /** The first report goes also when there is nothing to tell, because the main side measures from it on. */
  async #send(): Promise<void> {
    this.#tick();
    const observation: Observation = {
      seen: [...this.#seen].map(([clauseId, seen]) => ({
        clauseId,
        ...seen,
        seconds: Math.min(MOST_SECONDS, seen.seconds),
      })),
      acknowledged: [...this.#acknowledged],
      withdrawn: [...this.#withdrawn],
      endReached: this.#endReached,
      ...(this.#annex === undefined ? {} : { annexOpened: this.#annex }),
      ...(this.#readingAt === undefined || this.#readingAt === this.#toldAt ? {} : { readingAt: this.#readingAt }),
    };
    const ended = this.progress?.requirements.some(({ kind, done }) => kind === 'end-reached' && done) ?? false;
    const { seen, acknowledged, withdrawn, readingAt } = observation;
    const idle =
      seen.length + acknowledged.length + withdrawn.length === 0 &&
      this.#annex === undefined &&
      readingAt === undefined;
    if (this.#begun && idle && (ended || !this.#endReached)) return;
    this.#countedTo = undefined;
    try {
      this.progress = await call('review.observe', { versionId: this.#versionId, observation, sitting: this.#sitting });
      this.#reported(observation);
      this.#begun = true;
      this.#failing = false;
    } catch (error) {
      // Said once; it is tried again with the next report.
      if (!this.#failing) showFailure(error);
      this.#failing = true;
    } finally {
      if (this.#begun) this.#countedTo = performance.now();
    }
  }

  /** What the main side knows now is not told again; what came up meanwhile, or was more than one report holds, is. */
  #reported({ seen, acknowledged, withdrawn, annexOpened, readingAt }: Observation): void {
    for (const { clauseId, seconds } of seen) {
      const now = this.#seen.get(clauseId);
      if (!now) continue;
      if (now.seconds > seconds) this.#seen.set(clauseId, { ...now, seconds: now.seconds - seconds });
      else this.#seen.delete(clauseId);
    }
    this.#acknowledged = this.#acknowledged.filter((id) => !acknowledged.includes(id));
    this.#withdrawn = this.#withdrawn.filter((id) => !withdrawn.includes(id));
    if (this.#annex === annexOpened) this.#annex = undefined;
    this.#toldAt = readingAt ?? this.#toldAt;
    this.#looks += 1;
  }
}
