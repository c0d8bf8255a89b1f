import { appendEntry, type EntrySigner, type LedgerEntry } from '../ledger/entry.ts';
import { sha256 } from '../ledger/node-digest.ts';
import type { Store } from '../store/store.ts';
import type { LedgerBook } from './ports.ts';

/** A clock that stands more than this before the newest entry was set back, not merely adjusted. */
const ROLLBACK_TOLERANCE_MS = 2_000;

/**
 * The ledger's pen over the store: the next sequence, the previous hash, the device key's signature, and whether the
 * clock stands before an entry that was already written. Entries never go back in time: see `clock.rollback`.
 */
export function ledgerBook(options: {
  readonly store: Store;
  readonly now: () => Date;
  readonly offsetMinutes: () => number;
  readonly signer: () => EntrySigner | undefined;
}): LedgerBook {
  const { store, now, offsetMinutes, signer } = options;
  return {
    signer,
    append({ at, kind, subject, payload }) {
      const head = store.ledger.head<LedgerEntry>();
      const written = at ?? now().toISOString();
      const rollback = head !== undefined && Date.parse(written) < Date.parse(head.at) - ROLLBACK_TOLERANCE_MS;
      const key = signer();
      const entry = appendEntry(
        head,
        { at: written, kind, subject, payload, clock: { rollback, source: 'system', offsetMinutes: offsetMinutes() } },
        { digest: sha256, ...(key ? { signer: key } : {}) },
      );
      store.ledger.add(entry);
      return entry;
    },
  };
}
