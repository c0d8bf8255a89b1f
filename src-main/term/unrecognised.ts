import type { FactKind } from '../agreement/fact.ts';
import { sentences } from '../agreement/meaning/sentences.ts';
import type { Clause } from '../agreement/model.ts';
import type { TagKind } from '../agreement/tag-kinds.ts';

/**
 * What a clause is about that states a fact of the kind: where a clause is about it and no fact was read, the text is not silent,
 * the reading is.
 */
export const TAGS_OF_FACT: Readonly<Partial<Record<FactKind, readonly TagKind[]>>> = {
  'change-notice': ['change-notice'],
  'termination-notice': ['termination'],
  'assignment-notice': ['assignment'],
  'price-notice': ['price-increase'],
  'objection-window': ['change-notice', 'assignment'],
  'sunset-notice': ['feature-sunset'],
  'payment-due': ['fee'],
  'payment-day': ['fee'],
  'renewal-lead': ['renewal'],
  term: ['term'],
  'auto-renewal': ['auto-renewal'],
  'non-renewal-notice': ['non-renewal'],
  'price-increase-cap': ['price-increase'],
  'minimum-commitment': ['minimum-commitment'],
  'early-termination-fee': ['early-termination-fee'],
  'outage-termination': ['termination'],
  'liability-cap': ['liability-cap'],
  'credit-cap': ['liability-cap', 'sla-credit'],
  court: ['jurisdiction'],
  'arbitration-body': ['arbitration'],
  'governing-law': ['governing-law'],
  availability: ['sla-availability'],
  'credit-tier': ['sla-credit'],
  'claim-opens': ['claim-window'],
  'claim-closes': ['claim-window'],
  'late-fee': ['late-fee'],
  'overdue-termination': ['termination', 'suspension'],
  'damages-multiple': ['liquidated-damages', 'breach'],
  delivery: ['notice-delivery'],
  'invoice-ordinary': ['invoice'],
  'invoice-special': ['invoice'],
  'breach-notice': ['breach-notification'],
  'data-return': ['data-return'],
  response: ['support-response'],
  restore: ['support-response'],
  'support-credit': ['support-response', 'sla-credit'],
  'service-hours': ['support-response', 'sla-availability'],
  'support-hours': ['support-response'],
};

/** The provider's own lateness is no late fee of the customer's, and no reason to end the contract over it. */
const NOT_PAID_LATE =
  /^(?!.*(?:逾期|延迟|迟延|未按期|未按时|拖延)(?:响应|恢复|到场|完成|处理|开票|开具|整改|退还|退款|提供|实施|解决|交付|供货|开通|修复))/su;

/** To pay for a renewal is no change of its price. */
const PRICE_CHANGE =
  /涨|上调|上浮|提价|加价|提高|降|调整|调价|调高|变[更动化]|修改|increas|rais|adjust|chang|uplift|escalat|revis|higher/iu;

/** A time right beside the word of objecting; one of a bill, a delivery or a renewal is of something else. */
const OBJECTS_WITHIN =
  /^(?!.*(?:账单|发票|验收|续展|续期|续约|\binvoice|\bbill(?:s|ed|ing)?\b|sub-?processor|renew)).*(?:[\d一二三四五六七八九十]\s*个?(?:自然|工作)?[日天月](?:内|之内|以内)[^。；]{0,30}(?:异议|反对)|(?:异议|反对)期|\bwithin\s[^.;]{0,40}\bdays?\b[^.;]{0,80}\b(?:object|reject)|\b(?:object|reject)\w*\b[^.;]{0,80}\bwithin\s[^.;]{0,30}\bdays?\b)/isu;

/** When an invoice is issued or can be asked for: a day of a month, a length of time, or an event that it follows. */
const INVOICE_TIME =
  /[\d一二三四五六七八九十]\s*个?(?:自然|工作|营业)?[日号天月]|[次下]个?月|\b(?:days?|weeks?|months?)\b|\b\d{1,2}(?:st|nd|rd|th)\b/iu;

