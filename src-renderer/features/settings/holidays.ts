import type { HolidayPreview } from '../../../src-main/contract/settings.ts';
import { daysApart } from '../../kernel/dates.ts';

/** How many days a table gives off. */
export const daysOffOf = ({ daysOff }: Pick<HolidayPreview, 'daysOff'>): number =>
  daysOff.reduce((sum, { from, to }) => sum + daysApart(from, to) + 1, 0);
