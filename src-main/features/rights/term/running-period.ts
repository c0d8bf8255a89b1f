import type { MonthView } from '../../../contract/rights.ts';
import { todayOf } from '../../../kernel/days/today.ts';
import type { TermBasis } from '../../../term/basis.ts';
import type { CivilDate } from '../../../term/calendar/civil-date.ts';
import { type Period, periodDays } from '../../../term/service/period.ts';

/** The last day of a period that is not over on a day, with that day. */
function runningOn(period: Period, today: CivilDate): MonthView['running'] {
  const { last } = periodDays(period);
  return today <= last ? { last, today } : undefined;
}

/** Whether a claim that did not go out was drafted while its period was running, which is over by now: its letter says that it is not. */
export function wasEarly(
  { at, sentAt }: Pick<NonNullable<MonthView['claim']>, 'at' | 'sentAt'>,
  period: Period,
  { today, terms }: { readonly today: CivilDate; readonly terms: TermBasis },
): boolean {
  if (sentAt !== undefined || runningOn(period, today)) return false;
  return runningOn(period, todayOf(new Date(at), terms)) !== undefined;
}

/** Of a period on a day: that it is not over, or its claim with whether it was drafted before it was. */
export function asItStands(
  claim: MonthView['claim'],
  period: Period,
  on: Parameters<typeof wasEarly>[2],
): Pick<MonthView, 'claim' | 'running'> {
  const running = runningOn(period, on.today);
  if (!claim) return running ? { running } : {};
  const told = wasEarly(claim, period, on) ? ({ ...claim, early: true } as const) : claim;
  return running ? { running, claim: told } : { claim: told };
}
