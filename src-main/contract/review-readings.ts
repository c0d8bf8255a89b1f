import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import { call, id, sha256 } from './call.ts';

/** The reading of a version that is used. */
export interface ReadingState {
  /** When it was made, UTC. */
  readonly at: string;
  /** An earlier reader than today's made it. */
  readonly byEarlier: boolean;
  /** How much today's reader sees otherwise; absent until it was tried. */
  readonly differs?: number;
}

/** What one kind of difference is about. */
export type ReadingPart = 'key-clauses' | 'clauses' | 'kinds' | 'facts' | 'document';

/** One difference between two readings of the same words. */
export interface ReadingDifference {
  readonly part: ReadingPart;
  readonly what: Sentence;
  /** Number and first words of its clause; absent where it is about the whole document. */
  readonly clause?: { readonly number?: string; readonly excerpt: string };
}

/** What reading a version again would change. Nothing is kept yet. */
export interface ReadingPreview {
  readonly versionId: string;
  /** SHA-256 of the reading that is used, and of the one that would take its place. */
  readonly from: string;
  readonly to: string;
  readonly differences: readonly ReadingDifference[];
  /** How many differences there are; a part may list fewer. */
  readonly count: number;
}

export const readingCalls = {
  'review.readAgain': call<ReadingPreview>()(z.strictObject({ versionId: id })),
  /** Keeps the reading that the preview showed, and no other. */
  'review.keepReading': call<ReadingState>()(z.strictObject({ versionId: id, from: sha256, to: sha256 })),
};
