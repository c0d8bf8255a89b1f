import type { Anchor, FactValue } from '../fact.ts';
import { creditBase, creditBaseIn, isAddedUp } from '../quantity/credit-base.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import { amountsIn } from '../quantity/yuan.ts';
import {
  AFTER_RECEIPT,
  AFTER_BILL,
  AFTER_INCIDENT,
  AFTER_MONTH,
  AFTER_RESTORE,
  ASKED_AFTER,
  ASKS,
  BETWEEN_DAYS,
  BY_CYCLE,
  BY_DAY_OF_NEXT_MONTH,
  CLAIM,
  CLAIMS,
  CLOSES,
  COUNTED_IN_TIMES,
  CREDIT_CAPS,
  CYCLES,
  IN_FIRST_DAYS,
  NEXT_MONTH_END,
  NOT_CLOSES_AFTER,
  NOT_CLOSES_BEFORE,
  NOT_CREDIT_CAP,
  OF_SERVICE_LEVEL,
  RELATIVE,
} from '../rules/claims.ts';
import { firstOf, type Hit, hitsOf, lengthFact, quoteOf, type Stated, type Told } from './told.ts';

/**
 * From when a claim's time runs, by the words right before the figure, else by those right after it. What only says which month is
 * meant (“the month in which the incident occurred”) is no anchor.
 */
function anchorOf(before: string, after: string): Anchor | undefined {
  for (const said of [before, after]) {
    const words = said.replaceAll(RELATIVE, '');
    if (AFTER_RECEIPT.test(words)) return 'received';
    if (AFTER_MONTH.test(words)) return 'month-end';
    if (AFTER_RESTORE.test(words)) return 'restored';
    if (AFTER_BILL.test(words)) return 'invoice';
    if (AFTER_INCIDENT.test(words)) return 'incident';
  }
  return undefined;
}

/** The words of the sentence around a figure: of its own part before it, and what follows up to the next stop. */
function wordsAround({ sentence }: Told, { quantity }: Hit): readonly [string, string] {
  const at = [...sentence.quantities].find(([, each]) => each === quantity)?.[0] ?? 0;
  return [sentence.text.slice(Math.max(0, at - 40), at), sentence.text.slice(at + 1, at + 120)];
}

const isClosing =
  (told: Told) =>
  (hit: Hit): boolean => {
    const [before, after] = wordsAround(told, hit);
    if (ASKED_AFTER.test(after)) return true;
    return !NOT_CLOSES_BEFORE.test(before) && !NOT_CLOSES_AFTER.test(after);
  };

/** A claim that can be made from one day of the next month to another: it opens after the day before the first. */
function betweenDays(told: Told): readonly Stated[] {
  const match = BETWEEN_DAYS.exec(told.sentence.text);
  const [first, last] = match
    ? Array.from({ length: match[0].length }, (_, at) => told.sentence.quantities.get(match.index + at)).flatMap(
        (each) => each ?? [],
      )
    : [];
  if (!match || !first || !last || first.value < 1 || last.value < first.value || last.value > 31) return [];
  const quote = quoteOf(told, { start: match.index, end: match.index + match[0].length });
  const day = { unit: 'day', anchor: 'month-end', quote } as const;
  return [
    ...(first.value > 1 ? [{ kind: 'claim-opens', value: first.value - 1, ...day } as const] : []),
    { kind: 'claim-closes', value: last.value, ...day },
  ];
}

/** Whether a sentence speaks of asking for a credit: by its own words or those around it. */
function asksForCredit({ sentence: { text }, around }: Told, serviceLevel: boolean, behind: boolean): boolean {
  if (!CLAIMS.test(text) || !(serviceLevel || behind || OF_SERVICE_LEVEL.test(`${text} ${around}`))) return false;
  return (serviceLevel && ASKS.test(text)) || CLAIM.test(text) || CLAIM.test(around);
}

/**
 * By when a credit must be asked for.
 * @param serviceLevel it stands in a service level agreement, or under such a heading
 * @param behind it stands right behind a clause of the service level
 */
