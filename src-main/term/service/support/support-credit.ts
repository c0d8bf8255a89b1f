import { creditWords } from '../../../agreement/fact-words.ts';
import type { Fact } from '../../../agreement/fact.ts';
import { type SupportRate, supportRate, type SupportSum } from '../../../agreement/quantity/support-rate.ts';
import { asWritten, type Sentence, sentence } from '../../../agreement/sentence.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  allSteps,
  known,
  missingInput,
  restingOn,
  unknown,
} from '../../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact } from '../../basis.ts';
import { type Fen, formatYuan, parseYuan } from '../../fees/money.ts';
import { shareRatio } from '../../fees/share.ts';
import { sameSeverity } from '../../../agreement/quantity/severity.ts';
import { conflict, inScope, notUnderstood } from '../../pick-fact.ts';
import { type ExactFee, type Fees, feeOfBase, partOf } from '../month-fee.ts';
import type { PromisedTime } from './ticket.ts';
import { isUndecided, type Kept, type TicketTimes } from './ticket-times.ts';

const EACH_TIME =
  /每次|每起|每个|每件|每一次|\b(?:each|every|per)\s(?:\w+\s){0,2}(?:incident|ticket|time|occurrence|miss|failure|request|response|case)/iu;
const OF_RESPONSE = /响应|应答|respon/iu;
const OF_RESTORE = /恢复|修复|解决|排除|restor|resol|repair/iu;

/** Whether the words of a credit are about a promised time: about both where they name both, or neither. */
function isAbout({ quote }: Fact, kind: PromisedTime): boolean {
  const both = OF_RESPONSE.test(quote) === OF_RESTORE.test(quote);
  return both || (kind === 'response' ? OF_RESPONSE : OF_RESTORE).test(quote);
}

/** From the least to the most that something comes to. */
interface Between {
  readonly least: number;
  readonly most: number;
}

