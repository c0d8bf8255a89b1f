/** How agreements say on which days a term begins and ends, that nothing is renewed, and what a new price is announced by. */
import { L, over } from './term.ts';

/** A day of the calendar. */
const DAY = String.raw`(?<q>\uE00D)`;

/** What has the days: an agreement, its term; never an offer, a trial or a price. */
export const OF_A_TERM =
  /有效期|服务期|合同期|协议期|合作期|订阅期|租赁期|租期|期限|本协议|本合同|本订单|\b(?:term|agreement|contract|subscription)\b/iu;
export const NOT_OF_A_TERM =
  /优惠|活动|试用|维护|割接|新价|调价|涨价|保密|发票|违约|逾期|超过|修订|修改|更新|版本|discount|trial|maintenance|confidential|invoice|overdue|amended|revised|updated|version/iu;

export const STARTS_ON = over(
  String.raw`(?:自|从|由|起始日(?:期)?(?:为|是|：)?|开始日(?:期)?(?:为|是|：)?)\s*${DAY}(?:\s*(?:零时|0时|00:00))?\s*(?:起|开始|至|到)`,
  String.raw`(?:起始日|开始日|起算日)(?:期)?(?:为|是|：)\s*${DAY}`,
  String.raw`\b(?:starts?|starting|begins?|beginning|commences?|commencing|from|effective)\s(?:on\s|as\sof\s|from\s)?${DAY}`,
);
export const ENDS_ON = over(
  String.raw`(?:至|到|截至|截止(?:到|至|于)?|终止日(?:期)?(?:为|是|：)|到期日(?:期)?(?:为|是|：)|届满日(?:期)?(?:为|是|：))\s*${DAY}`,
  String.raw`(?:于|在)\s*${DAY}\s*(?:\d{1,2}时|24:00)?\s*(?:届满|期满|到期|终止|结束|失效)`,
  String.raw`\b(?:until|through|till|ends?\son|ending\son|expires?\son|expiring\son|terminates?\son|to(?:\sand\sincluding)?)\s(?:and\sincluding\s)?${DAY}`,
);

/** Nothing is renewed by itself; said outright, not as what follows from an act. */
export const NEVER_RENEWS = [
  /(?<!取消后|关闭后|停用后|[的者]，)(?:不(?:会|再|予|得)?自动|不(?:会|再|予))(?:续展|续期|续约|续订|续费|续签|顺延|延长|展期)(?!(?:本)?(?:协议|合同|服务)?(?:的话?|时)[，,])/u,
  /(?<!\b(?:that|which|who)\s)\b(?:does|do|shall|will|is|are)\snot\s(?:be\s)?(?:automatically\s|auto-?)?renew(?:ed|able)?\b|\bno\sautomatic\srenewal\b|\bnon-?renewing\b/iu,
];
/** The renewal that does not come is one that somebody declined, or a question. */
export const ON_CONDITION =
  /(?:如|若|倘|假如|一旦|未|没有|选择|要求|通知|提出|表示|关闭|取消|可以|有权|是否|愿|打算)[^。；]{0,60}不(?:会|再|予|得)?(?:自动)?(?:续|顺延|延长|展期)|\b(?:if|where|when|in\scase|notice|notif\w*|elect\w*|opt\w*|wish\w*|choose\w*)\b[^.;]{0,80}\bnot\s(?:be\s|to\s)?(?:automatically\s)?renew/iu;

const RENEWS_ZH = '续展|续期|续约|续订|续费|续签|顺延|延长|展期';
const ENDS_ZH = '(?:自行|自动|自然|即行|即告|当然|即|则)*(?:终止|失效|届满|结束|解除)';
const RENEWS_EN = '(?:renew\\w*|extend\\w*|extension)';
const LAPSES_EN =
  '(?:(?:shall|will)\\s)?(?:automatically\\s|then\\s)?(?:lapses?|expires?|ends?|terminates?|(?:comes?\\sto|is\\sat)\\san\\send)(?:\\sautomatically)?';
