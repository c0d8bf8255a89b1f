import type { HeadingRule } from './rule.ts';

/** What a heading names. A heading that `holds` lends its kind to every clause under it; the others only to themselves. */
export const HEADING_RULES: readonly HeadingRule[] = [
  {
    kind: 'definitions',
    zh: ['(定义|术语|释义|名词解释)'],
    en: ['(definitions?|defined terms|interpretation|glossary)'],
    holds: true,
  },
  {
    kind: 'sla-exclusion',
    zh: [
      '(除外|排除|例外|不计入|免责).{0,8}(情形|事项|条款|责任|情况|范围|时间|事由)?',
      '(不可用|赔偿|SLA).{0,10}(例外|除外|排除)',
    ],
    en: [
      '(sla|service level|uptime|availability|credit|scheduled)? ?(exclusions?|exceptions|exclusion list|limitations)',
    ],
    holds: true,
  },
  {
    kind: 'liability-exclusion',
    zh: ['(免责(?!声明)|赔偿责任|责任限制|责任限额|责任的限制|责任范围|责任限定|有限责任|责任免除|限制责任)'],
    en: [
      '(limitations?|limits?|exclusions?|exclusion and limitation) (of|on) (and exclusions? (of|from) )?liabilit(y|ies)',
      'limited liability',
      'no liability',
      'liability$',
    ],
  },
  {
    kind: 'warranty-disclaimer',
    zh: ['(免责声明|不保证|保证免责|担保.{0,4}免责|无担保)'],
    en: ['disclaimers?', 'no warrant(y|ies)', 'warranty disclaimer'],
    holds: true,
  },
  {
    kind: 'damages-exclusion',
    zh: ['(间接损失|间接损害)'],
    en: ['(consequential|indirect) (damages|loss)', 'exclusion of (certain )?damages'],
  },
  {
    kind: 'breach',
    zh: ['(违约|违规处理|违反.{0,6}(后果|处理))'],
    en: ['(breach|default|remedies|violations?|enforcement)'],
  },
  { kind: 'termination', zh: ['(终止|解除|注销|退订)'], en: ['(terminat(ion|ing)|cancellation)'] },
  { kind: 'suspension', zh: ['(暂停|中止|停止服务|停机|冻结)'], en: ['(suspension|suspend)'] },
  {
    kind: 'jurisdiction',
    zh: ['(争议|纠纷|管辖|仲裁|诉讼)'],
    en: ['(disputes?|jurisdiction|arbitration|venue|forum)'],
  },
  {
    kind: 'governing-law',
    zh: ['(法律适用|适用法律|准据法|适用的法律)'],
    en: ['(governing law|applicable law|choice of law)'],
  },
  {
    kind: 'change-notice',
    zh: ['(修改|变更|修订|更新|调整)(?!.{0,4}(联系|信息))'],
    en: ['(changes?|modifications?|amendments?|updates?|revisions?)'],
  },
  { kind: 'assignment', zh: ['(转让|转移)'], en: ['(assignment|transfer of (rights|agreement))'] },
  {
    kind: 'sla-availability',
    zh: ['(可用性|可用率|服务等级|服务水平|服务质量承诺|服务承诺|服务指标|正常运行)'],
    en: ['(availability|uptime|service commitment|service levels?|service level objective)'],
    unless: ['(赔偿|补偿|除外|credits?|exclusions?|协议$|agreement$)'],
  },
  {
    kind: 'sla-credit',
    zh: ['(赔偿|补偿|赔付)'],
    en: ['(service )?credits?', 'remedies for', 'compensation'],
    unless: ['(损失|违约|责任|申请|requests?|claim|credit card|时限|期限)'],
  },
  {
    kind: 'claim-window',
    zh: ['(赔偿|补偿|索赔|赔付).{0,6}(申请|时限|期限|流程|程序)', '申请(时限|期限)'],
    en: ['(credit request|claims?|claiming|requesting)( a| service)?( credits?| procedures?| process| deadline)?'],
    unless: ['(indemn|third)'],
  },
  {
    kind: 'fee',
    zh: ['(费用|服务费|价格|付款|支付|计费|资费|收费|结算|账单|缴费)'],
    en: ['(fees?|payments?|charges|pricing|prices?|billing|taxes)\\b'],
    holds: true,
  },
  { kind: 'renewal', zh: ['(续费|续约|续订|续期)'], en: ['(renewals?|auto-?renewal)'], holds: true },
  { kind: 'late-fee', zh: ['(滞纳金|逾期)'], en: ['(late payments?|overdue|late fees?)'] },
  { kind: 'refund', zh: ['(退款|退费)'], en: ['refunds?'], holds: true },
  { kind: 'invoice', zh: ['(发票|开票)'], en: ['(invoices?|invoicing|fapiao)'], holds: true },
  { kind: 'notice-delivery', zh: ['(^|、|与|及|和)?(通知|送达|联络)'], en: ['(notices?|communications)'], holds: true },
  { kind: 'confidentiality', zh: ['保密'], en: ['(confidential|confidentiality|non-?disclosure)'], holds: true },
  { kind: 'disclosure', zh: ['披露'], en: ['disclosures?'], unless: ['(non-?disclosure)'] },
  {
    kind: 'data-backup',
    zh: ['(备份|数据(保留|删除|迁移|返还))'],
    en: ['(back-?ups?|data (retention|return|retrieval|deletion))'],
  },
  {
    kind: 'personal-data',
    zh: ['(个人信息|隐私|个人数据|数据保护)'],
    en: ['(sub-?processors?|privacy|personal (data|information)|data protection|data processing)'],
  },
  {
    kind: 'ip',
    zh: ['(知识产权|著作权|版权)'],
    en: ['(feedback|intellectual property|ownership|proprietary|licen[sc]es?|copyright)'],
    holds: true,
  },
  {
    kind: 'indemnity',
    zh: ['(赔偿第三方|补偿与免责|第三方索赔)'],
    en: ['(indemnity|indemnification|indemnities)'],
    holds: true,
  },
  { kind: 'force-majeure', zh: ['不可抗力'], en: ['force majeure'], holds: true },
  {
    kind: 'prohibited-use',
    zh: ['(禁止|使用限制|使用规范|行为规范|使用规则)'],
    en: ['(acceptable use|prohibited|restrictions|use restrictions|restricted)'],
    holds: true,
  },
  { kind: 'compliance', zh: ['(合规|法律法规|出口管制|备案)'], en: ['(compliance|export|sanctions|trade controls)'] },
  { kind: 'real-name', zh: ['(实名|身份认证|身份核验)'], en: ['(identity verification|real-name)'] },
  {
    kind: 'security-commitment',
    zh: ['(承诺书|责任书|承诺函)'],
    en: ['(security commitment|security undertaking|letter of (commitment|undertaking))'],
  },
  { kind: 'resale-ban', zh: ['(转售|转租)'], en: ['(resale|resell)'] },
  { kind: 'survival', zh: ['(存续|继续有效|效力延续)'], en: ['survival'] },
  { kind: 'severability', zh: ['(可分割|可分性|部分无效|条款独立)'], en: ['severability'] },
  { kind: 'waiver', zh: ['(弃权|放弃权利)'], en: ['(no )?waivers?'], unless: ['jury|class'] },
  { kind: 'supersedes', en: ['entire agreement', 'supersed'] },
  {
    kind: 'general',
    zh: ['(协议组成|附则|其他|其它|杂项|一般条款|通则|综合|完整协议)'],
    en: ['(miscellaneous|general( provisions| terms)?|entire agreement|other (terms|provisions))'],
    unless: ['其他(服务|费用|产品)', '其它(服务|费用|产品)'],
  },
];
