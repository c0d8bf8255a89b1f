/**
 * The slots of a clause's sentence and the words that fill them, in either language: who – whether he may, must or must not – what he
 * does – to what – within what. The order within a sentence is free; what an order means is learnt, not written down.
 */
interface Slot {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
}

export const SLOTS: readonly Slot[] = [
  // Whether.
  {
    name: 'ban',
    chinese: '不得|禁止|严禁|不可|不能|不应|不准',
    english: "shall not|may not|must not|will not|prohibited|cannot|can not|won['’]t",
  },
  {
    name: 'without-word',
    chinese: '(?:无需|无须|不另行|不经|未经).{0,6}(?:通知|同意)|不再另行',
    english: 'without (?:prior |any |further )*(?:notice|consent|liability|cause|refund)',
  },
  {
    name: 'right',
    chinese: '有权|可以|保留|享有|可随时|得以|权利',
    english: 'may|reserves? the right|entitled|at (?:its|our|their) (?:sole )?(?:option|discretion)|right to|can',
  },
  {
    name: 'duty',
    chinese: '应当?|必须|须|需要?|负责|义务',
    english: 'shall|must|will|agrees? to|obligations?|required to|responsible for',
  },
  {
    name: 'not',
    chinese: '不(?=[^得可能应])|无需|无须|毋须|概不|均不|无(?=义务|权|关)|没有|未',
    english: 'not|no|neither|nor|never|without|none',
  },
  {
    name: 'unless',
    chinese: '除非|除外|但|另有',
    english: 'unless|except|however|notwithstanding|provided that|other than',
  },
  { name: 'if', chinese: '如果?|若|当|一旦|情形|情况', english: 'if|where|when|upon|in the event|in case' },
  { name: 'any', chinese: '任何|一切|全部|所有', english: 'any|all|every|whatsoever' },
  {
    name: 'each-side',
    chinese: '双方|各方|任何一方|一方|甲乙',
    english: 'either party|each party|neither party|both parties|the parties|mutual(?:ly)?',
  },
  {
    name: 'one-sided',
    chinese: '单方|自行|自主|随时|独立判断|视情况|酌情',
    english: 'sole discretion|at any time|from time to time|unilateral(?:ly)?|immediately|for any reason|without cause',
  },
  // What is done.
  {
    name: 'end',
    chinese: '终止|解除|注销|关闭|取消|撤销|清退|退网|收回|结束|关停|封号|永久',
    english:
      'terminat\\w*|cancel\\w*|discontinu\\w*|clos(?:e|ed|ing|ure)|delet(?:e|ed|ion)|revok\\w*|expel|deactivat\\w*',
  },
  {
    name: 'stop',
    chinese: '暂停|中止|中断|停止|冻结|封禁|限制|拒绝|锁定|屏蔽|下线|停机',
    english:
      'suspend\\w*|suspension|restrict\\w*|limit access|disabl\\w*|block\\w*|refus\\w*|interrupt\\w*|throttl\\w*|withhold\\w*',
  },
  {
    name: 'bear',
    chinese: '承担|负担|自负|自担|担责|负(?=责|全)',
    english: 'bear\\w*|assum\\w*|accepts?|liable|responsible|at your own|sole risk|account(?:able)?',
  },
  {
    name: 'pay',
    chinese: '赔偿|补偿|赔付|偿付|追偿|支付|缴纳',
    english: 'compensat\\w*|reimburs\\w*|pay|pays|paid|payment',
  },
  {
    name: 'hold-harmless',
    chinese: '免受|使.{1,12}免|抗辩|追索',
    english: 'indemnif\\w*|indemnit\\w*|hold\\w* harmless|defend',
  },
  {
    name: 'release',
    chinese: '免除|免责|豁免|放弃',
    english: 'releas\\w*|waiv\\w*|disclaim\\w*|exclud\\w*|exclusion\\w*',
  },
  {
    name: 'warrant',
    chinese: '保证|担保|承诺|确保|现状|明示|默示',
    english: 'warrant\\w*|guarant\\w*|as[ -]is|as available|merchantability|fitness|implied|represent\\w*',
  },
  {
    name: 'change',
    chinese: '修改|变更|修订|更新|调整|更改|补充|升级',
    english: 'modif\\w*|amend\\w*|chang(?:e|es|ed|ing)|updat\\w*|revis\\w*|alter\\w*',
  },
  {
    name: 'tell',
    chinese: '通知|公告|公布|告知|发布|公示|提示',
    english: 'notice|notif\\w*|post(?:ed|ing)?|inform\\w*|announce\\w*|email\\w*|publish\\w*',
  },
  {
    name: 'arrive',
    chinese: '送达|视为.{0,6}(?:收到|通知)|已(?:经)?(?:收到|送达)',
    english: 'deemed (?:to have been |to be )?(?:received|given|delivered|effective)|delivered|receipt|received',
  },
  {
    name: 'go-on',
    chinese: '继续使用|继续(?:接受|享用)|仍(?:然)?使用',
    english: 'continu\\w* (?:to )?(?:use|access\\w*)|continued (?:use|access)|your use of',
  },
  {
    name: 'accept',
    chinese: '视为.{0,8}(?:同意|接受|认可)|即表示|表明|同意',
    english: 'constitut\\w*|accept\\w*|agree\\w*|consent\\w*|deemed',
  },
  { name: 'assign', chinese: '转让|让与|转移|转委托', english: 'assign\\w*|transfer\\w*|delegat\\w*|novat\\w*' },
  {
    name: 'renew',
    chinese: '续期|续约|续费|续展|延长|顺延|自动续',
    english: 'renew\\w*|extend\\w*|auto-renew\\w*|successive',
  },
  {
    name: 'refund',
    chinese: '退款|退还|返还|退费|不予退|不退',
    english: 'refund\\w*|non-?refundable|non-?cancell?able|credited',
  },
  {
    name: 'raise',
    chinese: '(?:调整|上调|提高|变更|改变|修改).{0,8}(?:价|费|资费)|(?:价|费|资费).{0,8}(?:调整|变更|上涨)',
    english:
      '(?:increase|change|adjust|modify|raise)\\w*.{0,24}(?:fees?|pric\\w*|rates?|charges?)|(?:fees?|pric\\w*|rates?|charges?).{0,24}(?:increase|change|adjust)\\w*',
  },
  {
    name: 'breach',
    chinese: '违反|违约|违背|不履行|未履行|违规|违法',
    english: 'breach\\w*|violat\\w*|default\\w*|fail\\w* to|non-?compliance|infring\\w*',
  },
  {
    name: 'pursue',
    chinese: '追究|处罚|罚款|没收|扣除|索赔|起诉',
    english: 'penalt\\w*|fine[sd]?|forfeit\\w*|liquidated|claims?|legal action|prosecut\\w*',
  },
  { name: 'sue', chinese: '诉讼|起诉|法院|管辖|诉至', english: 'courts?|jurisdiction|venue|litigat\\w*|lawsuit|forum' },
  { name: 'arbitrate', chinese: '仲裁', english: 'arbitrat\\w*|jams|aaa|class action|jury' },
  { name: 'settle', chinese: '协商|友好', english: 'negotiat\\w*|amicabl\\w*|informal\\w*|good faith' },
  {
    name: 'forfeit-right',
    chinese: '逾期.{0,10}(?:视为|不)|视为放弃|异议|期限内.{0,10}未|超过.{0,8}期限',
    english:
      'forever barred|barred|within .{1,24}(?:days?|months?|years?)|time[- ]barred|dispute.{0,20}(?:invoice|charge|bill)',
  },
  {
    name: 'up-to',
    chinese: '不超过|不得超过|上限|为限|最高|累计|总额',
    english: 'exceed\\w*|maximum|aggregate|limited to|capped?|cap on|no more than|up to|greater of|lesser of',
  },
  { name: 'exclusive', chinese: '独家|排他|唯一|仅', english: 'exclusiv\\w*|sole(?:ly)?|only' },
  { name: 'commit', chinese: '最低|至少|承诺消费|保底', english: 'minimum|commit(?:ted|ment)?|at least' },
  {
    name: 'early',
    chinese: '提前(?:终止|解除|退)',
    english: 'early termination|prior to the end|remaining (?:term|fees)|before the end',
  },
  // To what.
  { name: 'liability', chinese: '责任|后果|风险', english: 'liabilit\\w*|responsibilit\\w*|risks?|consequences?' },
  {
    name: 'loss',
    chinese: '损失|损害|损坏|灭失|丢失|纠纷',
    english: 'loss\\w*|damages?|harm\\w*|injur\\w*|costs?|expenses?',
  },
  {
    name: 'indirect',
    chinese: '间接|附带|惩罚性|利润|商誉|可得利益|预期',
    english: 'indirect|consequential|incidental|punitive|special|exemplary|profits?|goodwill|revenues?',
  },
  {
    name: 'terms',
    chinese: '本?协议|条款|合同|规则|政策',
    english: 'agreement|terms|polic(?:y|ies)|contract|conditions|rules',
  },
  {
    name: 'service',
    chinese: '服务|产品|平台|软件|功能',
    english: 'services?|products?|platform|software|features?|site|website',
  },
  { name: 'account', chinese: '账[号户]|帐[号户]|资格', english: 'accounts?|membership|access|licen[cs]es?' },
  {
    name: 'money',
    chinese: '费用?|款项?|价格|金额|押金|保证金|余额|违约金',
    english: 'fees?|amounts?|pric(?:e|es|ing)|charges?|deposit|sums?',
  },
  { name: 'content', chinese: '内容|信息|数据|资料', english: 'content|information|data|materials?' },
  { name: 'third', chinese: '第三方|第三人|他人', english: 'third[- ]part(?:y|ies)|others' },
  { name: 'law', chinese: '法律|法规|主管|监管|政府', english: 'laws?|regulat\\w*|authorit\\w*|government\\w*' },
  {
    name: 'force',
    chinese: '不可抗力|黑客|病毒|故障|电信|网络原因|意外',
    english: 'force majeure|beyond (?:its|our|their|the) (?:reasonable )?control|acts? of god|outages?|errors?|viruses',
  },
  {
    name: 'level',
    chinese: '可用性|服务等级|不可用|不计入|赔付|服务可用',
    english: 'uptime|availability|downtime|service credits?|service levels?|unavailab\\w*',
  },
  {
    name: 'time',
    chinese: '[\\d一二三四五六七八九十]+\\s?(?:个)?(?:工作日|日|天|小时|月|年)',
    english: '\\(?\\d+\\)?\\s?(?:business |calendar |working )?(?:days?|hours?|months?|years?)',
  },
  {
    name: 'mention',
    chinese: '包括但不限于|以下简称|是指|参见|详见',
    english: 'including (?:without|but not) limit\\w*|means|defined|set forth in|section \\d',
  },
];

