import { PARTY_WORDS } from '../rules/parties.ts';
import { chineseEvidence } from './chinese-evidence.ts';
import { definedRoles } from './defined-roles.ts';
import { BRAND, brandName, cloudName, hostName, latinName, namedBeside, paperName, titledName } from './faint-name.ts';
import { englishEvidence } from './english-evidence.ts';
import { type Evidence, type Found, NameVotes } from './name-votes.ts';

const GENERIC = new Set<string>(
  [PARTY_WORDS.provider, PARTY_WORDS.customer, PARTY_WORDS.either].flatMap(({ chinese, english }) => [
    ...chinese,
    ...english,
  ]),
);

/** What each kind of evidence weighs, and how often it counts at most: a name in every line is not a hundred times a provider. */
const WEIGHTS: Readonly<Record<Evidence, { readonly each: number; readonly most: number }>> = {
  acts: { each: 1, most: 8 },
  does: { each: 0.3, most: 4 },
  owns: { each: 0.4, most: 6 },
  beside: { each: 0.5, most: 6 },
  says: { each: 3, most: 1 },
  address: { each: 1, most: 2 },
  mail: { each: 2, most: 1 },
  bare: { each: 0.25, most: 16 },
  thing: { each: -0.5, most: 12 },
};
/** So much speaks for a name before it is taken for the provider's. */
const LEAST = 2.5;
/** Where nothing speaks louder, and in most places where the name stands. */
const FAINT = 1.2;
/** Of all the places where a name stands, evidence speaks for it in such a share; a thing is mentioned everywhere. */
const SPOKEN = 0.12;
/** So much is enough, however often it stands there. */
const ENOUGH = 5;
const LOOKED_AT = 8;
const READ = 60_000;
const LONGEST_TEXT = 4000;

/** A name, and whether more than its form or the title speaks for it. */
export interface Acting {
  readonly name: string;
  readonly clear: boolean;
}

/**
 * The name of whoever provides, in a text that names it without saying what it is: it acts as a provider does (星桥云有权…,
 * “Acme may…”), has accounts, a site, users, stands beside the reader (您与星桥云, “between you and Acme”), in the title, behind ©, in
 * addresses. All evidence is weighed together; a name for which only things speak that a product does as well is none. Undefined where
 * too little speaks for any.
 */
export function actingName(title: string, texts: readonly string[]): Acting | undefined {
  const votes = new NameVotes();
  const parts: string[] = [];
  let read = 0;
  for (const text of texts) {
    if (read > READ) break;
    read += text.length;
    const part = text.slice(0, LONGEST_TEXT);
    parts.push(part);
    chineseEvidence(part, votes);
    englishEvidence(part, votes);
  }
  const flat = title.toLowerCase();
  const whole = parts.join('\n');
  const times = (name: string): number => whole.split(name).length - 1;
  const roles = definedRoles(whole);
  const names = votes.names((name) => roles.has(name) || GENERIC.has(name.toLowerCase()));
  const weighed = names
    .map(({ name, found }) => ({
      name,
      spoken: spokenFor(found),
      weight: weightOf(name, found, flat),
      share: (isShort(name) && found.says === undefined ? 2 : 1) * SPOKEN,
    }))
    .filter(({ name, weight }) => weight >= FAINT && !isWord(name, times(name), whole))
    .toSorted((a, b) => b.weight - a.weight || b.name.length - a.name.length)
    .slice(0, LOOKED_AT);
  const clear = weighed.find(
    ({ name, spoken, weight, share }) => weight >= LEAST && spoken >= Math.min(ENOUGH, share * times(name)),
  );
  if (clear) return { name: clear.name, clear: true };
  const faint =
    titledName(title, times) ??
    weighed.find(({ name, spoken }) => !isShort(name) && spoken >= 2 && spoken >= 2 * SPOKEN * times(name))?.name ??
    brandName(
      names.map(({ name }) => name),
      times,
    ) ??
    hostName(votes.hosts, whole) ??
    latinName(whole) ??
    // Nobody stands out: a name that is said but once or twice, where an address or the title says it as well.
    hostName(votes.hosts, whole, 1) ??
    [title, ...texts.slice(0, LINES)]
      .map((line) => (line.length > SHORT ? undefined : paperName(line, times)))
      .find((name) => name !== undefined) ??
    votes.noticeGiver(BRAND) ??
    namedBeside(title) ??
    cloudName(whole);
  return faint === undefined ? undefined : { name: faint, clear: false };
}

/** A word that stands small nearly as often as it has a capital is one of the language: headings write it so. */
function isWord(name: string, times: number, whole: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const small =
    whole.match(new RegExp(`(?<![\\w.@/-])${name.toLowerCase()}(?![\\w@/-]|\\.[a-z]{2})`, 'gu'))?.length ?? 0;
  return small >= SMALL * times;
}
const SMALL = 0.5;
/** So many lines at the head of a text, so short, may be a title as well. */
const LINES = 4;
const SHORT = 60;

/** Two Chinese letters are a word of the language oftener than a name. */
const isShort = (name: string): boolean => /^\p{Script=Han}{2}$/u.test(name);

/** How often a person's evidence speaks for it. */
const spokenFor = ({ acts = 0, owns = 0, beside = 0, says = 0, bare = 0 }: Found): number =>
  Math.max(acts + owns + beside + says * 2, bare);

function weightOf(name: string, found: Found, title: string): number {
  if (spokenFor(found) === 0) return 0;
  const weight = Object.entries(WEIGHTS).reduce(
    (sum, [kind, { each, most }]) => sum + each * Math.min(most, found[kind as Evidence] ?? 0),
    0,
  );
  const at = title.indexOf(name.toLowerCase());
  return weight + (at < 0 ? 0 : at < 3 ? Math.max(0, weight * 0.5) + 2 : 1);
}
