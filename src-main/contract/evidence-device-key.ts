import { z } from 'zod';
import { call, nothing, words } from './call.ts';

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
  'key.state': call<DeviceKeyView>()(nothing),
  /** Makes the key, kept by a passphrase: for devices without a keychain. */
  'key.protect': call<DeviceKeyView>()(z.strictObject({ passphrase })),
  'key.unlock': call<DeviceKeyView>()(z.strictObject({ passphrase })),
  'key.change': call<DeviceKeyView>()(z.strictObject({ from: passphrase, to: passphrase })),
  /** Makes a new key; the present one vouches for it. The passphrase keeps the new key where there is no keychain. */
  'key.rotate': call<DeviceKeyView>()(z.strictObject({ passphrase: passphrase.optional() })),
};
