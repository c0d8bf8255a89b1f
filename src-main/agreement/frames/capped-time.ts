/** The words by which a cap says over what time it counts credits together. Of what text they are asked is for the one who asks. */

/** A time over which credits are capped together. */
export type CappedTime = 'month' | 'quarter' | 'year';

/** What is ordered or paid by the year says nothing of the time that is capped: `按全年套餐`, `under an annual subscription`. */
const NOT_ORDERED = '(?!费|套餐|订|付|缴|服务)';
/** The time over which credits are capped together, where the words of the cap say one; a clause that says several says the shortest. */
const OVER: readonly (readonly [CappedTime, RegExp])[] = [
  [
    'month',
    /任[一何](?:一)?(?:个)?(?:自然|日历)?月|每(?:个)?(?:自然|日历)?月|单(?:个)?(?:自然)?月|(?<!(?:\d|[二两三四五六七八九十几数])\s?个?)月度?(?:内|累计|合计)|\b(?:any|each|every|per|one|a|single|the\ssame)\s(?:(?:calendar|billing|given|single)\s)*month\b/iu,
  ],
  [
    'quarter',
    /任[一何](?:一)?(?:个)?(?:自然)?季|每(?:个)?(?:自然)?季|季度[内中累合]|\b(?:any|each|every|per|one|a|single|the|same)\s(?:calendar\s)?quarter\b/iu,
  ],
  [
    'year',
    new RegExp(
      `任[一何](?:一)?(?:个)?(?:合同|服务|自然|日历)?年|每(?:个)?(?:合同|服务|自然|日历)?年${NOT_ORDERED}|(?:合同|服务|自然|日历)年度?${NOT_ORDERED}|年度(?:内|累计|合计|赔偿|补偿)|全年度?${NOT_ORDERED}|(?:一|同一)(?:个)?年度?[内中]|\\b(?:any|each|every|per|one|a|single|the|same)\\s(?:(?:contract|calendar|service|agreement|given|single|such)\\s)*(?:year|(?:(?:twelve|12)(?:\\s\\(12\\))?[\\s-]months?\\speriod))\\b(?!\\s(?:subscription|plan|commitment))|\\bannual\\s(?:(?:total|aggregate|cumulative|service)\\s)*(?:credits?|caps?|limits?|maximum|total|compensation)\\b|\\b(?:credits?|capped|limited)\\s(?:\\w+\\s)?annually\\b`,
      'iu',
    ),
  ],
];
/** Credits of a month, taken together in it, where no other time is said: `月度赔偿累计`, `the aggregate monthly credits`. */
const OF_MONTHLY_CREDITS =
  /(?<!(?:\d|[二两三四五六七八九十几数])\s?个?|各)月度?(?:的)?(?:赔偿|补偿)(?:总?额|金额|总计|合计|累计|最高|之和)*(?=不|以|至多|上限|限于)|(?<!\b(?:of|from|on|by|to)\s(?:(?:all|the|its|our)\s)*)\bmonthly\s(?:(?:total|aggregate|cumulative|service)\s)*(?:credits?|compensation|periods?|cycles?)\b/iu;
/** Whether words add up what is credited in one month. */
export const addsUpAMonth = (words: string): boolean => OF_MONTHLY_CREDITS.test(words);

/** A fee of a year that a cap is a share of: what names it says nothing of the time that is capped. */
const FEE_OF_A_YEAR =
  /(?:每年|年度|全年|一年|当年)(?:的)?[^，。；]{0,8}(?:费|款)|\b(?:annual|yearly)\s(?:\w+\s){0,3}(?:fees?|charges?)|\b(?:fees?|charges?)\b[^.;,]{0,40}?\b(?:years?|months?)\b(?:\speriod)?/giu;
/** A fee of a month that a cap is a share of. */
const FEE_OF_A_MONTH =
  /(?:每个?月|单月)(?:的)?(?:服务|月)?(?:费|款)|\b(?:fees?|charges?)\b[^.;,]{0,40}?\b(?:a|one|per|each|that|the)\smonth\b/giu;

/** The words without the fees that a cap is a share of, which say nothing of the time that is capped. */
export const withoutFees = (words: string, ofAYear: boolean): string =>
  (ofAYear ? words.replace(FEE_OF_A_YEAR, ' ') : words).replace(FEE_OF_A_MONTH, ' ');

