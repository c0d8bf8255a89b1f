import type { Fact, FactKind } from '../fact.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';
import { CASE_WORDS, CLASS_OF_LEVEL, NO_CLASS } from '../rules/lengths.ts';

/** A clause may give notice of several cases, each with its own time. */
const isNotice = (kind: FactKind): boolean => kind.endsWith('-notice');

/** The sentence, or its part between semicolons, that a quote stands in. */
function sentenceAt(text: string, quote: string): string {
  const stretch = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote));
  return stretch ? text.slice(stretch.start, stretch.end) : quote;
}

function caseOf(words: string): string | undefined {
  const { text } = sentenceOf(words, { start: 0, end: words.length });
  for (const pattern of CASE_WORDS) {
    const found = pattern.exec(text)?.groups?.['case']?.trim();
    // A case that holds a figure is a condition.
    if (found !== undefined && !/[\uE001-\uE00E]/u.test(found) && words.includes(found)) return found;
  }
  return undefined;
}

/** The class that stands before the figure of an availability. */
function levelOf({ quote, value }: Fact): string | undefined {
  if (typeof value !== 'object' || !('promise' in value)) return undefined;
  const part = quote.split(/[，,；;。]/u).find((each) => each.includes(String(value.promise))) ?? '';
  const found = CLASS_OF_LEVEL.exec(part)?.groups?.['case'];
  return found === undefined || NO_CLASS.test(found) ? undefined : found;
}

/**
 * Facts that a clause states for several cases, or several classes, each with its own as its scope: they do not contradict each
 * other. Only where every one of them names another case.
 */
export function byCases(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.clause} ${fact.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const scopes = new Map<Fact, string>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first || group.length < 2 || group.some(({ scope }) => scope !== undefined)) continue;
    const level = first.kind === 'availability';
    if (!level && !isNotice(first.kind)) continue;
    const named = group.map((fact) => (level ? levelOf(fact) : caseOf(sentenceAt(textOf(fact.clause), fact.quote))));
    if (named.includes(undefined) || new Set(named).size < named.length) continue;
    for (const [index, fact] of group.entries()) scopes.set(fact, named[index] ?? '');
  }
  return facts.map((fact) => {
    const named = scopes.get(fact);
    return named === undefined ? fact : { ...fact, scope: { class: named } };
  });
}
