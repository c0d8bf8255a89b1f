import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import MoveComputer from '../../../../../src-renderer/features/settings/MoveComputer.svelte';
import StartNotices from '../../../../../src-renderer/features/settings/StartNotices.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { field, reads, stopsAt, the } from '../../given/find.ts';
import { click, isDisabled, write } from '../../given/hands.ts';
import { inEach, said, settled, show, untilTheEnd } from '../../given/page.ts';
import { ledgerAnswers } from '../../given/settings.ts';

const common = { onclose: () => undefined };

describe('another computer', () => {
  inEach('everything goes into one file, the key only under a passphrase', async (language) => {
    const main = await show(
      MoveComputer,
      common,
      { ...ledgerAnswers(), 'settings.moveOut': () => ({ fileName: 'data.assent-data', withKey: true }) },
      { language },
    );
    untilTheEnd(followLedger());
    await settled();
    await write(field('settings.move.passphrase'), 'password1');
    expect(reads('evidence.key.weak.common')).toBe(true);
    expect(isDisabled(the('button', 'settings.move.out'))).toBe(true);
    await write(field('settings.move.passphrase'), 'four quiet herons');
    await write(field('evidence.key.again'), 'four quiet herons');
    await accessible();
    await click(the('button', 'settings.move.out'));
    expect(main.inputs('settings.moveOut')).toEqual([{ passphrase: 'four quiet herons' }]);
    expect(notice.said).toBe(said('settings.move.madeWithKey', { name: 'data.assent-data' }));
  });

  it('without a passphrase the key stays; a file from another one is opened', async () => {
    const main = await show(MoveComputer, common, {
      ...ledgerAnswers(),
      'settings.moveOut': () => ({ fileName: 'data.assent-data', withKey: false }),
      'settings.restoreFile': () => false,
    });
    await click(the('button', 'settings.move.in'));
    expect(main.inputs('settings.restoreFile')).toHaveLength(1);
    await click(the('button', 'settings.move.out'));
    expect(main.inputs('settings.moveOut')).toEqual([{}]);
    expect(notice.said).toBe(said('settings.move.made', { name: 'data.assent-data' }));
  });
});

describe('what was found at the start', () => {
  const shorter = { kind: 'shorter', sentence: asWritten('it is shorter'), next: asWritten('restore') } as const;
  const restored = { kind: 'restored', sentence: asWritten('it was restored'), next: asWritten('fine') } as const;

  inEach('is said, and accepted only with a reason', async (language) => {
    const main = await show(
      StartNotices,
      {},
      { 'settings.startNotices': () => [shorter], 'settings.acceptNotices': () => undefined },
      { language },
    );
    expect(screen.getByRole('alert').textContent).toContain('it is shorter');
    await accessible();
    await click(the('button', 'settings.notices.accept'));
    await stopsAt(said('settings.notices.reason'), {
      control: () => field('settings.notices.reason'),
      send: () => the('button', 'settings.notices.acceptNow'),
      sent: () => main.inputs('settings.acceptNotices'),
    });
    await write(field('settings.notices.reason'), 'I put the old folder back');
    main.answer({ 'settings.startNotices': () => [] });
    await click(the('button', 'settings.notices.acceptNow'));
    expect(main.inputs('settings.acceptNotices')).toEqual([{ reason: 'I put the old folder back' }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a restore is told and put away', async () => {
    const main = await show(
      StartNotices,
      {},
      { 'settings.startNotices': () => [restored], 'settings.acceptNotices': () => undefined },
    );
    expect(screen.getByRole('status').textContent).toContain('it was restored');
    await click(the('button', 'settings.notices.seen'));
    expect(main.inputs('settings.acceptNotices')).toEqual([{ reason: '' }]);
  });
});
