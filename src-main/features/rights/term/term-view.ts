import type { Quantity, Share } from '../../../agreement/fact.ts';
import { creditWords, quantityWords, shareWords } from '../../../agreement/fact-words.ts';
import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { TermFigure, TermFigureName, TermInput, TermView } from '../../../contract/rights/term.ts';
import { allCases, LETTER_CASES, OWN_CASES, type WholeCase } from '../../../kernel/cases/cases.ts';
import type { TermTeller } from '../../../kernel/between-features.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { dayClockView, otherZone, todayOf } from '../../../kernel/days/today.ts';
import { standingOf } from '../../../kernel/standing.ts';
import { arrivalStep, closingStep } from '../../../letter/case.ts';
import type { Store } from '../../../store/store.ts';
import { type Answer, type Deadline, known, mapAnswer } from '../../../term/answer.ts';
import type { TermBasis } from '../../../term/basis.ts';
import { TERM_QUESTIONS } from '../../../term/renewal/questions.ts';
import { statedKinds } from '../../../term/statutes/beside.ts';
import { statuteViews } from '../../../kernel/papers/statutes.ts';
import { civilDateAt } from '../../../term/calendar/civil-date.ts';
import { safeDay } from '../../../term/calendar/deadline.ts';
import { amountIn, currencyCode, inCurrency } from '../../../term/fees/currency.ts';
import { LIABILITY_CAP, liabilityCap, liabilityCapSaid } from '../../../term/fees/liability-cap.ts';
import { type Renewal, renewalOf, type TermGiven } from '../../../term/renewal/renewal.ts';
import { obligationBases } from '../basis.ts';
import { termOf } from './term-records.ts';

/** What was entered, with the day of asking. */
export function givenOn({ starts, ends, price, monthFee, yearFee, remaining, paid }: TermInput, on: string): TermGiven {
  return {
    on,
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined ? {} : { ends }),
    ...(price === undefined ? {} : { price }),
    ...(monthFee === undefined ? {} : { monthFee }),
    ...(yearFee === undefined ? {} : { yearFee }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(paid === undefined ? {} : { paid }),
  };
}

/** What is known of the term of an agreement today: what was entered, and the day on which it was first accepted to the provider. */
export function givenToday(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  agreementId: string,
  terms: TermBasis,
): TermGiven {
  const [first] = standingOf(store, agreementId).periods;
  const given = givenOn(termOf(store, agreementId), todayOf(now(), terms));
  return first ? { ...given, accepted: civilDateAt(first.from) } : given;
}

/** Term and renewal of an agreement today, on the text that stands now. @throws Refusal `not-found`. */
export function renewalToday(ports: Pick<Ports, 'store' | 'now'>, agreementId: string): Renewal {
  const { terms } = obligationBases(ports.store, agreementId)(ports.now().toISOString());
  return renewalOf(terms, givenToday(ports, agreementId, terms));
}

/** The days and amounts of a term, for the table over all agreements. */
export const termTold: TermTeller = (ports, agreementId) => {
  const { current, end, cancelBy, renews, never, exit } = renewalToday(ports, agreementId);
  const { commitment, commitmentElsewhere, fee } = exit;
  const currency = currencyCode(obligationBases(ports.store, agreementId)(ports.now().toISOString()).terms);
  const amounts = [commitment, fee].flatMap((amount) => (amount.known ? [{ amount: amount.value, currency }] : []));
  // Nothing is converted: where what must be spent is in another currency, it is told in that one.
  const [largest = commitmentElsewhere] = amounts.toSorted((a, b) => Number(b.amount) - Number(a.amount));
  return {
    ...(current.known ? { starts: current.value.starts } : {}),
    ...(end.known ? { ends: end.value } : {}),
    ...cancelDay(cancelBy, (safe) => safe),
    ...(renews.known ? { renews: renews.value } : {}),
    ...(never ? { neverRenews: true } : {}),
    ...(largest === undefined ? {} : { exposure: largest.amount, currency: largest.currency }),
  };
};

/** Key of the agenda item of a last day to cancel: of the term that ends on that day. */
export const cancelKey = (agreementId: string, end: Deadline): string => `term:${agreementId}/${end.safe}/cancel-by`;

/** The last case against the renewal of an agreement, begun here or with a letter. */
export const nonRenewal = (store: Store, agreementId: string): WholeCase | undefined =>
  allCases(store, [OWN_CASES, LETTER_CASES])
    .filter(({ kind, from }) => kind === 'non-renewal' && from.agreementId === agreementId)
    .toSorted((a, b) => (a.history[0]?.at ?? '').localeCompare(b.history[0]?.at ?? ''))
    .at(-1);

function day(name: TermFigureName, end: Answer<Deadline>): TermFigure {
  const answer = mapAnswer(end, ({ safe }) => safe);
  if (!end.known || end.value.safe === end.value.latest) return { name, as: 'date', answer };
  const { latest, why } = end.value;
  return { name, as: 'date', answer, latest: { day: latest, ...(why ? { why: why.text } : {}) } };
}

