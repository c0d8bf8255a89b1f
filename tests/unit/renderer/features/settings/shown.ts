import Settings from '../../../../../src-renderer/features/settings/Settings.svelte';
import type { Answers, Double } from '../../given/double.ts';
import { show } from '../../given/page.ts';
import { aCompany, anAbout, aPolicy, aSignatory, theBackups } from '../../given/settings.ts';

const quiet: Answers = {
  'library.recentlyRemoved': () => [],
  'settings.companies': () => [aCompany()],
  'settings.signatories': () => [aSignatory()],
  'settings.holidays': () => [],
  'settings.statutes': () => ({ asOf: '2026-11-29', from: 'shipped', rows: [] }),
  'settings.positions': () => [],
  'settings.certificates': () => [],
  'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
  'settings.policy': () => aPolicy(),
  'settings.setPolicy': (policy) => policy,
  'settings.backups': () => theBackups(),
  'settings.stampInterval': () => 7,
  'settings.about': () => anAbout(),
};

/** The settings, shown; what no answer is given for is there and quiet. */
export const settings = (
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  part?: string,
): Promise<Double> =>
  show(
    Settings,
    { place: { screen: 'settings', ...(part === undefined ? {} : { part }) } },
    { ...quiet, ...answers },
    wish,
  );
