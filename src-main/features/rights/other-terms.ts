import { factWords } from '../../agreement/fact-words.ts';
import { inOneLine } from '../../agreement/sentence.ts';
import type { TermOffer } from '../../contract/rights.ts';
import { calledAt } from '../../kernel/standing.ts';
import type { Store } from '../../store/store.ts';
import { factsOf } from '../../term/basis.ts';
import { companionCandidates, type ObligationBasis, obligationBases } from './basis.ts';

/** What an agreement may leave to another one of its provider; that another answers is for a person to say. */
const OFFERED = 'outage-termination';

/**
 * Where an agreement does not say when it can be ended after a long outage: the other agreements of its provider that do, each with its words.
 * None of them is asked before a person chooses it.
 */
export function termOffers(
  store: Store,
  { agreement, companions, terms }: ObligationBasis,
  instant: string,
): readonly TermOffer[] {
  const { provider } = agreement;
  if (provider === undefined || factsOf(terms, OFFERED).length > 0) return [];
  const asked = new Set(companions.map(({ version }) => version.agreementId));
  return companionCandidates(store, agreement)
    .filter((other) => other.provider === provider && !asked.has(other.id))
    .flatMap(({ id }): readonly TermOffer[] => {
      const { document } = obligationBases(store, id)(instant).text;
      const [said] = factsOf({ sources: [document] }, OFFERED);
      if (!said) return [];
      const { number, quote } = { number: said.step.clause?.number, quote: inOneLine(said.fact.quote) };
      return [
        {
          ...{ agreementId: id, title: calledAt(store, id, instant), words: factWords(said.fact) },
          clause: { ...(number === undefined ? {} : { number }), quote },
        },
      ];
    });
}
