import type { HolidayPreview } from '../../../src-main/contract/settings.ts';
import { daysApart } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** How many days a table gives off. */
export const daysOffOf = ({ daysOff }: Pick<HolidayPreview, 'daysOff'>): number =>
  daysOff.reduce((sum, { from, to }) => sum + daysApart(from, to) + 1, 0);

const NOTICE = /^国办发明电〔(\d{4})〕(\d+)号$/u;

/** The number of a notice of the State Council's office as the language cites it; any other number as it stands. */
export function noticeNumber(number: string): string {
  const [, year, of] = NOTICE.exec(number) ?? [];
  return year !== undefined && of !== undefined ? t('settings.holidays.notice', { year, number: of }) : number;
}

const DECEMBER = 12;

/** The year whose days off are lacking: this one, or from December on the next, whose notice is published by then. */
export function missingHolidays(tables: readonly Pick<HolidayPreview, 'year'>[], today: string): number | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const wanted = month === DECEMBER ? [year, year + 1] : [year];
  return wanted.find((each) => !tables.some((table) => table.year === each));
}
