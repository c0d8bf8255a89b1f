const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

interface When {
  readonly pattern: RegExp;
  readonly months: (match: RegExpExecArray) => number;
  readonly atOnce?: boolean;
}

/** In order of precedence: 次次月 holds 次月. */
const WHEN: readonly When[] = [
  { pattern: /次次月|隔月/u, months: () => 2 },
  { pattern: /([一二两三四五六]|\d{1,2})\s*个月(?:之|以)?后/u, months: (match) => count(match[1]) },
  {
    pattern: /\b(one|two|three|four|five|six|\d{1,2})\s+months?\s+(?:later|after)/iu,
    months: (match) => count(match[1]),
  },
  { pattern: /month after next/iu, months: () => 2 },
  { pattern: /次月|下(?:一)?个?月|(?:next|following) month|\bmonth (?:following|after)\b/iu, months: () => 1 },
  {
    pattern:
      /实时|随时|立即|即时|(?<=后)(?:即|便|就)?可|(?<=后)即|当月|in real time|at any time|immediately|at once|straight away|as soon as|same month/iu,
    months: () => 0,
    atOnce: true,
  },
];

function count(written: string | undefined): number {
  const word = (written ?? '').toLowerCase();
  return NUMERALS[word] ?? Number(word);
}

/** A month by its distance from the month of the charge. */
export interface MonthsLater {
  readonly months: number;
  /** The month of the charge itself, or at any time. */
  readonly atOnce: boolean;
  /** What stands behind the words that name it. */
  readonly rest: string;
}

/** Which month after the month of the charge the words name; absent where they name none. */
export function monthsLater(words: string): MonthsLater | undefined {
  for (const { pattern, months, atOnce } of WHEN) {
    const match = pattern.exec(words);
    if (!match) continue;
    const rest = words.slice(match.index + match[0].length);
    return { months: months(match), atOnce: atOnce === true, rest };
  }
  return undefined;
}
