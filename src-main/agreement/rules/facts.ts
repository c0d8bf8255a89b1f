import type { FactKind, TagKind } from '../model.ts';
import type { Phrase } from '../phrases.ts';

/** How a value is read from the words. The slot of the phrase holds the quantity. */
export interface FactRule {
  readonly kind: FactKind;
  /** Why these words state this value. */
  readonly why: string;
  readonly zh: readonly Phrase[];
  readonly en: readonly Phrase[];
  /** The sentence, the one before it or a heading above must also say one of these. */
  readonly also?: readonly Phrase[];
  /** Words in the same sentence that make the rule silent. */
  readonly unless?: readonly Phrase[];
  /** The clause must have this kind from the introduction above it (“the provider may end the contract if:”). */
  readonly tagged?: TagKind;
  /** Text of the value: a telephone number as written, a date as ISO. Where absent, the figure. */
  readonly text?: true;
  /** What is done with the figure: hours from days, per-mille from percent. */
  readonly as?: 'hours' | 'per-mille';
}

const CHANGE = [
  '(修改|变更|变动|修订|更新|调整|更改|修正|涨价|调价)',
  '(modif|chang|amend|revis|updat|increas|adjust|alter|rais(e|es|ing)\\b|vary)',
];
const NOT_END = ['(functionality|feature)'];
const NOT_CHANGE = [
  '(维护|割接|检修|维修|演练|停机|maintenance|downtime|outage)',
  '(联系方式|地址|联系人|账户信息)(的)?(变更|变动|更新)',
];
const END = ['(终止|解除|停止.{0,6}服务|下线|退市|解约|退订)', '(terminat|cancel|discontinu|sunset|end this)'];

