import type { FactView } from '../../src-main/contract/views.ts';
import type { TextRun } from './runs.ts';

/** Where a value stands in a clause's text. */
export interface FactSpan {
  readonly start: number;
  readonly end: number;
  readonly fact: FactView;
}

/** Where the values of a clause stand in its text, in order and without overlap; values that stand nowhere by themselves are left out. */
export function factSpans(text: string, facts: readonly FactView[]): readonly FactSpan[] {
  const spans = facts.flatMap((fact): readonly FactSpan[] => {
    const quote = text.indexOf(fact.quote);
    const within = fact.figure === undefined ? -1 : fact.quote.indexOf(fact.figure);
    if (quote === -1 || within === -1 || fact.figure === undefined) return [];
    return [{ start: quote + within, end: quote + within + fact.figure.length, fact }];
  });
  const kept: FactSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** Stretches of text that belong to one value, or to none. */
export interface FactRuns {
  readonly fact?: FactView;
  readonly runs: readonly TextRun[];
}

/** Runs of a text, cut where a value begins and ends. */
export function runsByFact(runs: readonly TextRun[], spans: readonly FactSpan[]): readonly FactRuns[] {
  const found: { fact?: FactView; runs: TextRun[] }[] = [];
  const add = (run: TextRun, fact: FactView | undefined): void => {
    const last = found.at(-1);
    if (last && last.fact === fact) last.runs.push(run);
    else found.push(fact ? { fact, runs: [run] } : { runs: [run] });
  };
  let from = 0;
  for (const run of runs) {
    const end = from + run.text.length;
    const inside = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > from && at < end);
    const cuts = [...new Set([from, ...inside, end])];
    for (const [index, cut] of cuts.slice(0, -1).entries()) {
      const text = run.text.slice(cut - from, (cuts[index + 1] ?? end) - from);
      add({ ...run, text }, spans.find(({ start, end: to }) => start <= cut && cut < to)?.fact);
    }
    from = end;
  }
  return found;
}
