import { SvelteSet } from 'svelte/reactivity';

/**
 * What of a comparison was on screen: material changes that were at least half visible (or filled half the page), and
 * whether its end was reached. Going through it means either.
 */
export class GoingThrough {
  readonly seen = new SvelteSet<string>();
  endReached = $state(false);
  readonly #material: readonly string[];

  constructor(material: readonly string[]) {
    this.#material = material;
  }

  /** Material changes that were not on screen yet. */
  get left(): number {
    return this.#material.filter((id) => !this.seen.has(id)).length;
  }

  get done(): boolean {
    return this.endReached || (this.#material.length > 0 && this.left === 0);
  }

  /** Watches the rows inside a scrolling page; returns what stops it. Call again when the rows were drawn anew. */
  start(page: HTMLElement): () => void {
    const rows = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height / 2;
          const id = (target as HTMLElement).dataset['material'];
          if (id !== undefined && (intersectionRatio >= 0.5 || fills)) this.seen.add(id);
        }
      },
      { root: page, threshold: [0.25, 0.5, 0.75] },
    );
    for (const row of page.querySelectorAll('[data-material]')) rows.observe(row);
    const end = page.querySelector('[data-end]');
    const ends = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.endReached = true;
      },
      { root: page },
    );
    if (end) ends.observe(end);
    return () => {
      rows.disconnect();
      ends.disconnect();
    };
  }
}
