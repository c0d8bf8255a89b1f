import { countCharacters } from '../../agreement/coverage.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { Conservation, RedlineRow, RedlineRun } from '../../contract/compare.ts';
import { type ComparedVersions, partDocuments } from '../../kernel/version-comparison.ts';

/**
 * Whether the rows of a redline hold every letter and digit of both texts, and no other: counted in the documents on one
 * side and in the rows as they are shown on the other. An annex that only the old version has is not compared, and not counted. Marks and white space are not counted: layout is not marked.
 */
export function conservation(compared: ComparedVersions, rows: readonly RedlineRow[]): Conservation {
  const documents = compared.comparison.parts
    .map((_, part) => partDocuments(compared, part))
    .filter(([, next]) => next !== undefined);
  const before = inDocuments(documents.flatMap(([old]) => old ?? []));
  const after = inDocuments(documents.flatMap(([, next]) => next ?? []));
  const [oldSide, newSide] = [inRows(rows, 'old'), inRows(rows, 'new')];
  const difference =
    Math.abs(before - oldSide.kept - oldSide.marked) +
    Math.abs(after - newSide.kept - newSide.marked) +
    Math.abs(oldSide.kept - newSide.kept);
  return { old: before, struck: oldSide.marked, inserted: newSide.marked, new: after, difference };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const inDocuments = (documents: readonly AgreementDocument[]): number =>
  sum(documents.flatMap(({ clauses }) => clauses.map(({ text }) => countCharacters(text))));

function inRows(rows: readonly RedlineRow[], side: 'old' | 'new'): { readonly kept: number; readonly marked: number } {
  // A title that is no clause is told of, and stands in no text.
  const runs = rows.flatMap((row): readonly RedlineRun[] => (row.role === 'title' ? [] : (row[side]?.runs ?? [])));
  const count = (marked: boolean): number =>
    sum(runs.filter(({ change }) => (change !== undefined) === marked).map(({ text }) => countCharacters(text)));
  return { kept: count(false), marked: count(true) };
}
