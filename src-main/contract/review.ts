import { z } from 'zod';
import type { DecisionWords } from '../acceptance/statement.ts';
import type { ConclusionTold } from '../acceptance/conclusion-told.ts';
import type { Sentence } from '../agreement/sentence.ts';
import type { SourceMark } from '../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import type { ChangeKind } from '../compare/comparison.ts';
import type { LatestDay } from '../term/calendar/deadline.ts';
import { call, date, filled, id, language, nothing, sha256, words } from './call.ts';
import { conclusionInput, type LastConclusion } from './review-conclusions.ts';
import type { ReadingState } from './review-readings.ts';
import type { AgreementSummary, VersionSummary } from './library.ts';
import type { Departure } from './settings-positions.ts';
import { type CeremonyPolicyInput, SIGNING_BASES, type SignatoryView } from './settings.ts';
import type { FactView, StatuteView } from './views.ts';

/** Something that must be seen or done before assent, and whether it was. */
export interface Requirement {
  readonly id: string;
  readonly kind: 'end-reached' | 'clause' | 'annex' | 'redline';
  readonly clauseId?: string;
  readonly number?: string;
  readonly excerpt?: string;
  /** Version to open, for an annex or the version to compare with. */
  readonly versionId?: string;
  readonly secondsNeeded?: number;
  readonly secondsSeen?: number;
  readonly acknowledged?: boolean;
  /** When it was noted, UTC ISO. */
  readonly acknowledgedAt?: string;
  /** Conspicuous: must be acknowledged by its own key or click. */
  readonly needsAcknowledgement?: boolean;
  readonly done: boolean;
}

export interface ReviewProgress {
  readonly requirements: readonly Requirement[];
  readonly missing: number;
  readonly complete: boolean;
  /** To read what is left of the clauses, in whole minutes; an estimate. */
  readonly minutesLeft: number;
}

export interface DecisionSummary {
  readonly id: string;
  readonly decision: 'accepted' | 'declined' | 'set-aside';
  readonly decidedAt: string;
  readonly person: string;
  readonly role: string;
  readonly company: string;
  readonly reason?: string;
  /** Sequence of the ledger entry and its hash. */
  readonly ledger: { readonly sequence: number; readonly hash: string };
}

/** Why a clause is a key clause. */
export interface KeyReason {
  readonly label: Sentence;
  readonly because: string;
}

/** One version as the reader shows it. */
export interface VersionView {
  readonly agreement: AgreementSummary;
  /** It came with the sample set: for practice, and with faults on purpose. */
  readonly sample: boolean;
  readonly version: VersionSummary;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly document: AgreementDocument;
  /** By clause that is told apart by it alone: the number of the clause above. */
  readonly above: Readonly<Record<string, string>>;
  /** The reading that `document` is. */
  readonly reading: ReadingState;
  /** Clauses that are conspicuous, in document order. */
  readonly conspicuous: readonly string[];
  /** By key clause: the kinds that make it one, and the words that made it so. */
  readonly reasons: Readonly<Record<string, readonly KeyReason[]>>;
  /** By key clause: how much of it is marked in the original; `none`: bold by rule alone. */
  readonly marks: Readonly<Record<string, SourceMark>>;
  /** By clause that is no key clause: the kinds that would make it one, if it were of them. */
  readonly possible: Readonly<Record<string, readonly KeyReason[]>>;
  readonly facts: readonly FactView[];
  /** By clause: what the law says beside it. */
  readonly law: Readonly<Record<string, readonly StatuteView[]>>;
  /** The text chooses the law of another place: nothing of the mainland's is told as if it held. */
  readonly lawElsewhere?: true;
  /** Where it departs from the company's positions, in document order. */
  readonly departures: readonly Departure[];
  /** The usual protections that were not recognised in it. */
  readonly unrecognised: readonly Sentence[];
  /** What was said of its acceptance in the world; absent: nobody said that it was made. */
  readonly conclusion?: ConclusionTold;
  readonly annexes: readonly { readonly versionId: string; readonly title: string }[];
  /** Versions that this one is an annex of: opening it counts for their review. */
  readonly annexedTo: readonly string[];
  readonly previousAccepted?: { readonly versionId: string; readonly ordinal: number };
  readonly decisions: readonly DecisionSummary[];
  readonly progress: ReviewProgress;
  /** Where one was reading when the version was shown last; absent the first time. */
  readonly left?: { readonly clauseId: string; readonly at: string };
  /** No other version was reviewed before: what the marks mean is told. */
  readonly firstReview: boolean;
}

