import { factLabel } from '../../agreement/fact.ts';
import { dayBeforeNone } from '../../agreement/quantity/days-named.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type Missing, type TermStep, unknown } from '../answer.ts';
import { quoted, type TermBasis } from '../basis.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { askedFacts, type Question } from '../pick-fact.ts';
import { END_DATE, START_DATE } from './questions.ts';

/** A day that the text names and the calendar does not have: 30 February, 31 June. */
export interface NoSuchDay {
  readonly missing: Missing;
  readonly steps: readonly TermStep[];
  /** The earlier of the days that can be meant: the last one of that month. */
  readonly earlier: CivilDate;
}

/** The day that the text names for the question though there is no such day; absent where it names none or one that exists. */
function noSuchDay(basis: Pick<TermBasis, 'sources'>, question: Question): NoSuchDay | undefined {
  const facts = askedFacts(basis, question);
  const [first] = facts;
  if (!first || typeof first.fact.value !== 'string') return undefined;
  const { value: words, kind } = first.fact;
  const earlier = dayBeforeNone(words);
  if (earlier === undefined || facts.some(({ fact }) => fact.value !== words)) return undefined;
  const text = sentence('term.renewal.no-such-day', { label: factLabel(kind), words: quoted(words) });
  return { earlier, missing: { what: 'fact', name: kind, text }, steps: first.steps };
}

/** A day that was counted from the earlier of the days that can be meant: not known, and not before it. */
export function notBeforeIt(answer: Answer<Deadline>, { missing, steps }: NoSuchDay): Answer<Deadline> {
  return answer.known
    ? unknown([missing], [...steps, { text: missing.text }], answer.value.safe)
    : { ...answer, missing: [missing, ...answer.missing] };
}

/** A first or a last day that the text names though there is none such, where nobody says another. */
export function dayThatIsNone(
  basis: Pick<TermBasis, 'sources'>,
  given: { readonly starts?: CivilDate; readonly ends?: CivilDate },
): (NoSuchDay & { readonly of: 'start' | 'end' }) | undefined {
  if (given.ends !== undefined) return undefined;
  const end = noSuchDay(basis, END_DATE);
  if (end) return { ...end, of: 'end' };
  if (given.starts !== undefined || askedFacts(basis, END_DATE).length > 0) return undefined;
  const start = noSuchDay(basis, START_DATE);
  return start && { ...start, of: 'start' };
}
