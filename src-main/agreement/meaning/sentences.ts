/** Cutting a clause into the stretches that one rule may look at. All offsets are UTF-16 units. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** English words whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:no|nos|inc|ltd|co|corp|llc|pte|art|arts|sec|cl|para|e\.g|i\.e|etc|vs|v|cf|u\.s|u\.k|p\.r|mr|ms|dr|st)|\b[a-z])$/iu;

/** A point between figures, in every form that it is typed in, and the commas of thousands: `０．５`, `１２０，０００`. */
const POINT = /(?<=\d)[\uFF0E\uFE52\u00B7](?=\d)/gu;
const THOUSANDS = /(?<![\d.,\uFF0C])\d{1,3}(?:\uFF0C\d{3})+(?!\d)/gu;

/**
 * The same text with digits, Latin letters, points inside figures, percent and comparison signs of full width made ASCII, typographic
 * apostrophes plain and private-use characters blanked; every character keeps its offset. Every figure of an agreement is read from it.
 */
export function plain(text: string): string {
  return text
    .replace(/[\uFF05\uFF0B\uFF0D\uFF10-\uFF19\uFF1C-\uFF1E\uFF21-\uFF3A\uFF41-\uFF5A]/gu, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replaceAll('\uFE6A', '%')
    .replace(POINT, '.')
    .replace(THOUSANDS, (figure) => figure.replaceAll('\uFF0C', ','))
    .replace(/[\u2018\u2019\u02BC]/gu, "'")
    .replace(/[\u00A0\u2000-\u200B\u3000\t]/gu, ' ')
    .replace(/[\uE000-\uF8FF]/gu, ' ');
}

/** A sentence without an end is cut here, so that no text takes more than its share of time. */
const LONGEST = 2000;

/** Sentences: ended by 。！？；, by their ASCII kin, by a line feed, or by a full stop that really ends an English sentence. */
export function sentences(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  const cut = (end: number): void => {
    for (; end - start > LONGEST; start += LONGEST) found.push({ start, end: start + LONGEST });
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = end;
  };
  for (const mark of text.matchAll(/[。！？；!?;\n]|\.(?=\s+["“(（]?[A-Z\p{Script=Han}]|\s*$)/gu)) {
    if (mark[0] === '.' && ABBREVIATION.test(text.slice(Math.max(start, mark.index - 8), mark.index))) continue;
    cut(mark.index + mark[0].length);
  }
  cut(text.length);
  return found;
}

/** The parts of a sentence between commas and colons; commas inside numbers do not count. */
export function commaParts(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const mark of text.matchAll(/[，：]|[,:](?!\d)/gu)) {
    found.push({ start, end: mark.index });
    start = mark.index + 1;
  }
  found.push({ start, end: text.length });
  return found;
}
