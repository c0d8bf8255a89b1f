import type { Quantity, Share } from '../../agreement/fact.ts';
import { creditWords, shareWords } from '../../agreement/fact-words.ts';
import { statedCeiling } from '../../agreement/quantity/ceiling.ts';
import { yuanIn } from '../../agreement/quantity/yuan.ts';
import { asWritten, currencyName, type Sentence, sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Deadline,
  type TermStep,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { factsOf, type TermBasis } from '../basis.ts';
import { addDays, type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { countPeriod, periodLength } from '../count-period.ts';
import { firstDayOf } from '../first-day.ts';
import { type Currency, currencyOf } from '../fees/currency.ts';
import { ADJUSTABLE } from '../fees/adjustable.ts';
import { type Fen, formatYuan, parseYuan, share as partOf } from '../fees/money.ts';
import { shareRatio } from '../fees/share.ts';
import { statedSum } from '../fees/stated-sum.ts';
import { notUnderstood, pickFact, pickQuantity, type Question } from '../pick-fact.ts';
import { sentenceOfFact } from '../unread-words.ts';
import {
  COMMITMENT,
  DATA_RETURN,
  EARLY_END,
  OWN_TERMINATION,
  PRICE_CAP,
  PRICE_NOTICE,
  shareIn,
  SUNSET,
} from './questions.ts';
import { dayBefore } from './term-days.ts';

/** What the person knows of amounts, in yuan. */
export interface AmountsGiven {
  readonly price?: string;
  readonly monthFee?: string;
  readonly yearFee?: string;
  readonly remaining?: string;
  readonly paid?: string;
}

export interface Price {
  /** Last day on which the provider can announce another price for the next term. */
  readonly announcedBy: Answer<Deadline>;
  /** It can be told after the last day to cancel: one decides without knowing it. */
  readonly late?: true;
  /** By how much it can rise. */
  readonly cap: Answer<Share>;
  /** The most that the next term can cost, yuan. */
  readonly ceiling: Answer<string>;
}

export interface Exit {
  /** Minimum to be spent, in the currency of the agreement. */
  readonly commitment: Answer<string>;
  /** The same where the text states it in another currency: nothing is converted. */
  readonly commitmentElsewhere?: { readonly amount: string; readonly currency: Currency };
  readonly feeShare: Answer<Share>;
  /** What an early end costs, yuan. */
  readonly fee: Answer<string>;
  /** Last day on which data can be taken out. */
  readonly dataUntil: Answer<Deadline>;
  readonly sunsetNotice: Answer<Quantity>;
  /** How long ahead one ends it oneself. */
  readonly terminationNotice: Answer<Quantity>;
}

const quantity = (basis: TermBasis, question: Question): Answer<Quantity> =>
  mapAnswer(pickQuantity(basis, question), ({ value, unit, calendar }) =>
    calendar === undefined ? { value, unit } : { value, unit, calendar },
  );

function shareAnswer(basis: TermBasis, question: Question): Answer<Share> {
  const picked = pickFact(basis, question);
  if (!picked.known) return picked;
  const share = shareIn(picked.value);
  return share ? known(share, picked.steps) : unknown([], picked.steps);
}

const given = (name: string, amount: string | undefined, text: Sentence): Answer<string> =>
  amount === undefined ? unknown([missingInput(name, text)], []) : known(formatYuan(parseYuan(amount)), []);

/** The price of the next term: by when a new one is announced, and the most that it can be. */
export function priceOf(basis: TermBasis, amounts: AmountsGiven, end: Answer<Deadline>): Price {
  const notice = pickQuantity(basis, PRICE_NOTICE);
  const announcedBy: Answer<Deadline> = !notice.known
    ? notice
    : !end.known
      ? end
      : restingOn(
          [notice],
          // Before the new price applies, which is the day after the end, or before the end itself, as the text says.
          dayBefore(
            basis,
            notice.value.anchor === 'term-end'
              ? end.value
              : { ...end.value, safe: addDays(end.value.safe, 1), latest: addDays(end.value.latest, 1) },
            notice.value,
          ),
        );
  const cap = shareAnswer(basis, PRICE_CAP);
  const now = given('price', amounts.price, sentence('term.renewal.price-missing'));
  return { announcedBy, cap, ceiling: ceilingOf(cap, now) };
}

function ceilingOf(cap: Answer<Share>, now: Answer<string>): Answer<string> {
  if (!cap.known) return cap;
  if (!now.known) return restingOn([cap], now);
  const fen = parseYuan(now.value);
  const most = formatYuan(fen + partOf(fen, shareRatio(cap.value)));
  const step: TermStep = {
    text: sentence('term.renewal.ceiling', { now: now.value, share: shareWords(cap.value), most }),
  };
  return known(most, [...cap.steps, step]);
}

/** What the share of an early end is of, as the person gave it. */
function baseOf({ of }: Share, amounts: AmountsGiven): Answer<string> {
  switch (of) {
    case 'remaining-term':
      return given('remaining', amounts.remaining, sentence('term.renewal.remaining-missing'));
    case 'month-fee':
      return given('month-fee', amounts.monthFee, sentence('term.renewal.month-fee-missing'));
    case 'year-fee':
    case 'fees-12-months':
      return given('year-fee', amounts.yearFee, sentence('term.renewal.year-fee-missing'));
    case 'fees-paid':
      return given('paid', amounts.paid, sentence('term.renewal.paid-missing'));
    default:
      return unknown([missingInput('base', sentence('term.renewal.base-missing'))], []);
  }
}

/** What an early end costs at most, where its own sentence says so. */
function feeCeiling(basis: TermBasis, amounts: AmountsGiven): Answer<string> | undefined {
  const fact = pickFact(basis, EARLY_END);
  const stated = fact.known ? statedCeiling(sentenceOfFact(basis.sources, fact.value)) : undefined;
  if (!stated) return undefined;
  const told = (fen: Fen): Answer<string> => {
    const most = formatYuan(fen);
    return known(most, [{ text: sentence('term.renewal.fee-ceiling', { words: asWritten(stated.words), most }) }]);
  };
  if (stated.yuan !== undefined) return told(BigInt(Math.round(stated.yuan * 100)));
  const base = stated.share && baseOf(stated.share, amounts);
  if (stated.share && base?.known === true) return told(partOf(parseYuan(base.value), shareRatio(stated.share)));
  const text = sentence('term.renewal.fee-ceiling-missing', { words: asWritten(stated.words) });
  return unknown([missingInput('fee-ceiling', text)], []);
}

function earlyFee(basis: TermBasis, share: Answer<Share>, amounts: AmountsGiven): Answer<string> {
  if (!share.known) return share;
  const base = baseOf(share.value, amounts);
  if (!base.known) return restingOn([share], base);
  const fee = formatYuan(partOf(parseYuan(base.value), shareRatio(share.value)));
  const words = { base: base.value, share: creditWords(share.value), fee };
  const steps = [...share.steps, { text: sentence('term.renewal.early-fee', words) }];
  const ceiling = feeCeiling(basis, amounts);
  if (!ceiling) return known(fee, [...steps, ADJUSTABLE]);
  if (!ceiling.known) return unknown(ceiling.missing, [...steps, ADJUSTABLE], { atLeast: '0.00', atMost: fee });
  const lower = parseYuan(ceiling.value) < parseYuan(fee) ? ceiling.value : fee;
  return known(lower, [...steps, ...ceiling.steps, ADJUSTABLE]);
}

const FIXED_SUM = sentence('term.renewal.early-fee-is-a-sum');

/** A fee for an early end that is a sum, whatever was paid; one in another currency is not told as the agreement's. */
function earlySum(basis: TermBasis): Answer<string> | undefined {
  const picked = pickFact(basis, EARLY_END);
  if (!picked.known || typeof picked.value.value !== 'string') return undefined;
  const sum = statedSum(basis, picked.value);
  if (sum !== undefined) return known(formatYuan(sum), [...picked.steps, ADJUSTABLE]);
  const missing = notUnderstood('early-termination-fee', factsOf(basis, 'early-termination-fee'));
  return unknown(missing ? [missing] : [], picked.steps);
}

/** Until when data can be taken out after an end: by the count from the sooner end, and by the calendar from the later. */
function dataUntil(basis: TermBasis, end: Answer<Deadline>): Answer<Deadline> {
  const length = pickQuantity(basis, DATA_RETURN);
  if (!length.known) return length;
  if (!end.known) return end;
  const period = periodLength(length.value) ?? { days: length.value.value };
  const agreed = firstDayOf(basis, length.value);
  const until = (day: CivilDate): Answer<Deadline> => countPeriod(basis, day, period, agreed);
  const [soon, late] = [until(end.value.safe), until(end.value.latest)];
  if (!soon.known) return restingOn([length], soon);
  if (!late.known) return restingOn([length], { ...late, notBefore: soon.value.safe });
  const days: Deadline = { safe: soon.value.safe, latest: late.value.latest };
  const why = end.value.why ?? late.steps.at(-1);
  const from: TermStep = { text: sentence('term.renewal.data-from', { day: dateWords(end.value.safe) }) };
  return known(days.safe === days.latest || !why ? days : { ...days, why }, [...length.steps, from, ...late.steps]);
}

/** What must be spent at least: in the currency of the agreement, or with the one that the text states it in. */
function commitmentOf(basis: TermBasis): Pick<Exit, 'commitment' | 'commitmentElsewhere'> {
  const amount = (value: number): string => formatYuan(BigInt(Math.round(value * 100)));
  const picked = pickFact(basis, COMMITMENT);
  if (!picked.known) return { commitment: picked };
  const { value } = picked.value;
  if (typeof value === 'number') return { commitment: known(amount(value), picked.steps) };
  const { foreign } = (typeof value === 'string' ? yuanIn(value) : undefined) ?? {};
  if (!foreign) return { commitment: unknown([], picked.steps) };
  const said = amount(foreign.amount);
  if (currencyOf(basis).code === foreign.currency) return { commitment: known(said, picked.steps) };
  const text = sentence('term.renewal.other-currency', { currency: currencyName(foreign.currency) });
  return {
    commitment: unknown([{ what: 'fact', name: 'minimum-commitment', text }], picked.steps),
    commitmentElsewhere: { amount: said, currency: foreign.currency },
  };
}

/** What an end costs and leaves. */
export function exitOf(basis: TermBasis, amounts: AmountsGiven, end: Answer<Deadline>): Exit {
  const feeShare = shareAnswer(basis, EARLY_END);
  const sum = earlySum(basis);
  return {
    ...commitmentOf(basis),
    feeShare: sum ? unknown([{ what: 'fact', name: 'early-termination-fee', text: FIXED_SUM }], sum.steps) : feeShare,
    fee: sum ?? earlyFee(basis, feeShare, amounts),
    dataUntil: dataUntil(basis, end),
    sunsetNotice: quantity(basis, SUNSET),
    terminationNotice: quantity(basis, OWN_TERMINATION),
  };
}

/** Whether a new price is known before the last day to cancel, or may be told only when it is too late to. */
export function priceInTime(price: Price, cancelBy: Answer<Deadline>): Price {
  const { announcedBy } = price;
  if (!announcedBy.known || !cancelBy.known) return price;
  const words = { price: dateWords(announcedBy.value.latest), cancel: dateWords(cancelBy.value.safe) };
  const late = announcedBy.value.latest > cancelBy.value.safe;
  const text = late ? sentence('term.renewal.price-too-late', words) : sentence('term.renewal.price-in-time', words);
  return {
    ...price,
    announcedBy: known(announcedBy.value, [...announcedBy.steps, { text }]),
    ...(late ? { late } : {}),
  };
}
