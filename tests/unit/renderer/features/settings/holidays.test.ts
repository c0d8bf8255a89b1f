import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { HolidayPreview, HolidayYear } from '../../../../../src-main/contract/settings.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { field, reads, readsText, stopsAt, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { settings } from './shown.ts';

const daysOff = [
  { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
  { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
];
const makeUpWorkdays = [{ name: '春节', date: '2027-02-13' }];
const given: HolidayYear = {
  id: anId(71),
  year: 2027,
  from: 'person',
  used: true,
  number: '〔2026〕99号',
  daysOff,
  makeUpWorkdays,
  differs: [],
};
const preview: HolidayPreview = { year: 2027, daysOff, makeUpWorkdays, problems: [] };
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200)).then(settled);

describe('holidays in the settings', () => {
  inEach('each year says whose table it is, how many days it has, and where it no longer counts', async (language) => {
    const number = '国办发明电〔2025〕7号';
    const later: HolidayYear = { ...given, year: 2026, number, used: false, differs: ['2026-01-03'] };
    await settings({ 'settings.holidays': () => [given, later] }, { language });
    expect(reads('settings.holidays.counts', { off: 4, worked: 1 })).toBe(true);
    expect(reads('settings.holidays.noneWorked', { off: 4 })).toBe(false);
    expect(readsText(said('settings.holidays.given', { number: '〔2026〕99号' }))).toBe(true);
    const cited = said('settings.holidays.notice', { year: '2025', number: '7' });
    expect(readsText(said('settings.holidays.given', { number: cited }))).toBe(true);
    expect(readsText(said('settings.holidays.differs', { days: [longDate('2026-01-03')] }))).toBe(true);
    await accessible();
  });

  inEach('what is pasted is shown as it was read, and can be imported only without a problem', async (language) => {
    let problems = [asWritten('The 7th does not fit.')];
    const main = await settings(
      {
        'settings.readHolidays': () => ({ ...preview, problems }),
        'settings.keepHolidays': () => [given],
        'settings.chooseHolidays': () => ({ name: 'next.csv', text: '2027-01-01,off' }),
      },
      { language },
    );
    await click(the('button', 'settings.holidays.add'));
    await stopsAt(said('settings.holidays.text'), {
      control: () => field('settings.holidays.text'),
      send: () => the('button', 'settings.holidays.keep'),
      sent: () => main.inputs('settings.keepHolidays'),
    });
    await write(field('settings.holidays.text'), 'The notice');
    await pause();
    expect(readsText('The 7th does not fit.')).toBe(true);
    const keep = () => the('button', 'settings.holidays.keep');
    problems = [];
    await click(the('button', 'settings.holidays.file'));
    await pause();
    expect(reads('settings.holidays.read', { year: 2027, off: 4, worked: 1 })).toBe(true);
    expect(readsText(said('settings.holidays.day', { name: '端午节', day: longDate('2027-06-09') }))).toBe(true);
    await click(keep());
    expect(main.inputs('settings.keepHolidays')).toEqual([{ text: '2027-01-01,off', name: 'next.csv' }]);
    expect(reads('settings.holidays.counts', { off: 4, worked: 1 })).toBe(true);
  });

  it('a table that was given is removed', async () => {
    const main = await settings({
      'settings.holidays': () => [given],
      'settings.removeHolidays': () => ({ what: 'holidays', id: anId(71), removedAt: '2026-11-30T01:00:00.000Z' }),
    });
    await click(the('button', 'settings.holidays.remove', { year: 2027 }));
    expect(main.inputs('settings.removeHolidays')).toEqual([{ id: anId(71) }]);
  });
});
