import type { AnyDigest, VerifySignature } from '../chain.ts';
import { fromHex, toHex } from '../hex.ts';
import { verifyEd25519 } from './ed25519.ts';

/** SHA-256 by the browser. */
export const webDigest: AnyDigest = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

/** Makes the check of device signatures by the browser's Ed25519, or by our own where the browser has none. */
export function webSignatures(publicKeys: readonly string[]): VerifySignature {
  const keys = keysById(publicKeys);
  return async (device, hash, signature) => {
    const found = (await keys).get(device);
    if (found === undefined) return 'unknown-key';
    const [signed, by] = [hash as Uint8Array<ArrayBuffer>, signature as Uint8Array<ArrayBuffer>];
    const genuine =
      found instanceof Uint8Array
        ? await verifyEd25519(found, signed, by)
        : await crypto.subtle.verify('Ed25519', found, by, signed);
    return genuine ? 'valid' : 'invalid';
  };
}

/** A key as the browser holds it, or its bytes where the browser knows no Ed25519. */
type Key = CryptoKey | Uint8Array;

async function keysById(publicKeys: readonly string[]): Promise<ReadonlyMap<string, Key>> {
  const entries = publicKeys.map(async (publicKey) => {
    const raw = fromHex(publicKey);
    return [toHex(await webDigest(raw)).slice(0, 32), await importKey(raw)] as const;
  });
  return new Map(await Promise.all(entries));
}

async function importKey(raw: Uint8Array<ArrayBuffer>): Promise<Key> {
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (error) {
    // Whatever the browser has against it: our own check says whether it is a key.
    if (error instanceof DOMException) return raw;
    throw error;
  }
}
