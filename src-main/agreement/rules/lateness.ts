import { L, over } from './term.ts';

/** How agreements say what paying late costs by the month, by the year or by a published rate, and within what limits. */

/** Percent or per mille. */
const RATE = String.raw`(?<q>[\uE007\uE008])`;

export const LATE =
  /逾期|滞纳|违约金|欠费|欠款|迟延|延迟|拖欠|未付|延期|\blate\b|overdue|\binterest\b|unpaid|past[\s-]due|delinquent/iu;
/** What paying late costs, by its name. */
export const LATE_FEE =
  /滞纳金|罚息|(?:逾期|迟延|延迟|延期|拖欠|欠费)(?:付款|支付|缴费|缴纳|未付)?(?:的|产生的)?(?:违约金|利息|费)|\blate[\s-](?:payment\s)?(?:charge|fee|penalt|interest)|\b(?:default|overdue)\sinterest\b|\binterest\s(?:payable|accru|charged|due|on|under)|\b(?:total|aggregate|all|such|the)\s(?:\w+\s)?interest\b/iu;
/** What any breach costs; of a sum that is overdue it is the cost of paying late. */
export const PENALTY = /违约金|利息|\bpenalt|\binterest\b|\bliquidated\b/iu;
/**
 * What goes to whoever usually buys, said as a phrase: the provider's own lateness, unless the sentence is of money that is owed to him.
 */
export const TO_CUSTOMER =
  '(?<!(逾期(付款|支付|还款|缴|归还)|代偿|垫付|垫款|欠|未付|未支付|借款|租金|保费|本息).{0,80})向(甲方|您|用户|客户)(支付|赔)';
/** Somebody else's lateness, a payment to the customer, another matter. */
export const NOT_LATE =
  /可用性|可用率|代金券|(?:逾期|延迟|迟延|未按期|未按时|拖延)(?:响应|恢复|到场|完成|处理|开票|开具|整改|退还|退款|提供|实施|解决)|扣减|(?:交付|上线|供货|施工|安装|修复|开通)|向(?:甲方|您|用户|客户)(?:支付|赔)|退款|uptime|availability|service\scredit|discount|surcharge/iu;

export const BY_MONTH = over(
  String.raw`(?:(?:每个?(?:自然)?月|按月)(?!费|租|度|的?服务)|月利率|月息|每逾期\uE003|每迟延\uE003)[^。；]{0,40}?${RATE}`,
  String.raw`${RATE}\s?(?:[/／]|每)月`,
  String.raw`${RATE}\s(?:of\s[^.;]{0,60}?\s)?(?:per|a|each|for\seach|for\severy|every)\s(?:calendar\s)?(?:month|\uE003)`,
  String.raw`${RATE}\s?(?:/\s?month|monthly)\b`,
  String.raw`${RATE}\s(?:is|are|shall\sbe|will\sbe)\s(?:charged|payable|due|added|accrued)\s(?:per|for\s(?:each|every|any))\s(?:calendar\s)?month`,
  String.raw`\bmonthly\s(?:\w+\s){0,3}(?:of|at)\s${RATE}`,
);
export const BY_YEAR = over(
  String.raw`(?:年利率|年化|年息|(?:按年|每年)(?!费|租|度|的?服务))[^。；]{0,20}?${RATE}`,
  String.raw`${RATE}\s?(?:[/／]|每)年`,
  String.raw`${RATE}\s(?:per\s(?:annum|year)|a\syear|p\.\s?a\b|annually|each\syear)`,
  String.raw`\bannual\s(?:\w+\s){0,3}(?:of|at)\s${RATE}`,
);
/** A rate that is only the limit of another one: “or, if less, …”, “not to exceed 18% per annum”. */
export const RATE_AS_LIMIT =
  /(?:不超过|不高于|上限|最高)[^，。；]{0,10}$|(?:exceed|more\sthan|higher\sthan|maximum\sof|up\sto|capped\sat|\bor\s(?:\(\w+\)\s)?(?:if\s(?:less|lower),?\s)?)[^.;]{0,12}$/iu;

