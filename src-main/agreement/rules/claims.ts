import { L, over } from './term.ts';

/** How agreements say by when a credit must be asked for, and what the credits of a period may come to at most. */

/** Days, working days, months or years. */
const SPAN = String.raw`(?<q>[\uE001-\uE005])`;

/** The service level is what is spoken of. */
export const OF_SERVICE_LEVEL =
  /可用性|可用率|可用度|在线率|故障|中断|服务等级|服务水平|未达标|SLA|代金券|service\s(?:level|credit)|\b(?:receive|obtain|eligible\sfor|qualify\sfor)\s(?:an?|any|the|your|such)\s(?:\w+\s)?credits?\b|uptime|availab|outage|downtime|incident|\bfaults?\b|failure\stime|compensation\s(?:standard|scheme|plan)|赔偿标准/iu;

export const CLAIM = /(?:赔偿|补偿|赔付|索赔|代金券|减免|减收|返还)|\bcredits?\b|\bclaims?\b|compensation/iu;
export const CLAIMS =
  /申请|提出|提交|索赔|主张|申领|受理|报告|\brequest|\bsubmit|\bclaim|\bnotif|\bappl(?:y|ies|ication)|\bticket|\bcontact|\breport|\bopen\b|\breceived\b|\bask\b/iu;

export const CLOSES = over(
  String.raw`${SPAN}(?:内|之内|以内|届满前)`,
  String.raw`不(?:应|得|能)?(?:当)?(?:超过|迟于|晚于)[^，。；]{0,40}?${SPAN}`,
  String.raw`(?:超过|逾|超出|晚于|迟于)[^，。；]{0,40}?${SPAN}[^，。；]{0,8}?(?:未|没有|仍未|才|的，)`,
  String.raw`\b(?:within|no\slater\sthan|not\slater\sthan|later\sthan|more\sthan)\s(?:the\s)?(?:first\s)?${L}`,
  String.raw`${L}['’]?\s(?:of|after|from|following)\s`,
  String.raw`(?:自|从)[^，。；（）()]{1,30}?起(?:算)?(?:的)?${SPAN}[）)]?[^，。；]{0,6}?(?:未|没有|不)[^，。；]{0,6}?(?:申请|提出|提交|索赔|主张)`,
);

/** Asking for what a service level agreement gives, where only a credit can be meant: `月度结束后30日内申请`. */
export const ASKS =
  /(?:申请|索赔|主张|申领|提出(?!异议))(?!(?:退款|发票|开票|变更|终止|解除|维护|延期|续|试用|豁免|支付|付款))|\b(?:you|customer|requests?|claims?)\b[^.;]{0,40}\b(?:requests?|claims?|submit|file|reach\sus|apply)\b|\b(?:requests?|claims?)\b[^.;]{0,30}\b(?:reach|received|submitted|made|filed)\b/iu;
/** Right behind the figure it is asked: whatever stands before the figure is what it is counted from. */
export const ASKED_AFTER = /^(?:之|以)?内?[^，。；]{0,10}?(?:申请|提出|提交|索赔|主张|申领)/u;
/** What arrives at the customer, or is known to him: the time runs from there. */
export const AFTER_RECEIPT =
  /(?:收到|获悉|知悉|得知|知道)[^，。；]{0,24}?(?:之日|后|起)[^，。；]{0,4}?$|\b(?:receipt|receiving|becom\w+\saware)\b/iu;

/** Before the figure: somebody else's time, or a time of something else. */
export const NOT_CLOSES_BEFORE =
  /(?:收到|受理|审核|确认|核实|处理|答复|回复|发放|赔付|支付|有效期|连续|持续|提前|过去|最近)[^，。；]{0,16}$|(?:前|每)$|(?:respond|repl(?:y|ied)|process|issued?|appl(?:y|ied)|review|acknowledg\w*|confirm|paid|pay|refund\w*|expire\w*|valid|used|redeem\w*|preceding|previous|prior|consecutive)[^.;]{0,30}$/iu;
/** After the figure: what happens to the claim, not its being made. */
export const NOT_CLOSES_AFTER =
  /^[^。；]{0,8}?(?:审核|处理|答复|回复|核实|发放|支付|赔付|到账|完成|予以|给予|有效|使用|兑换|恢复|响应|修复)|^[^.;]{0,10}?\b(?:we|provider)\b/iu;

