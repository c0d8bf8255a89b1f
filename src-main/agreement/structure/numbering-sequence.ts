import type { ClauseNumber } from './clause-number.ts';

/**
 * Decides, line by line, which numbers are clause numbers: letters and romans are told apart by their neighbours, and a
 * weak number (`1 定义`, `2.5 percent`, `A. Smith`) counts only when another of its style continues it. Index-aligned.
 */
export function settleNumbers(found: readonly (ClauseNumber | undefined)[]): (ClauseNumber | undefined)[] {
  return confirmWeak(tellLettersFromRomans(found));
}

/** Letter and roman readings of one mark share a shape: `(a)` and `(i)`, `A.` and `I.`. */
const SHAPES: Readonly<Record<string, string>> = { '(i)': '(a)', 'i.': 'a.', 'i)': 'a)', 'i、': 'a、' };

function shapeOf(number: ClauseNumber): string | undefined {
  const lower = number.style.toLowerCase();
  const shape = SHAPES[lower] ?? (Object.values(SHAPES).includes(lower) ? lower : undefined);
  return shape && (number.style === lower ? shape : shape.toUpperCase());
}

const readings = (number: ClauseNumber): readonly ClauseNumber[] =>
  number.other && shapeOf(number.other) !== undefined ? [number, number.other] : [number];

const isRoman = (number: ClauseNumber): boolean => /^\(?i[.)、]/i.test(number.style);

function tellLettersFromRomans(found: readonly (ClauseNumber | undefined)[]): (ClauseNumber | undefined)[] {
  const settled = [...found];
  const following = new Map<string, ClauseNumber>();
  const next: (ClauseNumber | undefined)[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const number = found[index];
    const shape = number && shapeOf(number);
    if (!number || shape === undefined) continue;
    next[index] = following.get(shape);
    following.set(shape, number);
  }
  const last = new Map<string, { letter: number; roman: number }>();
  found.forEach((number, index) => {
    const shape = number && shapeOf(number);
    if (!number || shape === undefined) return;
    const seen = last.get(shape) ?? { letter: 0, roman: 0 };
    const chosen = choose(number, seen, next[index]);
    const value = chosen.values[0] ?? 0;
    // A new letter closes the roman list beneath it; a roman list leaves the letters above it open.
    last.set(shape, isRoman(chosen) ? { ...seen, roman: value } : { letter: value, roman: 0 });
    settled[index] = chosen;
  });
  return settled;
}

function choose(
  number: ClauseNumber,
  seen: { readonly letter: number; readonly roman: number },
  next: ClauseNumber | undefined,
): ClauseNumber {
  const [letter, roman] = readings(number);
  if (!letter || !roman) return number;
  const [l, r] = [letter.values[0] ?? 0, roman.values[0] ?? 0];
  const continues = (wanted: number, asRoman: boolean): boolean =>
    next !== undefined && readings(next).some((one) => isRoman(one) === asRoman && one.values[0] === wanted);
  if (seen.roman > 0 && r === seen.roman + 1) return roman;
  if (l === seen.letter + 1) return r === 1 && continues(2, true) && !continues(l + 1, false) ? roman : letter;
  if (r === 1 || continues(r + 1, true)) return roman;
  return l === 1 ? letter : continues(l + 1, false) ? letter : r < 20 ? roman : letter;
}

const LIST_LETTER = /^[ai][.)、]$/;

const groupOf = (number: ClauseNumber): string => `${number.style}|${number.values.slice(0, -1).join('.')}`;
const lastValue = (number: ClauseNumber): number => number.values.at(-1) ?? 0;
const pathOf = (values: readonly number[]): string => values.join('.');

function confirmWeak(found: readonly (ClauseNumber | undefined)[]): (ClauseNumber | undefined)[] {
  const following = new Map<string, number>();
  const nextValue: (number | undefined)[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const number = found[index];
    if (!number) continue;
    nextValue[index] = following.get(groupOf(number));
    following.set(groupOf(number), lastValue(number));
  }
  const reached = new Map<string, number>();
  const paths = new Set<string>();
  const accept = (number: ClauseNumber): ClauseNumber => {
    reached.set(groupOf(number), lastValue(number));
    paths.add(pathOf(number.values));
    return number;
  };
  const listed = new Set(
    found.flatMap((number, index) => {
      const next = nextValue[index];
      return number?.weak && LIST_LETTER.test(number.style) && lastValue(number) === 1 && next === 2
        ? [number.style]
        : [];
    }),
  );
  return found.map((number, index) => {
    if (!number) return undefined;
    // A list of one item, where the document letters its lists this way.
    if (!number.weak || (lastValue(number) === 1 && listed.has(number.style))) return accept(number);
    const value = lastValue(number);
    const before = reached.get(groupOf(number));
    if (before === value - 1 && value > 1) return accept(number);
    if (number.values.length > 1 && value === 1 && paths.has(pathOf(number.values.slice(0, -1)))) return accept(number);
    if (nextValue[index] === value + 1 && (before === undefined || value === 1)) return accept(number);
    const other = number.style === '1.1' ? number.other : undefined;
    if (other && lastValue(other) > 1 && reached.get(groupOf(other)) === lastValue(other) - 1) return accept(other);
    return undefined;
  });
}
