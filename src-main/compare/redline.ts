import { mendHunks, type Hunk } from './readable.ts';
import { matchSequences } from './sequence.ts';
import { type Token, tokenise } from './words.ts';

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
  /** Tokens that stayed, as written in the old and in the new text, in order. */
  readonly kept: readonly (readonly [Token, Token])[];
}

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
    return Int32Array.from(tokens, (token) => this.numberOf(token.key));
  }
}

/**
 * The smallest edits that a reader would mark between two texts. Symmetric: the other way round gives the same edits
 * with `old` and `new` exchanged.
 */
export function redline(old: string, next: string): Redline {
  if (old === next) return wholeKept(old);
  if (old > next) return exchanged(redline(next, old));
  const oldTokens = tokenise(old);
  const newTokens = tokenise(next);
  const vocabulary = new Vocabulary();
  const matches = matchSequences(vocabulary.numbersOf(oldTokens), vocabulary.numbersOf(newTokens));
  const hunks = mendHunks(hunksOf(matches, newTokens.length), oldTokens, newTokens);
  return spell(old, next, oldTokens, newTokens, hunks);
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

function wholeKept(text: string): Redline {
  return { edits: [], layout: [], kept: tokenise(text).map((token) => [token, token] as const) };
}

function exchanged({ edits, layout, kept }: Redline): Redline {
  const turn = (edit: Edit): Edit => ({ old: edit.new, new: edit.old, at: [edit.at[1], edit.at[0]] });
  return { edits: edits.map(turn), layout: layout.map(turn), kept: kept.map(([a, b]) => [b, a] as const) };
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
): Redline {
  const edits: Edit[] = [];
  const layout: Edit[] = [];
  const kept: (readonly [Token, Token])[] = [];
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
