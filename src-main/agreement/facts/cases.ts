import type { Fact, FactKind } from '../fact.ts';
import { type Sentence, sentenceOf, wordsAt } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';
import {
  CASE_BEHIND,
  CASE_WORDS,
  CLASS_OF_LEVEL,
  GIVER,
  NO_CLASS,
  NOT_OF_CASE,
  SIDE_AND_SIDE,
} from '../rules/lengths.ts';

/** A clause may give notice of several cases, each with its own time. */
const isNotice = (kind: FactKind): boolean => kind.endsWith('-notice');

const LENGTH = /[\uE001-\uE005]/u;

/** Where the length of a fact stands: its sentence, with the words before it and behind it up to the next length of either side. */
interface Place {
  readonly clause: string;
  readonly sentence: Sentence;
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

function placeOf(clause: string, { quote, value }: Fact): Place | undefined {
  const stretch = sentences(clause).find(({ start, end }) => clause.slice(start, end).includes(quote));
  if (!stretch) return undefined;
  const sentence = sentenceOf(clause, stretch);
  const { text, quantities } = sentence;
  const begins = clause.indexOf(quote, stretch.start);
  const at = [...quantities].find(
    ([index, each]) => (sentence.origin[index] ?? 0) >= begins && each.value === value,
  )?.[0];
  if (at === undefined) return undefined;
  const before = [...quantities.keys()].filter((index) => index < at && LENGTH.test(text[index] ?? '')).at(-1);
  const behind = [...quantities.keys()].find((index) => index > at && LENGTH.test(text[index] ?? ''));
  return { clause, sentence, from: before === undefined ? 0 : before + 1, at, to: behind ?? text.length };
}

/** The words of a case as the clause has them. */
function named({ clause, sentence }: Place, start: number, words: string): string | undefined {
  const found = wordsAt(clause, sentence, { start, end: start + words.length })
    .trim()
    .replace(NOT_OF_CASE, '');
  // A case that holds a figure is a condition.
  return found === '' || /[\uE001-\uE00E]/u.test(words) ? undefined : found;
}

function caseOf(place: Place): string | undefined {
  const { text } = place.sentence;
  for (const [patterns, from, to] of [
    [CASE_BEHIND, place.at + 1, place.to],
    [CASE_WORDS, place.from, place.at + 1],
  ] as const) {
    for (const pattern of patterns) {
      const match = pattern.exec(text.slice(from, to));
      const words = match?.groups?.['case'];
      if (!match || words === undefined) continue;
      const found = named(place, from + match.index + match[0].indexOf(words), words);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function caseNamed(clause: string, fact: Fact): string | undefined {
  const place = placeOf(clause, fact);
  return place && caseOf(place);
}

/** Who gives the notice: the first who is named before its length. */
function giverOf({ sentence, from, at }: Place): Fact['party'] {
  const words = sentence.text.slice(from, at);
  if (SIDE_AND_SIDE.test(words)) return 'both';
  const [first] = words.matchAll(GIVER);
  const { both, customer } = first?.groups ?? {};
  return first === undefined
    ? undefined
    : both !== undefined
      ? 'both'
      : customer !== undefined
        ? 'customer'
        : 'provider';
}

/** Notices of an end, each with who gives it, where its words say so. */
export function withGivers(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.map((fact) => {
    if (fact.kind !== 'termination-notice' || fact.party !== undefined) return fact;
    const place = placeOf(textOf(fact.clause), fact);
    const party = place && giverOf(place);
    return party === undefined ? fact : { ...fact, party };
  });
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
    const cases = group.map((fact) => (level ? levelOf(fact) : caseNamed(textOf(fact.clause), fact)));
    if (cases.includes(undefined) || new Set(cases).size < cases.length) continue;
    for (const [index, fact] of group.entries()) scopes.set(fact, cases[index] ?? '');
  }
  return facts.map((fact) => {
    const named = scopes.get(fact);
    return named === undefined ? fact : { ...fact, scope: { class: named } };
  });
}
