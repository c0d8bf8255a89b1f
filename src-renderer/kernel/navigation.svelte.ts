import type { Place } from '../../src-main/contract/event.ts';

export type { EvidencePart, Place, ScreenName } from '../../src-main/contract/event.ts';

let trail = $state<readonly Place[]>([{ screen: 'library' }]);

/** The way through the app: the last place is where one is. */
export const way = {
  get here(): Place {
    return trail.at(-1) ?? { screen: 'library' };
  },
  get canGoBack(): boolean {
    return trail.length > 1;
  },
};

const LONGEST_TRAIL = 60;

export function go(place: Place): void {
  trail = [...trail, place].slice(-LONGEST_TRAIL);
}

/** Same screen, other detail: no step of its own on the way back. */
export function replace(place: Place): void {
  trail = [...trail.slice(0, -1), place];
}

export function back(): void {
  if (trail.length > 1) trail = trail.slice(0, -1);
}
