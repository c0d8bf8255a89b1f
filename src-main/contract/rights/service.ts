import { z } from 'zod';
import type { Sentence } from '../../agreement/sentence.ts';
import type { ColumnMap, LogShape } from '../../term/service/log/columns.ts';
import type { DateOrder, TwelveOfMorning } from '../../term/service/log/moment.ts';
import type { LogRemark, ReadOutage, ZoneBy } from '../../term/service/log/log-reading.ts';
import type { TicketMap } from '../../term/service/support/ticket-columns.ts';
import type { ReadTicket } from '../../term/service/support/ticket-log.ts';
import { call, filled, id, words } from '../call.ts';
import { monthFee, monthOf } from './inputs.ts';
import type { UndoToken } from '../undo.ts';

/** Something that is measured and paid for by itself: an instance, a bandwidth package, a region. */
export const serviceUnit = z.strictObject({
  name: filled(100),
  instances: z.array(words(100)).max(500),
  scope: words(100).optional(),
  fee: monthFee.optional(),
});
export type ServiceUnitInput = z.infer<typeof serviceUnit>;

const heading = words(500);

/** What a person says of a log: the heading over each column (empty: none has it), how dates are written, and where. */
export const logChoices = z.strictObject({
  map: z.partialRecord(
    z.enum([
      'from',
      'to',
      'duration',
      'event',
      'sample',
      'instances',
      'cause',
      'exclusion',
      'evidence',
      'zone',
      'opened',
      'responded',
      'restored',
      'severity',
      'number',
      'title',
    ]),
    heading,
  ),
  order: z.enum(['dmy', 'mdy']).optional(),
  /** What 上午12 is. */
  twelve: z.enum(['midnight', 'noon']).optional(),
  /** `Z` or `+08:00`. */
  zone: z
    .string()
    .regex(/^(?:Z|[+-]\d{2}:\d{2})$/)
    .optional(),
});
export type LogChoicesInput = z.infer<typeof logChoices>;

/** What a log tells: when the service was down, or what became of tickets. */
export const logSort = z.enum(['outages', 'tickets']);
export type LogSort = z.infer<typeof logSort>;

/** A log as it was read, before any of it is kept. */
export interface LogView {
  /** Names it in the calls that follow; a log that is read later takes its place. */
  readonly token: string;
  readonly name?: string;
  readonly encoding?: string;
  readonly of: LogSort;
  /** Absent where the columns are not known. */
  readonly shape?: LogShape | 'tickets';
  readonly headings: readonly string[];
  readonly map: ColumnMap & TicketMap;
  /** The columns were mapped before, for a log with the same headings. */
  readonly remembered: boolean;
  readonly order?: DateOrder;
  readonly zone?: string;
  /** The zone of the agreement's days, in which times that name none are read; absent: Beijing's. */
  readonly agreementZone?: Sentence;
  /** The same as a clock is asked by it: `Asia/Tokyo`, `+05:30`. */
  readonly clock?: string;
  readonly zones: Readonly<Partial<Record<ZoneBy, number>>>;
  readonly asksOrder: boolean;
  readonly twelve?: TwelveOfMorning;
  readonly asksTwelve: boolean;
  /** Headings of columns that nothing was read from. */
  readonly unused: readonly string[];
  /** What to know of rows that are taken, the first of them. */
  readonly remarks: readonly LogRemark[];
  /** The first rows as they were read, and how many there are of each sort. */
  readonly rows: readonly ReadOutage[];
  readonly tickets: readonly ReadTicket[];
  readonly refused: readonly { readonly line: number; readonly why: Sentence }[];
  readonly count: {
    readonly rows: number;
    readonly known: number;
    readonly ongoing: number;
    readonly refused: number;
    readonly up: number;
    readonly aside: number;
  };
}

/** What became of a log that was kept: `logId` where anything was, to remove it as a whole. */
export interface KeptLog {
  readonly added: number;
  readonly known: number;
  readonly month?: string;
  readonly logId?: string;
}

/** What is measured, in which class, and what is said of a month. */
export const serviceCalls = {
  /** A new unit, or what becomes of the one that was called `before`. */
  'rights.saveUnit': call<undefined>()(
    z.strictObject({ agreementId: id, before: words(100).optional(), unit: serviceUnit }),
  ),
  'rights.removeUnit': call<undefined>()(z.strictObject({ agreementId: id, name: filled(100) })),
  /** The class of the service where the text tells several; absent takes the choice back. */
  'rights.setScope': call<undefined>()(z.strictObject({ agreementId: id, scope: filled(100).optional() })),
  /** The person says that nothing was down in the month but what is recorded, or takes that back. */
  'rights.sayComplete': call<undefined>()(z.strictObject({ agreementId: id, month: monthOf, complete: z.boolean() })),
};

/** A log that is read, looked at, and kept as a whole. */
export const logCalls = {
  /** Reads rows as text, or of a file that the person chooses; absent when the dialog was closed. Keeps nothing. */
  'rights.readLog': call<LogView | undefined>()(
    z.strictObject({ agreementId: id, of: logSort.optional(), text: filled(20_000_000).optional() }),
  ),
  /** The same log with what the person says of it. */
  'rights.rereadLog': call<LogView>()(
    z.strictObject({ agreementId: id, token: id, choices: logChoices, encoding: filled(40).optional() }),
  ),
  /** Keeps what was read of it, and what was said of its columns for the next one like it. */
  'rights.keepLog': call<KeptLog>()(z.strictObject({ agreementId: id, token: id })),
  /** Takes a log that was kept off the lists, with all its rows. */
  'rights.removeLog': call<UndoToken>()(z.strictObject({ logId: id })),
};
