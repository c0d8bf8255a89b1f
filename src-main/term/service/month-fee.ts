import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Answer, known, missingInput, unknown } from '../answer.ts';
import { type Ratio, ratio } from '../fees/exact.ts';
import { type Fen, formatYuan, parseYuan, share } from '../fees/money.ts';

/** What was paid for the month; amounts in yuan as decimal text. Prepaid for several months: the total and their number. */
export type MonthFee =
  | { readonly fee: string; readonly vouchers?: string }
  | { readonly total: string; readonly months: number; readonly vouchers?: string };

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
