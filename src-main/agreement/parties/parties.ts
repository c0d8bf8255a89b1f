import { providingParty } from './lettered-parties.ts';
import { PARTY_ROLES, PARTY_WORDS, ROLE_HINTS } from '../rules/parties.ts';
import { commaParts, plain } from '../meaning/sentences.ts';
import type { StructuredDocument } from '../structure/structured.ts';

export type Party = 'provider' | 'customer' | 'either';

/** Finds which side a stretch of text names. */
export interface Parties {
  readonly pattern: RegExp;
  readonly side: (name: string) => Party | undefined;
}

/** 以下简称“X”, 下称X, (“X”), (the "X"), (“X”, “we” or “us”): a name being given. */
const DEFINED =
  /(?:以下|下)?(?:简?称|统称)(?:为|作)?\s?[“"「『‘']?([^”"」』’'，。、）)（(\s“]{1,12})[”"」』’']?|\(\s?(?:the |hereinafter |referred to as |together,? )*[“"']([^”"']{2,30})[”"']/gu;
const REACH = 60;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** What follows 甲方： tells a side by its role, or only that a company stands there. */
function sideOfParty(words: string): 'provider' | 'customer' | 'company' | undefined {
  if (new RegExp(PARTY_ROLES.customer, 'u').test(words)) return 'customer';
  if (new RegExp(PARTY_ROLES.provider, 'u').test(words)) return 'provider';
  return /公司|集团|中心|银行|有限|研究院|大学|医院|局$/u.test(words) ? 'company' : undefined;
}

function definedNames(text: string): ReadonlyMap<string, Party> {
  const names = new Map<string, Party>();
  const hint = (side: 'provider' | 'customer'): RegExp =>
    new RegExp(`${ROLE_HINTS[side].chinese}|\\b(?:${ROLE_HINTS[side].english})\\b`, 'giu');
  const lastAt = (pattern: RegExp, words: string): number => {
    let at = -1;
    for (const match of words.matchAll(pattern)) at = match.index;
    return at;
  };
  for (const match of text.matchAll(DEFINED)) {
    const name = (match[1] ?? match[2] ?? '').trim();
    if (/协议|条款|服务$|合同|承诺|SLA|agreement|terms|services?$|数据|信息|业务/iu.test(name)) continue;
    const before =
      text
        .slice(Math.max(0, match.index - REACH), match.index)
        .split(/[。；;\n]|与|和您|\band\b/u)
        .at(-1) ?? '';
    const provider = lastAt(hint('provider'), before);
    const customer = lastAt(hint('customer'), before);
    if (provider < 0 && customer < 0) continue;
    names.set(name.toLowerCase(), provider >= customer ? 'provider' : 'customer');
  }
  const lettered = new Map<string, 'provider' | 'customer' | 'company'>();
  for (const match of text.matchAll(/(甲方|乙方|丙方)\s?[（(：:]\s?([^\n。；;）)]{1,40})/gu)) {
    const side = sideOfParty(match[2] ?? '');
    if (side !== undefined) lettered.set(match[1] ?? '', side);
  }
  // A company may be either side; it provides where it stands alone, or where the other is named as the customer.
  const companies = [...lettered].filter(([, side]) => side === 'company');
  const others = [...lettered.values()].filter((side) => side !== 'company');
  for (const [letter, side] of lettered) {
    if (side !== 'company') names.set(letter, side);
    else if (companies.length === 1) names.set(letter, others.includes('provider') ? 'customer' : 'provider');
  }
  return names;
}

/** Of a document on its way many steps ask. */
const known = new WeakMap<object, Parties>();

/** The two sides as this document names them: its own short names first, then the words every agreement uses. */
export function partiesOf(doc: PartiesDocument): Parties {
  const before = known.get(doc);
  if (before) return before;
  const parties = readParties(doc);
  known.set(doc, parties);
  return parties;
}

type PartiesDocument = Pick<StructuredDocument, 'kind' | 'clauses'> & { readonly provider?: string };

function readParties(doc: PartiesDocument): Parties {
  const sides = new Map<string, Party>();
  for (const side of ['provider', 'customer', 'either'] as const)
    for (const word of [...PARTY_WORDS[side].chinese, ...PARTY_WORDS[side].english]) sides.set(word, side);
  if (doc.kind === 'commitment-letter') {
    for (const word of PARTY_WORDS.letter.provider) sides.set(word, 'provider');
    for (const word of PARTY_WORDS.letter.customer) sides.set(word, 'customer');
  }
  const letter = providingParty(doc.clauses.map(({ text }) => text)) ?? '乙';
  for (const each of ['甲', '乙', '丙'])
    if (each !== '丙' || letter === '丙') sides.set(`${each}方`, each === letter ? 'provider' : 'customer');
  const opening = plain(
    doc.clauses
      .slice(0, 40)
      .map((clause) => `${clause.number ?? ''} ${clause.heading ?? ''} ${clause.text}`)
      .join('\n')
      .slice(0, 12_000),
  );
  for (const [name, side] of definedNames(opening)) sides.set(name, side);
  if (doc.provider !== undefined && doc.provider.length > 1) sides.set(plain(doc.provider).toLowerCase(), 'provider');
  const words = [...sides.keys()].toSorted((a, b) => b.length - a.length);
  const han = words.filter((word) => /\p{Script=Han}/u.test(word)).map(escaped);
  const latin = words.filter((word) => !/\p{Script=Han}/u.test(word)).map(escaped);
  return {
    pattern: new RegExp(`${han.join('|')}|\\b(?:${latin.join('|')})\\b`, 'giu'),
    side: (name) => sides.get(name.toLowerCase()),
  };
}

const MODAL =
  /有权|可以|可能会|将会|应当|保留|决定|\bmay\b|\bcan\b|\bshall\b|\bwill\b|\bmust\b|reserves? the right|(?:is|are) entitled to|has the right|have the right|elects? to|at (?:its|our|their) (?:sole )?(?:option|discretion)|可(?!能|用|靠|行|见|适)|将|应/giu;
/**
 * A subject that is none of the names known, right before a modal: a provider that the document never defines (“Acme may”, 天枢有权).
 * The customer is always named by a word of its own.
 */
const OTHER_NAME =
  /(?:^|[\s则并且])(?!(?:The|This|These|Those|Such|Any|No|It|They|If|Neither|Each|All|Either|In|Nothing|Terms|Agreement)\b)[A-Z][\w.&-]+\s*$|^\s*(?!第三|对|他|警|官|多|双)\p{Script=Han}{2,3}方(?!面|式|案|法|可|便)|^\s*(?:则|并|且|而|届时|此时|同时)?(?!.*(?:第三|法院|机关|政府|部门|机构|协议|合同|服务|条款|账户|账号|数据|费用|情节|的$|者$|逾期|否则|后$|时$))\p{Script=Han}{2,12}\s*$/u;
/** Whoever stands right after these is told something or asked for it, and does nothing himself. */
const OBJECT =
  /(?:通知|告知|提示|提醒|要求|催告|向|给)$|\b(?:notify|notifying|inform|informing|to|giving|give|tell|telling|warning|emailing|against|from)\s(?:the\s)?$/iu;
/** Before a right (有权, 保留) stands a person, whatever the name ends with: 天枢数据有权. */
const RIGHT = /^(?:有权|保留)/u;
const OTHER_HOLDER =
  /^\s*(?:则|并|且|而|届时|此时|同时|否则|因此)?(?!.*(?:第三|法院|机关|政府|部门|监管|警方|官方|自然人|他人))(?![本该其此])\p{Script=Han}{2,12}\s*$/u;
/** The agent of a passive stands right after it; “by giving notice” names nobody. */
const BY = /^(?:ed|d)?(?: (?:at any time|immediately|early|in writing))? by (?:the )?/iu;

/**
 * Who does what stands at `at` of a sentence: the side named last before the verb's modal (有权, may) in the same part, else the
 * side that opens the nearest part before it. A passive with its agent (`terminated by you`) is turned round.
 */
export function actorAt(
  parties: Parties,
  sentence: string,
  at: { readonly start: number; readonly end: number },
): Party | undefined {
  const mentions = [...sentence.matchAll(parties.pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    side: parties.side(match[0]),
  }));
  const agent = BY.exec(sentence.slice(at.end, at.end + 90));
  if (agent) {
    const named = mentions.find((mention) => mention.start === at.end + agent[0].length);
    if (named) return named.side;
  }
  const parts = commaParts(sentence.slice(0, at.start));
  const subject = (from: number, to: number): Party | undefined => {
    const modals = [...sentence.slice(from, to).matchAll(MODAL)];
    const modalAt = modals.length > 0 ? from + (modals.at(-1)?.index ?? 0) : to;
    const all = mentions.filter((mention) => mention.start >= from && mention.end <= modalAt);
    const subjects = all.filter(
      (mention) => !OBJECT.test(sentence.slice(Math.max(0, mention.start - 16), mention.start)),
    );
    const inside = subjects.length > 0 ? subjects : all;
    const named = sentence.slice(from, modalAt);
    const holder = RIGHT.test(modals.at(-1)?.[0] ?? '') && OTHER_HOLDER.test(named);
    if (inside.length === 0 && modals.length > 0 && (holder || OTHER_NAME.test(named))) return 'provider';
    if (inside.length === 0 && modals.length > 0) return undefined;
    if (inside.length === 0) return mentions.find((mention) => mention.start >= from && mention.end <= to)?.side;
    return (to === at.start || modals.length > 0 ? inside.at(-1) : inside[0])?.side;
  };
  for (const part of parts.toReversed()) {
    const side = subject(part.start, part.end);
    if (side !== undefined) return side;
  }
  return undefined;
}
