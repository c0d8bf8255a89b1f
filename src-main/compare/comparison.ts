import type { Sentence } from '../agreement/sentence.ts';
import type { ClauseRole } from '../agreement/model.ts';
import type { EmphasisChange } from './redline/emphasis.ts';
import type { Edit } from './redline/redline.ts';

/**
 * What happened to a clause. One change has one kind, the first that holds of: added, removed, changed (its words),
 * moved, renumbered (its own number, or the numbers by which it refers to others), emphasis (bold, underline, layout).
 */
export const CHANGE_KINDS = ['added', 'removed', 'changed', 'moved', 'renumbered', 'emphasis'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Why a change matters, most serious first, then why it does not. The order is the order of the impact list. */
export const REASON_KINDS = [
  'cap',
  'exclusion',
  'liability',
  'bold-lost',
  'conspicuous-removed',
  'conspicuous-added',
  'conspicuous',
  'court',
  'tier',
  'amount',
  'percentage',
  'period',
  'date',
  'number',
  'reference',
  'duty',
  'scope',
  'bold-gained',
  'reference-follows',
  'split',
  'title',
  'wording',
  'moved',
  'renumbered',
  'emphasis',
  'layout',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

const FIRST_IMMATERIAL = REASON_KINDS.indexOf('reference-follows');

/** True for a reason that puts a change on the impact list. */
export function isMaterial(kind: ReasonKind): boolean {
  return REASON_KINDS.indexOf(kind) < FIRST_IMMATERIAL;
}

export interface Reason {
  readonly kind: ReasonKind;
  readonly text: Sentence;
}

/** One side of a change. The document's title is a side of role `title` with the id `title`. */
export interface ChangeSide {
  readonly id: string;
  readonly number?: string;
  readonly heading?: string;
  readonly role: ClauseRole | 'title';
  /** `Clause.text`; offsets of edits count in it. */
  readonly text: string;
}

export interface Change {
  readonly kind: ChangeKind;
  /** What else happened to it, in the order of `CHANGE_KINDS`. */
  readonly also: readonly ChangeKind[];
  /** Index into `Comparison.parts`. */
  readonly part: number;
  readonly old?: ChangeSide;
  readonly new?: ChangeSide;
  /** Smallest readable edits of words, in order. */
  readonly edits: readonly Edit[];
  /** Edits of layout alone; with `edits` they turn the old text into the new one, byte for byte. */
  readonly layout: readonly Edit[];
  /** Emphasis of the source that words lost or gained. */
  readonly emphasis?: EmphasisChange;
  readonly material: boolean;
  /** The reasons in one zh-CN sentence. */
  readonly because: string;
  /** Most serious first, never empty. */
  readonly reasons: readonly Reason[];
}

/** One row of a side-by-side view: ids of the clauses, and the change that stands there. */
export interface ComparedPair {
  readonly part: number;
  readonly old?: string;
  readonly new?: string;
  /** Index into `Comparison.changes`. */
  readonly change?: number;
}

/** One document of a comparison: the agreement itself first, then its annexes. Without `new` it was not compared: no rows, no changes. */
export interface ComparedPart {
  readonly old?: { readonly title: string };
  readonly new?: { readonly title: string };
  /** `old` is no annex of the old version, but a text that is an agreement of its own. */
  readonly apart?: true;
}

export interface Comparison {
  /** Nothing differs, not one byte as far as the documents show; see `compare`. */
  readonly identical: boolean;
  /** Differs in layout, emphasis, line ends or numbering only. */
  readonly sameWords: boolean;
  /** In reading order. */
  readonly changes: readonly Change[];
  readonly summary: Readonly<Record<ChangeKind, number>>;
  /** Indices into `changes`: the material ones, most serious first, then reading order. */
  readonly impact: readonly number[];
  /** Every clause of both sides in reading order. */
  readonly pairs: readonly ComparedPair[];
  readonly parts: readonly ComparedPart[];
}