/** “Before the 15th of the next month”: the 15th itself may be too late. */
export const BY_DAY_OF_NEXT_MONTH =
  /(?:次月|下月|下个月|下一个?(?:自然)?月)(?:的)?[^，。；]{0,2}(?<q>\uE00C)(?!\s?(?:至|到|起|-|–|~))(?<before>(?:之?前|以前))?|\b(?:by|(?<!or\s)(?<before2>before)|no\slater\sthan|on\sor\sbefore)\sthe\s(?<q2>\uE00C)\sof\sthe\s(?:following|next)/iu;
/** “From the 5th to the 25th of the next month.” */
export const BETWEEN_DAYS =
  /(?:次月|下月|下个月|下一个?(?:自然)?月)(?:的)?[^，。；]{0,2}(?<q>\uE00C)\s?(?:至|到|-|–|~)\s?(?:次月|下月|当月|同月)?(?<q2>[\uE00C\uE001])|\bbetween\sthe\s(?<q3>\uE00C|\p{L}+|\d+(?:st|nd|rd|th))\sand\s(?:the\s)?(?<q4>\uE00C)\sof\sthe\s(?:following|next)/iu;
/** “In the first ten working days of each month, for the last one”. */
export const IN_FIRST_DAYS = over(String.raw`(?:每月|次月|下月|每个?(?:自然)?月)(?:的)?前${L}(?:内|之内|以内)?`);
/** “By the end of the second billing cycle after the incident.” */
export const BY_CYCLE =
  /\b(?:by|before)\sthe\send\sof\sthe\s(?<nth>first|second|third|next|following)\s(?:\w+\s)?(?:cycle|month|period)\b[^.;]{0,40}?\b(?:after|following|which)\b/iu;
export const CYCLES: Readonly<Record<string, number>> = { first: 1, next: 1, following: 1, second: 2, third: 3 };

/** “By the last day of the next month.” */
export const NEXT_MONTH_END =
  /(?:次月|下月|下个月|下一个?(?:自然)?月)(?:的)?(?:最后(?:一[日天]|\uE001)|月?[底末])(?:之?前|以前|止|为止)?|\b(?:by|until|to|through|before|no\slater\sthan)\s(?:the\s)?(?:last\s(?:calendar\s)?day|end)\sof\s(?:the\s)?(?:following|next)\s(?:calendar\s)?month\b/iu;
/** On the so-manieth working day itself, not after it: `第5个工作日起`, `from the fifth business day`. */
export const OPENS_ON_ITSELF =
  /第\s?[\d一二三四五六七八九十]+\s?个?(?:工作日|营业日)\s?(?:起|开始|至|到|[-–—~])|\b(?:from|starting|beginning|as\sof|between|on)\s(?:on\s)?the\s(?:\w+)\s(?:business|working)\sday\b/iu;

