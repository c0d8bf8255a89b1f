/**
 * How agreements say how long they hold, how they go on, what that costs and how they end. In `Sentence.text` every quantity is
 * one private-use character, so that these patterns speak of quantities and never of digits; the group `q` is the quantity.
 */

/** A length: day, working day, month, year, hour. */
export const L = String.raw`(?<q>[\uE001-\uE005])`;
const PERCENT = String.raw`(?<q>[\uE007\uE008])`;
const MONTHS = String.raw`(?<q>\uE003)`;

/** A pattern over one sentence; the group `q` is the quantity it is about. */
export const over = (...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, 'giu'));

export const TERM = over(
  String.raw`(?:(?:初始|首个|首期|固定|最短)(?:服务|合作|订阅|合同|协议)?期限?|有效期限?|合作期限?|服务期限|订阅期限?|许可期限?|授权期限?|租赁期限?|(?:协议|合同|条款|服务|合作|订阅)(?:的)?期限|合约期限?|^\s*期限)[^，。；]{0,10}?(?:为|是|：|:|共|计)?[^，。；]{0,4}?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?:入驻|代理|加盟|托管|委托|使用|经营|租用|推广|投放|聘用|参与|签约)[^，。；]{0,16}?期限?(?:为|是|：|:|共|计)[^，。；]{0,4}?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?:协议|合同|合作|服务|订阅|许可)(?:的)?(?:有效)?(?:为期|期为)[^，。；]{0,4}?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?:协议|合同|合作|租赁)[^。；]{0,40}?为期\s?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?:(?:入驻|代理|加盟|托管|租用|签约)期限|(?:服务|合作|租赁|合同|协议)期)(?:为|是|共|计|：|:)?\s?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?:自|从)[^，。；]{1,30}?起[^，。；]{0,6}?(?:有效期?|生效)?[^，。；]{0,4}?${L}(?:内)?有效`,
  String.raw`\b(?:initial|subscription|service|contract|agreement|its|the|fixed|minimum)\s(?:\w+\s)?(?:term|period)\b[^.;,]{0,60}?\b(?:is|are|of|be|for|lasts?|continues?)\s(?:for\s)?(?:an?\s)?(?:(?:initial|fixed|minimum)\s)?(?:(?:term|period)\sof\s)?${L}(?!,?\s(?:following|after|from)\s(?:\w+\s){0,3}(?:terminat|expir|contract|order|purchase|receipt))`,
  String.raw`\b(?:agreement|contract|subscription)\s(?:is|shall\sbe|will\sbe)\s(?:effective|valid|in\s(?:force|effect))\sfor\s(?:an?\s)?(?:(?:initial\s)?(?:term|period)\sof\s)?${L}`,
  String.raw`\b(?:agreement|contract|subscription|plan|it)\s(?:(?:shall|will)\s)?(?:(?:lasts?|runs?)(?:\sfor)?|(?:continues?|(?:remains?|stays?)\s(?:in\s(?:full\s)?(?:force|effect)(?:\sand\s(?:force|effect))?|valid))\sfor)\s(?:at\sleast\s|an?\s)?(?:(?:initial\s|fixed\s|minimum\s)?(?:(?:term|period|minimum)\sof\s)?)?${L}`,
  String.raw`\b(?:agreement|contract|subscription|licen[cs]e|order)\s(?:\w+\s){0,2}(?:has|have|is\sfor|is\s(?:made|concluded|signed|entered\sinto)\sfor)\s(?:(?:an?|the)\s)?(?:\w+\s)?(?:term|period|duration)\sof\s(?:an?\s)?${L}`,
  // Behind the day on which the agreement itself takes effect.
  String.raw`(?:(?:本|此|该)(?:《[^》]{0,30}(?:协议|合同)》|\p{Script=Han}{0,12}?(?:协议|合同)书?)|^\s*(?:协议|合同))[，,]?(?:自|于|从|在|经)[^，。；]{1,30}?生效[，,](?:有效)?期限?(?:为|是|共|计)?\s?${L}(?!内|之内|以内|前|之前|以前|后|之后)`,
  String.raw`(?<!\b(?:to|under|of|in|by|with|for)\s)\b(?:this|the)\s(?:(?!to|under|of|in|by|with|for)\w+\s){0,2}?(?:agreement|contract)\s(?:\([^)]{1,40}\)\s)?(?:(?:shall|will)\s)?(?:(?:is|be|becomes?)\seffective|takes?\seffect|(?:comes?|enters?)\sinto\s(?:effect|force)|commences?|begins?|starts?)\b(?:(?!\sand\s|\bwhich\b|\bthat\b)[^.;]){0,60}?(?:\sand\s(?:(?:shall|will)\s)?(?:has|have|is\s(?:(?:made|concluded|entered\sinto)\s)?for)|,?\s(?:with|for))\san?\s(?:term|period|duration)\sof\s(?:an?\s)?${L}`,
  String.raw`\bfor\san?\s(?:initial|fixed|minimum)\s(?:term|period)\sof\s${L}`,
  String.raw`\b(?:initial|fixed|minimum)\s${L}[- ](?:term|period|subscription)`,
  String.raw`${L}[- ](?:initial|fixed|minimum|subscription)\s(?:term|period)`,
  String.raw`${L}[- ](?:service\s|minimum\s)?commitment\b`,
  String.raw`^\s*term\s?:\s?${L}`,
  String.raw`\b(?:commenc|begin|start|effective|(?:takes?|comes?|enters?)\s(?:into\s)?(?:effect|force)\b)[a-z]*\b[^.;]{0,60}?\b(?:continue|remain|last)s?\s(?:in\s(?:full\s)?(?:force|effect)\s(?:and\s\w+\s)?)?for\s(?:an?\s)?(?:(?:initial|fixed|minimum)\s)?(?:(?:term|period)\sof\s)?${L}`,
);
export const NOT_TERM =
  /保密|质保|保修|试用|付款|保存|保留|诉讼|仲裁|索赔|申请|提前|竞业|招揽|存续|confidential|trial|warranty|payment|surviv|cure|claim|notice period|retention|solicit/iu;
