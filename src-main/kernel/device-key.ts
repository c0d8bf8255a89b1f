import { z } from 'zod';
import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import {
  createDeviceKey,
  type DeviceKey,
  type KeyProtection,
  openDeviceKey,
  resealDeviceKey,
  type SealedDeviceKey,
} from '../ledger/device-key.ts';
import { KEYS_SUBJECT } from '../ledger/entry.ts';
import { isHash } from '../ledger/hex.ts';
import type { Store } from '../store/store.ts';
import type { Ports } from './ports.ts';
import { record, recordTogether, type RecordPorts } from './record.ts';
import { OWN, pinKey, pinsOf } from './integrity/key-pins.ts';
import { putSetting, readSetting, type Setting, settingFault } from './papers/settings.ts';
import { SETTINGS } from './stored-names.ts';

export const DEVICE_KEY: Setting<SealedDeviceKey> = {
  name: SETTINGS.evidence.deviceKey,
  schema: z.strictObject({
    format: z.literal('assent-device-key-1'),
    id: z.string(),
    publicKey: z.string(),
    sealed: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('keychain'), secret: z.string() }),
      z.strictObject({
        by: z.literal('passphrase'),
        kdf: z.strictObject({ name: z.literal('scrypt'), N: z.number(), r: z.number(), p: z.number() }),
        salt: z.string(),
        iv: z.string(),
        tag: z.string(),
        secret: z.string(),
      }),
    ]),
  }),
};
/** Subject of every entry about the keys of this device. */
export const DEVICE_SUBJECT = KEYS_SUBJECT;

type KeyPorts = RecordPorts & Pick<Ports, 'keychain' | 'useDeviceKey'>;

/**
 * The ledger at start: its first entry, the device key opened by the keychain (or made, where a keychain is there and no
 * key is yet), and the clock looked at. Without a keychain the ledger stays unsigned until the person gives a
 * passphrase; every entry says so. `introduce`: a ledger that is not the one that was noted gets no key by itself.
 */
export function beginLedger(ports: KeyPorts, introduce = true): void {
  const { store, keychain, ledger, now } = ports;
  const at = now().toISOString();
  if (store.ledger.count() === 0) {
    record(ports, {
      entry: { at, kind: 'ledger-opened', subject: 'ledger:own', payload: { at } },
      write: () => undefined,
      changed: [],
    });
  }
  ledger.watchClock(at);
  if (keychain.available) openOrIntroduce(ports, introduce);
  pinFirst(ports);
}

/**
 * A keychain that does not give the key up, or a key that cannot be read, must not keep the app from starting: settings
 * and banner say so.
 */
function openOrIntroduce(ports: KeyPorts, introduce: boolean): void {
  const { store, keychain, useDeviceKey } = ports;
  try {
    const sealed = storedDeviceKey(store);
    if (!sealed) {
      if (introduce) introduceKey(ports, { keychain });
    } else if (sealed.sealed.by === 'keychain') useDeviceKey(openDeviceKey(sealed, { keychain }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A key of before keys were noted is noted at the first start that does so. */
function pinFirst(ports: KeyPorts): void {
  const { store } = ports;
  if (settingFault(store, DEVICE_KEY) || pinsOf(store, OWN).length > 0) return;
  const sealed = storedDeviceKey(store);
  if (sealed) pinKey(ports, OWN, sealed.id);
}

/** The sealed key as stored. @throws Refusal `record-unreadable`. */
export function storedDeviceKey(store: Store): SealedDeviceKey | undefined {
  return readSetting(store, DEVICE_KEY);
}

/** Public keys (hex) of every device key that this ledger ever named: older entries verify with older keys. */
export function devicePublicKeys(store: Store): readonly string[] {
  const named = store.ledger.ofSubject(DEVICE_SUBJECT).flatMap(({ payload }) => {
    const key = (payload as { readonly publicKey?: unknown } | undefined)?.publicKey;
    return isHash(key) ? [key] : [];
  });
  const stored = storedDeviceKey(store)?.publicKey;
  return [...new Set(stored === undefined ? named : [...named, stored])];
}

/**
 * Makes a key, has the present one (if it can sign) vouch for it, and signs with the new one from now on. Of a key that is
 * lost the ledger has said so itself.
 * @throws Refusal `passphrase-too-short`.
 */
export function introduceKey(
  ports: KeyPorts,
  protection: KeyProtection,
  former: 'retires' | 'the former is lost' = 'retires',
): DeviceKey {
  const { store, useDeviceKey, now } = ports;
  const before = storedDeviceKey(store);
  const made = createDeviceKey(protection);
  const at = now().toISOString();
  recordTogether(ports, () => {
    const created = { id: made.key.id, publicKey: made.key.publicKey, keptBy: made.sealed.sealed.by };
    record(ports, {
      entry: { at, kind: 'key-created', subject: DEVICE_SUBJECT, payload: created },
      write: () => {
        putSetting(ports, DEVICE_KEY, made.sealed);
        pinKey(ports, OWN, made.key.id);
      },
      changed: ['settings'],
    });
    if (before && former === 'retires') {
      const retired = { id: before.id, publicKey: before.publicKey, replacedBy: made.key.id };
      record(ports, {
        entry: { at, kind: 'key-retired', subject: DEVICE_SUBJECT, payload: retired },
        write: () => undefined,
        changed: ['settings'],
      });
    }
  });
  useDeviceKey(made.key);
  return made.key;
}

/**
 * Opens the key with its passphrase and signs with it from now on. Where there is a keychain now, as on another computer
 * that the records were moved to, it keeps the key from then on.
 * @throws Refusal as `openDeviceKey`.
 */
export function unlockKey(ports: KeyPorts, passphrase: string): void {
  const { store, keychain } = ports;
  const sealed = storedDeviceKey(store);
  if (!sealed) throw noKey();
  ports.useDeviceKey(openDeviceKey(sealed, { passphrase }));
  if (keychain.available) putSetting(ports, DEVICE_KEY, resealDeviceKey(sealed, { passphrase }, { keychain }));
}

/** Seals the same key with another passphrase. @throws Refusal as `openDeviceKey`, `passphrase-too-short`. */
export function changePassphrase(ports: KeyPorts, from: string, to: string): void {
  const sealed = storedDeviceKey(ports.store);
  if (!sealed) throw noKey();
  putSetting(ports, DEVICE_KEY, resealDeviceKey(sealed, { passphrase: from }, { passphrase: to }));
}

function noKey(): Refusal {
  return new Refusal(
    'no-device-key',
    sentence('kernel.device-key.no-device-key'),
    sentence('kernel.device-key.no-device-key.next'),
  );
}
