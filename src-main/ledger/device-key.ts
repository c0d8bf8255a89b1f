import { sentence } from '../agreement/sentence.ts';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';
import { Refusal } from '../agreement/refusal.ts';
import { canonicalBytes } from './canonical-json.ts';
import type { SignatureVerdict } from './chain-report.ts';
import type { EntrySigner } from './entry.ts';
import { fromHex, toHex } from './hex.ts';
import { isSoundKey } from './integrity/sound-key.ts';

/** scrypt's cost, OWASP's current recommendation for interactive use: 128 MiB, a good half second. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
const SCRYPT_MEMORY = 256 * 1024 * 1024;
const SHORTEST_PASSPHRASE = 8;

/** An OS keychain (DPAPI, Keychain, libsecret): seals and opens bytes for this user on this machine. */
export interface Keychain {
  readonly seal: (secret: Uint8Array) => Uint8Array;
  /** @throws when the keychain refuses or the bytes are not its own. */
  readonly open: (sealed: Uint8Array) => Uint8Array;
}

/** How the private key is kept. There is no third way: never in the clear. */
export type KeyProtection = { readonly keychain: Keychain } | { readonly passphrase: string };

/** A device key at rest: safe to store. Plain JSON. */
export interface SealedDeviceKey {
  readonly format: 'assent-device-key-1';
  readonly id: string;
  /** Raw Ed25519 public key, 64 hex digits. */
  readonly publicKey: string;
  readonly sealed:
    | { readonly by: 'keychain'; readonly secret: string }
    | {
        readonly by: 'passphrase';
        readonly kdf: { readonly name: 'scrypt'; readonly N: number; readonly r: number; readonly p: number };
        readonly salt: string;
        readonly iv: string;
        readonly tag: string;
        readonly secret: string;
      };
}

/** A device key in use. The private key does not leave the closure of `sign`. */
export interface DeviceKey extends EntrySigner {
  readonly publicKey: string;
}

/** Id of a device key: the first 32 hex digits of the SHA-256 of the raw public key (hex). */
export function deviceId(publicKey: string): string {
  return createHash('sha256').update(fromHex(publicKey)).digest('hex').slice(0, 32);
}

/**
 * Makes a new key and seals it at once.
 * @throws Refusal `passphrase-too-short`.
 */
export function createDeviceKey(protection: KeyProtection): {
  readonly key: DeviceKey;
  readonly sealed: SealedDeviceKey;
} {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = deviceKey(privateKey);
  return { key, sealed: sealKey(privateKey, key, protection) };
}

/**
 * Opens a sealed key.
 * @throws Refusal `wrong-passphrase`, `keychain-refused`, `device-key-damaged`, `passphrase-needed`, `keychain-needed`.
 */
export function openDeviceKey(sealed: SealedDeviceKey, protection: KeyProtection): DeviceKey {
  const secret = unseal(sealed, protection);
  let key: DeviceKey;
  try {
    key = deviceKey(createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' }));
  } catch (cause) {
    throw damaged(cause);
  }
  if (key.publicKey !== sealed.publicKey || key.id !== sealed.id) throw damaged();
  return key;
}

/** Seals the same key another way (a new passphrase, or a keychain where there was none). Throws as `openDeviceKey`. */
export function resealDeviceKey(sealed: SealedDeviceKey, from: KeyProtection, to: KeyProtection): SealedDeviceKey {
  const key = openDeviceKey(sealed, from);
  const privateKey = createPrivateKey({ key: Buffer.from(unseal(sealed, from)), format: 'der', type: 'pkcs8' });
  return sealKey(privateKey, key, to);
}

/** Checks signatures by the public keys (hex) given; a key whose id does not follow from it is not known. */
export function signatureVerifier(
  publicKeys: Iterable<string>,
): (device: string, hash: Uint8Array, signature: Uint8Array) => SignatureVerdict | Promise<SignatureVerdict> {
  const keys = new Map<string, KeyObject>();
  for (const publicKey of publicKeys) {
    if (!isSoundKey(publicKey)) continue;
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(fromHex(publicKey)).toString('base64url') };
    keys.set(deviceId(publicKey), createPublicKey({ key: jwk, format: 'jwk' }));
  }
  return (device, hash, signature) => {
    const key = keys.get(device);
    if (!key) return 'unknown-key';
    // Given a callback, node:crypto works in its thread pool: a long ledger is checked on all cores.
    return new Promise((resolve, reject) => {
      verify(undefined, hash, key, signature, (error, genuine) => {
        if (error) reject(error);
        else resolve(genuine ? 'valid' : 'invalid');
      });
    });
  };
}

