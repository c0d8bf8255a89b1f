import { sentence } from '../../../agreement/sentence.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../../answer.ts';
import type { TermBasis } from '../../basis.ts';
import { type Instant, instantSeconds } from '../../calendar/civil-date.ts';
import { dayClock } from '../../day-clock.ts';
import { wallClock } from '../wall-clock.ts';
import type { Zone } from '../../calendar/zone.ts';
import { type Due, dueOf } from './due.ts';
import { promisedTime, supportHours } from './promised.ts';
import { doneAt, type PromisedTime, PROMISED_TIMES, type Ticket } from './ticket.ts';

/** Whether a promised time was kept, and by how much it was missed. Seconds on the clock since it was due. */
export interface Kept {
  readonly kept: boolean;
  /** By when it had to be (UTC ISO); what is late by every reading, where several are possible. */
  readonly due: Instant;
  /** Absent where it was kept. Of several readings the least and the most that it was late. */
  readonly late?: { readonly least: number; readonly most: number };
  /** The promise runs in working hours or days. */
  readonly working?: true;
}

/** One promised time of one ticket. */
export interface TicketTime {
  readonly kind: PromisedTime;
  readonly answer: Answer<Kept>;
}

export interface TicketTimes {
  readonly ticket: Ticket;
  readonly times: readonly TicketTime[];
}

const iso = (seconds: number): Instant => new Date(seconds * 1000).toISOString().replace('.000', '');

/** Whole minutes that something was late; begun ones count, so that a second late is late. */
export const lateMinutes = (seconds: number): number => Math.ceil(seconds / 60);

function lateStep(kind: PromisedTime, done: number, [least, most]: readonly [number, number], zone: Zone): TermStep {
  const words = { moment: wallClock(done, zone), least: lateMinutes(least), most: lateMinutes(most) };
  const text =
    least === most
      ? sentence(`term.support.late.${kind}`, { moment: words.moment, minutes: words.least })
      : sentence(`term.support.late-between.${kind}`, words);
  return { text, by: 'person' };
}

/** What was logged against what was promised. */
function compared(kind: PromisedTime, done: Instant, due: Due, zone: Zone): Answer<Kept> {
  const at = instantSeconds(done);
  if (at <= due.earliest) {
    const text = sentence(`term.support.kept.${kind}`, { moment: wallClock(at, zone) });
    return known({ kept: true, due: iso(due.latest ?? due.earliest) }, [...due.steps, { text, by: 'person' }]);
  }
  if (due.latest !== undefined && at > due.latest) {
    const [least, most] = [at - due.latest, at - due.earliest];
    return known({ kept: false, due: iso(due.latest), late: { least, most } }, [
      ...due.steps,
      lateStep(kind, at, [least, most], zone),
    ]);
  }
  return unknown(due.missing, due.steps);
}

/** What is missing where it was not logged when it was done, with the moment by which it had to be. */
function notLogged(kind: PromisedTime, due: Due, zone: Zone): Missing {
  if (due.latest === due.earliest)
    return missingInput(
      kind === 'response' ? 'responded' : 'restored',
      sentence(`term.support.not-logged.${kind}`, { moment: wallClock(due.earliest, zone) }),
    );
  return missingInput(
    kind === 'response' ? 'responded' : 'restored',
    sentence(`term.support.not-logged-open.${kind}`, { moment: wallClock(due.earliest, zone) }),
  );
}

function disordered(kind: PromisedTime, ticket: Ticket, zone: Zone): Missing | undefined {
  const done = doneAt(ticket, kind);
  if (done === undefined || instantSeconds(done) >= instantSeconds(ticket.opened)) return undefined;
  const text = sentence(`term.support.before-opened.${kind}`, { moment: wallClock(instantSeconds(done), zone) });
  return missingInput(kind === 'response' ? 'responded' : 'restored', text);
}

function timeOf(basis: TermBasis, ticket: Ticket, kind: PromisedTime): Answer<Kept> {
  const { zone } = dayClock(basis);
  const promised = promisedTime(basis, kind, ticket.severity);
  if (!promised.known) return promised;
  const wrong = disordered(kind, ticket, zone);
  if (wrong) return unknown([wrong], promised.steps);
  const due = dueOf(basis, ticket, promised.value, supportHours(basis, ticket.severity));
  const done = doneAt(ticket, kind);
  const answer =
    done === undefined ? unknown([notLogged(kind, due, zone)], due.steps) : compared(kind, done, due, zone);
  const working = promised.value.unit.startsWith('working-') ? { working: true as const } : {};
  return restingOn(
    [promised],
    mapAnswer(answer, (kept) => ({ ...kept, ...working })),
  );
}

/** A time is promised, and whether it was kept is not known. A text that promises only one of the two leaves nothing open about the other. */
export const isUndecided = (answer: Answer<Kept>): boolean =>
  !answer.known && (answer.steps.length > 0 || answer.missing.some(({ what }) => what === 'input'));

/** A ticket's times against what the text promises; only those that it promises for any ticket at all. */
export function ticketTimes(basis: TermBasis, ticket: Ticket): TicketTimes {
  const told = PROMISED_TIMES.map((kind): TicketTime => ({ kind, answer: timeOf(basis, ticket, kind) }));
  return { ticket, times: told };
}
