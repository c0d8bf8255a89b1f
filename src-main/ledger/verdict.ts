import type { Sentence } from '../agreement/sentence.ts';
import type { ChainHead } from './entry.ts';

/** One thing that was checked about integrity. `unchecked`: this machine could not, which is not the same as good. */
export interface Check {
  readonly what: Sentence;
  readonly ok: true | false | 'unchecked';
  readonly why: Sentence;
  /** Good, but worth reading. */
  readonly remark?: true;
  /** Not good because something is not there; nothing that is there was changed. */
  readonly missing?: true;
}

export type Integrity = 'intact' | 'altered' | 'incomplete';

/** Who vouches for it: the device key that signed, and whether the person knew that key before. */
export interface Identity {
  /** Absent where nothing is signed. */
  readonly keyId?: string;
  readonly known: 'pinned' | 'new' | 'conflict' | 'unsigned';
}

/** Where a head of the ledger is kept outside of the ledger's own file. */
export type AnchorPlace = 'second-file' | 'keychain' | 'printed-head';

/**
 * What is known of the ledger from outside of its file: where it stood once, and the key that signed then. `keyId` is
 * absent where nobody signed.
 */
export interface Anchor extends ChainHead {
  readonly where: AnchorPlace;
  readonly keyId?: string;
  /** Hash of the first entry: which history it is. */
  readonly first?: string;
}

/** When it was: what the times rest on, and which heads kept outside of it agree. */
export interface TimeSource {
  readonly source: 'device-clock' | 'time-stamp';
  readonly authority?: string;
  /** The authority's certificate leads to a root that the person trusts. */
  readonly trusted?: boolean;
  readonly anchored: readonly AnchorPlace[];
}

/**
 * What a verification says, the same in the app, on the command line and in the offline verifier: is it intact, who
 * vouches for it, when was it. The three are apart: who and when never change whether it is intact.
 */
export interface Verdict {
  readonly integrity: Integrity;
  readonly identity: Identity;
  readonly time: TimeSource;
  readonly checks: readonly Check[];
}

/** Changed before incomplete: whoever changed something may have taken away as well. */
export function integrityOf(checks: readonly Pick<Check, 'ok' | 'missing'>[]): Integrity {
  const faults = checks.filter(({ ok }) => ok === false);
  if (faults.some(({ missing }) => !missing)) return 'altered';
  return faults.length > 0 ? 'incomplete' : 'intact';
}

/** Intact, and nothing was left unchecked. */
export function isOk({ integrity, checks }: Pick<Verdict, 'integrity' | 'checks'>): boolean {
  return integrity === 'intact' && checks.every(({ ok }) => ok === true);
}

/**
 * The key that vouches for everything up to the end, beside those that the person noted before (`pins`) and those that these
 * keys themselves vouched for (`successors`). Without a note every key is new. `keyId` is absent where nobody signed the end.
 */
export function identityOf(
  keyId: string | undefined,
  pins: readonly string[] = [],
  successors: ReadonlyMap<string, string> = new Map(),
): Identity {
  if (keyId === undefined) return { known: 'unsigned' };
  if (pins.length === 0) return { keyId, known: 'new' };
  return { keyId, known: leadsToPin(keyId, pins, successors) ? 'pinned' : 'conflict' };
}

/** Whether a key is noted, or was brought in by one that is: `successors` says by which key each was brought in. */
function leadsToPin(keyId: string, pins: readonly string[], successors: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = keyId; id !== undefined && !seen.has(id); id = successors.get(id)) {
    if (pins.includes(id)) return true;
    seen.add(id);
  }
  return false;
}

/** A time stamp that held when it was checked. */
export interface StampSeen {
  readonly authority?: string | undefined;
  readonly trusted: boolean;
}

/** What the times rest on: a trusted stamp before one whose authority nobody here trusts, else the device's own clock. */
export function timeOf(stamps: readonly StampSeen[], anchored: TimeSource['anchored'] = []): TimeSource {
  const stamp = stamps.find(({ trusted }) => trusted) ?? stamps[0];
  if (!stamp) return { source: 'device-clock', anchored };
  const { authority, trusted } = stamp;
  return { source: 'time-stamp', ...(authority === undefined ? {} : { authority }), trusted, anchored };
}
