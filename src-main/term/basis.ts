import { type Sentence, sentence } from '../agreement/sentence.ts';
import { factLabel } from '../agreement/fact.ts';
import { asLegacy, formerShape, type LegacyKind, type LegacyValue } from '../agreement/legacy-fact.ts';
import type { Clause, Fact } from '../agreement/model.ts';
import { type Answer, type Missing, type TermStep, known, unknown } from './answer.ts';
import type { Calendar } from './calendar/calendar.ts';
import { FACT_WORDS } from './fact-words.ts';

/** A document as far as terms need it: its facts, and its clauses to cite. Any read document fits. */
export interface FactSource {
  readonly title?: string;
  readonly facts: readonly Fact[];
  readonly clauses: readonly Pick<Clause, 'id' | 'number' | 'parent' | 'text'>[];
}

/** A value the person entered because the document is silent (or speaks twice); marked as theirs in every step. */
export interface OwnValue<T = number> {
  readonly value: T;
  readonly by: 'person';
}

/** What a value of one's own can stand for: a fact kind, or something documents rarely say. */
export type OwnName = LegacyKind | 'fee-notice-days';

/** What every calculation rests on. Sources are asked in order; the first that states a fact is believed. */
export interface TermBasis {
  readonly sources: readonly FactSource[];
  readonly calendar: Calendar;
  readonly own?: Partial<Readonly<Record<OwnName, OwnValue>>>;
}

/** One fact as found: the value, and the step that cites its clause. */
export interface FoundFact {
  readonly value: LegacyValue;
  readonly fact: Fact;
  readonly step: TermStep;
}

/** The number as written, of the clause itself or of the nearest clause above it that has one. */
function numberAbove(source: FactSource, clauseId: string): string | undefined {
  const seen = new Set<string>();
  let id: string | undefined = clauseId;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const clause = source.clauses.find((each) => each.id === id);
    if (clause?.number !== undefined) return clause.number;
    id = clause?.parent;
  }
  return undefined;
}

/** The clause of a fact as a step cites it: id, number as written (its own or the one above), the words it was read from. */
export function citation(source: FactSource, clauseId: string, quote: string): NonNullable<TermStep['clause']> {
  const number = numberAbove(source, clauseId);
  return { id: clauseId, ...(number === undefined ? {} : { number }), quote };
}

/** What the agreement says about a kind, as a clause of a sentence. */
function saying(kind: LegacyKind, value: LegacyValue): Sentence {
  if (typeof value !== 'object') return FACT_WORDS[kind].says(value);
  if ('credit' in value) {
    const { below, from, credit } = value;
    return from === undefined
      ? sentence('term.basis.saying.credit', { below, credit })
      : sentence('term.basis.saying.credit-between', { below, from, credit });
  }
  const { plan, months, day } = value;
  return plan === 'prepaid'
    ? sentence('term.basis.saying.invoice-prepaid', { months, day })
    : sentence('term.basis.saying.invoice-postpaid', { months, day });
}

/** Every fact of the kind in the first source that states it, each with its step; empty when all are silent. */
export function factsOf(basis: Pick<TermBasis, 'sources'>, kind: LegacyKind): readonly FoundFact[] {
  for (const source of basis.sources) {
    const found = source.facts.flatMap((fact) => {
      const former = asLegacy(fact);
      return former?.kind === kind ? [{ fact, value: former.value }] : [];
    });
    if (found.length === 0) continue;
    return found.map(({ fact, value }) => {
      const words = saying(kind, value);
      return {
        value,
        fact,
        step: {
          text: sentence('term.basis.agreement-says', { words }),
          clause: citation(source, fact.clause, fact.quote),
        },
      };
    });
  }
  return [];
}

export function missingFact(kind: LegacyKind): Missing {
  const { label } = FACT_WORDS[kind];
  return {
    what: 'fact',
    name: kind,
    text: sentence('term.basis.missing-fact', { label }),
  };
}

/** The text states it, but in a unit or from an anchor that nothing here counts by. */
function notUnderstood(basis: Pick<TermBasis, 'sources'>, kind: LegacyKind): Missing | undefined {
  const stated = basis.sources.flatMap(({ facts }) => facts).find((fact) => formerShape(fact)?.kind === kind);
  if (!stated) return undefined;
  const { quote } = stated;
  return {
    what: 'fact',
    name: kind,
    text: sentence('term.basis.not-understood', { label: factLabel(stated.kind), quote }),
  };
}

/** The step that marks a value as the person's own. */
export function ownStep(words: Sentence): TermStep {
  return {
    text: sentence('term.basis.own-step', { words }),
    by: 'person',
    own: true,
  };
}

function ownNumber(basis: TermBasis, kind: LegacyKind): Answer<number> | undefined {
  const own = basis.own?.[kind];
  return own && known(own.value, [ownStep(FACT_WORDS[kind].says(own.value))]);
}

/**
 * The one number the document states for a kind. Silent: the person's own value, else unknown.
 * Different numbers in one document are a conflict that only the person settles; nothing is picked for them.
 */
export function numberOf(basis: TermBasis, kind: LegacyKind): Answer<number> {
  const numbers = factsOf(basis, kind).filter((fact) => typeof fact.value === 'number' && Number.isFinite(fact.value));
  const first = numbers[0];
  if (!first) return ownNumber(basis, kind) ?? unknown([notUnderstood(basis, kind) ?? missingFact(kind)], []);
  const different = [...new Set(numbers.map((fact) => Number(fact.value)))];
  if (different.length === 1) return known(Number(first.value), [first.step]);
  const own = ownNumber(basis, kind);
  const steps = numbers.map((fact) => fact.step);
  if (own?.known) return known(own.value, [...steps, ...own.steps]);
  const { label } = FACT_WORDS[kind];
  return unknown(
    [
      {
        what: 'conflict',
        name: kind,
        text: sentence('term.basis.conflict', { label, different }),
      },
    ],
    steps,
  );
}
