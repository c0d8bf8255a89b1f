import { creditWords } from '../../../agreement/fact-words.ts';
import type { Fact, Share } from '../../../agreement/fact.ts';
import { sentence } from '../../../agreement/sentence.ts';
import {
  type Answer,
  type TermStep,
  type Understands,
  allSteps,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact } from '../../basis.ts';
import { instantSeconds } from '../../calendar/civil-date.ts';
import { type Fen, formatYuan } from '../../fees/money.ts';
import { shareRatio } from '../../fees/share.ts';
import { conflict, notUnderstood } from '../../pick-fact.ts';
import { type Fees, feeOfBase, partOf } from '../month-fee.ts';
import { periodStretch } from '../outages.ts';
import type { Period } from '../period.ts';
import { severitiesToldFor } from './promised.ts';
import { dayClock } from '../../day-clock.ts';
import type { Zone } from '../../calendar/zone.ts';
import type { Ticket } from './ticket.ts';
import { ticketTimes, type TicketTimes } from './ticket-times.ts';

/** A credit for missed times as a share of a fee, for each time; anything else is told in its own words. */
export const SUPPORT_CREDIT: Understands = {
  kinds: ['support-credit'],
  units: ['percent', 'per-mille', 'times'],
  anchors: [],
};

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
  // A text that promises only one of the two times leaves nothing open about the other.
  const promised = times.filter(
    ({ answer }) => answer.known || answer.steps.length > 0 || answer.missing.some(({ what }) => what === 'input'),
  );
  return promised.length > 0 && promised.every(({ answer }) => answer.known) ? 'kept' : 'open';
}

const EACH_TIME =
  /每次|每起|每个|每件|每一次|\b(?:each|every|per)\s(?:\w+\s){0,2}(?:incident|ticket|time|occurrence|miss|failure|request|response|case)/iu;
const OF_RESPONSE = /响应|应答|respon/iu;
const OF_RESTORE = /恢复|修复|解决|排除|restor|resol|repair/iu;

/** How often something was missed that the credit is for: by the ticket at least, by the promised time at most. */
function timesMissed(
  tickets: readonly TicketTimes[],
  { quote }: Fact,
): { readonly least: number; readonly most: number } {
  const both = OF_RESPONSE.test(quote) === OF_RESTORE.test(quote);
  const counts = (kind: 'response' | 'restore'): boolean =>
    both || (kind === 'response' ? OF_RESPONSE.test(quote) : OF_RESTORE.test(quote));
  const misses = tickets.map(
    ({ times }) => times.filter(({ kind, answer }) => counts(kind) && answer.known && !answer.value.kept).length,
  );
  const least = misses.filter((count) => count > 0).length;
  return { least, most: misses.reduce((sum, count) => sum + count, 0) };
}

const shareOf = ({ value }: Fact): Share | undefined =>
  typeof value === 'object' && 'amount' in value ? value : undefined;

/** How many times a credit is given for; a text that does not say “each time” may mean once. */
function timesGiven(tickets: readonly TicketTimes[], fact: Fact): { readonly least: number; readonly most: number } {
  const { least, most } = timesMissed(tickets, fact);
  return EACH_TIME.test(fact.quote) ? { least, most } : { least: Math.min(1, least), most };
}

/** What the text gives for missed times, in yuan. */
function creditOf(basis: TermBasis, tickets: readonly TicketTimes[], fees: Fees): Answer<string> {
  const facts: readonly FoundFact[] = factsOf(basis, 'support-credit');
  const first = facts[0];
  if (!first) return unknown([missingFact('support-credit', basis)], []);
  const steps = facts.flatMap((each) => each.steps);
  const share = shareOf(first.fact);
  const different = new Set(facts.map(({ fact }) => JSON.stringify(fact.value))).size > 1;
  if (different) return unknown([conflict('support-credit', facts)], steps);
  const fee = share && feeOfBase(fees, share.of);
  if (!share || !fee)
    return unknown([notUnderstood('support-credit', facts) ?? missingFact('support-credit', basis)], steps);
  if (!fee.known) return restingOn([known(first, steps)], fee);
  const { total, months } = fee.value;
  const of = (times: number): Fen => {
    const ratio = shareRatio(share);
    return partOf(total, months, { n: ratio.n * BigInt(times), d: ratio.d });
  };
  const { least, most } = timesGiven(tickets, first.fact);
  const given = creditWords(share);
  if (least === most) {
    const text = sentence('term.support.credit', { given, times: least, sum: formatYuan(of(least)) });
    return restingOn([known(first, steps), fee], known(formatYuan(of(least)), [{ text }]));
  }
  const words = { given, least, most, from: formatYuan(of(least)), to: formatYuan(of(most)) };
  const missing = missingInput('times', sentence('term.support.credit-open', words));
  return unknown([missing], [...steps, ...fee.steps], { atLeast: formatYuan(of(least)), atMost: formatYuan(of(most)) });
}

/** The tickets that were opened in a period, each against what is promised for its severity. */
export function supportMonth(basis: TermBasis, period: Period, tickets: readonly Ticket[], fees: Fees): SupportMonth {
  const told = openedIn(period, tickets, dayClock(basis).zone).map((ticket) => ticketTimes(basis, ticket));
  const count = (word: Word): number => told.filter((each) => wordOf(each) === word).length;
  const missed = count('missed');
  const credit = missed === 0 ? undefined : creditOf(basis, told, fees);
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
