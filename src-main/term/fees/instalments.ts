import type { CivilDate } from '../calendar/civil-date.ts';
import { type Fen, formatYuan, parseYuan } from './money.ts';

/** A sum with its day: part of an order that falls due, or a payment. Yuan. */
export interface DatedAmount {
  readonly on: CivilDate;
  readonly amount: string;
}

/** Part of an order that falls due on a day, and what was paid of it. */
export interface Instalment {
  readonly due: DatedAmount;
  readonly payments: readonly DatedAmount[];
  /** Yuan that are left of it. */
  readonly rest: string;
}

const byDay = (all: readonly DatedAmount[]): readonly DatedAmount[] => all.toSorted((a, b) => a.on.localeCompare(b.on));

export const total = (all: readonly DatedAmount[]): Fen => all.reduce((sum, { amount }) => sum + parseYuan(amount), 0n);

/** Payments on what they pay: each on what fell due first and is not paid yet (Civil Code, art. 560). */
export function instalments(dues: readonly DatedAmount[], payments: readonly DatedAmount[]): readonly Instalment[] {
  const left = byDay(payments).map(({ on, amount }) => ({ on, fen: parseYuan(amount) }));
  return byDay(dues).map((due): Instalment => {
    let rest = parseYuan(due.amount);
    const paid: DatedAmount[] = [];
    for (const payment of left) {
      const part = payment.fen < rest ? payment.fen : rest;
      if (part === 0n) continue;
      paid.push({ on: payment.on, amount: formatYuan(part) });
      payment.fen -= part;
      rest -= part;
    }
    return { due, payments: paid, rest: formatYuan(rest) };
  });
}

/** The day on which payments reached an amount; absent while they have not. */
export function reachedOn(amount: Fen, payments: readonly DatedAmount[]): CivilDate | undefined {
  let sum = 0n;
  for (const { on, amount: paid } of byDay(payments)) {
    sum += parseYuan(paid);
    if (sum >= amount) return on;
  }
  return undefined;
}
