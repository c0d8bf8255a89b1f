import { COMPANY, ENGLISH_COMPANY, LATIN_BEFORE, ownName } from './company-forms.ts';
import { BUYER_BEFORE, fromParties, providingParty, SELLER_BEFORE } from './lettered-parties.ts';

const SHORT =
  '[（(](?:[^（）()]{0,12}[，,])?(?:以下|下|后文)?(?:统?简称|称|亦称|又称)?(?:为|作)?[“"「‘\']([^”"」’\']{1,20})[”"」’\'][^（）()]{0,30}[）)]';
const DEFINED = new RegExp(`(${COMPANY})\\s?${SHORT}`, 'u');
/** `“星桥”是指“上海星桥科技有限公司”`. */
const NAMED_AS = new RegExp(`[“"「]([^”"」]{1,20})[”"」]\\s?(?:是|系|即)?指\\s?[“"「]?(${COMPANY})`, 'u');
/** Whose the thing is that the text is about, and who runs it. */
const RUN_BY = new RegExp(
  `(?:由|归)\\s?(${COMPANY})(?:[（(][^（）()]{0,30}[）)])?(?:负责|独立|自主|合法|共同|研发|设计|开发|和|与|及|、|并)*(?:运营|经营|开发|研发|所有|拥有|享有)`,
  'u',
);
/** `我们是星桥科技有限公司`. */
const WE_ARE = new RegExp(`我们(?:即|是|系)(${COMPANY})`, 'u');
const ADDRESSEE = new RegExp(`^致[：:]?\\s{0,2}(${COMPANY})[：:]?$`, 'u');
const LABELLED = new RegExp(
  `(?:运营者|经营者|运营方|运营商|服务提供者|服务提供方|提供方|运营主体|经营主体|开发者|主体)(?:名称|信息)?[：:]\\s{0,2}(${COMPANY})`,
  'u',
);
const ANY_COMPANY = new RegExp(COMPANY, 'u');
const FULL_COMPANY = new RegExp(`${LATIN_BEFORE}[\\p{Script=Han}（）()A-Za-z0-9·&]{4,30}?有限(?:责任)?公司`, 'gu');
const CUSTOMER_NAMES = /^(?:您|你|用户|客户|最终用户|甲方客户|会员|买方|被许可方)$/;

