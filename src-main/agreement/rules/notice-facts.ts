import type { Phrase } from '../meaning/phrases.ts';
import type { FactRule } from './fact-rule.ts';

const CHANGE = [
  // Rules that come later and bind as well.
  '(后续|将来|今后|日后|不时)(发布|公布|制定|制订|颁布|推出).{0,60}规则',
  '(修改|变更|变动|修订|更新|(?<!业务|经营|战略|结构)调整|更改|修正|涨价|调价|上调|提价|提高|改动)',
  '(modif|chang|amend|revis|updat|increas|adjust|alter|rais(e|es|ing)\\b|vary|new (version of (the|these|our) )?(terms|conditions|rules|polic))',
];
const NOT_END = [
  '(不再|停止)(继续)?(提供|支持)(某|某种|某项|某类|部分|个别)(项|种|类)?(的)?(服务|业务|产品)',
  '(functionality|feature)',
  '(discontinu|retir|sunset|deprecat|withdraw)[a-z]* .{0,40}\\b(api|endpoint|version|sdk|interface|model)s?\\b',
  '(下线|停用|弃用|移除|关闭|停止)(某|某项|该|部分|任何|一项|个别|相关)?(项|个)?(功能|特性|接口|模块|插件)',
  '(功能|特性|接口|模块|插件)(的)?.{0,6}(下线|停用|弃用|移除|关闭)',
];
const NOT_CHANGE = [
  '(维护|割接|检修|维修|演练|停机|maintenance|downtime|outage)',
  '(联系方式|地址|联系人|账户信息)(的)?(变更|变动|更新)',
];
const END = [
  '(终止|解除|关停|停止.{0,10}服务|不再(继续)?(提供|运营|经营|支持|需要|使用|租用|合作|委托)|停止(运营|经营)|(关闭|注销|删除).{0,6}(账|帐)[号户]|停服|停运|下线|退市|解约|退订|退租)',
  '(terminat|cancel|discontinu|sunset|retire|phase out|decommission|withdraw (the|this|any|a|its|our)|wind down|shut down|to an end|\\bending\\b|end it\\b|be ended\\b|\\bend this (at|by|on|upon|with)\\b|(shut|close|wind).{0,30} down|pull the plug|\\b(stop|stops|stopping|cease|ceases|ceasing) (to )?(provid|offer|operat|supply|mak)[a-z]*|(end|ending|leave) (this|the|our|your) (agreement|contract|service|subscription|plan|arrangement|deal)|notice period[^.;]{0,40}to the end of (the|a|any|each) |kick you|(clos(e|ing)|delet(e|ing)) (your|the|its|an?|any|such) (\\w+ )?accounts?|clos(e|ing) (the|this|our|a) (service|product|platform|site|website)\\b)',
];

/** The customer's own time to choose, to object or to leave is no notice. */
const OWN_TIME = [
  '{day}(之内|内|以内).{0,16}(选择|接受|拒绝|退订|提出|反馈|答复|异议|反对|决定|表示)',
  // So long to look at it, or to do something: `will have 30 days from notice to review`.
  '(have|has|had|given|gives?|allow(s|ed)?) (you |the user |the customer |them )?(up to |at least )?(a period of )?{day} (from|after|of|to|in which)',
  '(reject|object|accept|opt|decline|refuse|respond).{0,60}(within|in) {day}',
  'within {day}.{0,60}(reject|object|opt out|decline|refuse)',
  '(reject|object|oppose|disagree|decline|refuse).{0,80}{day} (before|prior|in advance)',
  '{day}(前|以前|之前).{0,20}(异议|反对)',
  '(give|gives|given|giving|allow(s|ed)?|have|has) (\\w+ ){0,3}(approximately |about |up to )?{day} to\\b',
  // The notice is given elsewhere; this only speaks of it.
  '(the|such|this|that|any) {day}[- ]notice period',
];
/** So long after a notice has come: a time to choose in, whatever is chosen. */
const AFTER_A_NOTICE = [
  '(收到|接到|送达|通知|公告|公示).{0,16}{day}(之内|内|以内).{0,24}(终止|解除|退订|解约)',
  'within {day} (of|after|from|following) .{0,40}(notice|notification|receiv).{0,60}(terminat|cancel)',
  '(terminat|cancel)[a-z]*.{0,60}within {day} (of|after|from|following) .{0,40}(notice|notification|receiv)',
];

