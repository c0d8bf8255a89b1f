import type { ReadingChoices } from '../agreement/model.ts';
import type { Database } from './database.ts';

export type SourceState = 'pending' | 'saved' | 'set-aside' | 'unreadable';

/** The bytes that were imported, without the bytes. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** `own`, or the origin of a colleague's bundle. */
  readonly origin: string;
  readonly importedAt: string;
  readonly state: SourceState;
  readonly encoding?: string;
  readonly choices: ReadingChoices;
  /** Why it could not be read: code and both sentences, as stored. */
  readonly refusal?: string;
}

interface Row {
  id: string;
  name: string;
  size: number;
  sha256: string;
  origin: string;
  imported_at: string;
  state: SourceState;
  encoding: string | null;
  choices: string;
  refusal: string | null;
}

const SELECT = `SELECT s.id, s.name, s.size, s.sha256, s.origin, s.imported_at, r.state, r.encoding, r.choices, r.refusal
  FROM source s JOIN source_reading r ON r.source_id = s.id`;

/** Sources and what the person did with each. Bytes are written once and never change. */
export function sourceStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO source (id, name, bytes, size, sha256, origin, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertReading = database.prepare(
    "INSERT INTO source_reading (source_id, state, updated_at) VALUES (?, 'pending', ?)",
  );
  const byId = database.prepare<[string], Row>(`${SELECT} WHERE s.id = ?`);
  const byHash = database.prepare<[string], Row>(`${SELECT} WHERE s.sha256 = ?`);
  const all = database.prepare<[], Row>(`${SELECT} ORDER BY s.imported_at DESC, s.rowid DESC`);
  const bytesOf = database.prepare<[string], Buffer>('SELECT bytes FROM source WHERE id = ?').pluck();
  const update = database.prepare(
    'UPDATE source_reading SET state = ?, encoding = ?, choices = ?, refusal = ?, updated_at = ? WHERE source_id = ?',
  );
  const view = (row: Row): SourceRow => ({
    id: row.id,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    origin: row.origin,
    importedAt: row.imported_at,
    state: row.state,
    choices: JSON.parse(row.choices) as ReadingChoices,
    ...(row.encoding === null ? {} : { encoding: row.encoding }),
    ...(row.refusal === null ? {} : { refusal: row.refusal }),
  });
  return {
    add(source: { id: string; name: string; bytes: Uint8Array; sha256: string; origin: string; at: string }): void {
      const { id, name, bytes, sha256, origin, at } = source;
      insert.run(
        id,
        name,
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        bytes.length,
        sha256,
        origin,
        at,
      );
      insertReading.run(id, at);
    },
    byId: (id: string): SourceRow | undefined => {
      const row = byId.get(id);
      return row && view(row);
    },
    byHash: (sha256: string): SourceRow | undefined => {
      const row = byHash.get(sha256);
      return row && view(row);
    },
    all: (): readonly SourceRow[] => all.all().map(view),
    bytes: (id: string): Uint8Array | undefined => bytesOf.get(id),
    setReading(
      id: string,
      reading: {
        state: SourceState;
        encoding?: string | undefined;
        choices: ReadingChoices;
        refusal?: string | undefined;
        at: string;
      },
    ): void {
      update.run(
        reading.state,
        reading.encoding ?? null,
        JSON.stringify(reading.choices),
        reading.refusal ?? null,
        reading.at,
        id,
      );
    },
  };
}
