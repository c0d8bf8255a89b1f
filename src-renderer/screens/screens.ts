import type { Component } from 'svelte';
import type { Place, ScreenName } from '../navigation.svelte.ts';

type PlaceOf<Name extends ScreenName> = Extract<Place, { screen: Name }>;
/** A screen is given its place; one that needs nothing from it may leave the property out. */
type ScreenOf<Name extends ScreenName> =
  Component<{ place: PlaceOf<Name> }> | Component<{ readonly place: PlaceOf<Name> }> | Component<Record<string, never>>;
type Screens = { readonly [Name in ScreenName]: () => Promise<{ readonly default: ScreenOf<Name> }> };

/** Screens by name; each is loaded when it is first gone to. */
export const SCREENS: Screens = {
  library: () => import('./Library.svelte'),
  import: () => import('./ImportReview.svelte'),
  reader: () => import('./Reader.svelte'),
  decision: () => import('./Decision.svelte'),
  compare: () => import('./Compare.svelte'),
  notices: () => import('./Notices.svelte'),
  letters: () => import('./Letters.svelte'),
  obligations: () => import('./Obligations.svelte'),
  agenda: () => import('./Agenda.svelte'),
  evidence: () => import('./Evidence.svelte'),
  settings: () => import('./Settings.svelte'),
};
