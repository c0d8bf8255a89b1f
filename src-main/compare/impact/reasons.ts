import { inOneLine, inSentence, type Param, quotedWords, type Sentence, sentence } from '../../agreement/sentence.ts';
import { FACT_KINDS, type FactKind, factLabel, type FactShape } from '../../agreement/fact.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { factWords } from '../../agreement/fact-words.ts';
import type { Fact } from '../../agreement/model.ts';
import { type TagKind, tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import type { ChangeKind, Reason, ReasonKind } from '../comparison.ts';
import type { EmphasisChange } from '../redline/emphasis.ts';
import { differing } from './differing.ts';
import { wholeWordsWithin } from '../words/word-edges.ts';
import type { FigureKind } from './figures.ts';

/** Which part of the impact list a changed fact belongs to, by the form of its value. */
const SHAPE_REASONS: Readonly<Record<FactShape, ReasonKind>> = {
  length: 'period',
  delivery: 'period',
  hours: 'period',
  percent: 'percentage',
  availability: 'percentage',
  'late-fee': 'percentage',
  share: 'amount',
  money: 'amount',
  fee: 'amount',
  cap: 'cap',
  tier: 'tier',
  'invoice-day': 'date',
  date: 'date',
  court: 'court',
  text: 'court',
};

function factReasonKind(kind: FactKind): ReasonKind {
  return kind === 'hotline' ? 'number' : SHAPE_REASONS[FACT_KINDS[kind].shape];
}

const FIGURE_NAMES: Readonly<Record<FigureKind, Sentence>> = {
  amount: sentence('compare.reasons.figure.amount'),
  percentage: sentence('compare.reasons.figure.percentage'),
  period: sentence('compare.reasons.figure.period'),
  date: sentence('compare.reasons.figure.date'),
  number: sentence('compare.reasons.figure.number'),
};

/** A reason is a line of a list: longer quotes are cut, in the middle of nothing that counts. */
const LONGEST_QUOTE = 40;

/**
 * Words of the clause as they are quoted: each once, in one line, cut. They are in the clause's own language; what stands between
 * them is in the reader's.
 */
function quote(words: readonly string[]): readonly string[] {
  const quoted: string[] = [];
  let left = LONGEST_QUOTE;
  for (const word of new Set(words.map((each) => each.replaceAll(/\s+/gu, ' ')))) {
    if (left <= 0) return [...quoted.slice(0, -1), `${quoted.at(-1) ?? ''}…`];
    quoted.push(word.length > left ? `${wholeWordsWithin(word, left)}…` : word);
    if (word.length > left) return quoted;
    left -= word.length + 1;
  }
  return quoted;
}

/** Words as they are quoted, if there are any. */
const told = (words: readonly string[]): Param | undefined =>
  words.length === 0 ? undefined : quotedWords(quote(words));

/** “A” became “B”, or was struck, or was added. */
function became(name: Sentence, old: readonly string[], next: readonly string[]): Sentence {
  return changed(name, told(old), told(next));
}

/** The same for what is quoted already; `undefined` where a side says nothing. */
function changed(of: Sentence, old: Param | undefined, next: Param | undefined): Sentence {
  const name = inSentence(of);
  if (next === undefined) return sentence('compare.reasons.struck', { name, old: old ?? '' });
  if (old === undefined) return sentence('compare.reasons.added', { name, next });
  return sentence('compare.reasons.became', { name, old, next });
}

export function figureReason(kind: FigureKind, old: readonly string[], next: readonly string[]): Reason {
  return { kind, text: kind === 'date' ? moved(old, next) : became(FIGURE_NAMES[kind], old, next) };
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/u;

/** Of more days than these, the first are told: a day is told whole or not at all. */
const MOST_DAYS = 3;

/** Days that are written as in a table are told as every day beside them. */
function moved(old: readonly string[], next: readonly string[]): Sentence {
  const days = (words: readonly string[]): readonly Param[] | undefined => {
    const all = [...new Set(words)];
    const told = all.slice(0, MOST_DAYS).map((word) => (ISO_DAY.test(word) ? dayWords(word) : word));
    if (told.length === 0) return undefined;
    return all.length > MOST_DAYS ? [...told, '…'] : told;
  };
  return changed(FIGURE_NAMES.date, days(old), days(next));
}

export function limitReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'number', text: became(sentence('compare.reasons.name.bound'), old, next) };
}

export function dutyReason(old: readonly string[], next: readonly string[]): Reason {
  const apart = (words: readonly string[]): Param | undefined =>
    quote(words).reduce<Param | undefined>(
      (said, more) => (said === undefined ? more : sentence('compare.reasons.quoted-beside', { words: said, more })),
      undefined,
    );
  return { kind: 'duty', text: changed(sentence('compare.reasons.name.duty'), apart(old), apart(next)) };
}

/** Another party took the place of one. */
export function partyReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'duty', text: became(sentence('compare.reasons.name.party'), old, next) };
}

/** Names that changed. Each is whole, however long: half of a name is another name. */
export function scopeReason(old: readonly string[], next: readonly string[]): Reason {
  const whole = (names: readonly string[]): readonly string[] | undefined =>
    names.length === 0 ? undefined : names.map((name) => name.replaceAll(/\s+/gu, ' '));
  return { kind: 'scope', text: changed(sentence('compare.reasons.name.quoted'), whole(old), whole(next)) };
}

export function courtReason(): Reason {
  return { kind: 'court', text: sentence('compare.reasons.court') };
}

/** A fact that is words already, or a row of a table: it is quoted from the clause. A day is told as a day. */
const isQuoted = ({ value, unit }: Fact): boolean =>
  typeof value === 'object'
    ? 'credit' in value || 'plan' in value || 'words' in value
    : typeof value === 'string' && unit !== 'date';

