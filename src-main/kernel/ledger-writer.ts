import { appendEntry, CLOCK_TOLERANCE_MS, type EntrySigner, type LedgerEntry } from '../ledger/entry.ts';
import { sha256 } from '../ledger/node-digest.ts';
import type { LedgerColumns } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import type { EntryToWrite, LedgerWriter } from './ports.ts';
import { salted } from './salt.ts';

/**
 * Writes the ledger into the store: the salt, the next sequence, the previous hash, the device key's signature, and whether the
 * clock stands before an entry that was already written. Setting it back is an entry of its own, once, before what it
 * would otherwise have dated silently.
 */
export function ledgerWriter(options: {
  readonly store: Store;
  readonly now: () => Date;
  readonly offsetMinutes: () => number;
  readonly signer: () => EntrySigner | undefined;
}): LedgerWriter {
  const { store, now, offsetMinutes, signer } = options;
  /** The latest time of any entry, known as long as the ledger ends in `hash`. */
  let known: { readonly hash: string; readonly latest: string } | undefined;

  function latestTime(head: LedgerColumns | undefined): string | undefined {
    if (!head) return undefined;
    if (known?.hash !== head.hash) known = { hash: head.hash, latest: store.ledger.latestTime() ?? head.at };
    return known.latest;
  }

  const isBack = (at: string, latest: string | undefined): boolean =>
    latest !== undefined && Date.parse(latest) - Date.parse(at) > CLOCK_TOLERANCE_MS;

  function write(draft: EntryToWrite & { readonly at: string }): LedgerEntry {
    const head = store.ledger.tip();
    const latest = latestTime(head);
    const key = signer();
    const { at, kind, subject } = draft;
    const payload = salted(kind, draft.payload);
    const clock = { rollback: isBack(at, latest), source: 'system', offsetMinutes: offsetMinutes() } as const;
    const entry = appendEntry(
      head,
      { at, kind, subject, payload, clock },
      { digest: sha256, ...(key ? { signer: key } : {}) },
    );
    store.ledger.add(entry);
    known = { hash: entry.hash, latest: latest !== undefined && latest > at ? latest : at };
    return entry;
  }

  function watchClock(at: string): boolean {
    const head = store.ledger.tip();
    const latest = latestTime(head);
    if (latest === undefined || !isBack(at, latest)) return false;
    // Once for each time that it is set back: until it has caught up, every entry says so itself.
    if (!store.ledger.head()?.clock.rollback) {
      write({ at, kind: 'clock-rollback', subject: 'clock:system', payload: { latest, found: at } });
    }
    return true;
  }

  return {
    signer,
    watchClock,
    append(draft) {
      const at = draft.at ?? now().toISOString();
      watchClock(at);
      return write({ ...draft, at });
    },
  };
}
