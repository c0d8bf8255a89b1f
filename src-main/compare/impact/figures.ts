import { chineseNumeral } from '../../agreement/quantity/numerals.ts';
import { fold } from '../words/normalise.ts';
import { type Edit, tokensOf } from '../redline/redline.ts';
import type { TokenKind } from '../words/token-patterns.ts';
import { isQuantity, type Token, tokenise } from '../words/words.ts';

/** Kinds of figures whose change is material. References are judged by where they point. */
export type FigureKind = Extract<TokenKind, 'amount' | 'percentage' | 'period' | 'date' | 'number'>;

/** Figures of one kind that only one side states, as written. */
export interface FigureChange {
  readonly kind: FigureKind;
  readonly old: readonly string[];
  readonly new: readonly string[];
}

const FIGURES: ReadonlySet<TokenKind> = new Set(['amount', 'percentage', 'period', 'date', 'number']);

function isFigure(kind: TokenKind): kind is FigureKind {
  return FIGURES.has(kind);
}

const ENGLISH_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, index): [string, number] => [word, index])
    .concat(
      'thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, index): [string, number] => [word, (index + 3) * 10]),
    ),
);

const PARTS: Readonly<Record<string, string>> = { 百: '%', 千: '‰', 万: '‱' };

/** What a figure says, however it is written: `三十日`, `30天` and `三十（30）日` are equal. */
export function figureValue(written: string): string {
  return fold(written)
    .text.toLowerCase()
    .replace(/([^(]+)\(\d[\d,.]*\)/u, '$1 ')
    .replace(/(\d),(?=\d{3})/gu, '$1')
    .replace(/([百千万])分之([^点]+)(点.+)?/u, (_, base: string, share: string) => `${share}${PARTS[base] ?? ''}`)
    .replace(/[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+/gu, (run) => String(chineseNumeral(run) ?? run))
    .replace(/[a-z]+(?:-[a-z]+)?/gu, (word) => englishValue(word))
    .replace(/[\s个整正第]/gu, '')
    .replace(/天$/u, '日')
    .replace(/(?<=[a-z])s$/u, '');
}

function englishValue(word: string): string {
  const parts = word.split('-').map((part) => ENGLISH_NUMBERS[part]);
  return parts.includes(undefined) ? word : String(parts.reduce((sum = 0, part = 0) => sum + part, 0));
}

/** Values of the figures of a text. */
export function figuresIn(text: string): readonly string[] {
  return tokenise(text).flatMap((token) => (isFigure(token.kind) ? [figureValue(token.key)] : []));
}

/**
 * Figures that edits changed: those of the struck words against those of the inserted ones, equal values set off.
 * @param isName tells that an edit stands inside a quoted name, where a number without unit is part of the name
 */
export function figureChanges(edits: readonly Edit[], isName: (edit: Edit) => boolean): readonly FigureChange[] {
  const struck: Token[] = [];
  const inserted: Token[] = [];
  for (const edit of edits) {
    const counts = (token: Token): boolean => isFigure(token.kind) && !(token.kind === 'number' && isName(edit));
    struck.push(...tokensOf(edit).old.filter(counts));
    inserted.push(...tokensOf(edit).new.filter(counts));
  }
  return [...FIGURES].filter(isFigure).flatMap((kind) => {
    const old = without(struck, inserted, kind);
    const next = without(inserted, struck, kind);
    return old.length + next.length > 0 ? [{ kind, old, new: next }] : [];
  });
}

/** Nothing but figures was struck and inserted: no word of it reads otherwise. */
export function onlyFigures(edits: readonly Edit[]): boolean {
  const words = edits.flatMap((edit) => [...tokensOf(edit).old, ...tokensOf(edit).new]);
  return words.length > 0 && words.every(({ kind }) => isFigure(kind));
}

/** Figures of a kind in `mine` that `theirs` does not state as often. */
function without(mine: readonly Token[], theirs: readonly Token[], kind: FigureKind): readonly string[] {
  const open = theirs.map((token) => figureValue(token.key));
  return mine.flatMap((token) => {
    const at = open.indexOf(figureValue(token.key));
    if (at >= 0) {
      open.splice(at, 1);
      return [];
    }
    return token.kind === kind ? [token.key] : [];
  });
}

const LIMITS: ReadonlySet<string> = new Set(
  (
    '以上 以下 以内 之内 以前 之前 以后 之后 内 前 后 不少于 不多于 不超过 不低于 不高于 至少 至多 最多 最高 最低 超过 低于 高于 少于 多于 满 未满 不足 ' +
    'within before after least most minimum maximum exceeding exceeds exceed below above over under more less'
  ).split(' '),
);

/** Tokens this far from a figure still say how it bounds: `at least thirty days`, `三十日的以内`. */
const NEAR = 2;

/** Words that turn a bound around (`以上` for `以下`, `before` for `after`) next to a figure, struck and inserted. */
export function limitChanges(
  old: string,
  next: string,
  edits: readonly Edit[],
): { readonly old: readonly string[]; readonly new: readonly string[] } {
  const isLimit = (token: Token): boolean => LIMITS.has(token.key.toLowerCase());
  if (!edits.some((edit) => tokensOf(edit).old.some(isLimit) || tokensOf(edit).new.some(isLimit)))
    return { old: [], new: [] };
  const [oldTokens, newTokens] = [tokenise(old), tokenise(next)];
  const limits = (tokens: readonly Token[], side: 0 | 1): string[] =>
    tokens.flatMap((token, index) => {
      const changed = edits.some((edit) => {
        const start = edit.at[side];
        return start < token.end && token.start < start + (side === 0 ? edit.old : edit.new).length;
      });
      const bounds = tokens.slice(Math.max(0, index - NEAR), index + NEAR + 1).some(({ kind }) => isQuantity(kind));
      return changed && bounds && LIMITS.has(token.key.toLowerCase()) ? [token.key] : [];
    });
  const [struck, inserted] = [limits(oldTokens, 0), limits(newTokens, 1)];
  return {
    old: struck.filter((word) => !inserted.includes(word)),
    new: inserted.filter((word) => !struck.includes(word)),
  };
}
