import type { DecisionDays } from '../../../kernel/between-features.ts';
import { todayOf } from '../../../kernel/days/today.ts';
import { withKnownFacts } from '../../../kernel/facts.ts';
import { calendarFor } from '../../../kernel/papers/holidays.ts';
import { zoneSaid } from '../../../kernel/papers/particulars.ts';
import { statutesSaid } from '../../../kernel/papers/statutes.ts';
import type { DecisionDay } from '../../../contract/review.ts';
import type { Answer, Deadline } from '../../../term/answer.ts';
import type { TermBasis } from '../../../term/basis.ts';
import { latestBeside, safeDay } from '../../../term/calendar/deadline.ts';
import { renewalOf } from '../../../term/renewal/renewal.ts';
import { givenToday } from './term-view.ts';

/**
 * The days of its term that a version would have, worked out as the desk of terms does: on what was entered and on the first acceptance, and,
 * of a text that runs from its acceptance and was never accepted, as if it were accepted today.
 */
export const termDaysOfVersion: DecisionDays = (ports, { agreementId, versionId, document }) => {
  const { store, now } = ports;
  const terms: TermBasis = {
    sources: [withKnownFacts(store, versionId, document)],
    calendar: calendarFor(store),
    ...zoneSaid(store, agreementId),
    ...statutesSaid(store),
  };
  const given = givenToday(ports, agreementId, terms);
  const known = daysOf(renewalOf(terms, given), false);
  if (known.length > 0 || given.accepted !== undefined) return known;
  return daysOf(renewalOf(terms, { ...given, accepted: todayOf(now(), terms) }), true);
};

function daysOf(
  { end, cancelBy }: { readonly end: Answer<Deadline>; readonly cancelBy: Answer<Deadline> },
  ifToday: boolean,
): readonly DecisionDay[] {
  const day = (name: DecisionDay['name'], answer: Answer<Deadline>): readonly DecisionDay[] => {
    const safe = safeDay(answer);
    if (!safe.known) return [];
    const latest = answer.known && answer.value.latest !== safe.value ? { latest: answer.value.latest } : {};
    const beside = latestBeside(answer);
    const open = beside?.known === false ? { latestOpen: beside } : {};
    return [{ name, day: safe.value, ...latest, ...open, ...(ifToday ? { ifToday } : {}) }];
  };
  // A day to cancel has a safe one even where its latest is not known, and the person keeps to that; an end that is not known has none.
  return [...(end.known ? day('end', end) : []), ...day('cancelBy', cancelBy)];
}