/** What facts say: their values in words, or the words of the clause. Each once. */
function valueWords(facts: readonly Fact[]): Param | undefined {
  if (facts.length === 0) return undefined;
  if (facts.every(isQuoted)) return quote(facts.map(({ quote: words }) => words));
  const said = facts.map((fact): [string, Param] => {
    const { value, unit, quote: words } = fact;
    return isQuoted(fact) ? [words, quote([words])] : [`${JSON.stringify(value)} ${unit}`, factWords(fact)];
  });
  return [...new Map(said).values()];
}

export function factReason(kind: FactKind, old: readonly Fact[], next: readonly Fact[]): Reason {
  const [was, becomes] = [onlyWords(old), onlyWords(next)];
  if (was !== undefined && becomes !== undefined) {
    const [struck, inserted] = differing(inOneLine(was), inOneLine(becomes), LONGEST_QUOTE);
    return { kind: factReasonKind(kind), text: changed(factLabel(kind), alone(quote(struck)), alone(quote(inserted))) };
  }
  return { kind: factReasonKind(kind), text: changed(factLabel(kind), valueWords(old), valueWords(next)) };
}

/** One quotation is words, several are a list. */
const alone = (quotes: readonly string[]): Param => (quotes.length === 1 ? (quotes[0] ?? '') : quotes);

/** The words of a fact that stands alone and is words: a quotation, or which courts a clause names. */
function onlyWords(facts: readonly Fact[]): string | undefined {
  const [fact] = facts;
  if (!fact || facts.length > 1) return undefined;
  if (isQuoted(fact)) return fact.quote;
  return typeof fact.value === 'object' && 'rule' in fact.value ? (fact.value.place ?? fact.value.rule) : undefined;
}

/** Words, or nothing but figures, changed in a clause whose tags make every word count. */
export function tagReason(tag: TagKind, onlyFigures: boolean): Reason | undefined {
  const kind = tagKind(tag)?.material;
  const name = inSentence(tagLabel(tag));
  const text = onlyFigures
    ? sentence('compare.reasons.tag-figure', { name })
    : sentence('compare.reasons.tag-words', { name });
  return kind && { kind, text };
}

const TAG_EVENTS = {
  'conspicuous-added': (name: Sentence) => sentence('compare.reasons.conspicuous-added', { name }),
  'conspicuous-removed': (name: Sentence) => sentence('compare.reasons.conspicuous-removed', { name }),
  'bold-lost': (name: Sentence) => sentence('compare.reasons.bold-lost', { name }),
  'bold-gained': (name: Sentence) => sentence('compare.reasons.bold-gained', { name }),
};

export function tagEvent(event: keyof typeof TAG_EVENTS, tag: TagKind): Reason | undefined {
  return tagKind(tag)?.material && { kind: event, text: TAG_EVENTS[event](inSentence(tagLabel(tag))) };
}

/** Where a reference leads now; `undefined` for a number that no clause has. */
export function referenceReason(written: string, old: string | undefined, next: string | undefined): Reason {
  const name = (clause: string | undefined): Param =>
    clause === undefined ? sentence('compare.reasons.reference.no-clause') : `“${clause}”`;
  return {
    kind: 'reference',
    text: sentence('compare.reasons.reference', { written, old: name(old), next: name(next) }),
  };
}

/** A reference was written anew, added or struck. */
export function referenceRewritten(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'reference', text: became(sentence('compare.reasons.name.reference'), old, next) };
}

export function referenceFollows(old: string, next: string): Reason {
  return {
    kind: 'reference-follows',
    text: sentence('compare.reasons.reference-follows', { old, next }),
  };
}

export function splitReason(number: string | undefined, intoSeveral: boolean): Reason {
  const other =
    number === undefined
      ? sentence('compare.reasons.split.neighbour')
      : sentence('compare.reasons.split.clause', { number });
  return {
    kind: 'split',
    text: intoSeveral
      ? sentence('compare.reasons.split.into', { other })
      : sentence('compare.reasons.split.from', { other }),
  };
}

/** Which words the source began or ceased to emphasise. */
export function emphasisReason(change: EmphasisChange): Reason {
  const { boldGained, boldLost, underlineGained, underlineLost } = change;
  const told = [
    ...(boldGained.length > 0 ? [sentence('compare.reasons.emphasis.bold-gained', { words: quote(boldGained) })] : []),
    ...(boldLost.length > 0 ? [sentence('compare.reasons.emphasis.bold-lost', { words: quote(boldLost) })] : []),
    ...(underlineGained.length > 0
      ? [sentence('compare.reasons.emphasis.underline-gained', { words: quote(underlineGained) })]
      : []),
    ...(underlineLost.length > 0
      ? [sentence('compare.reasons.emphasis.underline-lost', { words: quote(underlineLost) })]
      : []),
  ];
  return { kind: 'emphasis', text: sentence('compare.reasons.emphasis', { told }) };
}

/** Said of a change that nothing else was said of. */
export const PLAIN_REASONS: Readonly<Record<Exclude<ChangeKind, 'emphasis'> | 'title' | 'layout', Reason>> = {
  added: {
    kind: 'wording',
    text: sentence('compare.reasons.plain.added'),
  },
  removed: {
    kind: 'wording',
    text: sentence('compare.reasons.plain.removed'),
  },
  changed: { kind: 'wording', text: sentence('compare.reasons.plain.changed') },
  moved: { kind: 'moved', text: sentence('compare.reasons.plain.moved') },
  renumbered: { kind: 'renumbered', text: sentence('compare.reasons.plain.renumbered') },
  title: { kind: 'title', text: sentence('compare.reasons.plain.title') },
  layout: { kind: 'layout', text: sentence('compare.reasons.plain.layout') },
};
