import { z } from 'zod';
import type { Sentence, WorkingStep } from '../agreement/sentence.ts';
import type { LatestDay } from '../term/calendar/deadline.ts';
import type { NoticeKind } from '../term/notice/notice-clock.ts';
import type { NoticeChannel } from '../term/notice/notice-delivery.ts';
import type { Shortfall } from '../term/notice/notice-shortfall.ts';
import type { NoticeState, ObjectionItem } from '../term/notice/notice-states.ts';
import { call, date, filled, id, nothing, sha256, words } from './call.ts';
import type { DayClockView, StatuteView } from './views.ts';

export type { NoticeChannel, NoticeKind, NoticeState };

const kind = z.enum(['change', 'sla-change', 'termination', 'assignment', 'fee'] satisfies NoticeKind[]);
const channel = z.enum(['site', 'message', 'email', 'sms', 'post'] satisfies NoticeChannel[]);

/** The announcement as it came: pasted words, or a file that is kept already. */
const announcement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: filled(500_000) }),
  z.strictObject({ kind: z.literal('file'), sha256, name: filled(255) }),
]);

export const noticeInput = z.strictObject({
  agreementId: id,
  kind,
  channel,
  /** Day it was published, sent or posted; the day it was seen where nothing else is known. */
  sent: date,
  /** Day it arrived, by the person's own knowledge. */
  received: date.optional(),
  announcedEffective: date.optional(),
  /** What it says, in a line. */
  subject: words(300).optional(),
  announcement: announcement.optional(),
  /** The new text as a version of the agreement; absent: none was given (yet). */
  newVersionId: id.optional(),
});
export type NoticeInput = z.infer<typeof noticeInput>;

/** Values that only the person can give where the agreement is silent or contradicts itself. */
export const OWN_VALUES = [
  'change-notice-days',
  'termination-notice-days',
  'termination-notice-months',
  'assignment-notice-days',
  'fee-notice-days',
  'paper-delivery-days',
] as const;
export type OwnValueName = (typeof OWN_VALUES)[number];

const correction = z.strictObject({
  noticeId: id,
  kind: kind.optional(),
  channel: channel.optional(),
  subject: words(300).optional(),
  sent: date.optional(),
  /** `null`: it is not known, or nothing is kept, after all. */
  received: date.nullish(),
  announcedEffective: date.nullish(),
  announcement: announcement.nullish(),
  newVersionId: id.optional(),
  /** Which of the cases that the agreement tells apart it is; empty: not said. */
  scope: words(200).optional(),
  own: z.strictObject({ name: z.enum(OWN_VALUES), value: z.int().min(0).max(3650) }).optional(),
});

/** One step of a working as it is shown; `own` marks what the person entered. */
export interface ClockStep extends WorkingStep {
  readonly own: boolean;
}

/** A figure of the clock with its working; without a value, what is missing for it. */
export interface ClockLine {
  readonly name:
    'delivered' | 'required' | 'earliestEffective' | 'effective' | 'objectBy' | 'lastDayToAct' | 'shortfall';
  /** A civil date (of a day that a holiday may move, the safe one), or words (`30 天`, `短 11 天`). */
  readonly date?: string;
  readonly words?: Sentence;
  readonly missing: readonly Sentence[];
  /** What is missing is of the text, and is corrected or added among the facts of the agreement. */
  readonly ofFacts?: true;
  /** No date, but certainly not before this one. */
  readonly notBefore?: string;
  /** No date, but certainly not after this one. */
  readonly notAfter?: string;
  /** How late one could still argue, where that is another day or not known. */
  readonly latest?: LatestDay;
  readonly steps: readonly ClockStep[];
}

/** What the person can fill in so that the clock can be worked out. */
export interface MissingField {
  readonly name: OwnValueName | 'received' | 'announcedEffective';
  readonly unit: 'days' | 'months' | 'date';
  readonly label: Sentence;
  /** Already given by the person. */
  readonly value?: string | number;
}

/** When the text that a clock uses stood: as the notice was sent, first as it was recorded, before both, or never. */
export type NoticeBasisBy = 'sent' | 'recorded' | 'ended' | 'none';

