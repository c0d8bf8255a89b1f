import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { readSetting, putSetting, type Setting, settingFault } from '../papers/settings.ts';
import type { Ports } from '../ports.ts';
import { SETTINGS } from '../stored-names.ts';

/** Origin of one's own ledger. */
export const OWN = 'own';

/** A device key that is known to be somebody's: noted when it was first met under this origin, or when the person said so. */
export interface KeyPin {
  readonly origin: string;
  readonly keyId: string;
  readonly at: string;
}

export const KEY_PINS: Setting<readonly KeyPin[]> = {
  name: SETTINGS.evidence.keyPins,
  schema: z.array(z.strictObject({ origin: z.string(), keyId: z.string(), at: z.string() })),
};

/** Everything that is noted of keys; nothing where the note cannot be read, which the check of the evidence tells. */
export function keyPins(store: Store): readonly KeyPin[] {
  return settingFault(store, KEY_PINS) ? [] : (readSetting(store, KEY_PINS) ?? []);
}

/** Ids of the keys that are noted for an origin. */
export const pinsOf = (store: Store, origin: string): readonly string[] =>
  keyPins(store)
    .filter((pin) => pin.origin === origin)
    .map(({ keyId }) => keyId);

/** Notes a key as this origin's, once. */
export function pinKey(ports: Pick<Ports, 'store' | 'now'>, origin: string, keyId: string): void {
  const pins = keyPins(ports.store);
  if (pins.some((pin) => pin.origin === origin && pin.keyId === keyId)) return;
  putSetting(ports, KEY_PINS, [...pins, { origin, keyId, at: ports.now().toISOString() }]);
}
