import { openBrackets } from './joining.ts';
import type { Repair } from '../model.ts';
import type { ClauseNumber } from '../structure/clause-number.ts';
import { parseNumber } from '../structure/numbering.ts';
import { excerpt, type Passage } from './passage.ts';
import { isHeadingLike } from '../documents/titles.ts';

/** Part of a passage, with the number it starts with. */
export interface LinePart {
  readonly passage: Passage;
  readonly number: ClauseNumber | undefined;
}

const BOUNDARY = /[。；;！？!?.][”"’）)]?\s*(?=[（(]?\s?[\da-zA-Z第一二三四五六七八九十①-⒛０-９])|\s+(?=[\d０-９])/g;
/** Where an item of a list inside a line may start: after the colon that opens the list, or after the item before it. */
const ITEM =
  /(?:[：:]|[；;。，,、][”"’]?\s*(?:(?:and\/or|and|or|以及|并且|和|或者?|及)[，,]?(?=[\s（(①-⒛]))?|\.(?=\s))\s*(?=[（(]\s?[\da-z一二三四五六七八九十]{1,4}\s?[）)]|[①-⒛]|\d{1,2}[.、)）](?!\d)|[a-z][.)）]\s)/gi;
/** The marks that a list inside a sentence needs; a bare figure counts only after the end of a sentence's part. */
const ENCLOSED = /^(?:\(|[①⑴⒈⒜ⓐ])/;
const READ_AHEAD = 64;

/**
 * Several numbered clauses in one line: each goes on its own where the next number follows the end of a sentence, or a
 * colon opens a list: `shall not: (a) …; (b) …`. Logged as one repair for the line.
 */
export function splitLine(passage: Passage, number: ClauseNumber | undefined, repairs: Repair[]): readonly LinePart[] {
  const sentences = number ? cutAt(passage, number, sentenceCuts(passage, number)) : [{ passage, number }];
  const parts = sentences.flatMap((part) => cutAt(part.passage, part.number, listCuts(part.passage.text), true));
  if (parts.length === 1) return [{ passage, number }];
  const after = parts.map((part) => part.passage.text).join('\n');
  repairs.push({ line: passage.first, kind: 'split-line', before: passage.text, after });
  return parts;
}

/** `bare`: the parts after the first are items, neither headings nor items of the format's list. */
function cutAt(
  passage: Passage,
  number: ClauseNumber | undefined,
  cuts: readonly number[],
  bare = false,
): readonly LinePart[] {
  if (cuts.length === 0) return [{ passage, number }];
  const { heading: _heading, list: _list, ...plain } = passage;
  return [0, ...cuts].map((at, index) => {
    const base = bare && index > 0 ? plain : passage;
    const part = { ...base, ...excerpt(passage, at, cuts[index]) };
    return { passage: part, number: index === 0 ? number : parseNumber(part.text) };
  });
}

function sentenceCuts(passage: Passage, number: ClauseNumber): readonly number[] {
  const cuts: number[] = [];
  let last = number;
  let from = number.length;
  for (const match of passage.text.matchAll(BOUNDARY)) {
    const at = match.index + match[0].length;
    if (at <= from || at >= passage.text.length) continue;
    const found = parseNumber(passage.text.slice(at, at + READ_AHEAD));
    if (!found || found.length >= passage.text.length - at || !follows(last, found)) continue;
    const blankOnly = match[0].trim() === '';
    const label = blankOnly && found.values.length > 1 && isHeadingLike(passage.text.slice(from, at).trim());
    if (blankOnly && !label) continue;
    cuts.push(at);
    last = found;
    from = at + found.length;
  }
  return cuts;
}

/** A list found inside a line: its style, the value it has reached, where its items start. */
interface InlineList {
  readonly style: string;
  reached: number;
  readonly starts: number[];
}

function listCuts(text: string): readonly number[] {
  if (!/[：:]/.test(text)) return [];
  const lists: InlineList[] = [];
  let open: InlineList[] = [];
  for (const match of text.matchAll(ITEM)) {
    const at = match.index + match[0].length;
    const found = parseNumber(text.slice(at, at + READ_AHEAD));
    if (!found || found.length >= text.length - at || found.values.length > 1) continue;
    const readings = found.other ? [found, found.other] : [found];
    if (/^[：:]/.test(match[0])) {
      const first = readings.find(({ values }) => values[0] === 1);
      if (!first || openBrackets(text.slice(0, match.index)) > 0) continue;
      const list = { style: first.style, reached: 1, starts: [at] };
      lists.push(list);
      open.push(list);
      continue;
    }
    const depth = open.findLastIndex((list) =>
      readings.some(({ style, values }) => style === list.style && values[0] === list.reached + 1),
    );
    const list = open[depth];
    if (!list || (/^[，,、]/.test(match[0]) && !ENCLOSED.test(list.style))) continue;
    list.reached += 1;
    list.starts.push(at);
    open = open.slice(0, depth + 1);
  }
  const whole = lists.filter(({ starts }) => starts.length > 1);
  return whole.flatMap(({ starts }) => starts).toSorted((a, b) => a - b);
}

const isChild = (before: ClauseNumber, after: ClauseNumber): boolean =>
  after.values.length === before.values.length + 1 &&
  after.values.at(-1) === 1 &&
  before.values.every((value, index) => value === after.values[index]);

/** The next number of the same style, the first beneath it, or the next of the level above. */
export function follows(before: ClauseNumber, after: ClauseNumber): boolean {
  const [mine, next] = [before.values, after.values];
  if (isChild(before, after)) return true;
  if (next.length < mine.length)
    return (
      after.style.startsWith('1') &&
      next.every((value, index) => value === (mine[index] ?? 0) + (index === next.length - 1 ? 1 : 0))
    );
  if (after.style !== before.style || next.length !== mine.length) return false;
  return next.every((value, index) => value === (mine[index] ?? 0) + (index === next.length - 1 ? 1 : 0));
}
