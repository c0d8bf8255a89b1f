import type { CourtRow, ExhibitForm, ExhibitView } from '../../../../src-main/contract/evidence/court.ts';

/** The forms that a piece of evidence can be handed in as, in the order in which they are offered. */
export const EXHIBIT_FORM_NAMES: readonly ExhibitForm[] = ['original', 'electronic', 'copy'];

/** A row as the person is leaving it. */
export interface Left {
  readonly shown: ExhibitView;
  left: boolean;
  form: ExhibitForm;
  purpose: string;
}

/** Numbers as the printed list has them: what is left out has none. */
export function numbersOf(rows: readonly Pick<Left, 'left'>[]): readonly (number | undefined)[] {
  let number = 0;
  return rows.map(({ left }) => (left ? undefined : (number += 1)));
}

/** The rows with one of them a place further up or down. */
export function moved<Row>(rows: readonly Row[], index: number, by: 1 | -1): Row[] {
  const row = rows[index];
  const to = index + by;
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(index, 1).toSpliced(to, 0, row);
}

/** What is kept of a row. Words that were not changed stay the product's own, in whichever language they are read. */
export function leftAs({ shown, left, form, purpose }: Left, before: string): CourtRow {
  const own = purpose.trim();
  const changed = own !== '' && (own !== before.trim() || shown.own);
  return {
    key: shown.key,
    form,
    ...(left ? { left } : {}),
    ...(changed ? { purpose: own } : {}),
  };
}
