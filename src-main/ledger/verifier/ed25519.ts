import { Point } from '@noble/ed25519';

const { n: ORDER } = Point.CURVE();

/**
 * Checks an Ed25519 signature where the browser cannot: RFC 8032, 5.1.7, by the equation without the cofactor and by comparing
 * bytes, as the browsers and OpenSSL do it, so that all of them say the same of every signature.
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64) return false;
  const [first, second] = [signature.subarray(0, 32), signature.subarray(32)];
  const scalar = littleEndian(second);
  if (scalar >= ORDER) return false;
  const key = pointOf(publicKey);
  if (!key) return false;
  const challenge = littleEndian(await sha512(first, publicKey, message)) % ORDER;
  const expected = Point.BASE.multiplyUnsafe(scalar).add(key.multiplyUnsafe(challenge).negate());
  return expected.toBytes().every((byte, index) => byte === first[index]);
}

function pointOf(bytes: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    // No point, or one that is written in another than its one form.
    return undefined;
  }
}

async function sha512(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-512', whole));
}

const littleEndian = (bytes: Uint8Array): bigint => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
