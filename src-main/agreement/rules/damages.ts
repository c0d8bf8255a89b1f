import type { FactRule } from './fact-rule.ts';
import { TO_CUSTOMER } from './lateness.ts';

/** A price that a share is taken of, and the time of a suspension. */
const PRICE =
  '(at|by) {rate} of (the |its |their )*(monthly|regular|normal|standard|list|full|contract) (service )?(fee|charge|price|rate)';
const SUSPENDED =
  '((day|date|period|time) of (the |such |any |its )?suspension|(during|throughout|after|upon) (the |such |any )?suspension|while[^.;,]{0,20} suspended)';

/** What paying late costs for each day. */
export const LATENESS_RULES: readonly FactRule[] = [
  {
    kind: 'late-fee-per-day',
    why: 'Late payment costs such a share of the sum for each day. A rate per month or year is not turned into one per day.',
    chinese: [
      '(每日|每天|按日|按天|每逾期一日|每逾期一天|日|每逾期{day}|每迟延{day}|每延迟{day}|每延期{day}|每迟{day}|每晚{day}|每延误{day}|每拖延{day}|每推迟{day}|每拖欠{day}|每超过{day}|每超{day}).{0,40}{rate}',
      '{rate}(/|每)(日|天)',
      '{rate}.{0,20}(每日|每天|按日|/日|/天)',
    ],
    english: [
      '{rate} (per|a|each|for each|for every|/) ?(calendar )?day',
      '{rate}…(per|for each|for every|each) (calendar )?day',
      '(daily)…{rate}',
      '(per day|each day|every day).{0,60}{rate}',
      '{rate} daily',
    ],
    also: [
      '(逾期|滞纳|违约金|欠费|迟延|延迟|拖欠|利息|未付|延期)',
      '(late\\b|overdue|interest|unpaid|past due|delay|delinquent)',
    ],
    unless: [
      '(可用性|可用率|uptime|availability|代金券|service credit)',
      '(交付(?!.{0,6}(款|费|金))|上线|delivery)',
      '(延误|拖延|耽误|影响|逾期|顺延).{0,6}(工期|进度)|(工期|进度).{0,8}(延误|拖延|逾期|延期|延迟)',
      '(未按期|未按时|逾期|延迟|迟延)(开通|完成|供货|施工|安装|修复|响应|恢复|到场|处理|开票|开具|整改|退还|退款|提供|实施|解决)',
      '扣减',
      // What is charged from the suspension of a service on, or during it, is its price.
      '(暂停|停机|停服|中止|关停|断网).{0,6}(之日|当日|期间|期内|之后|后).{0,30}{rate}(的)?(标准|价格|比例)?(计费|收费|计收服务费|收取服务费|收取月租)(?!.{0,2}(违约金|滞纳金|利息))',
      `${SUSPENDED}[^.;]{0,60}(billed|charged|billing|pays?)[^.;]{0,40}${PRICE}`,
      `(billed|charged|billing|pays?)[^.;]{0,40}${PRICE}[^.;]{0,40}${SUSPENDED}`,
      '(lpr|报价利率|基准利率|prime|base rate|bank rate).{0,24}{rate}',
      '{rate}.{0,24}\\b(above|over|plus|in excess of)\\b',
      TO_CUSTOMER,
      // What it comes to at most.
      '(不超过|不得超过|不高于|上限为|上限是|最高为|至多为|封顶为?)[^，；\uE001-\uE005]{0,12}{rate}',
      '(exceed|exceeding|no more than|not more than|up to a maximum of|maximum of|capped at|limited to|at most) {rate} of',
    ],
    or: 'percent',
  },
];

/** Another fee of the same form, a level, a tax: none of damages for a breach. */
const OTHER_SHARE = [
  '(可用性|可用率|代金券|税率|增值税|折扣|优惠|手续费|佣金|分成|service credit)',
  '(提前|中途)(终止|解除|解约|退订|退租|退网|拆机|离网)',
];

/** What a breach costs: a multiple of a sum, or a share of it. */
export const DAMAGES_RULES: readonly FactRule[] = [
  {
    kind: 'damages-multiple',
    why: 'A breach costs a multiple of a sum.',
    chinese: ['{times}', '{times}.{0,6}(的)?(赔偿|违约金|罚款|支付)'],
    english: ['{times}'],
    also: [
      '(赔偿|违约金|罚|损害赔偿|[假缺短少退]一赔|(从|自|在).{0,16}(保证金|押金|履约金|货款|质保金).{0,4}扣)',
      '(damages|penalty|compensat|liquidated)',
    ],
    unless: [
      '(不超过|不高于|为限|上限|最高|至多|最多|exceed|limited|cap|maximum)',
      '(带宽|流量|速率|容量|高于市场|uptime|credits)',
      // So many times the time that was lost: a credit, and no damages.
      '(不可用|故障|中断|延迟|延误).{0,16}{times}',
      '{times}.{0,24}(服务期|时长|故障时间|不可用时间)',
      '{times}.{0,24}(fault|failure|unavailable|outage|downtime)',
      '(fault|failure|service time).{0,40}{times}',
      '(treble|punitive|double|exemplary)',
      '(利率|报价|汇率)',
      '(lpr|rate)',
    ],
  },
  {
    kind: 'damages-multiple',
    why: 'A breach costs a share of a sum. What each day of delay costs, and the most that it comes to, are others.',
    chinese: [
      '(支付|承担|赔偿|缴纳|交纳|给付|偿付|收取|扣除|扣罚|赔付|按|按照|以){percent}(的)?.{0,8}(违约金|违约赔偿金?|赔偿金|罚金|罚款)',
      '(支付|承担|赔偿|缴纳|交纳|给付|偿付|收取|扣除|扣罚|赔付|按|按照|以)…{percent}(的)?.{0,12}(违约金|违约赔偿金?|赔偿金|罚金|罚款)',
      '(违约金|违约赔偿金|赔偿金|罚金|罚款)(的)?(金额|数额|标准|比例|总额|计算标准|计算方式)?(应)?(为|是|按照?|以|：|相当于|等于|计)…{percent}',
    ],
    english: [],
    also: ['(违约|罚|赔偿金)'],
    unless: [
      ...OTHER_SHARE,
      // Whoever gives money back is not the customer.
      '(退还|返还|退回)…(并|另|还)…(支付|承担|赔偿)',
      // So much for each day, week or hour of delay.
      '(每|按)(逾期|延|迟|超|拖|晚)?.{0,6}({day}|日|天|周|小时)…{percent}',
      // The same for each month or year, which is no base of a share (`每月服务费的…`).
      '(每|按)(逾期|延|迟|超|拖|晚)?.{0,4}({month}|\uE004|月|年)(?!(度|的)*(服务|基本|固定|应付)?(费|租|账单|款))…{percent}',
      '(日|天)(利率)?(按|以)?.{0,16}{percent}.{0,6}(计算|计收|计付)',
      '{percent} ?(/|每|／)(日|天|月|年)',
      '{percent}.{0,10}(每日|每天|按日)',
      // What it comes to at most, or what the loss has to exceed.
      '(不超过|不得超过|不应超过|不超出|不高于|上限(为|是)?|最高|至多|最多|封顶|超过|高于|低于|超出|达到|达).{0,16}{percent}',
      '{percent}.{0,4}(为(上)?限|以内|以上的?部分)',
    ],
    or: 'percent',
  },
];
