import type { ChainHead } from '../entry.ts';
import type { AnchorPlace } from '../verdict.ts';

/** Where a ledger's state is noted outside of its database. */
export type NotePlace = Exclude<AnchorPlace, 'printed-head'>;

/** Where a ledger stood at a time, noted outside of its database: what the database says later is compared with it. */
export interface LedgerNote {
  readonly format: 'assent-ledger-note-1';
  /** Hash of the first entry: which history it is. */
  readonly first: string;
  /** The newest entry then; its sequence is the count of entries. */
  readonly head: ChainHead;
  /** Id of the device key that was kept then. */
  readonly keyId?: string;
  /** UTC instant. */
  readonly at: string;
  /** Earlier heads, newest first: how far a shorter ledger is still the same one. */
  readonly trail: readonly ChainHead[];
}

/** What an anchor is compared with. */
export interface LedgerState {
  /** Hash of the first entry; absent where there is none. */
  readonly first: string | undefined;
  readonly head: ChainHead | undefined;
  readonly hashAt: (sequence: number) => string | undefined;
  /** Id of the device key that is kept. */
  readonly keyId: string | undefined;
  /** Whether the ledger itself says that a key gave way to another one. */
  readonly retired: (keyId: string) => boolean;
}

/** What the comparison shows. */
export type LedgerFinding =
  | { readonly state: 'agrees' }
  /** Entries are missing at its end; what is there is the same. */
  | { readonly state: 'shorter'; readonly noted: number; readonly found: number }
  /** The same history, and yet an entry that was noted is another one now. */
  | { readonly state: 'changed'; readonly sequence: number }
  /** Another history altogether, or none. */
  | { readonly state: 'replaced'; readonly noted: number; readonly found: number }
  /** It was signed, and its key is gone without an entry that says so. */
  | { readonly state: 'unsigned'; readonly keyId: string }
  /** The note itself is gone or cannot be read, though the ledger was noted there. */
  | { readonly state: 'note-gone' };

/** Earlier heads that an anchor remembers. */
const TRAIL = 24;

/** Compares what was noted with what is there. */
export function compareNote(anchor: LedgerNote, ledger: LedgerState): LedgerFinding {
  const { head, first, hashAt, keyId } = ledger;
  const found = head?.sequence ?? 0;
  if (head === undefined || first !== anchor.first) return { state: 'replaced', noted: anchor.head.sequence, found };
  const altered = [anchor.head, ...anchor.trail]
    .filter(({ sequence, hash }) => sequence <= found && hashAt(sequence) !== hash)
    .map(({ sequence }) => sequence);
  if (altered.length > 0) return { state: 'changed', sequence: Math.min(...altered) };
  if (found < anchor.head.sequence) return { state: 'shorter', noted: anchor.head.sequence, found };
  const gone = anchor.keyId !== undefined && anchor.keyId !== keyId && !ledger.retired(anchor.keyId);
  return gone ? { state: 'unsigned', keyId: anchor.keyId } : { state: 'agrees' };
}

/** The anchor of a ledger as it stands; absent while it has no entry. `before`: the one that it takes the place of. */
export function noteOf(ledger: LedgerState, at: string, before?: LedgerNote): LedgerNote | undefined {
  const { first, head, keyId } = ledger;
  if (first === undefined || head === undefined) return undefined;
  const earlier = before?.first === first ? [before.head, ...before.trail] : [];
  const trail = earlier.filter(({ sequence }) => sequence < head.sequence).slice(0, TRAIL);
  const { sequence, hash } = head;
  return {
    format: 'assent-ledger-note-1',
    first,
    head: { sequence, hash },
    ...(keyId === undefined ? {} : { keyId }),
    at,
    trail,
  };
}
