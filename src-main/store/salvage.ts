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

/** Rows that cannot be read are stepped over one by one as far as this, and further and further after that. */
const ONE_BY_ONE = 4096;
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
  let at = 1;
  let step = 1;
  let failed = 0;
  let read = 0;
  let lost = false;
  while (step <= FURTHEST) {
    let found: Found;
    try {
      found = next(at);
    } catch {
      failed += 1;
      step = failed < ONE_BY_ONE ? 1 : step * 2;
      at += step;
      continue;
    }
    if (step > 1) found = firstBetween(next, at - step, at, found);
    if (!found) break;
    const { salvaged_row: row, ...columns } = found;
    at = row + 1;
    step = 1;
    if (failed > 0) lost = true;
    failed = 0;
    read += 1;
    yield { kind: 'row', table, row: columns };
  }
  lost ||= failed > 0;
  if (lost) yield { kind: 'lost', table, all: read === 0 };
}

type Found = ReturnType<ReturnType<typeof stepIn>>;

/** The first row that can be read behind one that cannot, where what lies at `to` can be: what a wide step went over. */
function firstBetween(next: ReturnType<typeof stepIn>, from: number, to: number, found: Found): Found {
  let [unreadable, readable, first] = [from, to, found];
  while (readable - unreadable > 1) {
    const middle = Math.floor((unreadable + readable) / 2);
    try {
      first = next(middle);
      readable = middle;
    } catch {
      unreadable = middle;
    }
  }
  return first;
}

const stepIn = (database: Database, table: SalvagedTable) => {
  const statement = database.prepare<[number], { salvaged_row: number } & Record<string, unknown>>(
    `SELECT rowid AS salvaged_row, ${TABLES[table]} FROM ${table} WHERE rowid >= ? ORDER BY rowid LIMIT 1`,
  );
  // Behind a row instead of from the next one on, the page of that row would have to be read.
  return (from: number) => statement.get(from);
};
