import { t } from '../../kernel/preferences.svelte.ts';

const EMPTY: Readonly<Record<string, () => string>> = {
  date: () => t('format.unsaid.date'),
  month: () => t('format.unsaid.month'),
  'datetime-local': () => t('format.unsaid.datetime-local'),
};

/**
 * What stands in an empty field of a day, a month or an instant, in the person's language; undefined where something is
 * said, or where the field is of another type.
 */
export const unsaid = (type: string | undefined, value: unknown): string | undefined =>
  value === '' || value === null || value === undefined ? EMPTY[type ?? '']?.() : undefined;
