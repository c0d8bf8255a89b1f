import { sentence } from '../../agreement/sentence.ts';
import type { TimestampVerdict } from '../bundle-check.ts';
import type { LedgerEntry } from '../entry.ts';

/** An authority's clock and the device's part by this much before one of them is said to be wrong. */
const TOLERANCE_MS = 5 * 60_000;

/** Checks the DER of a time stamp's answer against the hash (hex) of the entry that it stamps. */
export type VerifyTimestamp = (response: Uint8Array, hash: string) => Promise<TimestampVerdict>;

/**
 * What an answer says of an entry, its time included: a stamp of before the entry's own time shows that the device's clock
 * was ahead, or that the entry was dated later than it was written.
 */
export async function judgeStamp(
  response: Uint8Array,
  { hash, at }: Pick<LedgerEntry, 'hash' | 'at'>,
  verify: VerifyTimestamp,
): Promise<TimestampVerdict> {
  const verdict = await verify(response, hash);
  if (!verdict.ok || verdict.at === undefined) return verdict;
  if (Date.parse(verdict.at) >= Date.parse(at) - TOLERANCE_MS) return verdict;
  return {
    ...verdict,
    ok: false,
    trusted: false,
    why: sentence('ledger.stamp.before-entry', { stamped: verdict.at, at }),
  };
}
