import type { Sentence } from '../agreement/sentence.ts';

/** The features, one word each in every layer; a change says which of them it concerns. */
export const FEATURES = [
  'library',
  'import',
  'review',
  'compare',
  'notices',
  'letters',
  'rights',
  'agenda',
  'evidence',
  'settings',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Parts of the evidence screen. */
export type EvidencePart = 'decisions' | 'ledger' | 'timestamps' | 'bundles' | 'court';

/** Where one can be. A place is plain data, so that going back is taking the last one off a list. */
export type Place =
  | { readonly screen: 'library'; readonly agreementId?: string; readonly view?: 'table' }
  /** `noticeId`: the notice whose new text it is. */
  | { readonly screen: 'import'; readonly sourceId: string; readonly noticeId?: string }
  | { readonly screen: 'review'; readonly versionId: string; readonly clauseId?: string; readonly find?: string }
  | { readonly screen: 'decision'; readonly versionId: string }
  | { readonly screen: 'compare'; readonly oldVersionId: string; readonly newVersionId: string }
  | { readonly screen: 'notices'; readonly noticeId?: string }
  | { readonly screen: 'letters'; readonly letterId?: string }
  | { readonly screen: 'rights'; readonly agreementId?: string; readonly part?: string }
  | { readonly screen: 'agenda' }
  | { readonly screen: 'evidence'; readonly acceptanceId?: string; readonly part?: EvidencePart }
  | { readonly screen: 'settings'; readonly part?: string };

export type ScreenName = Place['screen'];

/** What a menu item, a shortcut, the tray or the palette asks the page to do. */
export type Command =
  | { readonly name: 'go'; readonly place: Place }
  | { readonly name: 'import'; readonly from: 'files' | 'folder' }
  | { readonly name: 'palette' | 'find' | 'print' | 'back' | 'keys' | 'opened-bundle' | 'opened-already' };

/** Long work: a thin bar with words, and whether it can be cancelled. */
export interface ProgressEvent {
  readonly job: string;
  readonly what: Sentence;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
}

/** What the main side says unasked, by name, as a value: the preload lets only these names through. */
export const events = {
  /** Something that screens show was written. */
  changed: event<{ readonly features: readonly Feature[] }>(),
  progress: event<ProgressEvent>(),
  command: event<Command>(),
};
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = NonNullable<(typeof events)[Name]['payload']>;

function event<Payload>(): { readonly payload?: Payload } {
  return {};
}
