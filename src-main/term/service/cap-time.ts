import type { Fact, Share } from '../../agreement/fact.ts';
import type { FactSource, TermBasis } from '../basis.ts';
import { sentenceOfFact } from '../unread-words.ts';
import type { Fees } from './month-fee.ts';

/** Over what time a cap counts credits together: the words beside it, else those that it stands under. */

/** What is ordered or paid by the year says nothing of the time that is capped: `按全年套餐`, `under an annual subscription`. */
const NOT_ORDERED = '(?!费|套餐|订|付|缴|服务)';
/** The time over which credits are capped together, where the words of the cap say one; a clause that says several says the shortest. */
const OVER: readonly (readonly [Fees['kind'], RegExp])[] = [
  [
    'month',
    /任[一何](?:一)?(?:个)?(?:自然|日历)?月|每(?:个)?(?:自然|日历)?月|单(?:个)?(?:自然)?月|月度?(?:内|累计|合计)|\b(?:any|each|every|per|one|a|single|the\ssame)\s(?:(?:calendar|billing|given|single)\s)*month\b/iu,
  ],
  [
    'quarter',
    /任[一何](?:一)?(?:个)?(?:自然)?季|每(?:个)?(?:自然)?季|季度[内中累合]|\b(?:any|each|every|per|one|a|single|the|same)\s(?:calendar\s)?quarter\b/iu,
  ],
  [
    'year',
    new RegExp(
      `任[一何](?:一)?(?:个)?(?:合同|服务|自然|日历)?年|每(?:个)?(?:合同|服务|自然|日历)?年${NOT_ORDERED}|(?:合同|服务|自然|日历)年度?${NOT_ORDERED}|年度(?:内|累计|合计|赔偿|补偿)|全年度?${NOT_ORDERED}|(?:一|同一)(?:个)?年度?[内中]|\\b(?:any|each|every|per|one|a|single|the|same)\\s(?:(?:contract|calendar|service|agreement|given|single|such)\\s)*(?:year|(?:(?:twelve|12)(?:\\s\\(12\\))?[\\s-]months?\\speriod))\\b(?!\\s(?:subscription|plan|commitment))|\\bannual\\s(?:(?:total|aggregate|cumulative|service)\\s)*(?:credits?|caps?|limits?|maximum|total|compensation)\\b|\\b(?:credits?|capped|limited)\\s(?:\\w+\\s)?annually\\b`,
      'iu',
    ),
  ],
];
/** A fee of a year that a cap is a share of: what names it says nothing of the time that is capped. */
const FEE_OF_A_YEAR =
  /(?:每年|年度|全年|一年|当年)(?:的)?[^，。；]{0,8}(?:费|款)|\b(?:annual|yearly)\s(?:\w+\s){0,3}(?:fees?|charges?)|\b(?:fees?|charges?)\b[^.;,]{0,40}?\b(?:years?|months?)\b(?:\speriod)?/giu;
const OF_A_YEAR: ReadonlySet<unknown> = new Set(['fees-12-months', 'year-fee']);
const LENGTHS: Readonly<Record<Fees['kind'], number>> = { month: 1, quarter: 3, year: 12 };

/** A fee of a month that a cap is a share of. */
const FEE_OF_A_MONTH =
  /(?:每个?月|单月)(?:的)?(?:服务|月)?(?:费|款)|\b(?:fees?|charges?)\b[^.;,]{0,40}?\b(?:a|one|per|each|that|the)\smonth\b/giu;

/** Whether a time is longer than the one that is measured. */
export const isLonger = (over: Fees['kind'] | undefined, { kind }: Fees): boolean =>
  over !== undefined && LENGTHS[over] > LENGTHS[kind];

/** What caps the credit of one outage says nothing of all those of a month, nor of a year; `in any event` is no outage, a `claim month` is a month. */
const INCIDENT =
  /单次|每一?次|每一?起|每一?个?(?:故障|事件|事故)|\b(?<!\bin\s(?=any\sevent\b(?!\sof\b)))(?:per|each|every|(?:any|a)\s(?:one|single)|any|one)\s(?:\w+\s)?(?:incident|event|occurrence|outage|claim|failure)\b(?!\s(?:month|quarter|year|period|cycle)\b)/iu;
const BY_THE_YEAR = /[元币圆]\s?(?:[/／]|每)\s?(?:合同|自然)?年/u;
const OF_THIS_MONTH = /[当该本]月|\b(?:that|the\s(?:same|relevant|affected))\smonth\b/iu;

/** The clauses of a sentence; a comma between digits is no end of one. */
const clausesIn = (words: string): readonly string[] => words.split(/[，；;。]|,(?!\d)/u);

const timeIn = (words: string): Fees['kind'] | undefined => OVER.find(([, pattern]) => pattern.test(words))?.[0];

const valueOf = ({ value, quote }: Fact): string => (typeof value === 'object' ? quote : String(value));

