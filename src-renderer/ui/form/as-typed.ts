import { typedDates, typedMoments, typedMonth, typedNumber } from '../../../assets/typed/typed-words.ts';

/** 31 June is no day. */
function exists(written: string): boolean {
  const meant = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(meant.getTime()) && meant.toISOString().slice(0, 10) === written;
}

function day(text: string): string | undefined {
  const [only, other] = typedDates(text).filter(exists);
  // What could be two days is neither.
  return other === undefined ? only : undefined;
}

function moment(text: string): string | undefined {
  const [only, other] = typedMoments(text).filter((each) => exists(each.slice(0, 10)));
  return other === undefined ? only : undefined;
}

function month(text: string): string | undefined {
  const said = typedMonth(text);
  return exists(`${said}-01`) ? said : undefined;
}

/**
 * What was written in a usual form (`2026年9月1日`, `2026/9/1 8:30`, `9 Sep 2026`, `２０２６．９．１`, `１，０００`), as an input of this type takes it:
 * a day, a moment, a month or a number. Undefined for other types and for words that are none.
 */
export function asTyped(type: string, words: string): string | undefined {
  if (type === 'date') return day(words);
  if (type === 'month') return month(words);
  if (type === 'datetime-local') return moment(words);
  return type === 'number' ? typedNumber(words) : undefined;
}
