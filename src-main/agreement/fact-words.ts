import {
  type AvailabilityValue,
  type Base,
  type Fact,
  factLabel,
  type HoursValue,
  type InvoiceDay,
  type LateFeeValue,
  type Quantity,
  type Share,
  type TierValue,
  type Unit,
} from './fact.ts';
import { dayWords } from './date-words.ts';
import type { FeeValue, MoneyMark } from './quantity/fee-value.ts';
import { fractionOf } from './quantity/shares/worded-shares.ts';
import { asWritten, type Sentence, sentence } from './sentence.ts';

/** What stands behind a number in a field: `天`, `%`. */
export function unitWords(unit: Unit): Sentence {
  return sentence(`format.unit.${unit}`);
}

/** A number with its unit: `30 天`, `99.95%`. */
export function quantityWords({ value, unit, currency }: Quantity): Sentence {
  if (currency !== undefined) return moneyWords(value, currency);
  return sentence(`format.quantity.${unit}`, { n: value });
}

/** A sum in its own currency: `500.00 港元`; a `$` that nothing explains is of several. */
const moneyWords = (amount: number, currency: MoneyMark): Sentence => ({
  ...sentence('format.fact.fee-once', { price: amount.toFixed(2) }),
  currency: currency === '$' ? 'several' : currency,
});

/** A share as written: `1.5%`, `3‰`, `2 倍`, `1/3`. */
export function shareWords({ amount, unit }: Share): Sentence {
  const parts = unit === 'percent' ? fractionOf(amount) : undefined;
  return parts ? sentence('format.fact.fraction', parts) : quantityWords({ value: amount, unit });
}

/** A share with what it is of: `月费的 15%`, `年费的 5%`. */
function shareOfWords(share: Share): Sentence {
  const given = { share: shareWords(share) };
  if (typeof share.of !== 'string' && share.of.words === '') return sentence('format.fact.share-of-unsaid', given);
  if (typeof share.of !== 'string') return sentence('format.fact.share-of-words', { ...given, words: share.of.words });
  const base: Exclude<Base, object> = share.of;
  return sentence(`format.fact.share-of-${base}`, given);
}

/** What a tier gives: `月费的 15%`, `30 天服务`. */
export function creditWords(credit: TierValue['credit']): Sentence {
  return 'amount' in credit ? shareOfWords(credit) : quantityWords(credit);
}

/** What is promised, or only aimed at: `不低于 99.95%`. Beside it a tier says that its figure is where credits begin. */
const promiseWords = ({ promise, target }: AvailabilityValue): Sentence =>
  target === true
    ? sentence('format.fact.target', { value: promise })
    : sentence('format.fact.promise', { value: promise });

/** A tier, with what it measures, so that its bounds are not taken for what is promised: `可用性低于 99.95%、不低于 99%：月费的 15%`. */
export function tierWords({ below, from, credit, each }: TierValue): Sentence {
  const once = creditWords(credit);
  const given = each ? sentence('format.fact.each-outage', { given: once }) : once;
  return from === undefined
    ? sentence('format.fact.tier', { below, given })
    : sentence('format.fact.tier-between', { below, from, given });
}

function invoiceWords({ months, day, plan }: InvoiceDay): Sentence {
  const given = { plan: sentence(`format.fact.plan.${plan}`), day };
  if (months === 1) return sentence('format.fact.invoice-next-month', given);
  return months === 2
    ? sentence('format.fact.invoice-second-month', given)
    : sentence('format.fact.invoice-later', { ...given, months });
}

function lengthWords({ kind, unit, anchor, over, times }: Fact, value: number): Sentence {
  if (kind === 'claim-opens' && unit === 'working-day' && anchor === 'month-end')
    return sentence('format.fact.after-working-day', { n: value });
  if (times === 0) return sentence('format.fact.never-renews');
  const length = quantityWords({ value, unit });
  if (over === true) return sentence('format.fact.over', { length });
  if (times !== undefined) return sentence('format.fact.times', { length, times });
  return kind === 'claim-closes' && anchor === 'month-end'
    ? sentence('format.fact.within-month-end', { length })
    : length;
}

/** A published rate with what raises it in the order of the text: `1.3 times the LPR`, `LPR 的四倍`. */
function publishedWords({ reference, rate = '' }: Extract<LateFeeValue, { readonly reference: string }>): string {
  const found = /^(?!plus|less|minus)(.*?\b(?:of|above|over|times))(?=\s|$)(.*)$/isu.exec(rate.trim());
  const [before, behind] = found ? [`${found[1] ?? ''} the`, found[2] ?? ''] : ['', rate];
  const said = [before, reference, behind].map((each) => each.trim()).filter((each) => each !== '');
  return said.join(' ').replaceAll(/\s+(?=[，,])/gu, '');
}

