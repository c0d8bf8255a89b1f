import { createSubscriber } from 'svelte/reactivity';

/** Below these widths, in CSS pixels, notes stand under the clause, the outline is a popover, and all is one column. */
const BOUNDS = { notesBelow: 1180, outlineAside: 1100, oneColumn: 700 } as const;

function below(bound: number): () => boolean {
  const narrower = (): MediaQueryList => matchMedia(`(max-width: ${bound - 1}px)`);
  const follow = createSubscriber((update) => {
    const query = narrower();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  });
  return () => {
    follow();
    return narrower().matches;
  };
}

const notesBelow = below(BOUNDS.notesBelow);
const outlineAside = below(BOUNDS.outlineAside);
const oneColumn = below(BOUNDS.oneColumn);

/** How much room the window gives; zooming in makes it less. Read inside markup or `$derived`, so that it follows. */
export const room = {
  /** Notes of the margin stand under the current clause. */
  get notesBelow(): boolean {
    return notesBelow();
  },
  /** The outline is opened over the text instead of beside it. */
  get outlineAside(): boolean {
    return outlineAside();
  },
  /** A list gives way to the page it opened. */
  get oneColumn(): boolean {
    return oneColumn();
  },
};
