import type { Fact, LateFeeValue } from '../../agreement/fact.ts';
import { quantityWords } from '../../agreement/fact-words.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Missing, type TermStep, allSteps, known, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { sentenceOfFact } from '../unread-words.ts';
import { type Fen, formatYuan, parseYuan } from './money.ts';
import { after, type OverdueAmount, type Span, spansOf, until } from './overdue.ts';

/** A rate by the day that holds from the first day, or once a sum is late for longer than `after`. */
interface Rate {
  readonly fact: Fact;
  readonly value: LateFeeValue;
}

/** How one rate is counted on stretches of what was overdue, and with which ceiling its fee ends. */
export interface Counting {
  readonly feeOn: (fact: Fact, spans: readonly Span[]) => Answer<Fen>;
  readonly limited: (fact: Fact, fee: Answer<Fen>) => Answer<Fen>;
}

const isByDay = (value: Fact['value']): value is Extract<LateFeeValue, { readonly per: string }> =>
  typeof value === 'object' && 'per' in value && value.per === 'day';

/**
 * The rates of a clause that go by how long a sum is late, the first one first: `30日以内每日…，超过30日的每日…`. Absent where the facts
 * are none of one scale: then they contradict each other.
 */
export function rateScale(facts: readonly Fact[]): readonly Rate[] | undefined {
  const rates = facts.flatMap((fact): readonly Rate[] => (isByDay(fact.value) ? [{ fact, value: fact.value }] : []));
  const places = new Set(facts.map(({ clause }) => clause));
  const lengths = rates.map(({ value }) => value.after);
  const units = new Set(lengths.flatMap((length) => (length ? [`${length.unit} ${length.calendar ?? ''}`] : [])));
  const starts = new Set(lengths.map((length) => length?.value ?? 0));
  const isScale = rates.length > 1 && rates.length === facts.length && starts.size === rates.length;
  if (!isScale || units.size !== 1 || places.size !== 1) return undefined;
  return rates.toSorted((a, b) => (a.value.after?.value ?? 0) - (b.value.after?.value ?? 0));
}

/** Words by which a rate is one of the later days alone. */
const OF_LATER_DAYS =
  /超(?:过|出)[^，。；]{0,10}部分|此后|其后|之后的|以后的|\bthereafter\b|\bbeyond\b|\b(?:each|every)\s(?:further|additional)\sday/iu;

/** The last day of a rate’s wait, by the count that ends first and the one that ends last. */
type Ends = readonly ('start' | { readonly safe: CivilDate; readonly latest: CivilDate })[];

function endsOf(basis: TermBasis, rates: readonly Rate[], { settlementDay }: OverdueAmount): Answer<Ends> {
  const steps: TermStep[] = [];
  const ends: Ends[number][] = [];
  for (const { value } of rates) {
    if (!value.after) {
      ends.push('start');
      continue;
    }
    const length = periodLength(value.after);
    if (!length) {
      const text = sentence('term.fees.grace-not-read', { grace: quantityWords(value.after) });
      return unknown([{ what: 'fact', name: 'late-fee-grace', text }], steps, { atLeast: '0.00' });
    }
    const end = countPeriod(basis, settlementDay, length);
    if (!end.known) return { ...end, steps: [...steps, ...end.steps], atLeast: '0.00' };
    steps.push(...end.steps);
    ends.push(end.value);
  }
  return known(ends, steps);
}

