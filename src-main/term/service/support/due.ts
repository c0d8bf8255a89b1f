import type { HoursValue, Quantity } from '../../../agreement/fact.ts';
import { quantityWords } from '../../../agreement/fact-words.ts';
import { sentence } from '../../../agreement/sentence.ts';
import { type Answer, type Missing, type TermStep, missingInput } from '../../answer.ts';
import type { TermBasis } from '../../basis.ts';
import { dayStatus, missingYear } from '../../calendar/calendar.ts';
import { addDays, type CivilDate, instantSeconds, yearOf } from '../../calendar/civil-date.ts';
import { civilDateIn, startOfDayIn, type Zone } from '../../calendar/zone.ts';
import { CIVIL_CODE } from '../../calendar/statutes.ts';
import { hoursOf, isRoundTheClock, runningHours, runsOn, type WorkingDays } from '../hours.ts';
import { type Ticket, ticketName } from './ticket.ts';
import { wallClock } from '../wall-clock.ts';
import { workingDaysOf } from '../working-days.ts';

/**
 * By when a promise is to be kept (seconds since 1970). Where two readings or a missing table leave it open: what is in time by every
 * reading, and what is late by every one, as far as that is known.
 */
export interface Due {
  readonly earliest: number;
  readonly latest?: number;
  readonly missing: readonly Missing[];
  readonly steps: readonly TermStep[];
}

/** How far ahead hours are looked through, in days: no further than needed, for each year asks for its table. */
const AHEAD = [7, 31, 120, 400] as const;
/** As many days as are looked through for working days. */
const DAYS_AHEAD = 400;

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, 'working-hour': 3600 };

/** The moment at which so many seconds of the stretches have run. */
function reached(
  stretches: readonly { readonly from: number; readonly to: number }[],
  seconds: number,
): number | undefined {
  let left = seconds;
  for (const { from, to } of stretches) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return undefined;
}

const dueStep = (at: number, zone: Zone): TermStep => ({
  text: sentence('term.support.due', { moment: wallClock(at, zone) }),
});

/** So many hours or minutes of the hours alone. */
function inHours(opened: number, seconds: number, hours: HoursValue, working: WorkingDays): Omit<Due, 'steps'> {
  let due: Omit<Due, 'steps'> = { earliest: opened + seconds, missing: [] };
  let asked: readonly Missing[] = [];
  for (const days of AHEAD) {
    const { least, most, missing } = runningHours(hours, { from: opened, to: opened + days * 86_400 }, working);
    const [earliest, latest] = [reached(most, seconds), reached(least, seconds)];
    if (asked.length === 0) asked = missing;
    due = {
      earliest: earliest ?? opened + seconds,
      missing: latest !== undefined && latest === earliest ? [] : asked,
      ...(latest === undefined ? {} : { latest }),
    };
    if (latest !== undefined) break;
  }
  return due;
}

const dayAt = (at: number, zone: Zone): CivilDate => civilDateIn(new Date(at * 1000).toISOString(), zone);

/** The end of a day: when its hours end, else midnight (Civil Code article 203). */
function endOf(day: CivilDate, hours: HoursValue | undefined, working: WorkingDays): number {
  const last = hours && runsOn(hours, day, working) === true ? hoursOf(hours, day, working.zone).at(-1)?.to : undefined;
  return last ?? startOfDayIn(addDays(day, 1), working.zone);
}

/** So many days after the day that is not counted. */
function inDays(
  opened: number,
  { value, unit }: Quantity,
  hours: HoursValue | undefined,
  working: WorkingDays,
): Omit<Due, 'steps'> {
  const start = dayAt(opened, working.zone);
  if (unit === 'day') {
    const end = endOf(addDays(start, Math.ceil(value)), hours, working);
    return { earliest: end, latest: end, missing: [] };
  }
  const end = (isWorking: (off: boolean | undefined) => boolean): CivilDate | undefined => {
    let count = 0;
    for (let day = addDays(start, 1), n = 0; n < DAYS_AHEAD; day = addDays(day, 1), n += 1) {
      const status = working.calendar && dayStatus(working.calendar, day);
      if (isWorking(status?.off)) count += 1;
      if (count >= value) return day;
    }
    return undefined;
  };
  const first = end((off) => off !== true) ?? start;
  const last = end((off) => off === false);
  const closing = (day: CivilDate): number => endOf(day, hours, working);
  if (first === last) return { earliest: closing(first), latest: closing(first), missing: [] };
  const missing = working.missing ?? missingYear(yearOf(first));
  // Of a day that no table knows nobody can say when its business ends: its hours end it at the earliest.
  const atEarliest = hours
    ? Math.min(closing(first), hoursOf(hours, first, working.zone).at(-1)?.to ?? closing(first))
    : closing(first);
  return { earliest: atEarliest, missing: [missing], ...(last === undefined ? {} : { latest: closing(last) }) };
}

/**
 * By when a promise of so long is to be kept for a ticket that was opened at a moment.
 * Hours of the text (`工作小时`) run in its hours alone. Plain hours and minutes run on the clock; where the text also states hours of
 * support and does not say that they matter, both readings are kept apart.
 */
export function dueOf(basis: TermBasis, ticket: Ticket, promised: Quantity, hours: Answer<HoursValue>): Due {
  const at = instantSeconds(ticket.opened);
  const name = ticketName(ticket);
  const working = workingDaysOf(basis, promised.calendar);
  const narrow = hours.known && !isRoundTheClock(hours.value) ? hours.value : undefined;
  const long = quantityWords(promised);
  const counted: TermStep = {
    text: sentence('term.support.counted', { name, long, moment: wallClock(at, working.zone) }),
  };
  const told = (due: Omit<Due, 'steps'>, ...more: readonly TermStep[]): Due => ({
    ...due,
    steps: [counted, ...more, ...(due.latest === due.earliest ? [dueStep(due.earliest, working.zone)] : [])],
  });
  if (promised.unit === 'day' || promised.unit === 'working-day') {
    const law: TermStep = { text: sentence('term.support.by-days'), statute: CIVIL_CODE.lastDay };
    return told(inDays(at, promised, narrow, working), ...(narrow ? hours.steps : []), law);
  }
  const seconds = promised.value * (SECONDS[promised.unit] ?? 3600);
  const clock = at + seconds;
  if (promised.unit === 'working-hour') {
    if (hours.known) return told(inHours(at, seconds, hours.value, working), ...hours.steps);
    return told({ earliest: clock, missing: hours.missing }, ...hours.steps);
  }
  if (!hours.known && hours.steps.length > 0) return told({ earliest: clock, missing: hours.missing }, ...hours.steps);
  if (!narrow) return told({ earliest: clock, latest: clock, missing: [] });
  const within = inHours(at, seconds, narrow, working);
  if (within.latest === clock) return told({ earliest: clock, latest: clock, missing: [] }, ...hours.steps);
  const reading = missingInput('reading', sentence('term.support.two-readings'));
  return told(
    { ...within, earliest: Math.min(clock, within.earliest), missing: [reading, ...within.missing] },
    ...hours.steps,
  );
}
