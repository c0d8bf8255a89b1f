import { sentence } from '../../agreement/sentence.ts';
import { known, type TermStep, type Unknown, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords, firstDayOf } from '../calendar/civil-date.ts';
import type { Zone } from '../calendar/zone.ts';
import { cutOff } from '../fees/exact.ts';
import { openIn } from './billing-cycle.ts';
import { CYCLES, OFFSETS } from './any-cycle.ts';
import { type ClaimWindow, claimWindow, earliest, latest, outermost } from './claim/claim-window.ts';
import { type FirstIncident, firstIncidentsBy } from './claim/first-incidents.ts';
import type { Downtime } from './count-down.ts';
import { availabilityPercent } from './credit-tier.ts';
import type { DownRule } from './down-rule.ts';
import { measured } from './measured.ts';
import type { Outage } from './outages.ts';
import { byCycle, type Period, periodMonths } from './period.ts';

/** What is said of a month while the day on which it begins, or by whose clock, is not known. */

/**
 * When a claim can be made of a month whose days are not known: of none for certain, and its last day lies between those of every day
 * on which the month can begin, by every clock. In slices.
 * @param window that of the month as the calendar has it
 * @param outages the log, and the clock by which its rows without a zone were read; absent where there is none
 */
export function* windowOnAnyDay(
  basis: TermBasis,
  cycle: Unknown,
  { month, window }: { readonly month: Period; readonly window: ClaimWindow },
  { outages, zone }: { readonly outages: readonly Outage[] | undefined; readonly zone: Zone },
): Generator<void, ClaimWindow> {
  const open = openIn(cycle);
  const periods = open.cycle ? CYCLES.map((each) => byCycle(month, each)) : [month];
  const clocks = open.zone ? [...OFFSETS, zone] : [zone];
  const firstIn = outages && (yield* firstIncidentsBy(outages, zone));
  const all: ClaimWindow['closes'][] = [];
  for (const period of periods) {
    // By most clocks the first incident of a period falls on the same day: one look for each such day.
    const days = new Map<string, FirstIncident | undefined>();
    for (const clock of clocks)
      for (const first of firstIn?.(period, clock) ?? [undefined]) days.set(`${first?.began} ${first?.ended}`, first);
    for (const first of days.values())
      all.push(claimWindow(basis, period, onDay(first?.began), onDay(first?.ended)).closes);
    yield;
  }
  const bounds = { notBefore: firstDayOf(periodMonths(month).first), ...outermost(all) };
  const opens = window.opens.known
    ? unknown(cycle.missing, window.opens.steps)
    : unknown(window.opens.missing, window.opens.steps);
  const { closes } = window;
  if (!closes.known && closes.notBefore === undefined && closes.notAfter === undefined)
    return { ...window, opens, closes: unknown(closes.missing, closes.steps) };
  // What the window itself lacks is lacking only where no day on which the month can begin supplies it.
  const own = closes.known || all.some((each) => each.known) ? [] : closes.missing;
  return { ...window, opens, closes: unknown([...cycle.missing, ...own], closes.steps, bounds) };
}

const onDay = (day: CivilDate | undefined): readonly CivilDate[] | undefined => (day === undefined ? undefined : [day]);

/** The month of the calendar as one reading of a month whose day is not written: what it would come to. */
export function* calendarReading(
  basis: TermBasis,
  { month, downtime }: { readonly month: Period; readonly downtime: Downtime },
  rule: DownRule,
  { closes }: ClaimWindow,
): Generator<void, readonly TermStep[]> {
  if (!('outages' in downtime)) return [];
  const {
    totalMinutes: total,
    down,
    lacking,
  } = yield* measured(basis, { month, downtime, cycle: known({ from: 1 }, []) }, rule);
  if (lacking || down.missing || !down.recorded) return [];
  const shown = cutOff(availabilityPercent(total, down.counted), 6);
  const text = sentence('term.billing-cycle.calendar-reading', { total, down: down.counted, shown });
  const [from, to] = [earliest(closes), latest(closes)];
  if (from === undefined || to === undefined) return [{ text }];
  const days = { first: dateWords(from), last: dateWords(to) };
  return [{ text }, { text: sentence('term.billing-cycle.calendar-claim', days) }];
}
