import type { Fact } from '../fact.ts';
import { PARTY_WORDS } from '../rules/parties.ts';
import { sentences } from '../meaning/sentences.ts';

const alternatives = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const BOTH_ZH = '任何一方|任一方|双方|各方|每一方|一方';
const BOTH_EN =
  "either party(?:['’]s)?|each party(?:['’]s)?|both parties['’]?|neither party(?:['’]s)?|a party['’]s|any party";
/** Whoever is named in a sentence, by the words that name a side. */
export const SIDES = new RegExp(
  String.raw`(?<both>${BOTH_ZH}|\b(?:${BOTH_EN})\b)|(?<provider>${alternatives(PARTY_WORDS.provider.chinese)}|\b(?:our|us|${alternatives(PARTY_WORDS.provider.english)})\b)|(?<customer>${alternatives(PARTY_WORDS.customer.chinese)}|\b(?:your|${alternatives(PARTY_WORDS.customer.english)})\b)`,
  'giu',
);
/** What is limited, with whose it is right before it or right behind. */
const OWED = /责任|赔偿|赔付|补偿|\bliab(?:ility|ilities|le)\b|\bobligations?\b/giu;
/** `the liability of …`, `向客户承担`: whoever stands there is not the one who owes. */
const RECEIVES = /(?:向|对|给)$|\b(?:to|towards?|against)\s(?:the\s)?$/iu;

/** Whoever only agrees to it owes nothing by it. */
const ADMITS = /\b(?:agree|acknowledg|understand|accept)\w*\b|同意|确认|理解|知悉|认可/iu;
/** What parts a name from what is owed. */
const OTHER = /[,，;；]|['’]s?\s/u;
const REACH = 24;

/** Whose liability a sentence limits: the side that stands nearest before what is owed, or behind `liability of`. */
function sideIn(words: string): Fact['party'] {
  // Of several the one that is limited stands last: `Except for Customer’s payment obligations, the Provider’s liability …`.
  const owed = [...words.matchAll(OWED)].at(-1);
  if (!owed) return undefined;
  const end = owed.index + owed[0].length;
  const named = [...words.matchAll(SIDES)].filter(
    ({ index }) => !RECEIVES.test(words.slice(Math.max(0, index - 14), index)),
  );
  const before = named
    .filter(({ index }) => index < owed.index)
    .findLast(({ index, 0: name }) => !ADMITS.test(words.slice(index + name.length, owed.index)));
  // Behind a comma or another owner's name (`Starbridge’s liability`) it is not known whose it is.
  const isOther =
    before && OTHER.test(words.slice(before.index + before[0].length, owed.index).replace(/^['’]s?/u, ''));
  // `the liability of Starbridge`: whoever is named there, and nobody before.
  const isTold = /^\s?(?:of|by)\s/iu.test(words.slice(end));
  const behind = named.find(({ index }) => index >= end && index < end + REACH);
  const groups = (isTold ? behind : isOther ? undefined : before)?.groups;
  if (!groups) return undefined;
  return groups['both'] !== undefined ? 'both' : groups['customer'] !== undefined ? 'customer' : 'provider';
}

/** Caps with whose liability they limit, where their sentence says so. */
export function liable(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.map((fact) => {
    if (fact.kind !== 'liability-cap' || fact.party !== undefined || typeof fact.value !== 'string') return fact;
    const text = textOf(fact.clause);
    const at = text.indexOf(fact.value);
    const stretch = sentences(text).find(({ start, end }) => at >= start && at < end);
    const party = stretch && sideIn(text.slice(stretch.start, at));
    return party === undefined ? fact : { ...fact, party };
  });
}
