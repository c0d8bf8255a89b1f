import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import {
  createDeviceKey,
  type Keychain,
  openDeviceKey,
  resealDeviceKey,
  type SealedDeviceKey,
  signatureVerifier,
} from '../../../src-main/ledger/device-key.ts';

const hash = randomBytes(32);
const passphrase = 'un mot de passé 口令';

/** A real, if private, keychain: AES-GCM with a key that only this process has. */
function keychain(): Keychain {
  const secret = randomBytes(32);
  return {
    seal: (bytes) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
  };
}

function refusalCode(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('a device key', () => {
  test('signs what its public key verifies, and nothing else', async () => {
    const { key } = createDeviceKey({ keychain: keychain() });
    const verify = signatureVerifier([key.publicKey]);
    expect(await verify(key.id, hash, key.sign(hash))).toBe('valid');
    expect(await verify(key.id, randomBytes(32), key.sign(hash))).toBe('invalid');
    expect(await verify('0'.repeat(32), hash, key.sign(hash))).toBe('unknown-key');
  });

  test('comes back from its keychain, and only from that one', () => {
    const own = keychain();
    const { key, sealed } = createDeviceKey({ keychain: own });
    const opened = openDeviceKey(JSON.parse(JSON.stringify(sealed)) as SealedDeviceKey, { keychain: own });
    expect(opened.publicKey).toBe(key.publicKey);
    expect([...opened.sign(hash)]).toEqual([...key.sign(hash)]);
    expect(refusalCode(() => openDeviceKey(sealed, { keychain: keychain() }))).toBe('keychain-refused');
    expect(refusalCode(() => openDeviceKey(sealed, { passphrase }))).toBe('keychain-needed');
  });

  test('comes back by its passphrase, however it was composed, and by no other', () => {
    const { key, sealed } = createDeviceKey({ passphrase: passphrase.normalize('NFC') });
    expect(openDeviceKey(sealed, { passphrase: passphrase.normalize('NFD') }).id).toBe(key.id);
    expect(refusalCode(() => openDeviceKey(sealed, { passphrase: `${passphrase}!` }))).toBe('wrong-passphrase');
    expect(refusalCode(() => openDeviceKey(sealed, { keychain: keychain() }))).toBe('passphrase-needed');
  });

  test('is never stored in the clear', () => {
    const seen: string[] = [];
    const own = keychain();
    const spy: Keychain = {
      ...own,
      seal: (secret) => {
        seen.push(Buffer.from(secret).toString('hex').slice(-64));
        return own.seal(secret);
      },
    };
    const { sealed } = createDeviceKey({ keychain: spy });
    const again = resealDeviceKey(sealed, { keychain: own }, { passphrase });
    expect(seen).toHaveLength(1);
    for (const stored of [sealed, again]) expect(JSON.stringify(stored)).not.toContain(seen[0]);
    expect(openDeviceKey(again, { passphrase }).publicKey).toBe(sealed.publicKey);
  });

  test('refuses a short passphrase', () => {
    expect(refusalCode(() => createDeviceKey({ passphrase: '1234567' }))).toBe('passphrase-too-short');
  });

  test('that was tampered with is refused', () => {
    const own = keychain();
    const { sealed } = createDeviceKey({ keychain: own });
    const other = createDeviceKey({ keychain: own }).sealed;
    expect(refusalCode(() => openDeviceKey({ ...sealed, publicKey: other.publicKey }, { keychain: own }))).toBe(
      'device-key-damaged',
    );
    const costly = createDeviceKey({ passphrase }).sealed;
    if (costly.sealed.by !== 'passphrase') throw new Error('sealed another way');
    const kdf = { ...costly.sealed.kdf, N: 2 ** 30 };
    expect(
      refusalCode(() =>
        openDeviceKey({ ...costly, sealed: { ...costly.sealed, kdf } as SealedDeviceKey['sealed'] }, { passphrase }),
      ),
    ).toBe('device-key-damaged');
  });
});
