import { dayWords } from '../../../agreement/date-words.ts';
import type { MonthView } from '../../../contract/rights.ts';
import { type Language, say, sentence } from '../../../agreement/sentence.ts';
import type { LetterValues } from '../../../letter/template.ts';
import { addDays } from '../../../term/calendar/civil-date.ts';
import { claimDays } from '../../../term/service/claim/claim-days.ts';
import { periodDays, periodWords } from '../../../term/service/period.ts';
import type { ServiceLevel } from '../../../term/service/service-level.ts';

/**
 * A month is one in whatever language; another period is called by its name. One that is not over is told so, with the day of the record:
 * what is measured of it is not final.
 */
export function periodOf(
  { period }: ServiceLevel,
  { running }: Pick<MonthView, 'running'>,
  language: Language,
): LetterValues {
  if (running) {
    const words = { period: periodWords(period), day: dayWords(running.today) };
    return { period: say(sentence('rights.claim-letter.running', words), language) };
  }
  return /^\d{4}-\d\d$/u.test(period) ? { month: period } : { period: say(periodWords(period), language) };
}

/**
 * Between which days the credit can be claimed, as far as that is certain. Where the text names no first day, a letter is certain to be in
 * time only once the period is over.
 */
export function inTime({ claim, period }: ServiceLevel): LetterValues {
  const { opens, safe } = claimDays(claim);
  if (safe === undefined) return opens === undefined ? {} : { claimFrom: opens };
  return { claimFrom: opens ?? addDays(periodDays(period).last, 1), claimUntil: safe };
}
