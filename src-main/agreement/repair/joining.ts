import { parseNumber } from '../structure/numbering.ts';
import { isClosing, isHeadingLike, isTitleCase, readTitle } from '../documents/titles.ts';
import { isSignatureLine } from '../structure/signature.ts';

/** Sentence, list or quotation is over. */
const TERMINAL = /[。！？!?；;：:…]["”’」』）)】》]*$|\.["”’)]*$/u;
const COMMA = /[，,、]$/;
/** A figure with what it measures, a date, an address: no number of a clause. */
const FIGURE =
  /^(?:\d[\d,.]*\s?(?:[%‰个天日年月周元万亿次倍名人份页台条点]|小时|分钟|以[上下]|[kmgt]?bps\b|[kmgt]b\b)|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{1,3}){3})/i;
/** A word alone on its line, as the first page of a contract sets the names of the parties. */
const LINK = /^(?:by and )?(?:between|and|or)$/i;
/** The end of an item before the last of its list: `…; and`. */
export const LINKED_ITEM = /[;；]\s*(?:and|or|and\/or|以及|和|或者?|及)[,，]?$/i;
/** Dear customer, */
const SALUTATION = /^(?:dear|hi|hello|尊敬的|亲爱的)[^。；.;]{0,40}[,，]$/i;
/** What stands before a figure that a line end cut off. */
const BEFORE_FIGURE =
  /(?:[为是自至到于从在达即计付过和及或每共第，、]|不(?:低于|高于|超过|少于)|超过|低于|高于|少于|版本)$/;
/** No Chinese heading ends with these; a sentence cut by a page does. */
const CUT_CHINESE =
  /(?:\d\s?个?(?:工作|自然)?(?:日|天|小时|月|年)之?[内前后]|(?<!目)的|按照|根据|依照|依据|通过|包括|以及|由于|[在和与及或且并是不被把从即若如该其])$/;
/** Words of a sentence rather than a heading. */
const SENTENCE_CHINESE = /应当?|不得|有权|可以|必须|[须将]|按照|承担|支付|提供|视为|负责|同意/;
const CUT_ENGLISH =
  /\b(?:of|the|and|or|to|in|by|after|before|until|within|between|during|over|per|upon|against|without|least|most|into|of|for|with|a|an|shall|will|may|must|any|such|that|which|its|is|are|be|not|this|these|as|on|at|from|under|than|if|your|our|their|section|article)$/i;
/** A sentence that goes on with a clause it refers to: `… for convenience under` / `Section 8.5 (…`. */
const CUT_BEFORE_REFERENCE = /[a-z,]\s(?:under|of|in|to|by|with|see|per|from|pursuant to|than|this)$/;
const REFERENCE = /^(?:Sections?|Clauses?|Articles?|Paragraphs?)\s\d/;
/** A number in words that is told once more in figures: `within thirty` / `(30) days`. */
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|hundred)$/i;
const NUMBER_AGAIN = /^\(\d{1,3}\)\s?[a-z%]/;
const isCutBeforeNumber = (before: string, after: string): boolean =>
  (CUT_BEFORE_REFERENCE.test(before) && REFERENCE.test(after)) ||
  (NUMBER_WORD.test(before) && NUMBER_AGAIN.test(after));
const OPEN_BRACKETS = /[（(“「『《【[]/g;
const CLOSE_BRACKETS = /[）)”」』》】\]]/g;
const HAN = /\p{Script=Han}/u;

/** `服务可用性 = …`, `(a − b) / c × 100%`. */
export function isFormula(text: string): boolean {
  return /[=＝≤≥]/.test(text) && !/[。；]$/.test(text);
}

/** Brackets opened and not closed. */
export function openBrackets(text: string): number {
  return (text.match(OPEN_BRACKETS)?.length ?? 0) - (text.match(CLOSE_BRACKETS)?.length ?? 0);
}

/** True when a line begins something of its own: a number, a label in brackets, a signature, a title. */
export function beginsAnew(text: string): boolean {
  const number = parseNumber(text);
  // A figure at a line's start is no number of a clause without its neighbours; a letter or a Chinese numeral seldom is not.
  const deep = number !== undefined && number.values.length > 2;
  const counts = number !== undefined && (!number.weak || deep || !/^1[-.1、]{0,2}$/.test(number.style));
  return counts || /^【/.test(text) || isSignatureLine(text) || isClosing(text);
}

/** The words that stand between two joined lines: a space for scripts that space their words, nothing for Chinese. */
export function seam(before: string, after: string): '' | ' ' {
  const last = before.at(-1) ?? '';
  const first = after.charAt(0);
  const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]/u;
  if (chinese.test(last) || chinese.test(first)) return '';
  return /[-/]$/.test(last) || /^[,.;:!?)%]/.test(first) ? '' : ' ';
}

/**
 * A sentence that a page break cut: `before` is prose without an end, and `after` goes on and ends, or is prose itself.
 * Formulas, titles, headings and labels are nobody's first half.
 */
export function isCutSentence(before: string, after: string): boolean {
  if (TERMINAL.test(before) || isFormula(before) || /[_＿]{2}$/.test(before)) return false;
  if (SALUTATION.test(before) || (LINKED_ITEM.test(before) && parseNumber(after))) return false;
  if (FIGURE.test(after) && BEFORE_FIGURE.test(before)) return true;
  if (before.length > 6 && /第.{1,5}条$/.test(before) && /^第.{1,5}[款项]/.test(after)) return true;
  if (isCutBeforeNumber(before, after)) return true;
  if (beginsAnew(after) || readTitle(before) || readTitle(after)) return false;
  return HAN.test(before.slice(-12)) || HAN.test(after.slice(0, 12))
    ? isCutChinese(before, after)
    : isCutEnglish(before, after);
}

function isCutChinese(before: string, after: string): boolean {
  const ends = /[。；！？;：]["”’」』）)]*$/.test(after);
  const goesOn = ends || /[，。；、]/.test(after);
  if (/^[，。；、）)]/.test(after)) return true;
  const words = before.slice(parseNumber(before)?.length ?? 0);
  if (COMMA.test(before) || openBrackets(words) > 0) return goesOn || !isHeadingLike(after);
  if (!goesOn) return false;
  if (CUT_CHINESE.test(words) && (words.length >= 8 || /(?:按照|根据|依照|依据|通过|由于|[内前后])$/.test(words)))
    return true;
  if (/^[^，,：:]{1,14}[：:]/.test(after)) return false;
  if (/[，；。,]/.test(words)) return words.length >= 16;
  return words.length >= 32 || (words.length >= 24 && (/[、（(]/.test(words) || SENTENCE_CHINESE.test(words)));
}

function isCutEnglish(before: string, after: string): boolean {
  if (LINK.test(before) || LINK.test(after)) return false;
  if (CUT_ENGLISH.test(before) || /[a-z]-$/.test(before)) return true;
  if (/^[a-z]/.test(after)) return before.length >= 24 || !isHeadingLike(before);
  if (COMMA.test(before) || openBrackets(before) > 0) return before.split(/\s+/).length > 4;
  return before.length >= 60 && !isTitleCase(before) && !isHeadingLike(after);
}
