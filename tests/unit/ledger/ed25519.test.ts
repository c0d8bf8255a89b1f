import { Point } from '@noble/ed25519';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceId, signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import { fromHex, toHex } from '../../../src-main/ledger/hex.ts';
import { isSoundKey } from '../../../src-main/ledger/integrity/sound-key.ts';
import { verifyEd25519 } from '../../../src-main/ledger/verifier/ed25519.ts';
import { newKey } from './sample-chain.ts';

const ORDER = Point.CURVE().n;
const message = new Uint8Array(32).fill(7);
const key = newKey();
const signature = key.sign(message);

/** What the app says, by OpenSSL, of the same key, message and signature. */
async function byTheApp(publicKey: string, of: Uint8Array, signed: Uint8Array): Promise<boolean> {
  return (await signatureVerifier([publicKey])(deviceId(publicKey), of, signed)) === 'valid';
}

const little = (value: bigint, length = 32): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));

/** A point of order 8 added to a good one: both halves of a signature may carry it. */
const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');

describe('our own check of Ed25519', () => {
  test('says what OpenSSL says of good, changed and foreign signatures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(63), fc.nat(7), async (of, at, bit) => {
        const signed = key.sign(of);
        expect(await verifyEd25519(fromHex(key.publicKey), of, signed)).toBe(true);
        const changed = Uint8Array.from(signed);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await verifyEd25519(fromHex(key.publicKey), of, changed)).toBe(false);
        expect(await byTheApp(key.publicKey, of, changed)).toBe(false);
      }),
      { numRuns: 10 },
    );
    expect(await verifyEd25519(fromHex(newKey().publicKey), message, signature)).toBe(false);
  });

  test('takes no second form of a signature', async () => {
    const scalar = signature.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const second = Uint8Array.from([...signature.subarray(0, 32), ...little(scalar + ORDER)]);
    expect(await verifyEd25519(fromHex(key.publicKey), message, second)).toBe(false);
    expect(await byTheApp(key.publicKey, message, second)).toBe(false);
    expect(await verifyEd25519(fromHex(key.publicKey), message, signature.subarray(0, 63))).toBe(false);
  });

  test('agrees with OpenSSL where a key carries a point of small order, which multiplies by the cofactor would hide', async () => {
    const mixed = Point.fromHex(key.publicKey).add(torsion).toBytes();
    expect(isSoundKey(toHex(mixed))).toBe(true);
    for (const of of [message, ...Array.from({ length: 8 }, (_, n) => new Uint8Array(32).fill(n))]) {
      const signed = key.sign(of);
      expect(await verifyEd25519(mixed, of, signed)).toBe(await byTheApp(toHex(mixed), of, signed));
    }
  });
});

describe('a key that is none', () => {
  /** The eight points whose order divides 8, as they are written. */
  const small = Array.from({ length: 8 }, (_, times) => torsion.multiplyUnsafe(BigInt(times)).toBytes());

  test('is every point of small order, in either form', () => {
    expect(new Set(small.map((bytes) => toHex(bytes))).size).toBe(8);
    for (const bytes of small) expect(isSoundKey(toHex(bytes))).toBe(false);
    expect(isSoundKey(toHex(little(2n ** 255n - 19n)))).toBe(false);
    expect(isSoundKey(toHex(little(2n ** 255n - 18n)))).toBe(false);
    expect(isSoundKey(key.publicKey)).toBe(true);
  });

  test('verifies nothing, though its signatures are easily made', async () => {
    const nobody = toHex(Point.ZERO.toBytes());
    const anyone = Uint8Array.from([...Point.ZERO.toBytes(), ...new Uint8Array(32)]);
    expect(await signatureVerifier([nobody])(deviceId(nobody), message, anyone)).toBe('unknown-key');
  });
});
