import { z } from 'zod';
import type { StandingPeriod, VersionState } from '../acceptance/standing.ts';
import type { FactKind } from '../agreement/fact.ts';
import type { Sentence } from '../agreement/sentence.ts';
import type { DocumentKind } from '../agreement/model.ts';
import { call, filled, id, nothing, words } from './call.ts';
import type { Particulars } from './library/table.ts';
import type { Place } from './event.ts';
import type { PendingSource } from './import.ts';
import { type RemovedView, undoToken, type UnreadableView } from './undo.ts';
import type { FactView } from './views.ts';

/** Where one version stands: shown as a word with a date. */
export type { StandingPeriod, VersionState };

export interface VersionSummary {
  readonly id: string;
  readonly ordinal: number;
  readonly title: string;
  /** What it is called wherever it is meant by itself: its own title, unless the person named the agreement. */
  readonly called: string;
  readonly fingerprint: string;
  readonly savedAt: string;
  readonly state: VersionState;
  /** When it came to that state, UTC. */
  readonly since?: string;
  /** Who decided so, or said what became of it in the world. */
  readonly person?: string;
  /** Why it stands so, in a sentence. */
  readonly why: Sentence;
  /** It was accepted in the world, and nobody in the company decided on it: its key clauses are still to be read. */
  readonly unread?: true;
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
  /** The name that the person gave it; else the title of the version that stands, or of the newest where none does. */
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

/** Parts of the library that its list can be narrowed to. An archived agreement is in that part alone. */
export const SHELVES = ['to-review', 'new-version', 'in-force', 'archived'] as const;
export type Shelf = (typeof SHELVES)[number];

/** An agreement as the library lists it. */
export interface LibraryAgreement extends AgreementSummary {
  /** The version that its row speaks of: accepted or decided last, else the newest. */
  readonly shown: string;
  /** A newer version that waits for its review or decision while another one stands. */
  readonly waiting?: string;
  readonly shelves: readonly Shelf[];
  /** Guides and lists of forms: to look things up in, nothing is accepted by them. */
  readonly reference: boolean;
  /** It came with the sample set. */
  readonly sample: boolean;
  /** How many texts of it the sample set holds, where that is more than one: it begins with as many versions. */
  readonly sampleTexts?: number;
}

export interface LibraryView {
  readonly agreements: readonly LibraryAgreement[];
  readonly questions: readonly WorldQuestion[];
  readonly pending: readonly PendingSource[];
  /** Versions that today's reader was tried on and reads otherwise than they are kept. */
  readonly readAgain: readonly string[];
}

export interface SearchResult {
  readonly versionId: string;
  /** What the version is called. */
  readonly title: string;
  /** Its agreement was put away. */
  readonly archived?: true;
  readonly ordinal: number;
  readonly clauseId: string;
  readonly number?: string;
  readonly excerpt: string;
}

/** A fact of a version, where it stands, and what the person put in its place. */
export interface InspectedFact extends FactView {
  /** Facts of one kind are one, as the tiers of a credit. */
  readonly kind: FactKind;
  /** Number of its clause, where that has one. */
  readonly number?: string;
  /** What the person settled instead. */
  readonly own?: Sentence;
  /** Numbers of clauses that state another value. */
  readonly conflicts: readonly string[];
}

/** What one version needs the person to see, and how far that got. */
export interface ReviewSoFarView {
  readonly versionId: string;
  readonly ordinal: number;
  readonly noted: number;
  readonly keyClauses: number;
  /** As the reader tells it; see `CeremonyProgress`. */
  readonly minutesLeft: number;
  readonly complete: boolean;
}

/** A version with what the timeline says of it beside its state. */
export interface InspectedVersion extends VersionSummary {
  readonly documents: number;
  /** Its last decision, of which there is a record. */
  readonly recordId?: string;
  /** What it is compared with: the text that stands or stood before it, else the version before. */
  readonly compareWith?: string;
  readonly source: { readonly name: string; readonly sha256: string };
}

/** Something that another feature holds about an agreement. */
export interface LinkedItem {
  readonly id: string;
  readonly what: 'notice' | 'letter' | 'sealed-copy' | 'order' | 'claim' | 'explanation';
  readonly title: Sentence;
  readonly state?: Sentence;
  /** Yuan, two decimals. */
  readonly amount?: string;
  readonly place: Place;
}

/** What differs between a version and the text before it. */
export interface Changes {
  readonly oldVersionId: string;
  readonly oldOrdinal: number;
  readonly newVersionId: string;
  readonly newOrdinal: number;
  readonly all: number;
  readonly material: number;
  /** The newer one was not decided on. */
  readonly open: boolean;
}

/** The next thing a person would do with an agreement. */
export interface NextStep {
  readonly do: 'review' | 'continue' | 'decide' | 'conclude' | 'read' | 'unarchive';
  readonly versionId: string;
  readonly ordinal: number;
}

/** Everything that the library says of one agreement. */
export interface Inspection {
  readonly agreement: LibraryAgreement;
  /** The version that is shown: its clauses, its key clauses, its documents with annexes. */
  readonly clauses: number;
  readonly keyClauses: number;
  readonly documents: number;
  /** The acceptance that is spoken of: of the text that stands, else of the one shown, if that was accepted in the world. */
  readonly acceptance?: {
    readonly versionId: string;
    readonly ordinal: number;
    readonly documents: number;
    readonly keyClauses: number;
    /** Key clauses that were noted by the record; absent where no record tells. */
    readonly noted?: number;
    readonly governs?: 'click' | 'sealed';
  };
  /** The decision that is spoken of: the last one on the version that is shown. */
  readonly decision?: {
    readonly decision: 'accepted' | 'declined' | 'set-aside';
    readonly at: string;
    readonly person: string;
    readonly role: string;
    readonly basis: 'legal-representative' | 'authorisation-letter' | 'post';
  };
  /** What is left to see of the version that is to be reviewed. */
  readonly review?: ReviewSoFarView;
  readonly facts: readonly InspectedFact[];
  /** Whose it is inside the company, what it costs, what it is filed under. */
  readonly particulars: Particulars;
  /** Newest first. */
  readonly versions: readonly InspectedVersion[];
  readonly linked: readonly LinkedItem[];
  readonly next: NextStep;
  /** Another name that its provider may have in the library, and the agreements that bear the name of this one. */
  readonly sameProvider?: { readonly name: string; readonly agreementIds: readonly string[] };
}

const putAway = { away: z.boolean() };

export const libraryCalls = {
  'library.list': call<LibraryView>()(nothing),
  'library.inspect': call<Inspection>()(z.strictObject({ agreementId: id })),
  /** What differs in the version that waits, or else in the one shown, from the text before it; absent where there is none. */
  'library.changes': call<Changes | undefined>()(z.strictObject({ agreementId: id })),
  /** Puts agreements into the archive, or takes them out of it. Ledger and evidence stay as they are. */
  'library.archive': call<undefined>()(z.strictObject({ agreementIds: z.array(id).min(1).max(5000), ...putAway })),
  /** Puts the whole sample set away, or back. */
  'library.putSamplesAway': call<{ readonly agreementIds: readonly string[] }>()(z.strictObject(putAway)),
  /** Takes sources that could not be read off the list, or puts them back. They stay kept. */
  'library.dismissSources': call<undefined>()(z.strictObject({ sourceIds: z.array(id).min(1).max(5000), ...putAway })),
  'library.search': call<readonly SearchResult[]>()(z.strictObject({ query: words(200) })),
  'library.rename': call<undefined>()(
    z.strictObject({ agreementId: id, title: filled(300), provider: words(200).optional() }),
  ),
  /** Gives agreements the name of a provider that is there already. */
  'library.nameProvider': call<undefined>()(
    z.strictObject({ agreementIds: z.array(id).min(1).max(5000), provider: filled(200) }),
  ),
  /** Two names are two providers: nobody is asked again; or they are asked after all. */
  'library.providersApart': call<undefined>()(
    z.strictObject({ one: filled(200), other: filled(200), apart: z.boolean() }),
  ),
  /** Brings back what was removed, wherever it was removed. */
  'library.undo': call<undefined>()(undoToken),
  /** What was removed in the last 30 days, the last one first. */
  'library.recentlyRemoved': call<readonly RemovedView[]>()(nothing),
  /** Records that no list can show because they cannot be read. */
  'library.unreadable': call<readonly UnreadableView[]>()(nothing),
};
