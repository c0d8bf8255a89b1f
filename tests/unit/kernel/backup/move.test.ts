import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveChanges } from '../../../../src-main/kernel/backup/move.ts';
import { beginLedger, introduceKey, storedDeviceKey, unlockKey } from '../../../../src-main/kernel/device-key.ts';
import type { Ports } from '../../../../src-main/kernel/ports.ts';
import { openDeviceKey } from '../../../../src-main/ledger/device-key.ts';
import { openStore } from '../../../../src-main/store/store.ts';
import { AppUnderTest } from '../ports.ts';

let app: AppUnderTest;
beforeEach(() => {
  app = new AppUnderTest();
});
afterEach(() => app.end());

/** A keychain that opens only what it sealed itself. */
const keychain = (name: string): Ports['keychain'] => ({
  available: true,
  seal: (secret) => Buffer.concat([Buffer.from(`${name}:`), Buffer.from(secret).map((byte) => byte ^ 0x5a)]),
  open: (sealed) => {
    const bytes = Buffer.from(sealed);
    if (!bytes.subarray(0, name.length + 1).equals(Buffer.from(`${name}:`))) throw new Error('not mine');
    return bytes.subarray(name.length + 1).map((byte) => byte ^ 0x5a);
  },
});
const withKeychain = (name: string): Ports => ({ ...app.ports, keychain: keychain(name) });

async function moved(passphrase?: string) {
  const ports = withKeychain('old');
  const { changes, withKey } = moveChanges(ports, passphrase);
  const file = join(app.folder, 'data.assent-data');
  await app.store.backupTo(file);
  changes(file);
  return { file, withKey };
}

describe('a file for another computer', () => {
  test('takes the key along under the passphrase, and nobody else may read it', async () => {
    introduceKey(withKeychain('old'), { keychain: keychain('old') });
    const { file, withKey } = await moved('four quiet herons');
    expect(withKey).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}-wal`)).toBe(false);
    const there = openStore(file);
    const sealed = storedDeviceKey(there);
    expect(sealed?.id).toBe(storedDeviceKey(app.store)?.id);
    expect(sealed && openDeviceKey(sealed, { passphrase: 'four quiet herons' }).id).toBe(sealed?.id);
    there.close();
  });

  test('takes no key along without one: nothing of it stands anywhere in the file', async () => {
    introduceKey(withKeychain('old'), { keychain: keychain('old') });
    const here = storedDeviceKey(app.store)?.sealed as { readonly secret: string };
    const { file, withKey } = await moved();
    expect(withKey).toBe(false);
    expect(readFileSync(file).includes(here.secret)).toBe(false);
    const there = openStore(file);
    expect(storedDeviceKey(there)).toBeUndefined();
    there.close();
  });

  test('on the other computer the passphrase is asked for once: its keychain keeps the key from then on', async () => {
    introduceKey(app.ports, { passphrase: 'four quiet herons' });
    unlockKey(withKeychain('new'), 'four quiet herons');
    const sealed = storedDeviceKey(app.store);
    expect(sealed?.sealed.by).toBe('keychain');
    expect(sealed && openDeviceKey(sealed, { keychain: keychain('new') }).id).toBe(sealed?.id);
  });
});

describe('a ledger that is not the one that was noted', () => {
  test('gets no new key by itself', () => {
    beginLedger(withKeychain('old'), false);
    expect(storedDeviceKey(app.store)).toBeUndefined();
    beginLedger(withKeychain('old'));
    expect(storedDeviceKey(app.store)).toBeDefined();
  });
});

describe('a key that is locked', () => {
  test('cannot be renewed; where it is lost the ledger says so, and the new one has nobody’s word', () => {
    introduceKey(app.ports, { passphrase: 'four quiet herons' });
    const before = storedDeviceKey(app.store)?.id;
    expect(() => app.handlers['evidence.rotateKey']({ passphrase: 'another long one' })).toThrow('device-key-locked');
    expect(storedDeviceKey(app.store)?.id).toBe(before);
    void app.handlers['evidence.replaceLostKey']({ passphrase: 'another long one', reason: 'forgotten' });
    const kinds = app.store.ledger.latest(2, 0).map(({ kind }) => kind);
    expect(kinds).toEqual(['key-created', 'key-lost']);
    expect(app.store.ledger.latest(2, 0)[1]?.payload).toMatchObject({ id: before, reason: 'forgotten' });
  });

  test('a wrong passphrase claims nothing about what is recorded', () => {
    introduceKey(app.ports, { passphrase: 'four quiet herons' });
    expect(() => unlockKey(app.ports, 'wrong wrong wrong')).toThrow(/not signed/u);
    void app.handlers['settings.setPolicy']({ readingTimeFactor: 1, secondPerson: false, everyClause: false });
    expect(app.store.ledger.head()).toMatchObject({ kind: 'settings-changed', device: 'unsigned' });
  });
});

test('the database and its log are their owner’s alone, also where they were not before', () => {
  const modes = () =>
    ['', '-wal', '-shm'].map((part) => statSync(join(app.folder, `assent.sqlite${part}`)).mode & 0o777);
  expect(modes()).toEqual([0o600, 0o600, 0o600]);
});

test('a new database makes no copy of itself before its migrations', () => {
  expect(existsSync(join(app.folder, 'backups'))).toBe(false);
});