export const FACT_RULES: readonly FactRule[] = [
  {
    kind: 'assignment-notice-days',
    why: 'The contract may be handed on after a notice of so many days.',
    zh: [
      '提前(至少|不少于)? ?{day}',
      '(至少|不少于|不短于) ?{day}.{0,10}(通知|公告|告知|书面)',
      '{day}(前|以前|之前).{0,12}(通知|公告|告知|书面)',
    ],
    en: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than )?{day}',
      '(notify|notifying|notice|inform|informing)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day} (in advance|beforehand|before|prior)',
    ],
    also: ['(转让|转移|让与|移交).{0,60}', '(assign|novat)'],
    unless: ['(数据|域名|号码).{0,6}(转移|迁移)', '(反对|异议|object)'],
  },
  {
    kind: 'change-notice-days',
    why: 'A change of the terms is made known so many days before it takes effect.',
    zh: [
      '提前(至少|不少于|不低于|不短于)? ?{day}',
      '(至少|不少于|不短于|不低于) ?{day}…(通知|公告|公示|告知|公布|书面)',
      '{day}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
      '(通知|公告|公示|公布|发布)(后|之日起|之日后|发布后|满|期|期限|之日起满|期不少于|期为|期限为|期限不少于|期不短于)(届满|的第)?{day}',
      '(通知|公告|公示|公布|发布|送达).{0,20}(满|起|后|期(为|不少于|不短于)?) ?{day}(后|起|之后)?.{0,6}(生效|施行|适用|执行)',
      '(发布|公布|公告|公示)(后|之后|之日后)(的)? ?{nth-day}(起|后|开始)?.{0,4}(生效|施行)',
      '(公示|公告|通知)(期|期限|期间)?(为|不少于|不短于|不低于|至少) ?{day}',
    ],
    en: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{day}',
      '(notify|notifying|notice|informing|inform|post|posting|publish|announce|email|e-mail)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day}…(in advance|beforehand|before|prior to|after).{0,60}(effect|post|publish|notice|change)',
      '(effective|effect)…{day}…(post|publish|notice|notif|announc)',
    ],
    also: CHANGE,
    unless: [
      '(权利义务|本协议|合同).{0,20}(转让|转移)',
      ...NOT_CHANGE,
      '(assign|novat)',
      '(异议|反对).{0,8}{day}内',
      '(提前|至少).{0,6}{day}.{0,40}(终止|解除)',
      '(续费|续约|续订|不续)',
      '(your|you|customer) (shall|must|will|should) (notify|give)',
    ],
  },
  {
    kind: 'termination-notice-days',
    why: 'The contract ends by a notice of so many days.',
    zh: [
      '提前(至少|不少于|不低于|不短于)? ?{day}',
      '(至少|不少于|不短于|不低于) ?{day}…(通知|公告|公示|告知|书面)',
      '{day}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
      '(通知|公告).{0,16}(满|后|起|届满) ?{day}(后|之后|届满)?',
    ],
    en: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{day}',
      '(notify|notifying|notice|inform|informing)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day}…(in advance|beforehand)',
    ],
    also: END,
    unless: [
      '(权利义务|合同地位).{0,20}(转让|转移)',
      ...NOT_END,
      ...NOT_CHANGE,
      '(逾期|欠费|拖欠|overdue|past due|fails? to pay|unpaid|non-?payment)',
      '(改正|纠正|补救|整改|cure|remed)',
      '(续费|续约|续订|不续|自动续|renew)',
      '(修改|变更|修订).{0,30}(提前|通知|公告)',
      '(modif|chang|amend).{0,60}{day}',
      '(assign|novat)',
      '(after|following|upon|within|within a period of).{0,20}{day}.{0,30}(after|of|following) (the |such |any )?(terminat|expir)',
      '(连续|超过|持续|consecutive|continu).{0,20}{day}',
      '(终止|解除)(后|之日起).{0,6}{day}',
      '连续.{0,20}{hour}',
    ],
  },
  {
    kind: 'termination-notice-months',
    why: 'The contract ends by a notice of so many months.',
    zh: [
      '提前(至少|不少于|不低于|不短于)? ?{month}',
      '(至少|不少于|不短于|不低于) ?{month}…(通知|公告|公示|告知|书面)',
      '{month}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
    ],
    en: [
      "{month}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{month}',
      '(notify|notifying|notice|inform|informing)…{month} (before|prior|in advance|beforehand|ahead|notice)',
    ],
    also: [...END, '(无法继续(执行|履行)|终止)'],
    unless: [
      '(权利义务|合同地位).{0,20}(转让|转移)',
      ...NOT_END,
      ...NOT_CHANGE,
      '(续费|续约|续订|不续|renew)',
      '(修改|变更|修订).{0,30}(提前|通知|公告)',
      '(terminat|expir)[a-z]*…{month} (after|following)',
      '(after|following|upon|within).{0,20}{month}',
      '(modif|chang|amend).{0,60}{month}',
      '(assign|novat)',
      '(preceding|前|过去).{0,20}{month}',
      '{month}.{0,20}(preceding|prior to the)',
    ],
  },
  {
    kind: 'payment-due-days',
    why: 'Money must be paid within so many days.',
    zh: [
      '(下单|账单|发票|收到|出账|订单|结算|开具|通知|付款期|付款期限|应付|缴费|生成|出具|签署|生效|签订)…{day}(内|之内|以内)(?!仍|还|均)…(付|支付|缴|结清|汇|补足|清偿)',
      '{day}(内|之内|以内)(?!仍|还|均)…(付费|付款|支付|缴纳|缴清|付清|结清|缴付|清偿)',
      '(付款期限|付款期|账期|付款周期)(为|：|是)?…?{day}',
      '(保留|预留)(订单)? ?{day}',
    ],
    en: [
      '(pay|payment|paid|payable|due)…(within|no later than|not later than|in) {day}',
      '(within|no later than) {day}…(pay|paid|payment|payable|settle)',
      'net[- ]?{day}',
      '{day} (of|from|after) (the )?(date of )?(the |each |an |receipt of |our |such )*(invoice|bill)',
      '(due|payable) {day}',
      '(invoice|bill)[a-z]*…(due|payable)…{day}',
    ],
    also: ['(付|支付|缴|结清|价款|账期|汇)', '(pay|paid|due|settle|net)'],
    unless: [
      '(告知|通知).{0,8}支付',
      '(fails?|failure|failing|not) (to )?(pay|paid).{0,20}{day}',
      '(event of default|cure)',
      '(退款|退还|返还|赔偿金|refund|reimburse|claim|indemn|credit)',
      '(异议|(?<!un)dispute)',
      '(逾期|超过).{0,20}{day}.{0,20}(暂停|终止|解除|停机)',
      '(overdue|past due|late|delinquent)…{day}',
      '(期满|届满|到期).{0,4}前',
      '(提前|至少).{0,6}{day}',
      '(续费|续订|renew)',
      '(开具|开票).{0,10}发票$',
    ],
  },
  {
    kind: 'renewal-lead-days',
    why: 'Renewing, or stopping the renewal, must be done so many days before the end of the term.',
    zh: [
      '(期满|届满|到期|终止|到期日|届满日|期限届满)(之)?(前|日前)(至少|不少于|提前|的)? ?{day}',
      '{day}(前|以前|之前).{0,30}(续费|续约|续订|续期|不续|不再续|续展)',
      '提前(至少)? ?{day}…(续费|续约|续订|续期|不续|不再续|续展)',
      '(至少|不少于|不迟于).{0,20}(期满|届满|到期).{0,4}前 ?{day}',
      '(期满|届满|到期)前(至少)?(提前)? ?{day}',
    ],
    en: [
      '{day}…(prior to|before|in advance of)…(expir|end|renew|anniversary|term)',
      '{day}…(notice|notify)…(renew|non-?renew|expir|end of)',
    ],
    also: ['((?<!继|手)续|延长|展期|顺延|不再继续|继续合作)', '(renew|extend)'],
    unless: ['(价格|费用|资费|price|fees?|rate).{0,40}(调整|变更|increase|change)'],
  },
  {
    kind: 'outage-termination-hours',
    why: 'An outage of so many hours in a row lets the customer leave.',
    zh: [
      '(连续|持续)(超过|达到|达|满|长达|中断|不可用|故障|、|或)*…{hour}',
      '{hour}(以上)?(连续|持续)?(不能|无法|中断|不可用)',
      '{hour}…(未恢复|无法恢复|仍未|未能恢复)',
    ],
    en: [
      '(unavailab|outage|downtime|interrupt|inaccessible|suspend|fail|unable|down)…{hour}',
      '{hour}…(unavailab|outage|downtime|interrupt|inaccessible)',
    ],
    also: ['(终止|解除|退订|解约)', '(terminat|cancel)'],
    unless: [
      '(不可抗力|意外事件|force majeure)',
      '提前.{0,10}{hour}',
      '(notice|通知).{0,12}{hour}',
      '{hour}.{0,16}notice',
      '(逾期|欠费|overdue|unpaid|payment)',
      '(违约方|breach|default)',
    ],
    as: 'hours',
  },
  {
    kind: 'overdue-termination-days',
    why: 'Payment overdue for so many days lets the provider end the contract.',
    zh: [
      '(逾期|欠费|拖欠|延迟|迟延|未支付|未缴|未付|超过…(日期|期限))…{day}…(终止|解除|注销|解约|释放|销户)',
      '{day}(仍未|未|以上).{0,16}(付|缴|支付|结清|清偿|补足)…(终止|解除|注销|解约|销户)',
    ],
    en: [
      '(overdue|past due|late|unpaid|outstanding|delinquent|non-?payment|fails? to pay|remains? unpaid|not paid|arrears)…{day}…(terminat|cancel)',
      '{day}…(overdue|past due|late|unpaid|delinquent|arrears)…(terminat|cancel)',
      '(terminat|cancel)…(overdue|past due|unpaid|late|delinquent|arrears|fails? to pay|not paid)…{day}',
      '(terminat|cancel)…{day}…(overdue|past due|late|unpaid|delinquent|in arrears)',
    ],
    also: [
      '(逾期|欠费|拖欠|未缴|未付|未支付|迟延|延迟付|(?<!预)付款|缴清|缴费)',
      '(overdue|past due|late|unpaid|outstanding|delinquent|payment|fails? to pay|arrears|not paid)',
    ],
    unless: [
      '(提前|终止后|解除后)',
      '自(停止|暂停|中止)',
      '(修复|交付|连续)',
      '{day} (after|of|following) (written |receipt of |the |a )*(notice|demand)',
      '(after|following|upon) (the )?terminat',
    ],
  },
  {
    kind: 'overdue-termination-days',
    why: 'The same, where the right to end stands in the introduction of a list.',
    zh: ['(逾期|欠费|拖欠|迟延|未支付|未付).{0,30}{day}'],
    en: ['(overdue|past due|unpaid|in arrears|fails? to pay)…{day}', '{day} (overdue|past due|in arrears)'],
    tagged: 'termination',
  },
  {
    kind: 'claim-opens-working-day',
    why: 'Claims open on that working day of the month.',
    zh: [
      '{nth-workday}(后|起|之后|以后|开始|前|内)?…(申请|提出|提交|索赔|受理)',
      '(自|从|于|在).{0,20}{nth-workday}(后|起|之后|以后|开始)',
    ],
    en: [
      '(from|after|following|starting|as of|beginning|on|no earlier than)…{nth-workday}',
      '{nth-workday}…(claim|request|credit)',
    ],
    also: ['(赔偿|补偿|赔付|索赔|代金券|申请)', '(claim|credit|request|compensation)'],
    unless: ['(账单|出账|付款|支付|开具|invoice|payment)', '(送达|deemed)'],
  },
  {
    kind: 'claim-closes-months',
    why: 'Claims must be made within so many months.',
    zh: [
      '(超过|逾|超出) ?{month}(未|没有|仍未|才)',
      '{month}(内|之内|以内|届满前)',
      '(不超过|不得超过|不迟于) ?{month}',
    ],
    en: ['(within|no later than|not later than|in) {month}', '{month} (of|after|from|following)'],
    also: ['(赔偿|补偿|赔付|索赔|代金券)', '(service credit|credit|claim|compensation)'],
    unless: [
      '(有效期|有效|使用期|兑换|发放|到账|valid|expire|applied|issued|paid|使用)',
      '(前|过去|最近|之前|近).{0,6}{month}',
      '责任.{0,10}(累计|总额|不超过|上限)',
      '(liab|indemn|诉讼|action|lawsuit)',
      '(third[- ]party|第三方)',
    ],
  },
  {
    kind: 'late-fee-per-day',
    why: 'Late payment costs such a share of the sum for each day. A rate per month or year is not turned into one per day.',
    zh: [
      '(每日|每天|按日|按天|每逾期一日|每逾期一天|日|每逾期{day}|每迟延{day}|每延迟{day}|每延期{day}|每迟{day}|每晚{day}).{0,40}{rate}',
      '{rate}(/|每)(日|天)',
      '{rate}.{0,20}(每日|每天|按日|/日|/天)',
    ],
    en: [
      '{rate} (per|a|each|for each|for every|/) ?(calendar )?day',
      '{rate}…(per|for each|for every|each) (calendar )?day',
      '(daily)…{rate}',
      '(per day|each day|every day).{0,60}{rate}',
      '{rate} daily',
    ],
    also: [
      '(逾期|滞纳|违约金|欠费|迟延|延迟|拖欠|利息|未付|延期)',
      '(late|overdue|interest|unpaid|past due|delay|delinquent)',
    ],
    unless: ['(可用性|可用率|uptime|availability|代金券|service credit)', '(交付|上线|delivery)'],
    as: 'per-mille',
  },
  {
    kind: 'damages-multiple',
    why: 'A breach costs a multiple of a sum.',
    zh: ['{times}', '{times}.{0,6}(的)?(赔偿|违约金|罚款|支付)'],
    en: ['{times}'],
    also: ['(赔偿|违约金|罚|损害赔偿)', '(damages|penalty|compensat|liquidated)'],
    unless: [
      '(不超过|不高于|为限|上限|最高|至多|最多|exceed|limited|cap|maximum)',
      '(带宽|流量|速率|容量|高于市场|uptime|credits)',
      '(lpr|利率|报价|rate|汇率)',
    ],
  },
  {
    kind: 'paper-delivery-days',
    why: 'A notice on paper counts as received so many days after posting.',
    zh: [
      '(纸质|邮寄|挂号|快递|特快专递|交邮|投邮|寄出|投递|信函|ems|寄送|邮政|交付邮递|付邮|书面)…{nth-day}',
      '(纸质|邮寄|挂号|快递|特快专递|交邮|投邮|寄出|投递|信函|ems|寄送|邮政|交付邮递|付邮)…{day}(后|之后|届满|即|视为|，)',
    ],
    en: [
      '(mail|post|posted|posting|mailing|mailed|courier|registered|letter|deposited|dispatch|air ?mail)…{day} (after|following|from)',
      '(mail|post|posted|posting|mailing|mailed|courier|registered|letter|deposited|dispatch|air ?mail)…{nth-day} (after|following)',
      '{day} (after|following|from)…(mail|post|posting|mailing|courier|deposit|dispatch|being sent)',
      '{nth-day} (after|following)…(mail|post|posting|mailing|deposit|dispatch)',
    ],
    also: ['(视为|即为|视同).{0,6}(送达|收到|接收)', '(deemed|considered|effective|received|delivered|served|given)'],
    unless: ['(保留|归还)', '(chang|modif|revis|website|on (our|the) site)'],
  },
  {
    kind: 'vat-rate',
    why: 'The rate of value-added tax on the fees.',
    zh: [
      '(税率|增值税率|征收率)(为|是|：|按|适用)?…?{percent}',
      '{percent}(的)?…?(增值税|税率|税点)',
      '(增值税)…{percent}',
    ],
    en: ['(vat|value[- ]added tax)…{percent}', '{percent}…(vat|value[- ]added tax)'],
    unless: ['(可用性|赔偿|代金券)'],
  },
  {
    kind: 'availability',
    why: 'The share of the time the service is promised to be up. A tier of the credits or a mere mention is no promise.',
    zh: [
      '(可用性|可用率|可用度|在线率|连通率|接通率|正常运行时间|可用时间|SLA)…(不低于|不少于|不小于|达到|大于等于|大于或等于|大于|高于|≥|>=|>|为|至少|是|：|承诺) ?(月度|每月)?{percent}',
      '{percent}(以上)?(的)?.{0,8}(可用性|可用率|可用度|在线率|正常运行时间)',
      '(可用性|可用率|可用度)(承诺|目标|指标)?(：|:)?[ ]?{percent}',
    ],
    en: [
      '(availability|uptime|available|up time)…(at least|of|no less than|not less than|no lower than|not be less than|not lower than|≥|>=|is|be|equal to|target|minimum|exceeds?|meet|meets) (a |an |the )?{percent}',
      '(availability|uptime)["”]?[: ]+{percent}',
      '{percent}…(uptime|availability|of the time|available)',
      'available {percent}',
      '{percent} or (more|better|higher)',
    ],
    also: ['(可用|在线率|连通率|接通率|正常运行|SLA)', '(availab|uptime|up time)'],
    unless: [
      '(不保证|不承诺|无法保证)',
      "(not|n't) (a )?(guarantee|commit|promise|warrant)",
      '(we|provider) aims?',
      '[×*] ?{percent}',
      '(credit|代金券|赔偿|补偿)…{percent}…(fee|费)$',
    ],
  },
  {
    kind: 'hotline',
    why: 'The number to call.',
    zh: ['(热线|客服|服务电话|咨询电话|投诉电话|联系电话|报障电话)…{phone}', '(拨打|致电) ?{phone}'],
    en: [
      '(hotline|helpline|toll[- ]free|support (line|phone|number|at|by)|customer (service|care|support)|telephone support|call)…{phone}',
    ],
    unless: ['(传真|fax)…{phone}$'],
    text: true,
  },
  {
    kind: 'effective-date',
    why: 'The day from which the text applies. A day of publishing or updating is not that day.',
    zh: [
      '(生效|施行|实施|启用)(日期|时间|日|之日)(为|是|：|:| )*{date}',
      '(自|于|从) ?{date}(起|之日起|零时起|零时)*.{0,10}(生效|施行|实施|执行|适用)',
      '{date}(起|之日起)?(正式)?(生效|施行|实施)',
    ],
    en: [
      'effective (date|as of|from|on|since)?[:, ]*(is |on )?{date}',
      '(takes?|come[s]? into|goes into|in) effect (on|as of|from) {date}',
      '{date} ?\\(?(the )?["“]?effective date',
      '(effective|commenc)[a-z]* (on|from|as of) {date}',
    ],
    unless: ['(前一版本|上一版本|previous version|superseded version)'],
    text: true,
  },
];
