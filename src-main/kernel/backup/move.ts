import { resealDeviceKey, type SealedDeviceKey } from '../../ledger/device-key.ts';
import { settleCopy } from '../../store/restored.ts';
import { DEVICE_KEY, storedDeviceKey } from '../device-key.ts';
import type { Ports } from '../ports.ts';
import { PAPERS } from '../stored-names.ts';

/** Members of a signing certificate's body that only this machine's keychain opens. */
const KEPT_HERE = ['sealed', 'sealedPassword'];

/**
 * How a copy differs that moves to another computer: what this computer's keychain keeps cannot be opened there. The device
 * key goes along under a passphrase, or not at all; the keys of signing certificates stay.
 * @throws Refusal as `resealDeviceKey`: before anything is written.
 */
export function moveChanges(
  { store, keychain, now }: Pick<Ports, 'store' | 'keychain' | 'now'>,
  passphrase: string | undefined,
): { readonly changes: (file: string) => void; readonly withKey: boolean } {
  const key = keyThatMoves(storedDeviceKey(store), keychain, passphrase);
  const without = KEPT_HERE.map((member) => ({ ...PAPERS.letters.certificate, member }));
  return {
    withKey: key !== undefined,
    changes: (file) => settleCopy(file, { settings: { [DEVICE_KEY.name]: key }, without, at: now().toISOString() }),
  };
}

function keyThatMoves(
  sealed: SealedDeviceKey | undefined,
  keychain: Ports['keychain'],
  passphrase: string | undefined,
): SealedDeviceKey | undefined {
  // Under a passphrase already: it opens wherever the person knows it.
  if (sealed?.sealed.by !== 'keychain') return sealed;
  return passphrase === undefined ? undefined : resealDeviceKey(sealed, { keychain }, { passphrase });
}
