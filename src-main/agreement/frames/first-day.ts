/**
 * Whether a period begins on the day of its event and not after it: the event, its day, and words that count that day in, in whichever
 * order. Source: Civil Code, articles 201 and 204.
 */

/** What a period may begin with, so that words about one event are not taken for another's. */
const EVENTS: readonly (readonly [event: string, words: RegExp])[] = [
  ['told', /公告|公示|公布|发布|刊登|张贴|挂网|\b(?:announc|post|publi|display)\w*/iu],
  ['sent', /通知|发出|寄出|投递|\b(?:noti|sent|send|dispatch|mail)\w*/iu],
  ['received', /收到|送达|签收|到达|接获|\b(?:recei|deliver|serv(?:ed|ice\sof))\w*/iu],
  ['order', /下单|订购|\border\w*/iu],
  ['bill', /账单|发票|开票|出账|\b(?:invoic|bill|statement)\w*/iu],
  ['incident', /故障|中断|事件|\b(?:incident|outage|fail|event)\w*/iu],
  ['restored', /恢复|修复|\b(?:restor|recover)\w*/iu],
  ['ended', /终止|解除|期满|届满|到期|\b(?:terminat|expir|end)\w*/iu],
  ['paid', /付款|支付|缴费|\b(?:pay|paid)\w*/iu],
  ['signed', /签署|签订|生效|\b(?:sign|effective|execut)\w*/iu],
];

const DAY_ZH = '(?:之)?(?:当日|当天|之日|日|首日)';
const COUNTED_ZH = String.raw`(?:也|亦|均|应当?|即|须|一并|同样)*(?:(?:计算|包括|包含|计|含|算|计入|列入)(?:在)?(?:期间|期限|该期间|该期限)?(?:之)?内|计入|算入|列入|记入)`;
const FIRST_ZH = '(?:第[一1]\\s?个?[日天]|首日|首个?[日天]|起算日)';
const IN_BRACKETS_ZH = String.raw`[（(，,]\s*(?:含|包括|包含|计入|连同)(?:本数)?[^，。；;（）()]{0,8}(?:当日|当天|本日|该日|首日|之日|起始日|日)(?:在内)?\s*[)）]?`;

const PARTS_EN = String.raw`(?:day|date)`;
const COUNTED_EN = String.raw`(?:(?:is|are|shall\sbe|will\sbe|being|to\sbe|be)\s(?:itself\s|also\s)?(?:included|counted|taken\sinto\saccount|reckoned)|counts?)`;
const FIRST_EN = String.raw`(?:the\s)?(?:first\sday|day\s(?:one|1)|1st\sday)`;

