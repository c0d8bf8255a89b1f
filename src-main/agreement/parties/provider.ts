/** How a Chinese company names itself in full. */
const COMPANY =
  '[\\p{Script=Han}（）()A-Za-z0-9·&]{2,40}?(?:有限(?:责任)?公司|股份公司|集团公司|集团|(?:分|总|子)?公司)(?:[\\p{Script=Han}]{2,12}?分公司)?';
const SHORT =
  '[（(](?:[^（）()]{0,12}[，,])?(?:以下|下|后文)?(?:统?简称|称|亦称|又称)?(?:为|作)?[“"「‘\']([^”"」’\']{1,20})[”"」’\'][^（）()]{0,30}[）)]';
const DEFINED = new RegExp(`(${COMPANY})\\s?${SHORT}`, 'u');
const ADDRESSEE = new RegExp(`^致[：:]?\\s{0,2}(${COMPANY})[：:]?$`, 'u');
const LABELLED = new RegExp(
  `(?:运营者|经营者|运营方|运营商|服务提供者|服务提供方|提供方|运营主体|经营主体|开发者|主体)(?:名称|信息)?[：:]\\s{0,2}(${COMPANY})`,
  'u',
);
const ANY_COMPANY = new RegExp(COMPANY, 'u');
const CUSTOMER_NAMES = /^(?:您|你|用户|客户|最终用户|甲方客户|会员|买方|被许可方)$/;

const ENGLISH_COMPANY =
  "[A-Z][\\w&.'-]{0,30}(?: (?:[A-Z(][\\w&.'()-]{0,30}|of|and|&)){0,6}?,? (?:Inc|LLC|L\\.L\\.C|Ltd|Limited|Corp|Corporation|GmbH|AG|B\\.V|S\\.A|PLC|plc|Pte\\.? Ltd|Pty\\.? Ltd|Co\\.,? Ltd|Company|LP|LLP)\\b\\.?";
const ENGLISH_DEFINED = new RegExp(`(${ENGLISH_COMPANY})[^()“"]{0,160}?\\((?:[^()]{0,60}?)[“"]([^”"]{1,40})[”"]`);
const ENGLISH_ANY = new RegExp(ENGLISH_COMPANY);
/** Words of a heading or a sentence before the name: `Hosts. Example LLC`. */
const SENTENCE_BEFORE = /^.*\b(?!(?:Inc|Corp|Ltd|Pte|Pty|Bros)\.)[A-Za-z]*[a-z]{3,}\.\s+(?=[A-Z])/;
const ENGLISH_CUSTOMER = /^(?:you|customer|client|user|subscriber|licensee|buyer|purchaser)$/i;

const HEAD_CHARACTERS = 8000;

/** A provider as named, and the short name it gives itself. */
export interface ProviderReading {
  readonly name: string;
  readonly short?: string;
}

/**
 * Who provides, as the document names it: the company that defines a short name for itself towards the reader, the
 * addressee of a letter, the party to a contract that provides. Undefined when it names none.
 */
export function readProvider(texts: readonly string[]): ProviderReading | undefined {
  const head: string[] = [];
  let length = 0;
  for (const text of texts) {
    if (length > HEAD_CHARACTERS) break;
    head.push(text.slice(0, HEAD_CHARACTERS));
    length += text.length;
  }
  return fromAddressee(head) ?? fromParties(head, texts) ?? fromDefinition(head) ?? fromEnglish(head);
}

const clean = (name: string): string =>
  name
    .replace(
      /^(?:欢迎|您|你|用户|客户|本|(?:服务)?(?:等级)?(?:协议|条款|合同|政策|规则|声明|文件|承诺书)(?:旨在)?(?:说明|约定|规定|规范|适用于|载明|描述|阐明|列明|明确|界定)了?|系|由|是|与|和|及|向|为|即|经|指|根据|（[^）]*）|[，、“”])+/u,
      '',
    )
    .replace(/^[（(][^（）()]*[）)]\s?/u, '')
    .trim();

function fromAddressee(head: readonly string[]): ProviderReading | undefined {
  for (const text of head.slice(0, 12)) {
    const name = ADDRESSEE.exec(text)?.[1];
    if (name) return { name };
  }
  return undefined;
}

