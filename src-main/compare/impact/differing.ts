import type { Edit } from '../redline/redline.ts';
import { redline } from '../redline/redline.ts';
import { wordEnd, wordStart } from '../words/word-edges.ts';

/** Quotations as short as this are read at a glance and stay whole. */
const SHORT = 20;

/** Characters that are shown before a difference that stands behind what a line can hold. */
const LEAD = 12;

/**
 * What differs in two quotations: where words only took the place of others, those words (`12个月` and `3个月`); otherwise both as they
 * are, begun shortly before the difference where it would lie beyond `longest` characters, with the cut marked.
 */
export function differing(
  old: string,
  next: string,
  longest: number,
): readonly [old: readonly string[], next: readonly string[]] {
  if (Math.max(old.length, next.length) <= SHORT) return [[old], [next]];
  const { edits } = redline(old, next);
  const [first] = edits;
  if (!first) return [[old], [next]];
  const replaced = edits.every((edit) => edit.old.trim() !== '' && edit.new.trim() !== '');
  const whole = edits.map((edit) => wholeWords(edit, old, next));
  if (replaced)
    return [
      whole.map(([words, , at]) => ofWhom(words, old, at)),
      whole.map(([, words, , at]) => ofWhom(words, next, at)),
    ];
  const end = edits.at(-1) ?? first;
  if (Math.max(end.at[0] + end.old.length, end.at[1] + end.new.length) <= longest) return [[old], [next]];
  return [[from(old, first.at[0])], [from(next, first.at[1])]];
}

/** A name with the ending that says whose (`Customer's`). */
const ofWhom = (words: string, text: string, at: number): string =>
  words + (/^['’]s(?![a-z])/u.exec(text.slice(at + words.length))?.[0] ?? '');

/** What took the place of what, with the rest of the words that both begin and end in, and where these stand. */
function wholeWords(
  { old: struck, new: inserted, at }: Edit,
  old: string,
  next: string,
): readonly [old: string, next: string, oldAt: number, nextAt: number] {
  const [oldEnd, nextEnd] = [at[0] + struck.length, at[1] + inserted.length];
  const back = Math.max(at[0] - wordStart(old, at[0]), at[1] - wordStart(next, at[1]));
  const ahead = Math.max(wordEnd(old, oldEnd) - oldEnd, wordEnd(next, nextEnd) - nextEnd);
  // Words that begin or end otherwise in each text were changed there as well, and are told by that change.
  const before = old.slice(at[0] - back, at[0]) === next.slice(at[1] - back, at[1]) ? back : 0;
  const behind = old.slice(oldEnd, oldEnd + ahead) === next.slice(nextEnd, nextEnd + ahead) ? ahead : 0;
  return [
    old.slice(at[0] - before, oldEnd + behind),
    next.slice(at[1] - before, nextEnd + behind),
    at[0] - before,
    at[1] - before,
  ];
}

/** The quotation from a little before `at`, at the beginning of a word. */
function from(text: string, at: number): string {
  const start = wordStart(text, Math.max(0, at - LEAD));
  return start === 0 ? text : `…${text.slice(start).trimStart()}`;
}
