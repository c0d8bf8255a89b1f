import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../ledger/canonical-json.ts';

/**
 * A payload with chance in it. Every bundle shows the hash of every payload; one that could be guessed from a short list
 * (a setting, a company's name) would give itself away by its hash alone.
 */
export function salted(payload: JsonObject): JsonObject {
  return { ...payload, salt: randomBytes(16).toString('hex') };
}
