import { z } from 'zod';
import type { Sentence } from '../agreement/sentence.ts';
import type { AgendaKind, AgendaState } from '../term/agenda/agenda.ts';
import type { Missing, TermStep } from '../term/answer.ts';
import type { LatestDay } from '../term/calendar/deadline.ts';
import { call, date, filled, language, nothing, words } from './call.ts';
import type { DayClockView } from './views.ts';

export type { AgendaKind, AgendaState, LatestDay };

/**
 * `now`: nothing is late; it can be done since its day came (a claim, asking for an invoice). `open`: it has no day, and is there
 * until it is done (a version to decide on, an answer that is waited for).
 */
export type LineState = AgendaState | 'now' | 'open';

/** Where the matter of a line is dealt with. */
export type AgendaPlace =
  | { readonly screen: 'letters'; readonly letterId: string }
  | { readonly screen: 'library'; readonly agreementId: string }
  | { readonly screen: 'rights'; readonly agreementId: string; readonly part: string }
  | { readonly screen: 'notices'; readonly noticeId: string }
  | { readonly screen: 'review'; readonly versionId: string; readonly clauseId?: string }
  | { readonly screen: 'decision'; readonly versionId: string }
  | { readonly screen: 'evidence'; readonly part: 'timestamps' }
  | { readonly screen: 'settings'; readonly part: string };

/** One line: what, when, why, what happens if it is missed. */
export interface AgendaLine {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly title: Sentence;
  readonly why: Sentence;
  readonly ifMissed: Sentence;
  readonly state: LineState;
  /** The safe day. Absent while it is unknown; `missing` then says what for. */
  readonly date?: string;
  /** While it is unknown: no sooner than this day, which is the safe one, and no later than that. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** How late one could still argue, where that is another day or not known. */
  readonly latest?: LatestDay;
  /** Close of business on the day, where the agreement states hours. */
  readonly hour?: string;
  /** The clock by which the day ends, where it is not Beijing's. */
  readonly dayClock?: DayClockView;
  readonly missing: readonly Missing[];
  readonly steps: readonly TermStep[];
  readonly agreement?: {
    readonly id: string;
    readonly title: string;
    /** What the one version is called that it is about; absent where it is about the agreement. */
    readonly version?: string;
    readonly provider?: string;
  };
  readonly place?: AgendaPlace;
  /** A person may say that it is done; what only the act itself ends cannot be. */
  readonly closable: boolean;
  readonly snoozed?: { readonly until: string; readonly reason: string };
  readonly done?: {
    readonly on: string;
    readonly note: string;
    readonly file?: string;
    /** `record`: another feature's record shows it (paid, asked, claimed); only a person's word can be taken back. */
    readonly by: 'person' | 'record';
  };
}

export interface AgendaView {
  readonly today: string;
  /** Overdue first, then what can be done now, then by date; what is done comes last. */
  readonly lines: readonly AgendaLine[];
  /** Overdue, today, now and ahead. */
  readonly open: number;
  readonly overdue: number;
}

const itemId = filled(200);
const items = z.array(itemId).max(5000);

export const agendaCalls = {
  'agenda.list': call<AgendaView>()(nothing),
  'agenda.snooze': call<undefined>()(z.strictObject({ itemId, until: date, reason: filled(500) })),
  /** With `file`, opens the dialog for the evidence first; nothing is written when the person closes it. */
  'agenda.done': call<{ readonly done: boolean }>()(
    z.strictObject({ itemId, on: date, note: words(2000), file: z.boolean() }),
  ),
  /** Takes back a snooze or a person's done. */
  'agenda.reopen': call<undefined>()(z.strictObject({ itemId })),
  /** The items, or all of the notices, as a calendar file; those without a day are left out and counted. */
  'agenda.calendar': call<{ readonly fileName: string; readonly leftOut: number } | undefined>()(
    z.strictObject({ items, of: z.literal('notices').optional(), language }),
  ),
  'agenda.export': call<{ readonly fileName: string } | undefined>()(z.strictObject({ items, language })),
  'agenda.print': call<{ readonly printed: boolean }>()(z.strictObject({ items, language })),
};