/** Whose published rate it is, up to the word that leads to it. */
const OF_WHOM = String.raw`(?:(?![按照依据以为于]|适用|超过|加(?!坡)|利息|利率)[\p{Script=Han}A-Za-z]){0,14}?`;
/** What banks and exchanges publish, by its name. */
const PUBLISHED_ZH = String.raw`(?:拆息|拆借(?:平均)?利率|拆放(?:平均)?利率|(?:最优惠|最惠|优惠)(?:贷款|借贷|放款)?利率|(?:贷款|存款|借款|政策)?基准利率|再?贴现率|隔夜(?:融资|平均)?利率|(?:再融资|回购)利率)`;
/** For how long it is lent: `3个月期`, `three-month`. */
const TENOR = String.raw`(?:[\uE001\uE003\uE004]期?(?:限)?的?\s?|\b[a-z\d]+-month\s)?`;
const SERIES = String.raw`(?<![\p{Script=Latin}\p{N}])(?:SOFR|SONIA|SORA|SARON|TONAR?|AONIA|CORRA|[€E]STR|[A-Z]{1,4}IBOR)\b`;
const PUBLISHED_EN = String.raw`\b(?:(?:prime|best\slending|base|reference|benchmark|overnight|discount|refinancing|policy|repo|federal\sfunds|inter-?bank(?:\soffered)?|minimum\slending)\s(?:lending\s|financing\s|offered\s)?rate)\b`;

export const REFERENCE = new RegExp(
  [
    String.raw`(?:[一1]年期|五年期以上|[\uE004]期)?(?:贷款市场报价利率(?:[（(]\s?LPR\s?[)）])?|LPR)`,
    String.raw`(?:人民银行)?(?:公布的)?同(?:期|档)[^，。；（(\uE001-\uE00E]{0,16}?利率`,
    String.raw`(?:\uE004\s)?(?:loan\sprime\srate(?:\s\(LPR\))?|\bLPR\b)`,
    String.raw`\b(?:legal|statutory)\sinterest\srate`,
    String.raw`${TENOR}${OF_WHOM}${PUBLISHED_ZH}(?:[（(]\s?[A-Z]{3,8}\s?[)）])?`,
    `${TENOR}${SERIES}`,
    PUBLISHED_EN,
  ].join('|'),
  'iu',
);
/** A figure that comes on top of something, or takes something away: alone it is no rate. */
export const ADDED_TO =
  /(?:加收?|加计|另加|再加|加上|上浮|减去?|\+|\b(?:plus|minus|less))\s*(?:年(?:利率|息|化)?的?|the\s|an?\s(?:margin|spread)\sof\s|an\sadditional\s)?\s*$/iu;
/** So much above something, at the figure itself. */
export const ABOVE_SOMETHING =
  /^[\uE007\uE008](?:\s(?:per\s(?:annum|year)|a\syear|p\.\s?a\.?))?\s(?:above|over|in\sexcess\sof|on\stop\sof|higher\sthan)\s(?:the\s)?(?![^.;,]{0,24}\b(?:amounts?|balances?|sums?|invoices?|fees?|charges?|unpaid|overdue)\b)[^.;,，。；]{2,40}/iu;
/** So much above a published rate, told before it: “4% per annum above the base rate of …”. */
export const ABOVE =
  /(?<q>[\uE007\uE008])(?:[^.;,，。；]{0,24}?)\b(?:above|over|plus|in\sexcess\sof|higher\sthan)\s(?:the\s)?(?<reference>(?:[^.;,，。；]{0,30}?)\b(?:base|prime|bank|reference|benchmark|overnight|refinancing|policy|repo|funds|lending|interbank|discount|central\sbank|SOFR|SONIA|SORA|SARON|TONAR?|AONIA|CORRA|ESTR|[A-Z]{1,4}IBOR|LPR)\b(?:\s(?:(?:lending|interest)\s)?rates?)?(?:\sof\s[^.;,，。；]{1,40})?)/iu;

/** What may stand before a published rate and raise it: from the word that leads to a rate, else right before it. */
export const BEFORE_RATE =
  /(?<=按照?|以|依照?|\bat\s|\binterest\s(?:of|equal\sto)\s|\bequal\sto\s|\bcalculated\s(?:on|by)\s)(?:(?!按照|按|\bat\s|\bequal\sto\s)[^，,；;。]){0,80}$|(?:\uE009|[\uE007\uE008]|百分点|基点|points?)(?:\s?(?:of|above|over|plus|the|的)){0,3}\s*$/iu;
/** What stands behind a published rate, up to what is done by it. */
export const BEHIND_RATE =
  /^(?:i\.\s?e\.,?|p\.\s?a\.|(?!支付|计算|计付|计收|计息|收取|承担|偿付|缴纳|向)[^，,；;。.]|\.(?=\d))*(?:,\s(?:plus|less|minus|increased|reduced|multiplied)\b(?:[^，,；;。.]|\.(?=\d))*)?/iu;