/** Words without which a clause of a broad kind is not about the fact at all. */
const ABOUT: Readonly<Partial<Record<FactKind, RegExp>>> = {
  'payment-day':
    /(?:每个?|次|当)月[^。；]{0,12}[日号底末][^。；]{0,20}(?:付|缴|结清)|\bday\sof\s(?:each|every|the)\b[^.;]{0,30}\b(?:month|quarter)/iu,
  'payment-due': /付款|支付|缴|付费|\bpay|\bdue\b/iu,
  'renewal-lead': /付款|支付|缴|续费|费用|\bpay|\bfees?\b|\bcharge/iu,
  'termination-notice': /通知|提前|notice/iu,
  'outage-termination': /中断|不可用|故障|outage|unavailab|downtime/iu,
  'late-fee': NOT_PAID_LATE,
  'overdue-termination':
    /(?:逾期|延期)(?!响应|恢复|到场|完成|处理|开票|开具|整改|退还|退款|提供|实施|解决|交付|供货|开通|修复)|欠费|未付|未缴|overdue|unpaid|past due|arrears/iu,
  'price-notice': PRICE_CHANGE,
  'objection-window': OBJECTS_WITHIN,
  'price-increase-cap': PRICE_CHANGE,
  'claim-closes':
    /申请|申领|索赔|主张|提出|提交|报告|反馈|claim|request|submit|appl(?:y|ication)|report|notif|ticket/iu,
  'claim-opens': /方可|才可|起可以|可以?(?:自|在|于)|次月|最早|no earlier|not before|opens?\b/iu,
  'invoice-ordinary': INVOICE_TIME,
  'invoice-special': INVOICE_TIME,
  'credit-cap': /不超过|不得超过|上限|最高|为限|exceed|maximum|at most|capped|\bup to\b/iu,
  'support-credit': /响应|恢复|修复|解决|respon|restor|resol/iu,
  'service-hours': /服务(?:时间|时段)|service hours/iu,
  'support-hours': /(?:支持|工作|受理)(?:时间|时段)|support hours|business hours/iu,
  'damages-multiple': /倍|times|twice/iu,
};

/** A length that was read as a fact of these kinds is none of the kind: stopping a renewal is the opposite of paying for one. */
export const READ_INSTEAD: Readonly<Partial<Record<FactKind, readonly FactKind[]>>> = {
  'renewal-lead': ['non-renewal-notice', 'auto-renewal'],
  term: ['non-renewal-notice', 'auto-renewal'],
  // The other side's notice is no notice of one's own, and what a breach costs is no price of leaving early.
  'termination-notice': ['termination-notice'],
  'early-termination-fee': ['damages-multiple'],
};

/** A number is what a value is told by. */
const FIGURE =
  /\d|[零一二两三四五六七八九十百千]|LPR|利率|[次下]个?月|隔月|\b(?:one|two|three|four|five|six|seven|ten|thirty|sixty|ninety|month|week|year|half|eight|nine|additional)\b|半/iu;

/** In a document that speaks of the availability of a service, words that make a clause be about a kind whatever it was tagged. */
const WORDS: Readonly<Partial<Record<FactKind, RegExp>>> = {
  availability: /(?:可用性|可用率|可用度|在线率|uptime|availability)[^。；;]{0,60}?(?:\d[%％]|百分之|per\s?cent)/iu,
  'credit-tier':
    /(?:赔偿|补偿|赔付|返还|减免|减收|抵扣|代金券|延长服务)[^。；;]{0,40}?(?:\d\s?[%％元倍成天]|百分之)|(?:credit|refund|compensat)\w*[^.;]{0,80}?(?:\d\s?%|per\s?cent|[$€£¥]\s?\d|\b(?:USD|EUR)\s?\d|\btimes\b)|\d\s?%[^.;]{0,60}\bcredit/iu,
  'credit-cap':
    /(?:赔偿|补偿|赔付|返还|减免|代金券)[^。；;]{0,40}?(?:不(?:得|会|应|能)?(?:当)?(?:超过|高于|多于)|上限|封顶|最高|为限|至多)(?!\s*\d+\s*次)[^。；;]{0,30}?(?:[\d一二三四五六七八九十]|费|款)|(?:超过|超出|高于)[^。；;]{0,30}?(?:不予|不再)(?:赔偿|补偿|赔付)|最高(?:赔偿|赔付|补偿)|\bcredits?\b[^.;]{0,80}\b(?:exceed|capped|at\smost|maximum|limited\sto|no\smore\sthan)\b[^.;]{0,40}?(?:\d|fee|charge)/iu,
  'claim-closes':
    /(?:申请|索赔|申领|提出(?:赔偿|补偿|索赔|申请))|\b(?:claim|request)s?\b[^.;]{0,60}\b(?:within|by|before|no\slater|not\slater|days?|month)\b|\b(?:within|no\slater\sthan)\b[^.;]{0,60}\b(?:claim|request)/iu,
};
/** In any document, words that make a clause be about a kind whatever it was tagged: who ends early owes so much. */
const WORDS_ANYWHERE: Readonly<Partial<Record<FactKind, RegExp>>> = {
  'early-termination-fee':
    /(?<!服务商|服务方|提供方|乙方|我方|平台|我们)(?:退订|退租|退网|解约|中途|提前)[^。；;]{0,40}?(?:支付|承担|缴|赔偿|补偿|付)[^。；;]{0,40}?(?:费|违约金|补偿金|款|租)|\b(?:early|before)\b[^.;]{0,100}\b(?:owes?|pays?|charged|forfeits?|liable)\b[^.;]{0,60}\b(?:fees?|charges?|months?|%)|\b(?:cancel|terminat|leav|withdraw|end)\w*\b[^.;]{0,100}\bowes?\b[^.;]{0,60}\b(?:fees?|charges?|months?)/iu,
};
const NOT_OF_THE_CUSTOMER = /退还|退回|返还|退款|refund|reimburs/iu;

