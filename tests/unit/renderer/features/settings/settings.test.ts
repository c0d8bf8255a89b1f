import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import KeySettings from '../../../../../src-renderer/features/settings/KeySettings.svelte';
import Settings from '../../../../../src-renderer/features/settings/Settings.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { i } from '../../../../../src-renderer/kernel/preferences.svelte.ts';
import type { DeviceKeyView } from '../../../../../src-main/contract/evidence-device-key.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aBackup, aCompany, aKey, anAbout, aPolicy, aStanding, ledgerAnswers } from '../../given/settings.ts';

const quiet: Answers = {
  'library.recentlyRemoved': () => [],
  'settings.companies': () => [aCompany()],
  'settings.policy': () => aPolicy(),
  'settings.setPolicy': (policy) => policy,
  'settings.backups': () => [aBackup()],
  'settings.about': () => anAbout(),
};

const settings = (answers: Answers = {}, wish: Parameters<typeof show>[3] = {}, part?: string): Promise<Double> =>
  show(
    Settings,
    { place: { screen: 'settings', ...(part === undefined ? {} : { part }) } },
    { ...quiet, ...answers },
    wish,
  );

describe('states of the settings', () => {
  inEach('all parts are there', async (language) => {
    await settings({}, { language });
    for (const key of [
      'settings.companies',
      'settings.appearance',
      'settings.ceremony',
      'evidence.key.title',
      'settings.backup',
      'settings.about',
    ] as const)
      expect(the('heading', key)).toBeTruthy();
    expect(readsText('2.5 MB')).toBe(true);
    expect(reads('settings.entries', { count: 12 })).toBe(true);
    await accessible();
  });

  inEach('empty: no company, no backup', async (language) => {
    await settings({ 'settings.companies': () => [], 'settings.backups': () => [] }, { language });
    expect(reads('settings.noCompanies')).toBe(true);
    expect(reads('settings.noBackups')).toBe(true);
    await accessible();
  });

  it('loading: what is not known is not shown', async () => {
    await settings({ 'settings.policy': pending, 'settings.about': pending });
    expect(every('heading', 'settings.ceremony')).toEqual([]);
    expect(every('heading', 'settings.about')).toEqual([]);
  });

  it('failed: told, and what can be shown is shown', async () => {
    await settings({ 'settings.about': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(the('heading', 'settings.companies')).toBeTruthy();
  });

  it('many companies and backups', async () => {
    const companies = Array.from({ length: 60 }, (_, at) => aCompany({ id: anId(600 + at), name: `Company ${at}` }));
    const backups = Array.from({ length: 40 }, (_, at) => aBackup({ name: `backup-${at}.zip` }));
    await settings({ 'settings.companies': () => companies, 'settings.backups': () => backups });
    expect(every('button', 'settings.confirmToday')).toHaveLength(60);
    expect(every('button', 'settings.restore')).toHaveLength(40);
  });
});

describe('appearance', () => {
  it('language, theme and size are kept as they are chosen', async () => {
    const main = await settings();
    await pick(field('settings.theme'), 'dark');
    await write(field('settings.textSize'), '140');
    await pick(field('settings.language'), 'en');
    expect(main.inputs('settings.setPreferences')).toEqual([{ theme: 'dark' }, { textSize: 140 }, { language: 'en' }]);
    expect(i.language).toBe('en');
    expect(the('heading', 'settings.title')).toBeTruthy();
  });

  it('what cannot be kept is told', async () => {
    await settings({ 'settings.setPreferences': refused() });
    await pick(field('settings.language'), 'en');
    expect(notice.failure).toEqual(aFailure());
    expect(i.language).toBe('zh');
  });
});

describe('what a review asks for', () => {
  it('each change sends the whole policy', async () => {
    const main = await settings({ 'settings.policy': () => aPolicy({ readingTimeFactor: 2 }) });
    await click(field('settings.everyClause'));
    await click(field('settings.secondPerson'));
    await write(field('settings.readingTime'), '3.5');
    expect(main.inputs('settings.setPolicy')).toEqual([
      { readingTimeFactor: 2, secondPerson: false, everyClause: true },
      { readingTimeFactor: 2, secondPerson: true, everyClause: true },
      { readingTimeFactor: 3.5, secondPerson: true, everyClause: true },
    ]);
    expect(notice.said).toBe(said('settings.saved'));
  });

  it('what was refused is not said to be saved, and the part stays', async () => {
    await settings({ 'settings.setPolicy': refused() });
    const before = notice.said;
    await click(field('settings.everyClause'));
    expect(refusedHere()).toBe(true);
    expect(notice.said).toBe(before);
    expect((field('settings.everyClause') as HTMLInputElement).checked).toBe(false);
    await write(field('settings.readingTime'), '3');
    expect(valueOf(field('settings.readingTime'))).toBe('1');
  });

  it('a time that is none is not sent', async () => {
    const main = await settings();
    await write(field('settings.readingTime'), '0.2');
    await write(field('settings.readingTime'), '');
    expect(main.inputs('settings.setPolicy')).toEqual([]);
    expect(valueOf(field('settings.readingTime'))).toBe('1');
  });
});

describe('companies', () => {
  it('one is added with what was typed', async () => {
    const main = await settings({
      'settings.companies': () => [],
      'settings.saveCompany': ({ company }) => aCompany(company),
    });
    await click(the('button', 'settings.addCompany'));
    await write(field('settings.fields.name'), 'Eastern Ferries');
    await write(field('settings.fields.bankAccount'), '6222');
    await accessible();
    await click(the('button', 'frame.save'));
    const [sent] = main.inputs('settings.saveCompany');
    expect(sent?.id).toBeUndefined();
    expect(sent?.company).toMatchObject({ name: 'Eastern Ferries', bankAccount: '6222', email: '' });
    expect(notice.said).toBe(said('settings.saved'));
    expect(every('button', 'settings.addCompany')).toHaveLength(1);
  });

  it('none is added without a name', async () => {
    const main = await settings({ 'settings.companies': () => [] }, {}, 'companies');
    await click(the('button', 'frame.save'));
    expect(main.inputs('settings.saveCompany')).toEqual([]);
  });

  it('one is changed under its id; what does not fit stays open with the reason', async () => {
    const problems = [{ field: 'creditCode', text: asWritten('Eighteen characters are needed') }];
    const main = await settings();
    main.answer({
      'settings.saveCompany': ({ company }) => ({ ...aCompany(company), problems }),
      'settings.companies': () => [aCompany({ problems })],
    });
    await click(screen.getByRole('button', { name: /Northern Ferries/u }));
    expect(valueOf(field('settings.fields.address'))).toBe('Quay 3');
    await write(field('settings.fields.creditCode'), '123');
    await click(the('button', 'frame.save'));
    expect(main.inputs('settings.saveCompany')[0]?.id).toBe(anId(61));
    expect(readsText('Eighteen characters are needed')).toBe(true);
    expect(field('settings.fields.creditCode').getAttribute('aria-invalid')).toBe('true');
    expect(valueOf(field('settings.fields.creditCode'))).toBe('123');
    await click(the('button', 'frame.cancel'));
    expect(screen.getByRole('button', { name: /Northern Ferries/u }).textContent).toContain('Eighteen characters');
  });

  it('what was refused stays open as typed', async () => {
    await settings({ 'settings.saveCompany': refused() });
    await click(screen.getByRole('button', { name: /Northern Ferries/u }));
    await write(field('settings.fields.name'), 'Northern Ferries AB');
    await click(the('button', 'frame.save'));
    expect(valueOf(field('settings.fields.name'))).toBe('Northern Ferries AB');
    expect(refusedHere()).toBe(true);
  });

  inEach('contacts are confirmed as of today', async (language) => {
    const main = await settings(
      { 'settings.confirmContacts': ({ on }) => aCompany({ confirmedOn: on }) },
      { language },
    );
    expect(reads('settings.notConfirmed')).toBe(true);
    main.answer({ 'settings.companies': () => [aCompany({ confirmedOn: '2026-11-30' })] });
    await click(the('button', 'settings.confirmToday'));
    expect(main.inputs('settings.confirmContacts')).toEqual([{ id: anId(61), on: '2026-11-30' }]);
    expect(reads('settings.confirmedOn', { date: '2026-11-30' })).toBe(true);
  });
});

describe('backups', () => {
  it('one is made, and the list looked at again', async () => {
    const main = await settings({ 'settings.backUp': () => aBackup(), 'settings.openFolder': () => undefined });
    await click(the('button', 'settings.backUp'));
    expect(main.inputs('settings.backUp')).toHaveLength(1);
    expect(main.inputs('settings.backups')).toHaveLength(2);
    expect(notice.said).toBe(said('settings.saved'));
    await click(the('button', 'settings.openFolder'));
    expect(main.inputs('settings.openFolder')).toHaveLength(1);
  });

  inEach('one is restored only after a question', async (language) => {
    const main = await settings({ 'settings.restore': () => undefined }, { language });
    await click(the('button', 'settings.restore'));
    expect(reads('settings.restoreConfirm', { name: 'assent-2026-11-29.zip' })).toBe(true);
    await accessible();
    await click(the('button', 'frame.cancel'));
    expect(main.inputs('settings.restore')).toEqual([]);
    await click(the('button', 'settings.restore'));
    await click(the('button', 'settings.restore'));
    expect(main.inputs('settings.restore')).toEqual([{ name: 'assent-2026-11-29.zip' }]);
  });
});

describe('the device key', () => {
  async function key(
    more: Partial<DeviceKeyView>,
    answers: Answers = {},
    language: 'zh' | 'en' = 'zh',
  ): Promise<Double> {
    const main = await show(KeySettings, {}, { ...ledgerAnswers(aStanding(), aKey(more)), ...answers }, { language });
    const stop = followLedger();
    await settled();
    stop();
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
});