/** A ceiling in percent, in the rest of the sentence. */
export const RATE_CEILING =
  /(?:[，,、]\s*)?(?:但|且|并|but\s|and\s)?[^，,。；;.\uE007]{0,24}?(?:不(?:得|应)?(?:超过|高于)|最高|上限|封顶|以|exceed(?:ing)?|more\sthan|higher\sthan|capped\sat|limited\sto|at\smost|maximum|cap\sof|ceiling|up\sto)[^，,。；;.\uE007]{0,24}?\uE007(?:为(?:上)?限|\s?[/／每]\s?年|\s(?:per\s(?:annum|year)|a\syear|p\.\s?a\.?|of\b[^.;,]{0,30}))?/iu;
/** A floor, of the rate or of what it comes to, in the rest of the sentence; with the rate that stands in the place of a lower one. */
export const RATE_FLOOR =
  /(?:[，,、；;]\s*)?(?:但|且|并|but\s|and\s)?[^，,。；;.\uE007]{0,24}?(?:低于|少于|小于|不足|不到|最低|至少|下限|保底|less\sthan|lower\sthan|below|under|at\sleast|minimum|\bfloor(?:ed)?\b)[^，,。；;.\uE007]{0,24}?\uE007(?:为(?:下)?限|\s?[/／每]\s?年|\s(?:per\s(?:annum|year)|a\syear|p\.\s?a\.?|of\b[^.;,]{0,30}))?(?:(?:的|时)?[，,]\s*(?![^，,。；;.\uE007]*(?:最高|超过|上限|exceed|maximum|cap|more\sthan))[^，,。；;.\uE007]{0,24}\uE007[^，,。；;.]{0,16})?/iu;
/** A ceiling on what it comes to in all, not on the rate. */
export const OF_A_SUM =
  /累计|总额|总计|合计|总和|合同|金额|总价|款项?|欠|费|\b(?:of|total|aggregate|sum|amounts?|fees?|in\sall)\b/iu;

/** What lateness must exceed before the fee runs; a fee “for each day late” is none. */
export const GRACE = over(
  String.raw`(?<!每)(?:逾期|迟延|延迟|拖欠|欠费|欠缴)(?:付款|支付|缴费|缴纳|未付|不付)?[^，。；]{0,4}?(?:(?<![不未]|不得)超过|达到|达|满|(?<![不未])逾)[^，。；]{0,2}?${L}`,
  String.raw`(?<!每)(?:逾期|迟延|延迟|拖欠|欠费|欠缴)(?:付款|支付|缴费|缴纳|未付|不付)?[^，。；]{0,4}?${L}(?:及|（含）)?以上`,
  String.raw`\bfirst\s${L}(?=\s[^.;]{0,80}\bthereafter\b)`,
  String.raw`\bmore\sthan\s${L}\s(?:overdue|late|past\sdue|in\sarrears|delinquent)`,
  String.raw`\b(?:overdue|late|past\sdue|in\sarrears|delinquent)\s(?:by|for)\smore\sthan\s${L}`,
  String.raw`\b(?:unpaid|outstanding|not\spaid|not\sreceived)\s(?:for\s(?:more\sthan\s)?)?(?:within\s)?${L}\s(?:after|of|from|past)\s`,
);
/** Ends and pauses have their own times. */
export const OTHER_END = /终止|解除|暂停|停止|中止|terminat|suspend|cancel/iu;

export const AT_MOST: readonly RegExp[] = [
  // In a part of its own: `…，上限为合同金额的10%`.
  /[，,；;]\s*(?:但|且|并)?(?:最多|累计|合计|总额|总计|总和)?(?:上限(?:为|是)|最高(?:不超过|为)|封顶(?:为)?|至多(?:为)?|(?:累计|合计|总额|总计|总和)?不(?:得|应|会)?超过)(?<value>[^。；;，,\n]{2,60}?)(?:为(?:上)?限)?(?=[。；;，,\n]|$)/u,
  /(?:违约金|滞纳金|利息|罚息|总额|累计|总和|合计)[^。；，]{0,16}?(?:不(?:得|应|会)?超过|不高于|最高(?:不超过|为)?|至多(?:为)?|上限(?:为|是)|以)(?<value>[^。；;，,\n]{2,60}?)(?:为(?:上)?限)?(?=[。；;，,\n]|$)/u,
  /(?:late|interest|fees?|charges?|penalt\w+|total|aggregate|sum)\b(?:[^.;\n]|\.(?=\d)){0,80}?(?:not\s(?:to\s)?exceed|up\sto\sa\smaximum\sof|capped\sat|limited\sto)\s(?<value>(?:[^.;,\n]|\.(?=\d)){2,80})/iu,
];
/** A ceiling of the rate, not of the sum. */
export const OF_RATE = /每日|每月|每年|年利率|日利率|法律|per\s(?:annum|year|month|day)|\bmaximum\b|\blaw\b|\brate\b/iu;
