import type { Database } from './database.ts';

/** Tables whose rows are written beside an entry of the ledger. */
export const WRITTEN_TABLES = ['paper', 'setting', 'agreement', 'version', 'source'] as const;
export type WrittenTable = (typeof WRITTEN_TABLES)[number];

/** What a row says, column by column, as it lies in the database. */
export type RowColumns = Readonly<Record<string, string | number | null>>;

/** A row as it stands, or stood when it was written. */
export interface WrittenRow {
  readonly table: WrittenTable;
  readonly id: string;
  readonly columns: RowColumns;
}

/** Notes that a row was written. */
export type NoteWritten = (table: WrittenTable, id: string) => void;

const PAPER = 'desk, kind, subject, state, body, created_at, updated_at, removed_at';

const COLUMNS: Readonly<Record<WrittenTable, { readonly key: string; readonly columns: string }>> = {
  paper: { key: 'id', columns: PAPER },
  setting: { key: 'name', columns: 'value, updated_at' },
  agreement: { key: 'id', columns: 'title, provider, kind, origin, annex_of, created_at' },
  source: { key: 'id', columns: 'name, size, sha256, origin, imported_at' },
  version: { key: 'id', columns: 'agreement_id, ordinal, title, fingerprint, source_id, annex_of, saved_at' },
};

/**
 * Rows as they lie in the database, and which of them were written in the course of an act, each as it was right after.
 * An act within an act keeps its own.
 */
export function writtenRows(database: Database) {
  const acts: WrittenRow[][] = [];
  const one = byTable(({ key, columns }, table) =>
    database.prepare<[string], RowColumns>(`SELECT ${columns} FROM ${table} WHERE ${key} = ?`),
  );
  const ids = byTable(({ key }, table) =>
    database.prepare<[], string>(`SELECT ${key} FROM ${table} ORDER BY rowid`).pluck(),
  );
  const revisions = database.prepare<[string], { readonly state: string; readonly body: string; readonly at: string }>(
    'SELECT state, body, at FROM paper_revision WHERE paper_id = ? ORDER BY revision',
  );
  return {
    note: ((table, id) => {
      const act = acts.at(-1);
      const columns = act && one[table].get(id);
      if (columns) act.push({ table, id, columns });
    }) satisfies NoteWritten,
    /** Does the work, and tells which rows were written meanwhile, in the order of writing. */
    during<Result>(work: () => Result): { readonly result: Result; readonly rows: readonly WrittenRow[] } {
      const rows: WrittenRow[] = [];
      acts.push(rows);
      try {
        return { result: work(), rows };
      } finally {
        acts.pop();
      }
    },
    /** A row as it stands. */
    row(table: WrittenTable, id: string): WrittenRow | undefined {
      const columns = one[table].get(id);
      return columns && { table, id, columns };
    },
    /** All rows of a table as they stand when they are come to, oldest first. */
    *all(table: WrittenTable): Generator<WrittenRow> {
      for (const id of ids[table].all()) {
        const columns = one[table].get(id);
        if (columns) yield { table, id, columns };
      }
    },
    /** A paper that binds as it stood at each of its revisions, oldest first; none of any other. */
    revisions(id: string): readonly WrittenRow[] {
      const now = one.paper.get(id);
      if (!now) return [];
      return revisions.all(id).map(({ state, body, at }) => ({
        table: 'paper',
        id,
        columns: { ...now, state, body, updated_at: at, removed_at: null },
      }));
    },
  };
}

function byTable<Made>(make: (of: (typeof COLUMNS)[WrittenTable], table: WrittenTable) => Made) {
  const made = Object.fromEntries(WRITTEN_TABLES.map((table) => [table, make(COLUMNS[table], table)]));
  return made as Readonly<Record<WrittenTable, Made>>;
}
