import { SvelteSet } from 'svelte/reactivity';
import type { RedlineRow } from '../../../src-main/contract/compare.ts';

const TICK_MS = 250;
/** A tick that comes later than this was held up, or the machine slept: what lay between was not watched. */
const LONGEST_TICK_MS = 2 * TICK_MS;
/** Characters that are taken in at a glance in a second: a floor under “was looked at”, no test of reading. */
const CHARACTERS_PER_SECOND = 25;
const LEAST_SECONDS = 1;
const MOST_SECONDS = 6;

/** Seconds that a change is to be on screen: by the words that were struck and inserted. */
function secondsFor({ inline }: RedlineRow): number {
  const changed = inline.reduce((sum, { change, text }) => sum + (change === undefined ? 0 : text.length), 0);
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, changed / CHARACTERS_PER_SECOND));
}

/**
 * Which changes of a comparison a person really looked at. Of those in view, the first that was not looked at yet takes the time, so that
 * a page full of them is not gone through in a second; one that the person steps to is looked at. Going through it means all of them: to
 * scroll past to the end shows nobody anything.
 */
export class GoingThrough {
  readonly seen = new SvelteSet<string>();
  /** Seconds that are left of each change, in reading order. */
  readonly #left: Map<string, number>;
  readonly #visible = new Set<string>();

  constructor(rows: readonly RedlineRow[]) {
    const changed = rows.filter((row) => row.change && row.inline.length > 0);
    this.#left = new Map(changed.map((row) => [row.id, secondsFor(row)]));
  }

  /** Changes that were not looked at yet. */
  get left(): number {
    return this.#left.size - this.seen.size;
  }

  get done(): boolean {
    return this.left === 0;
  }

  /** The person stepped to a change, or picked it. */
  pass(id: string): void {
    if (this.#left.has(id)) this.seen.add(id);
  }

  /** Watches the rows inside a scrolling page; returns what stops it. Call again when the rows were drawn anew. */
  start(page: HTMLElement): () => void {
    this.#visible.clear();
    const rows = new IntersectionObserver((entries) => this.#look(entries), {
      root: page,
      threshold: [0, 0.25, 0.5, 0.75],
    });
    for (const row of page.querySelectorAll('[data-row]')) rows.observe(row);
    let countedTo = performance.now();
    const tick = setInterval(() => {
      const now = performance.now();
      const seconds = Math.min(LONGEST_TICK_MS, Math.max(0, now - countedTo)) / 1000;
      countedTo = now;
      if (document.visibilityState === 'visible' && document.hasFocus()) this.#spend(seconds);
    }, TICK_MS);
    return () => {
      rows.disconnect();
      clearInterval(tick);
    };
  }

  /** At least half visible, or filling half the page. */
  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      const id = (target as HTMLElement).dataset['row'];
      if (id === undefined) continue;
      const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height / 2;
      if (intersectionRatio >= 0.5 || fills) this.#visible.add(id);
      else this.#visible.delete(id);
    }
  }

  #spend(seconds: number): void {
    for (const [id, left] of this.#left) {
      if (this.seen.has(id) || !this.#visible.has(id)) continue;
      this.#left.set(id, left - seconds);
      if (left <= seconds) this.seen.add(id);
      return;
    }
  }
}
