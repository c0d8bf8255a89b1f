import { describe, expect, it } from 'vitest';
import KeySettings from '../../../../../src-renderer/features/settings/KeySettings.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import type { DeviceKeyView } from '../../../../../src-main/contract/evidence-device-key.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, the } from '../../given/find.ts';
import { click, isDisabled, write } from '../../given/hands.ts';
import { inEach, said, settled, show, untilTheEnd } from '../../given/page.ts';
import { aKey, aStanding, ledgerAnswers } from '../../given/settings.ts';

describe('the device key', () => {
  async function key(
    more: Partial<DeviceKeyView>,
    answers: Answers = {},
    language: 'zh' | 'en' = 'zh',
  ): Promise<Double> {
    const main = await show(KeySettings, {}, { ...ledgerAnswers(aStanding(), aKey(more)), ...answers }, { language });
    untilTheEnd(followLedger());
    await settled();
    return main;
  }
  const byPassphrase = { protection: 'passphrase', keychain: false } as const;

  inEach('says how it is kept', async (language) => {
    await key({}, {}, language);
    expect(reads('evidence.key.signing')).toBe(true);
    expect(reads('evidence.key.byKeychain')).toBe(true);
    expect(reads('evidence.key.id', { id: 'k-17' })).toBe(true);
    await key(byPassphrase, {}, language);
    expect(reads('evidence.key.byPassphrase')).toBe(true);
  });

  it('none: a passphrase of eight characters, twice the same', async () => {
    const main = await key(
      { protection: 'none', signing: false, keychain: false },
      { 'evidence.protectKey': () => aKey() },
    );
    await click(the('button', 'evidence.key.set'));
    const save = (): HTMLElement => the('button', 'evidence.key.set');
    expect(isDisabled(save())).toBe(true);
    await write(field('evidence.key.passphrase'), 'seven77');
    await write(field('evidence.key.again'), 'seven77');
    expect(isDisabled(save())).toBe(true);
    await write(field('evidence.key.passphrase'), 'eight888');
    expect(reads('evidence.key.differ')).toBe(true);
    expect(isDisabled(save())).toBe(true);
    await write(field('evidence.key.again'), 'eight888');
    expect(reads('evidence.key.differ')).toBe(false);
    await accessible();
    await click(save());
    expect(main.inputs('evidence.protectKey')).toEqual([{ passphrase: 'eight888' }]);
    expect(dialog()).toBeNull();
    expect(notice.said).toBe(said('evidence.key.done'));
  });

  it('locked: unlocked with the passphrase; a wrong one keeps the dialog', async () => {
    const main = await key({ ...byPassphrase, signing: false }, { 'evidence.unlockKey': refused() });
    expect(reads('evidence.key.locked')).toBe(true);
    await click(the('button', 'evidence.key.unlock'));
    await write(field('evidence.key.current'), 'wrong');
    await click(the('button', 'evidence.key.unlock'));
    expect(dialog()).not.toBeNull();
    main.answer({ 'evidence.unlockKey': () => aKey() });
    await write(field('evidence.key.current'), 'right');
    await click(the('button', 'evidence.key.unlock'));
    expect(main.inputs('evidence.unlockKey')).toEqual([{ passphrase: 'wrong' }, { passphrase: 'right' }]);
    expect(dialog()).toBeNull();
  });

  it('the passphrase is changed from one to the other', async () => {
    const main = await key(byPassphrase, { 'evidence.changePassphrase': () => aKey() });
    await click(the('button', 'evidence.key.change'));
    await write(field('evidence.key.current'), 'old old old');
    await write(field('evidence.key.next'), 'new new new');
    await write(field('evidence.key.again'), 'new new new');
    await click(the('button', 'evidence.key.change'));
    expect(main.inputs('evidence.changePassphrase')).toEqual([{ from: 'old old old', to: 'new new new' }]);
  });

  it('a new key asks for a passphrase only where there is no keychain', async () => {
    const main = await key({}, { 'evidence.rotateKey': () => aKey({ keys: 2 }) });
    await click(the('button', 'evidence.key.rotate'));
    await click(the('button', 'evidence.key.rotate'));
    expect(main.inputs('evidence.rotateKey')).toEqual([{}]);
  });

  it('without a keychain the new key is kept by a passphrase', async () => {
    const main = await key(byPassphrase, { 'evidence.rotateKey': () => aKey({ keys: 2 }) });
    await click(the('button', 'evidence.key.rotate'));
    expect(isDisabled(the('button', 'evidence.key.rotate'))).toBe(true);
    await write(field('evidence.key.passphrase'), 'new new new');
    await write(field('evidence.key.again'), 'new new new');
    await click(the('button', 'evidence.key.rotate'));
    expect(main.inputs('evidence.rotateKey')).toEqual([{ passphrase: 'new new new' }]);
  });

  it('locked: it cannot be renewed; where it is lost the ledger is told why', async () => {
    const main = await key({ ...byPassphrase, signing: false }, { 'evidence.replaceLostKey': () => aKey() });
    expect(every('button', 'evidence.key.rotate')).toEqual([]);
    await click(the('button', 'evidence.key.lost'));
    await write(field('evidence.key.passphrase'), 'four quiet herons');
    await write(field('evidence.key.again'), 'four quiet herons');
    expect(isDisabled(the('button', 'evidence.key.lost'))).toBe(true);
    await write(field('evidence.key.lostReason'), 'forgotten');
    await click(the('button', 'evidence.key.lost'));
    expect(main.inputs('evidence.replaceLostKey')).toEqual([{ reason: 'forgotten', passphrase: 'four quiet herons' }]);
  });

  it('what speaks against a passphrase is said while it is typed', async () => {
    await key({ protection: 'none', signing: false, keychain: false });
    await click(the('button', 'evidence.key.set'));
    for (const [typed, why] of [
      ['password2026', 'common'],
      ['aaaaaaaaaaaaaa', 'repeated'],
      ['907341826355', 'digits'],
    ] as const) {
      await write(field('evidence.key.passphrase'), typed);
      expect(reads(`evidence.key.weak.${why}`)).toBe(true);
    }
    await write(field('evidence.key.passphrase'), 'herons');
    expect(reads('evidence.key.weak.short', { least: 12 })).toBe(true);
    await write(field('evidence.key.passphrase'), 'four quiet herons');
    expect(reads('evidence.key.weak.short', { least: 12 })).toBe(false);
  });
});
