import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import type { ClauseRole } from '../agreement/model.ts';
import type { ChangeKind, ReasonKind } from '../compare/comparison.ts';
import { call, id, language } from './call.ts';
import type { VersionSummary } from './library.ts';

export type { ChangeKind };

/** A stretch of a redline that looks the same throughout. */
export interface RedlineRun {
  readonly text: string;
  readonly change?: 'inserted' | 'deleted';
  readonly strong?: 'source' | 'rule';
  readonly underline?: boolean;
}

/** One side of a row: what the clause is called there, and its words with the mark of what was struck or inserted. */
export interface RedlineSide {
  readonly number?: string;
  readonly runs: readonly RedlineRun[];
}

/** What happened to a row's clause. */
export interface RowChange {
  readonly kind: ChangeKind;
  readonly also: readonly ChangeKind[];
  readonly material: boolean;
  /** Most serious first. */
  readonly reasons: readonly { readonly kind: ReasonKind; readonly text: Sentence }[];
}

/** One clause of either version, or of both, in reading order. */
export interface RedlineRow {
  /** Unique in the comparison. */
  readonly id: string;
  /** Index into `parts`. */
  readonly part: number;
  readonly role: ClauseRole | 'title';
  readonly level: number;
  readonly old?: RedlineSide;
  readonly new?: RedlineSide;
  /** Both sides in one line of text: struck words before what took their place. */
  readonly inline: readonly RedlineRun[];
  readonly change?: RowChange;
}

/** One line of the list of changes, and the row it jumps to. */
export interface ImpactLine {
  readonly rowId: string;
  /** Index into `parts`. */
  readonly part: number;
  readonly number?: string;
  readonly excerpt: string;
  /** What became of figures first, then most serious first. */
  readonly reasons: readonly Sentence[];
  /** Certainly better for the customer: an objection does not name it by itself. */
  readonly better?: true;
}

/** One document of a comparison; `only`: the other version has none like it. */
export interface ComparedPartView {
  readonly title: string;
  readonly only?: 'old' | 'new';
  /** The earlier version has no such annex, but it is known as an agreement of its own: the version that it is compared with. */
  readonly apart?: { readonly title: string; readonly ordinal: number };
}

/** That the redline holds all of both texts, in letters and digits: old − struck + inserted = new. */
export interface Conservation {
  readonly old: number;
  readonly struck: number;
  readonly inserted: number;
  readonly new: number;
  /** Letters and digits that are in a text but not in the redline, or the other way round; 0: nothing is left out. */
  readonly difference: number;
}

/** What the source of either version holds that is in neither text; empty where all of it was read. */
export interface LeftOutOfComparison {
  readonly old: readonly Sentence[];
  readonly new: readonly Sentence[];
}

export interface ComparedVersion extends VersionSummary {
  readonly agreementId: string;
  readonly agreementTitle: string;
}

export interface ComparisonView {
  readonly old: ComparedVersion;
  readonly new: ComparedVersion;
  /** What can be picked on either side: all versions of the agreements compared. */
  readonly versions: readonly ComparedVersion[];
  /** The version that stands against the newest one, where they differ. */
  readonly acceptedAgainstCurrent?: { readonly oldVersionId: string; readonly newVersionId: string };
  readonly identical: boolean;
  readonly sameWords: boolean;
  /** Clauses by what happened to them. */
  readonly summary: Readonly<Record<ChangeKind, number>>;
  /** Stretches of words that a reader would mark, in all changed clauses. */
  readonly edits: number;
  /** What matters, most serious first. */
  readonly impact: readonly ImpactLine[];
  /** All other changes, in reading order. */
  readonly others: readonly ImpactLine[];
  /** The agreement, then its annexes. */
  readonly parts: readonly ComparedPartView[];
  readonly conservation: Conservation;
  readonly rows: readonly RedlineRow[];
  /** The text that is held against the other is the older one: what is told as inserted was struck. */
  readonly backward?: true;
  /** Going through this comparison is required for the review of the newer version; when it was done, if it was. */
  readonly required: boolean;
  readonly seenAt?: string;
}

const pair = { oldVersionId: id, newVersionId: id };

export const compareCalls = {
  'compare.open': call<ComparisonView>()(z.strictObject(pair)),
  /** Reads both sources anew, to say what of them no version holds. */
  'compare.leftOut': call<LeftOutOfComparison>()(z.strictObject(pair)),
  /** The redline as a PDF, saved or printed: the same words as on the screen. Absent when the dialog was closed. */
  'compare.export': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ ...pair, as: z.enum(['pdf', 'print']), onlyChanges: z.boolean(), language }),
  ),
};
