import { describe, expect } from 'vitest';
import type { StatutesView } from '../../../../../src-main/contract/settings-statutes.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { aHash } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { aStatute } from '../../given/statutes.ts';
import { settings } from './shown.ts';

const shipped: StatutesView = { asOf: '2026-11-29', from: 'shipped', rows: [aStatute()] };
const mine: StatutesView = {
  ...{ asOf: '2028-01-01', from: 'person', rows: [aStatute({ disputed: true })] },
  file: { name: 'harbour.json', sha256: aHash(9) },
};

describe('the table of statutes in the settings', () => {
  inEach(
    'says whose it is and of which day, with every row, its article and that it is no advice',
    async (language) => {
      await settings({ 'settings.statutes': () => shipped }, { language });
      await settled();
      expect(reads('settings.statutes.shipped', { day: longDate('2026-11-29'), n: 1 })).toBe(true);
      expect(
        readsText(language === 'zh' ? '滞留三十日后才可以扣船。' : 'A ship may be held only after thirty days.'),
      ).toBe(true);
      expect(readsText(language === 'zh' ? '《港口法》第九条' : 'Harbour Law, article 9')).toBe(true);
      expect(readsText(said('frame.law.floor'))).toBe(true);
      expect(reads('frame.law.note')).toBe(true);
      await accessible();
    },
  );

  inEach('takes another one in with its hash, gives it out, and goes back', async (language) => {
    const main = await settings(
      {
        'settings.statutes': () => shipped,
        'settings.importStatutes': () => mine,
        'settings.exportStatutes': () => ({ fileName: 'statutes.json' }),
        'settings.dropStatutes': () => shipped,
        'settings.restoreStatutes': () => mine,
      },
      { language },
    );
    await settled();
    await click(the('button', 'settings.statutes.import'));
    await settled();
    expect(reads('settings.statutes.given', { day: longDate('2028-01-01'), n: 1, name: 'harbour.json' })).toBe(true);
    expect(readsText(aHash(9))).toBe(true);
    expect(readsText(said('frame.law.disputed'))).toBe(true);
    await click(the('button', 'settings.statutes.export'));
    expect(main.inputs('settings.exportStatutes')).toHaveLength(1);
    await click(the('button', 'settings.statutes.drop'));
    await settled();
    expect(reads('settings.statutes.shipped', { day: longDate('2026-11-29'), n: 1 })).toBe(true);
    expect(toasts.undoable?.text).toBe(said('settings.statutes.dropped'));
    await undo(toasts.undoable!);
    await settled();
    expect(main.inputs('settings.restoreStatutes')).toEqual([{ sha256: aHash(9) }]);
    expect(readsText(aHash(9))).toBe(true);
    expect(toasts.undoable?.text).toBe(said('settings.statutes.kept'));
    await undo(toasts.undoable!);
    await settled();
    expect(main.inputs('settings.dropStatutes')).toHaveLength(2);
  });

  inEach('stays as it was when the dialog was closed', async (language) => {
    await settings({ 'settings.statutes': () => shipped, 'settings.importStatutes': () => undefined }, { language });
    await settled();
    await click(the('button', 'settings.statutes.import'));
    await settled();
    expect(reads('settings.statutes.shipped', { day: longDate('2026-11-29'), n: 1 })).toBe(true);
  });
});
