/** What people write: full width digits and marks (１０００／), blanks around it. */
const plain = (text: string): string => text.normalize('NFKC').trim();

const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/u;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;
const MONTH = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u;

function day(text: string): string | undefined {
  const match = DAY.exec(text) ?? TOGETHER.exec(text);
  if (!match) return undefined;
  const written = `${match[1] ?? ''}-${two(match[2])}-${two(match[3])}`;
  const meant = new Date(`${written}T00:00:00Z`);
  // 31 June is no day.
  return Number.isNaN(meant.getTime()) || meant.toISOString().slice(0, 10) !== written ? undefined : written;
}

function month(text: string): string | undefined {
  const match = MONTH.exec(text);
  return match && Number(match[2]) >= 1 && Number(match[2]) <= 12 ? `${match[1] ?? ''}-${two(match[2])}` : undefined;
}

/**
 * What was written in a usual form (`2026年9月1日`, `2026/9/1`, `２０２６．９．１`, `１，０００`), as an input of this type takes it: a day, a
 * month or a number. Undefined for other types and for words that are none.
 */
export function asTyped(type: string, words: string): string | undefined {
  const text = plain(words);
  if (type === 'date') return day(text);
  if (type === 'month') return month(text);
  if (type !== 'number') return undefined;
  const number = text.replaceAll(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(number) ? number : undefined;
}
