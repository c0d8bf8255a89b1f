import type { AnyDigest, VerifySignature } from '../chain.ts';
import { fromHex, toHex } from '../hex.ts';

/** SHA-256 by the browser. */
export const webDigest: AnyDigest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

/**
 * Makes the check of device signatures by the browser's Ed25519. A browser without it answers `unchecked`: the page
 * then says that signatures were not checked, which is not the same as good.
 */
export function webSignatures(publicKeys: readonly string[]): VerifySignature {
  const keys = keysById(publicKeys);
  return async (device, hash, signature) => {
    const found = (await keys).get(device);
    if (found === undefined) return 'unknown-key';
    if (found === 'unsupported') return 'unchecked';
    const [signed, by] = [hash as Uint8Array<ArrayBuffer>, signature as Uint8Array<ArrayBuffer>];
    return (await crypto.subtle.verify('Ed25519', found, by, signed)) ? 'valid' : 'invalid';
  };
}

async function keysById(publicKeys: readonly string[]): Promise<ReadonlyMap<string, CryptoKey | 'unsupported'>> {
  const entries = publicKeys.map(async (publicKey) => {
    const raw = fromHex(publicKey);
    return [toHex(await webDigest(raw)).slice(0, 32), await importKey(raw)] as const;
  });
  return new Map(await Promise.all(entries));
}

async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey | 'unsupported'> {
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return 'unsupported';
    throw error;
  }
}
