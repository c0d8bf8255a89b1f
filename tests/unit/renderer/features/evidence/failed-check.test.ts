import { within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LedgerStanding } from '../../../../../src-main/contract/evidence.ts';
import Evidence from '../../../../../src-renderer/features/evidence/Evidence.svelte';
import { dateTime } from '../../../../../src-renderer/kernel/dates.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { anEntry } from '../../given/evidence.ts';
import { every, reads, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { given, inEach, said, settled, show, untilTheEnd } from '../../given/page.ts';
import { aStanding, ledgerAnswers } from '../../given/settings.ts';

/** The screen over a ledger of which the frame knows this. */
async function ledgerScreen(standing: LedgerStanding, language: 'zh' | 'en' = 'zh'): Promise<void> {
  await given({ ...ledgerAnswers(standing) });
  untilTheEnd(followLedger());
  await settled();
  const answers = {
    'evidence.ledger': () => ({ lines: [anEntry()], count: 1 }),
    'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
  };
  await show(Evidence, { place: { screen: 'evidence', part: 'ledger' } }, answers, { language });
}

describe('a check of the ledger that failed', () => {
  inEach(
    'is told by its kind and with its true number, the list folded; the next act is the primary',
    async (language) => {
      const faults = Array.from({ length: 100 }, (_, at) => ({ text: asWritten(`Record ${at + 1} has none.`) }));
      const last = {
        ok: false,
        checked: 12,
        faults,
        total: 304,
        cause: 'no-entry' as const,
        at: '2026-11-29T02:00:00Z',
      };
      await ledgerScreen(aStanding({ last }), language);
      const alert = the('alert', 'evidence.faults');
      const why = said('evidence.broken.no-entry', { count: 304 });
      expect(alert.textContent).toContain(said('evidence.notVerifiedBecause', { why }));
      expect(alert.textContent).not.toContain(said('evidence.broken.chain', { count: 304 }));
      expect(alert.textContent).toContain(said('evidence.brokenDo.compare'));
      expect(within(alert).getAllByRole('listitem')).toHaveLength(3);
      await click(the('button', 'evidence.faultsAll', { count: 304 }));
      expect(within(alert).getAllByRole('listitem')).toHaveLength(100);
      expect(alert.textContent).toContain(said('evidence.faultsFirst', { count: 100 }));
      expect(reads('evidence.faultsAt', { when: dateTime(last.at), faults: 304 })).toBe(true);
      expect(document.querySelector('footer .primary')?.textContent).toContain(said('evidence.openBundle'));
      await accessible();
    },
  );

  it('found at the start is made of the whole first', async () => {
    const tail = {
      ok: false,
      checked: 12,
      faults: [{ sequence: 7, text: asWritten('It differs.') }],
      total: 1,
      cause: 'chain' as const,
      at: '2026-11-29T02:00:00Z',
    };
    await ledgerScreen(aStanding({ tail }));
    expect(the('alert', 'evidence.faults').textContent).toContain(said('evidence.brokenDo.verify'));
    expect(document.querySelector('footer .primary')?.textContent).toContain(said('evidence.verifyAll'));
    expect(every('button', 'evidence.verifyAll')).toHaveLength(1);
  });
});
