import type { LetterProblem, LetterValues } from '../../../src-main/contract/letters.ts';

/** What stands at the place that a problem names: a field, or `rows.2.column`, counted from 1. */
function valueAt(values: LetterValues, path: string): LetterValues[string] {
  const [key = '', row, column] = path.split('.');
  const value = values[key] ?? '';
  if (row === undefined || column === undefined || typeof value !== 'object') return value;
  return value[Number(row) - 1]?.[column] ?? '';
}

/** Whether a problem is only that nothing was filled in yet; that is no mistake, and is said of the letter as a whole first. */
export const unfilled = (values: LetterValues, { field, severity }: LetterProblem): boolean =>
  severity === 'error' && valueAt(values, field).length === 0;

/** The control of the place that a problem names; else the first that does not fit. */
export const controlAt = (fields: HTMLElement | undefined, place: string): HTMLElement | null | undefined =>
  fields?.querySelector<HTMLElement>(`[name="${CSS.escape(place)}"]`) ??
  fields?.querySelector<HTMLElement>('[aria-invalid="true"]');
