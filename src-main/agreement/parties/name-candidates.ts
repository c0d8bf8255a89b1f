import { PARTY_WORDS } from '../rules/parties.ts';
import { chineseEvidence, isNobody, isOther } from './chinese-evidence.ts';
import { definedRoles } from './defined-roles.ts';
import { englishEvidence, isEnglishOther } from './english-evidence.ts';
import { BRAND } from './faint-name.ts';
import type { KnownWords } from './known-words.ts';
import { type Found, NameVotes } from './name-votes.ts';

/** What can be said of a name in a text, by what tells it: how it stands there, where, and what it is written like. */
export const NAME_TRAITS = [
  // What stands beside it, in which share of its places; its address.
  'acts',
  'does',
  'owns',
  'beside',
  'says',
  'voted',
  'spoken',
  'address',
  // Where it stands: in the title, at its head, early, at the head of clauses, in quotes, behind a label, but once.
  'title',
  'titleStart',
  'early',
  'leads',
  'quoted',
  'labelled',
  'once',
  // A company in full: the only one, one beside a word for the provider; or it begins with the name, or holds it.
  'full',
  'only',
  'weak',
  'begins',
  'company',
  // Whether texts of others have its pieces: some of them, its first, its last; or it is a piece of something longer.
  'rare',
  'uncommon',
  'headRare',
  'headCommon',
  'tailRare',
  'tailCommon',
  'part',
  // Its form.
  'two',
  'long',
  'camel',
  'capitals',
  'brand',
  'nobody',
  'word',
  // What one sign after the other says (`acting-name.ts`).
  'clear',
  'faint',
] as const;
export type NameTrait = (typeof NAME_TRAITS)[number];
export type NameTraits = Readonly<Partial<Record<NameTrait, number>>>;

export interface NameCandidate {
  readonly name: string;
  readonly traits: NameTraits;
  /** A word for a side or of the language: never taken, though it teaches what names are not. */
  readonly isNobodys: boolean;
}

/** Names that were found in other ways, each of which is one sign more. */
export interface NamesFound {
  readonly acting?: { readonly name: string; readonly clear: boolean } | undefined;
  /** A company in full; weak: it stands beside a word that a provider may stand beside. */
  readonly company?: { readonly name: string; readonly weak: boolean } | undefined;
}

const READ = 24_000;
const LONGEST_TEXT = 4000;
const LONGEST_NAME = 6;
const EARLY = 400;
const HAN = /\p{Script=Han}/u;
const LATIN_NAME =
  /(?<![\p{L}\p{N}./@_-])(?:[A-Z][A-Za-z0-9]+|[a-z]+[A-Z][A-Za-z0-9]*)(?![\p{Script=Latin}\p{N}_@-]|\.[a-z])/gu;
const SMALL_WORD = /(?<![\p{L}\p{N}./@_-])[a-z][a-z\d]{3,19}(?![\p{L}\p{N}_@/-])/gu;
const QUOTED = /[“"「『《]([\p{L}\p{N}· ]{2,16})[”"」』》]/gu;
/** What stands behind a label on a line of its own; the sides of a contract are read by their parts (`provider.ts`). */
const LABELLED =
  /(?:^|\n)(?!(?:[^\n：:。，]{0,11})[甲乙丙]\s?方)[^\n：:。，]{1,12}[：:]\s*([\p{L}\p{N}（）()· ]{2,24})(?=\n|$)/gu;
