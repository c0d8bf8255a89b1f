import type { TagRule } from './rule.ts';

/** What binds the customer longer, costs it more or lets the other side reach further than the service itself; and what protects it from that. */

const FEES_ZH = '(价格|资费|费用|收费|收费标准|定价|单价|费率|计费标准|价款)';
const END_ZH = '(终止|解除|到期|期满|届满|注销|退订|欠费|停止服务|服务停止|停机|销户|释放|关停|关闭)';
const GIVE_BACK_ZH = '(导出|取回|迁移|迁出|下载|返还|归还|转移|备份|删除|清除|销毁|清空|保留|保存|释放|格式化)';
const DATA_ZH = '(数据|内容|信息|资料|文件)';
const END_EN = '(terminat|expir|cancel|clos|end of the (term|agreement|services?|subscription))[a-z]*';
const GIVE_BACK_EN = '(delet|return|retriev|export|destroy|eras|retain|download|purg)[a-z]*';
const DATA_EN = '(data|content|information|files)';

export const COST_RULES: readonly TagRule[] = [
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
      `${FEES_ZH}.{0,16}(进行|作出|予以|随时|不时|会|可能|发生|有)(调整|上调|变更|修改|变动|上涨|提高)`,
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
    kind: 'audit',
    why: 'One side may look into the other’s books, premises or use.',
    chinese: [
      '(有权|配合|接受|允许|协助|委托|聘请).{0,24}(审计|稽核|监督和?检查|现场检查|实地检查|抽检|抽查)',
      '(审计|稽核)(权|费用|要求|机构|人员)',
    ],
    english: [
      '(right|may|entitled|permit|allow|conduct|perform|carry out|undergo|submit|cooperat|request)[a-z]*…(audit|inspect)(s|ed|ion|ions|ing)?\\b',
      'audit (right|report|fee|cost|finding|shall|may|will|must)s?',
      'audited (annually|by|at)',
    ],
    unless: [
      '(审计日志|操作审计|日志审计|审计功能|数据库审计|代码审计|安全审计|堡垒机)',
      'audit (log|trail)s?',
      '(司法|法院|公安|主管部门|监管)',
    ],
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
  {
    kind: 'change-of-control',
    why: 'What follows when another comes to own one side.',
    chinese: [
      '控制权(的)?(变更|变动|转移|发生|改变)',
      '(实际控制人|控股股东|股权结构|股权).{0,10}(变更|变动|变化|转让)',
    ],
    english: ['change (of|in) (the )?(control|ownership)', 'acquired by…compet'],
  },
  {
    kind: 'insurance',
    why: 'One side must be insured.',
    chinese: ['(投保|购买|办理|维持|保有|缴纳).{0,16}保险(?!箱|库)', '保险(金额|单|合同|凭证)'],
    english: [
      '(maintain|obtain|carry|procure|keep|take out|hold)s?…insurance',
      '(certificates? of insurance|insurance (coverage|polic(y|ies)|certificate)s?)',
    ],
    unless: ['社会保险|五险|医疗保险|养老保险', '(health|social|unemployment) insurance'],
  },
  {
    kind: 'non-solicit',
    why: 'Neither side may hire the other’s people away.',
    chinese: ['(不得|不|禁止).{0,12}(招揽|招聘|雇用|雇佣|聘用|挖角|诱使|游说|引诱|招募).{0,24}(员工|雇员|人员|职员)'],
    english: [
      '(not|nor|neither)…(solicit|hire|recruit|entice|induce)( for (employment|hire))?…(employee|personnel|staff|contractor)s?',
      'non-?solicitation',
    ],
  },
  {
    kind: 'data-location',
    why: 'Where the data are kept.',
    chinese: [
      `${DATA_ZH}.{0,24}(存储|保存|存放|储存|驻留|处理)(于|在|至|到).{0,24}(境内|境外|中国|大陆|地域|数据中心|机房|区域|国家)`,
      '(境内|中国大陆|中华人民共和国).{0,14}(存储|保存|存放|收集和产生)',
      '(选择|指定).{0,8}(地域|区域|数据中心|机房).{0,16}(存储|数据)',
    ],
    english: [
      '(data|content|information)…(stored|store|hosted|host|located|kept|maintained|reside|processed)[a-z]* (only |solely |exclusively )?(in|within|at|on servers)…(region|countr|united states|u\\.s\\.|european|union|data cent|eea|china|location|jurisdiction)',
      'data (residency|localization|localisation|location)',
      '(select|choose|specif)[a-z]*…(region|location|data cent)[a-z]*…(stor|host|data|content)',
    ],
  },
  {
    kind: 'cross-border',
    why: 'Data leave the country.',
    chinese: [
      '(数据|信息).{0,10}(出境|跨境)',
      '(向|至|到|在)境外.{0,12}(提供|传输|转移|存储|处理|披露)',
      '(跨境|出境)(传输|提供|转移|流动)',
    ],
    english: [
      '(transfer|transmit|export|process|access)[a-z]*…(outside|cross-?border|third countr|another country|other countries|international)',
      'cross-?border (data )?transfer',
      'standard contractual clauses',
      'international (data )?transfers?',
      'data privacy framework',
    ],
    unless: ['(export control|sanction|resell)'],
  },
  {
    kind: 'subprocessor',
    why: 'Others do the work, or handle the data, for the provider.',
    chinese: [
      '(委托|转委托|再委托|聘请|引入|交由|授权|允许).{0,16}(第三方|他人|关联公司|关联方|供应商|服务商|合作伙伴|受托人).{0,12}(处理|提供|履行|完成|执行|实施)',
      '(次级|子|再|下级)(处理者|处理商|受托人|处理方)',
      '(分包|转包)',
    ],
    english: [
      'sub-?processors?',
      'sub-?contract[a-z]*',
      '(engag|us|appoint|retain|authori[sz])(e|es|ed|ing)…(third[- ]part(y|ies)|affiliates|service providers|agents)…(perform|provide|process|assist|deliver)',
    ],
    unless: ['(不得|禁止).{0,8}(分包|转包)'],
  },
  {
    kind: 'breach-notification',
    why: 'Who tells whom of an incident, and how soon.',
    chinese: [
      '(安全事件|安全事故|数据泄露|数据泄漏|信息泄露|泄露事件|个人信息.{0,10}(泄露|丢失|篡改)|泄露、)…(通知|告知|报告|上报)',
      '(通知|告知|报告|上报)…(安全事件|安全事故|数据泄露|泄露事件|安全漏洞)',
    ],
    english: [
      '(data breach|security (incident|breach|event)|personal data breach|unauthori[sz]ed (access|use|disclosure)|incident)…(notif|inform|report|without undue delay)[a-z]*',
      '(notif|inform|report)[a-z]*…(data breach|security (incident|breach|event)|personal data breach|unauthori[sz]ed (access|use)|breach of security)',
    ],
  },
  {
    kind: 'data-return',
    why: 'What becomes of the customer’s data after the end.',
    chinese: [
      `${END_ZH}…${DATA_ZH}…${GIVE_BACK_ZH}`,
      `${END_ZH}…${GIVE_BACK_ZH}…${DATA_ZH}`,
      `${DATA_ZH}.{0,20}${GIVE_BACK_ZH}…${END_ZH}`,
    ],
    english: [
      `${END_EN}…${GIVE_BACK_EN}…${DATA_EN}`,
      `${END_EN}…${DATA_EN}…${GIVE_BACK_EN}`,
      `${GIVE_BACK_EN}…${DATA_EN}…(after|upon|following|on|within)…${END_EN}`,
      `${DATA_EN}…${GIVE_BACK_EN}…(after|upon|following|on|within)…${END_EN}`,
    ],
    unless: ['(发布|上传|违法|违规|有害|不良|侵权).{0,16}(信息|内容)', '(confidential|保密)', 'infring'],
  },
  {
    kind: 'support-response',
    why: 'What help there is, when, and how soon it answers.',
    chinese: [
      '(7|七)\\s?[×xX*＊]\\s?(24|二十四)?.{0,14}(支持|服务|客服|电话|热线|响应|咨询|值守|监控|报障)',
      '(及时|尽快|内|实时)(给予|予以|进行|作出|做出)?(响应|答复|回复|回应|受理|解决|修复|恢复|处理)',
      '(响应|恢复|修复|解决|处理)(时间|时限|时效)',
      '(提供|享受|获得|享有|寻求).{0,20}(技术支持|售后(服务|支持)|客户(服务|支持)|工单|咨询服务|技术咨询)',
    ],
    english: [
      '(respond|response|resolution|resolve)[a-z]*( to)?…(within|times?|target|hour|business day)',
      '(technical|customer|product|standard|premium|basic|email|phone) support\\b',
      'support (services?|hours|is available|team|request|ticket|channel|plan|level)s?',
      '24 ?[x×/*] ?7',
    ],
  },
  {
    kind: 'feature-sunset',
    why: 'A function, a product or the whole service may go.',
    chinese: [
      '(调整|变更|终止|停止|取消|下线)(、|和|或|及|/|其|某|该){0,3}(部分|某项|某些|任何一项|单项|个别)(或全部)?(的)?(服务|功能|产品|业务|接口|版本)',
      '(终止|停止)(继续)?(运营|经营)(本|该|其|全部|部分)*.{0,4}(服务|平台|产品|业务|网站)',
      '(产品|版本|功能|接口|特性|API).{0,8}(停止(支持|维护|更新|销售|服务)|停服|下线|终止(支持|维护|服务))',
      '(停止支持|停止维护|停止销售|停售|退市|废弃|弃用)',
    ],
    english: [
      '(discontinu|deprecat|sunset|retir)[a-z]*',
      '(remov|ceas|withdraw|eliminat|stop)[a-z]* (offering |providing |supporting )?(of )?(any |the |certain |a |some |all |or |part |portion )*(features?|functionalit(y|ies)|products?|services?|apis?|versions?)',
      'end[- ]of[- ](life|support|sale)',
    ],
    unless: [
      '(违反|违约|违法|违规|欠费|逾期|故障|割接|攻击|限制|暂停|回收|注销)',
      '(breach|violat|unpaid|overdue|maintenance|infring)',
    ],
  },
  {
    kind: 'language-precedence',
    why: 'Which of several languages counts.',
    chinese: [
      '以.{0,6}(中文|英文|简体|汉语|中英文|原文)(版|本|文本|版本|内容|表述)*为准',
      '(语言|译本|译文|翻译|中文|英文|外文)…(不一致|冲突|歧义|差异|抵触)…为准',
    ],
    english: [
      '(english|chinese|german|french|original|local)([- ]language)? (version|text|language|terms)…(prevail|control|govern|binding|authoritative|precedence)',
      'translat[a-z]*…(prevail|convenience|control|conflict|govern|discrepan|inconsisten)',
    ],
  },
  {
    kind: 'publicity',
    why: 'One side may name the other in public.',
    chinese: [
      '(使用|展示|引用|列入|公开).{0,24}(名称|商标|标识|标志|LOGO|商号|企业名).{0,24}(宣传|推广|营销|案例|广告|客户名单|公示)',
      '(宣传|推广|营销|案例|广告).{0,30}(使用|展示|引用|提及|列入).{0,20}(名称|商标|标识|标志|LOGO|商号)',
      '(作为|用作).{0,8}(成功)?案例',
    ],
    english: [
      '(use|display|list|identify|refer|reference|disclos|publish)[a-z]*…(name|logo|trademark|mark)s?…(marketing|publicity|promot|website|customer list|list of customers|case stud|reference|advertis|press)',
      '(publicity|press releases?|public (announcement|statement)s?)',
      '(identif|list|refer)[a-z]* …as a (reference |current )?customer',
    ],
  },
  {
    kind: 'feedback-licence',
    why: 'What the customer suggests, the provider may use.',
    chinese: [
      '(建议|反馈|意见|改进意见|评论).{0,40}(归|许可|授权|授予|无偿|免费使用|永久|知识产权|所有权|自由使用)',
      '(许可|授权|授予|有权).{0,30}(使用|采用|利用).{0,20}(建议|反馈|意见)',
    ],
    english: [
      '(feedback|suggestions?|ideas|comments|enhancement requests?|recommendations)…(licen[sc]e|own|assign|perpetual|irrevocabl|without (any )?(compensation|restriction|obligation|payment)|royalty|free(ly)? (to )?use|incorporate|exploit)',
      '(licen[sc]e|right|free|assign)…(use|incorporate|exploit)…(feedback|suggestions?)',
    ],
  },
  {
    kind: 'ai-use',
    why: 'What machines learn from the customer’s data, or make for it.',
    chinese: [
      '(训练|优化|改进|改善|微调).{0,20}(模型|算法|人工智能|大模型)',
      '(人工智能|机器学习|大模型|生成式|AIGC|AI)…(生成|输出|训练|内容|结果)',
    ],
    english: [
      '(train|improv|develop|fine-?tun)[a-z]*…(ai\\b|models?|machine learning|artificial intelligence|algorithms?)',
      '(artificial intelligence|machine learning|generative ai|large language models?|ai (features?|services?|models?|outputs?|systems?|tools?))',
    ],
    unless: ['(business|pricing|delivery|threat) model'],
  },
  {
    kind: 'third-party-beneficiary',
    why: 'Whether somebody else may rely on the agreement.',
    chinese: [
      '(第三方|第三人|他人|任何人).{0,16}(受益人|受益第三人|不享有.{0,10}权利|不得.{0,8}主张)',
      '为.{0,10}第三(方|人)(设立|创设|赋予|设定).{0,8}(权利|利益)',
    ],
    english: [
      'third[- ]part(y|ies) beneficiar',
      '(no|any) (third part(y|ies)|other person|one else)…(right|benefit|enforce)s?',
      'rights of third parties',
    ],
  },
];