/** A time by which something is asked for. */
const TIME =
  /(?:\d|[一二两三四五六七八九十半]|最后一)\s*个?[）)]?\s*(?:日|天|工作日|自然日|月|周)|\b(?:days?|weeks?|months?)\b/iu;
const SERVICE_LEVEL = /可用性|可用率|可用度|在线率|服务等级|服务水平|\bSLA\b|uptime|service level/iu;
const NOT_OF_SERVICE_LEVEL =
  /违约金|滞纳金|第三方|知识产权|发票|退款|责任总额|赔偿责任|invoice|liabilit|indemni|third[- ]part/iu;

/** That somebody is given something, how much of what, and what is given for another reason: in one sentence. */
const GIVES =
  /赔偿|补偿|赔付|返还|退还|退回|减免|减收|减半|免收|免除|少[付收]|抵扣|赠[送予]|延长|顺延|免费|券|折|\b(?:receives?|gets?|obtains?|entitled|granted|given|credit\w*|refund\w*|compensat\w*|rebate|waive\w*|extend\w*|extension|prolong\w*|free|reduced|discount\w*)\b/iu;
const AMOUNT =
  /[\d一二两三四五六七八九十百半]+\s?个?(?:天|日|周|星期|月|年|小时|倍|成|折|元|%|％)|一半|半数|减半|分之|全部|全额|[$€£¥￥]\s?\d|\b(?:half|thirds?|quarter|twice|double|full|entire|whole|times|per\s?cent)\b|\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|additional|extra)\s(?:\w+\s)?(?:days?|weeks?|months?|hours?)\b|\d\s?%|\d\s?(?:yuan|renminbi)\b|\b(?:USD|EUR|GBP|HKD|CNY|RMB)\s?\d/iu;
const FOR_ANOTHER_REASON =
  /试用|体验期|申请|提出|通知|响应|保存|备份|保留|续[费订期约]|购买|新用户|预付|欠费|逾期|维护|升级|上限|不(?:得|应|会)?超过|\b(?:trial|request|notice|notif\w*|respon\w*|backups?|retain\w*|renew\w*|purchase\w*|overdue|late|mainten\w*|exceed\w*|maximum|limited)\b/iu;

const givesSomething = (text: string): boolean =>
  sentences(text).some(({ start, end }) => {
    const words = text.slice(start, end);
    return GIVES.test(words) && AMOUNT.test(words) && !FOR_ANOTHER_REASON.test(words);
  });

/** Whether the words of a clause alone make it be about a kind. */
function saysSo(kind: FactKind, text: string): boolean {
  const anywhere = WORDS_ANYWHERE[kind];
  if (anywhere) return anywhere.test(text) && !NOT_OF_THE_CUSTOMER.test(text);
  if (kind === 'credit-tier' && !NOT_OF_SERVICE_LEVEL.test(text) && givesSomething(text)) return true;
  const words = WORDS[kind];
  if (!words?.test(text) || NOT_OF_SERVICE_LEVEL.test(text)) return false;
  return kind !== 'claim-closes' || TIME.test(text);
}

/** How often something is given at most is no sum and no time. */
const HOW_OFTEN = /次数[^，。；;]{0,10}(?:不(?:得|会|应)?超过|最多|至多|上限为)[^，。；;]{0,6}次/gu;

/** The clauses that are about what a kind states, in document order. */
export function clausesAbout<Of extends Pick<Clause, 'text'> & Partial<Pick<Clause, 'tags'>>>(
  { clauses }: { readonly clauses: readonly Of[] },
  kind: FactKind,
): readonly Of[] {
  const kinds: readonly TagKind[] = TAGS_OF_FACT[kind] ?? [];
  const about = ABOUT[kind];
  const ofServiceLevel =
    kind in WORDS_ANYWHERE || (kind in WORDS && clauses.some(({ text }) => SERVICE_LEVEL.test(text)));
  return clauses.filter(({ tags = [], text: written }) => {
    const text = written.replaceAll(HOW_OFTEN, '');
    return (
      FIGURE.test(text) &&
      ((tags.some((tag) => kinds.includes(tag.kind) && tag.title !== true) && (about?.test(text) ?? true)) ||
        (ofServiceLevel && saysSo(kind, text)))
    );
  });
}
