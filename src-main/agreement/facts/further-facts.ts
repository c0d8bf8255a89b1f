import { type Fact, type FactKind, isByHour } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { plain, sentences, type Stretch } from '../meaning/sentences.ts';
import { LATE_FEE } from '../rules/lateness.ts';
import { MORE_THAN, ORDER_LAPSES } from '../rules/lengths.ts';
import { businessHour, closingHour } from '../quantity/closing-hour.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import { generalZone } from '../quantity/zones.ts';
import { breachNoticeFacts } from './breach-notices.ts';
import { isOfLateness, lateFeeFacts, withLimits } from './late-fees.ts';
import { claimWindowFacts, creditCapFacts } from './service-claims.ts';
import { objectionFacts } from './objection-windows.ts';
import { byClause, firstOf, lengthFact, type Stated, type Told, wholeQuote } from './told.ts';

interface Source {
  readonly clause: Clause;
  /** Headings above and the clause's own. */
  readonly headings: string;
  readonly serviceLevel: boolean;
  readonly behindPromise: boolean;
}

/** An order that is not paid within so many hours: days are read by the rules of figures. */
const orderFacts = (told: Told): readonly Stated[] =>
  lengthFact('payment-due', told, firstOf(told, ORDER_LAPSES), { anchor: 'order' });

/** By whose clock days are counted, and when a day of business ends, as the text says it in general. */
function clockFacts(told: Told): readonly Stated[] {
  const quote = wholeQuote(told);
  const zone = generalZone(quote);
  const hour = businessHour(quote);
  return [
    ...(zone === undefined ? [] : [{ kind: 'time-zone', value: zone, unit: 'text', quote } as const]),
    ...(hour === undefined ? [] : [{ kind: 'close-of-business', value: hour, unit: 'text', quote } as const]),
  ];
}

/** What was read of a sentence already is not read of it again. */
const isSaid = (kind: FactKind, known: FactKind): boolean => kind === known;

/** A sentence about credits alone: `total credits shall not exceed …`. */
const OF_CREDITS =
  /\bcredits\b[^.;]{0,60}\b(?:exceed|capped|limited\sto|at\smost|maximum)\b|代金券[^。；]{0,20}(?:不(?:得|会|应)?超过|上限|最高)/iu;
const OF_MORE = /liab|damages|indemn|责任|违约|损失/iu;

/** A cap of nothing but the credits is no cap of the liability. */
function ofCredits(fact: Fact): Fact {
  const { kind, quote, value } = fact;
  const isFigure = typeof value !== 'string' || /\d/u.test(value);
  if (kind !== 'liability-cap' || !isFigure || !OF_CREDITS.test(quote) || OF_MORE.test(quote)) return fact;
  const { legacy: _legacy, ...rest } = fact;
  return { ...rest, kind: 'credit-cap', id: fact.id.replace('/liability-cap/', '/credit-cap/') };
}

/** Words that cap the credits of a service level were read as a cap of the liability as well: they are the one, and not the other. */
export function withoutCreditCaps(facts: readonly Fact[]): readonly Fact[] {
  const capsOf = byClause(facts.filter(({ kind }) => kind === 'credit-cap'));
  const left = facts.filter(
    ({ kind, clause, value }) =>
      kind !== 'liability-cap' || typeof value !== 'string' || !capsOf(clause).some((cap) => cap.quote.includes(value)),
  );
  return left.map(ofCredits);
}

/** A fee for an early end has its own ceiling, which is none of the liability; so has what paying late costs. */
const OF_A_FEE = /提前(?:终止|解除|解约|退订)|逾期(?:付款|支付|缴费)|early\sterminat|late\s(?:fee|payment)|overdue/iu;
const OF_LIABILITY = /责任|赔偿|liab|damages/iu;

/** Whether the words that lead to a bound name what paying late costs, and no liability after it. */
function leadsFromLateFee(lead: string): boolean {
  const at = lastOf(LATE_FEE, lead);
  return at >= 0 && at > lastOf(OF_LIABILITY, lead);
}

const lastOf = (words: RegExp, text: string): number =>
  [...text.matchAll(new RegExp(words, 'giu'))].at(-1)?.index ?? -1;

