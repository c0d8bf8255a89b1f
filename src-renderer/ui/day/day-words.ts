import { dayIn } from '../form/doubts.ts';
import { asTyped } from '../form/as-typed.ts';
import { longDate, monthName } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What a field of time holds: a day, a month, or a day with its clock. */
export const DAY_TYPES = ['date', 'month', 'datetime-local'] as const;
export type DayType = (typeof DAY_TYPES)[number];

/** Whether a field of this type holds a day, a month or a moment. */
export const isDayType = (type: string | undefined): type is DayType => DAY_TYPES.some((each) => each === type);

/** What a field holds, as the person reads it; what is no value of it stands as it is. */
export function dayWords(type: DayType, value: string): string {
  if (asTyped(type, value) === undefined) return value;
  if (type === 'month') return monthName(value);
  const day = longDate(value.slice(0, 10));
  if (type === 'date') return day;
  return t('frame.dateTime', { date: day, time: value.slice(11).replace(/^(\d\d:\d\d):00$/u, '$1') });
}

/** What an empty field looks for. */
export const emptyWords = (type: DayType): string => t(`format.unsaid.${type}`);

/** A leap year: with it every day of any year is one. */
const ANY_YEAR = 2028;

/** A day was typed, and its year alone is missing: `11月30日`, `30 Nov`. */
export function isYearless(type: DayType, written: string): boolean {
  if (type === 'month' || /\d{4}|年/u.test(written)) return false;
  const [day = '', ...clock] = type === 'date' ? [written] : written.split(/\s+(?=\d{1,2}[:：点时])/u);
  const whole = [`${ANY_YEAR}年${day}`, `${ANY_YEAR}-${day}`, `${day} ${ANY_YEAR}`, `${day}, ${ANY_YEAR}`];
  return whole.some((each) => asTyped(type, [each, ...clock].join(' ')) !== undefined);
}

/** What is said where words that were typed are no value of a field of this type. */
export const impossibleWords = (type: DayType, written: string): string =>
  isYearless(type, written)
    ? t('format.yearless', { written, like: emptyWords(type) })
    : t(`format.impossible.${type}`, { written });

/** What a field allows: none before the first, none after the last. */
export interface Bounds {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** Bounds among the attributes of a control. */
interface Attributes {
  readonly min?: string | number | null | undefined;
  readonly max?: string | number | null | undefined;
}

/** The bounds as a control has them among its attributes. */
export const boundsOf = ({ min, max }: Attributes): Required<Bounds> => ({
  min: min === undefined || min === null ? undefined : String(min),
  max: max === undefined || max === null ? undefined : String(max),
});

/** Where a value lies outside of what the field allows; a day is held against the day of a moment. */
export function outside(value: string, { min, max }: Bounds): 'before' | 'after' | undefined {
  if (value === '') return undefined;
  if (min && value < min.slice(0, value.length)) return 'before';
  return max && value.slice(0, max.length) > max ? 'after' : undefined;
}

/** What is wrong with what stands in a field, in the words of the person; empty where nothing is. */
export function dayFault(type: DayType, { value, shown }: { value: string; shown: string }, bounds: Bounds): string {
  if (value === '') return shown.trim() === '' ? '' : impossibleWords(type, shown.trim());
  const where = outside(value, bounds);
  if (where === undefined) return '';
  const bound = (where === 'before' ? bounds.min : bounds.max) ?? '';
  const date = dayIn(bound) === undefined ? monthName(bound) : longDate(bound.slice(0, 10));
  return t(where === 'before' ? 'frame.field.earliest' : 'frame.field.latest', { date });
}

/** Why a field does not take the day that it holds; absent where it takes it, and of a field of something else. */
export function refusedDay(
  type: string,
  value: string | number | null | undefined,
  attributes: Attributes,
): string | undefined {
  if (!isDayType(type)) return undefined;
  return dayFault(type, { value: String(value ?? ''), shown: '' }, boundsOf(attributes)) || undefined;
}
