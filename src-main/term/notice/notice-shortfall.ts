import { sentence } from '../../agreement/sentence.ts';
import { type Answer, allSteps, known, mapAnswer, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, addDays, addMonths, dateWords, daysBetween } from '../calendar/civil-date.ts';
import { type PeriodAgreement, type PeriodLength, lengthWords, workingDaysBefore } from '../calendar/period.ts';
import { countPeriod } from '../count-period.ts';

/**
 * Days by which a notice is too short. “So many days' notice” can be read in two ways, and a text seldom says which: the period lies
 * whole between delivery and effect (Civil Code article 201), or it is counted back from the day of effect. No holiday enters: article
 * 203 extends the day on which somebody may act, and nobody has to act on the last day of a notice.
 */
export interface Shortfall {
  /** By whole days between; never less than the other. */
  readonly full: number;
  /** Counted back from the day of effect. */
  readonly back: number;
}

interface NoticeGiven {
  readonly start: CivilDate;
  readonly length: PeriodLength;
  readonly effect: CivilDate;
  readonly counting: PeriodAgreement;
}

/** The day that lies the period before another. */
function countedBack({ calendar }: TermBasis, day: CivilDate, length: PeriodLength): Answer<CivilDate> {
  if ('workingDays' in length) return workingDaysBefore(day, length.workingDays, calendar);
  if ('days' in length) return known(addDays(day, -length.days), []);
  if ('hours' in length) return known(addDays(day, -Math.ceil(length.hours / 24)), []);
  return known(addMonths(day, -('months' in length ? length.months : length.years * 12)), []);
}

/** The fewest days by which the effect would have to move so that the period fits before it; no more than `most`. */
function shortBack(basis: TermBasis, { start, length, effect }: NoticeGiven, most: number): Answer<number> {
  for (let days = 0; days < most; days += 1) {
    const back = countedBack(basis, addDays(effect, days), length);
    if (!back.known) return back;
    if (back.value >= start) return known(days, []);
  }
  return known(most, []);
}

/** How many days a notice is short, in both readings. */
export function shortfallOf(basis: TermBasis, notice: NoticeGiven): Answer<Shortfall> {
  const { start, length, effect, counting } = notice;
  const counted = mapAnswer(countPeriod(basis, start, length, { ...counting, nobodyActs: true }), ({ safe }) => safe);
  if (!counted.known) return unknown(counted.missing, allSteps([counted]));
  const allowed = addDays(counted.value, 1);
  const full = Math.max(0, daysBetween(effect, allowed));
  const back = shortBack(basis, notice, full);
  if (!back.known) return unknown(back.missing, allSteps([back]));
  const [said, agreed] = [dateWords(effect), dateWords(allowed)];
  const words = { said, agreed, long: lengthWords(length), days: full, back: back.value };
  const text =
    full === 0
      ? sentence('term.notice-clock.long-enough', { said, agreed })
      : back.value === full
        ? sentence('term.notice-clock.too-short', words)
        : back.value === 0
          ? sentence('term.notice-clock.short-in-one-reading', words)
          : sentence('term.notice-clock.short-in-both-readings', words);
  return known({ full, back: back.value }, [{ text }]);
}

/** Days by which a notice is certainly too short, whatever is still missing; 0 where that is known already, or nothing is certain. */
export function shortAtLeast(shortfall: Answer<Shortfall>): number {
  return shortfall.known ? 0 : Number(shortfall.atLeast ?? 0);
}
