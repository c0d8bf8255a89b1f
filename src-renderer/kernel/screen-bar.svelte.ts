import type { Snippet } from 'svelte';
import type { Place } from '../../src-main/contract/event.ts';

/** One step of the way to what is shown: its name, and where it leads. */
export interface Crumb {
  readonly words: string;
  readonly place?: Place;
}

/** What the present screen puts into the bar above it. */
interface Held {
  readonly crumbs: readonly Crumb[] | undefined;
  readonly actions: Snippet | undefined;
}

let held = $state.raw<readonly Held[]>([]);

export const screenBar = {
  /** Names below the screen's own, from the larger to the smaller; undefined: the frame names what it knows. */
  get crumbs(): readonly Crumb[] | undefined {
    return held.findLast(({ crumbs }) => crumbs !== undefined)?.crumbs;
  },
  /** The screen's own buttons, as icons; drawn before the search. */
  get actions(): readonly Snippet[] {
    return held.flatMap(({ actions }) => actions ?? []);
  },
};

/** Puts something into the bar; call the answer to take it out again. */
export function holdInBar(wanted: Held): () => void {
  held = [...held, wanted];
  return () => (held = held.filter((each) => each !== wanted));
}
