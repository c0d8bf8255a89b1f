import type { AgreementDocument, Clause } from '../../agreement/model.ts';

/**
 * True when two documents show no difference at all: words, numbers, layout, emphasis, repairs, and the lines they were
 * read from, counted from the document's first. Ids and tags, which the reader makes, do not count.
 */
export function sameSource(old: AgreementDocument, next: AgreementDocument): boolean {
  return JSON.stringify(shown(old)) === JSON.stringify(shown(next));
}

function shown(document: AgreementDocument): unknown {
  const first = document.lines[0];
  return [
    document.title,
    document.repairs.map((repair) => [repair.line - first, repair.kind, repair.before, repair.after]),
    document.clauses.map((clause) => shownClause(clause, first)),
  ];
}

function shownClause(clause: Clause, first: number): unknown {
  return [
    clause.number,
    clause.level,
    clause.role,
    clause.text,
    clause.lines.map((line) => line - first),
    clause.emphasis
      .filter((span) => span.origin === 'source')
      .map((span) => [span.start, span.end, span.strong, span.underline]),
  ];
}
