import type { Fact, Share } from '../../agreement/fact.ts';
import {
  addsUpAMonth,
  type CappedTime,
  isAdverbial,
  isOfAllTime,
  isOfIncident,
  isOfThisMonth,
  timeIn,
  timeOfCapped,
  timeOfHeading,
  withoutFees,
} from '../../agreement/frames/capped-time.ts';
import type { FactSource, TermBasis } from '../basis.ts';
import { sentenceOfFact } from '../unread-words.ts';
import type { Fees } from './month-fee.ts';

/** Over what time a cap counts credits together: the words beside it, else those that it stands under. */

const OF_A_YEAR: ReadonlySet<unknown> = new Set(['fees-12-months', 'year-fee']);
const LENGTHS: Readonly<Record<CappedTime, number>> = { month: 1, quarter: 3, year: 12 };

/** Whether a time is longer than the one that is measured. */
export const isLonger = (over: CappedTime | undefined, { kind }: Fees): boolean =>
  over !== undefined && LENGTHS[over] > LENGTHS[kind];

/** The clauses of a sentence; a comma between digits is no end of one. */
const clausesIn = (words: string): readonly string[] => words.split(/[，；;。]|,(?!\d)/u);

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
export const ofIncident = (basis: TermBasis, fact: Fact): boolean => isOfIncident(ownClause(basis, fact)[0]);

/** Whether the clause of a cap says itself that it adds up what is credited in one month. */
export const ofMonthlyCredits = (basis: TermBasis, fact: Fact): boolean =>
  addsUpAMonth(ownClause(basis, fact)[0]) && timeOfSum(basis, fact) === 'month';

/** Over what time a cap in money counts credits together: only what stands with it says that. */
export function timeOfSum(basis: TermBasis, fact: Fact): CappedTime | undefined {
  const [own, before] = ownClause(basis, fact);
  if (isOfIncident(own)) return undefined;
  const said = timeOfCapped(own) ?? timeIn(own) ?? (isAdverbial(before) ? timeIn(before) : undefined);
  return said ?? (addsUpAMonth(own) ? 'month' : timeAbove(basis, fact));
}

/** The time that the headings above a clause name, and the words that lead to its list; the nearest that names one. */
function timeAbove({ sources }: TermBasis, fact: Fact): CappedTime | undefined {
  const of = sources.find(({ clauses }) =>
    clauses.some(({ id, text }) => id === fact.clause && text.includes(fact.quote.trim())),
  );
  const above = of && fact.quote.trim() !== '' ? parentsOf(of, fact.clause) : [];
  return above.map(timeOfHeading).find((said) => said !== undefined);
}

/** The longest heading that says for its items over what time they count. */
const LONGEST_HEADING = 40;

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

/** Whether a cap counts all credits together and neither it nor what it stands under says over what time. */
export function ofAllTime(basis: TermBasis, fact: Fact): boolean {
  const [own, before] = ownClause(basis, fact);
  return isOfAllTime(own, before) && timeOfSum(basis, fact) === undefined;
}

/** Over what time the words of a cap count credits together: its own clause says, else the nearest one; absent where none does. */
export function cappedOver(basis: TermBasis, fact: Fact, share: Share): CappedTime | undefined {
  const words = sentenceOfFact(basis.sources, fact);
  const clauses = clausesIn(withoutFees(words, OF_A_YEAR.has(share.of)));
  const own = clauses.findIndex((each) => each.includes(String(share.amount)));
  const nearest = own < 0 ? clauses : [...clauses.slice(0, own + 1).toReversed(), ...clauses.slice(own + 1)];
  for (const clause of nearest) {
    const said = timeIn(clause);
    if (said) return said;
  }
  return isOfThisMonth(words) ? undefined : timeAbove(basis, fact);
}

/** Whether the clause that states a share is of one outage. */
export const shareOfIncident = (basis: TermBasis, fact: Fact, share: Share): boolean =>
  isOfIncident(ownClause(basis, fact, String(share.amount))[0]);
