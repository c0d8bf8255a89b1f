import { type Sentence, sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Deadline,
  type Missing,
  type TermStep,
  type Unknown,
  known,
  mapAnswer,
  unknown,
} from '../answer.ts';
import { type Calendar, dayStatus, missingYear, restingOnRows, yearEndCaution } from './calendar.ts';
import { type CivilDate, addDays, dateWords, yearOf } from './civil-date.ts';
import { CIVIL_CODE } from './statutes.ts';

/** A day that nothing moves. */
export const onDay = (day: CivilDate): Deadline => ({ safe: day, latest: day });

const isTable = ({ what, name, counts }: Missing): boolean =>
  what === 'calendar' && /^\d/u.test(name) && counts !== true;

/** Only the table of a year is missing: the count itself is known, and with it the safe day. */
export const isTableMissing = (end: Answer<Deadline>): end is Unknown & { readonly notBefore: CivilDate } =>
  !end.known && end.notBefore !== undefined && end.missing.every(isTable);

/**
 * The day to keep to. It needs no table of holidays, since the statute only ever moves a day later: known even where it is not known
 * how late one could still argue.
 */
export function safeDay(end: Answer<Deadline>): Answer<CivilDate> {
  if (end.known) return mapAnswer(end, ({ safe }) => safe);
  return end.notBefore === undefined ? end : known(end.notBefore, end.steps);
}

/** The hour at which the day to keep to closes, where one is agreed: known even where it is not known how late one could still argue. */
export const closingHourOf = (end: Answer<Deadline>): string | undefined =>
  end.known ? end.value.hour : isTableMissing(end) ? end.hour : undefined;

/** Whether what is missing leaves the count as it is: only a table of holidays, or by whose clock its days begin. */
export const isCounted = (missing: readonly Missing[]): boolean =>
  missing.every((each) => isTable(each) || each.name === 'time-zone');

/** The last day itself. Where the count lacks something, a day that it is not before is no last day, though whoever acts by it is in time. */
export function lastDayOf(end: Answer<Deadline>): Answer<CivilDate> {
  return end.known || isCounted(end.missing) ? safeDay(end) : end;
}

/** The day after which it is over for certain; undefined while only a day is known before which it is not. */
export function overAfter(end: Answer<Deadline>): CivilDate | undefined {
  if (end.known) return end.value.safe;
  return isTableMissing(end) ? end.notBefore : end.notAfter;
}

/** The day up to which being in time can still be argued. */
export const latestDay = (end: Answer<Deadline>): Answer<CivilDate> => mapAnswer(end, ({ latest }) => latest);

/** The latest arguable day with its reason, or what is missing for it. */
export type LatestDay =
  | { readonly known: true; readonly day: CivilDate; readonly why?: TermStep }
  | { readonly known: false; readonly missing: readonly Missing[]; readonly notAfter?: CivilDate };

/** What is told beside a safe day: the day up to which one could still argue, or what is missing for it; nothing where they agree. */
export function latestBeside(end: Answer<Deadline>): LatestDay | undefined {
  if (!end.known) {
    const { notBefore, notAfter, missing } = end;
    return notBefore === undefined
      ? undefined
      : { known: false, missing, ...(notAfter === undefined ? {} : { notAfter }) };
  }
  const { safe, latest, why } = end.value;
  return latest === safe ? undefined : { known: true, day: latest, ...(why ? { why } : {}) };
}

/** What begins when the period is over: on the day after it, by either day. */
export function dayAfter(end: Answer<Deadline>, what: (day: Sentence) => Sentence): Answer<Deadline> {
  if (!end.known) {
    const { notBefore, notAfter } = end;
    return unknown(end.missing, end.steps, {
      ...(notBefore === undefined ? {} : { notBefore: addDays(notBefore, 1) }),
      ...(notAfter === undefined ? {} : { notAfter: addDays(notAfter, 1) }),
    });
  }
  const { safe, latest, why } = end.value;
  const next: Deadline = { safe: addDays(safe, 1), latest: addDays(latest, 1), ...(why ? { why } : {}) };
  return known(next, [...end.steps, { text: what(dateWords(next.safe)) }]);
}

/**
 * A counted day with the one up to which article 203 lets one argue: the day itself, or the first day after the run of days off it
 * lies in. Unknown, and no sooner than counted, where the calendar has no table for a year that decides.
 */
export function movedOffHolidays(counted: CivilDate, calendar: Calendar): Answer<Deadline> {
  const rows: Sentence[] = [];
  const safe = dateWords(counted);
  let day = counted;
  for (;;) {
    const status = dayStatus(calendar, day);
    if (!status) {
      const text = sentence('term.period.moves.unknown', { words: safe, day: yearOf(day) });
      return unknown([missingYear(yearOf(day))], [{ text, statute: CIVIL_CODE.lastDay }], counted);
    }
    rows.push(status.row);
    if (!status.off) break;
    day = addDays(day, 1);
  }
  const onRows = restingOnRows(rows);
  if (day === counted) {
    const step: TermStep = {
      text: sentence('term.period.moves.not', { from: safe }),
      statute: CIVIL_CODE.lastDay,
      ...onRows,
    };
    return known(onDay(counted), [step, ...yearEndCaution(calendar, day)]);
  }
  const why: TermStep = {
    text: sentence('term.period.moves.to-after-days-off', { from: safe, to: dateWords(day) }),
    statute: CIVIL_CODE.lastDayOrAgreed,
    ...onRows,
  };
  return known({ safe: counted, latest: day, why }, [why, ...yearEndCaution(calendar, day)]);
}