/** How long before a change, an end or a transfer word of it must be given. */
const DAY_RULES: readonly FactRule[] = [
  {
    kind: 'assignment-notice-days',
    why: 'The contract may be handed on after a notice of so many days.',
    chinese: [
      '提前(至少|不少于)? ?{day}',
      '(至少|不少于|不短于) ?{day}.{0,10}(通知|公告|告知|书面)',
      '{day}(前|以前|之前).{0,12}(通知|公告|告知|书面)',
    ],
    english: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than )?{day}',
      '(notify|notifying|notice|inform\\b|informs|informing|let (you|us|them|the customer) know|tell|telling|warn|warning)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day} (in advance|beforehand|before|prior)',
    ],
    also: ['(转让|转移|让与|移交).{0,60}', '(assign|novat|transfer.{0,40}(rights|agreement|contract|obligations))'],
    unless: [
      '(数据|域名|号码).{0,6}(转移|迁移)',
      '(转移|迁移).{0,4}(数据|域名|号码|业务)',
      '业务.{0,4}(转移|迁移)',
      '(反对|异议|object)',
      '(terminat|breach|\\bcure)',
    ],
  },
  {
    kind: 'change-notice-days',
    why: 'A change of the terms is made known so many days before it takes effect.',
    chinese: [
      '提前(至少|不少于|不低于|不短于)? ?{day}',
      '(至少|不少于|不短于|不低于) ?{day}…(通知|公告|公示|告知|公布|书面)',
      // The least of two ends (at least so long, at most so long).
      '(至少|不少于|不短于|不低于) ?{day}(?=[，、]?(且|并|但|并且)?(不(得)?(多于|超过|高于)|至多|最多).{0,12}(通知|公告|公示|告知|公布))',
      '{day}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
      '(公示|公告|公布|发布)(满)? ?{day}(后|届满|期满)(起|即|开始)?(生效|施行|实施|执行|适用)',
      '(通知|公告|公示|公布|发布)(后|之日起|之日后|发布后|满|期|期限|之日起满|期不少于|期为|期限为|期限不少于|期不短于)(届满|的第)?{day}',
      '(通知|公告|公示|公布|发布|送达).{0,20}(满|起|后|期(为|不少于|不短于)?) ?{day}(后|起|之后)?.{0,6}(生效|施行|适用|执行)',
      '(发布|公布|公告|公示)(后|之后|之日后|之日起|起)(的)? ?{nth-day}(起|后|开始)?.{0,4}(生效|施行)',
      '(公示|公告|通知)(期|期限|期间)?(为|不少于|不短于|不低于|至少) ?{day}',
      '(生效|施行|实施|执行|适用|调整|变更|更新|修改|修订)(之)?(日)?前(至少|不少于|提前|的)? ?{day}…(公示|公告|通知|告知|公布|发布)',
    ],
    english: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{day}',
      '(notify|notifying|notice|informing|inform\\b|write to|writing to|tell|telling|warn|warning|post|posting|publish|announce|email|e-mail)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day}…(in advance|beforehand|before|prior to|after).{0,60}(effect|post|publish|notice|change)',
      '(effective|effect|apply|applies|force)…{day}…(post|publish|notice|notif|announc)',
      '(notice|notify|notifying|inform|announce).{0,40}(at least|not less than|no less than|not fewer than) {day}(?= (and|but) (not|no|at) (more|most))',
      '(at least|not less than|no less than|not fewer than) {day}(?= (and|but) (not|no|at) (more|most).{0,60}(notice|notif))',
    ],
    also: CHANGE,
    unless: [
      '(权利义务|本协议|合同).{0,20}(转让|转移)',
      // The longer end of two: at least so long and at most so long.
      '(且|并|但|，)(不(得)?(多于|超过|高于)|至多|最多) ?{day}',
      '(and|but) ((not|no) more than|at most) {day}',
      ...NOT_CHANGE,
      '{day}.{0,10}(申请|办理|申报|备案)',
      '{day}(内)?(履行|完成|提交|递交)',
      // Sellers and their like tell the platform.
      '{day}.{0,12}(通知|告知)(平台|本平台|网站|商城|我方|我们|我司|本公司)',
      '(assign|novat)',
      '(异议|反对).{0,8}{day}内',
      '(提前|至少).{0,6}{day}.{0,40}(终止|解除)',
      '(续费|续约|续订|不续)',
      // So long after the notice of it, somebody has to do as it says.
      'within (a period of )?{day} (of|after|from|following) .{0,40}(notice|notification)',
      ...OWN_TIME,
      '(your|you|customer) (shall|must|will|should) (notify|give)',
      // What a change, a notice or an answer gives time for, and what is told of a list of others.
      'may terminate.{0,60}{day}',
      '{day} after (the )?(customer|you|user)',
      'opt[- ]?out',
      '{day} of (us |our |we )?(receiv|receipt)',
      '(sub-?processor|data (importer|exporter))',
      'silence',
      // What the customer changes on its own side, and tells the provider.
      '(客户|用户|您|甲方).{0,24}(变更|修改|调整|更改|变动).{0,30}(通知|告知)(服务商|服务方|我方|我们|乙方|提供方|供应商)',
    ],
  },
  {
    kind: 'termination-notice-days',
    why: 'The contract ends by a notice of so many days.',
    chinese: [
      '提前(至少|不少于|不低于|不短于)? ?{day}',
      '(至少|不少于|不短于|不低于) ?{day}…(通知|公告|公示|告知|书面)',
      '{day}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
      '(通知|公告).{0,16}(满|后|起|届满) ?{day}(后|之后|届满)?',
      '(终止|解除|解约|退订|退租)(之)?日?(之)?前(至少|提前|的)? ?{day}…(通知|公告|告知|书面)',
    ],
    english: [
      "{day}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{day}',
      '(notify|notifying|notice|inform\\b|informs|informing|let (you|us|them|the customer) know|tell|telling|warn|warning)…{day} (before|prior|in advance|beforehand|ahead|notice)',
      '{day}…(in advance|beforehand)',
      '(notice|cancell?ation|termination) period (of|is|shall be|will be|being|:) ?(at least |not less than )?{day}',
    ],
    also: END,
    unless: [
      '(权利义务|合同地位).{0,20}(转让|转移)',
      ...NOT_END,
      ...NOT_CHANGE,
      '(逾期|欠费|拖欠|overdue|past due|fails? to pay|unpaid|non-?payment)',
      // A time to put things right, and no notice; a remedy that is the only one has no time.
      '(改正|纠正|补救|整改).{0,20}{day}',
      '{day}.{0,20}(改正|纠正|补救|整改)',
      '\\b(uncured|cured?|curing|remedied|remediated?|(to|not|and) remedy)\\b[^.;]{0,110}{day}',
      '{day}[^.;]{0,30}\\bto (cure|remedy)\\b',
      '(续费|续约|续订|不续|自动续|renew)',
      '(修改|变更|修订).{0,30}(提前|通知|公告)',
      '(modif|chang|amend).{0,60}{day}',
      '{day}.{0,60}(modif|chang|amend|revis)[a-z]* (will |shall |becomes? |is |are )*(takes? |comes? |enters? )*(into )?(effect|force)',
      '{day} (from|after|following|of) (the )?(date of )?(expir|terminat)',
      '(assign|novat)',
      '(after|following|upon|within|within a period of).{0,20}{day}.{0,30}(after|of|following) (the |such |any )?(terminat|expir)',
      '(连续|超过|持续|consecutive|continu).{0,20}{day}',
      '(终止|解除)(后|之日起).{0,6}{day}',
      '连续.{0,20}{hour}',
      '(suspend|suspension)(?!.{0,16}(terminat|cancel|end))[^,;]{0,60}{day}',
      '(?<!(终止|解除).{0,6})(暂停|中止)(?!.{0,16}(终止|解除))[^，；]{0,60}{day}',
      '(?<!(终止|解除).{0,6})(暂停|中止)(?!.{0,16}(终止|解除))[^，；]{0,20}(的|前|时)，[^，；]{0,30}{day}',
      ...OWN_TIME,
      ...AFTER_A_NOTICE,
    ],
  },
  {
    kind: 'termination-notice-months',
    why: 'The contract ends by a notice of so many months.',
    chinese: [
      '提前(至少|不少于|不低于|不短于)? ?{month}',
      '(至少|不少于|不短于|不低于) ?{month}…(通知|公告|公示|告知|书面)',
      '{month}(前|以前|之前)…(通知|公告|公示|告知|公布|发布)',
      '(终止|解除|解约|退订|退租)(之)?日?(之)?前(至少|提前|的)? ?{month}…(通知|公告|告知|书面)',
    ],
    english: [
      "{month}'?…(notice|notify|notification|notif)",
      'notice of (at least |not less than |no less than )?{month}',
      '(notice|cancell?ation|termination) period (of|is|shall be|will be|being|:) ?(at least |not less than )?{month}',
      '(notify|notifying|notice|inform\\b|informs|informing|let (you|us|them|the customer) know|tell|telling|warn|warning)…{month} (before|prior|in advance|beforehand|ahead|notice)',
    ],
    also: [...END, '(无法继续(执行|履行)|终止)'],
    unless: [
      '(权利义务|合同地位).{0,20}(转让|转移)',
      ...NOT_END,
      ...NOT_CHANGE,
      '(续费|续约|续订|不续|renew)',
      '(修改|变更|修订).{0,30}(提前|通知|公告)',
      // So long nobody used it.
      '(inactiv|not (use|log|access|sign)|unused|dormant|idle).{0,60}{month}',
      '(terminat|expir)[a-z]*…{month} (after|following)',
      '(after|following|within).{0,20}{month}',
      'upon.{0,20}{month}(?!.{0,24}(notice|notif))',
      '(modif|chang|amend).{0,60}{month}',
      '(assign|novat)',
      'preceding.{0,20}{month}',
      '过去.{0,20}{month}',
      '{month}.{0,20}(preceding|prior to the)',
    ],
  },
];