/** A day that there is not, as nothing is renewed. */
const noDay = (name: TermFigureName, words: Sentence): TermFigure => ({
  name,
  as: 'words',
  answer: known('', [{ text: words }]),
  words,
});

function inWords<T>(name: TermFigureName, answer: Answer<T>, words: (value: T) => Sentence): TermFigure {
  const said = mapAnswer(answer, () => '');
  return { name, as: 'words', answer: said, ...(answer.known ? { words: words(answer.value) } : {}) };
}

const afterEnd = (value: Quantity): Sentence => sentence('rights.term.after-end', { long: quantityWords(value) });

const length = (name: TermFigureName, answer: Answer<Quantity>): TermFigure => inWords(name, answer, quantityWords);
const share = (name: TermFigureName, answer: Answer<Share>, words: (value: Share) => Sentence): TermFigure =>
  inWords(name, answer, words);
const money = (name: TermFigureName, answer: Answer<string>): TermFigure => ({ name, as: 'money', answer });

function figuresOf(
  { price, exit, nothingToCancel, ...renewal }: Renewal,
  cap: { readonly said: Answer<Sentence>; readonly amount: Answer<string> },
): readonly TermFigure[] {
  return [
    length('length', renewal.length),
    day('end', renewal.end),
    nothingToCancel ? noDay('cancelBy', nothingToCancel) : day('cancelBy', renewal.cancelBy),
    ...(renewal.renewBy ? [day('renewBy', renewal.renewBy)] : []),
    length('renews', renewal.renews),
    length('notice', renewal.notice),
    nothingToCancel ? noDay('next', nothingToCancel) : day('next', renewal.next),
    day('announcedBy', price.announcedBy),
    share('cap', price.cap, shareWords),
    money('ceiling', price.ceiling),
    exit.commitmentElsewhere
      ? inWords('commitment', known(exit.commitmentElsewhere, exit.commitment.steps), amountIn)
      : money('commitment', exit.commitment),
    share('feeShare', exit.feeShare, creditWords),
    money('fee', exit.fee),
    // Where it is not known when it ends, how long data can be fetched after that is.
    !exit.dataUntil.known && exit.dataReturn.known
      ? inWords('dataUntil', exit.dataReturn, afterEnd)
      : day('dataUntil', exit.dataUntil),
    length('sunsetNotice', exit.sunsetNotice),
    length('terminationNotice', exit.terminationNotice),
    inWords('liabilityCapSaid', cap.said, (words) => words),
    money('liabilityCap', cap.amount),
  ];
}

/** A day to cancel by its safe one, which a missing table of holidays leaves known; and the latest one where it is known. */
function cancelDay<Told>(
  end: Answer<Deadline>,
  told: (safe: string, latest: string | undefined) => Told,
): { readonly cancelBy?: Told } {
  const safe = safeDay(end);
  return safe.known ? { cancelBy: told(safe.value, end.known ? end.value.latest : undefined) } : {};
}

const twoDays = ({ safe, latest }: Deadline): Pick<Deadline, 'safe' | 'latest'> => ({ safe, latest });

/** Everything that the part “term and renewal” shows of an agreement. */
export function termView(ports: Ports, agreementId: string): TermView {
  const { store } = ports;
  const { terms } = obligationBases(store, agreementId)(ports.now().toISOString());
  const renewal = inCurrency(terms, renewalToday(ports, agreementId));
  const { current, upcoming, renews } = renewal;
  const [period] = standingOf(store, agreementId).periods;
  const said = nonRenewal(store, agreementId);
  const sent = said && closingStep(said);
  const arrived = said && arrivalStep(said);
  return {
    agreementId,
    currency: currencyCode(terms),
    ...dayClockView(ports.now(), otherZone(terms).zone),
    given: termOf(store, agreementId),
    figures: figuresOf(renewal, {
      said: liabilityCapSaid(terms),
      amount: liabilityCap(terms, givenToday(ports, agreementId, terms)),
    }),
    statutes: statuteViews(terms, statedKinds(terms, [...TERM_QUESTIONS, LIABILITY_CAP])),
    coming: upcoming.map(({ nth, starts, ends, cancelBy }) => ({
      nth,
      starts,
      ends: twoDays(ends),
      ...cancelDay(cancelBy, (safe, latest) => (latest === undefined ? { safe } : { safe, latest })),
    })),
    ...(renewal.cancelFrom === undefined ? {} : { cancelFrom: renewal.cancelFrom }),
    ...(renewal.price.late ? { priceLate: true as const } : {}),
    renewsItself: renews.known && !renewal.nothingToCancel,
    ...(renewal.cancelPassed === 'latest' ? { cancelPassed: true as const } : {}),
    ...(period ? { stands: civilDateAt(period.from) } : {}),
    ...(current.known ? { current: { nth: current.value.nth, starts: current.value.starts } } : {}),
    ...(said
      ? {
          notRenewed: {
            origin: said.id,
            state: said.state,
            ...(said.letterId === undefined ? {} : { letterId: said.letterId }),
            ...(sent ? { sentAt: sent.at } : {}),
            ...(arrived ? { arrivedAt: arrived.at } : {}),
          },
        }
      : {}),
  };
}
