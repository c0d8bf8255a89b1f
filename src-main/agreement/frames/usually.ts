/** What is done, or holds, in most cases and is therefore promised in none. */

/** What goes on as it should is no time that is mostly kept: `operate normally within 4 hours`, `does not start normally`. */
const GOES_ON = '(?:operat|run|work|function|behav)\\w*|performs?|performing|us(?:e|ed|ing)|access(?:ed|ing)?';
const FAILS = "(?:\\bnot|cannot|n['’]t|\\bnever|\\bunable\\sto|\\bfail(?:s|ed)?\\sto)\\s(?:be\\s|been\\s)?";
const MOSTLY = [
  `(?<!\\b(?:${GOES_ON})\\s(?:again\\s|\\w+\\sand\\s)?)`,
  `(?<!${FAILS}(?!exceed|take|last|need|requir|later|more)\\w+\\s)`,
  '\\bnormally\\b',
  `(?!(?<=${FAILS}normally)\\s(?:${GOES_ON})\\b)(?!\\s(?:operating|running|working|functioning)\\b(?!\\s(?:on|to|with)\\b))`,
].join('');
/** How English says it; what is generally available is on the market, and not mostly up. */
const ENGLISH = [
  '\\b(?:typically|usually|ordinarily|as\\sa\\s(?:general\\s)?rule|in\\sgeneral|(?:in|for)\\s(?:the\\s)?most\\s(?:cases|part)|on\\sthe\\swhole)\\b',
  '\\bgenerally\\b(?!\\s(?:available(?!\\s*(?:$|\\d|at\\b|for\\b|about\\b|more\\b|over\\b))|accepted|accessible|applicable|known))',
  MOSTLY,
].join('|');
/** How Chinese says it; `一般` is also a degree of severity, and `通常` a kind of hours. */
const CHINESE = [
  '通常(?!的?(?:工作|营业|办公|服务)(?:时间|日|时段))',
  '一般(?:情况下?|来说|来讲|而言|说来|(?:都|均|可|能|会|应)?(?:在|于|达到?|能够?|可(?!用)以?|不)|(?:保持|维持)|为(?![^，。；]{0,3}级))',
  '(?:大多数?|多数)情况下?',
].join('|');

/** Source of a regular expression for words that say it; use with the flags `iu`. */
export const USUALLY = `${ENGLISH}|${CHINESE}`;

/** Words that say whose or which times are meant, so that what is usual is of those: `in the hours that it is normally used`. */
const OF_WHICH = /\b(?:which|when|where|that|whenever|hours|times?|unless|if)\s(?:\w+\s){0,5}$|[的时](?!，)$/iu;
/** What is promised all the same, or begins another statement. */
const ELSE = '\\b(?:and|but|guarantee|promise|commit|warrant|ensure|undertake)\\w*|保证|承诺|确保|并且?|但|且';
const BETWEEN = `(?:(?!${ELSE})[^.;,，。；%\\d]){0,60}`;
/** A statement of its own follows a comma, unless that stands right behind the words: `Normally, …`. */
const FIRST = new RegExp(
  `^[^\\p{L}]*(?:${USUALLY})(?:情况下?)?(?:[,，](?:(?!${ELSE})[^.;。；%\\d]){0,120}|(?:(?!${ELSE})[^.;,，。；%\\d]){0,120})$`,
  'iu',
);
const BEFORE = new RegExp(`(?<lead>[^.;,，。；]{0,40})(?:${USUALLY})${BETWEEN}$`, 'iu');
const TYPICAL_BEFORE =
  /\b(?:typical|usual)\s(?:\w+\s){0,2}?(?:availability|uptime)\b[^.;,\d]{0,40}$|(?:典型|常见)(?:的)?(?:月度)?(?:可用性|可用率)?(?:值|水平)?[^，。；\d]{0,6}$/iu;
const BEHIND =
  /^\s?(?:%|％|per\scent)[^.;,，。；]{0,30}?(?:[(（]\s?(?:typical|usual|通常|一般|典型)(?:ly)?值?\s?[)）]|\b(?:typically|usually)(?=\s*(?:$|[.;,，。；)）]|(?:achieved|reached|met|attained|maintained|delivered|observed|available)\b))|\b(?:in\smost\s(?:cases|months)|most\sof\sthe\stime)\b)/iu;

/** What brackets say is of the words before them, unless they say no more than that these mostly hold. */
const IN_BRACKETS = /[（(][^（()）]*[)）]/gu;
const ONLY_USUALLY = new RegExp(`^[（(]\\s?(?:${USUALLY})(?:情况下?|值)?\\s?[)）]$`, 'iu');

/** Whether a sentence says of its figure that it mostly is so: `is usually 99.9%`, `通常不低于99.9%`, `Normally, …`. */
export function isUsual(sentence: string, figure: number): boolean {
  const digits = String(figure).replace('.', '\\.');
  const zeros = Number.isInteger(figure) ? '(?:\\.0+)?' : '0*';
  const written = new RegExp(`(?<![\\d.])${digits}${zeros}(?!\\.?\\d)`, 'u').exec(sentence);
  if (!written) return false;
  const before = sentence
    .slice(0, written.index)
    .replaceAll(IN_BRACKETS, (words) => (ONLY_USUALLY.test(words) ? words : ' '));
  if (FIRST.test(before) || TYPICAL_BEFORE.test(before)) return true;
  if (BEHIND.test(sentence.slice(written.index + written[0].length))) return true;
  const lead = BEFORE.exec(before)?.groups?.['lead'];
  return lead !== undefined && !OF_WHICH.test(lead);
}
