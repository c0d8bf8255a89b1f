import type { MarkedLine } from '../model.ts';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');

/** Columns of a text on a typewriter: Chinese characters take two. Long lines are measured by their start. */
export function columns(text: string): number {
  if (text.length > 400) return text.length;
  return text.length + (text.match(WIDE_ALL)?.length ?? 0);
}

/** Most columns that a hard-wrapped text has; wider lines are paragraphs of their own. */
const WIDEST_WRAP = 132;
const FEWEST_LINES = 6;

/**
 * The width at which a text was wrapped by hand or by a program, in columns; 0 when its lines are whole paragraphs.
 * A wrapped text has many neighbouring lines of nearly the same width and none that is much wider.
 */
export function wrapWidth(lines: readonly MarkedLine[]): number {
  const widths: number[] = [];
  let longer = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (line.cells || line.verbatim || line.paragraph || line.heading) return;
    const width = columns(line.text);
    if (width > WIDEST_WRAP) longer += 1;
    else if (next && next.line - line.line <= 1 && !next.cells) widths.push(width);
  });
  if (widths.length < FEWEST_LINES || longer > lines.length * 0.02) return 0;
  widths.sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.97)] ?? 0;
  const full = widths.filter((each) => each >= width * 0.82).length;
  return width >= 24 && full >= widths.length * 0.4 ? width : 0;
}

/** True when the next line's first word would not have fitted on the line before it. */
export function isForcedBreak(before: string, next: string, width: number): boolean {
  const word = WIDE.test(next.charAt(0)) ? 2 : (/^\S{1,40}/.exec(next)?.[0].length ?? 1);
  const slack = WIDE.test(before.at(-1) ?? '') ? 4 : 0;
  return columns(before) + word + slack >= width;
}
