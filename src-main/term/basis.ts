import { inOneLine, type Sentence, sentence } from '../agreement/sentence.ts';
import { type Fact, type FactKind, factLabel, type KnownFact } from '../agreement/fact.ts';
import { factWords, figuresAlike } from '../agreement/fact-words.ts';
import { formerShape, LEGACY_KINDS, type LegacyKind } from '../agreement/legacy-fact.ts';
import type { Clause } from '../agreement/model.ts';
import { namesIn } from '../agreement/structure/number-above.ts';
import type { Missing, TermStep } from './answer.ts';
import type { Calendar } from './calendar/calendar.ts';
import { civilDateAt, dateWords } from './calendar/civil-date.ts';
import type { Zone } from './calendar/zone.ts';
import { FACT_WORDS } from './fact-words.ts';
import type { StatuteTable } from './statutes/statute-table.ts';
import { clausesAbout, READ_INSTEAD } from './unrecognised.ts';

/** A document as far as terms need it: its facts, and its clauses to cite. Any read document fits. */
export interface FactSource {
  readonly title?: string;
  readonly provider?: string;
  readonly facts: readonly (Fact | KnownFact)[];
  readonly clauses: readonly (Pick<Clause, 'id' | 'number' | 'parent' | 'text'> & Partial<Pick<Clause, 'tags'>>)[];
}

/** A value the person entered because the document is silent (or speaks twice); marked as theirs in every step. */
export interface OwnValue<T = number> {
  readonly value: T;
  readonly by: 'person';
}

/** What a value of one's own can stand for: a fact kind, or something documents rarely say. */
export type OwnName = LegacyKind | 'fee-notice-days';

/**
 * What every calculation rests on. The first source is the agreement itself and is believed; where it is silent the others are asked
 * together, and what they state differently is picked by nobody. `own` fills what the
 * text leaves open; what a person said in the place of the text is already laid over the sources' facts.
 */
export interface TermBasis {
  readonly sources: readonly FactSource[];
  readonly calendar: Calendar;
  readonly own?: Partial<Readonly<Record<OwnName, OwnValue>>>;
  /** The class that is asked about, as the text writes it (`低频存储`). */
  readonly scope?: string;
  /** The zone in which a person says that its days are counted; see `day-clock.ts`. */
  readonly zone?: Zone;
  /** The law beside the contract's figures, where a person gave a table of their own; else the shipped one. */
  readonly statutes?: StatuteTable;
}

/** One fact as found, and the steps that say where it is from: its clause, or the person and the clause in whose place it stands. */
export interface FoundFact {
  readonly fact: Fact | KnownFact;
  readonly source: FactSource;
  readonly step: TermStep;
  readonly steps: readonly TermStep[];
}

/** The clause of a fact as a step cites it: id, number as written (its own or the one above), the words it was read from. */
export function citation(source: FactSource, clauseId: string, quote: string): NonNullable<TermStep['clause']> {
  return { id: clauseId, ...namesIn(source.clauses)(clauseId), quote };
}