const TITLE_RUN = /^[《“"【「#*\s]*([\p{Script=Han}A-Za-z0-9·]+)/u;
const TITLE_NAMES = /(?:[A-Z][\w&’'-]*|[a-z]+[A-Z]\w*)(?: (?:[A-Z][\w&’'-]*|&)){0,2}/gu;
/** What stands before a name at the head of a clause. */
const BOUNDARY = /(?:^|[\n，,。；;、：:（(“"]|[.;] )\s*$/u;

const GENERIC = new Set<string>(
  [PARTY_WORDS.provider, PARTY_WORDS.customer, PARTY_WORDS.either].flatMap(({ chinese, english }) => [
    ...chinese,
    ...english,
  ]),
);

/** A text as the candidates are looked for in it. */
interface Looked {
  readonly title: string;
  readonly whole: string;
  readonly votes: NameVotes;
  readonly found: ReadonlyMap<string, Found>;
  readonly quoted: ReadonlySet<string>;
  readonly labelled: ReadonlySet<string>;
  /** How often the longer stretches hold a stretch, one letter longer. */
  readonly longer: ReadonlyMap<string, number>;
  readonly known: KnownWords;
  readonly also: NamesFound;
}

/** Every name that a text may mean by whoever provides, with what is to be said of it. */
export function nameCandidates(
  title: string,
  texts: readonly string[],
  also: NamesFound,
  known: KnownWords,
): readonly NameCandidate[] {
  const votes = new NameVotes();
  const parts: string[] = [];
  let read = 0;
  for (const text of texts) {
    if (read > READ) break;
    const part = text.slice(0, LONGEST_TEXT);
    read += part.length;
    parts.push(part);
    chineseEvidence(part, votes);
    englishEvidence(part, votes);
  }
  const whole = parts.join('\n');
  const counted = stretches(`${title}\n${whole}`, known);
  const looked: Looked = {
    title,
    whole,
    votes,
    found: new Map(votes.all().map(({ name, found }) => [name, found])),
    quoted: captured(whole, QUOTED),
    labelled: captured(whole, LABELLED),
    longer: longerOf(counted),
    known,
    also,
  };
  const roles = definedRoles(whole);
  return [...namesIn(looked, counted)].flatMap((name) => {
    if (GENERIC.has(name.toLowerCase())) return [];
    const places = placesOf(name, whole);
    if (places.length === 0 && !title.includes(name)) return [];
    const isWord = places.length < OFTEN && (HAN.test(name) ? isNobody(name) : isEnglishOther(name));
    return [{ name, traits: traitsOf(name, places, looked), isNobodys: isWord || roles.has(name) }];
  });
}
/** A word of the language is somebody's name where it stands all over the text. */
const OFTEN = 12;

/** Where names are looked for: beside words that tell, in quotes and labels, in what no other text has, in title and addresses. */
function namesIn(looked: Looked, counted: ReadonlyMap<string, number>): ReadonlySet<string> {
  const { whole, title, votes, known, longer, also } = looked;
  const names = new Set<string>([...looked.quoted, ...looked.labelled]);
  for (const [name, { acts = 0, owns = 0, beside = 0, says = 0 }] of looked.found)
    if (!HAN.test(name) || rarityOf(name, known) > 0 || acts + owns + beside + says > 1) names.add(name);
  // What always stands inside a longer stretch is no name of its own.
  for (const [name, count] of counted) if (count > 1 && (longer.get(name) ?? 0) < count) names.add(name);
  for (const [name] of whole.matchAll(LATIN_NAME)) names.add(name);
  for (const name of [...titleNames(title), ...smallNames(whole, known)]) names.add(name);
  for (const host of votes.hosts.slice(0, 5)) {
    const written = new RegExp(`(?<![\\w.@/-])${host}(?![\\w@/-]|\\.[a-z]{2})`, 'iu').exec(whole)?.[0];
    if (written !== undefined) names.add(written);
  }
  for (const each of [also.acting, also.company]) if (each) names.add(each.name);
  return names;
}

const captured = (whole: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...whole.matchAll(pattern)].map(([, name = '']) => name.trim()));

/** The beginnings of a Chinese title, the names with capitals of an English one. */
function titleNames(title: string): readonly string[] {
  const names: string[] = [];
  const run = TITLE_RUN.exec(title)?.[1] ?? '';
  for (let end = 2; HAN.test(run) && end <= Math.min(LONGEST_NAME + 2, run.length); end += 1)
    if (!/[A-Za-z0-9]{2}/u.test(run.slice(end - 1, end + 1))) names.push(run.slice(0, end));
  for (const [name] of title.matchAll(TITLE_NAMES)) {
    const words = name.split(' ');
    for (let end = 1; end <= words.length; end += 1)
      names.push(
        words
          .slice(0, end)
          .join(' ')
          .replace(/[’']s$/u, ''),
      );
  }
  return names;
}

/** Small words that no other text has, and this one again: names that are written so. */
function smallNames(whole: string, known: KnownWords): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of whole.matchAll(SMALL_WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([word, count]) => count > 1 && known.rarity(word) === 2).map(([word]) => word);
}

/** Stretches of Chinese letters in which something is that hardly any other text has, with how often they stand there. */
function stretches(whole: string, known: KnownWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [run] of whole.matchAll(/\p{Script=Han}{2,}/gu)) {
    const rare = Array.from({ length: run.length - 1 }, (_, at) => known.rarity(run.slice(at, at + 2)) > 0);
    for (let at = 0; at < rare.length; at += 1)
      for (let end = at + 2, has = false; end <= Math.min(run.length, at + LONGEST_NAME); end += 1) {
        has ||= rare[end - 2] === true;
        if (has) counts.set(run.slice(at, end), (counts.get(run.slice(at, end)) ?? 0) + 1);
      }
  }
  return counts;
}

function longerOf(counted: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const longer = new Map<string, number>();
  for (const [name, count] of counted)
    for (const part of [name.slice(1), name.slice(0, -1)]) longer.set(part, Math.max(count, longer.get(part) ?? 0));
  return longer;
}

function placesOf(name: string, whole: string): readonly number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, at + name.length)) places.push(at);
  return places;
}

