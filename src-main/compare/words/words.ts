import { foldBriefly } from './normalise.ts';
import { wordLengthAt } from './lexicon.ts';
import { PATTERNS, type TokenKind } from './token-patterns.ts';

/** One word, number, date, reference or mark of a text. */
export interface Token {
  readonly kind: TokenKind;
  /** The token without its layout: tokens of two texts are the same word when their keys are equal. */
  readonly key: string;
  /** UTF-16 offsets into the text as written. */
  readonly start: number;
  readonly end: number;
}

const HAN = String.raw`\p{Script=Han}`;
const SPACED_WORD = String.raw`(?:(?![${HAN}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+`;
/**
 * `provider's`, `and/or`, `www.example.com`, `a@b.cn`; a full stop joins only before a small letter or a digit. A colon joins nothing:
 * the space behind it is layout, and what it introduces (`Effective: 5 March`) is a word, a date or an amount of its own.
 */
const WORD = String.raw`${SPACED_WORD}(?:'(?=\p{L})${SPACED_WORD}|(?:(?:[@/_-]|://)(?=[A-Za-z\d])|\.(?=[a-z\d]))${SPACED_WORD})*`;

const SCANNER = new RegExp(
  [...PATTERNS.map(([, pattern]) => `(${pattern})`), `(${WORD})`, `(${HAN})`, String.raw`([\s\S])`].join('|'),
  'uy',
);
const KINDS: readonly TokenKind[] = [...PATTERNS.map(([kind]) => kind), 'word', 'han', 'mark'];

const QUANTITIES: ReadonlySet<TokenKind> = new Set(['date', 'reference', 'amount', 'percentage', 'period', 'number']);

/** A token that says how much, when, how long or where to look; never split, never taken for a coincidence. */
export function isQuantity(kind: TokenKind): boolean {
  return QUANTITIES.has(kind);
}

/** Chinese characters that a date, reference, amount or number may begin with; any other begins a word. */
const STARTERS: ReadonlySet<string> = new Set('零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟第附人美港');

function isPlainHan(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  return unit >= 0x4e00 && unit <= 0x9fff && !STARTERS.has(folded.charAt(at));
}

/** Cuts a text into words, in order; white space between them belongs to none. Same cuts on every runtime. */
export function tokenise(text: string): readonly Token[] {
  const folded = foldBriefly(text);
  const tokens: Token[] = [];
  for (let from = 0; from < folded.text.length;) {
    const [kind, length] = tokenAt(folded.text, from);
    const key = folded.text.slice(from, from + length);
    if (key !== ' ')
      tokens.push({ kind, key, start: folded.at[from] ?? 0, end: (folded.at[from + length - 1] ?? 0) + 1 });
    from += length;
  }
  return tokens;
}

/** Punctuation that no date, amount, reference or word begins with. */
function isPlainMark(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  return (
    (unit > 0x20 && unit < 0x30 && unit !== DOLLAR) ||
    (unit >= 0x3a && unit < 0x41) ||
    (unit >= 0x3001 && unit <= 0x3002)
  );
}

const DOLLAR = 0x24;

function tokenAt(folded: string, at: number): readonly [TokenKind, number] {
  if (isPlainHan(folded, at)) return ['han', wordLengthAt(folded, at) || 1];
  if (isPlainMark(folded, at)) return ['mark', 1];
  SCANNER.lastIndex = at;
  const match = SCANNER.exec(folded);
  const kind = KINDS[(match?.findIndex((part, index) => index > 0 && part !== undefined) ?? 0) - 1] ?? 'mark';
  const length = match?.[0].length ?? 1;
  return [kind, kind === 'han' ? Math.max(wordLengthAt(folded, at), length) : length];
}
