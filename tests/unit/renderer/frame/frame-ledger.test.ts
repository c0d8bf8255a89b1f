import { cleanup, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { dateTime } from '../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { app } from '../given/app.ts';
import { accessible } from '../given/axe.ts';
import { every, reads, the } from '../given/find.ts';
import { click, press } from '../given/hands.ts';
import { inEach, said } from '../given/page.ts';
import { aKey, aStanding, ledgerAnswers } from '../given/settings.ts';

describe('the ledger in the frame', () => {
  it('only a ledger that was checked as a whole bears a mark of soundness in the rail', async () => {
    const check = { ok: true, checked: 12, faults: [], at: '2026-11-30T01:00:00Z' };
    await app(ledgerAnswers(aStanding()));
    expect(screen.queryAllByRole('img')).toEqual([]);
    cleanup();
    await app(ledgerAnswers(aStanding({ last: check })));
    expect(every('img', 'evidence.checkedAt', { when: dateTime(check.at), count: 12 })).toHaveLength(1);
    expect(every('button', 'evidence.faults')).toEqual([]);
    cleanup();
    await app(ledgerAnswers(aStanding({ last: check, count: 13 })));
    expect(screen.queryAllByRole('img')).toEqual([]);
    cleanup();
    await app(ledgerAnswers(aStanding({ last: check, tail: { ...check, ok: false } })));
    expect(every('img', 'evidence.notVerified')).toHaveLength(1);
  });

  inEach('a broken one is said on every screen but its own, and leads there', async (language) => {
    const fault = { ok: false, checked: 12, faults: [], at: '2026-11-30T01:00:00Z' };
    await app(
      {
        ...ledgerAnswers(aStanding({ tail: fault })),
        'evidence.ledger': () => ({ lines: [], count: 0 }),
        'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
        'evidence.deposits': () => [],
      },
      { language },
    );
    expect(screen.getByRole('alert').textContent).toContain(said('evidence.notVerified'));
    await accessible();
    await click(the('button', 'evidence.faults'));
    expect(way.here).toEqual({ screen: 'evidence', part: 'ledger' });
    // There the screen says it itself, and more of it.
    expect(await screen.findByRole('alert', { name: said('evidence.faults') })).toBeTruthy();
    expect(every('button', 'evidence.faults')).toEqual([]);
  });

  it('entries that are signed are not spoken of in the rail', async () => {
    await app(ledgerAnswers(aStanding(), aKey({ signing: true })));
    expect(every('button', 'evidence.key.bannerLocked')).toEqual([]);
    expect(every('button', 'evidence.key.bannerNone')).toEqual([]);
  });

  it('a device without a key asks for a passphrase, a locked one to unlock', async () => {
    await app(ledgerAnswers(aStanding(), aKey({ protection: 'none', signing: false, keychain: false })));
    await click(the('button', 'evidence.key.bannerNone'));
    expect(the('dialog', 'evidence.key.set')).toBeTruthy();
  });

  it('a locked one is unlocked', async () => {
    await app(ledgerAnswers(aStanding(), aKey({ protection: 'passphrase', signing: false, keychain: false })));
    await click(the('button', 'evidence.key.bannerLocked'));
    expect(the('dialog', 'evidence.key.unlock')).toBeTruthy();
  });

  inEach('a start with a locked key never goes on unsigned in silence', async (language) => {
    const locked = aKey({ protection: 'passphrase', signing: false, keychain: false });
    await app(ledgerAnswers(aStanding(), locked), { language });
    expect(reads('evidence.key.lockedBanner')).toBe(true);
    await accessible();
    await click(the('button', 'evidence.key.unlock'));
    expect(the('dialog', 'evidence.key.unlock')).toBeTruthy();
    await press('Escape');
    await click(the('button', 'evidence.key.later'));
    expect(reads('evidence.key.lockedBanner')).toBe(false);
  });
});
