import type { TagRule } from '../rule.ts';

const FEES_ZH = '(价格|资费|费用|收费|收费标准|定价|单价|费率|计费标准|价款)';

/** What binds the customer longer and costs it more than the service itself. */
export const MONEY_RULES: readonly TagRule[] = [
  {
    kind: 'term',
    why: 'From when and how long the agreement binds.',
    chinese: [
      '(有效期|服务期限?|合同期限?|协议期限?|合作期限?|租期|租赁期限?|订购期限|使用期限)(限|间)?(为|是|自|从|以|按|：|:|共|均为)',
      '(协议|合同|条款|承诺书|本函)(自|从|于|在).{0,40}(生效|起)…(有效|终止|届满|为止|期限)',
    ],
    english: [
      '(initial |subscription |service |contract )?term (of (this|the|your|each)[^.]{0,40} )?(is|shall be|will be|commences?|begins?|starts?|shall (commence|begin|start|continue)|will (commence|begin|start|continue)|continues?)',
      '(agreement|terms|contract|order)…(commences?|takes? effect|becomes? effective|is effective|remains? (in (full )?(force|effect)|effective)|continues?)…(until|unless|for|terminat|expir)',
    ],
    unless: ['(保密|质保|保修|优惠|活动)(期|期限)', '(confidential|warranty period|trial)'],
  },
  {
    kind: 'auto-renewal',
    why: 'The agreement goes on for another period, and costs, unless somebody speaks.',
    chinese: [
      '自动(延续|续展|续期|续约|续订|续费|续签|顺延|延长|展期|续租)',
      '视为(同意|您同意|客户同意)?.{0,6}(续约|续展|续期|续订|续租|续费)',
      '(续展|续期|续约|续订|续签|顺延|延续|延长)(一|壹|1|同等|相同|次).{0,6}(年|期|月|期限|期间)',
    ],
    english: [
      'auto(matic|matically)?[- ]?(be )?(renew|extend)[a-z]*',
      '(renew|extend)[a-z]*( itself)? automatically',
      '(deemed|considered)( to be| to have)? (renewed|extended)',
      'shall (then )?(renew|be (renewed|extended)) for (successive|additional|further|another|a further)',
    ],
    unless: [
      '(不(会|再|予|得)?|未|关闭|取消|停止|终止)自动(续|顺延|延)',
      '(赔偿|补偿|故障|中断|不可抗力|事件|延误)',
      '(not|never|no) (be )?(auto|renew)',
      '(force majeure|credit)',
    ],
  },
  {
    kind: 'non-renewal',
    why: 'How one keeps the agreement from going on, and by when.',
    chinese: [
      '(不|不再|拒绝|无意|不愿)(续约|续展|续期|续订|续费|续签|续租|延续|延长)(的|，|意|通知|本)',
      '(取消|关闭|停用|终止)自动(续费|续期|续约|续订|续展)',
    ],
    english: [
      '(not|wish(es)? not|decides? not|elects? not|intends? not|intention not|intent not|choose not) (to )?(be )?(renew|extend)[a-z]*',
      'not (wish|intend|want|elect|choose|desire|agree) (to )?(renew|extend)[a-z]*',
      'non-?renewal',
      '(cancel|turn(ing)? off|disabl|opt(ing)?[- ]out)[a-z]*…(auto[a-z]*[- ]?)?renew',
    ],
  },
  {
    kind: 'price-increase',
    why: 'The price may rise while the agreement runs, or when it is renewed.',
    chinese: [
      `(调整|上调|变更|修改|变动|修订|提高|更改)(其|本|该|服务|产品|相应|相关|的){0,4}${FEES_ZH}`,
      `${FEES_ZH}.{0,16}(随时|不时|会|可能|发生|有)(调整|上调|变更|修改|变动|上涨|提高)`,
      `${FEES_ZH}(调整|上调|变更|变动|上涨)`,
      '(涨价|提价|涨幅|价格上涨|上调价格)',
    ],
    english: [
      '(increas|chang|adjust|rais|modif|revis|updat)[a-z]* (the |our |its |any |your |all |such |applicable |of |in |to )*(fees?|prices?|pricing|charges|rates|subscription fees)',
      '(fees?|prices?|pricing|charges|rates)…(increase[sd]?|(may|will|shall|can) (change|be (changed|increased|adjusted|raised|revised))|adjust(ed|ment)s?|go up)',
      'price (increase|change|adjustment)s?',
    ],
    unless: ['(账单|发票|汇率|税率|订单信息)', '(exchange rate|tax rate|address)'],
  },
  {
    kind: 'minimum-commitment',
    why: 'So much must be bought or paid, whether it is used or not.',
    chinese: [
      '(最低|保底|最少)(月|年|季度|每月|每年)?(消费|采购|使用|购买|支出|承诺|订购|租用)(金?额|量|总额|期限|费用?|期)?',
      '(承诺|保证|同意)…(消费|采购|使用|购买|支出)…(不(低于|少于)|至少|达到)',
      '(消费|采购|用量|使用量|交易额|销售额)…(不足|未达到?|低于)…(补足|补缴|补交|支付差额|差额)',
      '保底(交易额|销售额|消费|费用|技术服务费|软件技术服务费|金额|收入)',
    ],
    english: [
      'minimum (annual |monthly |total |purchase |usage |spend(ing)? |subscription |fee )?(commitments?|spend|purchases?|fees?|charges?|quantit(y|ies)|volumes?|payments?|term commitment)',
      '(shortfall|take[- ]or[- ]pay)',
      'commit(s|ted)? to (spend|purchase|buy|pay)',
    ],
    unless: [
      '(优惠|折扣|返还|奖励|赠送|可享)',
      '(no |without (a |any )?|not (have|require) (a |any )?)minimum',
      '(discount|rebate|qualif|eligible)',
    ],
  },
  {
    kind: 'early-termination-fee',
    why: 'What it costs to leave before the end.',
    chinese: [
      '提前(终止|解除|解约|退租|退订|退网|结束|撤销)(费|违约金|手续费)',
      '提前(终止|解除|解约|退租|退订|退网|结束)…(违约金|支付|赔偿|补偿|手续费|补缴|承担|剩余)',
      '(擅自|无故|无正当理由|单方面?)(提前)?(终止|解除|解约)…(违约金|赔偿|支付)',
      '(剩余|未到期|余下)(服务)?(期|期限|期间|月份|合同|租期)(内)?(的)?(全部)?(金额|费用|服务费|租金)…(支付|付清|承担|违约金)',
    ],
    english: [
      '(early|premature) (termination|cancellation) (fee|charge|payment)s?',
      '(terminat|cancel)[a-z]*…(before|prior to)…(end|expir)[a-z]*…(pay|fee|charge|remaining|liable)',
      '(remaining|unpaid|balance of( the)?) (fees|charges|amounts|term|subscription|contract)…(due|payable|pay|owed)',
      '(pay|liable|owe|responsible)…(fees|charges|amounts)…(remaind|remaining|balance|rest)[a-z]* of (the|your|its)',
    ],
    unless: [
      '(退还|返还|退款)(您|客户|用户|剩余)',
      '(提供方|服务商|我方|我们)提前',
      '有权.{0,20}提前(解除|终止)',
      'refund',
    ],
  },
  {
    kind: 'non-refundable',
    why: 'What was paid does not come back.',
    chinese: [
      '(不予?|不可|概不|不再|均不|不得|不作|不能|无法|不支持)(任何)?(办理)?(退还|退款|退费|退回|退换|返还|退订|退货|退任何)',
      '不退(还|款|费|换)?',
      '(无权|不得|不能)(要求|主张|请求).{0,10}(退还|退款|返还|退费)',
      '(放弃|清零|作废|没收).{0,10}(余额|款项|费用|预付款|押金|保证金)',
      '(余额|剩余费用|预付款|款项|费用|押金).{0,10}(清零|作废|不退|没收)',
    ],
    english: [
      'non-?refundable',
      '(no|without( any)?) (refunds?|right to (a )?refund)',
      '(not|never) (be )?(refund(ed|able)?|entitled to (a |any )?(refund|reimbursement|credit)|provide (any )?refunds?|(give|issue|offer) (any )?refunds?)',
      'non-?cancell?able',
      'forfeit[a-z]*',
    ],
  },
  {
    kind: 'uncapped-liability',
    why: 'For some loss there is no limit.',
    chinese: [
      '(责任|赔偿)(金额|总额|限额)?.{0,6}(不设上限|无上限|没有上限|无限额|不封顶)',
      '(责任|赔偿)(的)?(总额)?(上限|限额|限制|限制条款)…不适用',
      '(责任|赔偿).{0,8}不受.{0,24}(上限|限额|限制)',
      '无限(连带)?责任',
    ],
    english: [
      '(unlimited|uncapped) (liability|indemn)',
      'liabilit(y|ies)…(unlimited|uncapped|without limit\\b|not (be )?(limited|capped))',
      '(limit(ation)?s?|caps?|exclusions?)( of liability| on liability| set (out|forth)| above| in [a-z0-9. ]{1,40})*…(shall|do|does|will|would) not (apply|limit)',
    ],
    unless: ['(some|certain) (jurisdictions|states|countries)', '(法律|法规)(不允许|禁止)'],
  },
  {
    kind: 'exclusivity',
    why: 'The customer may buy of nobody else.',
    chinese: [
      '不得(再)?(向|从|与|使用|采购|购买|接受|委托|选用).{0,12}(第三方|他人|其他(供应商|服务商|公司|方|厂商)|竞争(对手|者|方)).{0,12}(采购|购买|合作|服务|同类|产品)',
      '(?<!非)(独家|排他)(性)?(地|的)?(合作|供应|采购|购买|提供|代理|经销|使用|服务商|供应商|承诺)',
    ],
    english: [
      '(?<!non-)exclusive (provider|supplier|vendor|source|partner|purchaser|dealing|relationship|distributor)',
      'exclusively (from|with|through|use|purchase)',
      '(shall|will|may|must|agrees?) not…(purchase|obtain|buy|engage|procure)…(competing|competitor|similar (service|product)|another provider|other (provider|supplier|vendor))',
    ],
    unless: [
      '(许可|授权|使用权|知识产权)',
      'exclusive (remed|jurisdiction|propert|right|owner|venue|licen|use)',
      '(trademark|marks?\\b|competitive analysis)',
    ],
  },
  {
    kind: 'most-favoured',
    why: 'Nobody else gets better terms.',
    chinese: ['(最惠|最优惠)(国|客户|待遇|价格|条件|条款)', '更优惠…(同等|同样|相应|给予|适用)'],
    english: ['most[- ]favou?red', '(no|not) less favou?rable than…(customer|offer|price)', 'best[- ]price guarantee'],
  },
];
