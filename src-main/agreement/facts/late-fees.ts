import type { Fact, LateFeeValue, Quantity, Share, Unit } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { changesRate } from '../quantity/reference-rate.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import {
  ABOVE,
  ABOVE_SOMETHING,
  ADDED_TO,
  AT_MOST,
  BEFORE_RATE,
  BEHIND_RATE,
  BY_MONTH,
  BY_YEAR,
  GRACE,
  LATE,
  LATE_FEE,
  NOT_LATE,
  OF_A_SUM,
  OF_RATE,
  OTHER_END,
  PENALTY,
  RATE_AS_LIMIT,
  RATE_CEILING,
  RATE_FLOOR,
  REFERENCE,
} from '../rules/lateness.ts';
import { firstOf, type Hit, hitsOf, LENGTH_UNITS, quoteOf, type Stated, type Told } from './told.ts';

/** The rate of a period; one that only limits another is none. */
function rateIn(told: Told, patterns: readonly RegExp[]): Hit | undefined {
  const { text } = told.sentence;
  const hit = firstOf(told, patterns, (_words, quantity) => {
    const at = [...told.sentence.quantities].find(([, each]) => each === quantity)?.[0] ?? 0;
    return !RATE_AS_LIMIT.test(text.slice(Math.max(0, at - 40), at));
  });
  return hit;
}

/** A rate by the month or the year, or a published one. One by the day is read by the rules of figures. */
function rateFact(told: Told): readonly Stated[] {
  const published = publishedIn(told.sentence.text);
  const above = published?.head !== undefined;
  for (const [per, patterns] of [
    ['month', BY_MONTH],
    ['year', BY_YEAR],
  ] as const) {
    const hit = above ? undefined : rateIn(told, patterns);
    // What stands behind a published rate limits it or says it once more.
    if (!hit || (published && per === 'year' && hit.end > published.start)) continue;
    const unit = hit.quantity.measure === 'permille' ? 'per-mille' : 'percent';
    const value: LateFeeValue = { rate: { amount: hit.quantity.value, unit, of: 'overdue' }, per };
    const doubt = published
      ? wordsOf(told, published.start, told.sentence.text.slice(published.start, published.end))
      : addedTo(told, hit);
    const quote = quoteOf(told, hit);
    return [{ kind: 'late-fee', value, unit, anchor: 'due', quote, ...(doubt !== undefined && { doubt }) }];
  }
  return published ? [publishedFact(told, published)] : [];
}

/** The words of a rate that comes on top of something whose name is not known, or lies above it; absent where it stands alone. */
function addedTo(told: Told, { at }: Hit): string | undefined {
  const { text } = told.sentence;
  const before = text.slice(0, at);
  const lead = ADDED_TO.exec(before);
  const above = ABOVE_SOMETHING.exec(text.slice(at));
  if (!lead && !above) return undefined;
  const from = Math.max(before.search(/[^，,。；;.]*$/u), 0);
  return wordsOf(told, from, text.slice(from, at + (above?.[0].length ?? 1)));
}

/** Where a published rate is named; `head` where the words that raise it, told before it, were found with it. */
interface Published {
  readonly start: number;
  readonly end: number;
  readonly head?: number;
}

function publishedIn(text: string): Published | undefined {
  const above = ABOVE.exec(text);
  const { reference } = above?.groups ?? {};
  if (above && reference !== undefined) {
    const end = above.index + above[0].length;
    return { start: end - reference.length, end, head: above.index };
  }
  const named = REFERENCE.exec(text);
  return named ? { start: named.index, end: named.index + named[0].length } : undefined;
}

/**
 * Where what limits a rate ends in the words behind it; 0 where nothing does. A ceiling on what it comes to in all is told by itself,
 * a floor of any kind is not.
 */
