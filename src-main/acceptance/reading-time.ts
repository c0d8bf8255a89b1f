/** A han character, kana or hangul syllable is read as one unit. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const VISIBLE = /\S/gu;

/** A letter of an alphabet counts 0.4: an English word of five letters is two units. */
const LETTER_UNITS = 0.4;

/** 12 characters a second is a fast silent reader: the time is a floor under "was on screen", not a test of reading. */
const UNITS_PER_SECOND = 12;
const LEAST_SECONDS = 2;
const MOST_SECONDS = 30;

/** 300 characters or 150 English words a minute: somebody reads a contract carefully, for the estimate of what is left. */
const CAREFUL_UNITS_PER_SECOND = 5;

/** Ideographs count 1, other visible characters 0.4, spaces nothing. */
function unitsOf(text: string): number {
  const ideographs = text.match(IDEOGRAPH)?.length ?? 0;
  return ideographs + ((text.match(VISIBLE)?.length ?? 0) - ideographs) * LETTER_UNITS;
}

/** Seconds in which a text is read with care; an estimate, which nothing is measured against. */
export function carefulSeconds(text: string): number {
  return unitsOf(text) / CAREFUL_UNITS_PER_SECOND;
}

/**
 * Seconds that a text must have been on screen: `max(2, min(30, units / 12)) × factor`, rounded up to half a second.
 */
export function readingSeconds(text: string, factor = 1): number {
  const plain = unitsOf(text) / UNITS_PER_SECOND;
  const seconds = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, plain)) * factor;
  return Math.ceil(seconds * 2) / 2;
}
