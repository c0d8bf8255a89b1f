import { sentence } from '../agreement/sentence.ts';
import { type Answer, type Deadline, known, type TermStep } from './answer.ts';
import { type TermBasis, citation, factsOf } from './basis.ts';
import { dateWords } from './calendar/civil-date.ts';
import type { PeriodAgreement } from './calendar/period.ts';
import { CIVIL_CODE } from './calendar/statutes.ts';
import { zoneWords } from './calendar/zone.ts';
import { dayClock } from './day-clock.ts';

/**
 * The hour at which the last day ends for what has to arrive at the provider: the one in the sentence of the duty itself, else the one
 * that the text says of all that has to arrive. Nothing where the text states none or several. Source: Civil Code, article 203 II.
 */
export function closeOfBusiness(
  basis: Pick<TermBasis, 'sources'>,
  { hour }: { readonly hour?: string },
): Pick<PeriodAgreement, 'closeOfBusiness' | 'clause'> {
  if (hour !== undefined) return { closeOfBusiness: hour };
  const said = factsOf(basis, 'close-of-business');
  const [first] = said;
  const hours = new Set(said.map(({ fact }) => fact.value));
  if (!first || hours.size > 1 || typeof first.fact.value !== 'string') return {};
  const { source, fact } = first;
  return {
    closeOfBusiness: first.fact.value,
    ...(fact.quote === '' ? {} : { clause: citation(source, fact.clause, fact.quote) }),
  };
}

/**
 * What is said on that day has to arrive: by the hour at which it closes, its own one or, where the text says one of all that arrives, the
 * one at which business ends.
 */
export function byBusinessHour(
  basis: Pick<TermBasis, 'sources' | 'zone'>,
  last: Answer<Deadline>,
  said: { readonly hour?: string } = {},
): Answer<Deadline> {
  const { closeOfBusiness: hour, clause } = closeOfBusiness(basis, said);
  if (hour === undefined) return last;
  if (!last.known) return { hour, ...last };
  if (last.value.hour !== undefined) return last;
  const words = { words: dateWords(last.value.safe), time: hour, zone: zoneWords(dayClock(basis).zone) };
  const text =
    said.hour === undefined
      ? sentence('term.notice-clock.business-hour', words)
      : sentence('term.period.ends-at', words);
  const closes: TermStep = { text, statute: CIVIL_CODE.lastDay, ...(clause ? { clause } : {}) };
  return known({ ...last.value, hour }, [...last.steps, closes]);
}
