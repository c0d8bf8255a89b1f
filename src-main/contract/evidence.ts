import { z } from 'zod';
import type { StandingPeriod, VersionState } from '../acceptance/standing.ts';
import type { Sentence } from '../agreement/sentence.ts';
import type { CertificateContent } from '../acceptance/certificate.ts';
import type { Verdict } from '../ledger/verdict.ts';
import type { UndoToken } from './undo.ts';
import { call, filled, id, language, nothing, sha256 } from './call.ts';
import { signingKey } from './letters.ts';

/** What an entry is about, for the filter of the list. */
export const LEDGER_GROUPS = ['all', 'decisions', 'texts', 'notices', 'papers', 'outside', 'device'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

/** One line of the ledger as the list shows it. */
export interface LedgerLine {
  readonly sequence: number;
  readonly at: string;
  readonly kind: Sentence;
  readonly subject: string;
  /** What it is about, in words. */
  readonly about: Sentence;
  /** Who did it, where the entry says so. */
  readonly who?: string;
  readonly hash: string;
  readonly signed: boolean;
  readonly rollback: boolean;
  readonly acceptanceId?: string;
}

export interface LedgerPage {
  readonly lines: readonly LedgerLine[];
  /** Of the filter. */
  readonly count: number;
  readonly head?: string;
}

/** One entry, whole. */
export interface LedgerEntryView extends LedgerLine {
  readonly payloadHash: string;
  readonly previous: string;
  readonly device: string;
  readonly signature?: string;
  /** Payload as indented JSON. */
  readonly payload: string;
}

export interface LedgerCheck {
  readonly ok: boolean;
  readonly checked: number;
  /** The first of them; `total` says how many there are. */
  readonly faults: readonly { readonly sequence?: number; readonly text: Sentence }[];
  /** How many faults there are in all; absent in checks of earlier builds, and where there are none. */
  readonly total?: number;
  /** What they are of: the chain itself, records without an entry, what is gone, or records that differ. Absent as `total` is. */
  readonly cause?: 'chain' | 'no-entry' | 'gone' | 'records';
  readonly at: string;
}

/** A full check of this ledger, with who signs it and what its times rest on. */
export interface LedgerVerdict extends LedgerCheck, Pick<Verdict, 'integrity' | 'identity' | 'time'> {
  /** No faults, and yet worth reading: a clock that was set back, a demo, a stamp whose authority nobody here trusts. */
  readonly remarks: readonly Sentence[];
  /** What nothing can be held against: neither good nor bad, and never green. */
  readonly unchecked: readonly Sentence[];
  /** Among the remarks: which records are held against a later entry, so that nothing tells what was before it. */
  readonly heldSince: readonly Sentence[];
}

/** Whether the ledger can be relied on, as far as was looked at. */
export interface LedgerStanding {
  readonly count: number;
  /** How many of them no device key signed. */
  readonly unsigned: number;
  readonly head?: string;
  /** The newest entries, checked at start. */
  readonly tail: LedgerCheck;
  /** The last full check, if there was one; one of earlier builds says only whether there were faults. */
  readonly last?: LedgerCheck & Partial<LedgerVerdict>;
  /** The database file was found damaged when every page of it was read at this start. */
  readonly fileDamaged: boolean;
}

/** One decision in the list of decisions. */
export interface AcceptanceLine {
  readonly id: string;
  readonly agreementId: string;
  readonly versionId: string;
  readonly title: string;
  readonly ordinal: number;
  readonly decision: 'accepted' | 'declined' | 'set-aside';
  readonly decidedAt: string;
  readonly person: string;
  readonly company: string;
  /** `own`, or whose bundle it came in. */
  readonly origin: string;
  /** Where its version stands in the world now, which the decision alone does not say. */
  readonly standing?: {
    readonly state: VersionState;
    readonly stands: boolean;
    readonly since?: string;
    /** How it came to stand, where it does or did. */
    readonly by?: StandingPeriod['by'];
  };
}

/** One decision, as its certificate would say it. */
export interface AcceptanceDetail {
  readonly line: AcceptanceLine;
  readonly content: CertificateContent;
  /** How it was accepted towards the provider, who did it and whose word that is; absent: nobody said that it was. */
  readonly made?: { readonly how: Sentence; readonly handledBy?: string; readonly said: string };
  /** `7:9f3a…`, to verify against; absent for a colleague's decision. */
  readonly place?: string;
  readonly certificates: readonly { readonly name: string; readonly sha256: string; readonly at: string }[];
  /** Bundles that hold another decision under the same id. */
  readonly contestedBy?: readonly { readonly name: string; readonly origin: string }[];
}

export type BundleScope =
  | { readonly kind: 'acceptance'; readonly acceptanceId: string }
  | { readonly kind: 'agreement'; readonly agreementId: string }
  | { readonly kind: 'everything' };

const bundleScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acceptance'), acceptanceId: id }),
  z.strictObject({ kind: z.literal('agreement'), agreementId: id }),
  z.strictObject({ kind: z.literal('everything') }),
]);

