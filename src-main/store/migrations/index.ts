import records from './0001-records.sql?raw';
import readings from './0002-readings.sql?raw';

/** Migrations in order; the list only grows, and a shipped file is never edited. `user_version` is the count applied. */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-records', sql: records },
  { name: '0002-readings', sql: readings },
];
