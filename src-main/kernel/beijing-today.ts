import { type CivilDate, civilDateAt } from '../term/calendar/civil-date.ts';

/** Today by Beijing time: the day in which the periods of these agreements are counted. */
export const beijingToday = (now: Date): CivilDate => civilDateAt(now.toISOString());
