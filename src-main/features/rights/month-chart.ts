import type { MonthView } from '../../contract/rights.ts';
import { addDays, type CivilDate } from '../../term/calendar/civil-date.ts';
import { startOfDayIn, type Zone } from '../../term/calendar/zone.ts';
import { type DownTime, minutesUntil, periodStretch } from '../../term/service/outages.ts';
import { type Period, periodDays } from '../../term/service/period.ts';

/** Points of the drawn line: more than this and the days' ends do. */
const LINE_POINTS = 400;

/** A month by the clock of its agreement, with the day on which it begins. */
interface MonthThere {
  readonly month: Period;
  readonly zone: Zone;
}

/** Its days, in order. */
function daysIn({ month }: MonthThere): readonly CivilDate[] {
  const { first, last } = periodDays(month);
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Availability as the month goes on, for drawing. @param total minutes that are measured */
export function lineOf(of: MonthThere, { all, counted }: DownTime, total: number): MonthView['line'] {
  const { from: begin, to: end } = periodStretch(of.month, of.zone);
  // Stretches lie apart, so that each has two moments of its own, but for the month's ends.
  const many = Math.max(all.length, counted.length) * 2 - 2 > LINE_POINTS;
  const edges = many ? [] : [...all, ...counted].flatMap(({ from, to }) => [from, to]);
  const inside = [...new Set(edges)].filter((edge) => edge > begin && edge < end).sort((a, b) => a - b);
  const daily = daysIn(of)
    .slice(1)
    .map((day) => startOfDayIn(day, of.zone));
  const moments = [begin, ...(many || inside.length > LINE_POINTS ? daily : inside), end];
  const [allUntil, countedUntil] = [minutesUntil(all), minutesUntil(counted)];
  const share = (down: number): number => (100 * (total - down)) / total;
  return moments.map((moment) => ({
    at: (moment - begin) / 86_400,
    counted: share(countedUntil(moment)),
    all: share(allUntil(moment)),
  }));
}

/** The same by day: days with an outage. */
export function daysOf(of: MonthThere, down: DownTime, percent: (minutes: number) => string): MonthView['days'] {
  const days: MonthView['days'][number][] = [];
  const [allUntil, countedUntil] = [minutesUntil(down.all), minutesUntil(down.counted)];
  for (const date of daysIn(of)) {
    const [begin, end] = [startOfDayIn(date, of.zone), startOfDayIn(addDays(date, 1), of.zone)];
    const counted = countedUntil(end) - countedUntil(begin);
    const excluded = allUntil(end) - allUntil(begin) - counted;
    if (counted > 0 || excluded > 0) {
      days.push({ date, counted, excluded, availability: percent(Math.ceil(countedUntil(end))) });
    }
  }
  return days;
}
