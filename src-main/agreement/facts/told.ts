import type { Fact, FactKind, Unit } from '../fact.ts';
import type { Clause } from '../model.ts';
import { type Sentence, wordsAt } from '../meaning/phrases.ts';
import { commaParts } from '../meaning/sentences.ts';
import { noticeWindow } from '../quantity/notice-window.ts';
import type { Measure, Quantity } from '../quantity/quantities.ts';

/** The unit of a length, by what it measures. */
export const LENGTH_UNITS: Partial<Readonly<Record<Measure, Unit>>> = {
  day: 'day',
  workday: 'working-day',
  month: 'month',
  year: 'year',
  hour: 'hour',
};

/** The facts of each clause, for whoever asks of one clause after another: a long text has as many facts as clauses. */
export function byClause<Told extends Pick<Fact, 'clause'>>(
  facts: Iterable<Told>,
): (clause: string) => readonly Told[] {
  const groups = new Map<string, Told[]>();
  for (const fact of facts) {
    const group = groups.get(fact.clause);
    if (group) group.push(fact);
    else groups.set(fact.clause, [fact]);
  }
  return (clause) => groups.get(clause) ?? [];
}

/** A fact before it has its id. */
export type Stated = Omit<Fact, 'id' | 'clause'>;

/** One sentence of a clause, for the readers of its facts. */
export interface Told {
  readonly clause: Clause;
  readonly sentence: Sentence;
  /** The sentence before it in the clause, and the heading it stands under. */
  readonly around: string;
}

/** Where a pattern stands in `Sentence.text`, and its quantity. */
export interface Hit {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
  /** Where the quantity itself stands. */
  readonly at: number;
}

/** The first match whose quantity is clear. */
export function firstOf(
  { sentence }: Told,
  patterns: readonly RegExp[],
  fits: (words: string, quantity: Quantity) => boolean = () => true,
): Hit | undefined {
  for (const pattern of patterns) {
    for (const match of sentence.text.matchAll(pattern)) {
      const at = match.index + match[0].indexOf(match.groups?.['q'] ?? '');
      const quantity = sentence.quantities.get(at);
      if (quantity && fits(match[0], quantity))
        return { quantity, start: match.index, end: match.index + match[0].length, at };
    }
  }
  return undefined;
}

/** The comma parts that a stretch of the sentence touches, as the clause's own words. */
export function quoteOf({ clause, sentence }: Told, { start, end }: Pick<Hit, 'start' | 'end'>): string {
  const parts = commaParts(sentence.text);
  const first = parts.find((part) => part.end > start);
  const last = parts.find((part) => part.end >= end) ?? parts.at(-1);
  return wordsAt(clause.text, sentence, { start: first?.start ?? start, end: Math.max(last?.end ?? 0, end) });
}

/** The whole sentence, as the clause's own words. */
export const wholeQuote = (told: Told): string => quoteOf(told, { start: 0, end: told.sentence.text.length });

/** The length of a hit as a fact; none where the hit is no length. */
export function lengthFact(
  kind: FactKind,
  told: Told,
  hit: Hit | undefined,
  more: Partial<Stated> = {},
): readonly Stated[] {
  const unit = hit && LENGTH_UNITS[hit.quantity.measure];
  if (!hit || !unit) return [];
  return [{ kind, value: hit.quantity.value, unit, quote: quoteOf(told, hit), ...more }];
}

/** Every match whose quantity is clear, one per quantity. */
export function hitsOf({ sentence }: Told, patterns: readonly RegExp[]): readonly Hit[] {
  const found = new Map<Quantity, Hit>();
  for (const pattern of patterns) {
    for (const match of sentence.text.matchAll(pattern)) {
      const at = match.index + match[0].indexOf(match.groups?.['q'] ?? '');
      const quantity = sentence.quantities.get(at);
      if (quantity && !found.has(quantity))
        found.set(quantity, { quantity, start: match.index, end: match.index + match[0].length, at });
    }
  }
  return [...found.values()];
}

/**
 * A notice that is given at least so long and at most so long ahead is one of the nearer end: what the other end limits is how early it
 * may come, and no calculator may ask for that much.
 */
export function withNearerEnd<Told extends Pick<Fact, 'kind' | 'value' | 'unit' | 'quote'>>(fact: Told): Told {
  const window = fact.kind.endsWith('-notice') ? noticeWindow(fact.quote) : undefined;
  return window && fact.value === window.opens.value && fact.unit === window.opens.unit
    ? { ...fact, value: window.closes.value, unit: window.closes.unit }
    : fact;
}
