import type { OrderInput, StatedFeeView } from '../../../../src-main/contract/rights.ts';

/**
 * What an order comes to by a fee of the text: for the months that it is paid in advance where they are whole periods of the fee, else for
 * one period. Nothing where the months are no whole number of periods.
 */
export function amountOf(
  { price, months: period }: StatedFeeView,
  plan: OrderInput['plan'],
  months: number | null,
): string | undefined {
  if (period === undefined || months === null || plan === 'postpaid') return price;
  if (months % period !== 0) return undefined;
  const cents = BigInt(price.replace('.', '')) * BigInt(months / period);
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
