const DIGITS = '〇一二三四五';

/** A rank said by a number: `P1`, `S-1`, `Sev 1`, `Severity 1`, `Priority 1`, `Level 1`, `一级`, `1级故障`, `I级`; a log may give the number alone. */
const RANK =
  /\b(?:p|s|sev(?:erity)?|pri(?:ority)?|level|lvl|tier|l)[\s.-]?(?:level\s)?([0-5])\b|([0-5])\s?级|([一二三四五])级|第([一二三四五])(?:级|类)/giu;

const SEVERAL = /[/、,，]|\b(?:and|or)\b|和|及/iu;

/** What a severity is called: its words with the widths, blanks and letter case settled. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s（）()【】[\]·:：-]+/gu, '')
    .toLowerCase();

/** The number of a severity; absent where its words give none, or several. */
function rankOf(words: string): string | undefined {
  const bare = /^\s*([0-5])\s*$/u.exec(words.normalize('NFKC'))?.[1];
  if (bare !== undefined) return bare;
  const found = [...words.normalize('NFKC').matchAll(RANK)].map(
    ([, letter, digit, han, nth]) => letter ?? digit ?? String(DIGITS.indexOf(han ?? nth ?? '')),
  );
  const [rank, other] = new Set(found);
  return other === undefined ? rank : undefined;
}

/**
 * Whether two names are of one severity: `P1` and `一级（紧急）故障` by their number, else one name as the beginning of the other's
 * (`紧急` and `紧急故障`). Names with numbers that differ are never the same.
 */
export function sameSeverity(one: string, other: string): boolean {
  const ranks = [rankOf(one), rankOf(other)] as const;
  if (ranks[0] !== undefined && ranks[1] !== undefined) return ranks[0] === ranks[1];
  // Of two names one may have a rank and the other none; of several ranks none is meant.
  if (SEVERAL.test(one) || SEVERAL.test(other)) return plain(one) === plain(other);
  const [a, b] = [plain(one), plain(other)];
  if (a === '' || b === '') return false;
  return a === b || a.startsWith(b) || b.startsWith(a);
}
