import type { Database } from './database.ts';
import { openReadOnly } from './database.ts';

/** What is read out of a database that may be damaged. */
export type Salvaged =
  | { readonly kind: 'row'; readonly table: SalvagedTable; readonly row: Readonly<Record<string, unknown>> }
  /** Rows of a table that cannot be read, or all of it. */
  | { readonly kind: 'lost'; readonly table: SalvagedTable; readonly all: boolean };

/** What a person would miss, and the columns that say it. */
const TABLES = {
  source: 'name, bytes, sha256',
  attachment: 'name, bytes, sha256',
  agreement: 'id, title, provider',
  version: 'id, agreement_id, ordinal, title',
  version_text: 'version_id, canonical_text',
  acceptance: 'id, record',
  ledger: 'sequence, entry',
  paper: 'id, desk, kind, subject, state, body',
} as const;
export type SalvagedTable = keyof typeof TABLES;

/** Steps over rows that cannot be read: one row first, then further and further. */
const FURTHEST = 2 ** 24;

/**
 * Reads what can be read, row by row, and goes on behind what cannot. Nothing is written; a file that is no database at all
 * has lost every table.
 */
export function* salvage(path: string, nativeBinding?: string): Generator<Salvaged> {
  let database: Database;
  try {
    database = openReadOnly(path, nativeBinding);
  } catch {
    for (const table of tableNames()) yield { kind: 'lost', table, all: true };
    return;
  }
  try {
    for (const table of tableNames()) yield* rowsOf(database, table);
  } finally {
    database.close();
  }
}

const tableNames = (): readonly SalvagedTable[] => Object.keys(TABLES) as SalvagedTable[];

function* rowsOf(database: Database, table: SalvagedTable): Generator<Salvaged> {
  let next: ReturnType<typeof stepIn>;
  try {
    next = stepIn(database, table);
  } catch {
    yield { kind: 'lost', table, all: true };
    return;
  }
  let at = 0;
  let step = 1;
  let read = 0;
  let lost = false;
  while (step <= FURTHEST) {
    try {
      const found = next(at);
      if (!found) break;
      const { salvaged_row: row, ...columns } = found;
      at = row;
      step = 1;
      read += 1;
      yield { kind: 'row', table, row: columns };
    } catch {
      lost = true;
      at += step;
      step *= 2;
    }
  }
  if (lost) yield { kind: 'lost', table, all: read === 0 };
}

const stepIn = (database: Database, table: SalvagedTable) => {
  const statement = database.prepare<[number], { salvaged_row: number } & Record<string, unknown>>(
    `SELECT rowid AS salvaged_row, ${TABLES[table]} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 1`,
  );
  return (after: number) => statement.get(after);
};