function fromDefinition(head: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    const match = DEFINED.exec(text);
    if (!match?.[1] || !match[2] || CUSTOMER_NAMES.test(match[2])) continue;
    const name = fullName(match[1]);
    if (name !== '') return { name, short: match[2] };
  }
  for (const text of head) {
    const name = LABELLED.exec(text)?.[1];
    if (name) return { name };
  }
  for (const text of head.slice(0, 30)) {
    const said =
      /(?:由|与|是|为)([^，。；]{2,40}?公司)(?:与|和|向|就|之间|共同|订立|签订|签署|缔结|提供|运营|（|\()/u.exec(
        text,
      )?.[1];
    const name = said && ANY_COMPANY.exec(said)?.[0];
    if (name && /公司/.test(name)) return { name: fullName(name) };
  }
  return undefined;
}

/** The name without the words that the pattern took along from before it. */
function fullName(found: string): string {
  const parts = found.split(
    /(?:^|[^合公共])(?:欢迎您?(?:（[^）]*）)?与|您(?:（[^）]*）)?与|用户与|客户与|提供商|运营商|由|是|系|指|即|与)/u,
  );
  return clean(parts.at(-1) ?? found);
}

const PARTY =
  /^(甲|乙|丙)\s{0,4}方\s{0,2}(?:[（(]([^（）()]{0,20})[）)])?\s{0,2}(?:\/?\s{0,2}Party [A-C]\s{0,2}(?:[（(][^（）()]{0,40}[）)])?\s{0,2})?[：:]\s{0,4}(.{2,60})$/u;
const PROVIDER_ROLE = /服务(?:商|方|提供)|提供方|供应商|供方|卖方|受托|承揽|出租|许可方|开发方/;
const CUSTOMER_ROLE = /客户|用户|买方|委托|需方|采购|承租|接受方|被许可/;

function fromParties(head: readonly string[], texts: readonly string[]): ProviderReading | undefined {
  const parties = new Map<string, { readonly role: string; readonly name: string }>();
  for (const text of head) {
    const match = PARTY.exec(text);
    if (!match?.[1] || !match[3] || parties.has(match[1])) continue;
    parties.set(match[1], { role: match[2] ?? '', name: match[3].replace(/[_＿\s]+$/u, '').trim() });
  }
  if (parties.size === 0) return undefined;
  const named = (letter: string | undefined): ProviderReading | undefined => {
    const name =
      letter === undefined
        ? undefined
        : parties
            .get(letter)
            ?.name.replace(/[（(](?:以下|下称|简称|盖章).*$/u, '')
            .trim();
    return name !== undefined && /[\p{L}]{2}/u.test(name) ? { name, short: `${letter}方` } : undefined;
  };
  for (const [letter, party] of parties)
    if (PROVIDER_ROLE.test(party.role) && !CUSTOMER_ROLE.test(party.role)) return named(letter);
  return named(providingParty(texts));
}

/** The party that provides, counted over the text: 乙方向甲方提供, 甲方…支付. */
function providingParty(texts: readonly string[]): string | undefined {
  const votes: Record<string, number> = { 甲: 0, 乙: 0 };
  for (const text of texts.slice(0, 400)) {
    for (const match of text
      .slice(0, 4000)
      .matchAll(/(甲|乙)方[^，。；甲乙]{0,10}(?:向|为)(?:甲|乙)方[^，。；]{0,12}提供/gu))
      votes[match[1] ?? ''] = (votes[match[1] ?? ''] ?? 0) + 2;
    for (const match of text.slice(0, 4000).matchAll(/(甲|乙)方[^，。；甲乙]{0,16}(?:支付|付款|缴纳|付费)/gu)) {
      const other = match[1] === '甲' ? '乙' : '甲';
      votes[other] = (votes[other] ?? 0) + 1;
    }
  }
  const [first, second] = [votes['甲'] ?? 0, votes['乙'] ?? 0];
  return first === second ? undefined : first > second ? '甲' : '乙';
}

function fromEnglish(head: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    let rest = text;
    for (let match = ENGLISH_DEFINED.exec(rest); match?.[1] && match[2]; match = ENGLISH_DEFINED.exec(rest)) {
      if (!ENGLISH_CUSTOMER.test(match[2]))
        return {
          name: match[1].replace(/^(?:The|This|These|Between|By)\s/, '').replace(SENTENCE_BEFORE, ''),
          short: match[2],
        };
      rest = rest.slice(match.index + match[0].length);
    }
  }
  for (const text of head.slice(0, 30)) {
    const said = /\b(?:between|by|from|with|operated by|provided by|of)\s+(?:and between\s+)?/i.exec(text);
    const name = said && ENGLISH_ANY.exec(text.slice(said.index + said[0].length, said.index + 300));
    if (name && name.index < 80) return { name: name[0] };
  }
  return undefined;
}
