import type { Bilingual } from '../agreement/bilingual.ts';
import type { Clause, Fact, FactKind, FactValue } from '../agreement/model.ts';
import { type Answer, type Missing, type TermStep, known, unknown } from './answer.ts';
import type { Calendar } from './calendar.ts';
import { FACT_LABELS } from './fact-labels.ts';

/** A document as far as terms need it: its facts, and its clauses to cite. Any read document fits. */
export interface FactSource {
  readonly title?: string;
  readonly facts: readonly Fact[];
  readonly clauses: readonly Pick<Clause, 'id' | 'number' | 'text' | 'tags'>[];
}

/** A value the person entered because the document is silent (or speaks twice); marked as theirs in every step. */
export interface OwnValue<T = number> {
  readonly value: T;
  readonly by: 'person';
}

/** What a value of one's own can stand for: a fact kind, or something documents rarely say. */
export type OwnName = FactKind | 'fee-notice-days';

/** What every calculation rests on. Sources are asked in order; the first that states a fact is believed. */
export interface TermBasis {
  readonly sources: readonly FactSource[];
  readonly calendar: Calendar;
  readonly own?: Partial<Readonly<Record<OwnName, OwnValue>>>;
}

/** One fact as found: the value, and the step that cites its clause. */
export interface FoundFact {
  readonly value: FactValue;
  readonly step: TermStep;
}

/** The clause of a fact as a step cites it: id, number as written, the words it was read from. */
export function citation(source: FactSource, clauseId: string, quote: string): NonNullable<TermStep['clause']> {
  const number = source.clauses.find((clause) => clause.id === clauseId)?.number;
  return { id: clauseId, ...(number === undefined ? {} : { number }), quote };
}

function valueWords(kind: FactKind, value: FactValue): Bilingual {
  const { unit } = FACT_LABELS[kind];
  if (typeof value !== 'object') return { zh: `${value}${unit.zh}`, en: `${value}${unit.en}` };
  if ('credit' in value) {
    const from: Bilingual =
      value.from === undefined
        ? { zh: '', en: '' }
        : { zh: `但不低于 ${value.from}%`, en: ` but at least ${value.from}%` };
    return {
      zh: `低于 ${value.below}%${from.zh}：月度服务费用的 ${value.credit}%`,
      en: `below ${value.below}%${from.en}: ${value.credit}% of the month's fee`,
    };
  }
  const plan: Bilingual = value.plan === 'prepaid' ? { zh: '先付费', en: 'prepaid' } : { zh: '后付费', en: 'postpaid' };
  return {
    zh: `${plan.zh}：费用发生后第 ${value.months} 个月的 ${value.day} 日起`,
    en: `${plan.en}: from day ${value.day} of month ${value.months} after the charge`,
  };
}

/** Every fact of the kind in the first source that states it, each with its step; empty when all are silent. */
export function factsOf(basis: Pick<TermBasis, 'sources'>, kind: FactKind): readonly FoundFact[] {
  for (const source of basis.sources) {
    const found = source.facts.filter((fact) => fact.kind === kind);
    if (found.length === 0) continue;
    const label = FACT_LABELS[kind].label;
    return found.map((fact) => {
      const words = valueWords(kind, fact.value);
      return {
        value: fact.value,
        step: {
          text: { zh: `协议约定：${label.zh}，${words.zh}。`, en: `The agreement says: ${label.en}, ${words.en}.` },
          clause: citation(source, fact.clause, fact.quote),
        },
      };
    });
  }
  return [];
}

export function missingFact(kind: FactKind): Missing {
  const { label } = FACT_LABELS[kind];
  return {
    what: 'fact',
    name: kind,
    text: { zh: `文件没有写明“${label.zh}”。`, en: `The document does not state: ${label.en}.` },
  };
}

/** The step that marks a value as the person's own. */
export function ownStep(label: Bilingual, words: Bilingual): TermStep {
  return {
    text: {
      zh: `您填写：${label.zh}，${words.zh}（文件未写明，以您填写的为准）。`,
      en: `Entered by you: ${label.en}, ${words.en} (the document does not settle it).`,
    },
    by: 'person',
  };
}

function ownNumber(basis: TermBasis, kind: FactKind): Answer<number> | undefined {
  const own = basis.own?.[kind];
  if (!own) return undefined;
  const { label, unit } = FACT_LABELS[kind];
  return known(own.value, [ownStep(label, { zh: `${own.value}${unit.zh}`, en: `${own.value}${unit.en}` })]);
}

/**
 * The one number the document states for a kind. Silent: the person's own value, else unknown.
 * Different numbers in one document are a conflict that only the person settles; nothing is picked for them.
 */
export function numberOf(basis: TermBasis, kind: FactKind): Answer<number> {
  const numbers = factsOf(basis, kind).filter((fact) => typeof fact.value === 'number' && Number.isFinite(fact.value));
  const first = numbers[0];
  if (!first) return ownNumber(basis, kind) ?? unknown([missingFact(kind)], []);
  const different = [...new Set(numbers.map((fact) => Number(fact.value)))];
  if (different.length === 1) return known(Number(first.value), [first.step]);
  const own = ownNumber(basis, kind);
  const steps = numbers.map((fact) => fact.step);
  if (own?.known) return known(own.value, [...steps, ...own.steps]);
  const { label } = FACT_LABELS[kind];
  return unknown(
    [
      {
        what: 'conflict',
        name: kind,
        text: {
          zh: `文件对“${label.zh}”有不同的数值（${different.join('、')}），须由您确认适用哪一个。`,
          en: `The document gives different values for ${label.en} (${different.join(', ')}); you have to say which applies.`,
        },
      },
    ],
    steps,
  );
}