/** Words that count the first day in; the whole match names the event, where it names one. */
const COUNTED_IN: readonly RegExp[] = [
  // 自公告之日（含当日）起；自公告之日起（含公告当日）
  new RegExp(`(?:自|从|由)[^，。；;（(]{1,18}?[日天](?:起|开始)?${IN_BRACKETS_ZH}`, 'gu'),
  // …满10日（含公告当日）：an event stands in the brackets.
  /[（(]\s*(?:含|包括|包含|计入|连同)\s*[^，。；;（）()]{2,8}(?:当日|当天|之日|日)(?:在内)?\s*[)）]/gu,
  // 公告当日计入；起始日计算在内；公告之日算第一天
  new RegExp(
    `[^，。；;、（(]{1,10}?${DAY_ZH}(?:${COUNTED_ZH}|(?:也|亦|均|应当?|即)*(?:为|算|是|作为|视为|计为|算作|记为)(?:期间|期限)?的?${FIRST_ZH})`,
    'gu',
  ),
  // 以公告当日为第一日；第一日为公告之日
  new RegExp(`以[^，。；;]{1,10}?${DAY_ZH}(?:作)?为(?:期间|期限)?的?${FIRST_ZH}`, 'gu'),
  new RegExp(`${FIRST_ZH}(?:即|应)?(?:为|是|系|指)[^，。；;]{1,10}?${DAY_ZH}`, 'gu'),
  // 期间自起始当日开始计算
  /(?:期间|期限|天数|日数)[^，。；;]{0,4}(?:均|应|皆)?(?:自|从)[^，。；;]{1,10}?(?:当日|当天)(?:即)?(?:起|开始)?(?:计算|起算|计)/gu,
  new RegExp(
    String.raw`\b(?:from|starting|beginning|commencing|running|counted|counting|reckoned)\b[^.;()]{0,20}\band\sincluding\s(?:the\s|such\s|that\s)?${PARTS_EN}\b[^.;,()]{0,40}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?:[(,]\s?|\b(?:counting|days?)\s)(?:inclusive\sof|including|counting|and\sincluding)\s(?:the\s|such\s|that\s|its\s)?${PARTS_EN}\s(?:of|on\swhich|it|when|that)\b[^.;,()]{1,40}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:from|on|of|after)\s(?:the\s)?${PARTS_EN}\sof\s[^.;,()]{1,40}[(,]\s?(?:(?:that|such|which)\s${PARTS_EN}\s)?(?:inclusive|included|(?:including|inclusive\sof|counting)\s(?:that|such|the|this)\s(?:same\s)?${PARTS_EN})\b`,
    'giu',
  ),
  new RegExp(
    String.raw`\bthe\s(?:first\s|starting\s|start\s|initial\s|opening\s)?${PARTS_EN}\b(?:\s(?:of|on\swhich|from\swhich)\s[^.;,]{1,50}?)?\s(?:${COUNTED_EN}(?:\s(?:as|in)\s[^.;,]{1,24})?|(?:is|shall\sbe)\s${FIRST_EN})`,
    'giu',
  ),
];

/** Taken back, or of the day after the event, or of the other end of a stretch of time. */
const NOT_SO =
  /不(?:予)?(?:计|含|包|算|列)|次日|翌日|次一|第二[日天]|后一[日天]|(?:前|至|止|截至|截止|不晚于|不迟于|届满|最后|末)[^，。；;]{0,6}$|\bnot\b|\bexclu|\b(?:next|following|last|final|until|till|through|up\sto|by)\b|\b(?:to|after)\sand\sincluding/iu;
/** Words right before them that make them the other end. */
const OTHER_END =
  /(?:不晚于|不迟于|截至|截止|最后|届满|至|前|\buntil|\btill|\bthrough|\bup\sto|\bby|\bno\slater\sthan)\s*[^，。；;.]{0,6}$/iu;
/** Words right behind them that do. */
const BEFORE_IT = /^\s*(?:之前|以前|前|为止|止)/u;
/** The first day in general, whatever the event. */
const IN_GENERAL =
  /起始|起算|开始|首日|(?:期间|期限)的?第一|\b(?:first|start\w*|initial|opening|commenc\w*|begin\w*)\s(?:day|date)\b|\bperiods?\b|\bday\s(?:from|on)\swhich/iu;

/** Where words count the first day in, and of which events; of none in particular where they speak of periods in general. */
export interface FirstDay {
  readonly words: string;
  readonly events: readonly string[];
}

/** The events that words name. */
export const eventsIn = (words: string): readonly string[] =>
  EVENTS.flatMap(([event, pattern]) => (pattern.test(words) ? [event] : []));

/** The words that count the first day of a period in; absent where there are none. */
export function firstDayIn(text: string): FirstDay | undefined {
  for (const pattern of COUNTED_IN) {
    for (const match of text.matchAll(pattern)) {
      const words = match[0];
      const behind = text.slice(match.index + words.length);
      if (NOT_SO.test(words) || OTHER_END.test(text.slice(0, match.index)) || BEFORE_IT.test(behind)) continue;
      return { words: words.trim(), events: IN_GENERAL.test(words) ? [] : eventsIn(words) };
    }
  }
  return undefined;
}
