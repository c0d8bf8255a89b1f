import type { Share } from '../../agreement/fact.ts';
import { type Ratio, decimal, ratio, times } from './exact.ts';

const PER: Readonly<Record<Share['unit'], bigint>> = { percent: 100n, 'per-mille': 1000n, times: 1n };

/** A share as an exact fraction of what it is a share of. */
export function shareRatio({ amount, unit }: Pick<Share, 'amount' | 'unit'>): Ratio {
  return times(decimal(amount), ratio(1n, PER[unit]));
}
