/** What a credit is given in, and for what, as the words beside its figure say it. */

const VOUCHER = /(?<![证债国])券|\bvouchers?\b|\bcoupons?\b|\bgift\scards?\b/iu;

/** Whether words give something in vouchers of any name: `代金券`, `抵扣券`, `现金券`, `vouchers`, `coupons`. */
export const inVouchers = (words: string): boolean => VOUCHER.test(words);

const TIME_ZH = '(?:服务|使用|订阅|租用)(?:时长|时间|期限?|天数|时数)';
const SERVICE_TIME = new RegExp(
  [
    `的\\s?(?:等值|等额|相应)?(?:的)?(?:免费)?${TIME_ZH}`,
    `(?:赠送|赠予|延长|顺延|增加|补足)(?!.{0,20}券)[^，。；]{0,20}${TIME_ZH}`,
    String.raw`\b(?:worth|equivalent|extension)\b[^.;]{0,40}\b(?:service\s(?:time|days|hours)|additional\s(?:time|days|service))\b`,
    String.raw`\b(?:of|in)\s(?:additional\s|free\s|extra\s)?service\s(?:time|days|hours)\b`,
    String.raw`\b(?:extend\w*|extension\sof|prolong\w*)\s(?:\w+\s){0,3}?(?:term|service|subscription)\b`,
    String.raw`\b(?:term|subscription|service)\s(?:is|shall\sbe|will\sbe)\s(?:extended|prolonged)\b`,
  ].join('|'),
  'iu',
);

/** Whether words give time of service, whatever its worth: `月费10%的服务时长`, `extends the term`. */
export const inServiceTime = (words: string): boolean => SERVICE_TIME.test(words);

const EVENT =
  /每(?:发生|出现)?(?:一|1)?(?:次|起)|每(?:一)?个?(?:故障|中断|事件|事故)|(?:按|逐)次|\/\s?次|\b(?:for\s)?(?:per|each|every)\s(?:such\s|single\s|individual\s)?(?:outage|incident|interruption|failure|event|occurrence|instance\sof\s(?:downtime|unavailability))\b/iu;
/** The month is what a service level is measured by: what is given for one is given once. */
const MONTHLY =
  /每(?:个)?(?:自然)?月(?:度)?|(?:\/|每)\s?月|\b(?:(?:for\s)?(?:per|each|every)\s(?:calendar\s|such\s|billing\s|affected\s)?month)\b/giu;
const RATE =
  /每(?:满|超过?|延长|持续)?\s?[\d一二两三四五六七八九十半]*\s?个?(?:小时|分钟|天|日|周|秒|半天)|\b(?:per|each|every)\s(?:\w+\s){0,2}?(?:hour|minute|day|week)s?\b|\/\s?(?:天|日|小时|分钟|hour|day|minute)/iu;

/** For what a credit is given over and over: each outage, or something else that nobody counts; absent where it is given once. */
export function givenForEach(words: string): 'outage' | 'other' | undefined {
  const left = words.replaceAll(MONTHLY, ' ');
  if (EVENT.test(left)) return 'outage';
  return RATE.test(left) ? 'other' : undefined;
}
