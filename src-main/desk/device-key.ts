import { createDeviceKey, type DeviceKey, openDeviceKey, type SealedDeviceKey } from '../ledger/device-key.ts';
import type { Store } from '../store/store.ts';
import type { KeychainPort } from './ports.ts';

const SETTING = 'device-key';

/**
 * The device key at start: opened by the keychain, or made when a keychain is there and no key is yet.
 * Without a keychain the ledger is written unsigned until the person gives a passphrase; it says so in every entry.
 */
export function deviceKeyAtStart(store: Store, keychain: KeychainPort, at: string): DeviceKey | undefined {
  const sealed = store.settings.get<SealedDeviceKey>(SETTING);
  if (!keychain.available) return undefined;
  if (sealed) return sealed.sealed.by === 'keychain' ? openDeviceKey(sealed, { keychain }) : undefined;
  const made = createDeviceKey({ keychain });
  store.settings.put(SETTING, made.sealed, at);
  return made.key;
}

/** The sealed key as stored, for settings and for the public key in bundles. */
export function storedDeviceKey(store: Store): SealedDeviceKey | undefined {
  return store.settings.get<SealedDeviceKey>(SETTING);
}

/** Stores a key that was just made or sealed another way. */
export function keepDeviceKey(store: Store, sealed: SealedDeviceKey, at: string): void {
  store.settings.put(SETTING, sealed, at);
}
