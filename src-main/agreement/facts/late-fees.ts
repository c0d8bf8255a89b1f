import type { Fact, LateFeeValue, Quantity, Share, Unit } from '../fact.ts';
import { plain } from '../meaning/sentences.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import {
  ABOVE,
  AT_MOST,
  BY_MONTH,
  BY_YEAR,
  GRACE,
  LATE,
  NOT_LATE,
  OF_RATE,
  ON_TOP,
  OTHER_END,
  RATE_AS_LIMIT,
  REFERENCE,
  SHARE_BEFORE,
  SHARE_BEHIND,
  TIMES_OF,
} from '../rules/lateness.ts';
import { firstOf, type Hit, LENGTH_UNITS, quoteOf, type Stated, type Told } from './told.ts';

/** The rate of a period; one that only limits another is none. */
function rateIn(told: Told, patterns: readonly RegExp[]): Hit | undefined {
  const { text } = told.sentence;
  const hit = firstOf(told, patterns, (_words, quantity) => {
    const at = [...told.sentence.quantities].find(([, each]) => each === quantity)?.[0] ?? 0;
    return !RATE_AS_LIMIT.test(text.slice(Math.max(0, at - 40), at));
  });
  return hit;
}

/** A published rate with so much on top that is told before it. */
function aboveFact(told: Told): readonly Stated[] {
  const found = ABOVE.exec(told.sentence.text);
  const { reference } = found?.groups ?? {};
  if (!found || reference === undefined) return [];
  const [start, end] = [found.index, found.index + found[0].length];
  const rate = wordsOf(told, start, found[0].slice(0, found[0].length - reference.length));
  const value: LateFeeValue = { reference: wordsOf(told, end - reference.length, reference), rate };
  return [{ kind: 'late-fee', value, unit: 'text', anchor: 'due', quote: quoteOf(told, { start, end }) }];
}

/** A rate by the month or the year, or a published one. One by the day is read by the rules of figures. */
function rateFact(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  const above = aboveFact(told);
  if (above.length > 0) return above;
  for (const [per, patterns] of [
    ['month', BY_MONTH],
    ['year', BY_YEAR],
  ] as const) {
    const hit = rateIn(told, patterns);
    if (!hit) continue;
    const unit = hit.quantity.measure === 'permille' ? 'per-mille' : 'percent';
    const value: LateFeeValue = { rate: { amount: hit.quantity.value, unit, of: 'overdue' }, per };
    return [{ kind: 'late-fee', value, unit, anchor: 'due', quote: quoteOf(told, hit) }];
  }
  const reference = REFERENCE.exec(text);
  if (!reference) return [];
  const start = reference.index;
  const tail = text.slice(start + reference[0].length, start + reference[0].length + 24);
  const times = TIMES_OF.exec(tail);
  const before = TIMES_OF.exec(text.slice(Math.max(0, start - 8), start));
  const at = times ? start + reference[0].length + times.index : before ? Math.max(0, start - 8) + before.index : -1;
  const figure = told.sentence.quantities.get(at);
  const on = behindReference(text, start, start + reference[0].length);
  const rate = figure ? `${figure.value}倍` : on && wordsOf(told, on.start, text.slice(on.start, on.end));
  const quote = quoteOf(told, {
    start: Math.min(start, on?.start ?? start),
    end: Math.max(at + 1, on?.end ?? start + reference[0].length),
  });
  const name = wordsOf(told, start, reference[0]);
  const value: LateFeeValue = { reference: name, ...(rate !== undefined && { rate }) };
  return [{ kind: 'late-fee', value, unit: 'text' satisfies Unit, anchor: 'due', quote }];
}

/** Where the words stand that raise a published rate, or take a share of it. */
function behindReference(text: string, start: number, end: number): Pick<Hit, 'start' | 'end'> | undefined {
  const tail = text.slice(end, end + 24);
  const share = SHARE_BEHIND.exec(tail);
  if (share) return { start: end + share[0].indexOf('的'), end: end + share[0].length };
  const before = SHARE_BEFORE.exec(text.slice(0, start));
  if (before) return { start: before.index, end: before.index + before[0].search(/\bof\b/iu) + 2 };
  // A rate with something added, or raised by a share, is in its words.
  const [more] = ON_TOP.flatMap((pattern) => pattern.exec(tail)?.[0] ?? []);
  return more === undefined ? undefined : { start: end, end: end + more.length };
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

/** How long a sum has to be overdue before the fee runs, said in its own sentence. */
function graceIn(told: Told, fee: Fact | Stated): Quantity | undefined {
  if (OTHER_END.test(told.sentence.text)) return undefined;
  const hit = firstOf(told, GRACE);
  const unit = hit && LENGTH_UNITS[hit.quantity.measure];
  if (!hit || !unit) return undefined;
  const words = told.clause.text.slice(told.sentence.start, told.sentence.end);
  const rate = words.indexOf(fee.quote);
  return rate === -1 ? undefined : { value: hit.quantity.value, unit };
}

const isLateFee = (value: Fact['value']): value is LateFeeValue =>
  typeof value === 'object' && ('per' in value || 'reference' in value);

/** A late fee with the limits that its sentence, or the one behind it, states. */
export function withLimits<Fee extends Fact | Stated>(fee: Fee, told: Told, next: string): Fee {
  if (!isLateFee(fee.value)) return fee;
  const words = plain(told.clause.text.slice(told.sentence.start, told.sentence.end));
  const atMost = atMostIn(words) ?? atMostIn(plain(next));
  const after = graceIn(told, fee);
  if (!atMost && !after) return fee;
  return { ...fee, value: { ...fee.value, ...(atMost && { atMost }), ...(after && { after }) } };
}
