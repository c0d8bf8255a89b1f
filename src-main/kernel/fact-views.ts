import { factFigure } from '../agreement/fact-figure.ts';
import { factNamed, factWords } from '../agreement/fact-words.ts';
import type { Fact } from '../agreement/model.ts';
import type { FactView } from '../contract/views.ts';

/** Facts as a screen shows them: named, and their values in words. */
export function factViews(facts: readonly Fact[]): readonly FactView[] {
  return facts.map((fact) => {
    const { id, clause, quote } = fact;
    const figure = factFigure(fact);
    return {
      id,
      label: factNamed(fact),
      words: factWords(fact),
      clause,
      quote,
      ...(figure === undefined ? {} : { figure }),
    };
  });
}
