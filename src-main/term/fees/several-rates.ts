import type { Fact, LateFeeValue } from '../../agreement/fact.ts';
import { quantityWords } from '../../agreement/fact-words.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type Missing, type TermStep, allSteps, known, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { onDay } from '../calendar/deadline.ts';
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
type Ends = readonly ('start' | Deadline)[];

/** @param paidOn up to when it is counted: an end that is no sooner than that is one that was not reached, whatever is missing for it */
function endsOf(
  basis: TermBasis,
  rates: readonly Rate[],
  { settlementDay }: OverdueAmount,
  paidOn: CivilDate | undefined,
): Answer<Ends> {
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
      return unknown([{ what: 'fact', name: 'late-fee-grace', text }], steps);
    }
    const end = countPeriod(basis, settlementDay, length);
    const { notBefore } = end.known ? {} : end;
    if (!end.known && (notBefore === undefined || paidOn === undefined || notBefore < paidOn))
      return unknown(end.missing, [...steps, ...end.steps]);
    steps.push(...end.steps);
    if (end.known) ends.push(end.value);
    else if (notBefore !== undefined) ends.push(onDay(notBefore));
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
  const spans = spansOf(overdue);
  const paidOn = spans.at(-1)?.to;
  const ends = endsOf(basis, rates, overdue, paidOn);
  if (!ends.known) {
    // Where the steps end is not known: it is no less than all of it by the lowest of the rates, and no more than by the highest.
    const all = rates.map(({ fact }) => limited(fact, feeOn(fact, spans)));
    return { ...ends, ...outerBounds(rates[0]?.value.after ? [known(0n, []), ...all] : all) };
  }
  const first = rates[0];
  if (paidOn === undefined && first) return feeOn(first.fact, spans);
  const reached = (by: 'safe' | 'latest'): readonly (Rate & { readonly from: CivilDate | undefined })[] =>
    rates.flatMap((rate, at) => {
      const end = ends.value[at];
      const from = end === undefined || end === 'start' ? undefined : end[by];
      return from === undefined || from < (paidOn ?? '') ? [{ ...rate, from }] : [];
    });
  const readingsBy = (by: 'safe' | 'latest'): readonly Answer<Fen>[] => {
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
  };
  const [bySafe, byLatest] = [readingsBy('safe'), readingsBy('latest')];
  const readings = [...bySafe, ...byLatest];
  const [one] = readings;
  if (one && isOneFigure(readings)) return { ...one, steps: [...ends.steps, ...one.steps] };
  const missing = [
    ...([bySafe, byLatest].every(isOneFigure) ? [] : textOpen(reached('safe').at(-1), ends.value, rates)),
    ...(isOneFigure([bySafe, byLatest].flatMap(([byParts]) => byParts ?? []))
      ? []
      : dayOff(ends.value, rates, paidOn ?? '')),
  ];
  const others = readings.flatMap((each) => (each.known ? [] : each.missing));
  const steps = [...ends.steps, ...allSteps([bySafe, byLatest].flatMap(([byParts]) => byParts ?? []))];
  return unknown(missing.length > 0 ? missing : others, steps, outerBounds(readings));
}

/** Whether all are known and come to the same. */
const isOneFigure = (fees: readonly Answer<Fen>[]): boolean =>
  fees.every((fee) => fee.known) && new Set(fees.map((fee) => (fee.known ? fee.value : undefined))).size === 1;

/** That the text leaves open whether the later rate holds for the days before it too. */
function textOpen(last: Rate | undefined, ends: Ends, rates: readonly Rate[]): readonly Missing[] {
  const end = ends[rates.findIndex(({ fact }) => fact === last?.fact)];
  if (!last?.value.after || end === undefined || end === 'start') return [];
  const given = { grace: quantityWords(last.value.after), day: dateWords(end.latest) };
  return [{ what: 'fact', name: 'late-fee-grace', text: sentence('term.fees.scale-open', given) }];
}

/** That a step which was reached ends on a day off: the text says how it is counted, but not whether that day moves. */
function dayOff(ends: Ends, rates: readonly Rate[], paidOn: CivilDate): readonly Missing[] {
  return ends.flatMap((end, at): readonly Missing[] => {
    const length = rates[at]?.value.after;
    if (end === 'start' || !length || end.safe === end.latest || end.safe >= paidOn) return [];
    const given = { grace: quantityWords(length), day: dateWords(end.safe), latest: dateWords(end.latest) };
    return [{ what: 'fact', name: 'late-fee-grace', text: sentence('term.fees.scale-day-off', given) }];
  });
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
