import type { InvoiceDay } from '../fact.ts';
import { type Sentence, sentenceOf } from '../meaning/phrases.ts';
import { sentences, type Stretch } from '../meaning/sentences.ts';
import type { Quantity } from '../quantity/quantities.ts';
import { INVOICE_WORDS } from '../rules/invoices.ts';
import { type Place, REACH } from './place.ts';

type Plan = InvoiceDay['plan'];
type InvoiceKind = 'invoice-ordinary-day' | 'invoice-special-day';

export interface ReadInvoiceDay {
  readonly kind: InvoiceKind;
  readonly value: InvoiceDay;
  readonly start: number;
  readonly end: number;
}

/** A place where words name one of two things, or both in one breath (`普通发票和专用发票`). */
interface Mention<T> {
  readonly start: number;
  readonly end: number;
  readonly names: readonly T[];
}

const JOINED = /^[^，,。；;：:]{0,4}(?:和|与|及|或|、|\/|and|or)[^，,。；;：:]{0,4}$/iu;

/** The places of a text that name a thing of a table, in order; two that a word joins are one place. */
function mentionsOf<T>(text: string, table: readonly (readonly [T, RegExp])[]): readonly Mention<T>[] {
  const single = table
    .flatMap(([name, words]) =>
      [...text.matchAll(new RegExp(words.source, 'giu'))].map(({ index, 0: said }): Mention<T> => ({
        start: index,
        end: index + said.length,
        names: [name],
      })),
    )
    .toSorted((a, b) => a.start - b.start);
  return single.reduce<readonly Mention<T>[]>((found, each) => {
    const last = found.at(-1);
    if (!last || !JOINED.test(text.slice(last.end, each.start))) return [...found, each];
    return [...found.slice(0, -1), { ...each, start: last.start, names: [...new Set([...last.names, ...each.names])] }];
  }, []);
}

const PLANS: readonly (readonly [Plan, RegExp])[] = [
  ['prepaid', INVOICE_WORDS.prepaid],
  ['postpaid', INVOICE_WORDS.postpaid],
];
const KINDS: readonly (readonly [InvoiceKind, RegExp])[] = [
  ['invoice-ordinary-day', INVOICE_WORDS.ordinary],
  ['invoice-special-day', INVOICE_WORDS.special],
];

const allOf = <T>(found: readonly Mention<T>[]): readonly T[] => [...new Set(found.flatMap(({ names }) => names))];

/** The plan a text speaks of; undefined when it speaks of none or of both. */
export function planOf(text: string): Plan | undefined {
  const [only, other] = allOf(mentionsOf(text, PLANS));
  return other === undefined ? only : undefined;
}

const monthIn = (words: string): InvoiceDay['months'] | undefined =>
  INVOICE_WORDS.months.find((month) => month.words.test(words))?.months;

/** The month that a text speaks of last, counted from that of the service; undefined when it names none. */
function lastMonthOf(text: string): InvoiceDay['months'] | undefined {
  return text
    .split(/[，,。；;]/u)
    .toReversed()
    .flatMap((part) => monthIn(part) ?? [])[0];
}

/** So far before a day stands the month that it is of: `次月5日`. */
const NEAR = 6;

/** What stands above a sentence and holds for it where it says nothing of its own. */
export interface InvoiceDaysAbove {
  /** What the clause says before the sentence, as far back as it reaches. */
  readonly words: string;
  /** The plan of the headings above it. */
  readonly plan: Plan | undefined;
  /** The kinds and plans that other sentences give a day, see `invoiceDaysSaid`; absent where nobody asked for them yet. */
  readonly said?: ReadonlySet<string>;
}

const keyOf = (kind: InvoiceKind, plan: Plan): string => `${kind} ${plan}`;

const MOVES = /开具|申请|索取|领取|开出|issue|request|appl(?:y|ied)|available/iu;

/**
 * The plans that a sentence's day is of: those named last before it, else first behind it; else those of the last sentence above that names
 * any. Empty where nobody names one.
 */
function plansOf(text: string, at: number, above: InvoiceDaysAbove): readonly Plan[] {
  const own = mentionsOf(text, PLANS);
  const near = own.findLast(({ start }) => start < at) ?? own[0];
  if (near) return near.names;
  const named = above.words
    .split(/[。；;\n]/u)
    .map((sentence) => allOf(mentionsOf(sentence, PLANS)))
    .findLast((names) => names.length > 0);
  return named ?? (above.plan === undefined ? [] : [above.plan]);
}

/** A day for which nobody names a plan holds for every plan that no other sentence gives one, where others name theirs. */
const generalPlans = (kind: InvoiceKind, { said }: InvoiceDaysAbove): readonly Plan[] =>
  said === undefined || said.size === 0 ? [] : PLANS.flatMap(([plan]) => (said.has(keyOf(kind, plan)) ? [] : [plan]));

/**
 * The month that a day of every month is of. The month whose invoice is asked for tells it (`每月3日起…开具上月`); else the one that was named
 * before, as long as the same plan is spoken of.
 */
