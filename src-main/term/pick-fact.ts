import { type Fact, type FactKind, factLabel, type KnownFact, type Quantity } from '../agreement/fact.ts';
import { LEGACY_KINDS } from '../agreement/legacy-fact.ts';
import { formerFact } from '../agreement/present-fact.ts';
import { factWords } from '../agreement/fact-words.ts';
import { asWritten, type Param, sentence } from '../agreement/sentence.ts';
import { type Answer, type Missing, type TermStep, type Understands, known, mapAnswer, unknown } from './answer.ts';
import {
  firstSaid,
  type FoundFact,
  quoted,
  missingFact,
  type OwnName,
  ownStep,
  saying,
  type TermBasis,
} from './basis.ts';
import { unreadWords } from './unread-words.ts';

/** One question that a calculator asks the text: what it understands, what it is called where it is missing. */
export interface Question {
  readonly name: OwnName | FactKind;
  readonly understands: Understands;
  /** Which facts of the kinds are about this question at all: those of one channel, of one plan. */
  readonly about?: (fact: Fact) => boolean;
  /** Whether the value itself, beyond unit and anchor, is one that can be counted with. */
  readonly counts?: (fact: Fact) => boolean;
}

/** A fact that a calculator takes; the anchor is the one it is counted from, said or not. */
export type PickedFact = (Fact | KnownFact) & { readonly picked: readonly TermStep[] };

/** Whether a calculator that understands this can count with the fact. */
export function understandsFact({ units, anchors, unsaid }: Understands, fact: Fact): boolean {
  if (!units.includes(fact.unit) || fact.doubt !== undefined) return false;
  return fact.anchor === undefined
    ? unsaid !== undefined || anchors.length === 0
    : anchors.length === 0 || anchors.includes(fact.anchor);
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The classes that facts are scoped to, as written, each once. */
export function classesOf(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap(({ scope }) => Object.values(scope ?? {})))];
}

/** Whether two names of a class are the same, however they are spaced and in whatever width. */
export const isClass = (one: string, other: string): boolean => plain(one) === plain(other);

/** Whether a fact holds for the class: it says so, or says no class at all. */
function holdsFor(scope: string, fact: Fact): boolean {
  return Object.values(fact.scope ?? {}).some((each) => isClass(each, scope));
}

/** Whether the text itself tells the fact for this class, corrected or not: no person narrowed it. */
function classOfText(fact: Fact | KnownFact): boolean {
  if (!('from' in fact) || fact.from.by === 'text') return true;
  return fact.from.instead?.scope !== undefined;
}

/**
 * The facts that hold for the class that is asked about; those that name it go before those that name none. Where no class is
 * asked about, those that name none; of a text that tells all by its classes, all. What a person said of one class holds for
 * that class alone.
 */
export function inScope<Found extends { readonly fact: Fact | KnownFact }>(
  facts: readonly Found[],
  scope: string | undefined,
): readonly Found[] {
  if (scope === undefined) {
    const wide = facts.filter(({ fact }) => fact.scope === undefined);
    const ofText = facts.filter(({ fact }) => fact.scope === undefined || classOfText(fact));
    if (classesOf(ofText.map(({ fact }) => fact)).length > 1) return ofText;
    return wide.length > 0 || ofText.length < facts.length ? wide : ofText;
  }
  const named = facts.filter(({ fact }) => holdsFor(scope, fact));
  return named.length > 0 ? named : facts.filter(({ fact }) => fact.scope === undefined);
}

/** What is missing where the text speaks of several classes and none was chosen. */
export function classNotChosen(classes: readonly string[]): Missing {
  return { what: 'input', name: 'scope', text: sentence('term.basis.scope-missing', { classes }) };
}

/** The facts about a question, of the agreement itself or of those that are asked where it is silent. */
export function askedFacts(basis: Pick<TermBasis, 'sources'>, { understands, about }: Question): readonly FoundFact[] {
  return firstSaid(basis, (fact) => understands.kinds.includes(fact.kind) && (about?.(fact) ?? true));
}

/** What two facts that agree have in common: the words of a delivery rule are not the rule. */
function said({ value, unit, calendar, anchor, over }: Fact, unsaid: string | undefined): string {
  const figure = typeof value === 'object' && 'words' in value ? { ...value, words: '' } : value;
  return JSON.stringify([figure, unit, calendar ?? '', anchor ?? unsaid ?? '', over === true]);
}

