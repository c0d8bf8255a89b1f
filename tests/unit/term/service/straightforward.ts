import { isAbout, merge, type Outage, periodStretch } from '../../../../src-main/term/service/outages.ts';
import { commonOf, type Stretch } from '../../../../src-main/term/service/stretches.ts';
import { civilDateIn, type Zone } from '../../../../src-main/term/calendar/zone.ts';
import { instantSeconds } from '../../../../src-main/term/calendar/civil-date.ts';

const read = ({ from, to }: Outage): Stretch => ({ from: instantSeconds(from), to: instantSeconds(to) });

/** What the rows about each instance have in common, looking at every row for every instance. */
export function commonDown(outages: readonly Outage[], names: readonly string[]): readonly Stretch[] {
  return names
    .map((name) => merge(outages.filter((row) => isAbout(row, name)).map(read)))
    .reduce((sofar, own) => commonOf(sofar, own));
}

/** Seconds of the longest run of any one instance that reaches into a time, looking at every row for every instance. */
export function longestRun(outages: readonly Outage[], time: Stretch, names: readonly string[]): number {
  const runs = names.flatMap((name) => merge(outages.filter((row) => isAbout(row, name)).map(read)));
  return Math.max(
    0,
    ...runs.filter(({ from, to }) => from < time.to && to > time.from).map(({ from, to }) => to - from),
  );
}

/** The days on which outages of a period began, each row's moment asked for by itself. */
export function daysBegan(month: string, outages: readonly Outage[], zone: Zone): readonly string[] {
  const span = periodStretch(month, zone);
  const inside = outages.filter((row) => {
    const { from, to } = read(row);
    return Math.min(to, span.to) > Math.max(from, span.from);
  });
  return inside.map(({ from }) => civilDateIn(from, zone));
}

/** Minutes of a month that are in whole minutes down by any row, minute by minute. */
export function minutesDown(month: string, outages: readonly Outage[], zone: Zone): number {
  const { from, to } = periodStretch(month, zone);
  const down = merge(outages.map(read));
  return Array.from({ length: (to - from) / 60 }, (_, n) => from + n * 60).filter((minute) =>
    down.some((each) => each.from <= minute && each.to >= minute + 60),
  ).length;
}
