import { type TermBasis, citation, factsOf } from './basis.ts';
import type { PeriodAgreement } from './calendar/period.ts';

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
