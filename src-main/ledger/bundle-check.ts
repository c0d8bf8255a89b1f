import type { Sentence } from '../agreement/sentence.ts';
import type { AnyDigest } from './chain.ts';
import type { ChainHead } from './entry.ts';
import type { VerifySignature } from './chain.ts';
import type { JsonObject } from './canonical-json.ts';

/** One thing that was checked. */
export interface BundleCheck {
  readonly what: Sentence;
  readonly ok: boolean;
  readonly why: Sentence;
  /** Good, but worth reading: something could not be checked or is unusual. */
  readonly remark?: true;
}

/** What an RFC 3161 timestamp over an entry's hash says. */
export interface TimestampVerdict {
  readonly ok: boolean;
  /** UTC ISO; absent when the answer cannot be read. */
  readonly at?: string;
  readonly authority?: string;
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
}

/** A record of the bundle with the entry that vouches for it. */
export interface BundleRecord {
  readonly id: string;
  readonly record: JsonObject;
  readonly sequence?: number;
}

/** What the verification of a bundle says. */
export interface BundleReport {
  /** Every check is good. */
  readonly ok: boolean;
  readonly checks: readonly BundleCheck[];
  readonly records: readonly BundleRecord[];
  readonly head?: ChainHead;
  /** Ids of the device keys that signed. They prove who only to whom the id was given another way. */
  readonly devices: readonly string[];
}

export function good(what: Sentence, zh: string, en: string): BundleCheck {
  return { what, ok: true, why: { zh, en } };
}

export function remark(what: Sentence, zh: string, en: string): BundleCheck {
  return { what, ok: true, why: { zh, en }, remark: true };
}

export function bad(what: Sentence, zh: string, en: string): BundleCheck {
  return { what, ok: false, why: { zh, en } };
}
