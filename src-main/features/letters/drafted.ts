import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../agreement/sentence.ts';
import type { DraftedWords, ToldWords } from '../../kernel/between-features.ts';
import type { Letter } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { FieldValue, LetterValues, RowValue } from '../../letter/template.ts';

/** What a feature drafted a letter with, in a language. */
export type Drafted = ToldWords;

/**
 * Goes on with what the features drafted a letter with: at once, or once it is worked out where one of them takes its time.
 * @param go is told whether it was waited for
 */
export function withDrafted<Result>(
  ports: Ports,
  features: readonly DraftedWords[],
  letterId: string,
  go: (drafted: Drafted, waited: boolean) => Result,
): Result | Promise<Result> {
  const told = features.map((words) => words(ports, letterId));
  const together =
    (words: readonly (ToldWords | undefined)[]): Drafted =>
    (language) =>
      words.reduce<ReturnType<ToldWords>>((all, say) => ({ ...all, ...say?.(language) }), {});
  const ready = told.flatMap((words) => (words instanceof Promise ? [] : [words]));
  return ready.length === told.length
    ? go(together(ready), false)
    : Promise.all(told.map(async (words) => words)).then((words) => go(together(words), true));
}

/** What is to be kept of a letter after a wait: what was typed into it meanwhile, else what was given. */
export const valuesNow = (before: Letter, now: Letter, given: LetterValues): LetterValues =>
  isDeepStrictEqual(now.body.values, before.body.values) ? given : now.body.values;

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
