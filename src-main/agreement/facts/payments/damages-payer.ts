import type { Fact } from '../../fact.ts';
import { sentences } from '../../meaning/sentences.ts';
import { SIDES } from '../liable.ts';

type Side = NonNullable<Fact['party']>;

/** The usual order of Chinese service contracts: 甲方 buys, 乙方 provides. */
const USUAL: readonly (readonly [Side, RegExp])[] = [
  ['customer', /甲方/gu],
  ['provider', /乙方|商家/gu],
];
/** Whoever kept the contract, or broke it: one of the two. */
const EITHER =
  /对方|另一方|守约方|非违约方|违约方|受损方|任何一方|任一方|双方|各方|\b(?:the\s(?:other|innocent|(?:non-?)?(?:breaching|defaulting))|either|each|any|neither)\s(?:party|side)\b|\b(?:either|each|any|neither)\sof\s(?:the\sparties|us|them)\b|\b(?:either|each|neither)(?=\s(?:shall|must|will|may|pays?|owes?)\b)|\bthe\sother(?=\s(?:an?|the|twice|double|triple|treble|\w+-?fold|\w+\stimes)\b)|\bwhoever\b|\bone\sparty\b/giu;

/** A side as it is named in a sentence, with its place. */
interface Named {
  readonly side: Side;
  readonly start: number;
  readonly end: number;
}

const placesOf = (words: string, side: Side, pattern: RegExp): readonly Named[] =>
  [...words.matchAll(pattern)].map(({ index, 0: said }) => ({ side, start: index, end: index + said.length }));

function namedIn(words: string): readonly Named[] {
  const sides = [...words.matchAll(SIDES)].map(({ index, 0: said, groups = {} }): Named => {
    const side = groups['both'] !== undefined ? 'both' : groups['customer'] !== undefined ? 'customer' : 'provider';
    return { side, start: index, end: index + said.length };
  });
  const usual = USUAL.flatMap(([side, pattern]) => placesOf(words, side, pattern));
  const either = placesOf(words, 'both', EITHER);
  const isInside = (one: Named): boolean => either.some(({ start, end }) => one.start >= start && one.end <= end);
  return [...either, ...[...usual, ...sides].filter((one) => !isInside(one))].toSorted((a, b) => a.start - b.start);
}

const OTHER: Readonly<Record<Side, Side>> = { provider: 'customer', customer: 'provider', both: 'both' };

/** Right before a side: it is paid. */
const TO =
  /(?:向|给|赔偿|补偿|赔付|付与)\s*$|\b(?:to|pays?|compensate|indemnif\w+|reimburse|owes?|owed\sto)\s(?:the\s)?$/iu;
/** Right behind a side: it may ask for the sum. What it may do beside what it shall pay asks for nothing. */
const ASKS =
  /^\s*(?:均|都|也|还|亦)?(?:有权|可以?|可自行|得)\s*(?:依法|直接|单方|书面)?\s*(?:向[^，。；]{0,10})?(?:要求|请求|主张|收取|扣除|扣罚|扣收|追究|索赔|获得|获赔|得到)|^\s(?:receives?\b|shall\sreceive\b|(?:may|can|(?:shall\sbe|is|are|will\sbe)\sentitled|ha(?:s|ve)\sthe\sright)\b(?:(?!\b(?:not|no|never|neither|shall|must)\b|n?['’]t\b)[^.;]){0,24}?\b(?:claim|recover|demand|charge|collect|deduct|receiv|request|require|withhold))(?![^.;]*\band\s(?:shall|must|will)\s(?:\w+\s)?pay\b)/iu;
/** Right behind a side: it pays. */
const PAYS =
  /^[^，,。；;]{0,24}?(?:应当?|须|需|将|要|同意|承诺|自愿|愿意)?[^，,。；;]{0,16}?(?:支付|承担|赔偿|缴纳|交纳|偿付|给付|赔付|退一赔|假一赔|补偿)|^[^.;]{0,60}?\b(?:pays?|owes?|shall\sbe\sliable|is\sliable|are\sliable|forfeits?|compensates?)\b/iu;

/** Right before a side: a part of the sentence that is about it begins. */
const AND = /\b(?:and|but)\s(?:the\s)?$/iu;

/** Who owes what a breach costs, by the words of its sentence before the figure and right behind it; absent where they do not say. */
export function payerIn(words: string, at: number): Side | undefined {
  const named = namedIn(words);
  const before = (one: Named): string => words.slice(0, one.start);
  const behind = (one: Named): string => words.slice(one.end);
  const near = named.filter(({ start }) => start < at + NEAR);
  const paid = near.findLast((one) => TO.test(before(one)));
  if (paid) return OTHER[paid.side];
  const asks = near.findLast((one) => ASKS.test(behind(one)));
  if (asks) return OTHER[asks.side];
  const leading = near.filter(({ start }) => start < at);
  const sides = new Set(leading.map(({ side }) => side));
  // Whoever alone is named is the one who broke it: `甲方转租的，应按…赔偿`.
  if (sides.size === 1) return leading[0]?.side;
  return leading.find((one, index) => {
    // What another side does is its own: `the Provider may inspect, and the Customer shall pay`.
    const next = leading.slice(index + 1).find((other) => AND.test(before(other)));
    return PAYS.test(words.slice(one.end, next?.start));
  })?.side;
}

/** How far behind the figure whoever is paid may stand: `三倍服务费支付给甲方`. */
const NEAR = 24;

/** What a breach costs, each with who owes it, where its sentence says so. */
export function withPayers(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.map((fact) => {
    if (fact.kind !== 'damages-multiple' || fact.party !== undefined) return fact;
    const text = textOf(fact.clause);
    const start = Math.max(0, text.indexOf(fact.quote));
    const stretch = sentences(text).find((each) => start >= each.start && start < each.end);
    if (!stretch) return fact;
    const words = text.slice(stretch.start, stretch.end);
    const party = payerIn(words, start - stretch.start + fact.quote.length);
    return party === undefined ? fact : { ...fact, party };
  });
}
