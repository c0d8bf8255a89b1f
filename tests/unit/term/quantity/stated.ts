import type { Fact, FactKind, FactValue } from '../../../../src-main/agreement/fact.ts';
import type { Answer } from '../../../../src-main/term/answer.ts';
import type { FactSource, TermBasis } from '../../../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';

/** A fact as the reading should give it; every one in a clause of its own. */
export function stated(kind: FactKind, value: FactValue, more: Partial<Fact> = {}): Fact {
  const quote = more.quote ?? `“${kind}” ${JSON.stringify(value)}`;
  return { id: `${kind}/${quote}`, kind, value, unit: 'day', clause: `c ${quote}`, ...more, quote };
}

/** A document with these facts and clauses of these words. */
export function text(facts: readonly Fact[], ...words: readonly string[]): FactSource {
  return {
    facts,
    clauses: [
      ...facts.map(({ clause, quote }) => ({ id: clause, number: clause, text: quote })),
      ...words.map((each, index) => ({ id: `w${index}`, number: `${index + 1}`, text: each })),
    ],
  };
}

export const basis = (facts: readonly Fact[], more: Partial<TermBasis> = {}): TermBasis => ({
  sources: [text(facts)],
  calendar: SHIPPED_CALENDAR,
  ...more,
});

/** Why an answer is unknown, in words; nothing where it is known. */
export const whyNot = (answer: Answer<unknown>, language: 'zh' | 'en' = 'zh'): string =>
  answer.known ? '' : answer.missing.map(({ text: words }) => say(words, language)).join(' ');

/** The working in words. */
export const working = (answer: Answer<unknown>, language: 'zh' | 'en' = 'zh'): string =>
  answer.steps.map(({ text: words }) => say(words, language)).join(' ');
