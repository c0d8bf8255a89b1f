import { type Answer, type Deadline, mapAnswer, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { onDay } from '../calendar/deadline.ts';
import { RENEWAL, renewalDue } from '../fees/orders.ts';
import { askedFacts } from '../pick-fact.ts';

/** The last day to pay for the next term, by the day that is counted; absent where the text asks for no such payment. */
export function payToRenew(basis: TermBasis, end: Answer<Deadline>): Answer<Deadline> | undefined {
  if (askedFacts(basis, RENEWAL).length === 0) return undefined;
  return end.known ? mapAnswer(renewalDue(basis, end.value.safe), onDay) : unknown(end.missing, end.steps);
}