/** The clause that states a cap, and the one before it; of a person's own words those alone. */
function ownClause(basis: TermBasis, fact: Fact, amount = valueOf(fact)): readonly [string, string] {
  if (fact.quote.trim() === '') return [amount, ''];
  const words = sentenceOfFact(basis.sources, fact);
  const clauses = clausesIn(words);
  const at = clauses.findIndex((each) => each.includes(amount));
  return at < 0 ? [words, ''] : [clauses[at] ?? words, clauses[at - 1] ?? ''];
}

/** Whether a cap is one of a single outage. */
export const ofIncident = (basis: TermBasis, fact: Fact): boolean => INCIDENT.test(ownClause(basis, fact)[0]);

/** So few words before a clause say when it holds, and no more: `任一合同年度内，…`. */
const FEW_WORDS = 12;
const isAdverbial = (clause: string): boolean =>
  /^\s*(?:in|within|during|for|over)\s(?:\S+\s?){1,4}$/iu.test(clause) || clause.trim().length <= FEW_WORDS;

/** Over what time a cap in money counts credits together: only what stands with it says that. */
export function timeOfSum(basis: TermBasis, fact: Fact): Fees['kind'] | undefined {
  const [own, before] = ownClause(basis, fact);
  if (INCIDENT.test(own)) return undefined;
  if (OF_THIS_MONTH.test(own)) return 'month';
  if (BY_THE_YEAR.test(own)) return 'year';
  return timeIn(own) ?? (isAdverbial(before) ? timeIn(before) : undefined) ?? timeAbove(basis, fact);
}

/** The longest heading that says for its items over what time they count. */
const LONGEST_HEADING = 40;

/** The time that the headings above a clause name, and the words that lead to its list; the nearest that names one. */
function timeAbove({ sources }: TermBasis, fact: Fact): Fees['kind'] | undefined {
  const of = sources.find(({ clauses }) =>
    clauses.some(({ id, text }) => id === fact.clause && text.includes(fact.quote.trim())),
  );
  const above = of && fact.quote.trim() !== '' ? parentsOf(of, fact.clause) : [];
  return above.map(timeIn).find((said) => said !== undefined);
}

/** The headings and introductions that a clause stands under, the nearest first. */
function parentsOf({ clauses }: FactSource, id: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set([id]);
  let at = clauses.find((each) => each.id === id);
  while (at?.parent !== undefined && !seen.has(at.parent)) {
    const { parent } = at;
    seen.add(parent);
    at = clauses.find((each) => each.id === parent);
    const words = at?.text.trim() ?? '';
    if (words.length <= LONGEST_HEADING || /[:：]$/u.test(words)) found.push(words.split(/[。.]\s?/u).at(-1) ?? '');
  }
  return found;
}

/** All credits together, over a time that is not said. */
const OF_ALL_TIME =
  /累计|累积|(?:合同|协议|服务|订阅)期(?:限)?[内间]|\b(?:aggregate|cumulative(?:ly)?|in\sthe\saggregate)\b|\b(?:over|during|throughout)\s(?:the\s)?(?:whole\s|entire\s)?(?:term|life)\b/iu;
/** A billing period is the one that is measured. */
const OF_A_PERIOD = /周期|账期|每期|\b(?:billing|invoic\w+|measurement|service|claim)\s(?:cycle|period)s?\b/iu;

/** Whether a cap counts all credits together and neither it nor what it stands under says over what time. */
export function ofAllTime(basis: TermBasis, fact: Fact): boolean {
  const [own, before] = ownClause(basis, fact);
  if (INCIDENT.test(own) || OF_A_PERIOD.test(own) || timeOfSum(basis, fact) !== undefined) return false;
  return OF_ALL_TIME.test(own) || (isAdverbial(before) && OF_ALL_TIME.test(before));
}

/** Over what time the words of a cap count credits together: its own clause says, else the nearest one; absent where none does. */
export function cappedOver(basis: TermBasis, fact: Fact, share: Share): Fees['kind'] | undefined {
  const words = sentenceOfFact(basis.sources, fact);
  const ofCredits = (OF_A_YEAR.has(share.of) ? words.replace(FEE_OF_A_YEAR, ' ') : words).replace(FEE_OF_A_MONTH, ' ');
  const clauses = clausesIn(ofCredits);
  const own = clauses.findIndex((each) => each.includes(String(share.amount)));
  const nearest = own < 0 ? clauses : [...clauses.slice(0, own + 1).toReversed(), ...clauses.slice(own + 1)];
  for (const clause of nearest) {
    const said = timeIn(clause);
    if (said) return said;
  }
  return timeAbove(basis, fact);
}

/** Whether the clause that states a share is of one outage. */
export const shareOfIncident = (basis: TermBasis, fact: Fact, share: Share): boolean =>
  INCIDENT.test(ownClause(basis, fact, String(share.amount))[0]);
