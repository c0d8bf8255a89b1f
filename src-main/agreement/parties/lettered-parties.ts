const PARTY =
  /^(?:([\p{Script=Han}]{2,8})[（(])?(甲|乙|丙)\s{0,4}方(?:信息|名称)?[）)]?\s{0,2}(?:[（(]([^（）()]{0,20})[）)])?\s{0,2}(?:\/?\s{0,2}Party [A-C]\s{0,2}(?:[（(][^（）()]{0,40}[）)])?\s{0,2})?[：:]\s{0,4}([^，,。；;]{2,60})/u;
const PROVIDER_ROLE =
  /服务(?:商|方|提供)|提供方|供应商|供方|卖方|出卖|受托|承揽|承运|仓储|出租|许可方|开发方|居间|担保|保证人|存管|咨询方|平台方|中介|设计方|承包|施工方|运营|贷款人|出借|保管|培训方|维护方|实施方|承办/;
const CUSTOMER_ROLE =
  /客户|用户|买方|买受|委托|需方|采购|承租|接受方|被许可|发包|货主|托运|寄件|业主|借款|投保|学员|广告主|商家|商户|入驻|加盟|代理商|经销商/;
/** What stands before a name that is the buyer's, or the seller's: `委托方：`. */
export const BUYER_BEFORE = new RegExp(`(?:${CUSTOMER_ROLE.source})[^：:，。；]{0,6}[：:]\\s{0,4}$`, 'u');
export const SELLER_BEFORE = new RegExp(`(?:${PROVIDER_ROLE.source})[^：:，。；]{0,6}[：:]\\s{0,4}$`, 'u');

/** What each of the lettered parties does that only who provides does, and what only who buys does. */
const PROVIDES =
  /(甲|乙|丙)方(?:（[^（）]{0,12}）)?(?:不承担|均不|概不|保留|收取|(?:有权|可以?)(?:随时|单方|根据|要求|对|暂停|终止|拒绝|扣)|(?:应|负责|同意|将)?[^，。；甲乙丙]{0,10}(?:(?:向|为|给)(?:甲|乙|丙|甲、乙双|用户|客户)方?[^，。；]{0,12}提供(?![^，。；]{0,8}(?:资料|材料|信息|证明|证件|凭证|发票|文件|担保|费|配合|便利|场地|条件|名单|账[号户]))|提供(?![^，。；]{0,8}(?:资料|材料|信息|证明|证件|凭证|发票|文件|担保|费|配合|便利|场地|条件|名单|账[号户]))[^，。；]{0,14}(?:服务(?!费)|平台|技术|系统|设备|报告)))/gu;
const BUYS =
  /(?<![向给为付])(甲|乙|丙)方(?:（[^（）]{0,12}）)?(?:[^，。；甲乙丙]{0,16}(?:(?:向|给)(?:甲|乙|丙)方[^，。；甲乙丙违赔]{0,8})?(?:支付|付款|缴纳|付费|交纳)(?![^，。；]{0,16}(?:违约金|赔偿))|委托|(?:使用|购买|租用|订购))/gu;

/** Who is paid, who gives an invoice, who is asked to do it: whoever provides. What is paid for a breach goes to either. */
const PAID =
  /(?:向|给予?)(甲|乙|丙)方[^，。；违赔退]{0,10}?(?:支付|缴纳|交纳|付款|付清)(?![^，。；]{0,16}(?:违约金|赔偿|滞纳金|货款|结算款|提成|佣金))|(?:支付|付|交)给?(甲|乙|丙)方(?![^，。；]{0,16}(?:违约金|赔偿|滞纳金|货款|结算款|提成|佣金))[^，。；]{0,16}(?:费|款|租金|报酬)/gu;
const INVOICES =
  /(甲|乙|丙)方(?:应|须|需|将|负责)?[^，。；甲乙丙]{0,10}(?:向|给|为)?(?:甲|乙|丙)?方?(?:开具|出具)[^，。；]{0,10}发票/gu;
const ASKED = /委托(甲|乙|丙)方/gu;

/** What a buyer does towards the other side, or at the head of its form; counted only where no blank is filled in beside it. */
const ACQUIRES =
  /(?<![向给为付从由])(甲|乙|丙)方(?:（[^（）]{0,12}）)?(?:(?:应|须|需|拟|将|现|同意|决定|计划){0,2}(?:(?:向|从|由|自)(?:甲|乙|丙)方处?)?(?:采购|购买|购进|订购|订制|定制|承租|租用|聘请|聘用|雇佣|招标)(?![方人员款价]|部(?!件)|商(?!品)|单(?![车元])|办(?!公)|合同|订单|经理|中心)|(?:聘请|聘用|委托|邀请)(?:甲|乙|丙)方)/gu;