const ENGLISH_DEFINED = new RegExp(`(${ENGLISH_COMPANY})[^()“"]{0,160}?\\((?:[^()]{0,60}?)[“"]([^”"]{1,40})[”"]`, 'u');
const ENGLISH_ANY = new RegExp(ENGLISH_COMPANY, 'u');
/** `“Company” (referred to as “we”) refers to Oakline Labs, …`: a name without the form of a company. */
const ENGLISH_NAMED_AS =
  /[“"'](?:the\s)?((?:Company|Provider|Supplier|Vendor|Licensor|Operator|We|Us|Our))[”"'](?:[^.;]{0,100}?[”")])?\s(?:refers?\sto|means?|shall\smean)\s(?:the\s)?(\p{Lu}[\p{L}\p{N}&.'’-]*(?: (?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|&)(?=[\s,.;(]|$)){0,5}?)(?=[,;(]|\.?$|\.\s|\s(?:with|a|an|located|having|which|whose|at|at\shttps?)\b)/u;
/** `“Carrier” is Oakline Logistics Oy`: whatever the name, behind it stands a company in full. */
const ENGLISH_COMPANY_AS = new RegExp(
  `[“"](?:[Tt]he )?([A-Z][\\w&.'’-]*(?: [A-Z][\\w-]*)?)[”"](?:[^.;“”"()]{0,40}?)\\s(?:refers?\\sto|means?|shall\\smean|is)\\s(${ENGLISH_COMPANY})`,
  'u',
);
const GENERIC_NAME =
  /^(?:You|Your|Company|Provider|Supplier|Customer|Client|User|Licensor|Vendor|Operator|Party|Parties|Party\s.*|Any|Each|All|An?|Affiliates?|Website|Site|Service|Services|Software|Platform|App|Application|Owner|Person|Entity|It|Its)$/u;

/** Words of a heading or a sentence before the name: `Hosts. Example LLC`; what is shortened ends no sentence. */
const CAPITALS_BEFORE = /^\P{Ll}*\b(?:BETWEEN|WITH|BY|FROM|INTO|IS|ARE|YOU AND)\s+(?=\P{Ll}+$)/u;
const SENTENCE_BEFORE =
  /^.*\b(?!(?:Inc|Corp|Ltd|Pte|Pty|Pvt|Sdn|Bhd|Bros|Intl|Mfg|Assn|Tech|CORP|BROS|INTL|TECH)\.)(?:[A-Za-z]*[a-z]{2,}|[A-Z]{4,})\.\s+(?=[A-Z])/;
const ENGLISH_CUSTOMER =
  /^(?:the )?(?:you|customer|client|user|subscriber|licensee|buyer|purchaser|merchant|reseller|partner|shipper|lessee|tenant|borrower|member|participant|registrant|guest|student|cardholder)$/i;

const HEAD_CHARACTERS = 8000;

/** A provider as named, and the short name it gives itself. */
export interface ProviderReading {
  readonly name: string;
  readonly short?: string;
  /** It is only a company that stands beside a word that a provider may stand beside. */
  readonly weak?: true;
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
  return fromAddressee(head) ?? fromParties(head, texts) ?? fromDefinition(head, texts) ?? fromEnglish(head);
}

const clean = (name: string): string =>
  name
    .replace(
      /^(?:欢迎|我们|您|你|用户|客户|本|(?:服务)?(?:等级)?(?:协议|条款|合同|政策|规则|声明|文件|承诺书)(?:旨在)?(?:说明|约定|规定|规范|适用于|载明|描述|阐明|列明|明确|界定)了?|系|由|是|与|和|及|向|为|即|经|指|根据|（[^）]*）|[，、“”])+/u,
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

/** `星桥云及其关联公司` names a brand and nobody in full. */
const GROUP = /及其|关联/u;

/** Whose the rights are, at the head of a text: `版权所有 © 2024 星桥科技有限公司`. */
const COPYRIGHT = new RegExp(
  `(?:版权(?:声明|所有)|著作权人|[Cc]opyright|COPYRIGHT|©)[^，。；;\\n\\p{Script=Han}]{0,48}?(${COMPANY})`,
  'u',
);

/** The company that a short name stands for, that a label names, or that runs the thing. */
function fromWords(head: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    const [, short = '', company] = NAMED_AS.exec(text) ?? [];
    if (company !== undefined && !CUSTOMER_NAMES.test(short) && !GROUP.test(company))
      return { name: fullName(company), short };
  }
  const labelled = head.map((text) => LABELLED.exec(text)?.[1]).find((name) => name !== undefined);
  if (labelled !== undefined) return { name: labelled };
  const own = head.map((text) => WE_ARE.exec(text)?.[1]).find((name) => name !== undefined);
  if (own !== undefined) return { name: fullName(own) };
  const owner = head
    .slice(0, EARLY)
    .map((text) => COPYRIGHT.exec(text)?.[1])
    .find((name) => name !== undefined);
  if (owner !== undefined) return { name: fullName(owner) };
  const runBy = head
    .slice(0, EARLY)
    .map((text) => RUN_BY.exec(text)?.[1])
    .find((name) => name !== undefined);
  return runBy === undefined || GROUP.test(runBy) ? undefined : { name: fullName(runBy) };
}

/** Whether a short name is the buyer's: by what stands before the name, or by what the text lets each lettered side do. */
function isBuyers(before: string, short: string, texts: readonly string[]): boolean {
  if (CUSTOMER_NAMES.test(short) || BUYER_BEFORE.test(before)) return true;
  const letter = /^([甲乙])方$/u.exec(short)?.[1];
  if (letter === undefined || SELLER_BEFORE.test(before)) return false;
  return (providingParty(texts) ?? letter) !== letter;
}

function fromDefinition(head: readonly string[], texts: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    const match = DEFINED.exec(text);
    if (!match?.[1] || !match[2] || isBuyers(text.slice(0, match.index), match[2], texts)) continue;
    const name = fullName(match[1]);
    if (name !== '') return { name, short: match[2] };
  }
  const told = fromWords(head);
  if (told) return told;
  for (const text of head.slice(0, 30)) {
    const said =
      /(?:由|与|是|为|归)([^，。；]{2,40}?公司)(?:与|和|向|就|之间|共同|订立|签订|签署|缔结|提供|运营|开发|拥有|所有|享有|负责|（|\()/u.exec(
        text,
      )?.[1];
    const name = said && ANY_COMPANY.exec(said)?.[0];
    if (name && /公司/.test(name)) return { name: fullName(name), weak: true };
  }
  return undefined;
}

/** Whoever runs the thing is told at the beginning; further down it may be somebody else's. */
const EARLY = 12;

/** How often the one company of a text is named at least for each of the others together. */
const MOST = 2;

/** The one company that a Chinese text names in full, or names so much oftener than any other. */
export function onlyCompany(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [found] of text.slice(0, 4000).matchAll(FULL_COMPANY)) {
      const name = fullName(found);
      if (name.length > 5) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  // `所有权归上海星桥科技有限公司`: the shortest of names that end alike is the name, the rest of the others is their sentence's.
  for (const [name, count] of counts) {
    const own = [...counts.keys()].find((other) => other !== name && name.endsWith(other));
    if (own === undefined) continue;
    counts.set(own, (counts.get(own) ?? 0) + count);
    counts.delete(name);
  }
  const [first, ...others] = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return first && first[1] >= MOST * rest ? first[0] : undefined;
}

/** A company's name without the words of a heading or a sentence that the pattern took along. */
const cleanEnglish = (found: string): string =>
  ownName(found)
    .replace(SENTENCE_BEFORE, '')
    .replace(CAPITALS_BEFORE, '')
    .replace(/^(?:The|This|These|Between|By|Of|And|To|From|Copyright|We[’']re|We are)\s/u, '');

const ENGLISH_EVERY = new RegExp(ENGLISH_COMPANY, 'gu');
/** Companies that a text sends the reader to, and that provide nothing of it. */
const OTHER_COMPANIES =
  /^(?:Google|Apple|Facebook|Meta|Microsoft|Amazon|Stripe|PayPal|Visa|Mastercard|JAMS|Your|Any|Such|(?:The\s)?Company|This|Each)\b/u;

/** The one company that an English text names in full, by its name without the words of a sentence before it. */
export function onlyEnglishCompany(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [found] of text.slice(0, 4000).matchAll(ENGLISH_EVERY)) {
      const name = cleanEnglish(found);
      if (!OTHER_COMPANIES.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const [first, ...others] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && others.every(([name, count]) => name === first[0] || count * MOST <= first[1]) ? first[0] : undefined;
}

/** The name without the words that the pattern took along from before it. */
function fullName(found: string): string {
  const parts = found.split(
    /(?:^|[^合公共])(?:欢迎您?(?:（[^）]*）)?与|您(?:（[^）]*）)?与|用户与|客户与|提供商|运营商|由|是|系|指|即|与|归|属于)/u,
  );
  return clean(ownName(parts.at(-1) ?? found));
}

/** The name that a word for the provider is said to mean. */
function fromMeaning(head: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    const [, short = '', name = ''] = ENGLISH_COMPANY_AS.exec(text) ?? [];
    if (name !== '' && !ENGLISH_CUSTOMER.test(short)) return { name, short };
  }
  for (const text of head) {
    const [, short = '', name = ''] = ENGLISH_NAMED_AS.exec(text) ?? [];
    if (name !== '' && !GENERIC_NAME.test(name)) return { name: name.replace(/\.$/u, ''), short };
  }
  return undefined;
}

function fromEnglish(head: readonly string[]): ProviderReading | undefined {
  for (const text of head) {
    let rest = text;
    for (let match = ENGLISH_DEFINED.exec(rest); match?.[1] && match[2]; match = ENGLISH_DEFINED.exec(rest)) {
      if (!ENGLISH_CUSTOMER.test(match[2]))
        return {
          name: cleanEnglish(match[1]),
          short: match[2],
        };
      rest = rest.slice(match.index + match[0].length);
    }
  }
  const meant = fromMeaning(head);
  if (meant) return meant;
  for (const text of head.slice(0, 30)) {
    const said = /\b(?:between|by|from|with|operated by|provided by|of)\s+(?:and between\s+)?/i.exec(text);
    const name = said && ENGLISH_ANY.exec(text.slice(said.index + said[0].length, said.index + 300));
    if (name && name.index < 80) return { name: cleanEnglish(name[0]), weak: true };
  }
  return undefined;
}