/** The pieces by which a name is known: pairs of Chinese letters, words of Latin ones. */
function rarityOf(name: string, known: KnownWords): 0 | 1 | 2 {
  let rarity: 0 | 1 | 2 = 0;
  for (const [run] of name.matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu))
    if (!HAN.test(run)) rarity = Math.max(rarity, known.rarity(run.toLowerCase())) as 0 | 1 | 2;
    else
      for (let at = 0; at + 2 <= run.length; at += 1)
        rarity = Math.max(rarity, known.rarity(run.slice(at, at + 2))) as 0 | 1 | 2;
  return rarity;
}

/** Every trait that is there at all. */
function traitsOf(name: string, places: readonly number[], looked: Looked): NameTraits {
  const all: NameTraits = {
    ...besideTraits(name, places, looked),
    ...placeTraits(name, places, looked),
    ...companyTraits(name, looked.also),
    ...pieceTraits(name, places.length, looked),
    ...formTraits(name, places.length, looked.whole),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 0));
}

function besideTraits(name: string, { length: count }: readonly number[], { found, votes }: Looked): NameTraits {
  const own = found.get(name);
  const { acts = 0, does = 0, owns = 0, beside = 0, says = 0 } = own ?? {};
  return {
    acts: Math.log1p(acts),
    does: Math.log1p(does),
    owns: Math.log1p(owns),
    beside: Math.log1p(beside),
    says: Math.min(2, says),
    voted: Number(own !== undefined),
    spoken: Math.min(1, (acts + owns + beside + 2 * says) / Math.max(1, count)),
    address: Math.min(2, votes.addressesOf(name)),
  };
}

function placeTraits(name: string, places: readonly number[], { title, whole, quoted, labelled }: Looked): NameTraits {
  const at = title.toLowerCase().indexOf(name.toLowerCase());
  const leading = places.filter((place) => BOUNDARY.test(whole.slice(Math.max(0, place - 3), place)));
  return {
    title: Number(at >= 0),
    titleStart: Number(at >= 0 && at < 3),
    early: Number((places[0] ?? EARLY) < EARLY),
    leads: leading.length / Math.max(1, places.length),
    quoted: Number(quoted.has(name)),
    labelled: Number(labelled.has(name)),
    once: Number(places.length < 2),
  };
}

function companyTraits(name: string, { company, acting }: NamesFound): NameTraits {
  const whole = company?.name.toLowerCase() ?? '';
  const isPart = whole.length > name.length && whole.includes(name.toLowerCase());
  return {
    full: Number(company?.name === name),
    only: Number(company?.name === name && !company.weak),
    weak: Number(company?.name === name && company.weak),
    company: Number(isPart),
    begins: Number(isPart && whole.startsWith(name.toLowerCase())),
    clear: Number(acting?.name === name && acting.clear),
    faint: Number(acting?.name === name && !acting.clear),
  };
}

function pieceTraits(name: string, count: number, { known, longer }: Looked): NameTraits {
  const rarity = rarityOf(name, known);
  const isChinese = HAN.test(name);
  const [head, tail] = [known.rarity(name.slice(0, 2)), known.rarity(name.slice(-2))];
  return {
    rare: Number(rarity === 2),
    uncommon: Number(rarity === 1),
    headRare: Number(isChinese && head === 2),
    headCommon: Number(isChinese && head === 0),
    tailRare: Number(isChinese && tail === 2),
    tailCommon: Number(isChinese && tail === 0),
    part: Math.min(1, (longer.get(name) ?? 0) / Math.max(1, count)),
  };
}

const LONG = 5;

function formTraits(name: string, count: number, whole: string): NameTraits {
  const isChinese = HAN.test(name);
  return {
    two: Number(isChinese && name.length === 2),
    long: Number(isChinese && name.length > LONG),
    camel: Number(/[a-z][A-Z]/u.test(name)),
    capitals: Number(/^[A-Z\d&]{2,}$/u.test(name)),
    brand: Number(BRAND.test(name)),
    nobody: Number(isChinese ? isOther(name) : isEnglishOther(name)),
    word: smallShare(name, count, whole),
  };
}

/** How often the same letters stand there small, as a word of the language. */
function smallShare(name: string, count: number, whole: string): number {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name) || count === 0) return 0;
  const small = new RegExp(`(?<![\\w.@/-])${name.toLowerCase()}(?![\\w@/-]|\\.[a-z]{2})`, 'gu');
  return Math.min(1, (whole.match(small)?.length ?? 0) / count);
}
