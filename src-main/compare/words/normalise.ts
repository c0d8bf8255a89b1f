/**
 * What is layout and what is words.
 *
 * Layout, never a change of words: white space and line ends (between two words of a spaced script only their amount;
 * anywhere else also their presence), invisible characters, full or half width of a letter, digit or punctuation mark
 * (`，` and `,`), the shape of quotes and dashes, and the compatibility doubles that PDF files put in place of Chinese
 * characters (`⽅` for `方`). Everything else, letter case and the choice of punctuation mark included, is words.
 * A difference in layout is still a difference of bytes: it is kept as a layout edit, it is only not shown as a redline.
 */

/** A text with its layout taken out, and where each of its UTF-16 units stood. */
export interface FoldedText {
  readonly text: string;
  /** `at[i]` is the offset in the source of unit `i` of `text`. */
  readonly at: Int32Array;
}

const SAME_SHAPE: Readonly<Record<string, string>> = {
  '"': '“”„‟″«»「」『』﹁﹂﹃﹄〝〞',
  "'": '‘’‚‛′`´',
  '-': '‐‑‒–—―−﹣─',
  '·': '・•‧∙⋅',
  '~': '〜∼',
  '¥': '￥',
  '。': '｡',
  '、': '､',
};

const SHAPES = new Map<number, number>(
  Object.entries(SAME_SHAPE).flatMap(([shape, doubles]) =>
    [...doubles].map((double): [number, number] => [double.charCodeAt(0), shape.charCodeAt(0)]),
  ),
);

/** Space-like units; a space counts only between two words of a spaced script. */
function isSpace(unit: number): boolean {
  if (unit > 0x20 && unit < 0x85) return false;
  if (unit >= 0x4e00) return false;
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Soft hyphen, zero-width and direction marks, byte order mark: nothing that is read. */
function isInvisible(unit: number): boolean {
  if (unit < 0xad || (unit > 0x2064 && unit < 0xfeff)) return false;
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    unit === 0xfeff
  );
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Letters and digits of scripts that put spaces between words (Latin, Greek, Cyrillic …, Hangul). */
function isSpacedScript(unit: number): boolean {
  if (unit < 0x80) return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  return (unit >= 0xc0 && unit < 0x2000) || (unit >= 0xac00 && unit <= 0xd7a3);
}

function foldUnit(unit: number): number {
  if (unit < 0x80) return unit === 0x60 ? 0x27 : unit;
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit >= 0xff01 && unit <= 0xff5e) {
    const half = unit - 0xfee0;
    return half === 0x60 ? 0x27 : half;
  }
  const shape = SHAPES.get(unit);
  if (shape !== undefined) return shape;
  const isCompatibilityHan = (unit >= 0x2e80 && unit <= 0x2fdf) || (unit >= 0xf900 && unit <= 0xfaff);
  if (!isCompatibilityHan) return unit;
  const folded = String.fromCharCode(unit).normalize('NFKC');
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
}

/**
 * A space between these two folded units separates words. It does after `3.` and before `5` too: `3. 5 days` is not
 * `3.5 days`.
 */
function separates(beforeLast: number, last: number, next: number): boolean {
  if (isSpacedScript(last) && isSpacedScript(next)) return true;
  const joinsDigits = last === 0x2e || last === 0x2c || last === 0x3a;
  return joinsDigits && isDigit(beforeLast) && isDigit(next);
}

const CHUNK = 8192;

/** A string of the first `length` units; `apply` takes a typed array as it is, many times faster than spreading it. */
function spell(units: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += CHUNK) {
    const chunk: ArrayLike<number> = units.subarray(from, Math.min(length, from + CHUNK));
    text += String.fromCharCode.apply(undefined, chunk as number[]);
  }
  return text;
}

/** Units of the text being folded and where they stood; one for all, since folding never waits. */
let units = new Uint16Array(1024);
let places = new Int32Array(1024);

/** Takes the layout out of a text. Two texts have the same words when their folded texts are equal. */
export function fold(source: string): FoldedText {
  const length = foldUnits(source);
  return { text: spell(units, length), at: places.slice(0, length) };
}

/** As `fold`, without a copy: `at` holds until the next text is folded. */
export function foldBriefly(source: string): FoldedText {
  const length = foldUnits(source);
  return { text: spell(units, length), at: places };
}

/** The words of a text, as one string to compare: equal for two texts that differ in layout alone. */
export function wordsKey(source: string): string {
  const length = foldUnits(source);
  return spell(units, length);
}

/** Folds into `units` and `places`, and returns how many units there are. */
function foldUnits(source: string): number {
  if (units.length < source.length) {
    units = new Uint16Array(source.length * 2);
    places = new Int32Array(source.length * 2);
  }
  let length = 0;
  let spaceAt = -1;
  const put = (unit: number, from: number): void => {
    units[length] = unit;
    places[length] = from;
    length += 1;
  };
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    if (isSpace(unit)) {
      if (spaceAt < 0) spaceAt = index;
      continue;
    }
    if (isInvisible(unit)) continue;
    const folded = foldUnit(unit);
    if (spaceAt >= 0) {
      const last = length > 0 ? (units[length - 1] ?? 0) : 0;
      const beforeLast = length > 1 ? (units[length - 2] ?? 0) : 0;
      if (separates(beforeLast, last, folded)) put(SPACE, spaceAt);
      spaceAt = -1;
    }
    put(folded, index);
  }
  return length;
}

const SPACE = 0x20;