/** The facts without caps of the liability that are ceilings of another fee. */
export function withoutFeeCeilings(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.filter(({ kind, clause, quote, value }) => {
    if (kind !== 'liability-cap') return true;
    const text = textOf(clause);
    const stretch = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote.trim()));
    const words = stretch ? text.slice(stretch.start, stretch.end) : quote;
    const at = typeof value === 'string' ? words.indexOf(value) : -1;
    const lead = at < 0 ? words : words.slice(0, at);
    if (leadsFromLateFee(lead)) return false;
    const share = typeof value === 'string' ? shareOfWords(value) : undefined;
    if (isOfLateness(lead, share) && !OF_LIABILITY.test(lead)) return false;
    return !OF_A_FEE.test(words) || OF_LIABILITY.test(words);
  });
}

const tellOf = ({ clause, headings }: Source, stretch: Stretch, before: string): Told => ({
  clause,
  sentence: sentenceOf(clause.text, stretch),
  around: `${headings} ${before}`,
});

/** What the rules of figures leave out: times to claim in days, caps of credits, rates by the month, orders that lapse in hours. */
function furtherOf(source: Source, here: readonly Fact[]): readonly Fact[] {
  const { clause, serviceLevel, behindPromise } = source;
  const counted = new Map<FactKind, number>();
  for (const { kind } of here) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  const found: Fact[] = [];
  let before = '';
  for (const stretch of sentences(clause.text)) {
    const told = tellOf(source, stretch, before);
    const words = clause.text.slice(stretch.start, stretch.end);
    before = told.sentence.text;
    for (const stated of [
      ...claimWindowFacts(told, serviceLevel, behindPromise),
      ...creditCapFacts(told, serviceLevel || behindPromise),
      ...lateFeeFacts(told),
      ...orderFacts(told),
      ...clockFacts(told),
      ...breachNoticeFacts(told),
      ...objectionFacts(told),
    ]) {
      if (here.some(({ kind, quote }) => isSaid(stated.kind, kind) && words.includes(quote))) continue;
      if (
        found.some(({ kind, value, unit }) => kind === stated.kind && same(value, stated.value) && unit === stated.unit)
      )
        continue;
      const nth = (counted.get(stated.kind) ?? 0) + 1;
      counted.set(stated.kind, nth);
      found.push({ id: `${clause.id}/${stated.kind}/${nth}`, ...stated, clause: clause.id });
    }
  }
  return found;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A late fee with its limits, from the sentence that it was read from and the one behind it. */
function limited(fact: Fact, source: Source | undefined): Fact {
  if (fact.kind !== 'late-fee' || !source) return fact;
  const { text } = source.clause;
  const all = sentences(text);
  const at = all.findIndex(({ start, end }) => text.slice(start, end).includes(fact.quote));
  const stretch = all[at];
  if (!stretch) return fact;
  const next = all[at + 1];
  return withLimits(fact, tellOf(source, stretch, ''), next ? text.slice(next.start, next.end) : '');
}

/** Whether the words right before the length say that it must be exceeded. */
function exceeded({ quote, value }: Fact): boolean {
  const { text, quantities } = sentenceOf(quote, { start: 0, end: quote.length });
  return [...quantities].some(
    ([at, quantity]) => quantity.value === value && MORE_THAN.test(plain(text.slice(Math.max(0, at - 24), at))),
  );
}

const LAST_DAY =
  /(?:最后一?[日天]|(?:期满|届满|到期|截止)(?:当)?[日天]|\blast\s(?:business\s|working\s)?day)[^，。；;]{0,40}/iu;

/** The hour of the last day: in the words of the length, or where its sentence speaks of the last day. */
function hourOf({ quote }: Fact, source: Source | undefined): string | undefined {
  const own = closingHour(quote);
  if (own !== undefined || !source) return own;
  const { text } = source.clause;
  const sentence = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote));
  const words = sentence && LAST_DAY.exec(text.slice(sentence.start, sentence.end))?.[0];
  return words === undefined ? undefined : closingHour(words);
}

/** What was read, made whole: further facts, the limits of late fees, and whether an outage must exceed its length. */
export function furtherFacts(known: readonly Fact[], sources: readonly Source[]): readonly Fact[] {
  const places = new Map(sources.map((source) => [source.clause.id, source]));
  const knownOf = byClause(known);
  return [...known, ...sources.flatMap((source) => furtherOf(source, knownOf(source.clause.id)))].map((fact): Fact => {
    const hour = isByHour(fact.kind) ? hourOf(fact, places.get(fact.clause)) : undefined;
    if (hour !== undefined) return { ...fact, hour };
    if (fact.kind === 'outage-termination') return exceeded(fact) ? { ...fact, over: true } : fact;
    return limited(fact, places.get(fact.clause));
  });
}