/** What became of one clause since the version that this one is compared with. A clause that is not named is unchanged. */
export interface ClauseChange {
  readonly kind: ChangeKind;
  readonly material: boolean;
  /** Most serious first. */
  readonly reasons: readonly Sentence[];
}

/** By clause. */
export type ClauseChanges = Readonly<Record<string, ClauseChange>>;

/** A fact that weighs in the decision, in words. */
export interface KeyFact {
  readonly label: Sentence;
  readonly words: Sentence;
  readonly clauseId: string;
  readonly number?: string;
  /** How many other values the text gives for it. */
  readonly others: number;
  /** What it was in the text that stands or stood before, where it was another. */
  readonly before?: Sentence;
  /** What belongs to it. */
  readonly beside?: { readonly label: Sentence; readonly words: Sentence };
}

/** A key clause in the list of kinds. */
export interface KeyPlace {
  readonly clauseId: string;
  readonly number?: string;
  /** The number of the clause above, where it is told apart by that alone. */
  readonly above?: string;
  readonly excerpt: string;
  /** How much of it is marked in the original; `none`: bold by rule alone. */
  readonly marked: SourceMark;
}

/** Key clauses of kinds that belong together; one of several kinds stands under each. */
export interface KeyKinds {
  readonly labels: readonly Sentence[];
  readonly clauses: readonly KeyPlace[];
}

/** Which company decided last, and who signed for it, if they may still. */
export interface SigningHabit {
  readonly companyId: string;
  readonly signatoryId?: string;
}

/** A version that waits for a decision. */
export interface NextReview {
  readonly agreementId: string;
  readonly versionId: string;
  readonly title: string;
  readonly ordinal: number;
  /** Somebody has opened it. */
  readonly begun: boolean;
  readonly savedAt: string;
}

/** A day of the calendar that a decision brings or has to keep to; of a day that can move, the safe one and the latest arguable one. */
export interface DecisionDay {
  readonly name: 'effective' | 'objectBy' | 'lastDayToAct' | 'end' | 'cancelBy';
  readonly day: string;
  readonly latest?: string;
  /** In place of the latest one, where it is not known: what is missing for it, and no later than which day. */
  readonly latestOpen?: LatestDay & { readonly known: false };
  /** Counted as if it were accepted today. */
  readonly ifToday?: boolean;
}

/** Beside the version itself, everything that its decision shows. */
export interface DecisionPage {
  /** Characters of the text, without blanks. */
  readonly words: number;
  /** At most four. */
  readonly facts: readonly KeyFact[];
  readonly kinds: readonly KeyKinds[];
  /** What is known of days, each as the desk of terms, the notice and the agenda tell it. */
  readonly days: readonly DecisionDay[];
  /** The day of effect that the text gives. */
  readonly effective?: string;
  /** Against what stands or stood: `clauses` are those of the newer version that are worded otherwise or new. */
  readonly changes?: {
    readonly material: number;
    readonly all: number;
    readonly since: number;
    readonly versionId: string;
    readonly clauses: readonly string[];
  };
  readonly openExplanations: readonly {
    readonly question: string;
    readonly number?: string;
    readonly askedAt: string;
  }[];
  readonly companies: readonly { readonly id: string; readonly name: string; readonly creditCode: string }[];
  /** The company that the words speak of; absent where there is none. */
  readonly companyId?: string;
  readonly signatories: readonly SignatoryView[];
  readonly signedLast?: SigningHabit;
  readonly secondPersonNeeded: boolean;
  /** What was last said for this provider about acceptance in the world; absent the first time. */
  readonly lastConclusion?: LastConclusion;
  /** What the settings ask for beyond the default, as it will stand in the record. */
  readonly policy: CeremonyPolicyInput;
}

