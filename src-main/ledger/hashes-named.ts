import type { JsonValue } from './canonical-json.ts';
import type { LedgerEntry } from './entry.ts';
import { isHash } from './hex.ts';

/**
 * The SHA-256 hashes of files that an entry vouches for: every one that stands in its payload, and that of the payload
 * itself (a record may be the payload, or only be named by it).
 */
export function hashesNamedBy({ payload, payloadHash }: LedgerEntry): readonly string[] {
  return payload === undefined ? [payloadHash] : [payloadHash, ...hashesIn(payload)];
}

function hashesIn(value: JsonValue): readonly string[] {
  if (isHash(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member: JsonValue) => hashesIn(member));
}
