import { asWritten } from '../../../../assets/messages/say.ts';
import { describe, expect, it } from 'vitest';
import { followLedger, ledger } from '../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { aKey, aStanding, ledgerAnswers } from '../given/settings.ts';
import { given, settled } from '../given/page.ts';

const broken = {
  ok: false,
  checked: 12,
  faults: [{ sequence: 3, text: asWritten('It was changed.') }],
  at: '2026-11-30T00:59:00Z',
};

async function following(standing = aStanding()): Promise<Awaited<ReturnType<typeof given>>> {
  const main = await given(ledgerAnswers(standing));
  const stop = followLedger();
  await settled();
  stop();
  return main;
}

describe('the standing of the ledger', () => {
  it('is sound when neither the newest entries nor the last full check show a fault', async () => {
    await following();
    expect(ledger.sound).toBe(true);
    expect(ledger.key).toEqual(aKey());
    await following(aStanding({ last: { ...broken, ok: true, faults: [] } }));
    expect(ledger.sound).toBe(true);
  });

  it('is not sound when the newest entries show one', async () => {
    await following(aStanding({ tail: broken }));
    expect(ledger.sound).toBe(false);
  });

  it('is not sound when the last full check showed one', async () => {
    await following(aStanding({ last: broken }));
    expect(ledger.sound).toBe(false);
  });

  it('is sound, though never green, where something could not be held against anything', async () => {
    await following(aStanding({ last: { ...broken, faults: [], unchecked: [asWritten('Older rows.')] } }));
    expect(ledger.sound).toBe(true);
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
