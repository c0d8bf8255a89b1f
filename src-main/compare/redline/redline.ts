import { mendHunks, type Hunk } from './edit-boundaries.ts';
import { matchSequences } from '../align/sequence.ts';
import { type Token, tokenise } from '../words/words.ts';

/**
 * One replaced stretch: `old` stands at `at[0]` of the old text and `new` at `at[1]` of the new one, in UTF-16 units.
 * Either is empty for an insertion or a deletion.
 */
export interface Edit {
  readonly old: string;
  readonly new: string;
  readonly at: readonly [number, number];
}

/** The difference of two texts: `edits` change words, `layout` changes white space, width or shape of marks alone. */
export interface Redline {
  readonly edits: readonly Edit[];
  readonly layout: readonly Edit[];
  /** Tokens that stayed, as they stand in the old and in the new text, in order; worked out when asked for. */
  readonly kept: () => readonly KeptToken[];
}

export type KeptToken = readonly [old: Token, new: Token];

/** Numbers for words, so that sequences of words are compared as numbers. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  numbersOf(tokens: readonly Token[]): Int32Array {
    const numbers = new Int32Array(tokens.length);
    tokens.forEach((token, index) => (numbers[index] = this.numberOf(token.key)));
    return numbers;
  }
}

/**
 * The smallest edits that a reader would mark between two texts. Symmetric: the other way round gives the same edits
 * with `old` and `new` exchanged.
 */
export function redline(old: string, next: string): Redline {
  if (old === next) return { edits: [], layout: [], kept: () => pairUp(tokenise(old), 0, 0) };
  if (old > next) return exchanged(redline(next, old));
  const { head, tail } = window(old, next);
  const oldPart = old.slice(head, old.length - tail);
  const newPart = next.slice(head, next.length - tail);
  const oldTokens = tokenise(oldPart);
  const newTokens = tokenise(newPart);
  const vocabulary = new Vocabulary();
  const matches = matchSequences(vocabulary.numbersOf(oldTokens), vocabulary.numbersOf(newTokens));
  const hunks = mendHunks(hunksOf(matches, newTokens.length), oldTokens, newTokens);
  const { edits, layout, kept } = spell(oldPart, newPart, oldTokens, newTokens, hunks);
  const place = (edit: Edit): Edit => ({ ...edit, at: [edit.at[0] + head, edit.at[1] + head] });
  return {
    edits: edits.map(place),
    layout: layout.map(place),
    kept: () => [
      ...pairUp(tokenise(old.slice(0, head)), 0, 0),
      ...kept.map(([a, b]): KeptToken => [shifted(a, head), shifted(b, head)]),
      ...pairUp(tokenise(old.slice(old.length - tail)), old.length - tail, next.length - tail),
    ],
  };
}

function pairUp(tokens: readonly Token[], oldFrom: number, newFrom: number): readonly KeptToken[] {
  return tokens.map((token) => [shifted(token, oldFrom), shifted(token, newFrom)]);
}

function shifted(token: Token, by: number): Token {
  return by === 0 ? token : { ...token, start: token.start + by, end: token.end + by };
}

/** Marks that no word, number, date or reference reaches across. */
const PARTS_TOKENS = '。；;！？、“”《》';

/** The mark at `at` parts tokens; a comma does where no digit or space is beside it (`3，000`). */
function partsTokens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark !== '，') return PARTS_TOKENS.includes(mark);
  return !/[\d０-９\s]/u.test(text.charAt(at - 1) + text.charAt(at + 1));
}

/** How many of them are left around the difference, so that an edit can slide to a better place. */
const MARGIN = 2;

/** Length of what two texts share at the head and at the tail, cut where no token is cut. */
function window(old: string, next: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, next.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === next.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && old.charCodeAt(old.length - 1 - tail) === next.charCodeAt(next.length - 1 - tail))
    tail += 1;
  for (let marks = 0; head > 0; head -= 1) if (partsTokens(old, head - 1) && (marks += 1) === MARGIN) break;
  for (let marks = 0; tail > 0; tail -= 1) if (partsTokens(old, old.length - tail) && (marks += 1) === MARGIN) break;
  return { head, tail };
}

const TOKENS = new WeakMap<Edit, { readonly old: readonly Token[]; readonly new: readonly Token[] }>();

/** The struck and the inserted words of an edit, cut once. */
export function tokensOf(edit: Edit): { readonly old: readonly Token[]; readonly new: readonly Token[] } {
  const known = TOKENS.get(edit);
  if (known) return known;
  const tokens = { old: tokenise(edit.old), new: tokenise(edit.new) };
  TOKENS.set(edit, tokens);
  return tokens;
}