/** What the person gave for the question where the text leaves it open. */
function ownFact(basis: TermBasis, { understands, name, about }: Question): Fact | undefined {
  for (const [own, value] of Object.entries(basis.own ?? {}) as [OwnName, { readonly value: number }][]) {
    if (own === 'fee-notice-days') {
      if (name !== own) continue;
      const { legacy: _former, ...fact } = formerFact('change-notice-days', value.value);
      return { ...fact, kind: 'price-notice' };
    }
    const kind = LEGACY_KINDS[own]?.kind;
    if (!understands.kinds.includes(kind)) continue;
    const fact = formerFact(own, value.value);
    if (understandsFact(understands, fact) && (about?.(fact) ?? true)) return fact;
  }
  return undefined;
}

/** The words that facts were read from, each once, in quotation marks; of what a person said, its value. */
export function quotesOf(facts: readonly { readonly fact: Fact }[]): readonly Param[] {
  const quotes = new Set(facts.map(({ fact }) => fact.quote).filter((quote) => quote !== ''));
  const said = facts.filter(({ fact }) => fact.quote === '').map(({ fact }) => factWords(fact));
  return [...[...quotes].map(quoted), ...said];
}

/** What the text says in a way that the calculator cannot count with: the quote, and what about it. */
export function notUnderstood(
  name: string,
  facts: readonly FoundFact[],
  understands?: Understands,
): Missing | undefined {
  const first = facts[0]?.fact;
  if (!first) return undefined;
  const quotes = quotesOf(facts);
  const lacksStart =
    understands?.unsaid === undefined &&
    understands?.units.includes(first.unit) === true &&
    understands.anchors.length > 0 &&
    first.anchor === undefined;
  if (lacksStart) {
    return { what: 'fact', name, text: sentence('term.basis.start-missing', { label: factLabel(first.kind), quotes }) };
  }
  return {
    what: 'fact',
    name,
    text: sentence('term.basis.not-understood', { label: factLabel(first.kind), quotes }),
  };
}

/** The quotes of what disagrees, each with the title of its agreement where they stand in several. */
export function disagreeing(facts: readonly FoundFact[]): readonly Param[] {
  const sources = new Set(facts.map(({ source }) => source));
  if (sources.size < 2) return quotesOf(facts);
  return [...sources].map((source) =>
    sentence('term.basis.quotes-in', {
      title: asWritten(source.title ?? ''),
      quotes: quotesOf(facts.filter((each) => each.source === source)),
    }),
  );
}

/** The text, or two texts, state it differently: all are quoted and none is picked. */
export function conflict(name: string, facts: readonly FoundFact[]): Missing {
  const first = facts[0]?.fact;
  const label = first ? factLabel(first.kind) : '';
  return { what: 'conflict', name, text: sentence('term.basis.conflict', { label, quotes: disagreeing(facts) }) };
}

/** Whether several agreements state tables that are not the same: no line of the one stands beside the other's. */
export function differentTables(facts: readonly FoundFact[]): boolean {
  const stated = facts.filter(
    ({ fact }) => !('from' in fact && fact.from.by === 'person' && fact.from.beside === true),
  );
  const sources = [...new Set(stated.map(({ source }) => source))];
  const tables = sources.map((source) => {
    const lines = stated.filter((each) => each.source === source);
    return lines
      .map(({ fact: { kind, value, unit, scope } }) => JSON.stringify([kind, value, unit, scope ?? {}]))
      .sort()
      .join();
  });
  return new Set(tables).size > 1;
}

/** Words beside the figure that change it and are not counted with; what a person said is taken as it is. */
function leftOver(name: string, facts: readonly FoundFact[]): Missing | undefined {
  for (const { fact, source } of facts) {
    if ('from' in fact && fact.from.by === 'person') continue;
    const words = unreadWords(fact, source);
    if (words === undefined) continue;
    const given = { label: factLabel(fact.kind), quotes: quotesOf(facts), words: quoted(words) };
    return { what: 'fact', name, text: sentence('term.basis.left-over', given) };
  }
  return undefined;
}

