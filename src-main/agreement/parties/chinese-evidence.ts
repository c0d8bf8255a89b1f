import type { Evidence, NameVotes } from './name-votes.ts';

/** What follows the name of a person or a company, by what it tells. */
const AFTER: readonly (readonly [cue: string, evidence: Evidence])[] = [
  [
    '有权|不承担|均不|概不|不对|不负|保留|享有|收取|单方|不保证|无义务|可(?:随时|根据|依据|单方|视|自行)|(?:将|会|可)?(?:向|为|对)(?:您|你|用户|客户)|致力|郑重|承诺|深知|(?:非常|高度|十分|一直|始终)|建议|提供的|要求|近日|近期|拟于|(?:自|于) ?\\d{4} ?年',
    'acts',
  ],
  ['将(?!来)|可以|应当|负责|无需|无法|不会|(?:仅|只)?提供|并不', 'does'],
  [
    '官网|官方|控制台|账号|账户|帐号|帐户|用户|客户(?!端)|会员|客服|网站|团队|工作人员|旗下|及其?关联|(?:的)?合作伙伴|平台(?!方)|[Aa][Pp][Pp]|小程序',
    'owns',
  ],
  ['[（(](?:以下|下|或|下文)*(?:统?简?称|简称)(?:为|作)?[“"「]?(?:我们|本公司|平台|本平台|公司)', 'says'],
  ['(?:拥有|享有)?(?:最终)?解释权|版权所有', 'says'],
  ['(?:团队|运营团队|项目组|公司)?(?:敬上|谨启|敬启)', 'says'],
];
const CUES = new RegExp(AFTER.map(([cue]) => `(${cue})`).join('|'), 'gu');

/** What stands before it. */
const BEFORE =
  /(欢迎您?(?:使用|访问|来到|选择|注册|加入)|感谢您?(?:使用|选择|信任|对)|(?:您|你|用户|客户)(?:（[^（）]{0,12}）)?(?:与|和|同(?!意)|向)|(?:联系|通知|授权|登录|指示)(?!您|用户|客户)|您的|版权所有|©\s?\d{0,4}\s?)|((?:由|是指)(?=[^，。；]{2,16}(?:提供|运营|开发|推出|所有|制定|负责)))/gu;
