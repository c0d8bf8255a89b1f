import type { DayClockView } from '../../contract/views.ts';
import type { TermBasis } from '../../term/basis.ts';
import { addDays, type CivilDate } from '../../term/calendar/civil-date.ts';
import { BEIJING, civilDateIn, startOfDayIn, type Zone, zoneWords } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';

/** The day that it is by the clock of a zone. */
export const todayIn = (now: Date, zone: Zone): CivilDate => civilDateIn(now.toISOString(), zone);

/** The day that it is by the clock of the agreement that a basis is of. */
export const todayOf = (now: Date, basis: Pick<TermBasis, 'sources' | 'zone'>): CivilDate =>
  todayIn(now, dayClock(basis).zone);

/** The zone of a basis, where it is not Beijing's: every day is Beijing's where nothing else is said. */
export function otherZone(basis: Pick<TermBasis, 'sources' | 'zone'>): { readonly zone?: Zone } {
  const { zone } = dayClock(basis);
  return zone === BEIJING ? {} : { zone };
}

/** What a screen tells of a clock that is not Beijing's; nothing of Beijing's. @param day the day whose end is told */
export function dayClockView(now: Date, zone: Zone | undefined, day?: CivilDate): { readonly dayClock?: DayClockView } {
  if (zone === undefined || zone === BEIJING) return {};
  return {
    dayClock: {
      zone: zoneWords(zone),
      today: todayIn(now, zone),
      ...(day === undefined ? {} : { ends: new Date(startOfDayIn(addDays(day, 1), zone) * 1000).toISOString() }),
    },
  };
}