/** The fee by rates that go by how long the sum is late. */
export function feeByScale(
  basis: TermBasis,
  rates: readonly Rate[],
  overdue: OverdueAmount,
  { feeOn, limited }: Counting,
): Answer<Fen> {
  const ends = endsOf(basis, rates, overdue);
  if (!ends.known) return ends;
  const spans = spansOf(overdue);
  const paidOn = spans.at(-1)?.to;
  const first = rates[0];
  if (paidOn === undefined && first) return feeOn(first.fact, spans);
  const reached = (by: 'safe' | 'latest'): readonly (Rate & { readonly from: CivilDate | undefined })[] =>
    rates.flatMap((rate, at) => {
      const end = ends.value[at];
      const from = end === undefined || end === 'start' ? undefined : end[by];
      return from === undefined || from < (paidOn ?? '') ? [{ ...rate, from }] : [];
    });
  const readings = (['safe', 'latest'] as const).flatMap((by): readonly Answer<Fen>[] => {
    const all = reached(by);
    const last = all.at(-1);
    if (!last) return [known(0n, [])];
    const parts = all.map(({ fact, from }, at) => {
      const later = from === undefined ? spans : after(from, spans);
      const next = all[at + 1]?.from;
      return feeOn(fact, next === undefined ? later : until(next, later));
    });
    const byParts = limited(last.fact, sumOf(parts));
    const isOfLaterDays = all.length === 1 && last.from === undefined;
    return isOfLaterDays || OF_LATER_DAYS.test(sentenceOfFact(basis.sources, last.fact))
      ? [byParts]
      : [byParts, limited(last.fact, feeOn(last.fact, spans))];
  });
  const [one] = readings;
  const last = reached('latest').at(-1);
  const different = new Set(readings.map((each) => (each.known ? String(each.value) : undefined)));
  if (one && different.size === 1 && !different.has(undefined)) return { ...one, steps: [...ends.steps, ...one.steps] };
  const bounds = outerBounds(readings);
  const grace = last?.value.after;
  if (!grace || last?.from === undefined) {
    const missing = readings.flatMap((each) => (each.known ? [] : each.missing));
    return unknown(missing, [...ends.steps, ...allSteps(readings)], bounds);
  }
  const text = sentence('term.fees.scale-open', { grace: quantityWords(grace), day: dateWords(last.from) });
  return unknown(
    [{ what: 'fact', name: 'late-fee-grace', text }],
    [...ends.steps, ...allSteps(readings.slice(0, 2))],
    bounds,
  );
}

/** What the fees of following stretches come to. */
function sumOf(parts: readonly Answer<Fen>[]): Answer<Fen> {
  const fen = parts.reduce((sum, part) => sum + (part.known ? part.value : 0n), 0n);
  return parts.find((part) => !part.known) ?? known(fen, allSteps(parts));
}

/** Two fees by two readings of the text: neither is picked, the amount lies between them. */
export function eitherOf(one: Answer<Fen>, other: Answer<Fen>, why: Missing): Answer<Fen> {
  const ends = [one, other].flatMap((fee) =>
    fee.known
      ? [fee.value]
      : [fee.atLeast, fee.atMost].flatMap((yuan) => (yuan === undefined ? [] : [parseYuan(yuan)])),
  );
  const [least = 0n, most = 0n] = [
    ends.reduce((a, b) => (b < a ? b : a), ends[0] ?? 0n),
    ends.reduce((a, b) => (b > a ? b : a), 0n),
  ];
  const missing = [one, other].flatMap((fee) => (fee.known ? [] : fee.missing));
  return unknown([why, ...missing], allSteps([one, other]), { atLeast: formatYuan(least), atMost: formatYuan(most) });
}

/** The outermost of what several readings come to; a bound is absent where one of them has none. */
export function outerBounds(fees: readonly Answer<Fen>[]): { readonly atLeast?: string; readonly atMost?: string } {
  const [atLeast, atMost] = [outer(fees, 'atLeast'), outer(fees, 'atMost')];
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}

function outer(fees: readonly Answer<Fen>[], name: 'atLeast' | 'atMost'): string | undefined {
  const ends = fees.map((fee) => (fee.known ? formatYuan(fee.value) : fee[name]));
  const told = ends.flatMap((yuan) => (yuan === undefined ? [] : [parseYuan(yuan)]));
  if (told.length === 0 || told.length < ends.length) return undefined;
  return formatYuan(told.reduce((a, b) => ((name === 'atLeast' ? b < a : b > a) ? b : a)));
}