/** What caps the credit of one outage says nothing of all those of a month, nor of a year; `in any event` is no outage, a `claim month` is a month. */
const INCIDENT =
  /单次|每一?次|每一?起|每一?个?(?:故障|事件|事故)|\b(?<!\bin\s(?=any\sevent\b(?!\sof\b)))(?:per|each|every|(?:any|a)\s(?:one|single)|any|one)\s(?:\w+\s)?(?:incident|event|occurrence|outage|claim|failure)\b(?!\s(?:month|quarter|year|period|cycle)\b)/iu;
/** Whether words cap the credit of a single outage. */
export const isOfIncident = (words: string): boolean => INCIDENT.test(words);

const BY_THE_YEAR = /[元币圆]\s?(?:[/／]|每)\s?(?:合同|自然)?年/u;
const OF_THIS_MONTH = /[当该本]月|\b(?:that|the\s(?:same|relevant|affected))\smonth\b/iu;

/** The time that a cap names by what it is the cap of: `当月的赔偿`, `每年 5,000 元/年`. */
export const timeOfCapped = (words: string): CappedTime | undefined =>
  OF_THIS_MONTH.test(words) ? 'month' : BY_THE_YEAR.test(words) ? 'year' : undefined;

/** Whether words speak of the month that is measured. */
export const isOfThisMonth = (words: string): boolean => OF_THIS_MONTH.test(words);

/** The time that words name as the one that is capped; of several the shortest. */
export const timeIn = (words: string): CappedTime | undefined => OVER.find(([, pattern]) => pattern.test(words))?.[0];

/** So few words before a clause say when it holds, and no more. */
const FEW_WORDS = 12;
/** Whether a clause only says when the next one holds: `任一合同年度内，…`. */
export const isAdverbial = (clause: string): boolean =>
  /^\s*(?:in|within|during|for|over)\s(?:\S+\s?){1,4}$/iu.test(clause) || clause.trim().length <= FEW_WORDS;

/** A heading that bounds its items by a time, or is one of limits; what only speaks of years (`全年无休服务`) says none of a cap. */
const IS_FRAME =
  /^[\s\d.、（()）]*(?:在)?(?:任[一何]|每个?|同一|单个)|[年月季]度?[内中]|限额|上限|封顶|最高|^[\s\d.()]*(?:(?:in|within|for|during|over|per)\s)?(?:any|each|every|per|one|a|the\ssame)\b|\b(?:limits?|limited|caps?|capped|maxim\w+)\b/iu;
/** The time that a heading bounds its items by; absent where it bounds them by none. */
export const timeOfHeading = (words: string): CappedTime | undefined =>
  IS_FRAME.test(words) ? timeIn(words) : undefined;

/** The whole of a contract's time. */
const OF_THE_TERM =
  /(?:合同|协议|服务|订阅)期(?:限)?[内间]|\b(?:over|during|throughout)\s(?:the\s)?(?:whole\s|entire\s)?(?:term|life)\b/iu;
/** All credits together, over a time that is not said; what an outage adds up to, or the credits of each of several things, is another matter. */
const TOGETHER =
  /(?<!(?:中断|故障|不可用|停机|宕机)(?:时间|时长|分钟数?|次数)?)(?:累计|累积)(?!(?:发生|出现|的)?(?:中断|故障|不可用|停机|宕机|时间|时长|满|达|超过?\d))|\b(?:aggregate|cumulative(?:ly)?)\b(?!\s(?:outages?|downtime|duration|unavailab\w+|minutes|hours|time)\b)/iu;
const OF_EACH = /(?:各|每个?)[^，。；]{0,6}(?:实例|节点|资源|产品|服务器|域名)[^，。；]{0,8}(?:赔偿|补偿)/u;
/** The credits before which all are taken together: `累计赔偿，…`. */
const CREDITS_TOGETHER = /(?:累计|累积)(?:的)?(?:赔偿|补偿)|(?:赔偿|补偿)[^，。；]{0,6}(?:累计|累积)/u;
/** A billing period is the one that is measured. */
const OF_A_PERIOD = /周期|账期|每期|\b(?:billing|invoic\w+|measurement|service|claim)\s(?:cycle|period)s?\b/iu;

/** Whether a clause caps all credits together, over a time that neither it nor the words that lead to it say. */
export function isOfAllTime(own: string, before: string): boolean {
  if (INCIDENT.test(own) || OF_A_PERIOD.test(own)) return false;
  if (OF_THE_TERM.test(own) || (TOGETHER.test(own) && !OF_EACH.test(own))) return true;
  return isAdverbial(before) && (OF_THE_TERM.test(before) || CREDITS_TOGETHER.test(before));
}
