import type { LetterProblem, LetterValues, LetterView } from '../../../src-main/contract/letters.ts';

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

/** What the field is called that a problem names; of a table, the column. */
export function nameAt(fields: LetterView['fields'], path: string): LetterView['name'] | undefined {
  const [key, , column] = path.split('.');
  const field = fields.find((each) => each.key === key);
  return field?.columns?.find((each) => each.key === column)?.label ?? field?.label;
}

/** The control of the place that a problem names; else the first that does not fit. */
export const controlAt = (fields: HTMLElement | undefined, place: string): HTMLElement | null | undefined =>
  fields?.querySelector<HTMLElement>(`[name="${CSS.escape(place)}"]`) ??
  fields?.querySelector<HTMLElement>('[aria-invalid="true"]');
