import type { Fact } from '../fact.ts';
import { PARTY_WORDS } from '../rules/parties.ts';
import { sentences } from '../meaning/sentences.ts';

const alternatives = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
const BOTH_ZH = '任何一方|任一方|双方|各方|每一方|一方';
const BOTH_EN =
  "either party(?:['’]s)?|each party(?:['’]s)?|both parties['’]?|neither party(?:['’]s)?|a party['’]s|any party";
const SIDES = new RegExp(
  String.raw`(?<both>${BOTH_ZH}|\b(?:${BOTH_EN})\b)|(?<provider>${alternatives(PARTY_WORDS.provider.chinese)}|\b(?:our|us|${alternatives(PARTY_WORDS.provider.english)})\b)|(?<customer>${alternatives(PARTY_WORDS.customer.chinese)}|\b(?:your|${alternatives(PARTY_WORDS.customer.english)})\b)`,
  'giu',
);
/** What is limited, with whose it is right before it or right behind. */
const OWED = /责任|赔偿|赔付|补偿|\bliab(?:ility|ilities|le)\b|\bdamages\b|\bobligations?\b/giu;
/** `the liability of …`, `向客户承担`: whoever stands there is not the one who owes. */
const RECEIVES = /(?:向|对|给)$|\b(?:to|towards?|against)\s(?:the\s)?$/iu;

/** Whose liability a sentence limits: the side that stands nearest before what is owed, or behind `liability of`. */
function sideIn(words: string): Fact['party'] {
  const owed = [...words.matchAll(OWED)][0];
  if (!owed) return undefined;
  const end = owed.index + owed[0].length;
  const named = [...words.matchAll(SIDES)].filter(
    ({ index }) => !RECEIVES.test(words.slice(Math.max(0, index - 14), index)),
  );
  const before = named.filter(({ index }) => index < owed.index).at(-1);
  const behind = /^\s?(?:of|by)\s/u.test(words.slice(end))
    ? named.find(({ index }) => index >= end && index < end + 24)
    : undefined;
  const groups = (behind ?? before)?.groups;
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