function deviceKey(privateKey: KeyObject): DeviceKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = toHex(Buffer.from(x ?? '', 'base64url'));
  return { id: deviceId(publicKey), publicKey, sign: (hash) => sign(undefined, hash, privateKey) };
}

function sealKey(privateKey: KeyObject, key: DeviceKey, protection: KeyProtection): SealedDeviceKey {
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  const head = { format: 'assent-device-key-1', id: key.id, publicKey: key.publicKey } as const;
  if ('keychain' in protection) {
    return { ...head, sealed: { by: 'keychain', secret: toHex(protection.keychain.seal(secret)) } };
  }
  if ([...protection.passphrase].length < SHORTEST_PASSPHRASE) {
    throw new Refusal(
      'passphrase-too-short',
      sentence('ledger.device-key.passphrase-too-short', { shortest: SHORTEST_PASSPHRASE }),
      sentence('ledger.device-key.passphrase-too-short.next'),
    );
  }
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const kdf = { name: 'scrypt', ...SCRYPT } as const;
  const cipher = createCipheriv('aes-256-gcm', stretch(protection.passphrase, salt, kdf), iv);
  cipher.setAAD(canonicalBytes({ ...head, kdf }));
  const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()]);
  return {
    ...head,
    sealed: {
      by: 'passphrase',
      kdf,
      salt: toHex(salt),
      iv: toHex(iv),
      tag: toHex(cipher.getAuthTag()),
      secret: toHex(ciphertext),
    },
  };
}

function unseal(key: SealedDeviceKey, protection: KeyProtection): Uint8Array {
  const { format, id, publicKey, sealed } = key;
  if (sealed.by === 'keychain') {
    if (!('keychain' in protection)) throw otherProtection('keychain');
    try {
      return protection.keychain.open(fromHex(sealed.secret));
    } catch (cause) {
      throw new Refusal(
        'keychain-refused',
        sentence('ledger.device-key.keychain-refused'),
        sentence('ledger.device-key.keychain-refused.next'),
        { cause },
      );
    }
  }
  if (!('passphrase' in protection)) throw otherProtection('passphrase');
  // Parameters come from a file: more memory or rounds than ours would only serve to stall the machine.
  if (sealed.kdf.N > SCRYPT.N * 2 || sealed.kdf.r > SCRYPT.r * 2 || sealed.kdf.p > 4) throw damaged();
  try {
    const secretKey = stretch(protection.passphrase, fromHex(sealed.salt), sealed.kdf);
    const decipher = createDecipheriv('aes-256-gcm', secretKey, fromHex(sealed.iv), { authTagLength: 16 });
    decipher.setAAD(canonicalBytes({ format, id, publicKey, kdf: sealed.kdf }));
    decipher.setAuthTag(fromHex(sealed.tag));
    return Buffer.concat([decipher.update(fromHex(sealed.secret)), decipher.final()]);
  } catch (cause) {
    // GCM cannot tell a wrong passphrase from a changed file; the first is by far the more frequent.
    throw new Refusal(
      'wrong-passphrase',
      sentence('ledger.device-key.wrong-passphrase'),
      sentence('ledger.device-key.wrong-passphrase.next'),
      { cause },
    );
  }
}

function stretch(passphrase: string, salt: Uint8Array, cost: { N: number; r: number; p: number }): Buffer {
  // NFC, so that the same words typed on another keyboard or system open the key.
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { ...cost, maxmem: SCRYPT_MEMORY * 2 });
}

function damaged(cause?: unknown): Refusal {
  return new Refusal(
    'device-key-damaged',
    sentence('ledger.device-key.device-key-damaged'),
    sentence('ledger.device-key.device-key-damaged.next'),
    { cause },
  );
}

function otherProtection(by: 'keychain' | 'passphrase'): Refusal {
  return by === 'keychain'
    ? new Refusal(
        'keychain-needed',
        sentence('ledger.device-key.keychain-needed'),
        sentence('ledger.device-key.keychain-needed.next'),
      )
    : new Refusal(
        'passphrase-needed',
        sentence('ledger.device-key.passphrase-needed'),
        sentence('ledger.device-key.passphrase-needed.next'),
      );
}
