import type { Fact, Unit } from '../fact.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { plain } from '../meaning/sentences.ts';
import type { Quantity } from '../quantity/quantities.ts';
import { NUMBER, readNumber } from '../quantity/written-numbers.ts';

/**
 * A length that is written so that it can be read in two ways: the length, and words at it that give another one (`30日或60日`,
 * `1个月（30日）`) or say which days of it count (`30日（工作日）`, `45日（不含节假日）`).
 */

/** A length as it can be read. */
export interface Reading {
  readonly value: number;
  readonly unit: Unit;
}

const UNIT_OF: Partial<Readonly<Record<Quantity['measure'], Unit>>> = {
  day: 'day',
  workday: 'working-day',
  month: 'month',
  year: 'year',
  hour: 'hour',
};

const OR = /^\s?(?:或者?(?:是|为|提前|满)?|[/／]|,?\sor\s?(?:a\s)?)\s?$/iu;
/** A number without its unit, which stands behind the other one: `30/60 days`. */
const NUMBER_OR = new RegExp(String.raw`(?<![\d.,第-])(${NUMBER})\s?[/／]\s?$`, 'iu');
const OPENS = /^\s?[（(]\s?(?:即|也即|亦即|相当于|合|i\.\s?e\.,?\s|being\s|that\sis,?\s)?$/iu;
const CLOSES = /^\s?(?:['’]?\s?(?:notice|prior))?\s?[)）]/iu;

const WORKING = String.raw`(?:工作日|营业日|交易日|\b(?:business|working)\sdays?\b)`;
/** Right behind a length in days: that they are working days. */
const ARE_WORKING = new RegExp(
  String.raw`^['’]?\s?[（(，,]\s?(?:均|皆)?(?:为|指|系|是|按|以|being\s|meaning\s|i\.\s?e\.,?\s|counted\sin\s)?\s?${WORKING}(?:计算?|为准)?\s?[)）]`,
  'iu',
);
const WITHOUT = String.raw`(?:不(?:含|包括|包含|计|计入|算)|除去?|扣除|剔除|\b(?:excluding|exclusive\sof|not\s(?:including|counting)|except(?:\sfor)?|other\sthan|without)\b)`;
const DAYS_OFF = String.raw`(?:假|休息日|休日|周末|双休|周[六日]|星期[六日]|\b(?:holidays?|weekends?|saturdays?|sundays?)\b)`;
/** Right behind a length in days: that days off are left out. */
const LEAVES_OUT = new RegExp(
  String.raw`^['’]?\s?(?:[（(，,]\s?(?:均|皆|其中)?${WITHOUT}(?<out>[^）)，。；;]{0,24}?${DAYS_OFF}[^）)，。；;]{0,40})|[（(，,]\s?(?<out2>[^）)，。；;]{0,24}${DAYS_OFF}[^）)，。；;]{0,6}(?:除外|不计(?:算)?(?:在内)?|不算)))`,
  'iu',
);
const WEEKENDS = /周末|双休|休息日|周六|星期六|公休|\b(?:weekends?|saturdays?)\b/iu;
const HOLIDAYS = /节假|假日|假期|\bholidays?\b/iu;

/** Whether two lengths are one and the same in two units: `72小时（3天）`, `一年（12个月）`. */
function isSame(one: Reading, other: Reading): boolean {
  const hours: Partial<Readonly<Record<Unit, number>>> = { hour: 1, day: 24 };
  const months: Partial<Readonly<Record<Unit, number>>> = { month: 1, year: 12 };
  return [hours, months].some((scale) => {
    const [first, second] = [scale[one.unit], scale[other.unit]];
    return first !== undefined && second !== undefined && one.value * first === other.value * second;
  });
}

/** What the words right behind a length in days make of it; undefined where they say nothing of which days count. */
function byDaysThatCount({ value }: Reading, behind: string): readonly Reading[] | undefined {
  if (ARE_WORKING.test(behind)) return [{ value, unit: 'working-day' }];
  const { out, out2 } = LEAVES_OUT.exec(behind)?.groups ?? {};
  const left = out ?? out2;
  if (left === undefined) return undefined;
  const working: Reading = { value, unit: 'working-day' };
  // Holidays alone: whether days off at the week's end count is not said.
  return WEEKENDS.test(left) && HOLIDAYS.test(left) ? [working] : [{ value, unit: 'day' }, working];
}

/** The other length that stands at one, as a second reading of it. */
function otherAt(words: string, all: readonly Quantity[], own: Quantity): Reading | undefined {
  const at = all.indexOf(own);
  const readingOf = (quantity: Quantity | undefined): Reading | undefined => {
    const unit = quantity && UNIT_OF[quantity.measure];
    return quantity && unit && { value: quantity.value, unit };
  };
  const [before, behind] = [all[at - 1], all[at + 1]];
  if (before && OR.test(words.slice(before.end, own.start))) return readingOf(before);
  if (behind && OR.test(words.slice(own.end, behind.start))) return readingOf(behind);
  if (behind && OPENS.test(words.slice(own.end, behind.start)) && CLOSES.test(words.slice(behind.end)))
    return readingOf(behind);
  const either = own.either;
  const chosen = UNIT_OF[own.measure];
  if (either !== undefined && chosen) return { value: either, unit: chosen };
  const bare = NUMBER_OR.exec(words.slice(0, own.start));
  const value = bare?.[1] === undefined ? undefined : readNumber(bare[1]);
  const unit = UNIT_OF[own.measure];
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

/** Every way in which the length of a fact can be read by the words at it; the one of the fact alone where they are plain. */
export function readingsOf({ value, unit, quote }: Pick<Fact, 'value' | 'unit' | 'quote'>): readonly Reading[] {
  if (typeof value !== 'number') return [];
  const said: Reading = { value, unit };
  const words = plain(quote);
  const { quantities } = sentenceOf(words, { start: 0, end: words.length });
  const all = [...quantities.values()].toSorted((a, b) => a.start - b.start);
  const own = all.find((each) => UNIT_OF[each.measure] === unit && each.value === value && each.upTo === undefined);
  if (!own) return [said];
  const counted = unit === 'day' ? byDaysThatCount(said, words.slice(own.end)) : undefined;
  if (counted) return counted;
  const other = otherAt(words, all, own);
  return other === undefined || isSame(said, other) || (other.value === value && other.unit === unit)
    ? [said]
    : [said, other];
}
