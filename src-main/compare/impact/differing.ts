import { redline } from '../redline/redline.ts';

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
  if (replaced)
    return [
      edits.map((edit) => ofWhom(edit.old, old, edit.at[0])),
      edits.map((edit) => ofWhom(edit.new, next, edit.at[1])),
    ];
  const end = edits.at(-1) ?? first;
  if (Math.max(end.at[0] + end.old.length, end.at[1] + end.new.length) <= longest) return [[old], [next]];
  return [[from(old, first.at[0])], [from(next, first.at[1])]];
}

/** A name with the ending that says whose (`Customer's`). */
const ofWhom = (words: string, text: string, at: number): string =>
  words + (/^['’]s(?![a-z])/u.exec(text.slice(at + words.length))?.[0] ?? '');

/** The quotation from a little before `at`, at the beginning of a word. */
function from(text: string, at: number): string {
  let start = Math.max(0, at - LEAD);
  while (
    start > 0 &&
    start < at &&
    /[A-Za-z\d]/u.test(text.charAt(start - 1)) &&
    /[A-Za-z\d]/u.test(text.charAt(start))
  )
    start -= 1;
  return start === 0 ? text : `…${text.slice(start).trimStart()}`;
}
