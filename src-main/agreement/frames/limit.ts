import { isDenied } from './polarity.ts';
import { type LedSlot, type Slot, slotsOf } from './slots.ts';

/**
 * The slots of a sentence that limits what is owed: whose liability or compensation, that it may not be more, the bound in money or
 * in fees.
 */

/** What is limited. */
const OWED =
  /责任|赔偿|补偿|赔付|退还|返还|减免|\bliab|\bdamages\b|\bcompensation\b|\bcompensat|\bremed(?:y|ies)\b|\brecover|\bobligations?\b|\bcredits?\b|\bindemnif|\bfinancial\sresponsibility\b|\b(?:we|us|provider)\b.{0,40}\b(?:pay|owe)|get\sfrom\sus/iu;

const UNTIL_STOP = String.raw`(?<value>(?:(?!,\s(?:each|either|neither|both|our|the)\s(?:\S+\s){0,4}liability\b)[^.;\n]|\.(?=\d)|(?<=\b[A-Z])\.|\.(?=[A-Z]\.)|;(?=\s*(?:or|and)\s))+)`;
/** The other of two bounds, and which of them counts: `…，或合同金额的10%，以较高者为准`. */
const OTHER_BOUND = String.raw`(?:[，,](?:或者?|与|和|及)[^，。；;\n]{2,80})?(?:[，,（(](?:以|按|取)?(?:上述|前述)?(?:二者|两者|其中)?(?:中|之中)?[^，。；）)\n]{0,4}(?:较|孰)[高低大小多少](?:者|的)?(?:为准|为限)?[）)]?)?`;
const BOUNDS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:不超过|不得超过|不会超过|不应超过|不应当超过|不高于|不得高于|不多于|不逾)(?<value>[^，。；;\n]{2,120}${OTHER_BOUND})`,
    'gu',
  ),
  /以(?<value>[^，。；;\n]{2,80}?)为(?:最高)?(?:上)?限/gu,
  new RegExp(
    String.raw`(?:责任|赔偿|赔付|补偿)[^，。；]{0,6}?(?:最高)?(?:上限|限额|总额)(?:为|是|：)\s?(?<value>[^，。；;\n]{2,120}${OTHER_BOUND})`,
    'gu',
  ),
  /(?:，|,)(?:最高)?(?:上限|限额)(?:为|是|：)\s?(?<value>[^，。；;\n]{2,120})/gu,
  /(?:至多|最多|最高|封顶)(?:为|是|赔偿|承担)(?<value>[^，。；;\n]{2,120})/gu,
  /(?<!不)(?:仅限于|限于)(?<value>[^，。；;\n]{2,120})/gu,
  new RegExp(
    String.raw`\b(?:maximum|aggregate|total|overall|entire|cumulative)\b[^.;\n]{0,60}?\b(?:liability|(?<=\bmaximum\s(?:total\s|aggregate\s)?)compensation)\b(?:(?!exceed|more\sthan|limited|capped|restricted|excess)[^.;\n]){0,80}?\s(?:is|equals|amounts\sto)\s(?!(?:not|limited|capped|restricted|responsible|liable)\b)${UNTIL_STOP}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:upper\slimit|limit|maximum\samount)\sof\s(?:the\s)?(?:liability|compensation)\b[^.;\n]{0,80}?\s(?:is|shall\sbe|will\sbe)\s${UNTIL_STOP}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:at\smost|up\sto\sa\smaximum\sof|maximum\sof|(?<=\bliable\s(?:only\s)?)up\sto)\s${UNTIL_STOP}`,
    'giu',
  ),
  new RegExp(
    String.raw`\bthe\s(?:most|maximum\s(?:amount|sum)?)\s(?:that\s)?(?:you|customer|we|provider)\b[^.;\n]{0,60}?\sis\s${UNTIL_STOP}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:exceed(?:,[^,.;]{0,40},)?|in\sexcess\sof|greater\sthan|more\sthan|(?<!not\s)(?<!or\s)limited\sto|capped\sat|restricted\sto|(?<=liab[^.;]{0,60}\b(?:shall|will)\sbe)|(?:cap|limit|restrict)(?:s|ed|ing)?\b[^.;]{0,80}?\bto)\s${UNTIL_STOP}`,
    'giu',
  ),
];

/** Money, a fee, a share of one. */
export const NAMES_MONEY =
  /费|(?<!条)款|元|价[格款]|金额|报酬|保证金|倍|%|％|‰|百分之|\b(?:fees?|amounts?|charges?|sums?|prices?|paid|payable|pays?|remuneration|consideration|dollars?|euros?|pounds?|yuan|renminbi|cost|proceeds|revenue|invoice|subscription|commissions?|times|(?:order|contract|purchase)\svalue)\b|\bvalue\sof\s(?:the\s|your\s|an?\s)?(?:order|contract|goods|services?)\b|[$€£¥￥]|\bUSD?\s?\$?\d|\b(?:USD|EUR|GBP|HKD|SGD|RMB|CNY)\b/iu;
/** Words that follow such words and are no bound in money. */
const NO_BOUND =
  /^\s*(?:repair|replace|re-?perform|liable|responsible|made|held|provided|修复|更换|open\b|you\b|one\s\(1\)\s?(?:year|month)|(?:damages|loss\w*)\sfor\b)|^\s*(?:\d+|[一二三四五六七八九十]+)\s*次|^[^费金额额元款fees$€£]*\d+\s?(?:天|日|小时|days?|hours?)\s*$|foreseeable|^\s*(?:the\s)?(?:defen[sc]e|indemn\w+)\s(?:obligations?|of)|承担|不承担|attorney|^\s*(?:\w+\s)?\([^)]*\)\s?(?:years?|months?)\s(?:after|from)|^\s*paid\sin\sthe\sform/iu;
/** Money that stands only far behind the bound belongs to something else. */
const NEAR = 160;
const NOT_BEFORE =
  /(?:包括但|但)$|\b(?:including|includes?)[^.;]{0,20}$|(?:not|may\snot|does\snot)\sappl(?:y|ies)(?:\sto)?\s$/iu;

/** `exceed …` bounds only where the sentence denies it; every other lead bounds only where it does not. */
const EXCEEDS = /^(?:exceed|in\sexcess|greater|more\sthan)/iu;
const DENIES = /\b(?:no|not|nor|neither|never|cannot|without|waive[sd]?|exclude[sd]?|disclaim\w*)\b|n['’]t\b|不|免/iu;
const DENIED_LEAD = /\b(?:(?:do|does|did|shall|will|may|can|is|are)\s(?:not|never)|cannot)\b|n['’]t\b/iu;
/** The next part of a list, whose head denies for all of them. */
const GOES_ON =
  /^\W*(?:\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[).]\s*)?(?:(?:or|nor|and)\b|(?:for\s)?any\samounts?\s(?:that|which|in)\b)/iu;
/** A sum that an insurer, a late payment or somebody's leave to decide is about, and a case in which something else is done. */
const OTHER_SUM = /保险|逾期(?:付款|支付|缴费)的?(?:责任|违约金|滞纳金)|\binsur(?:ance|ed|er)\b/iu;
const ONLY_A_CASE = /^[^，。；;]{0,40}的[，,][^。；]{0,4}(?:由|应|须|可|经|报)/u;

/** Whether the words that lead to a bound put it there. */
function bounds(sentence: string, { from, start, end }: LedSlot): boolean {
  if (OTHER_SUM.test(sentence.slice(0, start))) return false;
  if (ONLY_A_CASE.test(sentence.slice(start, end + 8))) return false;
  if (EXCEEDS.test(sentence.slice(from, start))) return DENIES.test(sentence.slice(0, from)) || GOES_ON.test(sentence);
  // `These limits do not restrict liability to …` denies between the word and its bound.
  if (DENIED_LEAD.test(sentence.slice(from, start))) return false;
  // What is denied far before belongs to another verb: `we are not responsible …, limited to …`.
  const near = Math.max(0, from - NEAR / 2);
  return !isDenied(sentence.slice(near), { start: from - near, end: end - near });
}

/** One bound of two: of which the higher or the lower counts, or their sum. */
const ONE_OF_BOUNDS =
  /\b(?:greater|lesser|higher|lower|larger|smaller|less|more|sum|total)\s(?:\w+\s){0,3}?of\b|whichever|较[高低大小多少]|孰[高低大小多少]/iu;
/** Where a second bound begins that is of something else than the first: `…, and in respect of any single claim to …`. */
const SECOND_BOUND =
  /[,，;]?\s(?:and|but)(?:,)?\s(?=(?:\((?:b|ii|2)\)\s|in\s(?:respect|relation|regard|the\saggregate|aggregate|total|any|all|each)\b|(?:for|per)\s(?:any|each|all|every|a|one)\b|with\srespect\b|as\sto\b|up\sto\b))/iu;

/** The two bounds of a sentence that limits two things at once, each in its own words. */
function ofTwo(slot: LedSlot): readonly LedSlot[] {
  const cut = ONE_OF_BOUNDS.test(slot.words) ? undefined : SECOND_BOUND.exec(slot.words);
  if (!cut) return [slot];
  const second = slot.words.slice(cut.index + cut[0].length);
  const first = slot.words.slice(0, cut.index);
  if (![first, second].every((words) => NAMES_MONEY.test(words))) return [slot];
  const from = slot.start + cut.index + cut[0].length;
  return [
    { ...slot, words: first, end: slot.start + first.length },
    { ...slot, words: second, start: from, end: from + second.length },
  ];
}

/** The bounds in money that a sentence puts on what is owed, in its own words. Never what it merely lists. `isOwed`: what it hangs on says what is limited. */
export function limitsIn(sentence: string, isOwed = false): readonly Slot[] {
  if (!isOwed && !OWED.test(sentence)) return [];
  const found: Slot[] = [];
  for (const pattern of BOUNDS)
    for (const slot of slotsOf(sentence, pattern)) {
      if (NO_BOUND.test(slot.words) || !NAMES_MONEY.test(slot.words.slice(0, NEAR))) continue;
      if (NOT_BEFORE.test(sentence.slice(Math.max(0, slot.start - 40), slot.start))) continue;
      if (!bounds(sentence, slot)) continue;
      if (found.some((other) => slot.start < other.end && other.start < slot.end)) continue;
      found.push(...ofTwo(slot));
    }
  return found;
}
