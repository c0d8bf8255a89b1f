import type { Share } from '../../agreement/fact.ts';
import { fractionOf } from '../../agreement/quantity/shares/worded-shares.ts';
import { type Ratio, decimal, ratio, times } from './exact.ts';

const PER: Readonly<Record<Share['unit'], bigint>> = { percent: 100n, 'per-mille': 1000n, times: 1n };

/** A share as an exact fraction of what it is a share of. */
export function shareRatio({ amount, unit }: Pick<Share, 'amount' | 'unit'>): Ratio {
  const parts = unit === 'percent' ? fractionOf(amount) : undefined;
  if (parts) return ratio(BigInt(parts.parts), BigInt(parts.of));
  return times(decimal(amount), ratio(1n, PER[unit]));
}
