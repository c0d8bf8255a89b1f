/** A character that nobody sees, by its place in UTF-16 units. */
export interface Unseen {
  readonly at: number;
  readonly length: number;
  readonly code: number;
  /**
   * `hyphen`: a place where a word may be divided. `kept`, `dropped`: it has its use in the writing it stands in, and stays or goes
   * without a word.
   */
  readonly kind: 'invisible' | 'direction' | 'hyphen' | 'kept' | 'dropped';
}

/**
 * Whatever takes no place of its own: what Unicode says may be ignored, interlinear marks, the empty Braille pattern, and control
 * characters that are no white space.
 */
const SOURCE =
  '[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb\\u2800\\u0000-\\u0008\\u000e-\\u0019\\u001b-\\u001f\\u007f-\\u0084\\u0086-\\u009f]';
const UNSEEN = new RegExp(SOURCE, 'gu');
const ANY_UNSEEN = new RegExp(SOURCE, 'u');
const UNSEEN_RUN = new RegExp(`(?:${SOURCE})+`, 'gu');

const DIRECTION = /^[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]$/u;
const OVERRIDE = /[\u202d\u202e]/u;
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
/** Writings that join and part letters by characters without a width, or part words by them. */
const JOINED =
  /(?=[\p{L}\p{M}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\ufe0f|\u20e3/u;
const KEY = /[\d#*]/;
const JAMO = /[\u1100-\u11ff]/;
const CASED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}\p{M}]$/u;

const WAVING_FLAG = 0x1f3f4;

/** Whether anything that nobody sees may stand in a text. */
export const holdsUnseen = (text: string): boolean => ANY_UNSEEN.test(text);

/** A text without anything that nobody sees, for counting and comparing only. */
export const withoutUnseen = (text: string): string => (holdsUnseen(text) ? text.replace(UNSEEN_RUN, '') : text);

/** True where letters stand that are written from right to left: there, direction is no trick. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** True where a text overrides the direction of its characters. */
export const overridesDirection = (text: string): boolean => OVERRIDE.test(text);

/** All characters of a text that nobody sees, each with what it is there. */
export function unseenIn(text: string): readonly Unseen[] {
  if (!holdsUnseen(text)) return [];
  const rtl = isRightToLeft(text);
  return [...text.matchAll(UNSEEN)].map(({ 0: char, index }): Unseen => {
    const at = { at: index, length: char.length, code: char.codePointAt(0) ?? 0 };
    if (DIRECTION.test(char)) {
      const plain = rtl && !overridesDirection(char) && !overridesDirection(text);
      return { ...at, kind: plain ? 'dropped' : 'direction' };
    }
    const [before, after] = [charBefore(text, index), charAfter(text, index + char.length)];
    return { ...at, kind: kindOf(at.code, before, after, text, index) };
  });
}

/** Where a character without a width has its use; any other is one that only nobody sees. */
const USES: readonly {
  readonly codes: readonly [number, number];
  readonly kept: (before: string, after: string, text: string, index: number) => boolean;
}[] = [
  { codes: [0x200d, 0x200d], kept: (before, after) => PICTOGRAPH.test(before) && PICTOGRAPH.test(after) },
  { codes: [0x200b, 0x200d], kept: (before, after) => JOINED.test(before) || JOINED.test(after) },
  {
    codes: [0xfe0e, 0xfe0f],
    kept: (before, after) => PICTURE.test(before) || (KEY.test(before) && after === '\u20e3'),
  },
  { codes: [0x180b, 0x180f], kept: (before) => JOINED.test(before) },
  { codes: [0x17b4, 0x17b5], kept: (before) => JOINED.test(before) },
  { codes: [0x034f, 0x034f], kept: (before) => JOINED.test(before) },
  { codes: [0x115f, 0x1160], kept: (before, after) => JAMO.test(before + after) },
  { codes: [0xe0020, 0xe007f], kept: (_before, _after, text, index) => inFlag(text, index) },
];

function kindOf(code: number, before: string, after: string, text: string, index: number): Unseen['kind'] {
  if (code === 0xad && CASED.test(before) && CASED.test(after)) return 'hyphen';
  const used = USES.some(
    ({ codes: [first, last], kept }) => code >= first && code <= last && kept(before, after, text, index),
  );
  return used ? 'kept' : 'invisible';
}

/** The flag of a region is a black flag and its name in tags. */
function inFlag(text: string, index: number): boolean {
  let at = index;
  for (let steps = 0; at > 1 && steps < 8; steps++) {
    const code = text.codePointAt(at - 2) ?? 0;
    if (code === WAVING_FLAG) return true;
    if (code < 0xe0020 || code > 0xe007f) return false;
    at -= 2;
  }
  return false;
}

const HIGH = /[\ud800-\udbff]/;

function charBefore(text: string, index: number): string {
  const start = HIGH.test(text[index - 2] ?? '') ? index - 2 : index - 1;
  return start < 0 ? '' : text.slice(start, index);
}

function charAfter(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** True where a place stands inside a word or a number: what a person reads as one, a search does not find. */
export function tears(text: string, index: number, length: number): boolean {
  let [from, to] = [index, index + length];
  while (from > 0 && holdsUnseen(charBefore(text, from))) from -= charBefore(text, from).length;
  while (to < text.length && holdsUnseen(charAfter(text, to))) to += charAfter(text, to).length;
  const [before, after] = [charBefore(text, from), charAfter(text, to)];
  if (LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) return true;
  return /\p{Nd}/u.test(before + after) && /[.,．，:%‰％]/u.test(before + after);
}

/** A text in which what nobody sees is written out: `3[U+200B]0`. */
export function writtenOut(text: string): string {
  return text.replace(UNSEEN, (char) => codeName(char.codePointAt(0) ?? 0));
}

/** `[U+200B]`. */
export const codeName = (code: number): string => `[${pointName(code)}]`;

/** `U+200B`. */
export const pointName = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
