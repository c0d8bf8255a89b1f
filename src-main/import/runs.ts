import type { Emphasis } from '../agreement/model.ts';

/** A stretch of text with one look, as the formats hold it. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly underline: boolean;
  /** The way its characters run where the markup says so, see `SeenCharacters`. */
  readonly direction?: 'rtl-override' | 'ltr-override' | 'rtl' | 'ltr';
}

/** The words of a line and which of them the source emphasises. */
export interface Words {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
}

/** What a place to fill in looks like in the text, where the source draws it as underlined space or an empty field. */
export const BLANK = '____';

const SPACES = '[ \\t\\n\\r\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f]+';
const PIECES = new RegExp(
  `${SPACES}|[^ \\t\\n\\r\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f]+`,
  'g',
);
const ONLY_SPACES = new RegExp(`^${SPACES}$`);
/** Characters of Chinese writing: a line end between two of them stands for nothing. */
const WIDE = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\ud840-\ud87f]/;
const UNDERLINED_BLANK = /^[\s\u3000]{2,}$|^[\s\u3000]*\t[\s\u3000]*$/;

/** True where Chinese is written without a space: between wide characters. */
export function isWide(char: string | undefined): boolean {
  return char !== undefined && WIDE.test(char);
}

/**
 * Runs as the words of one line: white space collapsed and trimmed as a browser does, spans of emphasis joined.
 * Underlined white space is a place to fill in and becomes `____`, without emphasis.
 */
export function wordsOf(runs: readonly Run[]): Words {
  let text = '';
  let gap = '';
  const spans: { start: number; end: number; strong: boolean; underline: boolean }[] = [];
  for (const { text: raw, strong, underline } of blanksShown(runs)) {
    for (const piece of raw.match(PIECES) ?? []) {
      if (ONLY_SPACES.test(piece)) {
        gap += piece;
        continue;
      }
      if (gap !== '' && text !== '') text += spacing(gap, text.at(-1), piece[0]);
      gap = '';
      const start = text.length;
      text += piece;
      if (!strong && !underline) continue;
      const last = spans.at(-1);
      const joins =
        last?.strong === strong && last.underline === underline && text.slice(last.end, start).trim() === '';
      if (last && joins) last.end = text.length;
      else spans.push({ start, end: text.length, strong, underline });
    }
  }
  return trimmed(text, spans);
}

function spacing(gap: string, before: string | undefined, after: string | undefined): string {
  return gap.includes('\n') && isWide(before) && isWide(after) ? '' : ' ';
}

function blanksShown(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.strong === run.strong && last.underline === run.underline) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else merged.push(run);
  }
  return merged.map((run) =>
    run.underline && UNDERLINED_BLANK.test(run.text) ? { text: BLANK, strong: false, underline: false } : run,
  );
}

/** Ideographic spaces at the ends are layout; inside they belong to the text. */
function trimmed(
  text: string,
  spans: readonly { start: number; end: number; strong: boolean; underline: boolean }[],
): Words {
  const first = text.search(/[^\s\u3000]/);
  if (first === -1) return { text: '', emphasis: [] };
  const kept = text.slice(first).replace(/[\s\u3000]+$/, '');
  const emphasis = spans
    .map(({ start, end, strong, underline }) => ({
      start: Math.max(0, start - first),
      end: Math.min(kept.length, end - first),
      strong,
      underline,
      origin: 'source' as const,
    }))
    .filter(({ start, end }) => end > start && kept.slice(start, end).trim() !== '');
  return { text: kept, emphasis };
}

/** Cells as the words of one row: joined by tabs, emphasis moved along. */
export function rowOf(cells: readonly Words[]): Words {
  const emphasis: Emphasis[] = [];
  let text = '';
  cells.forEach((cell, index) => {
    if (index > 0) text += '\t';
    for (const span of cell.emphasis) {
      emphasis.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += cell.text;
  });
  return { text, emphasis };
}
