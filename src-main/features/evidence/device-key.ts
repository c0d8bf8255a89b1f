import type { DeviceKeyView } from '../../contract/evidence-device-key.ts';
import type { ContractHandlers } from '../../contract/index.ts';
import { Refusal } from '../../agreement/refusal.ts';
import {
  changePassphrase,
  devicePublicKeys,
  introduceKey,
  storedDeviceKey,
  unlockKey,
} from '../../kernel/device-key.ts';
import type { Ports } from '../../kernel/ports.ts';

type KeyCalls = Extract<keyof ContractHandlers, `key.${string}`>;

/** The device key in the person's hands: set, open, change, renew. Never kept in the clear. */
export function signingKeyDesk(ports: Ports): Pick<ContractHandlers, KeyCalls> {
  const { store, keychain, ledger } = ports;
  return {
    'key.state': () => state(),

    'key.protect': ({ passphrase }) => {
      if (storedDeviceKey(store)) throw keyThere();
      introduceKey(ports, keychain.available ? { keychain } : { passphrase });
      return changed();
    },

    'key.unlock': ({ passphrase }) => {
      unlockKey(ports, passphrase);
      return changed();
    },

    'key.change': ({ from, to }) => {
      changePassphrase(ports, from, to);
      return changed();
    },

    'key.rotate': ({ passphrase }) => {
      introduceKey(ports, keychain.available ? { keychain } : { passphrase: passphrase ?? '' });
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
    ports.emit('changed', { desks: ['evidence', 'settings'] });
    return state();
  }
}

function keyThere(): Refusal {
  return new Refusal(
    'device-key-there',
    { zh: '设备密钥已经存在，没有改动。', en: 'There is a device key already; nothing was changed.' },
    { zh: '请输入口令解锁，或在设置中更换密钥。', en: 'Unlock it, or make a new one in settings.' },
  );
}