/** The length of a renewal is not the length of the term. */
export const RENEWING =
  /续展|续期|续约|续订|续费|续签|顺延|延长|延续|renew|prolong|extended|successive|extend|extension/iu;

/** What is done to a term that is there: before its name, between the name and the length, or behind the length. */
const CHANGES_ZH = '(?:延长|顺延|延展|延续|增加|增补|追加|加送|赠送|赠予|补偿|补足|补给|缩短|减少|扣减|返还)';
const CHANGES_EN = String.raw`\b(?:extend|extension|lengthen|prolong|increas|add|credit|compensat|shorten|reduc|deduct|grant|giv|receiv)\w*`;
/** Right before the name of a term. */
export const CHANGED_BEFORE = new RegExp(
  `${CHANGES_ZH}(?!前|后)[^，。；、：:]{0,12}$|${CHANGES_EN}\\b(?!\\s(?:period|term)\\s(?:is|of))[^.;,:]{0,30}$`,
  'iu',
);
/** Right behind the length. */
export const CHANGED_BEHIND = new RegExp(
  `^(?:的|予以|作为|用于|给予)*(?:延长|顺延|补偿|赔偿|赠送)|^\\s(?:as\\s(?:a\\s)?(?:compensation|credit|remedy)|(?:is|are|will\\sbe|shall\\sbe)\\s(?:added|credited|granted|given))\\b`,
  'iu',
);
/** Between the name and the length. */
export const CHANGED_BETWEEN = new RegExp(
  `${CHANGES_ZH}|\\b(?:extended|increased|lengthened|prolonged|reduced|shortened)\\b`,
  'iu',
);

export const RENEWAL = over(
  String.raw`(?:自动|默认|当然|视为(?:同意)?)[^。；]{0,8}?(?:续展|续期|续约|续订|续费|续签|延长|延续|顺延|展期)[^。；]{0,14}?${L}(?!前|之前|以前|内)`,
  String.raw`(?:续展|续期|续约|续订|续签|延长|延续|顺延|展期)(?:期限?)?(?:的期限)?(?:为|均为|是)[^，。；]{0,4}?${L}(?!前|之前|以前|内)`,
  String.raw`每${L}[^，。；]{0,6}?自动(?:续展|续期|续约|续订|续费|续签)`,
  String.raw`(?<!\bnot\s(?:to\s)?)\brenew(?:s|ed|al|als|ing)?\b(?:(?!unless|notice|prior to|before|until|later than|at least|e\.g\.|for example|object)[^.;]){0,80}?${L}(?!['’]?s?\s(?:(?!unless|until|if|and)\w+\s){0,2}(?:notice|prior|before|in advance))`,
  String.raw`\b(?:successive|additional|further|consecutive)\s(?:renewal\s)?(?:(?:terms?|periods?)\s(?:of\s)?)?(?:up\sto\s)?${L}(?!['’]?s?\s(?:(?!unless|until|if|and)\w+\s){0,2}(?:notice|prior|before|in advance))`,
  String.raw`\b(?:extended|extends?|continues?|prolonged)\s(?:automatically\s|tacitly\s|itself\s)*(?:for|by)\s(?:an?\s)?(?:additional|further|successive|another)?\s?(?:(?:term|period)\sof\s)?${L}`,
);
/** What makes a renewal come by itself. */
export const BY_ITSELF =
  /自动|默认|当然|视为|automatic|auto-?renew|successive|shall renew|will renew|renews\b|plans? renew\b|subscriptions? renew\b|tacitly|unless|\bif not (?:terminated|cancel|given)|\bif (?:neither|no) /iu;
