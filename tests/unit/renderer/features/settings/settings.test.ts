import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import Settings from '../../../../../src-renderer/features/settings/Settings.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { i } from '../../../../../src-renderer/kernel/preferences.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aBackup, aCompany, anAbout, aPolicy, theBackups } from '../../given/settings.ts';

const quiet: Answers = {
  'library.recentlyRemoved': () => [],
  'settings.companies': () => [aCompany()],
  'settings.policy': () => aPolicy(),
  'settings.setPolicy': (policy) => policy,
  'settings.backups': () => theBackups(),
  'settings.stampInterval': () => 7,
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
    await settings({ 'settings.companies': () => [], 'settings.backups': () => theBackups([]) }, { language });
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
    const backups = Array.from({ length: 40 }, (_, at) => aBackup({ name: `backup-${at}.sqlite` }));
    await settings({ 'settings.companies': () => companies, 'settings.backups': () => theBackups(backups) });
    expect(every('button', 'settings.confirmToday')).toHaveLength(60);
    expect(every('button', 'settings.restore')).toHaveLength(3);
    await click(the('button', 'settings.backups.all', { count: 40 }));
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
    expect(notice.said).toBe(said('settings.backups.made'));
    await click(the('button', 'settings.openFolder'));
    expect(main.inputs('settings.openFolder')).toHaveLength(1);
  });

  inEach('one is restored only after a question', async (language) => {
    const main = await settings({ 'settings.restore': () => undefined }, { language });
    await click(the('button', 'settings.restore'));
    expect(dialog()?.textContent).toContain('12');
    await accessible();
    await click(the('button', 'frame.cancel'));
    expect(main.inputs('settings.restore')).toEqual([]);
    await click(the('button', 'settings.restore'));
    await click(the('button', 'settings.backups.restoreNow'));
    expect(main.inputs('settings.restore')).toEqual([{ name: 'assent-2026-11-29.sqlite', place: 'beside' }]);
  });

  inEach('what is not well is said: a failure, a disk that is away, files that are not whole', async (language) => {
    const second = { name: 'Blue disk', there: false, since: '2026-11-20T01:00:00Z', last: '2026-11-26T01:00:00Z' };
    const failed = asWritten('the disk is full');
    await settings(
      { 'settings.backups': () => theBackups([aBackup({ sound: false })], { failed, second, unusable: 3 }) },
      { language },
    );
    expect(reads('settings.backups.failed', { reason: 'the disk is full' })).toBe(true);
    expect(reads('settings.backups.second', { place: 'Blue disk' })).toBe(true);
    expect(reads('settings.backups.secondAway', { days: 4 })).toBe(true);
    expect(reads('settings.backups.unusable', { count: 3 })).toBe(true);
    expect(reads('settings.backups.unsound')).toBe(true);
    await accessible();
  });

  it('a second place is chosen, shown with its state, and given up', async () => {
    const second = { name: 'Blue disk', there: true, since: '2026-11-20T01:00:00Z' };
    const main = await settings({
      'settings.chooseBackupFolder': () => true,
      'settings.forgetBackupFolder': () => undefined,
    });
    main.answer({ 'settings.backups': () => theBackups([aBackup()], { second }) });
    await click(the('button', 'settings.backups.chooseSecond'));
    expect(reads('settings.backups.secondNone')).toBe(true);
    await click(the('button', 'settings.backups.forgetSecond'));
    expect(main.inputs('settings.forgetBackupFolder')).toHaveLength(1);
  });
});

describe('time stamps', () => {
  it('are asked for as often as the person wishes', async () => {
    const main = await settings({ 'settings.setStampInterval': ({ days }) => days });
    await pick(field('settings.stamps.interval'), '30');
    expect(main.inputs('settings.setStampInterval')).toEqual([{ days: 30 }]);
  });
});
