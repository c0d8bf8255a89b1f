import { createHash } from 'node:crypto';

/** SHA-256 by node:crypto, at once. The offline verifier passes WebCrypto's instead. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** SHA-256 as lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