/** The same notices counted in months: their phrases with a month in the place of the day. */
const inMonths = ({ chinese, english, unless, ...rule }: FactRule): FactRule => {
  const turned = (phrases: readonly Phrase[]): readonly Phrase[] =>
    phrases.filter((phrase) => phrase.includes('{day}')).map((phrase) => phrase.replaceAll('{day}', '{month}'));
  return {
    ...rule,
    chinese: turned(chinese),
    english: turned(english),
    unless: [...(unless ?? []), ...turned(unless ?? []), '(续费|续约|续订|不续|renew)'],
  };
};

const OF_A_NOTICE = '(终止|解除|停止|解约|退订|修改|变更|调整|修订|转让|转移)';

/** The same notices counted in hours: hours are of many things, so theirs stand next to what they are notice of. */
const inHours = (rule: FactRule): FactRule => ({
  ...rule,
  chinese: [
    `${OF_A_NOTICE}.{0,24}提前(至少|不少于)? ?{hours}.{0,12}(通知|告知|公告)`,
    `提前(至少|不少于)? ?{hours}.{0,12}(通知|告知|公告).{0,24}${OF_A_NOTICE}`,
  ],
  english: [
    "{hours}['’]? (prior |advance |previous |written )*(notice|notification)",
    'notice of (at least |not less than |no less than )?{hours}',
    '{hours} (in advance|beforehand|prior to|before) ',
  ],
  unless: [...(rule.unless ?? []), '(续费|续约|续订|不续|renew)', '{hours} (prior to|before) (the )?(end|expir)'],
});

const ofKind = (...kinds: readonly FactRule['kind'][]): readonly FactRule[] =>
  DAY_RULES.filter(({ kind }) => kinds.includes(kind));

/** Notices of days, those of months that have no rule of their own, and those of hours. */
export const NOTICE_FACT_RULES: readonly FactRule[] = [
  ...DAY_RULES,
  ...ofKind('change-notice-days', 'assignment-notice-days').map(inMonths),
  ...ofKind('change-notice-days', 'termination-notice-days', 'assignment-notice-days').map(inHours),
];
