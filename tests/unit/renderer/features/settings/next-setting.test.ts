import { describe, expect, it } from 'vitest';
import { missingHolidays } from '../../../../../src-renderer/features/settings/holidays.ts';
import { accessible } from '../../given/axe.ts';
import { dialog, every, reads } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach } from '../../given/page.ts';
import { theBackups } from '../../given/settings.ts';
import { settings } from './shown.ts';

const primary = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('footer button.primary')];

describe('what comes next in the settings stands at their end, as on every screen', () => {
  inEach('a company first', async (language) => {
    await settings({ 'settings.companies': () => [], 'settings.signatories': () => [] }, { language });
    expect(primary()).toEqual([every('button', 'settings.addCompany').at(-1)]);
    expect(reads('settings.atOnce')).toBe(true);
    await accessible();
    await click(primary()[0]!);
    expect(dialog()).not.toBeNull();
  });

  it('then somebody who may sign, then the days off of the year, then a backup', async () => {
    await settings({ 'settings.signatories': () => [] });
    expect(primary()).toEqual([every('button', 'review.decision.addSignatory').at(-1)]);
    await click(primary()[0]!);
    expect(dialog()).not.toBeNull();
  });

  it('the days off of a year that nobody knows', async () => {
    await settings();
    expect(primary()).toEqual(every('button', 'settings.holidays.addYear', { year: 2026 }));
    await click(primary()[0]!);
    expect(dialog()).not.toBeNull();
  });

  it('where nothing is lacking, a backup', async () => {
    const table = {
      ...{
        year: 2026,
        from: 'shipped' as const,
        number: 'x',
        daysOff: [],
        makeUpWorkdays: [],
        used: true,
        differs: [],
      },
    };
    const main = await settings({
      'settings.holidays': () => [table],
      'settings.backUp': () => theBackups().backups[0]!,
    });
    expect(primary()).toEqual([every('button', 'settings.backUp').at(-1)]);
    await click(primary()[0]!);
    expect(main.inputs('settings.backUp')).toEqual([{}]);
  });
});

describe('the year whose days off are lacking', () => {
  it('is this one, and from December on the next', () => {
    expect(missingHolidays([], '2026-05-02')).toBe(2026);
    expect(missingHolidays([{ year: 2026 }], '2026-11-30')).toBeUndefined();
    expect(missingHolidays([{ year: 2026 }], '2026-12-01')).toBe(2027);
    expect(missingHolidays([{ year: 2026 }, { year: 2027 }], '2026-12-31')).toBeUndefined();
  });
});
