import { canonicalBytes } from './canonical-json.ts';
import type { ChainReport, SignatureVerdict } from './chain-report.ts';
import { ChainWalk, type Examined } from './chain-walk.ts';
import { type ChainHead, coreBytes, hashBytes, type LedgerEntry, UNSIGNED } from './entry.ts';
import { readEntry } from './entry-shape.ts';
import { fromHex, toHex } from './hex.ts';

/** SHA-256, at once or promised: node:crypto and WebCrypto both fit. */
export type AnyDigest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Checks a device's Ed25519 signature (64 bytes) over the 32 bytes of a hash. */
export type VerifySignature = (
  device: string,
  hash: Uint8Array,
  signature: Uint8Array,
) => SignatureVerdict | Promise<SignatureVerdict>;

export interface ChainExpectation {
  readonly digest: AnyDigest;
  readonly verifySignature: VerifySignature;
  /** A head known from elsewhere (a certificate, another device): the chain must reach it and agree with it. */
  readonly expectedHead?: ChainHead | undefined;
  /** The entry before the first one given, for an excerpt or a tail; absent: the chain starts at 1. */
  readonly from?: ChainHead | undefined;
}

/** As many digests and signatures are under way at once: keeps WebCrypto busy and the memory flat. */
const STRIDE = 256;

/**
 * Walks a chain once and reports every fault with its place. Entries may be whole or skeletons, and come from anywhere:
 * they are checked before they are believed. Never throws for what the entries hold.
 */
export async function verifyChain(
  entries: Iterable<unknown> | AsyncIterable<unknown>,
  expectation: ChainExpectation,
): Promise<ChainReport> {
  const walk = new ChainWalk(expectation.from, expectation.expectedHead);
  let stride: Promise<Examined>[] = [];
  for await (const entry of entries) {
    stride.push(examine(entry, expectation));
    if (stride.length === STRIDE) {
      for (const examined of await Promise.all(stride)) walk.step(examined);
      stride = [];
    }
  }
  for (const examined of await Promise.all(stride)) walk.step(examined);
  return walk.finish();
}

/** Looks at one entry alone: shape, hashes, signature. */
async function examine(value: unknown, by: ChainExpectation): Promise<Examined> {
  const read = readEntry(value);
  if ('misfit' in read) return { misfit: read.misfit };
  const { entry } = read;
  let recomputed: string;
  let payloadAgrees = true;
  try {
    recomputed = toHex(await by.digest(coreBytes(entry)));
    if (entry.payload !== undefined) {
      payloadAgrees = toHex(await by.digest(canonicalBytes(entry.payload))) === entry.payloadHash;
    }
  } catch (error) {
    // A lone surrogate or absurd nesting: no ledger ever wrote that.
    if (error instanceof TypeError) return { misfit: error.message };
    throw error;
  }
  return { entry, recomputed, payloadAgrees, signature: await judgeSignature(entry, by) };
}

async function judgeSignature(
  entry: LedgerEntry,
  by: ChainExpectation,
): Promise<SignatureVerdict | 'missing' | 'none'> {
  if (entry.device === UNSIGNED) return entry.signature === undefined ? 'none' : 'invalid';
  if (entry.signature === undefined) return 'missing';
  return by.verifySignature(entry.device, hashBytes(entry), fromHex(entry.signature));
}
