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
    { zh: '代金券抵扣的金额超过了服务费用。', en: 'More was paid by voucher than the fee comes to.' },
    { zh: '请核对服务费用与代金券金额。', en: 'Check the fee and the voucher amount.' },
  );
}

/** Reads a month's fee; unknown when the person has not given it. Refuses bad amounts and month counts. */
export function exactFee(fee: MonthFee | undefined): Answer<ExactFee> {
  if (!fee) return unknown([missingInput('fee', { zh: '该月的服务费用。', en: 'The fee of the month.' })], []);
  const vouchers = parseYuan(fee.vouchers ?? '0');
  const total = parseYuan('fee' in fee ? fee.fee : fee.total);
  if (vouchers > total) refuseVouchers();
  if ('fee' in fee) {
    const text = {
      zh: `您填写：该月服务费用 ${formatYuan(total)} 元，其中代金券抵扣 ${formatYuan(vouchers)} 元。`,
      en: `Entered by you: the month's fee is CNY ${formatYuan(total)}, of which CNY ${formatYuan(vouchers)} by voucher.`,
    };
    return known({ total, vouchers, months: 1n }, [{ text, by: 'person' }]);
  }
  if (!Number.isInteger(fee.months) || fee.months < 1) {
    throw new Refusal(
      'bad-months',
      { zh: `预付月数 ${fee.months} 无效。`, en: `${fee.months} is not a number of prepaid months.` },
      { zh: '请填写不小于 1 的整数。', en: 'Give a whole number from 1 up.' },
    );
  }
  const months = BigInt(fee.months);
  const monthly = formatYuan(partOf(total, months, ratio(1n, 1n)));
  const text = {
    zh: `您填写：一次性支付 ${formatYuan(total)} 元，购买 ${fee.months} 个月，按月分摊为 ${monthly} 元（计算中不取整）。`,
    en: `Entered by you: CNY ${formatYuan(total)} paid at once for ${fee.months} months, CNY ${monthly} a month (not rounded while computing).`,
  };
  return known({ total, vouchers, months }, [{ text, by: 'person' }]);
}
