import { sentence } from '../../agreement/sentence.ts';
import { allChecked, namingField, Refusal } from '../../agreement/refusal.ts';
import type { Base } from '../../agreement/fact.ts';
import { type Answer, type TermStep, known, missingInput, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { typedAmount } from '../fees/currency.ts';
import { type Ratio, ratio } from '../fees/exact.ts';
import type { PeriodKind } from './period.ts';
import { type Fen, formatYuan, parseYuan, share } from '../fees/money.ts';

/** What was paid for the month; amounts in yuan as decimal text. Prepaid for several months: the total and their number. */
export type MonthFee =
  ({ readonly fee: string } & BesideFee) | ({ readonly total: string; readonly months: number } & BesideFee);

/** What is said beside a fee, where the agreement counts by it. */
interface BesideFee {
  readonly vouchers?: string;
  readonly yearFee?: string;
  /** What the credit is a share of, where the text names another fee than these, or none. */
  readonly base?: string;
  /** Credits of other months that one cap counts together with this one's. */
  readonly taken?: string;
}

/** A month's fee before rounding: fen over months. */
export interface ExactFee {
  readonly total: Fen;
  readonly vouchers: Fen;
  readonly months: bigint;
}

/** A part of the month's fee, rounded once to the fen. */
export function partOf(fee: Fen, months: bigint, part: Ratio): Fen {
  return share(fee, { n: part.n, d: part.d * months });
}

function refuseVouchers(): never {
  throw new Refusal(
    'vouchers-exceed-fee',
    sentence('term.month-fee.vouchers-exceed-fee'),
    sentence('term.month-fee.vouchers-exceed-fee.next'),
  );
}

/** Reads a month's fee; unknown when the person has not given it. Refuses bad amounts and month counts. */
export function exactFee(fee: MonthFee | undefined): Answer<ExactFee> {
  if (!fee) return unknown([missingInput('fee', sentence('term.month-fee.missing'))], []);
  const vouchers = parseYuan(fee.vouchers ?? '0');
  const total = parseYuan('fee' in fee ? fee.fee : fee.total);
  if (vouchers > total) refuseVouchers();
  if ('fee' in fee) {
    const text = sentence('term.month-fee.own-month', { total: formatYuan(total), vouchers: formatYuan(vouchers) });
    return known({ total, vouchers, months: 1n }, [{ text, by: 'person' }]);
  }
  if (!Number.isInteger(fee.months) || fee.months < 1) {
    throw new Refusal(
      'bad-months',
      sentence('term.month-fee.bad-months', { months: fee.months }),
      sentence('term.month-fee.bad-months.next'),
    );
  }
  const months = BigInt(fee.months);
  const monthly = formatYuan(partOf(total, months, ratio(1n, 1n)));
  const text = sentence('term.month-fee.own-prepaid', { total: formatYuan(total), months: fee.months, monthly });
  return known({ total, vouchers, months }, [{ text, by: 'person' }]);
}

const AMOUNTS = ['fee', 'total', 'vouchers', 'yearFee', 'base', 'taken'] as const;
type Amounts = Readonly<Partial<Record<(typeof AMOUNTS)[number], string>>>;

/** One amount of a fee in plain figures. @throws Refusal that names the member at `path` */
const typedMember = (basis: Pick<TermBasis, 'sources'>, text: string, path: string): string =>
  namingField(path, () => {
    const plain = typedAmount(basis, text);
    parseYuan(plain);
    return plain;
  });

/**
 * A fee that was typed for an agreement, as plain figures of its currency: each of its amounts can be read, and what was paid with
 * vouchers is no more than the fee.
 * @param path of the fee in the input
 * @throws Refusal `bad-amount`, `other-currency`, `vouchers-exceed-fee`
 */
export function typedFee(basis: Pick<TermBasis, 'sources'>, fee: MonthFee, path: string): MonthFee {
  const amounts: Amounts = fee;
  const typed = allChecked(
    ...AMOUNTS.map((member) => () => {
      const text = amounts[member];
      return text === undefined ? {} : { [member]: typedMember(basis, text, `${path}.${member}`) };
    }),
  );
  const plain = typed.reduce<MonthFee>((all, each) => ({ ...all, ...each }), fee);
  exactFee(plain);
  return plain;
}

/** An amount that was kept beside a fee, which no check had read: one that is none is told, so that it can be given anew. */
function keptAmount(member: 'yearFee' | 'base' | 'taken', text: string): Answer<Fen> {
  try {
    return known(parseYuan(text), []);
  } catch (error) {
    if (error instanceof Refusal) return unknown([missingInput(member, error.sentence)], []);
    throw error;
  }
}

/** The fees that shares of a period's credit are shares of. */
export interface Fees {
  readonly kind: PeriodKind;
  readonly month: Answer<ExactFee>;
  /** The year's fee: as given, or of a payment for twelve months. */
  readonly year: Answer<ExactFee>;
  /** The quarter's fee: as given for the quarter that is measured, or of a payment for three months. */
  readonly quarter: Answer<ExactFee>;
  /** The part of the month's fee that falls on the time of the outage. */
  readonly outage: Answer<ExactFee>;
  /** What a person says of a base that the text leaves open. */
  readonly said?: Answer<ExactFee>;
  /** What was credited for other months that one cap counts together with this one's; a person's own. */
  readonly taken?: Answer<Fen>;
}

/** The year's fee is never made of a month's: prices of a year and of a month differ. */
function yearFee(fee: MonthFee | undefined, paid: Answer<ExactFee>, given: string | undefined): Answer<ExactFee> {
  const own = given === undefined ? undefined : known(parseYuan(given), []);
  const said = fee?.yearFee === undefined ? own : keptAmount('yearFee', fee.yearFee);
  if (said) {
    if (!said.known) return said;
    const total = said.value;
    const text = sentence('term.month-fee.own-year', { total: formatYuan(total) });
    return known({ total, vouchers: 0n, months: 1n }, [{ text, by: 'person' }]);
  }
  if (fee && 'total' in fee && fee.months === 12 && paid.known) {
    return known({ ...paid.value, months: 1n }, paid.steps);
  }
  return unknown([missingInput('yearFee', sentence('term.month-fee.year-missing'))], []);
}

/** The quarter's fee is never made of a month's either. */
function quarterFee(fee: MonthFee | undefined, paid: Answer<ExactFee>): Answer<ExactFee> {
  if (fee && 'total' in fee && fee.months === 3 && paid.known) return known({ ...paid.value, months: 1n }, paid.steps);
  return unknown([missingInput('quarterFee', sentence('term.month-fee.quarter-missing'))], []);
}

/** The month's fee as a document defines it that leaves out what vouchers paid. */
function withoutVouchers(paid: Answer<ExactFee>, defined: TermStep['clause']): Answer<ExactFee> {
  if (!paid.known || paid.value.vouchers === 0n || !defined) return paid;
  const { total, vouchers, months } = paid.value;
  const fee = total - vouchers;
  const words = { total: formatYuan(total), vouchers: formatYuan(vouchers), fee: formatYuan(fee) };
  const step = { text: sentence('term.month-fee.without-vouchers', words), clause: defined };
  return known({ total: fee, vouchers: 0n, months }, [...paid.steps, step]);
}

/** What was paid for a period, and what of it was down. */
export interface PaidFor {
  readonly kind: PeriodKind;
  /** What was paid for the month. */
  readonly fee?: MonthFee;
  /** What was paid for the quarter or the year that is measured. */
  readonly periodFee?: MonthFee;
  /** The year's fee, where it is given without a month's. */
  readonly yearFee?: string;
  /** Minutes that were down, of `total` minutes; absent where nothing was recorded. */
  readonly down?: number;
  readonly total: number;
  /** What a person says the credit is a share of, where the text names no fee that is known here, or none. */
  readonly baseFee?: string;
  /** What a person says was credited for other months, where no fee is given with it. */
  readonly taken?: string;
  /** Where the document says that what vouchers paid is no part of the month's fee. */
  readonly defined?: TermStep['clause'];
}

const ofWhichMonth = (): Answer<never> => unknown([missingInput('fee', sentence('term.month-fee.of-which-month'))], []);

/** What a person paid for the quarter or the year itself. */
function ofPeriod(fee: MonthFee, kind: 'quarter' | 'year'): Answer<ExactFee> {
  if (!('fee' in fee)) return exactFee(fee);
  const [total, vouchers] = [parseYuan(fee.fee), parseYuan(fee.vouchers ?? '0')];
  if (vouchers > total) refuseVouchers();
  const words = { total: formatYuan(total), vouchers: formatYuan(vouchers) };
  const text = sentence(`term.month-fee.own-${kind}-paid`, words);
  return known({ total, vouchers, months: 1n }, [{ text, by: 'person' }]);
}

/** A person says what the credit is a share of. */
function saidBase(written: string): Answer<ExactFee> {
  const said = keptAmount('base', written);
  if (!said.known) return said;
  const text = sentence('term.month-fee.said-base', { total: formatYuan(said.value) });
  return known({ total: said.value, vouchers: 0n, months: 1n }, [{ text, by: 'person', own: true }]);
}

/** The fees of a period: only a month has a month's fee, and prices of longer periods are never made of it. */
export function feesOf({
  kind,
  fee,
  periodFee,
  yearFee: ofYear,
  down,
  total,
  baseFee,
  defined,
  ...more
}: PaidFor): Fees {
  const { taken: kept, base = baseFee } = (kind === 'month' ? fee : periodFee) ?? {};
  const given = more.taken === undefined ? undefined : known(parseYuan(more.taken), []);
  const taken = kept === undefined ? given : keptAmount('taken', kept);
  const paid = exactFee(fee);
  const month = kind === 'month' ? withoutVouchers(paid, defined) : ofWhichMonth();
  const part = (): Answer<ExactFee> => {
    if (!month.known) return month;
    if (down === undefined)
      return unknown([missingInput('outages', sentence('term.month-fee.outage-missing'))], month.steps);
    const { months, ...whole } = month.value;
    const scaled = { total: whole.total * BigInt(down), vouchers: whole.vouchers * BigInt(down) };
    const step = { text: sentence('term.month-fee.outage-part', { down, total }) };
    return restingOn([month], known({ ...scaled, months: months * BigInt(total) }, [step]));
  };
  return {
    kind,
    month,
    quarter: kind === 'quarter' && periodFee ? ofPeriod(periodFee, 'quarter') : quarterFee(fee, paid),
    year: kind === 'year' && periodFee ? ofPeriod(periodFee, 'year') : yearFee(fee, paid, ofYear),
    outage: part(),
    ...(base === undefined ? {} : { said: saidBase(base) }),
    ...(taken === undefined ? {} : { taken }),
  };
}

/** The fee of the period that is measured. */
export const feeOfPeriod = (fees: Fees): Answer<ExactFee> => fees[fees.kind];

/** The fee that a share is of; absent for a base that nothing here knows. */
export function feeOfBase({ month, quarter, year, outage, said }: Fees, base: Base): Answer<ExactFee> | undefined {
  if (base === 'month-fee') return month;
  if (base === 'quarter-fee') return quarter;
  if (base === 'year-fee') return year;
  return base === 'outage-fee' ? outage : said;
}
