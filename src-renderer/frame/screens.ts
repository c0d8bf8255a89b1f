import type { Component } from 'svelte';
import type { Place, ScreenName } from '../../src-main/contract/event.ts';

type PlaceOf<Name extends ScreenName> = Extract<Place, { screen: Name }>;
/** A screen is given its place; one that needs nothing from it may leave the property out. */
type ScreenOf<Name extends ScreenName> =
  Component<{ place: PlaceOf<Name> }> | Component<{ readonly place: PlaceOf<Name> }> | Component<Record<string, never>>;
type Screens = { readonly [Name in ScreenName]: () => Promise<{ readonly default: ScreenOf<Name> }> };

/** Screens by name; each is loaded when it is first gone to. */
export const SCREENS: Screens = {
  library: () => import('../features/library/Library.svelte'),
  import: () => import('../features/import/ImportReview.svelte'),
  review: () => import('../features/review/Reader.svelte'),
  decision: () => import('../features/review/Decision.svelte'),
  compare: () => import('../features/compare/Compare.svelte'),
  notices: () => import('../features/notices/Notices.svelte'),
  letters: () => import('../features/letters/Letters.svelte'),
  rights: () => import('../features/rights/Rights.svelte'),
  agenda: () => import('../features/agenda/Agenda.svelte'),
  evidence: () => import('../features/evidence/Evidence.svelte'),
  settings: () => import('../features/settings/Settings.svelte'),
};
