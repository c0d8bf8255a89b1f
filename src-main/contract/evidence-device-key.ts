import { z } from 'zod';
import { call, filled, nothing, words } from './call.ts';

/** How the device key is kept, and whether entries are being signed now. */
export interface DeviceKeyView {
  readonly protection: 'keychain' | 'passphrase' | 'none';
  readonly signing: boolean;
  readonly keychain: boolean;
  readonly id?: string;
  /** Keys that this ledger named so far. */
  readonly keys: number;
}

const passphrase = words(200);

export const deviceKeyCalls = {
  'evidence.keyState': call<DeviceKeyView>()(nothing),
  /** Makes the key, kept by a passphrase: for devices without a keychain. */
  'evidence.protectKey': call<DeviceKeyView>()(z.strictObject({ passphrase })),
  'evidence.unlockKey': call<DeviceKeyView>()(z.strictObject({ passphrase })),
  'evidence.changePassphrase': call<DeviceKeyView>()(z.strictObject({ from: passphrase, to: passphrase })),
  /** Makes a new key; the present one vouches for it. The passphrase keeps the new key where there is no keychain. */
  'evidence.rotateKey': call<DeviceKeyView>()(z.strictObject({ passphrase: passphrase.optional() })),
  /** The key cannot be opened any more: the ledger says so, with a reason, and a new one begins without its word. */
  'evidence.replaceLostKey': call<DeviceKeyView>()(
    z.strictObject({ passphrase: passphrase.optional(), reason: filled(500) }),
  ),
};
