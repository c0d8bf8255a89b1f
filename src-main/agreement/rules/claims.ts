import { L, over } from './term.ts';

/** How agreements say by when a credit must be asked for, and what the credits of a period may come to at most. */

/** Days, working days, months or years. */
const SPAN = String.raw`(?<q>[\uE001-\uE005])`;

/** The service level is what is spoken of. */
export const OF_SERVICE_LEVEL =
  /可用性|可用率|可用度|在线率|故障|中断|服务等级|服务水平|未达标|SLA|代金券|service\s(?:level|credit)|uptime|availab|outage|downtime|incident/iu;

export const CLAIM = /(?:赔偿|补偿|赔付|索赔|代金券|减免|减收|返还)|\bcredits?\b|\bclaims?\b|compensation/iu;
export const CLAIMS =
  /申请|提出|提交|索赔|主张|申领|受理|报告|\brequest|\bsubmit|\bclaim|\bnotif|\bappl(?:y|ies|ication)|\bticket|\bcontact|\breport|\bopen\b|\breceived\b|\bask\b/iu;

export const CLOSES = over(
  String.raw`${SPAN}(?:内|之内|以内|届满前)`,
  String.raw`不(?:应|得|能)?(?:当)?(?:超过|迟于|晚于)[^，。；]{0,40}?${SPAN}`,
  String.raw`(?:超过|逾|超出|晚于|迟于)[^，。；]{0,40}?${SPAN}[^，。；]{0,8}?(?:未|没有|仍未|才|的，)`,
  String.raw`\b(?:within|no\slater\sthan|not\slater\sthan|later\sthan|more\sthan)\s(?:the\s)?(?:first\s)?${L}`,
  String.raw`${L}['’]?\s(?:of|after|from|following)\s`,
);

/** Before the figure: somebody else's time, or a time of something else. */
export const NOT_CLOSES_BEFORE =
  /(?:收到|受理|审核|确认|核实|处理|答复|回复|发放|赔付|支付|有效期|连续|持续|提前|过去|最近)[^，。；]{0,16}$|(?:前|每)$|(?:respond|repl(?:y|ied)|process|issued?|appl(?:y|ied)|review|acknowledg\w*|confirm|paid|pay|refund\w*|expire\w*|valid|used|redeem\w*|preceding|previous|prior|consecutive)[^.;]{0,30}$/iu;
/** After the figure: what happens to the claim, not its being made. */
export const NOT_CLOSES_AFTER =
  /^[^。；]{0,8}?(?:审核|处理|答复|回复|核实|发放|支付|赔付|到账|完成|予以|给予|有效|使用|兑换|恢复|响应|修复)|^[^.;]{0,10}?\b(?:we|provider)\b/iu;

/** “Before the 15th of the next month”: the 15th itself may be too late. */
export const BY_DAY_OF_NEXT_MONTH =
  /(?:次月|下月|下个月|下一个?(?:自然)?月)(?:的)?[^，。；]{0,2}(?<q>\uE00C)(?<before>(?:之?前|以前))?|\b(?:by|before|no\slater\sthan|on\sor\sbefore)\sthe\s(?<q2>\uE00C)\sof\sthe\s(?:following|next)/iu;
/** “In the first ten working days of each month, for the last one”. */
export const IN_FIRST_DAYS = over(String.raw`(?:每月|次月|下月|每个?(?:自然)?月)(?:的)?前${L}(?:内|之内|以内)?`);
/** “By the end of the second billing cycle after the incident.” */
export const BY_CYCLE =
  /\b(?:by|before)\sthe\send\sof\sthe\s(?<nth>first|second|third|next|following)\s(?:\w+\s)?(?:cycle|month|period)\b[^.;]{0,40}?\b(?:after|following|which)\b/iu;
export const CYCLES: Readonly<Record<string, number>> = { first: 1, next: 1, following: 1, second: 2, third: 3 };

export const AFTER_MONTH =
  /(?:月|季|年度|自然年|周期|账期)(?:份|度)?[^，。；]{0,4}?(?:结束|届满|末|底|终了)|次月|下月|month[’']?s?\send|end\sof\s(?:the\s|that\s|each\s|such\s|any\s)*(?:\w+\s){0,2}(?:month|quarter|year|cycle|period)|following\s(?:calendar\s)?month/iu;
export const AFTER_RESTORE =
  /(?:恢复|修复|排除|解决|(?:故障|事件|中断|不可用)[^，。；]{0,4}?结束)[^，。；]{0,8}?$|\b(?:restor|resol|recover|end\sof\sthe\s(?:outage|incident|downtime))/iu;
export const AFTER_INCIDENT =
  /(?:故障|事件|中断|事故|不可用|未达标|违约|达不到)[^，。；]{0,12}?(?:发生|出现|之日|当日|起|后)|\b(?:incident|outage|event|downtime|unavailability|failure|violation|breach)\b/iu;
export const AFTER_BILL = /账单|发票|invoice|\bbill\b|statement/iu;

export const CREDIT_CAPS: readonly RegExp[] = [
  /(?:赔偿|补偿|赔付|代金券|减免)(?:的)?(?:金额|总额|总和|总计|累计|额度|费用|数额|合计)?[^，。；：]{0,18}?(?:不(?:得|会|应|能)?(?:当)?(?:超过|高于|多于|大于)|最高(?:不超过|为|至)?|上限(?:为|是)|至多(?:为)?|封顶(?:为|于)?)(?<value>[^。；;\n]{2,100})/giu,
  /以(?<value>[^，。；]{2,60}?)为(?:最高)?(?:上)?限/giu,
  /\bmaximum\s(?:\w+\s){0,3}credits?\b(?:(?!exceed|\bis\b|\bare\b|\bbe\b)[^.;\n]){0,140}?\b(?:(?:(?:shall|will|may|can|must)\s)?not\sexceed|is|are|(?:shall|will)\sbe|equals)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,120})/giu,
  /\bcredits?\b(?:(?!exceed|capped|limited)[^.;\n]){0,140}?\b(?:(?:not|never)\s(?:to\s)?exceed|(?:not|no)\smore\sthan|limited\sto|capped\sat|up\sto\s(?:a\s)?maximum\sof)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,120})/giu,
];
/** A cap that is none of the credits. */
export const NOT_CREDIT_CAP = /违约金|滞纳金|客户(?:的)?责任|late\sfee|interest|credit\s(?:card|limit|risk)/iu;
