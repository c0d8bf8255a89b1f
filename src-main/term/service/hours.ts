import type { HoursValue } from '../../agreement/fact.ts';
import type { Missing } from '../answer.ts';
import { type Calendar, dayStatus, missingYear } from '../calendar/calendar.ts';
import { addDays, type CivilDate, weekday, yearOf } from '../calendar/civil-date.ts';
import { civilDateIn, momentIn, startOfDayIn, type Zone } from '../calendar/zone.ts';
import { commonOf, type Stretch } from './stretches.ts';

/** Hours between two moments: those that run in any case, and those that may, where a calendar is missing. */
export interface RunningHours {
  readonly least: readonly Stretch[];
  readonly most: readonly Stretch[];
  /** Why the two differ; empty where they do not. */
  readonly missing: readonly Missing[];
}

/** By which working days are told. Without a calendar no day is known to be one: another place's days are not counted by the mainland's. */
export interface WorkingDays {
  readonly calendar: Calendar | undefined;
  /** By whose clock days begin and hours run. */
  readonly zone: Zone;
  /** What is missing where there is no calendar. */
  readonly missing?: Missing;
}

/** Whether hours run around the clock, every day: then they leave nothing out. */
export const isRoundTheClock = ({ days, spans }: HoursValue): boolean =>
  days === 'all' && spans.length === 1 && spans[0]?.from === '00:00' && spans[0].to === '24:00';

/** Whether a day is one of a service's days; `undefined` where no table says. */
export function runsOn(
  { days, exceptHolidays }: HoursValue,
  day: CivilDate,
  { calendar }: WorkingDays,
): boolean | undefined {
  if (days !== 'working') {
    if (days !== 'all' && !days.includes(weekday(day))) return false;
    if (exceptHolidays !== true) return true;
    const status = calendar && dayStatus(calendar, day);
    return status && status.kind !== 'holiday';
  }
  const status = calendar && dayStatus(calendar, day);
  return status && !status.off;
}

const seconds = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60;
};

/** The stretches of a day's hours, as if they ran on it. */
export function hoursOf({ spans }: HoursValue, day: CivilDate, zone: Zone): readonly Stretch[] {
  return spans.map(({ from, to }) => ({
    from: momentIn(day, seconds(from), zone),
    to: momentIn(day, seconds(to), zone),
  }));
}

const dayAt = (at: number, zone: Zone): CivilDate => civilDateIn(new Date(at * 1000).toISOString(), zone);

/** The hours that run in a time. */
export function runningHours(hours: HoursValue, time: Stretch, working: WorkingDays): RunningHours {
  const [least, most]: [Stretch[], Stretch[]] = [[], []];
  const years = new Set<number>();
  for (let day = dayAt(time.from, working.zone); startOfDayIn(day, working.zone) < time.to; day = addDays(day, 1)) {
    const runs = runsOn(hours, day, working);
    if (runs === false) continue;
    const here = commonOf([time], hoursOf(hours, day, working.zone));
    most.push(...here);
    if (runs === true) least.push(...here);
    else years.add(yearOf(day));
  }
  const lacking = working.missing ? [working.missing] : [...years].map(missingYear);
  return { least, most, missing: years.size === 0 ? [] : lacking };
}