function limitsEnd(text: string, words: (from: number, to: number) => string): number {
  const endOf = (limit: RegExpExecArray | null): number => (limit ? limit.index + limit[0].length : 0);
  const [most, least] = [RATE_CEILING.exec(text), RATE_FLOOR.exec(text)];
  const ofSum = most && OF_A_SUM.test(words(most.index, endOf(most)));
  return Math.max(ofSum ? 0 : endOf(most), endOf(least));
}

/** A published rate with all that its sentence says of how it is raised, lowered or limited, in the words of the text. */
function publishedFact(told: Told, { start, end, head }: Published): Stated {
  const { text } = told.sentence;
  const words = (from: number, to: number): string => wordsOf(told, from, text.slice(from, to));
  const before = head ?? start - (BEFORE_RATE.exec(text.slice(0, start))?.[0] ?? '').length;
  const behind = end + (BEHIND_RATE.exec(text.slice(end))?.[0] ?? '').length;
  const until = behind + limitsEnd(text.slice(behind), (from, to) => words(behind + from, behind + to));
  const [raised, more] = [changesRate(words(before, start)), changesRate(words(end, until))];
  const times = /^的?\s?\uE009\s*$/u.exec(text.slice(end, until));
  const figure = times && told.sentence.quantities.get(end + times[0].indexOf('\uE009'));
  const rate =
    figure && !raised
      ? `${figure.value}倍`
      : [...(raised ? [words(before, start).replace(/\sthe$/iu, '')] : []), ...(more ? [words(end, until)] : [])].join(
          ' ',
        );
  const quote = quoteOf(told, { start: raised ? before : start, end: more ? until : end });
  const value: LateFeeValue = { reference: words(start, end), ...(rate !== '' && { rate }) };
  return { kind: 'late-fee', value, unit: 'text' satisfies Unit, anchor: 'due', quote };
}

/** The clause's own words under words of the readable text. */
function wordsOf({ clause, sentence }: Told, start: number, words: string): string {
  const from = sentence.origin[start] ?? sentence.start;
  return clause.text.slice(from, sentence.origin[start + words.length] ?? sentence.end).trim();
}

/** What paying late costs by the month, by the year, or by a published rate. */
export function lateFeeFacts(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (!LATE.test(text) || NOT_LATE.test(text)) return [];
  return rateFact(told);
}

/** The most that a late fee can come to, where the words after it say so. */
function atMostIn(text: string): Share | undefined {
  for (const pattern of AT_MOST) {
    const value = pattern.exec(text)?.groups?.['value'];
    if (value === undefined || OF_RATE.test(value)) continue;
    const share = shareOfWords(value);
    if (share) return share;
  }
  return undefined;
}

/** The rates of a sentence, by where they stand in it. */
const ratesIn = ({ sentence }: Told): readonly (readonly [number, Quantity['value']])[] =>
  [...sentence.quantities].flatMap(([at, { measure, value }]) =>
    measure === 'percent' || measure === 'permille' ? [[at, value] as const] : [],
  );

/** Whether a time of grace is one of the rate: of several rates in a sentence it is that of the next one, or, behind the last, of that. */
function isOfRate(told: Told, fee: Fact | Stated, hit: Hit): boolean {
  const rates = ratesIn(told);
  if (rates.length < 2 || !isLateFee(fee.value) || 'reference' in fee.value) return true;
  const { amount } = fee.value.rate;
  const [own] = rates.find(([at, value]) => value === amount && isInQuote(told, fee, at)) ?? [];
  const [next] = rates.find(([at]) => at > hit.at) ?? rates.at(-1) ?? [];
  return own === undefined || own === next;
}

const isInQuote = ({ clause, sentence }: Told, { quote }: Fact | Stated, at: number): boolean => {
  const start = clause.text.indexOf(quote.trim(), sentence.start);
  const place = sentence.origin[at] ?? 0;
  return start >= 0 && place >= start && place < start + quote.trim().length;
};

