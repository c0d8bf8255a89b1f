import { pointName } from './unseen.ts';

/** A stretch that does not hold the characters it looks like. It stays as written. */
export interface LookAlike {
  readonly at: number;
  readonly length: number;
  /** What a person takes it for. */
  readonly seen: string;
  /** The characters that are others, named: `U+0430`. */
  readonly names: readonly string[];
  readonly kind: 'letter' | 'digit' | 'mark' | 'kana' | 'radical' | 'overlay';
}

/** Letters of other writings that are drawn like Latin ones. */
const LIKE_LATIN = pairs(
  'аaеeоoрpсcуyхxіiѕsјjԁdԛqԝwһhӏlАAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJԌGҮY' +
    'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvιiρpϲcϳjυu' +
    'օoոnսuհhɡgᴏoᴠvᴢzᴄcⅼlⅽcⅾdⅿmⅰiⅴvⅹxⅭCⅮDⅬLⅯMℓl',
);
const MATHEMATICAL = /[\u{1d400}-\u{1d7ff}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /[A-Za-z]/;
const OTHER_LETTERS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu;

/** Digits of another writing than the figures of ASCII and their wide forms. */
const FOREIGN_DIGIT = /[^\P{Nd}0-9０-９]/u;
const NUMBER = /[\p{Nd}OoIlОоІΟοӏ][\p{Nd}OoIlОоІΟοӏ.,．，\u066a-\u066c\u2024\u201a]*/gu;
const LETTER_AS_DIGIT = /^\d+(?:[OoIlОоІΟοӏ]+[.,]?\d+)+$|^\d+[.,]\d*[OoОоΟο]+$|^\d+[ОоΟο]+$/u;
const FOREIGN_MARK = /[\p{Nd}][\u066a-\u066c\u2024\u201a](?:\p{Nd}|$)?/u;
const OTHER_WRITING = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;

const KANA = pairs('ニ二ー一ハ八エ工カ力ロ口タ夕ト卜ㅡ一ㄧ一');
const KANA_IN_HAN = /(?<=\p{Script=Han})[ニーハエカロタトㅡㄧ]|[ニハエカロタトㅡㄧ](?=\p{Script=Han})/gu;
const OTHER_KANA =
  /[\p{Script=Hiragana}]|(?![ニハエカロタト])\p{Script=Katakana}|(?![ㅡ])\p{Script=Hangul}|(?!ㄧ)\p{Script=Bopomofo}/u;

/** Radicals are drawn like the characters they are part of. */
const RADICAL = /[\u2e80-\u2fdf]+/gu;
/** Strokes that are laid over the character before. */
const OVERLAY = /(?:[^\s][\u0335-\u0338\u20d2\u20d3\u20e5]+)+/gu;

const ANY = new RegExp(
  [
    '[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\u0261\\u1d00-\\u1d2b\\u2113\\u2160-\\u217f\\u{1d400}-\\u{1d7ff}]',
    '[\\u2e80-\\u2fdf\\u066a-\\u066c\\u2024\\u201aニハエカロタトーㅡㄧ]|[^\\P{Nd}0-9０-９]|\\d[OoIl]',
    '\\u0335|\\u0336|\\u0337|\\u0338|\\u20d2|\\u20d3|\\u20e5',
  ].join('|'),
  'u',
);

/** `AaBb` as A → a, B → b. */
function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text];
  return new Map(letters.flatMap((one, at) => (at % 2 === 0 ? [[one, letters[at + 1] ?? ''] as const] : [])));
}

/** All stretches of a line that hold other characters than they show. */
export function lookAlikesIn(line: string): readonly LookAlike[] {
  if (!ANY.test(line)) return [];
  return [...letters(line), ...numbers(line), ...kana(line), ...radicals(line), ...overlays(line)].toSorted(
    (one, other) => one.at - other.at,
  );
}

