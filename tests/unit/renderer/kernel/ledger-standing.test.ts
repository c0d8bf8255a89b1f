import { asWritten } from '../../../../assets/messages/say.ts';
import { describe, expect, it } from 'vitest';
import { dateTime } from '../../../../src-renderer/kernel/dates.ts';
import { followLedger, ledger, lookedAt } from '../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { aKey, aStanding, ledgerAnswers } from '../given/settings.ts';
import { given, inEach, said, settled } from '../given/page.ts';

const broken = {
  ok: false,
  checked: 12,
  faults: [{ sequence: 3, text: asWritten('It was changed.') }],
  at: '2026-11-30T00:59:00Z',
};

/** What is known while it is followed: afterwards it is not known any more. */
async function known(standing = aStanding()): Promise<Pick<typeof ledger, 'key' | 'sound'>> {
  await given(ledgerAnswers(standing));
  const stop = followLedger();
  await settled();
  const { key, sound } = ledger;
  stop();
  expect(ledger.key).toBeUndefined();
  return { key, sound };
}

describe('the standing of the ledger', () => {
  it('is sound when neither the newest entries nor the last full check show a fault', async () => {
    expect(await known()).toEqual({ key: aKey(), sound: true });
    expect((await known(aStanding({ last: { ...broken, ok: true, faults: [] } }))).sound).toBe(true);
  });

  it('is not sound when the newest entries show one', async () => {
    expect((await known(aStanding({ tail: broken }))).sound).toBe(false);
  });

  it('is not sound when the last full check showed one', async () => {
    expect((await known(aStanding({ last: broken }))).sound).toBe(false);
  });

  it('is sound, though never green, where something could not be held against anything', async () => {
    expect(
      (await known(aStanding({ last: { ...broken, faults: [], unchecked: [asWritten('Older rows.')] } }))).sound,
    ).toBe(true);
  });

  inEach('is told by the day of its check, also on that day, and of one entry as of one', async (language) => {
    await given(ledgerAnswers(), { language });
    const last = { ...broken, ok: true, faults: [], at: new Date().toISOString() };
    const when = dateTime(last.at);
    expect(lookedAt(aStanding({ last, count: 12 }))).toBe(said('evidence.checkedAt', { when, count: 12 }));
    expect(when).not.toContain(said('frame.today'));
    const first = { ...last, checked: 1 };
    expect(lookedAt(aStanding({ last: first, count: 1 }))).toBe(said('evidence.checkedFirst', { when }));
    expect(lookedAt(aStanding({ last: first, count: 3 }))).toBe(said('evidence.checkedFirstSince', { when, since: 2 }));
  });

  it('is looked at again when the evidence changed, and only then, until it is no longer followed', async () => {
    const main = await given(ledgerAnswers());
    const stop = followLedger();
    await settled();
    main.send('changed', { features: ['library'] });
    await settled();
    expect(main.inputs('evidence.standing')).toHaveLength(1);
    main.send('changed', { features: ['evidence'] });
    await settled();
    expect(main.inputs('evidence.standing')).toHaveLength(2);
    stop();
    main.send('changed', { features: ['evidence'] });
    await settled();
    expect(main.inputs('evidence.standing')).toHaveLength(2);
  });
});