const seconds = z.number().min(0).max(60);

/** What the window saw since its last report. Seconds add up; an event counts at most a minute. */
export const observation = z.strictObject({
  seen: z
    .array(
      z.strictObject({
        clauseId: words(80),
        seconds,
        weight: z.number().int().min(1).max(1000),
        decoration: words(120),
      }),
    )
    .max(2000),
  acknowledged: z.array(words(80)).max(2000),
  withdrawn: z.array(words(80)).max(2000),
  endReached: z.boolean(),
  annexOpened: id.optional(),
  redlineSeen: id.optional(),
  readingAt: filled(80).optional(),
});

const pixels = z.number().min(-20_000).max(20_000);
const pictureBox = z.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels });

/** Of what is put off: until when, what for, and whether the service is used meanwhile. Absent members: not said. */
const deferral = z.strictObject({
  until: date.optional(),
  for: z.enum(['review', 'explanation']),
  use: z.enum(['not-used', 'as-agreed']).optional(),
});
export type DeferralInput = z.infer<typeof deferral>;

const decision = z.enum(['accepted', 'declined', 'set-aside']);
const decisionReason = words(2000).optional();

export const decisionInput = z.strictObject({
  versionId: id,
  decision,
  reason: decisionReason,
  deferral: deferral.optional(),
  /** The statement as it stood on the screen; what would be recorded in other words is refused. */
  statement: filled(20_000).optional(),
  person: filled(100),
  role: filled(100),
  basis: z.enum(SIGNING_BASES),
  authorisationFile: sha256.optional(),
  companyId: id,
  secondPerson: z.strictObject({ name: filled(100), role: filled(100) }).optional(),
  /** What became of it in the world; an acceptance cannot do without, the others need none. */
  conclusion: conclusionInput.optional(),
  /** Language of the statement and button that were on screen. */
  language,
});

export const reviewCalls = {
  'review.open': call<VersionView>()(z.strictObject({ versionId: id })),
  /** Clause by clause what changed against what stands, or stood before; absent where there is nothing to compare with. */
  'review.changes': call<ClauseChanges | undefined>()(z.strictObject({ versionId: id })),
  /** `sitting`: one showing of the version in one window. Its first report begins it: seconds count from there on. */
  'review.observe': call<ReviewProgress>()(z.strictObject({ versionId: id, observation, sitting: id.optional() })),
  /** A clause as it is on screen now: the main side takes the picture, keeps it and notes its hash. */
  'review.picture': call<{ readonly taken: boolean }>()(
    z.strictObject({ versionId: id, clauseId: filled(80), box: pictureBox }),
  ),
  'review.page': call<DecisionPage>()(z.strictObject({ versionId: id, language, companyId: id.optional() })),
  /** Statement and button of one decision, by what was seen and said so far. */
  'review.statement': call<DecisionWords>()(
    z.strictObject({
      versionId: id,
      decision,
      reason: decisionReason,
      deferral: deferral.optional(),
      companyId: id.optional(),
      person: z.strictObject({ name: filled(100), role: filled(100), basis: z.enum(SIGNING_BASES) }).optional(),
      language,
    }),
  ),
  'review.decide': call<DecisionSummary>()(decisionInput),
  /** What waits for a decision after one on this version, the nearest to it first; absent where nothing does. */
  'review.next': call<NextReview | undefined>()(z.strictObject({ after: id })),
  'review.keepAuthorisation': call<{ readonly sha256: string; readonly name: string } | undefined>()(nothing),
  /** Saves or prints the text before (or after) a decision. Absent when the person closed the dialog. */
  'review.export': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ versionId: id, as: z.enum(['pdf', 'text', 'print']) }),
  ),
};
