import chardet from 'chardet';
import iconv from 'iconv-lite';
import { COMMON_HAN } from './common-han.ts';
import { importRefusal } from '../refusals.ts';

/** A decoded source. */
export interface Decoded {
  /** Without byte order mark; every other character as it stands, NUL and line ends included. */
  readonly text: string;
  /** Lower-case name as shown: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`, `windows-1252`. */
  readonly encoding: string;
  /** Places that did not fit the encoding: replacement characters that decoding put in, and halves of surrogate pairs. */
  readonly damaged: number;
}

/** Encodings a person may choose from; any other name that iconv-lite knows is accepted too. */
export const OFFERED_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

const BYTE_ORDER_MARKS: readonly { readonly mark: readonly number[]; readonly encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { mark: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** GB2312, GBK and CP936 are parts of GB18030, and pages that declare one use the other's characters. */
const SAME_AS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  gb2312: 'gb18030',
  'gb-2312': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  ms936: 'gb18030',
  cp950: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'utf-16': 'utf-16le',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
};

/** How much of a source is looked at to tell its encoding, in bytes. */
const SAMPLE_BYTES = 128 * 1024;

/** Below this score even the best guess reads as noise (real Chinese scores above 0.6, a wrong table below 0.2). */
const LEGIBLE = 0.3;

/** Says which name of ours an encoding label stands for; unknown labels come back in lower case. */
export function canonicalEncoding(label: string): string {
  const name = label.trim().toLowerCase();
  return SAME_AS[name] ?? name;
}

/**
 * Decodes a source of text.
 * @param encoding chosen by the person; overrides every guess but not a byte order mark of the same family
 * @param declared what the file says about itself (a page's `charset`); believed only where the bytes allow it
 * @throws Refusal `undecodable`, `encoding-unknown`
 */
export function decode(bytes: Uint8Array, encoding?: string, declared?: string): Decoded {
  if (encoding !== undefined) return decodeAs(bytes, canonicalEncoding(encoding));
  const found = markedEncoding(bytes) ?? guessEncoding(bytes, declared);
  if (found === undefined) throw importRefusal('undecodable');
  return decodeAs(bytes, found);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  if (!iconv.encodingExists(encoding)) throw importRefusal('encoding-unknown');
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8').decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return { text, encoding, damaged: countDamaged(text) };
}

function countDamaged(text: string): number {
  return text.match(/\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g)?.length ?? 0;
}

function guessEncoding(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const wide = wideAscii(bytes);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const candidates = ['gb18030', 'big5', 'windows-1252', ...(bytes.length % 2 === 0 ? ['utf-16le', 'utf-16be'] : [])];
  const hint = declared === undefined ? undefined : canonicalEncoding(declared);
  const ranked = candidates
    .map((encoding) => ({ encoding, score: legibility(decodeAs(sample, encoding).text, encoding) }))
    .map(({ encoding, score }) => ({ encoding, score: score + (encoding === hint ? 0.1 : 0) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (nearlyUtf8(bytes)) return 'utf-8';
  if (best !== undefined && best.score >= LEGIBLE) return best.encoding;
  return foreignGuess(sample, hint);
}

/** A page in Japanese or Korean, or one of which too little stands there to score, is what it or chardet says it is. */
function foreignGuess(sample: Uint8Array, hint: string | undefined): string | undefined {
  const guess = hint ?? chardet.analyse(sample).find(({ confidence }) => confidence >= 50)?.name;
  if (guess === undefined) return undefined;
  const encoding = canonicalEncoding(guess);
  if (!iconv.encodingExists(encoding)) return undefined;
  const { text, damaged } = decodeAs(sample, encoding);
  return damaged + countControls(text) <= text.length / 100 ? encoding : undefined;
}

/** ASCII-rich UTF-16 without a mark has a NUL in every other byte; such bytes would also pass as UTF-8. */
function wideAscii(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const enough = length / 2 / 8;
  if (odd > enough && even * 20 < odd) return legibleAsWide(bytes, 'utf-16le');
  if (even > enough && odd * 20 < even) return legibleAsWide(bytes, 'utf-16be');
  return undefined;
}

function legibleAsWide(bytes: Uint8Array, encoding: string): string | undefined {
  const { text, damaged } = decodeAs(bytes.subarray(0, SAMPLE_BYTES), encoding);
  return damaged + countControls(text) <= text.length / 50 ? encoding : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A few damaged bytes in a UTF-8 text (a cut in mid-character, a paste) do not make it another encoding. */
function nearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return whole >= 10 * broken;
}

/** Control characters that no text holds; tab, line ends, form feed and the old end-of-file mark are allowed. */
export function countControls(text: string): number {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.match(/[\u0000-\u0008\u000b\u000e-\u0019\u001b-\u001f\u007f-\u009f]/g)?.length ?? 0;
}

const CJK_PUNCTUATION = /[，。；：、（）“”‘’《》〈〉【】「」『』〔〕！？…—·％＿\u3000０-９Ａ-Ｚａ-ｚ①-⑳]/u;
const LATIN_MARK = /[‘’“”–—•…§©®™°·€£«»¶\u00a0]/u;
const LATIN_LETTER = /[À-ÖØ-öø-ÿŒœŠšŸŽž]/u;
const NONSENSE = /[\uFFFD\uE000-\uF8FF\uD800-\uDFFF\u0080-\u009f]/u;

/** How much of what is not ASCII looks like writing, 0…1: common characters count whole, uncommon ones a little. */
function legibility(text: string, encoding: string): number {
  const latin = encoding === 'windows-1252';
  let seen = 0;
  let sum = 0;
  for (let at = 0; at < text.length - 1; at++) {
    const char = text[at] ?? '';
    if (char < '\u0080') {
      if (char < ' ' && countControls(char) > 0) sum -= 1;
      continue;
    }
    seen++;
    if (NONSENSE.test(char)) sum -= 2;
    else if (latin) sum += latinWeight(char, text[at - 1], text[at + 1]);
    else if (COMMON_HAN.has(char) || CJK_PUNCTUATION.test(char)) sum += 1;
    else if (encoding === 'gb18030' && isFirstLevel(char)) sum += 0.4;
    else if (encoding === 'big5' && isFirstLevelBig5(char)) sum += 0.4;
  }
  return seen === 0 ? 0 : sum / seen;
}

/** An accented letter stands by other letters; a Chinese text taken for Latin is a row of accented capitals. */
function latinWeight(char: string, before: string | undefined, after: string | undefined): number {
  if (LATIN_MARK.test(char)) return 0.9;
  if (!LATIN_LETTER.test(char)) return 0;
  const beside = [before, after].filter((neighbour) => neighbour !== undefined && /[A-Za-z]/.test(neighbour));
  return beside.length === 0 ? 0 : 0.9;
}

/** GB 2312 orders its 3755 most used characters first: rows B0 to D7. */
function isFirstLevel(char: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(char, 'gb18030');
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}

/** Big5 orders its 5401 most used characters first: rows A4 to C6. */
function isFirstLevelBig5(char: string): boolean {
  const [lead = 0] = iconv.encode(char, 'big5');
  return lead >= 0xa4 && lead <= 0xc6;
}