/** A rate for a length of time: a small one in one form, however the text writes it: `2‰ (0.2%)`. */
function rateWords(rate: Share): Sentence {
  if (rate.unit === 'times' || (rate.unit === 'percent' && (rate.amount >= 1 || fractionOf(rate.amount))))
    return shareWords(rate);
  const exact = (value: number): number => Number(value.toPrecision(12));
  const perMille = exact(rate.unit === 'percent' ? rate.amount * 10 : rate.amount);
  return sentence('format.fact.small-rate', { perMille, percent: exact(perMille / 10) });
}

/** A late fee with its limits: `每天 3‰（0.3%），最高为逾期金额的 10%`. */
function lateFeeWords(value: LateFeeValue): Sentence {
  const { atMost, after } = value;
  const rate =
    'per' in value
      ? sentence(`format.fact.rate-a-${value.per}`, { rate: rateWords(value.rate) })
      : asWritten(publishedWords(value));
  const late = after ? sentence('format.fact.late-after', { rate, after: quantityWords(after) }) : rate;
  return atMost ? sentence('format.fact.late-at-most', { rate: late, most: shareOfWords(atMost) }) : late;
}

/** `周一至周五`; days that do not follow each other one by one. */
function weekWords(days: readonly number[]): Sentence {
  const name = (day: number): Sentence => sentence(`format.fact.weekday.${dayNumber(day)}`);
  const [first, last] = [days[0] ?? 1, days.at(-1) ?? 7];
  return days.length > 2 && last - first === days.length - 1
    ? sentence('format.fact.weekdays', { from: name(first), to: name(last) })
    : sentence('format.fact.hours-days', { days: days.map(name) });
}

const dayNumber = (day: number): '1' | '2' | '3' | '4' | '5' | '6' | '7' =>
  (['1', '2', '3', '4', '5', '6', '7'] as const)[day - 1] ?? '7';

/** A fee in its own currency and for its period: `每月 1,200.00 元`. */
function feeWords({ price, currency, every }: FeeValue): Sentence {
  return {
    ...sentence(`format.fact.fee-${every ?? 'once'}`, { price: price.toFixed(2) }),
    currency: currency ?? 'several',
  };
}

/** Hours with their days: `工作日 09:00–18:00`, `每天 24 小时`. */
export function hoursWords({ days, spans, exceptHolidays }: HoursValue): Sentence {
  const [only] = spans;
  if (days === 'all' && spans.length === 1 && only?.from === '00:00' && only.to === '24:00')
    return sentence('format.fact.hours-always');
  const named =
    days === 'all'
      ? sentence('format.fact.hours-all')
      : days === 'working'
        ? sentence('format.fact.hours-working')
        : weekWords(days);
  const times = spans.map(({ from, to }) => `${from}–${to}`);
  return exceptHolidays === true
    ? sentence('format.fact.hours-no-holidays', { days: named, times })
    : sentence('format.fact.hours', { days: named, times });
}

/** What a cap is a share of is as much of it as its figure. */
const isCap = (kind: Fact['kind']): boolean => kind === 'credit-cap' || kind === 'liability-cap';

/** A whole sentence as a value loses its full stop: it stands inside another one. */
const FULL_STOP = /[。；;]\s*$|(?<=[a-z\d%)]{2})\.\s*$/u;

/** Figures in words of the agreement are written as everywhere beside them: `100 %` and `100 per cent` are `100%`. */
export const figuresAlike = (words: string): string =>
  words.replace(/(\d)\s*(?:[%％]|per\s?cent\b)/giu, '$1%').replace(/(\d)\s+‰/gu, '$1‰');

/** A fact's value in words; words of the agreement stay as they are. */
export function factWords(fact: Fact): Sentence {
  const { value } = fact;
  if (typeof value === 'string' && fact.unit === 'date') return dayWords(value);
  if (typeof value === 'string') return asWritten(figuresAlike(value.replace(FULL_STOP, '')));
  if (typeof value === 'number') return lengthWords(fact, value);
  if ('promise' in value) return promiseWords(value);
  if ('credit' in value) return tierWords(value);
  if ('plan' in value) return invoiceWords(value);
  if ('amount' in value) return isCap(fact.kind) ? shareOfWords(value) : shareWords(value);
  if ('delay' in value) {
    if (value.words !== undefined) return asWritten(value.words);
    const delay = quantityWords(value.delay);
    return value.channel === 'post' ? sentence('format.fact.after-posting', { delay }) : delay;
  }
  if ('spans' in value) return hoursWords(value);
  if ('price' in value) return feeWords(value);
  if ('per' in value || 'reference' in value) return lateFeeWords(value);
  return asWritten(value.place ?? value.rule);
}

/** What a fact is called, with whose it is where each side has one of its own: a notice of the end. */
export const factNamed = ({ kind, party }: Pick<Fact, 'kind' | 'party'>): Sentence =>
  kind === 'termination-notice' && party !== undefined ? NOTICE_OF_END[party] : factLabel(kind);

const NOTICE_OF_END: Readonly<Record<NonNullable<Fact['party']>, Sentence>> = {
  customer: sentence('names.notice-of-end.customer'),
  provider: sentence('names.notice-of-end.provider'),
  both: sentence('names.notice-of-end.both'),
};
