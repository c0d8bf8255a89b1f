import { type Answer, type TermStep, allSteps } from '../../answer.ts';
import type { TermBasis } from '../../basis.ts';
import { instantSeconds } from '../../calendar/civil-date.ts';
import type { Zone } from '../../calendar/zone.ts';
import { dayClock } from '../../day-clock.ts';
import { countedPeriod } from '../billing-cycle.ts';
import type { Fees } from '../month-fee.ts';
import { periodStretch } from '../outages.ts';
import type { Period } from '../period.ts';
import { severitiesToldFor } from './promised.ts';
import { supportCredit } from './support-credit.ts';
import type { Ticket } from './ticket.ts';
import { isUndecided, ticketTimes, type TicketTimes } from './ticket-times.ts';

/** The tickets of a period against what the text promises of them, and what it gives for those that were missed. */
export interface SupportMonth {
  readonly tickets: readonly TicketTimes[];
  /** Tickets of which a promised time was missed, kept throughout, or is not known. */
  readonly missed: number;
  readonly kept: number;
  readonly open: number;
  /** Severities that the text tells times for. */
  readonly severities: readonly string[];
  /** Yuan; unknown with its bounds where the text leaves it open. Absent where nothing was missed. */
  readonly credit?: Answer<string>;
  readonly steps: readonly TermStep[];
}

/** Tickets that were opened in the period. */
function openedIn(period: Period, tickets: readonly Ticket[], zone: Zone): readonly Ticket[] {
  const { from, to } = periodStretch(period, zone);
  return tickets.filter(({ opened }) => instantSeconds(opened) >= from && instantSeconds(opened) < to);
}

type Word = 'missed' | 'kept' | 'open';

/** What a ticket comes to: missed where any time of it was, kept where all are known to be. */
export function wordOf({ times }: TicketTimes): Word {
  if (times.some(({ answer }) => answer.known && !answer.value.kept)) return 'missed';
  const promised = times.filter(({ answer }) => answer.known || isUndecided(answer));
  return promised.length > 0 && promised.every(({ answer }) => answer.known) ? 'kept' : 'open';
}

/** The tickets that were opened in a period, each against what is promised for its severity. */
export function supportMonth(basis: TermBasis, period: Period, tickets: readonly Ticket[], fees: Fees): SupportMonth {
  const told = openedIn(countedPeriod(basis, period), tickets, dayClock(basis).zone).map((ticket) =>
    ticketTimes(basis, ticket),
  );
  const count = (word: Word): number => told.filter((each) => wordOf(each) === word).length;
  const missed = count('missed');
  const credit = missed === 0 ? undefined : supportCredit(basis, told, fees);
  const answers = told.flatMap(({ times }) => times.map(({ answer }) => answer));
  return {
    tickets: told,
    missed,
    kept: count('kept'),
    open: count('open'),
    severities: severitiesToldFor(basis),
    ...(credit ? { credit } : {}),
    steps: allSteps([...answers, ...(credit ? [credit] : [])]),
  };
}
