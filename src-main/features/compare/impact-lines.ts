import { type Param, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Change } from '../../compare/comparison.ts';
import { wholeWordsWithin } from '../../compare/words/word-edges.ts';
import type { ImpactLine } from '../../contract/compare.ts';
import { changeNumber, type ComparedVersions, isBetterChange } from '../../kernel/version-comparison.ts';

const EXCERPT = 42;

/** The material changes, most serious first, each with the row it stands on. */
export function impactLines(compared: ComparedVersions): readonly ImpactLine[] {
  return linesOf(compared, compared.comparison.impact);
}

/** The other changes, in reading order. */
export function otherLines(compared: ComparedVersions): readonly ImpactLine[] {
  const { changes } = compared.comparison;
  return linesOf(
    compared,
    [...changes.keys()].filter((at) => !changes[at]?.material),
  );
}

function linesOf(compared: ComparedVersions, which: readonly number[]): readonly ImpactLine[] {
  const { comparison } = compared;
  const rowOf = new Map<number, number>();
  comparison.pairs.forEach(({ change }, index) => {
    if (change !== undefined && !rowOf.has(change)) rowOf.set(change, index);
  });
  return which.flatMap((at): readonly ImpactLine[] => {
    const change = comparison.changes[at];
    const row = rowOf.get(at);
    if (!change || row === undefined) return [];
    return [
      {
        rowId: `row-${row}`,
        part: change.part,
        excerpt: excerpt(change),
        reasons: figuresFirst(change.reasons.map(({ text }) => text)).map(asArrow),
        ...changeNumber(compared, change),
        ...(isBetterChange(compared, change) ? { better: true as const } : {}),
      },
    ];
  });
}

function excerpt(change: Change): string {
  const side = change.new ?? change.old;
  const words = (side?.heading ?? side?.text ?? '').replaceAll(/\s+/gu, ' ').trim();
  return words.length > EXCERPT ? `${wholeWordsWithin(words, EXCERPT)}…` : words;
}

/** What became of a figure says more than which kind of clause it stands in. */
function figuresFirst(reasons: readonly Sentence[]): readonly Sentence[] {
  const figure = (reason: Sentence): boolean => 'key' in reason && reason.key === 'compare.reasons.became';
  return [...reasons.filter(figure), ...reasons.filter((reason) => !figure(reason))];
}

/** “A” became “B” as `A → B`. */
export function asArrow(reason: Sentence): Sentence {
  if (!('key' in reason) || reason.key !== 'compare.reasons.became') return reason;
  const { name = '', old = '', next = '' } = reason.params ?? {};
  const [from, to] = apart(old, next);
  return sentence('compare.arrow', { name, old: from, next: to });
}

/** Where a sentence pauses: `at` is behind a mark that is no part of a figure (`3,000`). */
function pauses(text: string, at: number): boolean {
  const mark = text.charAt(at - 1);
  return /[，。；]/u.test(mark) ? !/\d/u.test(text.charAt(at - 2)) : /[,;]/u.test(mark) && text.charAt(at) === ' ';
}

/** Two quotations without what both begin with, up to a pause, and the mark that ends them. */
function apart(old: Param, next: Param): readonly [Param, Param] {
  if (typeof old !== 'string' || typeof next !== 'string') return [old, next];
  let shared = 0;
  for (let at = 1; at < Math.min(old.length, next.length) && old[at - 1] === next[at - 1]; at += 1)
    if (pauses(old, at)) shared = at;
  const bare = (text: string): string =>
    text
      .slice(shared)
      .trim()
      .replace(/[。；;]$/u, '');
  return bare(old) === '' || bare(next) === '' ? [old, next] : [bare(old), bare(next)];
}
