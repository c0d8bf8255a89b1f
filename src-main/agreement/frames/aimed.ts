import { sentences } from '../meaning/sentences.ts';
import { isUsual } from './usually.ts';

const AIMED =
  '(?:目标值?|力争|争取|尽力)(?:[^，。；%\\d]{0,10})|\\b(?:target(?:ed|s)?|objective|aims?|goal|strives?)\\b[^.;,%\\d]{0,60}';
/**
 * Whether an availability is aimed at, or mostly kept, and not promised; whether or not the text says that it is none.
 * @param places the quote, then the words around it
 */
export function isTarget(value: number, quote: string, places: readonly string[]): boolean {
  const figure = String(value).replace('.', '\\.');
  const aimed = new RegExp(`(?:${AIMED})${figure}|${figure}\\s?%\\s(?:\\w+\\s){0,3}(?:target|objective|goal)\\b`, 'iu');
  return (
    aimed.test(quote) || isUsual(sentenceAround(quote, places), value) || places.some((words) => TARGET.test(words))
  );
}

/** What is quoted of an availability that is no promise: with the words that make it none, where they stand before the quote. */
export function quoteOfTarget(value: number, quote: string, places: readonly string[]): string {
  const whole = sentenceAround(quote, places);
  return isUsual(whole, value) && !isUsual(quote, value) ? whole.trim() : quote;
}

/** The sentence of the clause that a quote is from; the quote where it is not found. */
function sentenceAround(quote: string, places: readonly string[]): string {
  const text = places.find((words) => words.length > quote.length && words.includes(quote)) ?? quote;
  const own = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote));
  return own ? text.slice(own.start, own.end) : quote;
}

const TARGET =
  /(?:目标|力争|争取)[^。；]*不(?:作|做|构成)[^。；]{0,8}(?:承诺|保证)|(?:target|objective|aim)[^.;]*\b(?:not|no)\b[^.;]{0,20}(?:guarantee|commitment|promise|warrant)/iu;
