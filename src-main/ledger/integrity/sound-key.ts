import { fromHex } from '../hex.ts';

/** 2^255 − 19, the field of Ed25519. */
const FIELD = 2n ** 255n - 19n;
/** The y of every point whose order divides 8: as a key, each has signatures that fit almost any message, made by nobody. */
const SMALL: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  FIELD - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

/**
 * Whether 32 bytes (hex) are a public key that a device may have: a point written in its one form, and of no small order.
 * Libraries differ in what they do with the others, so that none of them is ever asked.
 */
export function isSoundKey(publicKey: string): boolean {
  const bytes = fromHex(publicKey);
  const y = bytes.reduceRight((sum, byte, index) => sum * 256n + BigInt(index === 31 ? byte & 0x7f : byte), 0n);
  return bytes.length === 32 && y < FIELD && !SMALL.has(y);
}