/** “For a period of the same length”: the term's own. */
export const SAME_LENGTH =
  /(?:自动|默认|视为)[^。；]{0,12}(?:续展|续期|续约|续订|延长|顺延)[^。；]{0,12}(?:相同|同等|同样|原)(?:的)?(?:期限|期间|服务期|周期|一?期)|renew[^.;]{0,60}\b(?:same|equal|identical)\b/iu;
export const EVERY_YEAR =
  /\b(?:renews?|renewed|renewal)\s(?:(?:will|shall)\s(?:be|occur)\s)?(?:automatically\s|tacitly\s|itself\s)*(?:(?:monthly|every\smonth|each\smonth)(?:,\s|\sor\s|,\sor\s)(?:quarterly\sor\s)?)?(?:annually|yearly|for\s(?:successive|additional|further|consecutive|subsequent|another)\s(?:annual|yearly|one-year)\s(?:renewal\s)?(?:terms?|periods?|subscription)|for\s(?:another|an?\sadditional|a\sfurther|one\smore)\syear|on\san?\s(?:annual|yearly)\sbasis|(?:each|every)\syear)\b|自动按年续/iu;
export const EVERY_MONTH =
  /\b(?:renews?|renewed|renewal)\s(?:(?:will|shall)\s(?:be|occur)\s)?(?:automatically\s|tacitly\s|itself\s)*(?:for\s(?:successive|additional|further|consecutive|subsequent|another)\s(?:monthly|one-month)\s(?:renewal\s)?(?:terms?|periods?)|for\s(?:another|an?\sadditional|a\sfurther|one\smore)\smonth|monthly|(?:each|every)\smonth|on\sa\smonth(?:-to-month|ly)\sbasis)\b|自动按月续/iu;

export const BEFORE_END = over(
  String.raw`(?:期满|届满|到期|终止|续订|续费|续约|续期|扣款|结束)日?(?:之?前|以前)[^。；]{0,40}?${L}`,
  String.raw`(?:期满|届满|到期|续订|续费|续约|结束)[^，。；]{0,6}?(?:至少|不少于|不迟于)?[^，。；]{0,4}?提前[^，。；]{0,6}?${L}`,
  String.raw`提前[^，。；]{0,8}?${L}`,
  String.raw`${L}(?:之?前|以前)`,
  String.raw`${L}['’]?s?(?:(?!\s(?:unless|until|if)\b)[^.;\uE001-\uE009]){0,80}?\b(?:notice|before|prior|in advance|beforehand|ahead)\b`,
);
/** Nothing is said, so it goes on; or it is said, so that it does not. */
export const STOPS_RENEWAL =
  /不(?:再|予|愿|同意|希望|准备|打算)?(?:意|自动)?(?:续展|续期|续约|续订|续费|续签|延长|顺延|延续|展期)|(?:取消|关闭|停止|终止)[^，。；]{0,10}自动(?:续|扣|延|顺)|(?:未|没有|无)[^。；]{0,30}?(?:异议|终止|解除|不续|不再|通知|提出|反对)[^。；]{0,60}?(?:续展|续期|续约|续订|续费|续签|延长|顺延|延续|展期)|除非[^。；]{0,60}?(?:终止|解除|不续|不再|异议|反对|取消|退订|停止)[^。；]{0,40}?(?:续展|续期|续约|续订|续费|续签|延长|顺延|延续|展期)|(?:续展|续期|续约|续订|续费|续签|延长|顺延|延续)[^。；]{0,20}(?:除非|但)[^。；]{0,60}(?:提前|[\uE001-\uE005]前)/iu;