function letters(line: string): readonly LookAlike[] {
  const foreign = line.match(OTHER_LETTERS) ?? [];
  // A text in another writing has letters of its own; a word only of letters that look like Latin ones among Latin words has none.
  const native = foreign.some((letter) => !LIKE_LATIN.has(letter));
  const latin = LATIN.test(line);
  return [...line.matchAll(WORD)].flatMap(({ 0: word, index }): readonly LookAlike[] => {
    const chars = [...word];
    const others = chars.filter((char) => LIKE_LATIN.has(char) || isMathematicalLetter(char));
    if (others.length === 0) return [];
    const mixed = LATIN.test(word) && others.length > 0;
    const alone = !native && latin && chars.length > 1 && others.length === chars.length && /\p{L}/u.test(word);
    const mathematical = chars.filter(isMathematicalLetter).length > 1;
    if (!mixed && !alone && !mathematical) return [];
    if (mixed && chars.length === 2 && others.length === 1 && /[Ⅰ-ⅿℓ]/u.test(word)) return [];
    const seen = chars.map((char) => LIKE_LATIN.get(char) ?? plain(char)).join('');
    return [{ at: index, length: word.length, seen, names: named(others), kind: 'letter' }];
  });
}

const isMathematicalLetter = (char: string): boolean => MATHEMATICAL.test(char) && /\p{L}/u.test(char);
const plain = (char: string): string => (MATHEMATICAL.test(char) ? char.normalize('NFKC') : char);
const named = (chars: readonly string[]): readonly string[] => [
  ...new Set(chars.map((char) => pointName(char.codePointAt(0) ?? 0))),
];

function numbers(line: string): readonly LookAlike[] {
  const own = OTHER_WRITING.test(line.replace(/[ニハエカロタトーㅡㄧ]/gu, ''));
  return [...line.matchAll(NUMBER)].flatMap(({ 0: number, index }): readonly LookAlike[] => {
    if (!/\p{Nd}/u.test(number)) return [];
    const chars = [...number];
    const foreign = chars.filter((char) => FOREIGN_DIGIT.test(char) && (!own || MATHEMATICAL.test(char)));
    if (foreign.length > 0) {
      const seen = chars.map((char) => (FOREIGN_DIGIT.test(char) ? digitOf(char) : char)).join('');
      return [{ at: index, length: number.length, seen, names: named(foreign), kind: 'digit' }];
    }
    if (!own && FOREIGN_MARK.test(number)) {
      const marks = chars.filter((char) => /[\u066a-\u066c\u2024\u201a]/.test(char));
      const seen = number
        .replace(/[\u066b\u2024]/g, '.')
        .replace(/[\u066c\u201a]/g, ',')
        .replace(/\u066a/g, '%');
      return [{ at: index, length: number.length, seen, names: named(marks), kind: 'mark' }];
    }
    const beside = `${line[index - 1] ?? ''}${line[index + number.length] ?? ''}`;
    const bare = number.replace(/[.,．，]+$/u, '');
    if (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\-_/#:=]/u.test(beside) || !LETTER_AS_DIGIT.test(bare))
      return [];
    const wrong = chars.filter((char) => /\p{L}/u.test(char));
    const seen = bare.replace(/[OoОоΟο]/gu, '0').replace(/[IlІӏ]/gu, '1');
    return [{ at: index, length: bare.length, seen, names: named(wrong), kind: 'digit' }];
  });
}

/** The digits of a writing follow each other, from zero on. */
function digitOf(char: string): string {
  const folded = char.normalize('NFKC');
  if (/^\d$/.test(folded)) return folded;
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** Syllables of Japanese that stand among Chinese characters and are drawn like one, where nothing else is Japanese. */
function kana(line: string): readonly LookAlike[] {
  if (OTHER_KANA.test(line)) return [];
  return [...line.matchAll(KANA_IN_HAN)].map(({ 0: char, index }) => ({
    at: index,
    length: char.length,
    seen: KANA.get(char) ?? char,
    names: named([char]),
    kind: 'kana',
  }));
}

function radicals(line: string): readonly LookAlike[] {
  return [...line.matchAll(RADICAL)].map(({ 0: run, index }) => ({
    at: index,
    length: run.length,
    seen: run.normalize('NFKC'),
    names: named([...run]),
    kind: 'radical',
  }));
}

function overlays(line: string): readonly LookAlike[] {
  return [...line.matchAll(OVERLAY)].map(({ 0: run, index }) => ({
    at: index,
    length: run.length,
    seen: run,
    names: named([...run].filter((char) => /\p{M}/u.test(char))),
    kind: 'overlay',
  }));
}
