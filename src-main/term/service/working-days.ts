import { sentence } from '../../agreement/sentence.ts';
import type { TermBasis } from '../basis.ts';
import { foreignLaw, otherLaw } from '../count-period.ts';
import type { WorkingDays } from './hours.ts';

/** Working days are told by the mainland's tables where neither the text nor its law speaks of another place. */
export function workingDaysOf(basis: TermBasis, calendar?: string): WorkingDays {
  const law = foreignLaw(basis);
  if (law) return { calendar: undefined, missing: otherLaw(law.name) };
  if (calendar !== undefined && calendar !== 'PRC') {
    const text = sentence('term.support.other-calendar', { place: calendar });
    return { calendar: undefined, missing: { what: 'calendar', name: calendar, text } };
  }
  return { calendar: basis.calendar };
}
