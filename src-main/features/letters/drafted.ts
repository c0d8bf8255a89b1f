import type { Language } from '../../agreement/sentence.ts';
import type { FieldValue, LetterValues, RowValue } from '../../letter/template.ts';

/** What a feature drafted a letter with, in a language. */
export type Drafted = (language: Language) => LetterValues;

/** What was drafted goes over to another language, cell by cell, where the letter still has it as it was drafted. */
export function draftedIn(
  drafted: Drafted | undefined,
  values: LetterValues,
  { from, to }: { readonly from: Language; readonly to: Language },
): LetterValues {
  if (drafted === undefined) return {};
  const [was, told] = [drafted(from), drafted(to)];
  return Object.fromEntries(
    Object.entries(told).flatMap(([key, said]) => {
      const value = moved(values[key], was[key], said);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function moved(value: FieldValue | undefined, was: FieldValue | undefined, told: FieldValue): FieldValue | undefined {
  if (typeof value === 'string' || typeof was === 'string' || typeof told === 'string') {
    return value === was ? told : undefined;
  }
  if (value === undefined || was === undefined || value.length !== was.length || was.length !== told.length) return;
  return value.map((row, index) => ({ ...row, ...movedCells(row, was[index], told[index]) }));
}

const movedCells = (row: RowValue, was: RowValue = {}, told: RowValue = {}): RowValue =>
  Object.fromEntries(Object.entries(told).filter(([key]) => row[key] === was[key]));
