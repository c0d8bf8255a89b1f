import { sentence } from '../../agreement/sentence.ts';
import type { DeviceKeyView } from '../../contract/evidence-device-key.ts';
import type { Handlers } from '../../contract/call.ts';
import type { deviceKeyCalls } from '../../contract/evidence-device-key.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  changePassphrase,
  DEVICE_SUBJECT,
  devicePublicKeys,
  introduceKey,
  storedDeviceKey,
  unlockKey,
} from '../../kernel/device-key.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether, tellChanged } from '../../kernel/record.ts';

/** The device key in the person's hands: set, open, change, renew. Never kept in the clear. */
export function deviceKeyHandlers(ports: Ports): Handlers<typeof deviceKeyCalls> {
  const { store, keychain, ledger } = ports;
  return {
    'evidence.keyState': () => state(),

    'evidence.protectKey': ({ passphrase }) => {
      if (storedDeviceKey(store)) throw keyThere();
      introduceKey(ports, keychain.available ? { keychain } : { passphrase });
      return changed();
    },

    'evidence.unlockKey': ({ passphrase }) => {
      unlockKey(ports, passphrase);
      return changed();
    },

    'evidence.changePassphrase': ({ from, to }) => {
      changePassphrase(ports, from, to);
      return changed();
    },

    'evidence.rotateKey': ({ passphrase }) => {
      if (storedDeviceKey(store) && !ledger.signer()) throw keyLocked();
      introduceKey(ports, keychain.available ? { keychain } : { passphrase: passphrase ?? '' });
      return changed();
    },

    'evidence.replaceLostKey': ({ passphrase, reason }) => {
      const sealed = storedDeviceKey(store);
      if (!sealed || ledger.signer()) throw keyNotLost();
      recordTogether(ports, () => {
        record(ports, {
          entry: {
            kind: 'key-lost',
            subject: DEVICE_SUBJECT,
            payload: { id: sealed.id, publicKey: sealed.publicKey, reason },
          },
          write: () => undefined,
          changed: ['settings'],
        });
        introduceKey(ports, keychain.available ? { keychain } : { passphrase: passphrase ?? '' }, 'the former is lost');
      });
      return changed();
    },
  };

  function state(): DeviceKeyView {
    const sealed = storedDeviceKey(store);
    return {
      protection: sealed ? sealed.sealed.by : 'none',
      signing: ledger.signer() !== undefined,
      keychain: keychain.available,
      keys: devicePublicKeys(store).length,
      ...(sealed ? { id: sealed.id } : {}),
    };
  }

  function changed(): DeviceKeyView {
    tellChanged(ports, ['evidence', 'settings']);
    return state();
  }
}

const keyLocked = (): Refusal =>
  new Refusal('device-key-locked', sentence('evidence.device-key.locked'), sentence('evidence.device-key.locked.next'));

const keyNotLost = (): Refusal =>
  new Refusal(
    'device-key-not-lost',
    sentence('evidence.device-key.not-lost'),
    sentence('evidence.device-key.not-lost.next'),
  );

function keyThere(): Refusal {
  return new Refusal(
    'device-key-there',
    sentence('evidence.device-key.device-key-there'),
    sentence('evidence.device-key.device-key-there.next'),
  );
}
