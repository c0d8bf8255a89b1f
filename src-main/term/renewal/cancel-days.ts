import type { Quantity } from '../../agreement/fact.ts';
import { noticeWindow } from '../../agreement/quantity/notice-window.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Bounds, type Deadline, type TermStep, known, restingOn } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { byBusinessHour } from '../close-of-business.ts';
import { rivalReadings } from '../pick-fact.ts';
import { NON_RENEWAL } from './questions.ts';
import { dayBefore } from './term-days.ts';

/** “Within the last 30 days”: said of a stretch of time, of which only the first day can suit every reading. */
const WITHIN = /前[^，。；]{0,12}(?:内|之内|以内)|\bwithin\s[^,.;]{0,40}\b(?:before|prior|preceding)\b/iu;

/** Between which days it can be said that a term is not renewed. */
interface CancelDays {
  readonly by: Answer<Deadline>;
  /** First day that is not too early by either day of the end; only where the text lets a notice be too early. */
  readonly from?: CivilDate;
}

/** The days for a notice against the renewal of the term that ends on this day. */
export function cancelDays(
  basis: TermBasis,
  end: Deadline,
  notice: Answer<Quantity & { readonly quote: string; readonly hour?: string }>,
): CancelDays {
  const { by, from } = daysToCancel(basis, end, notice);
  const closed = notice.known ? byBusinessHour(basis, by, notice.value) : by;
  return { by: closed, ...(from === undefined ? {} : { from }) };
}

/** Where the text states two lengths: no sooner than by the longer, no later than by the shorter. */
function byRivals(basis: TermBasis, end: Deadline): Bounds {
  const days = rivalReadings(basis, NON_RENEWAL).map(({ value, unit, calendar }) =>
    dayBefore(basis, end, { value: Number(value), unit, ...(calendar === undefined ? {} : { calendar }) }),
  );
  const counted = days.flatMap((day) => (day.known ? [day.value] : []));
  const [first] = counted.map(({ safe }) => safe).sort();
  const last = counted
    .map(({ latest }) => latest)
    .sort()
    .at(-1);
  return first === undefined || last === undefined || counted.length < days.length
    ? {}
    : { notBefore: first, notAfter: last };
}

function daysToCancel(
  basis: TermBasis,
  end: Deadline,
  notice: Answer<Quantity & { readonly quote: string }>,
): CancelDays {
  if (!notice.known) return { by: { ...notice, notAfter: end.latest, ...byRivals(basis, end) } };
  const window = noticeWindow(notice.value.quote);
  const counted = dayBefore(basis, end, window?.closes ?? notice.value);
  if (!counted.known) return { by: restingOn([notice], counted) };
  const arrives: TermStep = { text: sentence('term.renewal.must-arrive'), statute: CIVIL_CODE.arrival };
  const steps = [...notice.steps, ...counted.steps];
  const { safe, latest } = counted.value;
  if (window) {
    const opens = dayBefore(basis, end, window.opens);
    if (!opens.known) return { by: restingOn([notice], opens) };
    // Not too early by either day of the end, as far as that is not behind the last one.
    const from = opens.value.latest <= safe ? opens.value.latest : opens.value.safe;
    const words = { first: dateWords(from), last: dateWords(safe) };
    const between: TermStep =
      from <= safe
        ? { text: sentence('term.renewal.window', words) }
        : { text: sentence('term.renewal.window-too-narrow', words) };
    return { by: known(counted.value, [...steps, ...opens.steps, between, arrives]), from };
  }
  if (!WITHIN.test(notice.value.quote)) return { by: known(counted.value, [...steps, arrives]) };
  const words = { first: dateWords(safe), from: dateWords(latest), last: dateWords(end.latest) };
  const why: TermStep = {
    text: safe === latest ? sentence('term.renewal.within', words) : sentence('term.renewal.within-twice', words),
  };
  // By the day that is counted, and no later than the safe last one: a window never begins behind its end.
  return { by: known({ safe, latest: end.latest, why }, [...steps, why, arrives]), from: safe };
}
