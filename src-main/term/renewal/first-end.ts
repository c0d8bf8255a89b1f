import type { Quantity } from '../../agreement/fact.ts';
import { quantityWords } from '../../agreement/fact-words.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type TermStep, known, mapAnswer, missingInput, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { onDay } from '../calendar/deadline.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';
import { pickFact } from '../pick-fact.ts';
import { fromAcceptance } from './on-acceptance.ts';
import { END_DATE } from './questions.ts';
import { startByEffect } from './taking-effect.ts';
import { lastDayOfTerm, spanOf } from './term-days.ts';

/** The first and the last day of the first term, as far as they are known. */
interface FirstTerm {
  readonly starts?: CivilDate;
  readonly ends?: CivilDate;
}

/** The last day of the first term that the person says, or else the text; absent where neither does. No count changes it. */
export function namedEnd(basis: TermBasis, given: FirstTerm): Answer<Deadline> | undefined {
  if (given.ends !== undefined) {
    const text = sentence('term.renewal.ends-said', { day: dateWords(given.ends) });
    return known(onDay(given.ends), [{ text, by: 'person', own: true }]);
  }
  const stated = mapAnswer(pickFact(basis, END_DATE), ({ value }) => (typeof value === 'string' ? value : ''));
  if (!stated.known) return stated.steps.length > 0 ? stated : undefined;
  // A text that ended before this term began speaks of another one.
  if (given.starts !== undefined && stated.value < given.starts) return undefined;
  return mapAnswer(stated, onDay);
}

/** No first day: nobody said one, the text contradicts itself, or the term runs from an acceptance that is not recorded. */
function withoutStart(basis: TermBasis): Answer<Deadline> {
  const clause = fromAcceptance(basis);
  const byEffect = startByEffect(basis, clause);
  if (byEffect && !byEffect.known) return unknown(byEffect.missing, byEffect.steps);
  const text =
    clause === undefined ? sentence('term.renewal.starts-missing') : sentence('term.renewal.acceptance-missing');
  return unknown([missingInput('starts', text)], clause === undefined ? [] : [{ text, clause }]);
}

/** The last day of the first term, where somebody names it, else by count. */
export function firstEnd(
  basis: TermBasis,
  named: Answer<Deadline> | undefined,
  given: FirstTerm,
  length: Answer<Quantity>,
): Answer<Deadline> {
  if (named) return named;
  if (given.starts === undefined) return withoutStart(basis);
  if (!length.known) return length;
  const end = lastDayOfTerm(given.starts, spanOf(length.value));
  const words = {
    first: dateWords(given.starts),
    long: quantityWords(length.value),
    day: dateWords(end.safe),
  };
  const counted: TermStep = { text: sentence('term.renewal.end', words), statute: CIVIL_CODE.correspondingDay };
  return known(end, [...length.steps, counted, ...(end.why ? [end.why] : [])]);
}
