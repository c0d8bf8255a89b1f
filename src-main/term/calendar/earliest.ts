import { type Calendar, dayStatus } from './calendar.ts';
import { addDays, type CivilDate, weekday, yearOf } from './civil-date.ts';

/**
 * How far back so many working days can reach where a year has no table: every weekend is off, and every public holiday takes as many
 * weekdays as it ever does, wherever in the year it can lie. Days to make up for them only bring the day nearer.
 */

/** Between which days of a year the days off for a holiday can lie, and how many weekdays they take at most. */
interface Holiday {
  readonly from: string;
  readonly to: string;
  readonly weekdays: number;
}

const HOLIDAYS: readonly Holiday[] = [
  // New Year: one day, and what is arranged beside it, which may begin in December.
  { from: '01-01', to: '01-05', weekdays: 3 },
  { from: '12-28', to: '12-31', weekdays: 3 },
  // Spring Festival: four days at a new moon between 21 January and 20 February, and up to nine off in a row around them.
  { from: '01-18', to: '03-02', weekdays: 8 },
  // Qingming.
  { from: '04-01', to: '04-08', weekdays: 3 },
  // Labour Day.
  { from: '04-26', to: '05-07', weekdays: 5 },
  // Dragon Boat, on the fifth day of the fifth lunar month.
  { from: '05-24', to: '06-29', weekdays: 3 },
  // Mid-Autumn, at a full moon between 7 September and 8 October.
  { from: '09-04', to: '10-12', weekdays: 3 },
  // National Day.
  { from: '09-27', to: '10-10', weekdays: 6 },
];

/** The earliest day that so many working days before a day can be, which is not counted. */
export function earliestWorkingDaysBefore(end: CivilDate, n: number, calendar: Calendar): CivilDate {
  const left = new Map<string, number>();
  /** Takes the day for one of those that a holiday can still have. */
  const canBeOff = (day: CivilDate): boolean => {
    const holiday = HOLIDAYS.find((each) => {
      const within = day.slice(5) >= each.from && day.slice(5) <= each.to;
      return within && (left.get(`${yearOf(day)} ${each.from}`) ?? each.weekdays) > 0;
    });
    if (!holiday) return false;
    const key = `${yearOf(day)} ${holiday.from}`;
    left.set(key, (left.get(key) ?? holiday.weekdays) - 1);
    return true;
  };
  let day = end;
  for (let count = 0; count < n;) {
    day = addDays(day, -1);
    const off = dayStatus(calendar, day)?.off ?? (weekday(day) >= 6 || canBeOff(day));
    if (!off) count += 1;
  }
  return day;
}
