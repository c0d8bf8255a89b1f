import type { MonthView } from '../../contract/rights.ts';
import { addDays, type Month, firstDayOf, lastDayOf, startOfDaySeconds } from '../../term/calendar/civil-date.ts';
import { type DownTime, minutesUntil, periodStretch } from '../../term/service/outages.ts';
import { daysOfPeriod } from '../../term/service/period.ts';

/** Points of the drawn line: more than this and the days' ends do. */
const LINE_POINTS = 400;

/** Availability as the month goes on, for drawing. @param total minutes that are measured */
export function lineOf(month: Month, { all, counted }: DownTime, total: number): MonthView['line'] {
  const { from: begin, to: end } = periodStretch(month);
  const edges = [...all, ...counted].flatMap(({ from, to }) => [from, to]);
  const inside = [...new Set(edges)].filter((edge) => edge > begin && edge < end).sort((a, b) => a - b);
  const daily = Array.from({ length: daysOfPeriod(month) }, (_, day) => begin + (day + 1) * 86_400);
  const moments = [begin, ...(inside.length > LINE_POINTS ? daily : inside), end];
  const [allUntil, countedUntil] = [minutesUntil(all), minutesUntil(counted)];
  const share = (down: number): number => (100 * (total - down)) / total;
  return moments.map((moment) => ({
    at: (moment - begin) / 86_400,
    counted: share(countedUntil(moment)),
    all: share(allUntil(moment)),
  }));
}

/** The same by day: days with an outage. */
export function daysOf(month: Month, down: DownTime, percent: (minutes: number) => string): MonthView['days'] {
  const days: MonthView['days'][number][] = [];
  const [allUntil, countedUntil] = [minutesUntil(down.all), minutesUntil(down.counted)];
  for (let date = firstDayOf(month); date <= lastDayOf(month); date = addDays(date, 1)) {
    const [begin, end] = [startOfDaySeconds(date), startOfDaySeconds(addDays(date, 1))];
    const counted = countedUntil(end) - countedUntil(begin);
    const excluded = allUntil(end) - allUntil(begin) - counted;
    if (counted > 0 || excluded > 0) {
      days.push({ date, counted, excluded, availability: percent(Math.ceil(countedUntil(end))) });
    }
  }
  return days;
}