/** `星桥商城服务提供者（或简称“我们”）`: whoever offers the thing speaks of itself. */
const OFFERS =
  /([\p{Script=Han}A-Za-z0-9·]{2,12}?)(?:在线|网上)?(?:商城|平台|网站|[Aa][Pp][Pp]|软件|小程序|系统)?(?:的)?(?:服务)?(?:提供者|提供方|提供商|运营者|经营者|运营方)[（(](?:[以下或后文统简称为，]|[“"「\s])*(?:我们|本公司|平台)/gu;
/** `星桥云将于2030年4月1日下线…`: said of whoever gives the notice. */
const ON_A_DAY =
  /(?:^|[，,。；\s])([\p{Script=Han}A-Za-z]{3,8}?)(?:将|拟|计划)?(?:(?:自|于|在|从) ?\d{4} ?年|近日|近期)/gu;
/** `尊敬的星桥云用户`: whose user the reader is. */
const DEAR =
  /(?:尊敬|亲爱)的[“"]?([\p{Script=Han}A-Za-z0-9·]{2,12}?)[”"]?(?:的)?(?:全体|广大|新老)?(?:用户|客户|会员|商家|开发者|合作伙伴)/gu;

/** `“星桥”品牌`: what the offers are sold under. */
const BRANDED = /[“"「]([\p{Script=Han}A-Za-z0-9·]{2,12})[”"」](?:系列)?品牌/gu;

const RUN_BEFORE = /[\p{Script=Han}A-Za-z0-9·]{2,10}$/u;
const RUN_AFTER = /^[“"「]?([\p{Script=Han}A-Za-z0-9·]{2,10})/u;
/** What no provider is called: other people, things, times; words of a sentence. */
const OTHERS =
  /^(?:是指|本|该|此|其|这|上述|下列|以下|任何|任意|一切|所有|部分|各|每|双方|一方|另一方|对方|他人|第三|法院|法律|法规|政府|国家|公安|有关|相关|主管|监管|司法|仲裁|如何|您|你|我|用户|客户|会员|消费者|买家|卖家|商家|学员|甲|乙|丙|丁|违约|守约|前述|否则|如果|根据|通过|成为|注册|登录|使用|访问|个人|企业|单位|儿童|监护|开发者|服务|协议|合同|条款|平台|公司|网站|系统|产品|软件|数据|信息|内容|账[户号]|帐[户号]|订单|页面|价格|费用|其他|其它|互联网|网络|最终|官方|银行|中国(?:$|大陆|境|法|政府|公民|人|的|香港|内地)|我国|过错|确认|存管|协助|怀疑|公告|台|甚至|建议|级|\d|终止|孩子|专利|特定|相应|除非|设计方|即|商业|开源|域名|备份|快照)|(?:的|您|你|我们|方|了|时|后|前|者|等|中|内|外|上|下|间|期|日|月|年|人员?|人士|方面|方式|情况|情形|原因|责任|义务|权利|行为|规定|约定|要求|通知|服务|费用?|页面|资料|员工|代表|合作伙伴|授权方|机构|部门|机关|单位|企业|个人|组织|运营商|供应商|提供商|用户|客户|会员|账[户号]|帐[户号]|协议|条款|合同|政策|规则|信息|数据|内容|系统|功能|订单|如|若|并|且|与|和|及|或|在|对|向|由|为|是|将|会|也|均|应|可|需|不|未|使用|提供|联系|如果|因此|保护|支付|申请|负责|所|不|对|享|受)$|协议|条款|合同|政策|规则|(?:有权|同意|承担|提供|使用|按照|根据|通过)/u;

/** Letters that lead a sentence to its subject, and are the first of some name. */
const LEADS =
  /^(?:但|并|且|而|也|仍|同时|之|以|不|未|已|自|因|将|可|应|须|需|按|依|凭|就|仅|只|亦|均|都|又|再|还|若|如|当|在|对|向|与|和|及|或|由|经|被|把|让|使|令|请|为|是|有|则|新|从|于)/u;

/** Marks and blanks between a Latin name and Chinese words. */
const MARKS = /[*_`]+|(?<=\p{Script=Han}) (?=[A-Za-z])|(?<=[A-Za-z0-9]) (?=\p{Script=Han})/gu;
const LATIN = /[A-Za-z0-9]/;
/** Ends of a run that cut no Latin word. */
const isCut = (run: string, at: number): boolean => LATIN.test(run[at] ?? '') && LATIN.test(run[at - 1] ?? '');

/** Names that the text itself says to be those of whoever offers, sends or is used. */
function namesSaid(text: string, votes: NameVotes): void {
  for (const pattern of [OFFERS, DEAR, BRANDED])
    for (const [, name = ''] of text.matchAll(pattern)) if (name !== '') votes.add(name, 'says');
  for (const [, name = ''] of text.matchAll(ON_A_DAY)) votes.gaveNotice(name);
}

/** Takes the evidence of a Chinese text: every stretch that ends where a cue stands, or begins after one. */
export function chineseEvidence(words: string, votes: NameVotes): void {
  if (!/\p{Script=Han}/u.test(words)) return;
  const text = words.replace(MARKS, '');
  votes.refuse(
    (name, { beside = 0, acts = 0, says = 0 }, whole) =>
      isNobody(name) || (LEADS.test(name) && !whole && beside + 2 * says < 2 && acts < MANY),
  );
  for (const match of text.matchAll(CUES)) {
    const run = RUN_BEFORE.exec(text.slice(Math.max(0, match.index - 10), match.index))?.[0] ?? '';
    const evidence = AFTER[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? 'does';
    for (let at = 0; at <= run.length - 2; at += 1) if (!isCut(run, at)) votes.add(run.slice(at), evidence);
  }
  namesSaid(text, votes);
  for (const match of text.matchAll(BEFORE)) {
    const run =
      RUN_AFTER.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 12))?.[1] ?? '';
    const evidence = match[2] === undefined ? 'beside' : 'says';
    for (let end = 2; end <= run.length; end += 1) if (!isCut(run, end)) votes.add(run.slice(0, end), evidence);
  }
}

/** A name that acts so often is none that a sentence led to. */
const MANY = 12;

/** Whether a Chinese name is nobody's. */
export const isOther = (name: string): boolean => isNobody(name) || LEADS.test(name);

/** Words of a sentence that stand inside no name, and acts that are called by a word. */
const NO_NAME =
  /[则及或之]|.的.|情况|情形|类型|相关|不符合|不得|以及|因此|包括|是否|进行|存在|发生|造成|导致|产生|时限|期限|规定|^(?:授权|许可|发布|推广|认证|审核|交易|结算|配送|售后|退款|支付|登录|下载|安装|购买|使用|收集|存储|共享|披露|处理|删除|查询|更正|推送|投诉|评价|同意|浏览|优惠|积分)$/u;

/** Whether it is nobody's wherever it stands. */
export const isNobody = (name: string): boolean =>
  /\p{Script=Han}/u.test(name) &&
  (OTHERS.test(name) ||
    NO_NAME.test(name) ||
    (name.length < 4 && /(?:公司|平台|网站|产品|软件)$/u.test(name)) ||
    TRADES.test(name));

/** A company of a trade, whichever it is: `快递公司`. */
const TRADES =
  /^(?:快递|物流|运输|搬家|保险|担保|支付|通信|电信|装修|施工|检测|评估|审计|广告|出版|航空|旅游|租赁|清算|关联|控股|上市|母|子|分|总)公司$/u;