const stepsOf = (facts: readonly FoundFact[]): readonly TermStep[] => facts.flatMap(({ steps }) => steps);

/**
 * The one fact that a question gets as its answer: the only place where a calculator's fact is chosen. Facts of the class asked
 * about; those in a unit, from an anchor or with a value that the calculator does not understand are quoted and answered
 * with unknown; facts that disagree are all quoted, none is picked. Silent: the person's own value, else unknown.
 */
export function pickFact(basis: TermBasis, question: Question): Answer<PickedFact> {
  const { understands, name, counts } = question;
  const all = askedFacts(basis, question);
  const facts = inScope(all, basis.scope);
  const fits = ({ fact }: FoundFact): boolean => understandsFact(understands, fact) && (counts?.(fact) ?? true);
  const anchored = ({ fact }: FoundFact): boolean =>
    fact.anchor === undefined || understands.anchors.length === 0 || understands.anchors.includes(fact.anchor);
  const understood = facts.filter(fits);
  const rivals = facts.filter((each) => !fits(each) && anchored(each));
  const own = ownFact(basis, question);
  const ofOwn = (steps: readonly TermStep[]): Answer<PickedFact> | undefined => {
    if (!own) return undefined;
    const picked = [...steps, ownStep(saying(own))];
    return known({ ...own, picked }, picked);
  };
  const first = understood[0];
  if (!first) {
    if (all.length > 0 && facts.length === 0)
      return unknown([classNotChosen(classesOf(all.map(({ fact }) => fact)))], stepsOf(all));
    return (
      ofOwn(stepsOf(facts)) ??
      unknown([notUnderstood(name, facts, understands) ?? missingFact(name, basis)], stepsOf(facts))
    );
  }
  const different = new Set(understood.map(({ fact }) => said(fact, understands.unsaid)));
  if (different.size === 1 && rivals.length === 0) {
    const left = leftOver(name, understood);
    if (left) return ofOwn(stepsOf(understood)) ?? unknown([left], stepsOf(understood));
    const unused: readonly TermStep[] =
      own === undefined || said(own, understands.unsaid) === said(first.fact, understands.unsaid)
        ? []
        : [{ text: sentence('term.basis.own-not-used', { words: saying(own) }), by: 'person' }];
    const picked = [...first.steps, ...unused];
    return known({ ...first.fact, picked }, picked);
  }
  const differing = [...understood, ...rivals];
  const classes = classesOf(differing.map(({ fact }) => fact));
  const lacking = classes.length > 1 ? classNotChosen(classes) : conflict(name, differing);
  return ofOwn(stepsOf(differing)) ?? unknown([lacking], stepsOf(differing));
}

/**
 * Every fact that can be counted with where the text states several and contradicts itself, for bounds that hold whichever of them does.
 * None where one of them cannot be counted, or where they are of different classes.
 */
export function rivalReadings(basis: TermBasis, question: Question): readonly Fact[] {
  const { understands, counts } = question;
  const facts = inScope(askedFacts(basis, question), basis.scope).map(({ fact }) => fact);
  const countable = facts.every((fact) => understandsFact(understands, fact) && (counts?.(fact) ?? true));
  if (!countable || classesOf(facts).length > 1) return [];
  const different = new Map(facts.map((fact) => [said(fact, understands.unsaid), fact]));
  return different.size > 1 ? [...different.values()] : [];
}

/** The number of a length or percent that a question gets as its answer, with its unit. */
export function pickQuantity(
  basis: TermBasis,
  question: Question,
): Answer<Quantity & Pick<Fact, 'anchor' | 'quote' | 'over' | 'hour'>> {
  const isNumber = (fact: Fact): boolean =>
    typeof fact.value === 'number' && Number.isFinite(fact.value) && (question.counts?.(fact) ?? true);
  return mapAnswer(
    pickFact(basis, { ...question, counts: isNumber }),
    ({ value, unit, calendar, anchor, quote, over, hour }) => {
      const from = anchor ?? question.understands.unsaid;
      return {
        value: Number(value),
        unit,
        quote,
        ...(calendar === undefined ? {} : { calendar }),
        ...(from === undefined ? {} : { anchor: from }),
        ...(over === true ? { over } : {}),
        ...(hour === undefined ? {} : { hour }),
      };
    },
  );
}