export const STOPS_RENEWAL_EN =
  /non-?renew|not\s(?:to\s|be\s|wish(?:ing)?\sto\s|intend(?:ing)?\sto\s)?renew|(?:opt(?:s|ed|ing)?\sout|elect(?:s|ed|ing)?\snot)|\brenew[^.;]{0,160}\b(?:unless|until|except)\b|\b(?:unless|until)\b[^.;]{0,160}\brenew|\bextend[^.;]{0,60}\bunless\b|\bif\s(?:it\sis\s)?not\s(?:terminat|cancel)\w*[^.;]{0,120}\b(?:renew|extend|prolong)|(?:cancel|stop|turn off|disable)[a-z]*[^.;]{0,40}\b(?:auto-?)?renewal|\b(?:terminat|cancel)\w*\b[^.;]{0,80}\bat\sthe\send\sof\s(?:the|its|such|each|any)\s(?:\S+\s){0,3}(?:term|period)\b|\b(?:terminat|cancel)\w*\b[^.;]{0,160}[\uE001-\uE005]\s(?:before|prior\sto|in\sadvance\sof)\s(?:the\s)?(?:(?:planned|scheduled|next)\s)?(?:end|expiry|expiration|renewal)(?:\sdate)?\sof\s(?:the|your|its|such|any)\s(?:\S+\s){0,2}(?:term|subscription|plan|period|order|licen[cs]e)\b/iu;
export const ABOUT_PRICE =
  /(?:价格|费用|资费|收费|定价)[^，。；]{0,20}(?:调整|变更|上调|上涨|提高)|(?:price|fee|rate|charge)s?[^.;]{0,40}(?:increase|adjust|change|rais)|(?:调整|变更|上调|提高)[^，。；]{0,8}(?:价格|费用|资费|收费|定价)/iu;
export const REMINDS = /提醒|提示客户|提请|remind|\b(?:will|shall)\sbe\s(?:informed|notified|told)\b/iu;

export const PRICE_CAP = over(
  String.raw`(?:涨幅|上浮|浮动|上调|上涨|涨价|调价|提价|提高|增加|调整|增幅)[^。；]{0,30}?(?:不(?:得|会|应)?(?:超过|高于|大于|多于)|以内|最多|最高|上限(?:为|是)?)[^。；]{0,20}?${PERCENT}`,
  String.raw`\b(?:increas|uplift|rais|rise|adjust|escalat)[a-z]*\b[^.;]{0,100}?\b(?:not\s(?:to\s)?exceed|no\smore\sthan|up\sto|capped\sat|maximum\sof|limited\sto|(?<=\b(?:not|never|no|neither|cannot|without)\b[^.;]{0,140}|n['’]t\b[^.;]{0,140})(?:exceed|more\sthan|greater\sthan))\b[^.;]{0,40}?${PERCENT}`,
);
export const PRICE_WORDS = /价|费|涨幅|资费|price|fee|rate|charge|subscription/iu;
export const NOT_PRICE_CAP = /违约金|滞纳金|利率|赔偿|责任|interest|late|liabilit|credit|penalt/iu;

export const COMMITMENT =
  /(?:最低|保底|最少|承诺)[^。；]{0,10}?(?:进货|消费|使用|采购|充值|金额|用量|费用|支出)|minimum\s(?:annual\s|monthly\s|quarterly\s|yearly\s)?(?:commitment|spend|purchase|fee|consumption|usage)/iu;