export function claimWindowFacts(told: Told, serviceLevel: boolean, behind: boolean): readonly Stated[] {
  const { text } = told.sentence;
  if (!asksForCredit(told, serviceLevel, behind)) return [];
  const first = firstOf(told, IN_FIRST_DAYS);
  if (first) return lengthFact('claim-closes', told, first, { anchor: 'month-end' });
  const between = betweenDays(told);
  if (between.length > 0) return between;
  const nextMonth = BY_DAY_OF_NEXT_MONTH.exec(text);
  const day = nextMonth && told.sentence.quantities.get(nextMonth.index + nextMonth[0].indexOf('\uE00C'));
  if (nextMonth && day) {
    // Before a day: the day before it is in time by every reading.
    const value =
      (nextMonth.groups?.['before'] ?? nextMonth.groups?.['before2']) === undefined ? day.value : day.value - 1;
    const quote = quoteOf(told, { start: nextMonth.index, end: nextMonth.index + nextMonth[0].length });
    return value < 1 ? [] : [{ kind: 'claim-closes', value, unit: 'day', anchor: 'month-end', quote }];
  }
  const nextEnd = NEXT_MONTH_END.exec(text);
  if (nextEnd) {
    const quote = quoteOf(told, { start: nextEnd.index, end: nextEnd.index + nextEnd[0].length });
    return [{ kind: 'claim-closes', value: 1, unit: 'month', anchor: 'month-end', quote }];
  }
  const cycle = BY_CYCLE.exec(text);
  const months = CYCLES[cycle?.groups?.['nth']?.toLowerCase() ?? ''];
  if (cycle && months !== undefined) {
    const quote = quoteOf(told, { start: cycle.index, end: cycle.index + cycle[0].length });
    return [{ kind: 'claim-closes', value: months, unit: 'month', anchor: 'month-end', quote }];
  }
  return hitsOf(told, CLOSES)
    .filter(isClosing(told))
    .slice(0, 1)
    .flatMap((hit) => {
      const [before, after] = wordsAround(told, hit);
      const anchor = anchorOf(before, after);
      if (anchor === 'invoice') return [];
      return lengthFact('claim-closes', told, hit, anchor && { anchor });
    });
}

/** What is owed for any breach, and not for the level of a service. */
const OF_A_BREACH =
  /\b(?:due\sto|arising\s(?:out\sof|from)|caused\sby|result(?:ing|s)?\sfrom)\s(?:any\s|a\s|the\s)?breach\b/iu;

/** What the credits of a period may come to at most. */
export function creditCapFacts(told: Told, serviceLevel: boolean): readonly Stated[] {
  const { clause, sentence } = told;
  const words = clause.text.slice(sentence.start, sentence.end);
  const about = serviceLevel || OF_SERVICE_LEVEL.test(`${words} ${told.around}`);
  if (!about || NOT_CREDIT_CAP.test(words)) return [];
  for (const pattern of CREDIT_CAPS) {
    for (const match of words.matchAll(pattern)) {
      const said = match.groups?.['value']?.trim() ?? '';
      if (COUNTED_IN_TIMES.test(said)) continue;
      // A cap of the liability caps the credits with it, and is told as what it is.
      const subject = words.slice(Math.max(0, match.index - 12), match.index) + match[0].replace(said, '');
      if (/责任|违约|\bliab|\bbreach/iu.test(subject) || OF_A_BREACH.test(words.slice(0, match.index))) continue;
      const share = shareOfWords(said);
      // A sum, alone or beside a share, is told in its own words: which of two counts stands there.
      if (amountsIn(said).length > 0)
        return [{ kind: 'credit-cap', value: said, unit: 'text', quote: match[0].trim() }];
      if (!share) continue;
      if (isAddedUp(said)) {
        const ofSum = { ...share, of: creditBase([said], share.of) };
        return [{ kind: 'credit-cap', value: ofSum, unit: share.unit, quote: match[0].trim() }];
      }
      const named = typeof share.of === 'string' ? share.of : (creditBaseIn(said) ?? monthOf(words));
      const value: FactValue = named ? { ...share, of: named } : share;
      return [{ kind: 'credit-cap', value, unit: share.unit, quote: match[0].trim() }];
    }
  }
  return [];
}

/** “Your fee for that billing period”, said of a monthly period. */
const monthOf = (words: string): 'month-fee' | undefined => (/月|month/iu.test(words) ? 'month-fee' : undefined);