/** How much speaks for each lettered party to be the one that provides: 乙方向甲方提供, 甲方…支付. */
function votesOf(texts: readonly string[]): Record<string, number> {
  const votes: Record<string, number> = { 甲: 0, 乙: 0, 丙: 0 };
  const add = (letter: string | undefined, weight: number): void => {
    if (letter !== undefined) votes[letter] = (votes[letter] ?? 0) + weight;
  };
  for (const text of texts.slice(0, 400)) {
    const part = text.slice(0, 4000);
    for (const [words, letter] of part.matchAll(PROVIDES)) add(letter, /提供/u.test(words) ? 2 : 1);
    for (const [, letter] of part.matchAll(BUYS)) add(letter, -1.5);
    for (const [, before, behind] of part.matchAll(PAID)) add(before ?? behind, 1);
    for (const [, letter] of part.matchAll(INVOICES)) add(letter, 1);
    for (const [, letter] of part.matchAll(ASKED)) add(letter, 2);
  }
  return votes;
}

/** The party that provides, counted over the text. Undefined where as much speaks for another. */
export function providingParty(texts: readonly string[]): string | undefined {
  const [first, second] = Object.entries(votesOf(texts)).toSorted(([, a], [, b]) => b - a);
  return !first || !second || first[1] <= 0 || first[1] - second[1] < 1 ? undefined : first[0];
}

/** Whether a lettered party buys, by what it and the others do. */
function buys(letter: string, texts: readonly string[]): boolean {
  const votes = votesOf(texts);
  for (const text of texts.slice(0, 400))
    for (const [, own] of text.slice(0, 4000).matchAll(ACQUIRES))
      if (own === letter) votes[letter] = (votes[letter] ?? 0) - 1.5;
  return (votes[letter] ?? 0) < 0 || (providingParty(texts) ?? letter) !== letter;
}

/** A party to a contract by its letter (甲方): the part that stands beside the letter, and its name as written. */
interface Party {
  readonly role: string;
  readonly name: string;
}

function partiesIn(head: readonly string[]): ReadonlyMap<string, Party> {
  const parties = new Map<string, Party>();
  for (const text of head) {
    const match = PARTY.exec(text);
    if (!match?.[2] || !match[4] || parties.has(match[2])) continue;
    const role = `${match[1] ?? ''}${match[3] ?? ''}`;
    parties.set(match[2], { role, name: match[4].replace(/[_＿\s]+$/u, '').trim() });
  }
  return parties;
}

/** The name of a party; undefined where there is a blank. */
function nameOf({ name: written }: Party): string | undefined {
  const name = written
    .replace(/[（(](?:以下|下称|简称|盖章).*$/u, '')
    // What follows a company's form on the line is of the next sentence.
    .replace(/^(.{2,40}?有限(?:责任)?公司(?:\p{Script=Han}{2,12}?分公司)?).*$/u, '$1')
    .trim();
  // A role in brackets is no name: it says who the blank is for.
  return /^[^（(]*\p{L}{2}/u.test(name) && !/^[（({]/u.test(name) ? name : undefined;
}

/** The party to a contract that provides, by its part, by what it does, or because the form is its own. */
export function fromParties(
  head: readonly string[],
  texts: readonly string[],
): { readonly name: string; readonly short: string } | undefined {
  const parties = partiesIn(head);
  if (parties.size === 0) return undefined;
  const named = (letter = ''): { readonly name: string; readonly short: string } | undefined => {
    const party = parties.get(letter);
    const name = party && nameOf(party);
    return name === undefined ? undefined : { name, short: `${letter}方` };
  };
  for (const [letter, { role }] of parties) {
    const provider = PROVIDER_ROLE.test(role) && !CUSTOMER_ROLE.test(role) ? named(letter) : undefined;
    if (provider) return provider;
  }
  const others = [...parties].filter(([, { role }]) => !CUSTOMER_ROLE.test(role) || PROVIDER_ROLE.test(role));
  if (parties.size === 2 && others.length === 1) return named(others[0]?.[0]);
  const only = filledIn(parties);
  return (
    named(providingParty(texts)) ?? (only === undefined || isBuyer(only, parties, texts) ? undefined : named(only))
  );
}

/** The one party of a form that is filled in: whoever made it. */
function filledIn(parties: ReadonlyMap<string, Party>): string | undefined {
  const [only, ...others] = [...parties].filter(([, party]) => nameOf(party) !== undefined);
  return others.length > 0 ? undefined : only?.[0];
}

/** Whether the one party that is filled in buys: by its part, by what the blank is for, or by what the sides do. */
function isBuyer(letter: string, parties: ReadonlyMap<string, Party>, texts: readonly string[]): boolean {
  if (CUSTOMER_ROLE.test(parties.get(letter)?.role ?? '')) return true;
  return [...parties.values()].some(({ role }) => PROVIDER_ROLE.test(role)) || buys(letter, texts);
}

/** Whose form a text is with a blank for who provides: the buyer that is filled in. */
export function buyerOf(texts: readonly string[]): string | undefined {
  const parties = partiesIn(texts.slice(0, PARTIES_STAND));
  const only = parties.size < 2 ? undefined : filledIn(parties);
  const party = only === undefined ? undefined : parties.get(only);
  if (only === undefined || !party || (PROVIDER_ROLE.test(party.role) && !CUSTOMER_ROLE.test(party.role)))
    return undefined;
  return isBuyer(only, parties, texts) ? nameOf(party) : undefined;
}
/** The parties are named among the first texts. */
const PARTIES_STAND = 40;