/** Said of somebody who does nothing, and of the renewal itself: `未书面通知续约的，自行终止`, never `未通知不续约`. */
export const LAPSES = [
  `(?:未|没有|无)(?:(?!不|终止|解除|异议|反对)[^。；]){0,30}?(?:${RENEWS_ZH})(?![^，。；]{0,4}异议)(?:(?!自动续|自动延|自动顺|视为)[^。；]){0,40}?(?:协议|合同|服务|期限|租期|效力)?[^，。；]{0,8}?${ENDS_ZH}`,
  `^(?:(?![的者]，|如|若)[^。；])*(?:协议|合同|服务|租期|(?:期限?|有效期)[^。；]{0,24}[，,])[^，。；]{0,6}?(?:期满|届满|到期)(?:后|时|之日)?(?:即|，)?(?:自行|自动|自然|即行|即告|当然)(?:终止|失效|结束)`,
  `\\b(?:unless|if\\sneither|if\\sno|if\\snot|absent|without)\\b(?:(?!\\bnot\\b|non-?renew|terminat)[^.;]){0,100}?\\b${RENEWS_EN}\\b(?:(?!renew)[^.;]){0,100}?,\\s[^.;,]{0,60}?\\b${LAPSES_EN}\\b`,
  `^(?:(?!\\b(?:if|where|notice)\\b)[^.;])*\\b(?:agreement|contract|subscription|it|term)\\s${LAPSES_EN}\\s(?:at|on|upon)\\s(?:the\\s)?(?:end|expiry|expiration)\\b(?:(?!automatically\\srenew)[^.;]){0,60}?(?:[.;]|$|\\bunless\\b(?:(?!\\bnot\\b|non-?renew)[^.;]){0,80}?\\b${RENEWS_EN})`,
].map((source) => new RegExp(source, 'iu'));

/** A new price is told so long before the next term begins, or before the one that runs ends. */
export const PRICE_BEFORE_TERM = over(
  String.raw`(?:期满|届满|到期|续约|续期|续订|续费)(?:日)?(?:之?前|以前)[^，。；]{0,4}?${L}[^，。；]{0,10}?(?:通知|告知|公布|公告)[^，。；]{0,12}?(?:新)?(?:价格|资费|费用|费率|定价)`,
  String.raw`(?:价格|资费|费用|收费|定价|价款|费率)[^。；]{0,30}?(?:期满|届满|到期|续约|续期|续订|续费|下一?期)[^，。；]{0,6}?(?:之?前|以前|提前)[^，。；]{0,4}?${L}[^。；]{0,16}?(?:通知|公告|告知|公布)`,
);
export const BEFORE_THE_END = /期满|届满|到期|end\sof|expir/iu;

/** Words of price: a stretch that has them is no notice against a renewal. */
export const OF_PRICE = /价|资费|费率|费用|收费|\b(?:price|fee|charge|rate|pricing)s?\b/iu;

/** What is said of everything but the price. */
export const NOT_OF_PRICE =
  /(?:价格|资费|费用|收费|定价|价款|费率|标准)[^，。；]{0,4}?(?:以外|之外|除外)|\b(?:other\sthan|except(?:\sfor)?|excluding)\s(?:\w+\s){0,3}(?:price|fee|rate|charge|pricing)s?\b/iu;
/** What must be spent at least, said without a word for the minimum itself. */
export const AT_LEAST_SPENT =
  /(?:消费|采购|进货|使用|支出|订购)(?:的)?(?:总?金?额|总量|费用)?(?:应|须|需|累计|合计)*(?:不(?:得|应|能)?(?:低于|少于)|至少(?:为|达到)?|达到)|(?:不(?:得|应)?(?:低于|少于)|至少)[^，。；]{0,16}?(?:元|万)[^，。；]{0,4}?的?(?:消费|采购|支出)|\b(?:shall|must|will|agrees?\sto|commits?\sto|undertakes?\sto)\s(?:spend|purchase|buy|order)\b[^.;,]{0,40}\b(?:at\sleast|no(?:t)?\sless\sthan|a\sminimum\sof)\b|\b(?:spend|purchase|buy|order|consume)\s(?:at\sleast|no(?:t)?\sless\sthan|a\sminimum\sof)\b/iu;
/** A threshold for something that one gets is no duty. */
export const FOR_A_BENEFIT = /优惠|折扣|折|返|奖励|赠|享受|即可|可享|discount|rebate|bonus|qualif|eligible/iu;
