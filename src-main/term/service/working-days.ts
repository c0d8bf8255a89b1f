import { sentence } from '../../agreement/sentence.ts';
import type { TermBasis } from '../basis.ts';
import { foreignLaw, otherLaw } from '../count-period.ts';
import { dayClock } from '../day-clock.ts';
import type { WorkingDays } from './hours.ts';

/** Working days are told by the mainland's tables where neither the text nor its law speaks of another place. */
export function workingDaysOf(basis: TermBasis, calendar?: string): WorkingDays {
  const { zone } = dayClock(basis);
  const law = foreignLaw(basis);
  if (law) return { zone, calendar: undefined, missing: otherLaw(law.name) };
  if (calendar !== undefined && calendar !== 'PRC') {
    const text = sentence('term.support.other-calendar', { place: calendar });
    return { zone, calendar: undefined, missing: { what: 'calendar', name: calendar, text } };
  }
  return { zone, calendar: basis.calendar };
}