export const AFTER_MONTH =
  /(?:月|季|年度|自然年|周期|账期)(?:份|度)?[^，。；]{0,4}?(?:结束|届满|末|底|终了|最后一[日天])|次月|下月|month[’']?s?\send|(?:end|close|expiry|expiration|last\s(?:calendar\s)?day)\sof\s(?:the\s|that\s|each\s|such\s|any\s)*(?:\w+\s){0,2}(?:month|quarter|year|cycle|period)|following\s(?:calendar\s)?month/iu;
/** What only says which month, quarter or day is meant: no anchor. */
export const RELATIVE =
  /(?<=\b(?:month|quarter|year|cycle|period|day|date|week)s?,?\s)(?:(?:in|during|on|within|for|of)\s)?(?:which|that|when|where|the\s(?:outage|incident|failure|downtime|event))\b[^.;]*/giu;
export const AFTER_RESTORE =
  /(?:恢复|修复|排除|解决|(?:故障|事件|中断|不可用)[^，。；]{0,4}?结束)[^，。；]{0,8}?$|\b(?:restor|resol|recover|end\sof\s(?:the|each|such|that|an)\s(?:outage|incident|downtime|interruption|failure)|(?:outage|incident|downtime|interruption|failure|event)\s(?:has\s|is\s|was\s)?(?:ends?|ended|over|ceas\w+|clears?|cleared|fixed|remed\w+))/iu;
export const AFTER_INCIDENT =
  /(?:故障|事件|中断|事故|不可用|未达标|违约|达不到)[^，。；]{0,12}?(?:发生|出现|之日|当日|起|后)|\b(?:incident|outage|event|downtime|unavailability|failure|violation|breach)\b/iu;
export const AFTER_BILL = /账单|发票|invoice|\bbill\b|statement/iu;

export const CREDIT_CAPS: readonly RegExp[] = [
  /(?:赔偿|补偿|赔付|代金券|减免|(?:返还|减收|退还)(?=金额|总额|总和|总计|累计|合计))(?:的)?(?:金额|总额|总和|总计|累计|额度|费用|数额|合计)?[^，。；：]{0,18}?(?:不(?:得|会|应|能)?(?:当)?(?:超过|高于|多于|大于)|最高(?:不超过|为|至)?|上限(?:为|是)|至多(?:为)?|封顶(?:为|于)?)(?<value>[^。；;\n]{2,100})/giu,
  /以(?<value>[^，。；]{2,60}?)为(?:最高)?(?:上)?限/giu,
  /\bmaximum\s(?:\w+\s){0,3}credits?\b(?:(?!exceed|\bis\b|\bare\b|\bbe\b)[^.;\n]){0,140}?\b(?:(?:(?:shall|will|may|can|must)\s)?not\sexceed|is|are|(?:shall|will)\sbe|equals)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,120})/giu,
  /\bcredits?\b(?:(?!exceed|capped|limited)[^.;\n]){0,140}?\b(?:(?:not|never)\s(?:to\s)?exceed|(?:not|no)\s(?:be\s)?more\sthan|limited\sto|capped\sat|up\sto\s(?:a\s)?maximum\sof)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,120})/giu,
  /(?:最高|最多|最大)(?:的)?(?:赔偿|补偿|赔付)(?:的)?(?:金额|总额|额度|数额|比例)?(?:为|是|不超过|：)(?<value>[^。；;\n]{2,100})/giu,
  /(?:赔偿|补偿|赔付|返还|减免|减收)[^。；;\n]{0,60}?[，,](?:但|且)?(?:累计|合计|总额|总计|最高|最多|单月|当月|每月)*(?:不(?:得|会|应|能)?(?:超过|高于|多于)|以|最高(?:为|不超过)?|封顶(?:为|于)?)(?<value>[^。；;，\n]{2,60})/giu,
  /(?:超过|超出|高于)(?<value>[^，。；]{2,40}?)的?(?:部分|金额|数额)[^，。；]{0,10}?(?:不予|不再|不|免予|无须|无需)(?:给予|予以|承担|进行)?(?:赔偿|补偿|赔付|支付)/giu,
  /\b(?:total\s|amount\sof\s|the\s)*compensation\b(?:\s(?:amount|period))?(?:(?!exceed|capped|limited)[^.;\n]){0,130}?\b(?:(?:not|never|(?:in|under)\sno\s(?:event|case|circumstances?)(?:\s(?:shall|will|may))?)\s(?:to\s)?exceed|(?:not\s(?:be\s)?|be\sno\s)more\sthan|limited\sto|capped\sat)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,160})/giu,
  /\bno\scredits?\b[^.;\n]{0,60}?\b(?:above|beyond|in\sexcess\sof|exceeding|more\sthan)\s(?<value>(?:[^.;\n]|\.(?=\d)){4,80})/giu,
  /\bcredits?\s(?:above|beyond|in\sexcess\sof|exceeding|over)\s(?<value>(?:(?!\b(?:is|are|will|shall)\b)[^.;\n]|\.(?=\d)){4,80})\s(?:is|are|will|shall)\b[^.;]{0,20}\b(?:not|forfeit|laps)/giu,
];
/** How often, and no sum: `赔偿次数不超过3次`. */
export const COUNTED_IN_TIMES =
  /^\s*(?:\d+|[一二三四五六七八九十]+)\s*次|^\s*(?:\d+|one|two|three|four|five|six|ten)\s(?:times|claims|credits|occasions)\b/iu;
/** A cap that is none of the credits. */
export const NOT_CREDIT_CAP = /违约金|滞纳金|客户(?:的)?责任|late\sfee|interest|credit\s(?:card|limit|risk)/iu;
