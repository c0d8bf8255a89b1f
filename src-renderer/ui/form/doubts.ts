import { longDate, today } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What is known of the day that a field asks for: something was done on it, or something is to come on it. */
export type DayOf = 'done' | 'ahead';

/** A day that the asked one cannot sensibly be before, with its name. */
export interface DayBefore {
  readonly name: string;
  readonly day: string;
}

/** Nothing that is asked for here happened before: a year that was typed short (`26`, `0261`). */
const LONG_AGO = '1990-01-01';

/** What a field holds. */
type Value = string | number | null | undefined;

/** The day of what a field holds, where it is one or an instant. */
export const dayIn = (value: Value): string | undefined => /^\d{4}-\d\d-\d\d/u.exec(String(value ?? ''))?.[0];

/** What is to be asked about a day or an instant that was typed; `first` is what stood there before. */
export function dayDoubt(
  value: Value,
  {
    of,
    after,
    first,
  }: { readonly of?: DayOf | undefined; readonly after?: DayBefore | undefined; readonly first: Value },
): string | undefined {
  const day = dayIn(value);
  if (day === undefined) return undefined;
  if (day < LONG_AGO) return t('frame.field.longAgo');
  if (of === 'done' && day > today()) return t('frame.field.ahead');
  if (of === 'ahead' && day < today() && value !== first) return t('frame.field.passed');
  const before = dayIn(after?.day);
  return after && before !== undefined && day < before
    ? t('frame.field.earlier', { name: after.name, date: longDate(before) })
    : undefined;
}

/** What is to be asked about a rate in percent: of several, about any. */
export const rateDoubt = (value: Value): string | undefined =>
  String(value ?? '')
    .split(/[,，、;；\s]+/u)
    .some((each) => Number(each.replace(/[%％]$/u, '')) > 100)
    ? t('frame.field.over')
    : undefined;
