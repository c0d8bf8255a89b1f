import { asWritten, type Sentence } from '../../../agreement/sentence.ts';
import { type Instant, instantSeconds } from '../../calendar/civil-date.ts';
import { wallClock } from '../wall-clock.ts';

/** What happened to one ticket, as it was logged; what was not logged is absent. */
export interface Ticket {
  /** The provider's or one's own number of it. */
  readonly number?: string;
  readonly title?: string;
  /** As the log names it: `P1`, `一级`. */
  readonly severity?: string;
  readonly instances?: readonly string[];
  readonly opened: Instant;
  /** The provider's first answer. */
  readonly responded?: Instant;
  /** The service was there again. */
  readonly restored?: Instant;
}

/** What is promised of a ticket. */
export const PROMISED_TIMES = ['response', 'restore'] as const;
export type PromisedTime = (typeof PROMISED_TIMES)[number];

/** The moment of a ticket that a promise is kept by. */
export const doneAt = (ticket: Ticket, kind: PromisedTime): Instant | undefined =>
  kind === 'response' ? ticket.responded : ticket.restored;

/** What a ticket is called: its number, else its title, else the moment it was opened. */
export function ticketName({ number, title, opened }: Ticket): Sentence {
  return asWritten(number ?? title ?? wallClock(instantSeconds(opened)));
}
