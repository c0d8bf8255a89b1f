import type { Channel } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import type { Language } from '../agreement/sentence.ts';
import type { RECORD_FORMATS } from '../ledger/bundle.ts';
import type { ClauseAttention } from './attention.ts';
import type { ExplanationState } from './explanation.ts';
import type { CeremonyPolicy } from './policy.ts';
import type { SecondsClock } from './review-so-far.ts';
import type { Stated } from './stated.ts';

export type Decision = 'accepted' | 'declined' | 'set-aside';

/** On what basis the person acts for the company. */
export type AuthorityBasis = 'legal-representative' | 'authorisation-letter' | 'post';

/**
 * Everything that is kept about one decision by one person on one version, as the Electronic Signature Law asks of what is to
 * count as an original (article 5) and as evidence (article 8: how it was made, kept and told apart). No reliable signature in
 * the sense of its article 13 is claimed: a typed name under a device key is none. Plain JSON, canonical when stored. Every member is required, so that forgetting one does not compile; what has
 * no value says so in words. Hashes are SHA-256 in lower-case hex, instants UTC ISO. These members every format has.
 */
interface InEveryFormat {
  readonly id: string;
  readonly agreement: { readonly id: string; readonly title: string; readonly provider: Stated<string> };
  readonly version: {
    readonly id: string;
    readonly ordinal: number;
    readonly title: string;
    /** Date that the document states about itself. */
    readonly date: Stated<string>;
  };
  readonly sources: readonly { readonly id: string; readonly name: string; readonly sha256: string }[];
  readonly hashes: {
    /** The version's fingerprint. */
    readonly canonicalText: string;
    /** The structure as stored (clauses, emphasis, tags), canonical JSON. */
    readonly structure: Stated<string>;
    readonly renderedPdf: Stated<string>;
  };
  readonly decision: Decision;
  readonly reason: Stated<string>;
  /** Exactly as they stood on the screen. */
  readonly words: { readonly statement: string; readonly button: string; readonly language: Language };
  readonly person: { readonly name: string; readonly role: string };
  readonly authority: {
    readonly basis: AuthorityBasis;
    readonly post: Stated<string>;
    readonly file: Stated<KeptFile>;
  };
  readonly company: { readonly name: string; readonly creditCode: Stated<string> };
  /** Of what was put off; absent in records written before it was asked. */
  readonly deferral?: Stated<{
    /** The last day of it, civil. */
    readonly until: Stated<string>;
    readonly for: 'review' | 'explanation';
    readonly use: Stated<'not-used' | 'as-agreed'>;
  }>;
  readonly secondPerson: Stated<{ readonly name: string; readonly role: string; readonly confirmedAt: string }>;
  readonly time: {
    readonly utc: string;
    /** Minutes east of UTC. */
    readonly offsetMinutes: number;
    /** The same instant on the wall clock: `2026-11-23T16:05:00.000+08:00`. */
    readonly local: string;
    readonly source: string;
    readonly rollback: boolean;
  };
  readonly acceptedBefore: Stated<{
    readonly versionId: string;
    readonly ordinal: number;
    readonly fingerprint: string;
    /** Hash of the redline that was shown. */
    readonly redline: Stated<string>;
    readonly redlineSeenAt: Stated<string>;
  }>;
  readonly explanations: Stated<readonly ExplanationEvidence[]>;
  readonly environment: {
    readonly app: string;
    readonly build: string;
    readonly runtime: string;
    readonly osUser: string;
    readonly device: string;
    readonly locale: string;
  };
  readonly networkAddress: 'not collected';
  /** Hash of the ledger entry before the one that holds this record. */
  readonly previousLedgerHash: string;
}

/** What every format says of the review. */
export interface ReviewEvidence {
  readonly openedAt: string;
  readonly firstShownAt: Stated<string>;
  readonly endReachedAt: Stated<string>;
  readonly policy: CeremonyPolicy;
  readonly complete: boolean;
  /** Ids of the requirements that were not fulfilled. */
  readonly missing: Stated<readonly string[]>;
  readonly annexes: Stated<readonly AnnexEvidence[]>;
}

/** Format 1: whatever seconds the window reported were believed. Nothing writes it any more. */
export interface AcceptanceRecord1 extends InEveryFormat {
  readonly format: (typeof RECORD_FORMATS)[0];
  readonly review: ReviewEvidence & { readonly clauses: Stated<readonly ClauseEvidence1[]> };
}

/** Format 2: seconds by the main process's clock, how each clause had the person's attention, and the reading shown. */
export interface AcceptanceRecord2 extends InEveryFormat {
  readonly format: (typeof RECORD_FORMATS)[1];
  readonly reading: ReadingShown;
  readonly review: ReviewEvidence & {
    readonly secondsBy: SecondsClock;
    readonly clauses: Stated<readonly ClauseEvidence[]>;
  };
}

export type AcceptanceRecord = AcceptanceRecord1 | AcceptanceRecord2;

/** What was understood of the version's words when they were shown: a better reader may read the same words again. */
export interface ReadingShown {
  /** Of the document as it is stored. */
  readonly sha256: string;
  /** Build of the reader. */
  readonly reader: string;
}

/** One clause that had to be seen, and how it looked. */
interface ShownClause {
  readonly clauseId: string;
  readonly number: Stated<string>;
  readonly heading: Stated<string>;
  readonly kinds: Stated<readonly string[]>;
  /**
   * Emphasis as rendered: computed style, and a picture. `origin` says whose bold it is; older records say `source`
   * also of a clause whose source has only a part of it in bold and to which no rule added any.
   */
  readonly emphasis: {
    readonly origin: 'source' | 'source in part' | 'rule' | 'source and rule' | 'none';
    readonly weight: Stated<number>;
    readonly decoration: Stated<string>;
    readonly picture: Stated<string>;
  };
}

/** What a record of format 1 says of one clause. */
export interface ClauseEvidence1 extends ShownClause {
  readonly secondsVisible: number;
  readonly secondsNeeded: number;
  readonly acknowledgedAt: Stated<string>;
}

/** What a record of format 2 says of one clause. */
export interface ClauseEvidence extends ShownClause {
  readonly attention: ClauseAttention;
}

export interface AnnexEvidence {
  readonly versionId: string;
  readonly title: string;
  readonly openedAt: Stated<string>;
}

export interface ExplanationEvidence {
  readonly id: string;
  readonly clauseId: string;
  readonly number: Stated<string>;
  readonly question: string;
  readonly state: ExplanationState;
  readonly askedAt: string;
  readonly sent: Stated<{
    readonly at: string;
    readonly channel: Channel;
    readonly to: string;
    readonly proof: Stated<KeptFile>;
  }>;
  readonly answer: Stated<{
    readonly at: string;
    readonly channel: Channel;
    readonly by: string;
    readonly text: string;
    readonly file: Stated<KeptFile>;
  }>;
}

/** Subject of the ledger's entries about a record. */
export function recordSubject(id: string): `acceptance:${string}` {
  return `acceptance:${id}`;
}
