import type { Place } from '../../src-main/contract/event.ts';

export type { EvidencePart, Place, ScreenName } from '../../src-main/contract/event.ts';

/** Where one was on a screen when one left it: how far each part was scrolled and what had the focus, by its path. */
export interface Left {
  readonly scrolled: Map<string, number>;
  focus: string | undefined;
}

interface Step {
  readonly place: Place;
  readonly left: Left;
}

const step = (place: Place): Step => ({ place, left: { scrolled: new Map(), focus: undefined } });

let trail = $state.raw<readonly Step[]>([step({ screen: 'library' })]);
const here = (): Step => trail.at(-1) ?? step({ screen: 'library' });

/** The way through the app: the last place is where one is. */
export const way = {
  get here(): Place {
    return here().place;
  },
  /** Where one was on this screen: it is written while one is here, and read when one comes back. */
  get left(): Left {
    return here().left;
  },
  get canGoBack(): boolean {
    return trail.length > 1;
  },
};

const LONGEST_TRAIL = 60;

export function go(place: Place): void {
  trail = [...trail, step(place)].slice(-LONGEST_TRAIL);
}

/**
 * Same screen, other detail: no step of its own on the way back. What one chose from stays as it was scrolled, what was
 * chosen begins at its beginning.
 */
export function replace(place: Place): void {
  const { focus, scrolled } = here().left;
  const around = [...scrolled].filter(([path]) => focus?.startsWith(path));
  trail = [...trail.slice(0, -1), { place, left: { focus, scrolled: new Map(around) } }];
}

export function back(): void {
  if (trail.length > 1) trail = trail.slice(0, -1);
}
