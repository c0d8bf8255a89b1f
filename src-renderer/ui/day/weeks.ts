export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const DAY_MS = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Whole weeks from Monday that hold a month (`2026-12`), as civil dates. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS;
  const rows: (readonly string[])[] = [];
  for (let start = monday; iso(start).slice(0, 7) <= month; start += 7 * DAY_MS) {
    rows.push(Array.from({ length: 7 }, (_, day) => iso(start + day * DAY_MS)));
  }
  return rows;
}

/** The month so many months after another one. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return iso(Date.UTC(year, number - 1 + months, 1)).slice(0, 7);
}

/** The months of a year (`2026`), three in a row. */
export function monthsOf(year: string): readonly (readonly string[])[] {
  const months = Array.from({ length: 12 }, (_, at) => monthAfter(`${year}-01`, at));
  return [0, 3, 6, 9].map((first) => months.slice(first, first + 3));
}

/** The same day of another month, or the last of that where it has no such day. */
export function dayMonthsLater(day: string, months: number): string {
  const month = monthAfter(day.slice(0, 7), months);
  const last = new Date(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) - DAY_MS).getUTCDate();
  return `${month}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`;
}