/** Applies edits to the text they were made from; order does not matter, overlap is a defect and throws. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const edit of edits.toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])) {
    if (edit.at[0] < at || !text.startsWith(edit.old, edit.at[0]))
      throw new RangeError(`edit at ${edit.at[0]} does not fit the text`);
    result += text.slice(at, edit.at[0]) + edit.new;
    at = edit.at[0] + edit.old.length;
  }
  return result + text.slice(at);
}

function exchanged({ edits, layout, kept }: Redline): Redline {
  const turn = (edit: Edit): Edit => ({ old: edit.new, new: edit.old, at: [edit.at[1], edit.at[0]] });
  return { edits: edits.map(turn), layout: layout.map(turn), kept: () => kept().map(([a, b]) => [b, a]) };
}

function hunksOf(matches: Int32Array, newLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  for (let oldAt = 0; oldAt <= matches.length; oldAt += 1) {
    const newAt = oldAt === matches.length ? newLength : (matches[oldAt] ?? -1);
    if (newAt < 0) continue;
    if (oldAt > oldFrom || newAt > newFrom) hunks.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
    oldFrom = oldAt + 1;
    newFrom = newAt + 1;
  }
  return hunks;
}

/** Turns hunks of tokens into edits of text; the white space at the edges of a hunk goes where it makes the edit small. */
function spell(
  old: string,
  next: string,
  oldTokens: readonly Token[],
  newTokens: readonly Token[],
  hunks: readonly Hunk[],
): Pick<Redline, 'edits' | 'layout'> & { readonly kept: readonly KeptToken[] } {
  const edits: Edit[] = [];
  const layout: Edit[] = [];
  const kept: KeptToken[] = [];
  let oldEnd = 0;
  let newEnd = 0;
  let oldAt = 0;
  let newAt = 0;
  const between = (oldStart: number, newStart: number, words: boolean): void => {
    const edit = narrow(old.slice(oldEnd, oldStart), next.slice(newEnd, newStart), oldEnd, newEnd);
    if (edit.old !== edit.new) (words ? edits : layout).push(edit);
  };
  const keep = (hunkFollows: boolean): void => {
    const a = oldTokens[oldAt];
    const b = newTokens[newAt];
    if (!a || !b) return;
    between(a.start, b.start, hunkFollows);
    const [oldRaw, newRaw] = [old.slice(a.start, a.end), next.slice(b.start, b.end)];
    if (oldRaw !== newRaw) layout.push({ old: oldRaw, new: newRaw, at: [a.start, b.start] });
    kept.push([a, b]);
    oldEnd = a.end;
    newEnd = b.end;
    oldAt += 1;
    newAt += 1;
  };
  for (const hunk of hunks) {
    while (oldAt < hunk.oldFrom) keep(false);
    oldAt = hunk.oldTo;
    newAt = hunk.newTo;
    if (oldAt < oldTokens.length) keep(true);
    else {
      between(old.length, next.length, true);
      return { edits, layout, kept };
    }
  }
  while (oldAt < oldTokens.length) keep(false);
  between(old.length, next.length, false);
  return { edits, layout, kept };
}

const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/**
 * Takes common white space off both ends, and where one side merely contains the other, the common Chinese words too:
 * `协议` → `服务协议` inserts `服务`. A number, date or amount and a word of a spaced script stay whole.
 */
function narrow(old: string, next: string, oldFrom: number, newFrom: number): Edit {
  const shortest = (): number => Math.min(old.length, next.length);
  let head = 0;
  while (head < shortest() && old[head] === next[head] && /\s/u.test(old[head] ?? '')) head += 1;
  let tail = 0;
  while (
    tail < shortest() - head &&
    old[old.length - 1 - tail] === next[next.length - 1 - tail] &&
    /\s/u.test(old[old.length - 1 - tail] ?? '')
  )
    tail += 1;
  const [a, b] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short !== '' && long.startsWith(short) && isHanSeam(long, short.length)) head += short.length;
  else if (short !== '' && long.endsWith(short) && isHanSeam(long, long.length - short.length)) tail += short.length;
  return {
    old: old.slice(head, old.length - tail),
    new: next.slice(head, next.length - tail),
    at: [oldFrom + head, newFrom + head],
  };
}

function isHanSeam(text: string, at: number): boolean {
  return HAN_PAIR.test(text.slice(at - 1, at + 1)) && !tokenise(text).some((token) => isSplit(token, at));
}

function isSplit(token: Token, at: number): boolean {
  return token.kind !== 'han' && token.start < at && at < token.end;
}
