import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { dialog, every, field, reads, the } from '../../given/find.ts';
import { click, pick } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { aBackup, theBackups } from '../../given/settings.ts';
import { settings } from './shown.ts';

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

  inEach('it is said what the newest holds and what came after it', async (language) => {
    const view = theBackups([aBackup({ entries: 12 })], { since: 3 });
    const main = await settings({ 'settings.backups': () => view, 'settings.backUp': () => aBackup() }, { language });
    expect(document.body.textContent).toContain(said('settings.backups.since', { count: 3 }));
    main.answer({ 'settings.backups': () => theBackups([aBackup({ entries: 15 })], { since: 0 }) });
    await click(the('button', 'settings.backUp'));
    expect(document.body.textContent).toContain(said('settings.backups.sinceNone'));
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

it('of many the newest are shown until all are asked for', async () => {
  const backups = Array.from({ length: 40 }, (_, at) => aBackup({ name: `backup-${at}.sqlite` }));
  await settings({ 'settings.backups': () => theBackups(backups) });
  expect(every('button', 'settings.restore')).toHaveLength(3);
  await click(the('button', 'settings.backups.all', { count: 40 }));
  expect(every('button', 'settings.restore')).toHaveLength(40);
});
