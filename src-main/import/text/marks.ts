import type { Emphasis } from '../../agreement/model.ts';

/** Text without its marks of emphasis, and what they marked. Offsets are UTF-16 units into `text`. */
export interface Unmarked {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly kind: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** `***` is strong and italic; italics carry no weight in an agreement, so it counts as strong. */
const MARKS = /\*{2,3}|_{2,}|<(\/?)(b|strong|u|ins)>/gi;
const STRONG_TAGS = new Set(['b', 'strong']);

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);
const isAsciiWord = (character: string | undefined): boolean =>
  character !== undefined && /[0-9A-Za-z]/.test(character);

/** Lines to write on: with those in a line, two underscores are another, as in `____年__月__日`. */
const FORM = /_{3,}|__ ?[年月日时分]/;

function markAt(text: string, match: RegExpExecArray, form: boolean): Mark | undefined {
  const run = match[0];
  const at = match.index;
  const tag = match[2]?.toLowerCase();
  if (tag !== undefined) {
    const kind = STRONG_TAGS.has(tag) ? 'b' : 'u';
    return { at, length: run.length, kind, opens: match[1] === '', closes: match[1] !== '' };
  }
  const before = text[at - 1];
  const after = text[at + run.length];
  const inWord = isAsciiWord(before) && isAsciiWord(after);
  // `2**10` is a power; `a__b` a name; three and more underscores, or two between spaces, a place to fill in.
  if (run[0] === '_' && (form || run.length > 2 || inWord || before === '_')) return undefined;
  if (run[0] === '*' && inWord && /[0-9]/.test(`${before}${after}`)) return undefined;
  return { at, length: run.length, kind: run, opens: !isSpace(after), closes: !isSpace(before) };
}

/**
 * Takes paired marks (`**`, `***`, `__`, `<b>`, `<strong>`, `<u>`, `<ins>`) out of one line of text. A mark without its
 * partner in the same line is a character. `known` are spans that the text already has; they come back with new offsets.
 */
export function takeMarks(text: string, known: readonly Emphasis[] = []): Unmarked {
  return taken(...withoutSeams(text, known));
}

/** `**2-2****卖家**`: two marked stretches that touch, of which the grammar makes one with four stars inside. */
function withoutSeams(text: string, known: readonly Emphasis[]): readonly [string, readonly Emphasis[]] {
  const at = known.some(({ strong }) => strong) ? (/(?<!\*)\*{4}(?!\*)/u.exec(text)?.index ?? -1) : -1;
  if (at < 0 || !known.some(({ start, end, strong }) => strong && start < at && at + 4 < end)) return [text, known];
  const moved = (offset: number): number => (offset > at ? Math.max(at, offset - 4) : offset);
  const kept = known.map((span) => ({ ...span, start: moved(span.start), end: moved(span.end) }));
  return withoutSeams(text.slice(0, at) + text.slice(at + 4), kept);
}

function taken(text: string, known: readonly Emphasis[]): Unmarked {
  MARKS.lastIndex = 0;
  if (!/\*\*|__|<\/?[bsui]/i.test(text)) return { text, emphasis: known };
  const form = FORM.test(text);
  const open = new Map<string, Mark>();
  const pairs: (readonly [Mark, Mark])[] = [];
  for (let match = MARKS.exec(text); match; match = MARKS.exec(text)) {
    const mark = markAt(text, match, form);
    if (!mark) continue;
    const partner = open.get(mark.kind);
    if (partner && mark.closes && mark.at > partner.at + partner.length) {
      pairs.push([partner, mark]);
      open.delete(mark.kind);
    } else if (mark.opens && !partner) open.set(mark.kind, mark);
  }
  return pairs.length === 0 ? { text, emphasis: known } : cut(text, pairs, known);
}

function cut(text: string, pairs: readonly (readonly [Mark, Mark])[], known: readonly Emphasis[]): Unmarked {
  const marks = pairs.flat().toSorted((a, b) => a.at - b.at);
  let out = '';
  let from = 0;
  const ends: number[] = [];
  const removed: number[] = [];
  for (const mark of marks) {
    out += text.slice(from, mark.at);
    from = mark.at + mark.length;
    ends.push(from);
    removed.push((removed.at(-1) ?? 0) + mark.length);
  }
  out += text.slice(from);
  const moved = (offset: number): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const inside = marks[low];
    const before = low === 0 ? 0 : (removed[low - 1] ?? 0);
    return inside && offset > inside.at ? inside.at - before : offset - before;
  };
  const spans = pairs.map(([first, last]): Emphasis => {
    const underline = first.kind === 'u';
    const [start, end] = [moved(first.at + first.length), moved(last.at)];
    return { start, end, strong: !underline, underline, origin: 'source' };
  });
  const kept = known.map((span) => ({ ...span, start: moved(span.start), end: moved(span.end) }));
  return { text: out, emphasis: [...kept, ...spans].toSorted((a, b) => a.start - b.start || a.end - b.end) };
}