type Language = 'zh' | 'en';

/** Alternatives outside of brackets. */
function alternatives(pattern: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === '|' && depth === 0) {
      found.push(pattern.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, pattern.slice(start)];
}

/** What may fill a slot where a text has a certain first character: one group for each slot. */
interface Bucket {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** The patterns by the first character that they match; under `` those that may begin with any. */
function bucketsOf(language: Language): ReadonlyMap<string, Bucket> {
  const parts = new Map<string, [string, string[]][]>();
  for (const slot of SLOTS)
    for (const each of alternatives(language === 'en' ? slot.english : slot.chinese)) {
      const first = /^[\p{Script=Han}a-z]/u.exec(each)?.[0] ?? '';
      // A letter that need not be there is none to go by.
      const key = /^.[?*{]/u.test(each) ? '' : first;
      const bucket = parts.get(key) ?? [];
      parts.set(key, bucket);
      const last = bucket.at(-1);
      if (last?.[0] === slot.name) last[1].push(each);
      else bucket.push([slot.name, [each]]);
    }
  const end = language === 'en' ? String.raw`\b` : '';
  return new Map(
    [...parts].map(([first, slots]) => [
      first,
      {
        pattern: new RegExp(slots.map(([, words]) => `((?:${words.join('|')})${end})`).join('|'), 'uy'),
        names: slots.map(([name]) => name),
      },
    ]),
  );
}
const BUCKETS = { zh: bucketsOf('zh'), en: bucketsOf('en') };

/** A slot that a sentence fills, and where. */
export interface Filled {
  readonly name: string;
  readonly start: number;
}

const WORD_START = /(?<![a-z\d])[a-z\d(]/gu;

/** The slots that a sentence fills, in its order; `text` in small letters. */
export function filledSlots(text: string, language: Language): readonly Filled[] {
  const buckets = BUCKETS[language];
  const any = buckets.get('');
  const found: Filled[] = [];
  const take = (bucket: Bucket | undefined, at: number): number => {
    if (!bucket) return 0;
    bucket.pattern.lastIndex = at;
    const match = bucket.pattern.exec(text);
    if (!match) return 0;
    found.push({ name: bucket.names[match.slice(1).findIndex((group) => group !== undefined)] ?? '', start: at });
    return match[0].length;
  };
  const at = (place: number): number => take(buckets.get(text[place] ?? ''), place) || take(any, place);
  if (language === 'zh') {
    for (let place = 0; place < text.length; place += 1) place += Math.max(0, at(place) - 1);
    return found;
  }
  let past = 0;
  for (const { index } of text.matchAll(WORD_START)) if (index >= past) past = index + at(index);
  return found;
}
