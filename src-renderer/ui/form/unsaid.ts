import { untrack } from 'svelte';
import { i, t } from '../../kernel/preferences.svelte.ts';

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

/** What is said where words that were typed are no value of a field of this type. */
export function impossibleWords(type: string | undefined, written: string): string {
  if (type === 'month') return t('format.impossible.month', { written });
  return type === 'datetime-local'
    ? t('format.impossible.datetime-local', { written })
    : t('format.impossible.date', { written });
}

/** Keys that move on or say nothing by themselves. */
const SILENT: readonly string[] = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape'];

/**
 * For a field with `unsaid`: says when Chromium's own parts show. It writes those of an empty field in the language that the app was
 * started in. Where the page speaks that one they show as soon as the field has the focus, else once somebody types.
 */
export function asTypedIn(field: HTMLInputElement): () => void {
  const begin = (): void => {
    field.dataset['begun'] = '';
  };
  // A dialog gives the focus while it opens, and must not open anew because the language was asked for in it.
  const focused = (): void => {
    if (navigator.language.startsWith(untrack(() => i.language))) begin();
  };
  const pressed = ({ key }: KeyboardEvent): void => {
    if (!SILENT.includes(key)) begin();
  };
  const left = (): void => {
    delete field.dataset['begun'];
  };
  field.addEventListener('focus', focused);
  field.addEventListener('keydown', pressed);
  field.addEventListener('blur', left);
  return () => {
    field.removeEventListener('focus', focused);
    field.removeEventListener('keydown', pressed);
    field.removeEventListener('blur', left);
  };
}
