import { LEGACY_KINDS } from '../../../src-main/agreement/legacy-fact.ts';
import { factsFromLegacy, formerFact } from '../../../src-main/agreement/present-fact.ts';
import type { LegacyFact, LegacyKind, LegacyValue } from '../../../src-main/agreement/legacy-fact.ts';
import type { Answer } from '../../../src-main/term/answer.ts';
import type { FactSource, OwnName, OwnValue, TermBasis } from '../../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../../src-main/term/calendar/holiday-tables.ts';

/** A fact in a clause of its own, numbered after its kind. */
export function fact(kind: LegacyKind, value: LegacyValue, quote = `words of ${kind}`): LegacyFact {
  return { kind, value, unit: LEGACY_KINDS[kind].unit, clause: `c-${kind}`, quote };
}

/** A document that states these facts, each in a clause whose number is `§kind`. */
export function documentOf(...facts: readonly LegacyFact[]): FactSource {
  // The former tiers were shares of the month's fee.
  const present = factsFromLegacy(facts, () => '月费');
  return {
    // Whatever the made-up words say, these are the former units and anchors.
    facts: present.map((one, index) => {
      const kind = facts[index]?.kind;
      const anchor = kind && formerFact(kind, 0).anchor;
      const value =
        kind === 'damages-multiple' && typeof one.value === 'object'
          ? { ...one.value, of: 'fees-paid' as const }
          : one.value;
      return { ...one, value, legacy: kind ?? '', ...(anchor && { anchor }) };
    }),
    clauses: facts.map((one) => ({ id: one.clause, number: `§${one.kind}`, text: one.quote })),
  };
}

/** A document with clauses of these words and no facts. */
export function wordsOf(...texts: readonly string[]): FactSource {
  return {
    facts: [],
    clauses: texts.map((text, index) => ({ id: `w${index}`, number: `${index + 1}`, text })),
  };
}

export function basisOf(source: FactSource, own?: Partial<Record<OwnName, number>>): TermBasis {
  const values = Object.entries(own ?? {}).map(([name, value]): [string, OwnValue] => [name, { value, by: 'person' }]);
  return { sources: [source], calendar: SHIPPED_CALENDAR, ...(own ? { own: Object.fromEntries(values) } : {}) };
}

/** The value, or the names of what is missing: a test that expects a value fails with the reason. */
export function valueOf<T>(answer: Answer<T>): T | string {
  return answer.known
    ? answer.value
    : `unknown: ${answer.missing.map((item) => `${item.what} ${item.name}`).join(', ')}`;
}

/** What an unknown answer lacks. */
export function missingOf(answer: Answer<unknown>): readonly string[] {
  return answer.known ? [] : answer.missing.map((item) => `${item.what} ${item.name}`);
}
