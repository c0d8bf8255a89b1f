import { z } from 'zod';
import type { StandingPeriod, VersionState } from '../acceptance/standing.ts';
import type { Sentence } from '../agreement/sentence.ts';
import type { DocumentKind } from '../agreement/model.ts';
import { call, id, nothing, words } from './call.ts';
import type { PendingSource } from './import.ts';
import { type RemovedView, undoToken, type UnreadableView } from './undo.ts';

/** Where one version stands: shown as a word with a date. */
export type { StandingPeriod, VersionState };

export interface VersionSummary {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  readonly fingerprint: string;
  readonly savedAt: string;
  readonly state: VersionState;
  /** When it came to that state, UTC. */
  readonly since?: string;
  /** Why it stands so, in a sentence. */
  readonly why: Sentence;
  /** It is the text that holds now; of an agreement's versions at most one is. */
  readonly stands: boolean;
  /** When it stands or last stood; absent: it never did. */
  readonly period?: StandingPeriod;
  /** The version to compare it with: what stands, or stood before it. */
  readonly against?: string;
  /** Where sealed copies came back: which text governs, and how many differences nobody resolved. */
  readonly texts?: { readonly governs: 'neither' | 'click' | 'sealed'; readonly openDifferences: number };
  readonly conspicuous: number;
}

export interface AgreementSummary {
  readonly id: string;
  readonly title: string;
  readonly provider?: string;
  readonly kind: DocumentKind;
  /** `own`, or whose bundle it came in. */
  readonly origin: string;
  readonly annexOf?: { readonly id: string; readonly title: string };
  /** Oldest first; never empty. */
  readonly versions: readonly VersionSummary[];
}

/** What only a person can say about an own agreement: what became of a decision, or whose seals a sealed copy bears. */
export interface WorldQuestion {
  readonly versionId: string;
  readonly title: string;
  readonly ordinal: number;
  readonly provider?: string;
  /** The decision to accept of which nobody said yet what happened in the world, UTC ISO. */
  readonly decidedAt?: string;
  readonly copies: readonly { readonly id: string; readonly name: string }[];
}

export interface LibraryView {
  readonly agreements: readonly AgreementSummary[];
  readonly questions: readonly WorldQuestion[];
  readonly pending: readonly PendingSource[];
  /** Versions that today's reader was tried on and reads otherwise than they are kept. */
  readonly readAgain: readonly string[];
}

export interface SearchResult {
  readonly versionId: string;
  readonly agreementTitle: string;
  readonly ordinal: number;
  readonly clauseId: string;
  readonly number?: string;
  readonly excerpt: string;
}

export const libraryCalls = {
  'library.list': call<LibraryView>()(nothing),
  'library.search': call<readonly SearchResult[]>()(z.strictObject({ query: words(200) })),
  'library.rename': call<undefined>()(
    z.strictObject({ agreementId: id, title: words(300).min(1), provider: words(200).optional() }),
  ),
  /** Brings back what was removed, wherever it was removed. */
  'library.undo': call<undefined>()(undoToken),
  /** What was removed in the last 30 days, the last one first. */
  'library.recentlyRemoved': call<readonly RemovedView[]>()(nothing),
  /** Records that no list can show because they cannot be read. */
  'library.unreadable': call<readonly UnreadableView[]>()(nothing),
};
