import { givenByEach } from '../../../agreement/at-once.ts';
import { type Fact, isOfAnotherMatter, type Quantity } from '../../../agreement/fact.ts';
import { paymentDayIn } from '../../../agreement/quantity/payment-day.ts';
import { NEXT_MONTH_END, OPENS_ON_ITSELF } from '../../../agreement/rules/claims.ts';
import { sentence } from '../../../agreement/sentence.ts';
import {
  type Answer,
  type Bounds,
  type Deadline,
  type TermStep,
  type Understands,
  allSteps,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../../answer.ts';
import type { TermBasis } from '../../basis.ts';
import { type CivilDate, addDays, dateWords, fromDayNumber, shiftMonth } from '../../calendar/civil-date.ts';
import {
  type PeriodAgreement,
  type PeriodLength,
  earliestEnd,
  monthsAfterMonthEnd,
  workingDayIn,
} from '../../calendar/period.ts';
import { dayNumberIn, type Zone } from '../../calendar/zone.ts';
import { byBusinessHour, closeOfBusiness } from '../../close-of-business.ts';
import { beforeOrOn, countPeriod, fixedDay, foreignLaw, periodLength } from '../../count-period.ts';
import { firstDayOf } from '../../first-day.ts';
import { workingDaysOf } from '../working-days.ts';
import { pickQuantity, type Question, rivalReadings } from '../../pick-fact.ts';
import { type Outage, periodStretch, reachesInto, stretchOf } from '../outages.ts';
import { byCycle, cycleOf, type Period, periodAround, periodDays, periodMonths, periodWords } from '../period.ts';

/** When a claim for a service month can be handed in. Either end is known on its own. */
export interface ClaimWindow {
  /** First day: the day after the n-th working day (or day) of the next month. */
  readonly opens: Answer<CivilDate>;
  /** Last day, counted from the service month's end or from the incident, as the text says. */
  readonly closes: Answer<Deadline>;
  readonly steps: readonly TermStep[];
}

export const CLAIM_OPENS: Question & { readonly understands: Understands } = {
  name: 'claim-opens-working-day',
  understands: { kinds: ['claim-opens'], units: ['day', 'working-day'], anchors: ['month-end'] },
};

export const CLAIM_CLOSES: Question & { readonly understands: Understands } = {
  name: 'claim-closes-months',
  understands: {
    kinds: ['claim-closes'],
    units: ['day', 'working-day', 'month', 'year'],
    anchors: ['month-end', 'incident', 'restored'],
  },
  about: (fact) => !isOfAnotherMatter(fact),
};

/** The month of a period's last, with the day on which it begins; and the one that follows. */
function monthAndNext(period: Period): { readonly month: Period; readonly next: Period } {
  const { last } = periodMonths(period);
  const cycle = cycleOf(period);
  return { month: byCycle(last, cycle), next: byCycle(shiftMonth(last, 1), cycle) };
}

function opening(basis: TermBasis, period: Period): Answer<CivilDate> {
  const n = pickQuantity(basis, CLAIM_OPENS);
  if (!n.known) return n;
  const { value, unit, calendar: place } = n.value;
  const { next } = monthAndNext(period);
  const { first, last } = periodDays(next);
  const nth = addDays(first, value - 1) < last ? addDays(first, value - 1) : last;
  const { calendar, missing } = workingDaysOf(basis, place);
  if (unit === 'working-day' && missing) {
    const law = foreignLaw(basis);
    return restingOn([n], unknown([missing], law ? [law.step] : [], addDays(first, value)));
  }
  const counted =
    unit === 'working-day'
      ? workingDayIn({ first, last, name: periodWords(next) }, value, calendar ?? basis.calendar)
      : known(nth, [{ text: sentence('term.claim-window.day', { n: value, words: dateWords(nth) }) }]);
  if (!counted.known) return { ...counted, steps: [...n.steps, ...counted.steps] };
  // “From the fifth working day on” is that day; after it is the next.
  const onItself = unit === 'working-day' && OPENS_ON_ITSELF.test(n.value.quote);
  const day = onItself ? counted.value : addDays(counted.value, 1);
  const words = dateWords(day);
  const text = onItself
    ? sentence('term.claim-window.opens-on', { words })
    : sentence('term.claim-window.opens', { words });
  return known(day, [...n.steps, ...counted.steps, { text }]);
}

/** Counted from each incident, or from the end of each; the earliest end is the one that loses nothing. */
function fromIncidents(
  basis: TermBasis,
  month: Period,
  length: Parameters<typeof earliestEnd>[1],
  {
    from,
    days,
    agreed,
  }: { from: 'incident' | 'restored'; days: readonly CivilDate[] | undefined; agreed: PeriodAgreement },
): Answer<Deadline> {
  const [first, ...others] = [...(days ?? [])].sort();
  if (first === undefined) {
    const missing =
      from === 'restored'
        ? missingInput('restored', sentence('term.claim-window.restored-missing'))
        : missingInput('incident', sentence('term.claim-window.incident-missing'));
    const bounds = periodDays(month);
    return unknown([missing], [], {
      notBefore: earliestEnd(bounds.first, length, agreed),
      ...('workingDays' in length || 'hours' in length ? {} : { notAfter: earliestEnd(bounds.last, length, agreed) }),
    });
  }
  const end = countPeriod(basis, first, length, agreed);
  const words = dateWords(first);
  const several = others.some((day) => day !== first);
  const text =
    from === 'restored'
      ? several
        ? sentence('term.claim-window.each-restored', { words })
        : sentence('term.claim-window.from-restored', { words })
      : several
        ? sentence('term.claim-window.each-incident', { words })
        : sentence('term.claim-window.from-incident', { words });
  return restingOn([known(first, [{ text, by: 'person' }])], end);
}

/** The last month of the quarter or the year whose end the words count from; the month itself where they name neither. */
function lastMonth(month: Period, quote: string): Period {
  const kind = /季|quarter/iu.test(quote) ? 'quarter' : /年度|自然年|calendar year/iu.test(quote) ? 'year' : 'month';
  return byCycle(periodMonths(periodAround(periodMonths(month).last, kind)).last, cycleOf(month));
}

/** The days on which the outages of a month began and ended; absent where they are not known. */
interface Incidents {
  readonly began: readonly CivilDate[] | undefined;
  readonly ended: readonly CivilDate[] | undefined;
}

/**
 * These of a period, by the clock that its days are counted by. In slices.
 * @param outages the log; absent where there is none
 */
export function* incidentsIn(
  period: Period,
  { outages, zone }: { readonly outages: readonly Outage[] | undefined; readonly zone: Zone },
): Generator<void, Incidents> {
  if (!outages) return { began: undefined, ended: undefined };
  const reaches = reachesInto(periodStretch(period, zone));
  const [began, ended] = [new Set<number>(), new Set<number>()];
  yield* givenByEach(outages, (row) => {
    const stretch = stretchOf(row);
    if (row.exclusion !== undefined || !reaches(stretch)) return undefined;
    began.add(dayNumberIn(stretch.from, zone));
    ended.add(dayNumberIn(stretch.to, zone));
    return undefined;
  });
  return { began: [...began].map(fromDayNumber), ended: [...ended].map(fromDayNumber) };
}

/** The first day that a last day to claim can be. */
export const earliest = (closes: Answer<Deadline>): CivilDate | undefined =>
  closes.known ? closes.value.safe : closes.notBefore;
/** The latest one. */
export const latest = (closes: Answer<Deadline>): CivilDate | undefined =>
  closes.known ? closes.value.latest : closes.notAfter;

/** The outermost days of several deadlines; no bound where one of them has none. */
export function outermost(deadlines: readonly Answer<Deadline>[]): Bounds {
  const [froms, tos] = [deadlines.map(earliest), deadlines.map(latest)];
  const from = froms.includes(undefined) ? undefined : froms.toSorted()[0];
  const to = tos.includes(undefined) ? undefined : tos.toSorted().at(-1);
  return { ...(from === undefined ? {} : { notBefore: from }), ...(to === undefined ? {} : { notAfter: to }) };
}

function closing(basis: TermBasis, month: Period, incidents: Incidents): Answer<Deadline> {
  const stated = pickQuantity(basis, CLAIM_CLOSES);
  if (stated.known) {
    const end = closingBy(basis, month, incidents, stated.value);
    return { ...end, steps: [...stated.steps, ...end.steps] };
  }
  // Where the text states two, the last day is one of theirs.
  const rivals = rivalReadings(basis, CLAIM_CLOSES).map((fact) =>
    closingBy(basis, month, incidents, { ...fact, value: Number(fact.value) }),
  );
  return rivals.length === 0 ? stated : { ...stated, ...outermost(rivals) };
}

/** The last day by one length that the text states. */
function closingBy(
  basis: TermBasis,
  month: Period,
  incidents: Incidents,
  stated: Quantity & Pick<Fact, 'anchor' | 'quote' | 'over' | 'hour'>,
): Answer<Deadline> {
  const length = periodLength(stated);
  if (!length) return unknown([], []);
  const agreed = { ...closeOfBusiness(basis, stated), ...firstDayOf(basis, stated) };
  const last = lastMonth(month, stated.quote);
  if (stated.anchor === 'month-end' && NEXT_MONTH_END.test(stated.quote))
    return byBusinessHour(basis, fixedDay(basis, periodDays(monthAndNext(last).next).last), stated);
  return stated.anchor === 'incident'
    ? fromIncidents(basis, month, length, { from: 'incident', days: incidents.began, agreed })
    : stated.anchor === 'restored'
      ? fromIncidents(basis, month, length, { from: 'restored', days: incidents.ended, agreed })
      : 'months' in length && cycleOf(last) === undefined
        ? monthsAfterMonthEnd(last, length.months, (start, long) => countPeriod(basis, start, long, agreed))
        : fromMonthEnd(basis, periodDays(last).last, stated, agreed);
}

/** From the end of a month; a day of the next one that something is done “before” may be in time itself. */
function fromMonthEnd(
  basis: TermBasis,
  monthEnd: CivilDate,
  stated: Quantity & { readonly quote: string },
  agreed: PeriodAgreement,
): Answer<Deadline> {
  const count = (length: PeriodLength): Answer<Deadline> => countPeriod(basis, monthEnd, length, agreed);
  const day = paymentDayIn(stated.quote);
  const isOpen = day?.before === true && stated.unit === 'day' && day.day === stated.value + 1;
  if (isOpen) return beforeOrOn(addDays(monthEnd, day.day), count({ days: day.day }));
  return count(periodLength(stated) ?? { days: stated.value });
}

/**
 * The claim window of a service month, or of a longer period's last, from the facts of the service-level agreement.
 * @param began days on which the month's outages began, where they are known
 * @param ended days on which they ended
 */
export function claimWindow(
  basis: TermBasis,
  period: Period,
  began?: readonly CivilDate[],
  ended?: readonly CivilDate[],
): ClaimWindow {
  const { month } = monthAndNext(period);
  const opens = opening(basis, month);
  const closes = closing(basis, month, { began, ended });
  return { opens, closes, steps: allSteps([opens, closes]) };
}