export const EARLY_END =
  /(?<!服务商|服务方|提供方|乙方|我方|平台|我们)(?:退订|退租|退网|解约|中途(?:退出|终止|解除|停用))(?:的|者|时|，|,)[^。；]{0,30}?(?:支付|承担|缴纳|赔偿|补偿)|\b(?:cancels?|terminates?|leaves?|withdraws?|ends?)\b[^.;]{0,100}\b(?:owes?|(?:shall|must|will)\spay|is\sliable\sfor)\b[^.;]{0,60}\uE003['’]?\s(?:of\s)?[^.;]{0,24}\b(?:fees?|charges?|rent)\b|提前(?:终止|解除|解约|退订|退租|拆机|离网|终结)|(?:终止|解约|退网)费|early\sterminat|terminat[a-z]*[^.;]{0,60}(?:before|prior\sto)\s(?:the\s)?(?:end|expir)|terminat[a-z]*[^.;]{0,30}early|\b(?:ends?|cancels?|leaves?)\b[^.;]{0,40}\bearly\b|\bearly\s(?:cancel|disconnect)|\b(?:terminat|cancel|disconnect)[a-z]*\b[^.;]{0,160}\b(?:remaining|balance\sof|remainder\sof|unexpired)\b[^.;]{0,40}\b(?:term|fees?|charges?|months?)\b|\b(?:fees?|charges?)\b[^.;]{0,40}\b(?:remaining|unexpired|remainder\sof|balance\sof)\b[^.;]{0,80}\bterminat/iu;
export const EARLY_SHARE = over(String.raw`${PERCENT}`, String.raw`(?<q>\uE009)`);
export const EARLY_MONTHS = over(
  String.raw`${MONTHS}[^，。；]{0,8}?(?:月租|月费|服务费|租费|费用|租金)`,
  String.raw`${MONTHS}['’]?\s(?:of\s)?[^.;]{0,30}?\b(?:fees?|charges?|mrcs?|rent|subscription)\b`,
);
export const FEE = /费|款|金|租|fee|charge|rent|price|amount|payment|balance/iu;
/** A service level that lets somebody leave is no fee. */
export const LEVEL = /可用|在线率|uptime|availab/iu;
export const REMAINING = /剩余|未履行|未到期|remain|balance\sof|unexpired/iu;
/** All that is left of the term is owed at once, or what was paid for it is lost. */
export const REST_IS_OWED =
  /\bearly\s(?:terminat\w+|cancel\w+)\s(?:fee|charge)\b[^.;]{0,60}\b(?:equal\sto|of|is|amounts?\sto)\b[^.;]{0,60}\b(?:remaining|remainder|unexpired|balance\sof|rest\sof)\b|(?:支付|补足|付清|缴清)[^，。；.;]{0,30}(?:剩余|未履行|未到期)|\bpay\b[^.;,]{0,60}(?:\bremain(?:ing|der)\b|\bunexpired\b|\bbalance\sof\s(?:the|its|your|all)\b[^.;,]{0,30}\b(?:term|fees?|charges?|contract)\b)|\b(?:all|any|the|unpaid|full)\s(?:\w+\s){0,3}(?:fees?|charges?|amounts?|payments?|sums?)\b[^.;]{0,60}\b(?:remain(?:ing|der)|balance|unexpired|rest)\b(?!\s(?:unpaid|outstanding|due|owed))[^.;]{0,60}\b(?:become|be|are|is|fall)s?\s(?:immediately\s|at\sonce\s)?(?:due|payable|owed|accelerated)\b|\b(?:remaining|unexpired)\s(?:\w+\s){0,3}(?:fees?|charges?|amounts?|payments?)\b[^.;]{0,60}\b(?:become|be|are|is|fall)s?\s(?:immediately\s|at\sonce\s)?(?:due|payable|owed|accelerated)\b|\b(?:loss\sof|lose|loses|forfeit\w*)\b[^.;]{0,60}\b(?:prepaid|paid|remaining)\b[^.;]{0,60}\b(?:remaining|remainder|rest|unexpired)\b/iu;
export const PAID = /已(?:支付|付|缴)|paid/iu;
export const MONTHLY = /月(?:度|租)?费|monthly/iu;
export const YEARLY = /年(?:度)?费|全年|annual|yearly/iu;

export const DATA = /数据|资料|内容|信息|文件|备份|data|content/iu;
export const TAKE_OUT =
  /导出|取回|迁移|迁出|下载|转移|转存|返还|提取|保存|保留|留存|export|retriev|download|return|extract|\bcopy\sof\b|make[^.;]{0,20}available|retain|preserve|store\b/iu;
export const AFTER_END = over(
  String.raw`(?:终止|届满|期满|到期|解除|结束|停用|注销|关停|销户|退订|退租|解约)[^。；]{0,30}?${L}`,
  String.raw`\b(?:terminat|expir|cancel|end\sof)[a-z]*[^.;]{0,120}?${L}`,
  String.raw`${L}[^.;]{0,40}?\b(?:after|following|of|from|thereafter)\b[^.;]{0,30}?(?:terminat|expir|cancel|thereafter|end\sof)`,
);
export const NOT_DATA_RETURN =
  /保密|日志|发票|账单|存续期间|存续期内|confidential|invoice|提前[\uE001-\uE005]|前[\uE001-\uE005]|before\s(?:such\s)?terminat/iu;

const FEATURE = String.raw`(?:(?:某|某种|某项|某类|部分|个别)(?:服务|业务|产品)|功能|特性|接口|版本|模块|插件|API|feature|functionalit|version|interface|endpoint)`;
const GOES = String.raw`(?:停止|不再(?:继续)?(?:提供|支持)|下线|停用|终止|弃用|取消|关停|移除|退役|discontinu|deprecat|sunset|retir|remov|end[- ]of[- ]life|withdraw)`;
export const SUNSET = over(
  String.raw`${GOES}[^。；.;]{0,60}?${FEATURE}[^。；;]{0,80}?${L}`,
  String.raw`${FEATURE}[^。；.;]{0,60}?${GOES}[^。；;]{0,80}?${L}`,
  String.raw`${L}[^。；;]{0,80}?${GOES}[^。；.;]{0,60}?${FEATURE}`,
);
export const AHEAD = /提前|之前|前[，。]|前.{0,4}(?:通知|公告)|notice|prior|advance|before|ahead/iu;

export const PRICE_NOTICE = over(
  String.raw`(?:收费|价格|资费|费用|费率|计费|定价)(?:的)?(?:政策|标准|规则|方案|办法|细则|价目表|表)?[^。；]{0,40}?(?:公布|公告|公示|发布|通知)(?:之日|之时|日)?(?:起|后|满|届满)+(?:的)?[^，。；]{0,4}${L}(?:后|起|之后|届满)*[^，。；]{0,6}(?:生效|执行|施行|实施|适用)`,
  String.raw`(?:(?:价格|资费|费用|收费|定价|价款|费率)[^。；]{0,20}?(?:调整|变更|上调|上涨|提高|变动|变化|修改)|(?:调|涨|提)价)[^。；]{0,24}?提前[^，。；]{0,8}?${L}`,
  String.raw`(?:调整|变更|上调|上涨|提高|变动|修改)[^，。；]{0,12}?(?:价格|资费|费用|收费|定价|价款|费率|标准)[^。；]{0,24}?提前[^，。；]{0,8}?${L}`,
  String.raw`提前[^，。；]{0,8}?${L}[^。；\uE001-\uE005]{0,24}?(?:调整|变更|上调|提高)[^，。；]{0,8}?(?:价格|资费|费用|收费|定价|价款|费率)`,
  String.raw`\b(?:price|fee|rate|charge|pricing)s?\b[^.;]{0,60}?\b(?:increas|chang|adjust|rais|rise|modif)[a-z]*[^.;]{0,80}?${L}['’]?[^.;]{0,40}?\b(?:notice|prior|advance|before)`,
  String.raw`\b(?:increas|chang|adjust|rais|modif)[a-z]*\s(?:\w+\s){0,4}(?:price|fee|rate|charge|pricing)s?\b[^.;]{0,80}?${L}['’]?[^.;]{0,40}?\b(?:notice|prior|advance|before)`,
  String.raw`${L}['’]?\s?(?:\w+\s){0,4}notice\b[^.;\uE001-\uE005]{0,60}?\b(?:(?:increas|chang|adjust|rais)[a-z]*[^.;\uE001-\uE005]{0,40}?\b(?:price|fee|rate|charge)s?|(?:price|fee|rate|charge)s?\s(?:increas|chang|adjust|rais)[a-z]*)\b`,
);

/** Words that say what an increase is measured against; another measure beside the percentage leaves it in words. */
export const OTHER_MEASURE = /CPI|消费者?物价|价格指数|price\sindex|inflation|greater\sof|higher\sof|孰高|较高/iu;

export const BEFORE_RISE =
  /(?:上一?(?:期|年|年度|周期|合同期|服务期)|当前|现行|原有?|前一(?:期|年))[^，。；的不]{0,8}|(?:previous|prior|preceding|then-current|current)[^.,;]{0,40}/iu;

/** Characters in which a sentence of these kinds always has one. */
export const WORTH =
  /期|采购|消费|支出|进货|续|延|展|止|不再|解除|退|最低|保底|涨|价|费|停|下线|弃|term|agreement|contract|subscription|order|duration|plan|commit|buy|renew|successive|terminat|expir|cancel|minimum|spend|purchas|increas|pric|fee|rate|discontinu|deprecat|sunset|retir|remov|withdraw/iu;
