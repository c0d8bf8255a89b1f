import type { Clause, Emphasis } from '../../agreement/model.ts';
import type { KeptToken } from './redline.ts';
import type { Token } from '../words/words.ts';

/** Words whose emphasis in the source changed while they stayed; runs of neighbours are one stretch, as written. */
export interface EmphasisChange {
  readonly boldLost: readonly string[];
  readonly boldGained: readonly string[];
  readonly underlineLost: readonly string[];
  readonly underlineGained: readonly string[];
}

type Mark = 'strong' | 'underline';

/**
 * What the source emphasises differently. Emphasis by rule is the reader's own and never compared; nor is that of
 * punctuation and space. Undefined when nothing changed.
 * @param kept gives the words that stayed; called only when the spans differ
 */
export function emphasisChange(
  old: Clause,
  next: Clause,
  kept: () => readonly KeptToken[],
): EmphasisChange | undefined {
  if (!old.emphasis.some(isSource) && !next.emphasis.some(isSource)) return undefined;
  const oldSpans = fromSource(old.emphasis);
  const newSpans = fromSource(next.emphasis);
  if (old.text === next.text && equalSpans(oldSpans, newSpans)) return undefined;
  const words = kept().filter(([token]) => token.kind !== 'mark');
  const lost = (mark: Mark): string[] =>
    stretches(words, ([a, b]) => isMarked(oldSpans, a, mark) && !isMarked(newSpans, b, mark), old.text);
  const gained = (mark: Mark): string[] =>
    stretches(words, ([a, b]) => !isMarked(oldSpans, a, mark) && isMarked(newSpans, b, mark), old.text);
  const change: EmphasisChange = {
    boldLost: lost('strong'),
    boldGained: gained('strong'),
    underlineLost: lost('underline'),
    underlineGained: gained('underline'),
  };
  return Object.values(change).some((list: readonly string[]) => list.length > 0) ? change : undefined;
}

function isSource(span: Emphasis): boolean {
  return span.origin === 'source' && (span.strong || span.underline);
}

function fromSource(spans: readonly Emphasis[]): readonly Emphasis[] {
  return spans.filter(isSource);
}

function equalSpans(a: readonly Emphasis[], b: readonly Emphasis[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, index) => {
      const other = b[index];
      return (
        span.start === other?.start &&
        span.end === other.end &&
        span.strong === other.strong &&
        span.underline === other.underline
      );
    })
  );
}

function isMarked(spans: readonly Emphasis[], token: Token, mark: Mark): boolean {
  return spans.some((span) => span[mark] && span.start < token.end && token.start < span.end);
}

function stretches(words: readonly KeptToken[], holds: (pair: KeptToken) => boolean, oldText: string): string[] {
  const found: { start: number; end: number }[] = [];
  let runs = false;
  for (const pair of words) {
    const last = found.at(-1);
    const is = holds(pair);
    if (is && runs && last) last.end = pair[0].end;
    else if (is) found.push({ start: pair[0].start, end: pair[0].end });
    runs = is;
  }
  return found.map(({ start, end }) => oldText.slice(start, end));
}
