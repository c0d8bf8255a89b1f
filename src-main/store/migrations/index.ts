import records from './0001-records.sql?raw';

/** Migrations in order; the list only grows, and a shipped file is never edited. `user_version` is the count applied. */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-records', sql: records },
];