/** What a notice is short by; `inFull`: the text has it run in full, so that this count is the one said first. */
export interface ShortfallView extends Shortfall {
  readonly inFull?: true;
}

export interface NoticeSummary {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementTitle: string;
  readonly provider?: string;
  readonly subject?: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  /** Civil date on which it came to that state. */
  readonly since: string;
  /** Something is still to be done by the person. */
  readonly open: boolean;
  /** The safe last day to act; `lastDayKnown` is false where it is only a bound that holds whatever is missing. */
  readonly lastDay?: string;
  readonly lastDayKnown: boolean;
  /** The hour at which that day closes for what has to arrive, `HH:MM`; absent where it lasts until midnight. */
  readonly lastHour?: string;
  /** By that day one moves out: the service ends, and there is nothing to object to. */
  readonly leaves?: true;
  /** How late one could still argue, where that is another day or not known. */
  readonly latest?: LatestDay;
  /** The end of the agreement's time to object; absent where the agreement gives none, or where it is not known. */
  readonly objectBy?: string;
  readonly effective?: string;
  readonly overdue: boolean;
  /** Days of notice that are missing, in both readings; absent where it is long enough. */
  readonly shortfall?: ShortfallView;
  /** Days by which the notice is certainly too short, where how many exactly is not known. */
  readonly shortAtLeast?: number;
  /** Of the version that is the announced text, where there is one. */
  readonly newOrdinal?: number;
  /** The letter of its objection, once it was begun. */
  readonly letterId?: string;
  /** Civil date on which its objection went out: the last day to act is kept. */
  readonly objectionSent?: string;
  /** Civil date on which it had arrived, by which alone it takes effect; absent while nobody said so. */
  readonly objectionArrived?: string;
  /** The text holds what was sent by the last day to be in time, whenever it arrives. */
  readonly sentCounts?: true;
  /** What the letter of an objection waits for where the service goes on under the earlier text. */
  readonly awaits?: 'arrival' | 'answer';
}

/** That a notice was registered by mistake. */
export interface VoidedView {
  readonly by: string;
  readonly reason: string;
}

export interface ChecklistItem {
  readonly id: ObjectionItem['id'];
  readonly title: Sentence;
  readonly why: Sentence;
  /** Clauses of the agreement that it rests on. */
  readonly clauses: readonly { readonly id: string; readonly number?: string }[];
  readonly done?: { readonly on: string; readonly evidence: string; readonly file?: string };
}

/** One line of what happened, from the ledger. */
export interface NoticeEvent {
  readonly sequence: number;
  readonly at: string;
  readonly words: Sentence;
  readonly by?: string;
  readonly note?: string;
}

/** A version that can be what a notice announces. */
export interface NewTextChoice {
  readonly versionId: string;
  readonly ordinal: number;
  readonly title: string;
  /** What another notice announced already. */
  readonly announced?: true;
}

/** A case that the agreement has a notice of its own for (`重大变更`), and what it would mean. */
export interface NoticeCaseView {
  readonly scope: string;
  readonly required?: Sentence;
  /** The safe last day to act. */
  readonly lastDay?: string;
}

export interface NoticeView extends NoticeSummary {
  /** Where its days are not Beijing's. */
  readonly dayClock?: DayClockView;
  /** What the law says beside the agreement's notice. */
  readonly statutes: readonly StatuteView[];
  readonly channel: NoticeChannel;
  readonly sent: string;
  readonly received?: string;
  readonly announcedEffective?: string;
  readonly announcement?: { readonly name: string; readonly sha256: string; readonly text?: string };
  /** The version whose facts the clock uses. */
  readonly basis: {
    readonly versionId: string;
    readonly ordinal: number;
    /** False: nothing was accepted, so the newest version that is older than the new text speaks. */
    readonly accepted: boolean;
    readonly by: NoticeBasisBy;
  };
  readonly newVersion?: {
    readonly versionId: string;
    readonly ordinal: number;
    readonly accepted: boolean;
    /** It was read up to a decision on it. */
    readonly reviewed: boolean;
    /** The day from which it says itself that it applies, where the notice announced another. */
    readonly otherEffective?: string;
    /** It is an older text than the one that it would change: what it adds and strikes is told backwards. */
    readonly older?: true;
  };
  /** Versions that may be the new text: none that is older than the one that stands. */
  readonly candidates: readonly NewTextChoice[];
  readonly clock: readonly ClockLine[];
  /** Cases that the agreement tells apart, where it does; the clock is that of the chosen one. */
  readonly cases: readonly NoticeCaseView[];
  readonly scope?: string;
  readonly fields: readonly MissingField[];
  /** The clause under which going on using the service is acceptance; absent where the agreement has none. */
  readonly continuedUse?: { readonly id: string; readonly number?: string; readonly quote: string };
  readonly moves: readonly NoticeState[];
  /** Registered by mistake: it counts for nothing, until that is undone. */
  readonly voided?: VoidedView;
  readonly checklist: readonly ChecklistItem[];
  readonly history: readonly NoticeEvent[];
}