/** What a fact says, as a clause of a sentence; in the former words where its unit and anchor are the former ones. */
export function saying(fact: Fact): Sentence {
  const former = fact.legacy === undefined || fact.over === true ? undefined : formerShape(fact);
  if (former === undefined)
    return sentence('term.basis.saying.fact', { label: factLabel(fact.kind), words: factWords(fact) });
  const { kind, value } = former;
  if (typeof fact.value === 'object' && 'promise' in fact.value && fact.value.target === true)
    return sentence('term.basis.saying.target', { value: fact.value.promise });
  if (typeof value === 'string') return FACT_WORDS[kind].says(figuresAlike(value));
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

/** Words of the agreement in quotation marks; the cells of a table as one line. */
export function quoted(quote: string): string {
  return `“${inOneLine(quote)}”`;
}

/** The step that marks a value as the person's own. */
export function ownStep(words: Sentence): TermStep {
  return {
    text: sentence('term.basis.own-step', { words }),
    by: 'person',
    own: true,
  };
}

function stated(source: FactSource, fact: Fact): TermStep {
  return {
    text: sentence('term.basis.agreement-says', { words: saying(fact) }),
    clause: citation(source, fact.clause, fact.quote),
  };
}

/** The fact with the steps that cite it. */
export function found(source: FactSource, fact: Fact | KnownFact): FoundFact {
  if (!('from' in fact) || fact.from.by === 'text') {
    const step = stated(source, fact);
    return { fact, source, step, steps: [step] };
  }
  const { instead, others = [], who, at, reason } = fact.from;
  const replaced = instead ? [instead, ...others] : [];
  const words = saying(fact);
  const said = { words, who, day: dateWords(civilDateAt(at)), reason };
  const step: TermStep = {
    text: instead
      ? sentence('term.basis.said-instead', { ...said, quotes: replaced.map(({ quote }) => quoted(quote)) })
      : sentence('term.basis.said', said),
    by: 'person',
    own: true,
    ...(instead ? { clause: citation(source, instead.clause, instead.quote) } : {}),
  };
  return { fact, source, step, steps: [...replaced.map((each) => stated(source, each)), step] };
}

/** Whether a person added it to a table, wherever that table stands: its source has not said the rest. */
const isAdded = (fact: Fact | KnownFact): boolean =>
  'from' in fact && fact.from.by === 'person' && fact.from.beside === true;

const saysIt = ({ facts }: FactSource, asked: (fact: Fact | KnownFact) => boolean): boolean =>
  facts.some((fact) => asked(fact) && !isAdded(fact));

/**
 * The sources that answer: the agreement itself where it does, else all that it is asked with, none before another. What was added
 * beside to the agreement replaces nothing and is heard with them.
 */
function heard(sources: readonly FactSource[], asked: (fact: Fact | KnownFact) => boolean): readonly FactSource[] {
  const [own] = sources;
  return own && saysIt(own, asked) ? [own] : sources;
}

/** The facts that are asked for, of the agreement itself, or of all that are asked where it is silent. Empty when all are. */
export function firstSaid(
  { sources }: Pick<TermBasis, 'sources'>,
  asked: (fact: Fact | KnownFact) => boolean,
): readonly FoundFact[] {
  return heard(sources, asked).flatMap((source) => source.facts.filter(asked).map((fact) => found(source, fact)));
}

/** The sources that state facts of the kind; of none that does, the first where a person added some. */
export function sourcesStating(sources: readonly FactSource[], kind: FactKind): readonly FactSource[] {
  const states = (fact: Fact): boolean => fact.kind === kind;
  const stating = heard(sources, states).filter((source) => saysIt(source, states));
  return stating.length > 0 ? stating : sources.filter(({ facts }) => facts.some(states)).slice(0, 1);
}

/** Every fact of the kinds that `firstSaid` finds; empty when all are silent. */
export function factsOf(basis: Pick<TermBasis, 'sources'>, ...kinds: readonly FactKind[]): readonly FoundFact[] {
  return firstSaid(basis, ({ kind }) => kinds.includes(kind));
}

/** How much of a clause is quoted where it was not read. */
const QUOTED = 60;
/** How many clauses are named. */
const NAMED = 2;

/**
 * Nothing of the kind is known of the text: it states nothing, or a clause is about it and no value was recognised there, which is
 * told with the clause.
 */
export function missingFact(
  name: OwnName | FactKind,
  { sources }: Pick<TermBasis, 'sources'> = { sources: [] },
  kind: FactKind | undefined = kindOf(name),
): Missing {
  const label =
    name === 'fee-notice-days'
      ? factLabel('price-notice')
      : name in FACT_WORDS
        ? FACT_WORDS[name as LegacyKind].label
        : factLabel(name as FactKind);
  const places = unrecognised(sources, kind);
  return {
    what: 'fact',
    name,
    text:
      places.length > 0
        ? sentence('term.basis.not-recognised', { label, places })
        : sentence('term.basis.missing-fact', { label }),
  };
}

/** The clauses that are about a kind, as they are named where no value was recognised in them; empty where none is. */
export function unrecognised(sources: readonly FactSource[], kind: FactKind | undefined): readonly Sentence[] {
  if (kind === undefined) return [];
  for (const source of sources) {
    const instead = READ_INSTEAD[kind] ?? [];
    const read = new Set(source.facts.filter((fact) => instead.includes(fact.kind)).map(({ clause }) => clause));
    const about = clausesAbout(source, kind).filter(({ id }) => !read.has(id));
    if (about.length > 0) return placesOf(source, about);
  }
  return [];
}

/** Clauses as they are named where no value was recognised in them. */
export const placesOf = (source: FactSource, clauses: readonly FactSource['clauses'][number][]): readonly Sentence[] =>
  clauses.slice(0, NAMED).map((clause) => placeOf(source, clause));

function placeOf(source: FactSource, { id, text }: FactSource['clauses'][number]): Sentence {
  const line = text.replace(/\s+/gu, ' ').trim();
  const quote = line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
  const { number } = namesIn(source.clauses)(id);
  return number === undefined
    ? sentence('term.basis.not-recognised-here', { quote })
    : sentence('term.basis.not-recognised-place', { number, quote });
}

const kindOf = (name: OwnName | FactKind): FactKind | undefined =>
  name === 'fee-notice-days'
    ? 'price-notice'
    : name in LEGACY_KINDS
      ? LEGACY_KINDS[name as LegacyKind].kind
      : (name as FactKind);
