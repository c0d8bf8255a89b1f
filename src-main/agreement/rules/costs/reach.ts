import type { TagRule } from '../rule.ts';

/** How far each side reaches into the other, what help there is, and what may go. */
export const REACH_RULES: readonly TagRule[] = [
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