/** The least and the most of each ticket. */
interface Given {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

const sumOf = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** The times of a ticket that a credit is about, as far as they were missed. */
const missesOf = ({ times }: TicketTimes, fact: Fact): readonly Kept[] =>
  times.flatMap(({ kind, answer }) =>
    isAbout(fact, kind) && answer.known && !answer.value.kept ? [answer.value] : [],
  );

/** The promised times of a ticket that a credit is about, of which nobody knows whether they were kept: not logged, or due at a moment that is open. */
const undecidedOf = ({ times }: TicketTimes, fact: Fact): readonly Answer<Kept>[] =>
  times.flatMap(({ kind, answer }) => (isAbout(fact, kind) && isUndecided(answer) ? [answer] : []));

/** How often something was missed that the credit is for: by the ticket at least, by the promised time at most, with those nobody knows of. */
function timesGiven(tickets: readonly TicketTimes[], fact: Fact): Given {
  const misses = tickets.map((ticket) => missesOf(ticket, fact).length);
  const most = tickets.map((ticket, index) => (misses[index] ?? 0) + undecidedOf(ticket, fact).length);
  const least = misses.map((count) => Math.min(1, count));
  // A text that does not say “each time” may mean once.
  return EACH_TIME.test(fact.quote) ? { least, most } : { least: [Math.min(1, sumOf(least))], most };
}

/** How many of its lengths a time was missed by: a begun one counts or not as the text says, and may do either where it is silent. */
function lengthsOf({ late, working }: Kept, { per, begun }: SupportRate): Between {
  if (!late || !per) return { least: 0, most: 0 };
  const [full, started] = [Math.floor(late.least / per.seconds), Math.ceil(late.most / per.seconds)];
  const least = begun === true ? Math.ceil(late.least / per.seconds) : full;
  const most = begun === false ? Math.floor(late.most / per.seconds) : started;
  // Of a time that runs in working hours nobody knows whether its lengths do, too.
  return working === true ? { least: 0, most } : { least, most };
}

/** Lengths of each ticket: of one that missed both times, those of the longer at least. */
function lengthsGiven(tickets: readonly TicketTimes[], fact: Fact, rate: SupportRate): Given {
  const of = tickets.map((ticket) => missesOf(ticket, fact).map((miss) => lengthsOf(miss, rate)));
  return {
    least: of.map((each) => Math.max(0, ...each.map(({ least }) => least))),
    most: of.map((each) => sumOf(each.map(({ most }) => most))),
  };
}

/** Why it is not known whether a time that the credit is about was kept: it is still running, so what is owed for it grows, or else. */
type Undecided = 'running' | 'other';

function undecided(tickets: readonly TicketTimes[], fact: Fact): Undecided | undefined {
  const open = tickets.flatMap((ticket) => undecidedOf(ticket, fact));
  const isRunning = (answer: Answer<Kept>): boolean =>
    !answer.known && answer.missing.some(({ name }) => name === 'responded' || name === 'restored');
  return open.length === 0 ? undefined : open.some(isRunning) ? 'running' : 'other';
}

const sumWords = (given: SupportSum): Sentence =>
  'yuan' in given ? sentence('format.quantity.money', { n: given.yuan }) : creditWords(given);

/** What a rate comes to for so many, in fen; absent where the fee it is a share of is not one that is known here. */
function fenOf(given: SupportSum, fees: Fees): Answer<(times: number) => Fen> | undefined {
  if ('yuan' in given) {
    const fen = parseYuan(String(given.yuan));
    return known((times: number) => fen * BigInt(times), []);
  }
  const fee = feeOfBase(fees, given.of);
  if (!fee?.known) return fee;
  const { total, months }: ExactFee = fee.value;
  const ratio = shareRatio(given);
  return known((times: number) => partOf(total, months, { n: ratio.n * BigInt(times), d: ratio.d }), fee.steps);
}

const rateOf = ({ value, quote }: Fact): SupportRate | undefined => {
  if (typeof value === 'string') return supportRate(value);
  if (typeof value !== 'object' || !('amount' in value)) return undefined;
  // What was read as a share has the ceiling that stands beside it.
  const { atMost, atMostEach } = supportRate(quote) ?? {};
  return { each: value, ...(atMost ? { atMost } : {}), ...(atMostEach ? { atMostEach } : {}) };
};

/** What a clause gives, priced: so many times of each ticket, never above the ceiling of them all or of each. */
interface Priced {
  readonly rate: SupportRate;
  readonly of: (times: readonly number[]) => Fen;
  readonly before: (times: readonly number[]) => Fen;
  readonly limit: Fen | undefined;
  readonly steps: readonly TermStep[];
}

function priced({ fact, steps }: FoundFact, rate: SupportRate, fees: Fees): Answer<Priced> | undefined {
  const [each, cap] = [fenOf(rate.each, fees), rate.atMost && fenOf(rate.atMost, fees)];
  if (!each || (rate.atMost && !cap)) return undefined;
  if (!each.known) return restingOn([known(fact, steps)], each);
  if (cap && !cap.known) return restingOn([known(fact, steps)], cap);
  const limit = cap?.value(1);
  const capped = (fen: Fen): Fen => (limit !== undefined && fen > limit ? limit : fen);
  const before = (times: readonly number[]): Fen => each.value(sumOf(times));
  const of = (times: readonly number[]): Fen =>
    rate.atMostEach === true
      ? times.reduce((all, count) => all + capped(each.value(count)), 0n)
      : capped(before(times));
  const grounds = allSteps([known(fact, steps), each, ...(cap ? [cap] : [])]);
  return known({ rate, of, before, limit, steps: grounds }, grounds);
}

function cappedStep({ rate, of, before, limit }: Priced, most: readonly number[]): readonly TermStep[] {
  if (limit === undefined || of(most) === before(most)) return [];
  const cap = formatYuan(limit);
  return [
    {
      text:
        rate.atMostEach === true
          ? sentence('term.support.credit-cap-each', { cap, sum: formatYuan(of(most)) })
          : sentence('term.support.credit-cap', { cap }),
    },
  ];
}

/** The sum where it is the same by every reading. */
function settled(price: Priced, times: readonly number[]): Answer<string> {
  const words = { given: sumWords(price.rate.each), times: sumOf(times), sum: formatYuan(price.before(times)) };
  const text = price.rate.per
    ? sentence('term.support.credit-by-length', { ...words, per: asWritten(price.rate.per.words) })
    : sentence('term.support.credit', words);
  return known(formatYuan(price.of(times)), [...price.steps, { text }, ...cappedStep(price, times)]);
}

/** What is missing where it is not known whether a time was kept: what a running one comes to by its length grows. */
function undecidedWords(rate: SupportRate, why: Undecided, from: string): Missing {
  return rate.per && why === 'running'
    ? missingInput('restored', sentence('term.support.credit-running', { from }))
    : missingInput('times', sentence('term.support.credit-undecided', { from }));
}

/** Why the sum is not settled, with its bounds: only a ceiling bounds what an undecided time comes to by its length. */
function unsettled(price: Priced, { least, most }: Given, why: Undecided | undefined): Answer<string> {
  const { rate, of, limit } = price;
  const words = {
    given: sumWords(rate.each),
    ...{ least: sumOf(least), most: sumOf(most) },
    ...{ from: formatYuan(of(least)), to: formatYuan(of(most)) },
  };
  const missing = why
    ? undecidedWords(rate, why, words.from)
    : rate.per
      ? missingInput('lengths', sentence('term.support.credit-lengths', { ...words, per: asWritten(rate.per.words) }))
      : missingInput('times', sentence('term.support.credit-open', words));
  const atMost = why && rate.per ? (rate.atMostEach === true ? undefined : limit) : of(most);
  return unknown([missing], [...price.steps, ...cappedStep(price, most)], {
    atLeast: words.from,
    ...(atMost === undefined ? {} : { atMost: formatYuan(atMost) }),
  });
}

/** What one clause gives for the times that it is about. */
function creditOfFact(found: FoundFact, tickets: readonly TicketTimes[], fees: Fees): Answer<string> {
  const { fact, steps } = found;
  const rate = rateOf(fact);
  const price = rate && priced(found, rate, fees);
  const notRead = notUnderstood('support-credit', [found]);
  if (!rate || !price) return unknown(notRead ? [notRead] : [], steps);
  if (!price.known) return price;
  const given = rate.per ? lengthsGiven(tickets, fact, rate) : timesGiven(tickets, fact);
  const why = undecided(tickets, fact);
  const { of } = price.value;
  return !(why && rate.per) && of(given.least) === of(given.most)
    ? settled(price.value, given.least)
    : unsettled(price.value, given, why);
}

/**
 * What the text gives for missed times, in yuan: of each severity what it gives for that alone, added up. A ticket whose severity nobody
 * knows may be of any.
 */
export function supportCredit(basis: TermBasis, tickets: readonly TicketTimes[], fees: Fees): Answer<string> {
  const all = factsOf(basis, 'support-credit');
  const ofSeverity = ({ fact }: FoundFact): string | undefined => fact.scope?.['severity'];
  const [told, general] = [all.filter(ofSeverity), all.filter((each) => ofSeverity(each) === undefined)];
  if (told.length === 0) return creditOfAll(basis, inScope(general, basis.scope), tickets, fees);
  const steps = all.flatMap((each) => each.steps);
  if (general.length > 0) return unknown([conflict('support-credit', all)], steps);
  const names = [...new Set(told.map((each) => ofSeverity(each) ?? ''))];
  const groups = names.map((name) => {
    const own = tickets.filter(({ ticket }) => ticket.severity !== undefined && sameSeverity(name, ticket.severity));
    return creditOfAll(
      basis,
      told.filter((each) => ofSeverity(each) === name),
      own,
      fees,
    );
  });
  const sum = sumOfParts(groups);
  const unnamed = tickets.filter(
    ({ ticket, times }) =>
      ticket.severity === undefined && times.some(({ answer }) => !answer.known || !answer.value.kept),
  );
  if (unnamed.length === 0) return sum;
  const atLeast = sum.known ? sum.value : sum.atLeast;
  const text = sentence('term.support.severity-missing', { names: names.map(asWritten) });
  const missing = [...(sum.known ? [] : sum.missing), missingInput('severity', text)];
  return unknown(missing, sum.steps, atLeast === undefined ? {} : { atLeast });
}

/** What facts of one severity, or of all tickets, give: clauses about one promised time each are added up. */
function creditOfAll(
  basis: TermBasis,
  facts: readonly FoundFact[],
  tickets: readonly TicketTimes[],
  fees: Fees,
): Answer<string> {
  const [first] = facts;
  if (!first) return unknown([missingFact('support-credit', basis)], []);
  const steps = facts.flatMap((each) => each.steps);
  const different = [...new Map(facts.map((each) => [JSON.stringify(each.fact.value), each])).values()];
  if (different.length === 1) return creditOfFact(first, tickets, fees);
  const [response, restore] = (['response', 'restore'] as const).map((kind) =>
    different.filter(({ fact }) => isAbout(fact, kind)),
  );
  const [one, other] = [response?.[0], restore?.[0]];
  if (response?.length !== 1 || restore?.length !== 1 || !one || !other || one === other)
    return unknown([conflict('support-credit', facts)], steps);
  return sumOfParts([creditOfFact(one, tickets, fees), creditOfFact(other, tickets, fees)]);
}

/** The sum of what several clauses give, with the sums of their bounds where one of them is not known. */
function sumOfParts(parts: readonly Answer<string>[]): Answer<string> {
  const lacking = parts.flatMap((part) => (part.known ? [] : part.missing));
  const total = (of: (part: Answer<string>) => string | undefined): string | undefined => {
    const sums = parts.map(of);
    if (sums.some((each) => each === undefined)) return undefined;
    return formatYuan(sums.reduce((all, each) => all + parseYuan(each ?? '0'), 0n));
  };
  const least = total((part) => (part.known ? part.value : part.atLeast));
  if (lacking.length === 0 && least !== undefined) return known(least, allSteps(parts));
  const most = total((part) => (part.known ? part.value : part.atMost));
  return unknown(lacking, allSteps(parts), {
    ...(least === undefined ? {} : { atLeast: least }),
    ...(most === undefined ? {} : { atMost: most }),
  });
}
