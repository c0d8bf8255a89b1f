/** Where one can be. A place is plain data, so that going back is taking the last one off a list. */
export type Place =
  | { readonly screen: 'library' }
  | { readonly screen: 'import'; readonly sourceId: string }
  | { readonly screen: 'reader'; readonly versionId: string; readonly clauseId?: string; readonly find?: string }
  | { readonly screen: 'decision'; readonly versionId: string }
  | { readonly screen: 'compare'; readonly oldVersionId: string; readonly newVersionId: string }
  | { readonly screen: 'notices'; readonly noticeId?: string }
  | { readonly screen: 'letters'; readonly letterId?: string }
  | { readonly screen: 'obligations'; readonly agreementId?: string; readonly part?: string }
  | { readonly screen: 'agenda' }
  | { readonly screen: 'evidence'; readonly acceptanceId?: string; readonly part?: EvidencePart }
  | { readonly screen: 'settings'; readonly part?: string };

/** Parts of the evidence screen. */
export type EvidencePart = 'decisions' | 'ledger' | 'timestamps' | 'bundles';

export type ScreenName = Place['screen'];

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