export interface ExportedBundle {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A bundle that was opened and verified; nothing of it is in the library yet. */
export interface BundleReview extends Verdict {
  readonly bundleId: string;
  readonly name: string;
  readonly sha256: string;
  readonly ok: boolean;
  readonly head?: { readonly sequence: number; readonly hash: string };
  readonly devices: readonly string[];
  /** Whose key it is, where it is pinned; with whose noted key it is in conflict, where it is. */
  readonly keyOf?: string;
  /** What it says otherwise than the library of the same ids: told, never put over what is there. */
  readonly conflicts: readonly Sentence[];
  readonly versions: readonly { readonly title: string; readonly ordinal: number; readonly known: boolean }[];
  readonly decisions: readonly {
    readonly title: string;
    readonly ordinal: number;
    readonly decision: AcceptanceLine['decision'];
    readonly decidedAt: string;
    readonly person: string;
    readonly company: string;
  }[];
  /** A name for its origin: the company that decided. */
  readonly suggestedOrigin: string;
}

/** A whole history that was taken in: the colleague's file, and how many entries its ledger has. */
export interface TakenHistory {
  readonly name: string;
  readonly sha256: string;
  readonly entries: number;
}

export interface ImportedBundle {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly sha256: string;
  readonly importedAt: string;
  readonly versions: number;
  readonly decisions: number;
  readonly head: string;
  /** The key that vouches for it; absent where nobody signed, and of one taken in by an earlier build. */
  readonly keyId?: string;
  /** The history that it was made of here, where it did not come as a bundle. */
  readonly history?: TakenHistory;
  /** What it says otherwise than the library of the same ids. */
  readonly conflicts?: readonly { readonly id: string; readonly text: Sentence }[];
}

export interface TimestampView {
  readonly sequence: number;
  readonly hash: string;
  readonly requestedAt: string;
  readonly attached?: {
    readonly at: string;
    readonly authority: string;
    readonly trusted: boolean;
    readonly sha256: string;
  };
}

export interface TimestampOverview {
  readonly timestamps: readonly TimestampView[];
  /** Authorities that the person trusts. */
  readonly roots: readonly { readonly id: string; readonly subject: string; readonly notAfter: string }[];
}

export const evidenceCalls = {
  'evidence.ledger': call<LedgerPage>()(
    z.strictObject({
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
      group: z.enum(LEDGER_GROUPS).optional(),
    }),
  ),
  'evidence.entry': call<LedgerEntryView>()(z.strictObject({ sequence: z.int().positive() })),
  'evidence.verify': call<LedgerVerdict>()(nothing),
  /** Verifies everything and, where nothing is wrong, has the ledger hold what no entry covers; refused where something is. */
  'evidence.cover': call<LedgerVerdict>()(nothing),
  'evidence.standing': call<LedgerStanding>()(nothing),
  'evidence.acceptances': call<readonly AcceptanceLine[]>()(nothing),
  'evidence.acceptance': call<AcceptanceDetail>()(z.strictObject({ acceptanceId: id, language })),
  /** The acceptance certificate as a PDF, saved where the person chooses; signed where a key is given. */
  'evidence.certificate': call<{ readonly fileName: string; readonly sha256: string } | undefined>()(
    z.strictObject({ acceptanceId: id, language, seen: sha256.optional(), key: signingKey.optional() }),
  ),
  'evidence.register': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ as: z.enum(['csv', 'json', 'pdf', 'print']), language, seen: sha256.optional() }),
  ),
};

/** One thing in what is to leave that speaks against whoever hands it out; `at` when it was recorded, UTC ISO. */
export interface AdverseLine {
  readonly at: string;
  readonly text: Sentence;
  /** The ledger entry that tells it; absent where a record of a decision does. */
  readonly sequence?: number;
  /** The decision whose record tells it. */
  readonly acceptanceId?: string;
  /** It is nothing adverse: numbers or copies of people's identity documents that would go along. */
  readonly personal?: true;
}

/** What is adverse in what is to leave; `seen` is what the person confirms to have read. */
export interface AdverseToConfirm {
  readonly lines: readonly AdverseLine[];
  readonly seen: string;
}

/** What is told of a bundle before it leaves: what is adverse in it, and how many entries of the ledger are in it whole or as hashes alone. */
export interface BundleToConfirm extends AdverseToConfirm {
  readonly entries: { readonly whole: number; readonly hashed: number };
}

export const bundleCalls = {
  /** What is adverse in a bundle of this scope, and what it holds of the ledger: shown before it leaves. */
  'evidence.adverse': call<BundleToConfirm>()(z.strictObject({ scope: bundleScope })),
  /**
   * Refused unless what is adverse in it was `seen` as it is now, and where the records have a fault in what it would hold, unless the
   * person wants it `despite` that.
   */
  'evidence.exportBundle': call<ExportedBundle | undefined>()(
    z.strictObject({ scope: bundleScope, seen: sha256.optional(), despite: z.literal(true).optional() }),
  ),
  'evidence.chooseBundle': call<BundleReview | undefined>()(nothing),
  'evidence.readBundle': call<BundleReview>()(z.strictObject({ name: filled(255), bytes: z.instanceof(Uint8Array) })),
  /** A bundle that the system handed over (double click); absent when there is none. */
  'evidence.openedBundle': call<BundleReview | undefined>()(nothing),
  /** Refused where its key is not the one noted for this origin, unless the person says that it is the `newKey`. */
  'evidence.importBundle': call<ImportedBundle>()(
    z.strictObject({ bundleId: id, origin: filled(120), newKey: z.literal(true).optional() }),
  ),
  'evidence.importedBundles': call<readonly ImportedBundle[]>()(nothing),
};

/** Time stamps of the ledger, and whom to trust for them. */
export const timestampCalls = {
  'evidence.timestamps': call<TimestampOverview>()(nothing),
  /** Saves a request over the newest entry (or the one named) as a `.tsq` file. */
  'evidence.requestTimestamp': call<{ readonly fileName: string; readonly sequence: number } | undefined>()(
    z.strictObject({ sequence: z.int().positive().optional() }),
  ),
  'evidence.attachTimestamp': call<TimestampView | undefined>()(nothing),
  'evidence.trustRoot': call<TimestampOverview | undefined>()(nothing),
  'evidence.distrustRoot': call<UndoToken>()(z.strictObject({ rootId: id })),
};
