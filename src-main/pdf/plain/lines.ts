import type { PaperRun } from '../paper.ts';
import { RULE_SIGN } from '../paper.ts';
import type { Stretch } from '../unbroken.ts';

/**
 * Breaking Chinese text into lines: between any two ideographs, never inside a word or number, never before closing or after
 * opening punctuation (避头尾; GB/T 15834-2011, 5.1). A closing mark at the line's end needs only its left half.
 */

export type Weight = 'regular' | 'bold';

/** A character with everything that decides how it is drawn. */
interface Atom {
  readonly text: string;
  readonly width: number;
  readonly style: SegmentStyle;
  /** Inside of what goes to the next line whole: no line begins here. */
  readonly within?: true;
}

export interface SegmentStyle {
  readonly weight: Weight;
  readonly underline: boolean;
  readonly change: 'inserted' | 'deleted' | undefined;
  /** Small and raised: the sign of bold by rule. */
  readonly raised: boolean;
}

/** Characters of one style, set from `x` points right of the line's start. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: SegmentStyle;
}

export interface TextLine {
  readonly segments: readonly Segment[];
  /** Some of the line is bold by rule: it gets the dotted bar. */
  readonly ruled: boolean;
}

/** Width of a character in points at a size. */
export type Measure = (character: string, weight: Weight, size: number) => number;

/** Width of regular text in points at a size. */
export const textWidth = (measure: Measure, text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + measure(character, 'regular', size), 0);

const NOT_AT_START = new Set('、。，．：；！？）］｝》〉」』】〕”’,.:;!?)]}%‰℃…—～·々ー');
const NOT_AT_END = new Set('（［｛《〈「『【〔“‘([{￥$№§');
const HALF_AT_END = new Set('、。，．：；！？）］｝》〉」』】〕”’');
const WORD = /[\p{Script=Latin}\p{Nd}_'@#&+=/\\.,:%\-–]/u;
const RAISED_SCALE = 0.65;

/** Tabs and separators as what they stand for; invisible marks have no glyph and would print as boxes. */
const visible = (text: string): string =>
  text
    .replace(/\t/g, ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b\ufeff]/g, '');

function atoms(runs: readonly PaperRun[], size: number, measure: Measure): readonly Atom[] {
  return runs.flatMap(({ text, strong, underline = false, change }) => {
    const weight: Weight = strong || change === 'inserted' ? 'bold' : 'regular';
    const style: SegmentStyle = { weight, underline, change, raised: false };
    const written = [...visible(text)].map((character) => ({
      text: character,
      style,
      width: measure(character, weight, size),
    }));
    if (strong !== 'rule') return written;
    const sign: SegmentStyle = { weight: 'regular', underline: false, change: undefined, raised: true };
    return [...written, { text: RULE_SIGN, style: sign, width: measure(RULE_SIGN, 'regular', size * RAISED_SCALE) }];
  });
}

/** May a line end after `before`, so that `after` starts the next? */
function mayBreak(before: string, after: string): boolean {
  if (before === ' ' || before === '\u3000') return !NOT_AT_START.has(after);
  if (after === ' ') return false;
  if (NOT_AT_START.has(after) || NOT_AT_END.has(before) || after === RULE_SIGN) return false;
  return !(WORD.test(before) && WORD.test(after));
}

/** How far a break may be sought backwards before a word is broken where it stands: long hexadecimal figures are. */
const LONGEST_WORD = 30;

function breakBefore(list: readonly Atom[], start: number, overflow: number): number {
  for (let at = overflow; at > start && at > overflow - LONGEST_WORD; at -= 1) {
    if (list[at]?.within !== true && mayBreak(list[at - 1]?.text ?? '', list[at]?.text ?? '')) return at;
  }
  return Math.max(overflow, start + 1);
}

function segmentsOf(list: readonly Atom[], indent: number): readonly Segment[] {
  const segments: Segment[] = [];
  let x = indent;
  for (const { text, style, width } of list) {
    const last = segments[segments.length - 1];
    if (last && last.style === style)
      segments[segments.length - 1] = { ...last, text: last.text + text, width: last.width + width };
    else segments.push({ text, x, width, style });
    x += width;
  }
  return segments;
}

export interface LineOptions {
  readonly size: number;
  /** Points from the line's start to its end. */
  readonly measure: number;
  /** Indent of the first line in points. */
  readonly indent?: number | undefined;
  readonly width: Measure;
  /** What goes to the next line whole, where it finds room on one. */
  readonly whole?: ((text: string) => readonly Stretch[]) | undefined;
}

/** The same atoms, with what goes to the next line whole marked as such. */
function keptWhole(list: readonly Atom[], whole: LineOptions['whole']): readonly Atom[] {
  if (!whole) return list;
  const starts = list.reduce<number[]>((at, { text }) => [...at, (at.at(-1) ?? 0) + text.length], [0]);
  const spans = whole(list.map(({ text }) => text).join('')).map(
    ({ index, text }) => [index, index + text.length] as const,
  );
  return list.map((atom, at) => {
    const place = starts[at] ?? 0;
    return spans.some(([from, to]) => place > from && place < to) ? { ...atom, within: true } : atom;
  });
}

/** Runs as lines no longer than the measure. A line feed ends a line. */
export function breakLines(
  runs: readonly PaperRun[],
  { size, measure, indent = 0, width, whole }: LineOptions,
): readonly TextLine[] {
  const list = keptWhole(atoms(runs, size, width), whole);
  const lines: TextLine[] = [];
  const add = (from: number, to: number, first: boolean): void => {
    const part = list.slice(from, to);
    while (part[part.length - 1]?.text === ' ') part.pop();
    lines.push({ segments: segmentsOf(part, first ? indent : 0), ruled: part.some(({ style }) => style.raised) });
  };
  let start = 0;
  let used = indent;
  let first = true;
  for (let at = 0; at < list.length; at += 1) {
    const atom = list[at];
    if (!atom) break;
    if (atom.text === '\n') {
      add(start, at, first);
      start = at + 1;
      used = 0;
      first = false;
      continue;
    }
    const needed = HALF_AT_END.has(atom.text) ? atom.width / 2 : atom.width;
    if (used + needed > measure + 0.01 && at > start && atom.text !== ' ') {
      const end = breakBefore(list, start, at);
      add(start, end, first);
      first = false;
      start = end;
      while (list[start]?.text === ' ') start += 1;
      used = list.slice(start, at).reduce((sum, each) => sum + each.width, 0);
    }
    used += atom.width;
  }
  if (start < list.length || lines.length === 0) add(start, list.length, first);
  return lines;
}

/** The rule's bar runs along the whole paragraph, not only along the lines that carry the sign. */
export const isBarred = (runs: readonly PaperRun[]): boolean => runs.some(({ strong }) => strong === 'rule');
