import type { Sentence } from '../agreement/sentence.ts';
import type { AnyDigest } from './chain.ts';
import type { ChainHead } from './entry.ts';
import type { VerifySignature } from './chain.ts';
import type { JsonObject } from './canonical-json.ts';
import type { Check, Verdict } from './verdict.ts';

/** What an RFC 3161 timestamp over an entry's hash says. */
export interface TimestampVerdict {
  readonly ok: boolean;
  /** UTC ISO; absent when the answer cannot be read. */
  readonly at?: string;
  readonly authority?: string;
  /** Country in the certificate that signed (ISO 3166), where it names one. */
  readonly country?: string;
  /** The authority's certificate leads to a root that was passed in. */
  readonly trusted: boolean;
  readonly why: Sentence;
}

export interface BundleVerification {
  readonly digest: AnyDigest;
  /** Makes the check of device signatures from the public keys (hex) that the bundle brings. */
  readonly verifySignature: (publicKeys: readonly string[]) => VerifySignature;
  /** Checks the DER of a timestamp answer against the hash (hex) of the entry that it stamps. */
  readonly verifyTimestamp?: ((response: Uint8Array, hash: string) => Promise<TimestampVerdict>) | undefined;
  /** A head or entry known from elsewhere, e.g. from a printed certificate. */
  readonly expectedHead?: ChainHead | undefined;
  /** Ids of the device keys that the person expects, noted elsewhere. */
  readonly pins?: readonly string[] | undefined;
}

/** A record of the bundle with the entry that vouches for it. */
export interface BundleRecord {
  readonly id: string;
  readonly record: JsonObject;
  readonly sequence?: number;
  /** File of the structure that the record speaks of, where the bundle has it. */
  readonly structure?: string;
}

/** What the verification of a bundle says. */
export interface BundleReport extends Verdict {
  /** Intact, with nothing left unchecked. */
  readonly ok: boolean;
  readonly records: readonly BundleRecord[];
  readonly head?: ChainHead;
  /** By the id of each key that the bundle's ledger brought in: the key that vouched for it. */
  readonly successors: ReadonlyMap<string, string>;
  /** Ids of the device keys that signed. They prove who only to whom the id was given another way. */
  readonly devices: readonly string[];
}

/** A check that held. */
export function good(what: Sentence, why: Sentence): Check {
  return { what, ok: true, why };
}

/** A check that held, with something worth reading. */
export function remark(what: Sentence, why: Sentence): Check {
  return { what, ok: true, why, remark: true };
}

/** Nobody could check it here. */
export function unchecked(what: Sentence, why: Sentence): Check {
  return { what, ok: 'unchecked', why };
}

/** Something that is there is not what it should be. */
export function bad(what: Sentence, why: Sentence): Check {
  return { what, ok: false, why };
}

/** Something that should be there is not. */
export function lacking(what: Sentence, why: Sentence): Check {
  return { what, ok: false, why, missing: true };
}
