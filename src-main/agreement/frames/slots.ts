/**
 * Reading by frames: what a sentence says is taken apart into slots (who, whether, does what, to what, within what bound), each with
 * its own small lexicon, free in their order. A value is read only where the slots that make it one are filled, so that a court
 * that may find a clause void is no forum, and “including but not limited to” is no bound.
 */

/** Where a slot is filled, in the sentence's own offsets. */
export interface Slot {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** A slot, with where the words that lead to it begin (`limited to …`). */
export interface LedSlot extends Slot {
  readonly from: number;
}

/** Every place where a pattern stands; the group `value` where it has one. */
export function slotsOf(words: string, pattern: RegExp): readonly LedSlot[] {
  return [...words.matchAll(pattern)].flatMap((match): readonly LedSlot[] => {
    const value = match.groups?.['value'] ?? match[0];
    const trimmed = value.replace(/[\s,，。.;；:：]+$/u, '').trimStart();
    const start = match.index + match[0].indexOf(value) + (value.length - value.trimStart().length);
    return trimmed === '' ? [] : [{ words: trimmed, start, end: start + trimmed.length, from: match.index }];
  });
}

const SMALL_WORDS =
  /\b(?:the|of|and|or|in|on|at|to|for|by|with|within|any|a|an|be|is|are|will|shall|may|must|not|no|that|which|where|located|having|competent|jurisdiction|courts?|state|federal|laws?|governs?|governed|county|under|from|as|its|their|your|our|you|we|it|this|these|those|agreement|terms|exclusive|exclusively|venue|resolved|brought|submitted|disputes?|claims?|arising|out|relating|without|regard|conflicts?|principles|rules)\b/giu;

/**
 * The same letters with names alone capitalised, where a sentence shouts: so that one lexicon reads both. Offsets stay.
 */
export function unshouted(words: string): string {
  const letters = words.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  if (letters.length < 20 || capitals / letters.length < 0.7) return words;
  return words
    .toLowerCase()
    .replaceAll(/(?<![\p{L}'’])[a-z]/gu, (letter) => letter.toUpperCase())
    .replaceAll(SMALL_WORDS, (word) => word.toLowerCase());
}
