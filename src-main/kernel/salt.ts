import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../ledger/canonical-json.ts';
import type { EntryKind } from '../ledger/entry.ts';

/**
 * Kinds whose payload is a record word for word. The payload's hash is the record's own hash: certificates print it,
 * bundles carry the record as a file named by it, and the ledger's check compares both. Nothing is added to such a
 * payload; the record's random id and its times keep the hash from being guessed.
 */
const VERBATIM: ReadonlySet<EntryKind> = new Set<EntryKind>(['acceptance-decided']);
export const isVerbatim = (kind: EntryKind): boolean => VERBATIM.has(kind);

/**
 * A payload with chance in it (`salt`, 16 random bytes as hex). Every bundle shows the hash of every payload; one that
 * could be guessed from a short list (a setting, a company's name) would give itself away by its hash alone.
 */
export function salted(kind: EntryKind, payload: JsonObject): JsonObject {
  return isVerbatim(kind) ? payload : { ...payload, salt: randomBytes(16).toString('hex') };
}
