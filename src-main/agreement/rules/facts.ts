import { DAMAGES_RULES, LATENESS_RULES } from './damages.ts';
import { MEASURED_NAME } from './class-names.ts';
import type { FactRule } from './fact-rule.ts';
import { NOTICE_FACT_RULES } from './notice-facts.ts';

/** The word is no name of the next date: `发布日期：… 生效日期：…`. */
const NO_LABEL = String.raw`(?! ?(日期|时间|之日|日) ?[为是：:\uE00D])`;

/** Every rule for a value that is a figure, a date or a number to call. */
export const FACT_RULES: readonly FactRule[] = [
  ...NOTICE_FACT_RULES,
  {
    kind: 'payment-due-days',
    why: 'Money must be paid within so many days.',
    chinese: [
      '(下单|账单|发票|收到|出账|订单|结算|开具|通知|付款期|付款期限|应付|缴费|生成|出具|签署|生效|签订)…{day}(内|之内|以内)(?!仍|还|均)…(付|支付|缴|结清|汇|补足|清偿)',
      '{day}(内|之内|以内)(?!仍|还|均)…(付费|付款|支付|缴纳|缴清|付清|结清|缴付|清偿|补缴|补交|补足|补齐|交齐|缴齐|缴足)',
      '(付款期限|付款期|账期|付款周期)(为|：|是)?…?{day}',
      '(保留|预留)(订单)? ?{day}',
    ],
    english: [
      '(pay|payment|paid|payable|due|settle|settled|remit)…(within|no later than|not later than|in) {day}',
      '(within|no later than) {day}…(pay|paid|payment|payable|settle)',
      'net[- ]?{day}',
      'payment (terms?|period) (is|are|of|shall be|:) ?{day}',
      '{day} (of|from|after) (the )?(date of )?(the |each |an |receipt of |our |such )*(invoice|bill)',
      '(due|payable) {day}',
      '(pay|paid|payable|payment|remit)[^.;]{0,160}{day},? (of|from|after|following) (the )?(end|close|last day) of (each|the|every|a|that|such) (calendar )?(month|quarter)',
      '{day} (of|after|from) (being |it is |they are |having been )?(billed|invoiced|issued)',
      '(invoice|bill)[a-z]*…(due|payable)…{day}',
    ],
    also: ['(付|支付|缴|结清|价款|账期|汇|保证金|押金|预存款)', '(pay|paid|unpaid|due|settle|net)'],
    unless: [
      '(告知|通知).{0,8}支付',
      // What is paid out to whoever has an account, and what was agreed before and is only told.
      '((提现|取现)(指令|请求|申请)|赎回|转出|出金).{0,40}{day}',
      '{day}(内|之内|以内)?.{0,12}首付了',
      '{day}(内|之内|以内).{0,30}(汇入|划入|转入|打入|付至|支付至|返至)(您|用户|投资人|客户|会员|出借人|借款人|商户|商家).{0,10}账',
      '(已|已经)(于|在).{0,24}{day}',
      'if (you|customer) pay',
      'settle (the )?(funds|proceeds|payouts|dispute)',
      '(fails?|failure|failing|not) (to )?(pay|paid).{0,60}{day}',
      '(event of default|cure)',
      '(退款|退还|返还|赔偿金|refund|reimburse|claim|indemn|credit)',
      '(异议|(?<!un)dispute)',
      '(逾期|超过).{0,20}{day}.{0,20}(暂停|终止|解除|停机)',
      // For how long it is late, and not by when it must be paid.
      '(逾期|迟延|延迟|拖欠)(付款|支付|缴费)?(在|为|未)?{day}(内|之内|以内)',
      '(overdue|past due|late\\b|delinquent)…{day}',
      '(unpaid|outstanding)…(more|greater|longer) than {day}',
      '(期满|届满|到期).{0,4}前',
      // By when the service is resumed if the arrears are paid, once it was suspended.
      '(暂停|停机|停服|中止|关停|断网)(提供)?(服务)?(之日)?(后|起){day}(内|之内|以内)',
      'within {day} (of|after|from|following) (such |the |any |that )?suspension',
      '(提前|至少).{0,6}{day}',
      '(续费|续订|renew)',
      '(开具|开票).{0,10}发票$',
      '(折扣|优惠|减免|返点|discount|rebate)',
    ],
  },
  {
    kind: 'payment-due-days',
    why: 'An order that is not paid within so many days lapses.',
    chinese: [],
    english: [
      '(not|fails? to|failure to) (pay|paid|make payment|be paid)[^.;,]{0,40}within {day} (of|after|from|following) (you |the customer )?(placing |submitting |having )?(the |your |an? |its )*(order|purchas)',
    ],
  },
  {
    kind: 'renewal-lead-days',
    why: 'Renewing, or stopping the renewal, must be done so many days before the end of the term.',
    chinese: [
      '(期满|届满|到期|终止|到期日|届满日|期限届满)(之)?(前|日前)(至少|不少于|提前|的)? ?{day}',
      '{day}(前|以前|之前).{0,30}(续费|续约|续订|续期|不续|不再续|续展)',
      '提前(至少)? ?{day}…(续费|续约|续订|续期|不续|不再续|续展)',
      '(至少|不少于|不迟于).{0,20}(期满|届满|到期).{0,4}前 ?{day}',
      '(期满|届满|到期)前(至少)?(提前)? ?{day}',
    ],
    english: [
      '{day}…(prior to|before|in advance of)…(expir|end|renew|anniversary|term)',
      '{day}…(notice|notify)…(renew|non-?renew|expir|end of)',
    ],
    also: ['((?<!继|手)续|延长|展期|顺延|不再继续|继续合作)', '(renew|extend)'],
    unless: [
      '(价格|费用|资费|price|fees?|rate).{0,40}(调整|变更|increase|change|rise|raise)',
      '(adjust|increase|change|raise|调整).{0,30}(fees?|prices?|rates?|charges|价格|费用)',
      '(提醒|提示|提请|remind|仍未续)',
      // Against the renewal, or against something else; and what is told ahead of it.
      '(not to renew|non-?renew)',
      '{day} (after|of|from|following) ',
      '(inform|tell|let) (you|him|her|them|the customer|customer|users?|know)\\b.{0,60}{day}',
      '(be|is|are) (informed|told|notified).{0,60}{day}',
      // What the provider sends ahead of a renewal is no time to pay in.
      '(will|shall|may|to|we) (invoice|bill|charge)\\b',
      '(出具|开具|发送|寄送|推送).{0,12}(账单|发票|续费单)',
    ],
  },
  {
    kind: 'renewal-lead-days',
    why: 'The same, counted in months.',
    chinese: [
      '(期满|届满|到期|到期日|届满日)(之)?(前|日前)(至少|不少于|提前|的)? ?{month}(内|之内|以内)?.{0,12}(支付|缴纳|缴|交纳|付清|办理|完成|申请).{0,8}(续费|续约|续订|续期|续展)',
      '(续费|续约|续订|续期|续展).{0,12}(期满|届满|到期)(之)?(前|日前)(至少|不少于|提前|的)? ?{month}',
    ],
    english: [],
    unless: ['(提醒|提示|提请|仍未续)', '(不再?续|自动续|自动顺延|自动延长|异议)'],
  },
  {
    kind: 'outage-termination-hours',
    why: 'An outage of so many hours in a row lets the customer leave.',
    chinese: [
      '(连续|持续)(超过|达到|达|满|长达|中断|不可用|故障|、|或)*…{hour}',
      '{hour}(以上)?(连续|持续)?(不能|无法|中断|不可用)',
      '{hour}…(未恢复|无法恢复|仍未|未能恢复)',
    ],
    english: [
      '(unavailab|outage|downtime|interrupt|inaccessible|suspend|fail|unable|down|out of (order|service|action))…{hour}',
      '{hour}…(unavailab|outage|downtime|interrupt|inaccessible)',
    ],
    also: ['(终止|解除|退订|解约|退网|退租)', '(terminat|cancel|walk away|leave|\\bend (this|the)|to an end|as ended)'],
    says: [
      '(不可用|中断|故障|宕机|瘫痪|阻断|断网|断线|不通|障碍|修复|恢复|停机|停止服务|暂停服务|(无法|不能)(正常)?(使用|访问|提供|连接|通信|接入|运行|登录))',
      '(unavailab|outage|downtime|interrupt|inaccessible|suspen|fail(s|ed|ure)? |unable|down\\b|out of (order|service|action)|offline|not available|cannot (be )?(us|access|reach)|disrupt)',
    ],
    unless: [
      '(不可抗力|意外事件|force majeure)',
      '提前.{0,10}{hour}',
      '(notice|通知).{0,12}{hour}',
      'accounts? (has|have|is|was|been|remains?|\\s)*suspended',
      // Whoever has no access to the account has lost it, or a password; and what is done so long afterwards, or ahead of it.
      '(unable to|cannot) (access|use|enter) (your|its|their|the) account',
      '(request|retriev|export|download|delet|return|copy|respond|notif)[^.;]{0,60}within {hour}',
      '{hour} (later|thereafter|in advance|beforehand|prior|before)',
      '{hour}.{0,16}notice',
      '(逾期|欠费|拖欠|欠缴|欠付|未缴|未付|未支付|overdue|past due|arrears|unpaid|payment|fails? to pay)',
      '(违约方|breach|default)',
    ],
    or: 'day',
  },
  {
    kind: 'overdue-termination-days',
    why: 'Payment overdue for so many days lets the provider end the contract.',
    chinese: [
      '(逾期|欠费|拖欠|延迟|迟延|未支付|未缴|未付|超过…(日期|期限))…{day}…(终止|解除|注销|解约|释放|销户)',
      '{day}(仍未|未|以上).{0,16}(付|缴|支付|结清|清偿|补足)…(终止|解除|注销|解约|销户)',
      '^\\s*(超过|超|满|逾|达) ?{day}…(终止|解除|注销|释放|销户|收回)',
    ],
    english: [
      '(overdue|past due|late\\b|unpaid|outstanding|delinquent|non-?payment|fails? to pay|remains? unpaid|not paid|arrears)…{day}…(terminat|cancel|ended|end (the|this|it|your)|at an end|close (your|the))',
      '{day}…(overdue|past due|late\\b|unpaid|delinquent|arrears)…(terminat|cancel)',
      '(terminat|cancel|end (the|this|it|your)|close (your|the))…(overdue|past due|unpaid|late\\b|delinquent|arrears|fails? to pay|not paid|default|non-?payment)…{day}',
      '(terminat|cancel)…{day}…(overdue|past due|late\\b|unpaid|delinquent|in arrears)',
      '(overdue|past due|unpaid|delinquent|in arrears)…{day}…(accounts?|services?|it|they) (may|will|can|shall) be (closed|deleted|ended)',
      '(unpaid|overdue|in arrears) for (more than )?{day} (may|will|can|shall) be (closed|deleted|ended|terminated|cancel)',
    ],
    also: [
      '(逾期|欠费|拖欠|未缴|未付|未支付|迟延|延迟付|(?<!预)付款|缴清|缴费)',
      '(overdue|past due|late\\b|unpaid|outstanding|delinquent|payment|fails? to pay|arrears|not paid|(charge|card|payment) is (rejected|declined))',
    ],
    unless: [
      '(提前|终止后|解除后)',
      '自(停止|暂停|中止)',
      '(修复|交付|连续)',
      // A time in which a bill is disputed, a notice runs or a thing is tried.
      '{day} (\\w+ )?(dispute|notice|review|trial) period',
      '{day} (after|of|following) (written |receipt of |the |a )*(notice|demand)',
      '(after|following|upon) (the )?terminat',
    ],
  },
  {
    kind: 'overdue-termination-days',
    why: 'The same, where the right to end stands in the introduction of a list.',
    chinese: ['(逾期|欠费|拖欠|迟延|未支付|未付).{0,30}{day}'],
    english: ['(overdue|past due|unpaid|in arrears|fails? to pay)…{day}', '{day} (overdue|past due|in arrears)'],
    tagged: 'termination',
  },
  {
    kind: 'claim-opens-working-day',
    why: 'Claims open on that working day of the month.',
    chinese: [
      '{nth-workday}(后|起|之后|以后|开始|前|内)?…(申请|提出|提交|索赔|受理)',
      '(自|从|于|在).{0,20}{nth-workday}(后|起|之后|以后|开始)',
    ],
    english: [
      '(from|after|following|starting|as of|beginning|on|no earlier than)…{nth-workday}',
      '{nth-workday}…(claim|request|credit)',
    ],
    also: ['(赔偿|补偿|赔付|索赔|代金券|申请)', '(claim|credit|request|compensation)'],
    implied: 'service-level',
    unless: ['(账单|出账|付款|支付|开具|invoice|payment)', '(送达|deemed)'],
  },
  {
    kind: 'claim-closes-months',
    why: 'Claims must be made within so many months.',
    chinese: [
      '(超过|逾|超出) ?{month}(未|没有|仍未|才)',
      '{month}(届满|期满|后)?(仍)?(未|没有)(提出|申请|提交|主张)',
      '{month}(内|之内|以内|届满前)',
      '(不超过|不得超过|不迟于) ?{month}',
    ],
    english: ['(within|no later than|not later than|in) {month}', '{month} (of|after|from|following)'],
    also: ['(赔偿|补偿|赔付|索赔|代金券)', '(service credit|credit|claim|compensation)'],
    implied: 'service-level',
    says: [
      '(申请|提出|提交|索赔|主张|申领|受理|放弃)',
      '(claim|request|submit|notif|appl(y|ies)|ticket|contact|report|ask)',
    ],
    unless: [
      '(有效期|有效|使用期|兑换|发放|到账|valid|expire|applied|issued|paid|使用)',
      '(前|过去|最近|之前|近).{0,6}{month}',
      '责任.{0,10}(累计|总额|不超过|上限)',
      '(liab|indemn|诉讼|action|lawsuit)',
      '(third[- ]party|第三方)',
    ],
  },
  ...LATENESS_RULES,
  ...DAMAGES_RULES,
  {
    kind: 'paper-delivery-days',
    why: 'A notice on paper counts as received so many days after posting.',
    listed: 'notice-delivery',
    chinese: [
      '(纸质|邮寄|挂号|快递|特快专递|交邮|投邮|寄出|投递|信函|ems|寄送|邮政|交付邮递|付邮|书面)…{nth-day}',
      '(纸质|邮寄|挂号|快递|特快专递|交邮|投邮|寄出|投递|信函|ems|寄送|邮政|交付邮递|付邮)…{day}(内|之内|以内)?(后|之后|届满|即|视为|，)',
    ],
    english: [
      '(mail|post|posted|posting|mailing|mailed|courier|registered|letter|deposited|dispatch|air ?mail)…{day} (after|following|from)',
      '(mail|post|posted|posting|mailing|mailed|courier|registered|letter|deposited|dispatch|air ?mail)…{nth-day} (after|following)',
      '{day} (after|following|from)…(mail|post|posting|mailing|courier|deposit|dispatch|being sent|having been sent|sending)',
      '{nth-day} (after|following)…(mail|post|posting|mailing|deposit|dispatch)',
    ],
    also: [
      '(视为|即为|视同).{0,6}(送达|收到|接收|到达)',
      '({nth-day}|{day}(后|之后|届满))(当日|当天)?(即|为)?送达',
      '(deemed|considered|effective|received|delivered|served|given)',
    ],
    unless: [
      '(保留|归还)',
      '(chang|modif|revis|amend|website|on (our|the) site)',
      // What is posted where everybody can read it was put into no letter box.
      '^(?!.*(mail|courier|letter|envelope|address|by post|registered|first[- ]class|deposited|deemed|served)).*(posted|posting)',
      // A part that names an electronic channel alone, between the parts of the others.
      '^(?!.*((?<!e-)\\bmail\\b|courier|letter|envelope|by post|postal|registered|paper|by hand)).*(e-?mail|sms|text message|in-app|console|dashboard|portal|push|fax)',
      // A time right behind an electronic channel is of that one, whatever channels are named before.
      '(站内信|站内消息|系统消息|控制台|弹窗|短信|电子邮件|公告|微信)(?![^，；。]{0,30}(邮寄|快递|挂号|投邮|交邮|寄出|寄送|信函|信件|EMS|邮政|纸质))[^，；。]{0,30}{day}',
      '(站内信|站内消息|系统消息|控制台|弹窗|短信|电子邮件|公告|微信)(?![^，；。]{0,30}(邮寄|快递|挂号|投邮|交邮|寄出|寄送|信函|信件|EMS|邮政|纸质))[^，；。]{0,30}{nth-day}',
      '(in-app|console|dashboard|portal|e-?mails?|sms|text messages?)(?![^.;,]{0,60}((?<!e-)\\bmail\\b|courier|letter|post\\b|registered))[^.;,]{0,60}{day}',
      '{day} (after|following|from) [^.;,]{0,40},? (if|when|where) (it is |they are )?(sent|given|made|delivered) (by|via) (e-?mail|sms|text|fax)',
      // What holds only where nobody knows when it was signed for.
      '(无法|不能|未能|无从|没有)(查证|查明|证明|确认|核实|确定)?.{0,6}(签收|收到|收件)',
    ],
  },
  {
    kind: 'vat-rate',
    why: 'The rate of value-added tax on the fees.',
    chinese: [
      '(税率|增值税率|征收率)(为|是|：|按|适用)?…?{percent}',
      '{percent}(的)?…?(增值税|税率|税点)',
      '(增值税)…{percent}',
    ],
    english: ['(vat|value[- ]added tax)…{percent}', '{percent}…(vat|value[- ]added tax)'],
    unless: ['(可用性|赔偿|代金券)'],
  },
  {
    kind: 'availability',
    why: 'The share of the time the service is promised to be up. A tier of the credits or a mere mention is no promise.',
    chinese: [
      '(可用性|可用率|可用度|在线率|连通率|接通率|正常运行时间|可用时间|SLA)…(不(会|应|得|能)?(低于|少于|小于)|达到|大于等于|大于或等于|大于|高于|≥|>=|>|为|至少|是|：|承诺) ?(月度|每月)?{percent}',
      '{percent}(以上)?(的)?.{0,8}(可用性|可用率|可用度|在线率|正常运行时间)',
      '(可用性|可用率|可用度|可靠性)(承诺|目标|指标)?(：|:)?[ ]?{percent}',
      '(承诺|保证)(值|水平|标准)(为|是|：|:|不低于)* ?{percent}',
      // A bare bound under a heading of availability, of a service or a class of it and of nothing else that is measured.
      `^(?!${MEASURED_NAME}[：:])[^，。；%：:]{1,24}[：:] ?(月度|每月)?(不(会|应|得|能)?(低于|少于|小于)|≥|>=|至少) ?{percent}(以上)?[。；;]?$`,
    ],
    english: [
      '(availability|uptime|available|up time)…(at least|of|no less than|not less than|no lower than|not be less than|not lower than|≥|>=|is|be|equal to|target|minimum|exceeds?|meet|meets) (a |an |the |\\[)*{percent}',
      '(availability|uptime)( percentage| rate| commitment| target| guarantee)?["”]?[: ]+{percent}',
      '{percent}…(uptime|availability|of the time|available)',
      'available {percent}',
      '{percent} or (more|better|higher)',
      // A bare bound under a heading of availability.
      '^[^,.;%]{0,60}\\b(no less than|not less than|at least|no lower than|not lower than) {percent}[.;]?$',
      '\\bup (for )?(at least |no less than |not less than )?{percent}',
      '{percent} of (each|the|every|any) (calendar )?(month|year|quarter)',
    ],
    also: ['(可用|可靠性|在线率|连通率|接通率|正常运行|SLA)', '(availab|uptime|up time|be up|reachable|online)'],
    unless: [
      '(不保证|不承诺|无法保证)',
      "(not|n't) (a )?(guarantee|commit|promise|warrant)",
      '(we|provider) aims?',
      '[×*] ?{percent}',
      '(公式|t\\d级别|Σ|因此)',
      '按 ?{percent}',
      '(credit|代金券|赔偿|补偿)…{percent}…(fee|费)$',
      // What is given where the promise is missed is no promise: a share of a fee.
      '(credit|refund|rebate|compensation|代金券|赔偿|补偿|返还|减免).{0,40}{percent} (of|off) .{0,30}(fee|charge|price|bill|invoice|amount)',
    ],
  },
  {
    kind: 'hotline',
    why: 'The number to call.',
    chinese: [
      '(热线|客服|服务电话|咨询电话|投诉电话|联系电话|报障电话)…{phone}',
      '(拨打|致电|咨询) ?{phone}',
      '(?<!传真)电话 ?[（(：:]? ?{phone}.{0,12}(联系|咨询|反馈|询问)',
      '(通过|请) ?(电话)? ?{phone} ?(与|和|同)?(我们)?(联系|咨询)',
      '(?<!传真)电话 ?[：:]? ?{phone}',
    ],
    english: [
      '(hotline|helpline|toll[- ]free|(tele)?phone (us |support |number )?(on|at|is|:)|by (tele)?phone|support (line|phone|number|at|by)|customer (service|care|support)|telephone support|call)…{phone}',
    ],
    unless: [
      '(传真|fax)…{phone}$',
      // Of whoever arbitrates.
      '(jams|\\baaa\\b|arbitrat)[^;]{0,120}{phone}',
      // Of one of the parties, and no number for everybody.
      '(甲方|乙方|委托方|受托方|法定代表人|负责人|联系人|经办人)(?!.{0,16}(客服|服务|投诉|咨询|热线)).{0,12}电话…{phone}',
    ],
    text: true,
  },
  {
    kind: 'effective-date',
    why: 'The day from which the text applies. A day of publishing or updating is not that day.',
    chinese: [
      '(生效|施行|实施|启用)(日期|时间|日|之日)(为|是|：|:| )*{date}',
      `(自|于|从) ?{date}(起|之日起|零时起|零时)*.{0,10}(生效|施行|实施|执行|适用)${NO_LABEL}`,
      `{date}(起|之日起)?(正式)?(生效|施行|实施)${NO_LABEL}`,
    ],
    english: [
      'effective (date|as of|from|on|since)?[:, ]*(is |on )?{date}',
      'effective(date)?[:：] ?{date}',
      '(takes?|comes? into|goes? into|enters? into|in) (effect|force) (on|as of|as from|from|since) {date}',
      '(version|edition|terms|conditions|agreement|policy)\\b[^.;]{0,40}\\b(valid|applicable|binding) (from|as of|as from|since) {date}',
      '{date} ?\\(?(the )?["“]?effective date(?!["”]? ?([:：\uE00D]|(is|of)\\b))',
      '(date of )?entry into force[^.;]{0,60}{date}',
      '(effective|commenc)[a-z]* (on|from|as of) {date}',
      '(terms|conditions|agreement|contract|policy|rules|version) (shall |will )?(apply|applies|is valid|are valid|is applicable|are applicable)( only)? (from|as of|as from|since|on and from) {date}',
      'in force (from|since|as of|as from) {date}',
    ],
    unless: [
      '(前一版本|上一版本)',
      '(previous|superseded) version.{0,40}{date}',
      '(deprecat|discontinu|retir|supersed|replac|terminat|withdraw)[a-z]* (effective|as of|from)',
    ],
    text: true,
  },
];