function monthOfEvery(text: string, at: number, plans: readonly Plan[], above: InvoiceDaysAbove): number | undefined {
  const served = INVOICE_WORDS.served.find(({ words }) => words.test(text));
  if (served) return served.months;
  const before = lastMonthOf(text.slice(0, at));
  if (before !== undefined) return before;
  const earlier = mentionsOf(above.words, PLANS);
  const other = earlier.findLastIndex(({ names }) => names.some((name) => !plans.includes(name)));
  return lastMonthOf(above.words.slice(other < 0 ? 0 : (earlier[other + 1]?.start ?? above.words.length)));
}

/** The kinds of invoice that a day is of: by the words before it in its own part, else by those behind it, else by those above. */
function kindsOf(before: string, after: string, above: InvoiceDaysAbove): readonly InvoiceKind[] {
  const subject = before.split(/[，,；;]/u).at(-1) ?? '';
  // What its own part names behind it is its invoice, before what the next one names.
  const own = mentionsOf(after.split(/[，,；;]/u)[0] ?? '', KINDS);
  const behind = own.length > 0 ? own : mentionsOf(after, KINDS);
  const named = mentionsOf(subject, KINDS);
  const places = named.length > 0 ? named : behind.length > 0 ? behind : mentionsOf(before, KINDS);
  if (places.length === 0) return mentionsOf(above.words, KINDS).at(-1)?.names ?? [];
  const kinds = allOf(places);
  return kinds.length === 1 || places.length === 1 ? kinds : [];
}

/** `次月10日起…，20日起…`: a day behind one of a month, with a word that makes it a day and no length. */
function daysOf({ text, quantities }: Sentence): readonly (readonly [number, Quantity])[] {
  const all = [...quantities];
  const first = all.find(([, { measure }]) => measure === 'day-of-month')?.[0] ?? text.length;
  return all.filter(
    ([at, { measure, value }]) =>
      measure === 'day-of-month' ||
      (measure === 'day' &&
        at > first &&
        value <= 31 &&
        /[，,、于自从在]\s?$/u.test(text.slice(0, at)) &&
        /^\s?(?:起|开始|之后|以后|后)/u.test(text.slice(at + 1))),
  );
}

/**
 * Days of the month from which ordinary and special VAT invoices are issued; offsets into `sentence.text`. Each day is of the plan that its
 * own words name. `每月15日` names no month: it is a day of the one that was named before it.
 */
export function invoiceDays(sentence: Sentence, above: InvoiceDaysAbove): readonly ReadInvoiceDay[] {
  const { text } = sentence;
  if (!INVOICE_WORDS.invoice.test(text) && !(INVOICE_WORDS.invoice.test(above.words) && MOVES.test(text))) return [];
  const days = daysOf(sentence);
  let named: number | undefined;
  return days.flatMap(([at, quantity], index): readonly ReadInvoiceDay[] => {
    const floor = days[index - 1]?.[0] ?? 0;
    const before = text.slice(Math.max(floor, at - 100), at);
    const after = text.slice(at + 1, Math.min(days[index + 1]?.[0] ?? text.length, at + 80));
    const plans = plansOf(text, at, above);
    const every = INVOICE_WORDS.every.test(`${before.slice(-8)}\u0000${after.slice(0, 20)}`);
    const months =
      monthIn(before.slice(-NEAR)) ??
      (every ? monthOfEvery(text, at, plans, above) : monthIn(`${before.slice(-30)}\u0000${after.slice(0, 50)}`)) ??
      (quantity.measure === 'day' ? named : undefined);
    named = months;
    if (months === undefined) return [];
    const place = { start: Math.max(0, at - NEAR), end: at + 1 };
    return kindsOf(before, after, above).flatMap((kind) =>
      (plans.length > 0 ? plans : generalPlans(kind, above)).map((plan) => ({
        kind,
        value: { months, day: quantity.value, plan },
        ...place,
      })),
    );
  });
}

/** What stands above a sentence of a clause and says which plan and which invoice a day is of. */
export const invoicesAbove = (
  { clause, headings, plan, invoiceDays: said }: Place,
  { start }: Stretch,
): InvoiceDaysAbove => ({
  plan,
  words: `${headings}。${clause.text.slice(Math.max(0, start - REACH), start)}`,
  ...(said && { said }),
});

/** The kinds of invoices that some sentence of a document gives a day by the name of a plan, each with that plan. */
export function invoiceDaysSaid(places: readonly Place[]): ReadonlySet<string> {
  const days = places
    .filter(({ headings, clause }) => INVOICE_WORDS.invoice.test(`${headings} ${clause.text}`))
    .flatMap((place) =>
      sentences(place.clause.text).flatMap((stretch) =>
        invoiceDays(sentenceOf(place.clause.text, stretch), invoicesAbove(place, stretch)),
      ),
    );
  return new Set(days.map(({ kind, value }) => keyOf(kind, value.plan)));
}