export interface NoticeList {
  readonly notices: readonly NoticeSummary[];
  /** Today in Beijing, by this computer's clock. */
  readonly today: string;
}

/** Whoever decides is named; beginning a review needs no name. */
const byPerson = { noticeId: id, by: words(100), note: words(2000).optional() };

export const noticeCalls = {
  'notices.list': call<NoticeList>()(nothing),
  'notices.open': call<NoticeView>()(z.strictObject({ noticeId: id })),
  /** Keeps an announcement: chosen in the dialog, or given as bytes (a pasted picture). */
  'notices.keepAnnouncement': call<{ readonly sha256: string; readonly name: string } | undefined>()(
    z.strictObject({
      file: z.strictObject({ name: filled(255), bytes: z.instanceof(Uint8Array) }).optional(),
    }),
  ),
  /** The versions that a notice sent on a day can announce. */
  'notices.newTexts': call<readonly NewTextChoice[]>()(z.strictObject({ agreementId: id, sent: date })),
  /** Whether anything of such a notice hangs on the day it arrived: on receipt, or on a login. */
  'notices.arrivalMatters': call<boolean>()(z.strictObject({ agreementId: id, kind, channel, sent: date })),
  'notices.register': call<NoticeView>()(noticeInput),
  'notices.correct': call<NoticeView>()(correction),
  'notices.move': call<NoticeView>()(
    z.strictObject({ ...byPerson, to: z.enum(['under-review', 'accepted', 'objected', 'withdrawn']) }),
  ),
  /** The person's own word that the service went on being used: a fact that concedes no acceptance. */
  'notices.noteUse': call<NoticeView>()(z.strictObject({ ...byPerson, by: filled(100), usedOn: date })),
  /** Registered by mistake: nothing comes of it any more; it stays readable, and can be brought back as it was. */
  'notices.void': call<NoticeView>()(z.strictObject({ noticeId: id, by: filled(100), reason: filled(2000) })),
  'notices.unvoid': call<NoticeView>()(z.strictObject({ noticeId: id })),
  /** Objected to in writing, going on under the earlier text; only once the objection was sent. */
  'notices.keepOn': call<NoticeView>()(z.strictObject({ ...byPerson, by: filled(100) })),
  /** Takes that back while the objection is without an answer: objected as before, and its letter as it is. */
  'notices.undoKeepOn': call<NoticeView>()(z.strictObject({ noticeId: id })),
  'notices.tick': call<NoticeView>()(
    z.strictObject({
      noticeId: id,
      item: z.enum([
        'stop-using',
        'settle-fees',
        'migrate-and-back-up',
        'export-records',
        'confirm-in-writing',
      ] satisfies ObjectionItem['id'][]),
      done: z.strictObject({ on: date, evidence: filled(1000), file: sha256.optional() }).optional(),
    }),
  ),
  /** Drafts the letter of an objection, or opens the one that was begun. */
  'notices.draftObjection': call<{ readonly letterId: string }>()(z.strictObject({ noticeId: id })),
  /** Makes an objection letter that was begun by itself the letter of a notice; `by`: who objects, where nobody had yet. */
  'notices.tieObjection': call<NoticeView>()(z.strictObject({ noticeId: id, letterId: id, by: words(100).optional() })),
  'notices.saveAnnouncement': call<{ readonly fileName: string } | undefined>()(z.strictObject({ noticeId: id })),
};
