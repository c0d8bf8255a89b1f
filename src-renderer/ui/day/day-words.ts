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

/** What is said where words that were typed are no value of a field of this type. */
export const impossibleWords = (type: DayType, written: string): string => t(`format.impossible.${type}`, { written });

/** What a field allows: none before the first, none after the last. */
export interface Bounds {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

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
