import { statSync } from 'node:fs';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { DATABASE } from '../kernel/files/data-folder.ts';
import type { Log } from './log.ts';

/** What a problem report says beside the log. */
export interface ReportedOn {
  readonly app: string;
  readonly runtime: string;
  readonly locale: string;
  /** The data folder as it is shown, with the person's own part left out. */
  readonly folder: string;
  readonly at: Date;
  /** Code of the failure that it is about. */
  readonly code?: string;
  /** What else is known, as figures. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** What the app and its runtime are. */
export const machine = (): Pick<ReportedOn, 'app' | 'runtime' | 'locale'> => ({
  app: app.getVersion(),
  runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
  locale: app.getLocale(),
});

/** The data folder as it is shown: the person's own folder is called `~`. */
export const shownFolder = (folder: string): string => folder.replace(homedir(), '~');

/** What there is of a database, whatever keeps it from being looked at: that may be what the report is about. */
function databaseState(path: string): string {
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known === undefined) return 'none';
    return known.isFile() ? `${String(known.size)} bytes` : 'not a file';
  } catch (error) {
    return `not reached (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}

/** The problem report as plain text, in English for whoever mends it; the person reads it before it is saved. */
export function problemReport(dataFolder: string, log: Log, on: ReportedOn): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Assent', on.app],
    ['Runtime', on.runtime],
    ['System', `${process.platform} ${process.arch} ${release()}`],
    ['Locale', on.locale],
    ['Time', on.at.toISOString()],
    ['Data folder', on.folder],
    ['Database', databaseState(join(dataFolder, DATABASE))],
    ...Object.entries(on.figures ?? {}).map(([name, figure]) => [name, String(figure)] as const),
    ...(on.code === undefined ? [] : [['Failure', on.code] as const]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'Assent problem report',
    '',
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    '',
    'Log',
    '',
    ...log.lines(),
    '',
  ].join('\n');
}
