import records from './0001-records.sql?raw';
import readings from './0002-readings.sql?raw';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** How often its SQL calls `passed(x)`, as a query of what is there before; absent where it is done at once. */
  readonly rows?: string;
}

/** Migrations in order; the list only grows, and a shipped file is never edited. `user_version` is the count applied. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-records', sql: records },
  { name: '0002-readings', sql: readings, rows: 'SELECT 2 * count(*) FROM version' },
];
