import type { LegacyFact, LegacyKind } from '../legacy-fact.ts';
import type { Fact, FactValue } from '../fact.ts';
import { readingsOf } from '../frames/alternatives.ts';
import { plain } from '../meaning/sentences.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { contradictions } from '../quantity/written-numbers.ts';
import { LENGTH_UNITS } from './told.ts';

/** Days of a week: a length of weeks is kept in days. */
const FACTORS = [1, 7];

/** The same value with the other of the two numbers in its place; undefined where it rests on neither. */
function otherValue(value: FactValue, [first, second]: readonly [number, number]): FactValue | undefined {
  const other = (each: number): number | undefined => (each === first ? second : each === second ? first : undefined);
  if (typeof value === 'number') {
    const factor = FACTORS.find((each) => other(value / each) !== undefined);
    return factor === undefined ? undefined : (other(value / factor) ?? 0) * factor;
  }
  if (typeof value === 'string') return undefined;
  const changed = <Part>(figure: number, build: (amount: number) => Part): Part | undefined => {
    const amount = other(figure);
    return amount === undefined ? undefined : build(amount);
  };
  if ('amount' in value) return changed(value.amount, (amount) => ({ ...value, amount }));
  if ('per' in value) return changed(value.rate.amount, (amount) => ({ ...value, rate: { ...value.rate, amount } }));
  if ('promise' in value) return changed(value.promise, (promise) => ({ ...value, promise }));
  if ('delay' in value)
    return changed(value.delay.value, (amount) => ({ ...value, delay: { ...value.delay, value: amount } }));
  return undefined;
}

/** Whether the number of a fact stands in its quote by itself, outside the words that contradict each other. */
function restsElsewhere({ quote, value, unit }: Fact, pair: string): boolean {
  if (typeof value !== 'number') return false;
  const words = plain(quote);
  const at = words.indexOf(pair);
  const { quantities } = sentenceOf(words, { start: 0, end: words.length });
  const other = [...quantities.values()].some(
    (each) =>
      (each.end <= at || each.start >= at + pair.length) &&
      LENGTH_UNITS[each.measure] === unit &&
      FACTORS.some((factor) => each.value * factor === value || each.value === value),
  );
  // Of each year, by words that hold no number.
  return other || (value === 1 && /逐年|每年|按年|year to year|annually|yearly/iu.test(words));
}

/** Whether another fact of the clause states the same length already. */
const isStated = (
  facts: readonly Fact[],
  { clause, kind }: Fact,
  { value, unit }: Pick<Fact, 'value' | 'unit'>,
): boolean =>
  facts.some((each) => each.clause === clause && each.kind === kind && each.value === value && each.unit === unit);

/** A fact in the unit that the words at its length say; no former calculator knows it in another one. */
function inUnit(fact: Fact, { value, unit }: Pick<Fact, 'value' | 'unit'>): Fact {
  if (unit === fact.unit) return fact;
  const { legacy: _former, ...rest } = fact;
  return { ...rest, value, unit };
}

/** A fact with its other readings, each with an id of its own. */
function withReadings(
  fact: Fact,
  others: readonly Pick<Fact, 'value' | 'unit'>[],
  next: () => string,
): readonly Fact[] {
  const ids = others.map(() => next());
  if (ids.length === 0) return [fact];
  return [
    { ...fact, conflictsWith: ids },
    ...others.map((other, at): Fact => ({
      ...inUnit(fact, other),
      value: other.value,
      id: ids[at] ?? fact.id,
      conflictsWith: [fact.id],
    })),
  ];
}

/**
 * Where the words of a fact write a number twice and say two things with it (`thirty (60) days`), both are told and contradict each
 * other: which of them holds is for the parties, or a court, to say. So are lengths that
 * stand beside each other as one (`30日或60日`). Where the other value cannot be told apart, the fact is in doubt.
 */
export function withBothReadings(facts: readonly Fact[]): readonly Fact[] {
  const counted = new Map<string, number>();
  for (const { clause, kind } of facts) counted.set(`${clause}/${kind}`, (counted.get(`${clause}/${kind}`) ?? 0) + 1);
  return facts.flatMap((fact): readonly Fact[] => {
    const next = (): string => {
      const key = `${fact.clause}/${fact.kind}`;
      const nth = (counted.get(key) ?? 0) + 1;
      counted.set(key, nth);
      return `${key}/${nth}`;
    };
    const [pair] = contradictions(plain(fact.quote));
    if (!pair || typeof fact.value === 'string') {
      const [first, ...more] = readingsOf(fact);
      const read = first ? inUnit(fact, first) : fact;
      return withReadings(
        read,
        more.filter((other) => !isStated(facts, fact, other)),
        next,
      );
    }
    const value = otherValue(fact.value, pair.values);
    if (value === undefined)
      return [restsElsewhere(fact, pair.words) ? fact : { ...fact, doubt: fact.doubt ?? pair.words }];
    return withReadings(fact, [{ value, unit: fact.unit }], next);
  });
}

const HAN = /\p{Script=Han}/u;

/** A bilingual clause states a value once, in two languages. */
export function saidInOtherLanguage(here: readonly LegacyFact[], kind: LegacyKind, value: string): boolean {
  return here.some(
    (fact) => fact.kind === kind && typeof fact.value === 'string' && HAN.test(fact.value) !== HAN.test(value),
  );
}
