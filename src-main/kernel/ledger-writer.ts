import {
  appendEntry,
  CLOCK_TOLERANCE_MS,
  type EntryClock,
  type EntrySigner,
  type LedgerEntry,
} from '../ledger/entry.ts';
import { sha256 } from '../ledger/node-digest.ts';
import type { LedgerColumns } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import type { EntryToWrite, LedgerWriter } from './ports.ts';
import { salted } from './salt.ts';

/** Subject of the entries about the clock. */
const CLOCK = 'clock:system';

/**
 * Writes the ledger into the store: the salt, the next sequence, the previous hash, the device key's signature, and whether the
 * clock stands before an entry that was already written. Setting it back is an entry of its own, once, before what it
 * would otherwise have dated silently; later entries are judged by the corrected time.
 */
export function ledgerWriter(options: {
  readonly store: Store;
  readonly now: () => Date;
  readonly offsetMinutes: () => number;
  readonly signer: () => EntrySigner | undefined;
  /** Whose clock `now` is; the system's where nothing is said. */
  readonly clock?: EntryClock['source'];
}): LedgerWriter {
  const { store, now, offsetMinutes, signer, clock: source = 'system' } = options;
  /** The latest time of any entry since the clock was last set back, known as long as the ledger ends in `hash`. */
  let known: { readonly hash: string; readonly latest: string } | undefined;

  function latestTime(head: LedgerColumns | undefined): string | undefined {
    if (!head) return undefined;
    if (known?.hash !== head.hash) known = { hash: head.hash, latest: store.ledger.latestTime() ?? head.at };
    return known.latest;
  }

  const isBack = (at: string, latest: string | undefined): boolean =>
    latest !== undefined && Date.parse(latest) - Date.parse(at) > CLOCK_TOLERANCE_MS;

  /** Whether the newest entry about the clock tells that it had been as far ahead as this. */
  function isNamed(time: string): boolean {
    const payload = store.ledger.ofSubject(CLOCK).at(-1)?.payload;
    const latest = typeof payload === 'object' && payload !== null && 'latest' in payload ? payload.latest : undefined;
    return typeof latest === 'string' && Date.parse(time) - Date.parse(latest) <= CLOCK_TOLERANCE_MS;
  }

  function write(draft: EntryToWrite & { readonly at: string }): LedgerEntry {
    const head = store.ledger.tip();
    const latest = latestTime(head);
    const key = signer();
    const { at, kind, subject } = draft;
    const payload = salted(kind, draft.payload);
    const clock = { rollback: isBack(at, latest), source, offsetMinutes: offsetMinutes() };
    const entry = appendEntry(
      head,
      { at, kind, subject, payload, clock },
      { digest: sha256, ...(key ? { signer: key } : {}) },
    );
    store.ledger.add(entry);
    // What was written by a clock that ran ahead is named once; from there on the corrected time counts.
    known = {
      hash: entry.hash,
      latest: kind !== 'clock-rollback' && latest !== undefined && latest > at ? latest : at,
    };
    return entry;
  }

  function watchClock(at: string, noted?: string): boolean {
    const known = latestTime(store.ledger.tip());
    const latest = noted !== undefined && (known === undefined || noted > known) ? noted : known;
    if (latest === undefined || !isBack(at, latest)) return false;
    // What is noted elsewhere may be of before a correction that was named already.
    if (known !== undefined && !isBack(at, known) && isNamed(latest)) return true;
    write({ at, kind: 'clock-rollback', subject: CLOCK, payload: { latest, found: at } });
    return true;
  }

  return {
    signer,
    source,
    watchClock,
    append(draft) {
      const at = draft.at ?? now().toISOString();
      watchClock(at);
      return write({ ...draft, at });
    },
  };
}
