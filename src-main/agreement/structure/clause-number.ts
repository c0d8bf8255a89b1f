import { CHINESE_NUMERAL } from '../quantity/numerals.ts';

/** A number found at the start of a line. Whether it is one of a clause may still depend on its neighbours. */
export interface ClauseNumber {
  /** As written, without closing punctuation. */
  readonly raw: string;
  /** Numbers of one style count together: `第条`, `一、`, `(一)`, `1.`, `(1)`, `1.1`, `(a)`, `(i)`, `Section` … */
  readonly style: string;
  /** `3.1.2` → [3, 1, 2]; other styles have one value. */
  readonly values: readonly number[];
  /** Characters from the start of the line to the first word after the number. */
  readonly length: number;
  /** Counts only when a neighbour continues it. */
  readonly weak: boolean;
  /** Another reading of the same mark: a letter that is also a roman numeral, `1.30` that is `1.` before `30`. */
  readonly other?: ClauseNumber;
}

export const N = `[${CHINESE_NUMERAL}]`;

/** Reads one style at the start of a line: `start` is the line in ASCII, unit for unit. */
export type Parser = (start: string, text: string) => ClauseNumber | undefined;

/** `consumed` characters of `text` are number and punctuation; blanks after them go too. */
export function number(
  text: string,
  consumed: number,
  rawLength: number,
  rest: Pick<ClauseNumber, 'style' | 'values' | 'weak'> & { readonly other?: ClauseNumber | undefined },
): ClauseNumber {
  const { other, ...own } = rest;
  const blank = /^[\s\u3000]*/.exec(text.slice(consumed))?.[0].length ?? 0;
  const raw = text.slice(0, rawLength).trim();
  return { raw, length: consumed + blank, ...own, ...(other && { other }) };
}
