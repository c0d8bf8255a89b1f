import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, allSteps, known } from '../answer.ts';
import { type TermBasis, numberOf } from '../basis.ts';
import { type CivilDate, type Month, addDays, dateWords, shiftMonth } from '../calendar/civil-date.ts';
import { type PeriodEnd, monthsAfterMonthEnd, workingDayOfMonth } from '../calendar/period.ts';

/** When a claim for a service month can be handed in. Either end is known on its own. */
export interface ClaimWindow {
  /** First day: the day after the n-th working day of the next month. */
  readonly opens: Answer<CivilDate>;
  /** Last day: m months after the service month's end. */
  readonly closes: Answer<PeriodEnd>;
  readonly steps: readonly TermStep[];
}

function opening(basis: TermBasis, month: Month): Answer<CivilDate> {
  const n = numberOf(basis, 'claim-opens-working-day');
  if (!n.known) return n;
  const workingDay = workingDayOfMonth(shiftMonth(month, 1), n.value, basis.calendar);
  if (!workingDay.known) return { ...workingDay, steps: [...n.steps, ...workingDay.steps] };
  const day = addDays(workingDay.value, 1);
  const words = dateWords(day);
  return known(day, [
    ...n.steps,
    ...workingDay.steps,
    {
      text: sentence('term.claim-window.opens', { words }),
    },
  ]);
}

function closing(basis: TermBasis, month: Month): Answer<PeriodEnd> {
  const m = numberOf(basis, 'claim-closes-months');
  if (!m.known) return m;
  const end = monthsAfterMonthEnd(month, m.value, basis.calendar);
  return { ...end, steps: [...m.steps, ...end.steps] };
}

/** The claim window of a service month, from the facts of the service-level agreement. */
export function claimWindow(basis: TermBasis, month: Month): ClaimWindow {
  const opens = opening(basis, month);
  const closes = closing(basis, month);
  return { opens, closes, steps: allSteps([opens, closes]) };
}
