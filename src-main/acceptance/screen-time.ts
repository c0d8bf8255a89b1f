import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import type { Observation } from './review-so-far.ts';

/**
 * How long a version has been open in this run of the app, and what of that time its clauses have claimed. All times are
 * milliseconds of the main process's own clock, which only goes forward, whatever is done to the clock on the wall. It is
 * not kept: after a restart no time has passed, and what was counted before stands in the review.
 */
export interface ScreenTime {
  /** When each sitting reported last. A sitting is one showing of the version in one window; its first report begins it. */
  readonly reportedAt: ReadonlyMap<string, number>;
  /** Up to when the time of each clause is counted already. */
  readonly countedTo: ReadonlyMap<string, number>;
}

/** The sitting of reports that name none: it begins when the version is opened, each time anew. */
export const UNNAMED_SITTING = '';

/**
 * How much more than the time since its last report a sitting may claim. The page counts only between the answer to one
 * report and the sending of the next, so that an honest claim always lies inside what is measured here; what remains is
 * the coarseness of two clocks in two processes, a few milliseconds. A quarter of a second is far above that and far
 * below the two seconds that the shortest clause asks for. It only decides whether a report is believed: no clause is ever
 * counted more time than was measured.
 */
export const TOLERANCE_SECONDS = 0.25;

const NONE: ScreenTime = { reportedAt: new Map(), countedTo: new Map() };

/** A version that is opened at `now`, for the first time in this run or again. What was counted stays counted. */
export function openScreenTime(now: number, { reportedAt, countedTo }: ScreenTime = NONE): ScreenTime {
  return { reportedAt: new Map(reportedAt).set(UNNAMED_SITTING, now), countedTo };
}

/**
 * What of a sitting's report, received at `now`, is counted: nothing before its first report. Several clauses are on
 * screen at once, so each has its own bound; a clause that two sittings show at the same time gains it once.
 * @throws Refusal `impossible-seconds` when a clause claims more than has passed since the sitting's last report; nothing
 * of that report counts.
 */
export function countedSeconds(
  before: ScreenTime,
  { sitting, seen }: { readonly sitting: string; readonly seen: Observation['seen'] },
  now: number,
): { readonly time: ScreenTime; readonly seen: Observation['seen'] } {
  const since = before.reportedAt.get(sitting) ?? now;
  const passed = Math.max(0, now - since) / 1000;
  const most = Math.max(0, ...seen.map(({ seconds }) => seconds));
  if (!(most <= passed + TOLERANCE_SECONDS)) throw impossible(most, passed);
  const countedTo = new Map(before.countedTo);
  const counted = seen.map((one) => {
    const from = Math.max(countedTo.get(one.clauseId) ?? since, since);
    const to = Math.max(from, Math.min(from + one.seconds * 1000, now));
    countedTo.set(one.clauseId, to);
    return { ...one, seconds: (to - from) / 1000 };
  });
  return { time: { reportedAt: new Map(before.reportedAt).set(sitting, now), countedTo }, seen: counted };
}

function impossible(claimed: number, passed: number): Refusal {
  const said = { claimed: tenths(claimed), passed: tenths(passed) };
  return new Refusal(
    'impossible-seconds',
    sentence('acceptance.screen-time.impossible-seconds', said),
    sentence('acceptance.screen-time.impossible-seconds.next'),
  );
}

const tenths = (seconds: number): string => seconds.toFixed(1);