/** How long a sum has to be overdue before the fee runs, said in its own sentence. */
function graceIn(told: Told, fee: Fact | Stated): Quantity | undefined {
  if (OTHER_END.test(told.sentence.text)) return undefined;
  const hit = hitsOf(told, GRACE).find((each) => isOfRate(told, fee, each));
  const unit = hit && LENGTH_UNITS[hit.quantity.measure];
  if (!hit || !unit) return undefined;
  const words = told.clause.text.slice(told.sentence.start, told.sentence.end);
  const rate = words.indexOf(fee.quote);
  return rate === -1 ? undefined : { value: hit.quantity.value, unit };
}

const isLateFee = (value: Fact['value']): value is LateFeeValue =>
  typeof value === 'object' && ('per' in value || 'reference' in value);

/** A published rate with the ceiling and the floor that the sentence behind it states. */
function limitedBehind<Rate extends Extract<LateFeeValue, { readonly reference: string }>>(
  value: Rate,
  next: string,
): Rate {
  const { text, origin } = sentenceOf(next, { start: 0, end: next.length });
  if (!/利率|\brate\b|\binterest\b/iu.test(text)) return value;
  const words = (from: number, to: number): string => next.slice(origin[from] ?? 0, origin[to] ?? next.length);
  const end = limitsEnd(text, words);
  if (end === 0) return value;
  const start = Math.min(...[RATE_CEILING, RATE_FLOOR].map((limit) => limit.exec(text)?.index ?? end));
  return { ...value, rate: `${value.rate ?? ''}，${words(start, end).trim()}` };
}

/** A late fee with the limits that its sentence, or the one behind it, states. */
export function withLimits<Fee extends Fact | Stated>(fee: Fee, told: Told, next: string): Fee {
  if (!isLateFee(fee.value)) return fee;
  const words = plain(told.clause.text.slice(told.sentence.start, told.sentence.end));
  const atMost = atMostIn(words) ?? atMostIn(plain(next));
  const after = graceIn(told, fee);
  const value = 'reference' in fee.value ? limitedBehind(fee.value, next) : fee.value;
  if (!atMost && !after && value === fee.value) return fee;
  return { ...fee, value: { ...value, ...(atMost && { atMost }), ...(after && { after }) } };
}

/** What a sentence of its own says late fees can come to at most, and how it says so. */
interface Ceiling {
  readonly share: Share;
  readonly quote: string;
}

/** Whether a ceiling is one of what paying late costs: it says so, or it is a share of what is overdue. */
export const isOfLateness = (words: string, share: Share | undefined): boolean =>
  LATE_FEE.test(words) || (share?.of === 'overdue' && PENALTY.test(words));

function ceilingsIn(clauses: readonly Clause[], fees: readonly Fact[]): readonly Ceiling[] {
  return clauses.flatMap(({ id, text }) =>
    sentences(text).flatMap(({ start, end }): readonly Ceiling[] => {
      const quote = text.slice(start, end).trim();
      // What stands in the sentence of a fee is the limit of that one.
      if (fees.some((fee) => fee.clause === id && quote.includes(fee.quote.trim()))) return [];
      const share = atMostIn(plain(quote));
      return share && isOfLateness(quote, share) ? [{ share, quote }] : [];
    }),
  );
}

/**
 * Late fees with the ceiling that a clause of its own puts on them. Several that differ leave each fee in doubt, since which of them
 * holds is not known.
 */
export function underCeilings(facts: readonly Fact[], clauses: readonly Clause[]): readonly Fact[] {
  const fees = facts.filter(({ value }) => isLateFee(value));
  const ceilings = fees.length === 0 ? [] : ceilingsIn(clauses, fees);
  const [first] = ceilings;
  if (!first) return facts;
  const same = (one: Share, other: Share): boolean => JSON.stringify(one) === JSON.stringify(other);
  return facts.map((fact) => {
    if (!isLateFee(fact.value)) return fact;
    const { atMost = first.share } = fact.value;
    const other = ceilings.find(({ share }) => !same(share, atMost));
    if (other) return { ...fact, doubt: other.quote };
    return fact.value.atMost ? fact : { ...fact, value: { ...fact.value, atMost } };
  });
}
