import { z } from 'zod';
import type { ReadingChoices } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import { asWritten, type Sentence, sentence } from '../agreement/sentence.ts';
import type { Database } from './database.ts';
import { storedJson } from './stored-json.ts';
import type { NoteWritten } from './written.ts';

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
  /** Why it could not be read. */
  readonly refusal?: StoredFailure;
}

/** A failure as it is kept; its sentences come back in the words they were said in. */
export interface StoredFailure {
  readonly code: string;
  readonly sentence: Sentence;
  readonly next: Sentence;
  readonly field?: string;
  readonly details?: string;
}

const lines = z.array(z.number()).exactOptional();

const choicesShape: z.ZodType<ReadingChoices> = z.strictObject({
  keepApart: lines,
  splitAt: lines,
  mergeAt: lines,
  titles: z.record(z.string(), z.string()).exactOptional(),
  keepLines: lines,
});

const wordsShape = z.strictObject({ zh: z.string(), en: z.string() });

const failureShape: z.ZodType<StoredFailure> = z.strictObject({
  code: z.string(),
  sentence: wordsShape,
  next: wordsShape,
  field: z.string().exactOptional(),
  details: z.string().exactOptional(),
});

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
export function sourceStore(database: Database, note: NoteWritten) {
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
    choices: parsed(choicesShape, row.choices, row),
    ...(row.encoding === null ? {} : { encoding: row.encoding }),
    ...(row.refusal === null ? {} : { refusal: parsed(failureShape, row.refusal, row) }),
  });
  const viewOrRefusal = (row: Row): SourceRow | Refusal => {
    try {
      return view(row);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };
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
      note('source', id);
    },
    byId: (id: string): SourceRow | undefined => {
      const row = byId.get(id);
      return row && view(row);
    },
    /** Its name, whatever became of it. */
    nameOf: (id: string): string | undefined => byId.get(id)?.name,
    byHash: (sha256: string): SourceRow | undefined => {
      const row = byHash.get(sha256);
      return row && view(row);
    },
    /** Those that can be read, newest first; the others are told by `unreadable`. */
    all: (): readonly SourceRow[] =>
      all.all().flatMap((row) => {
        const read = viewOrRefusal(row);
        return read instanceof Refusal ? [] : [read];
      }),
    /** Sources that `all` leaves out, with why. */
    unreadable: (): readonly { readonly id: string; readonly refusal: Refusal }[] =>
      all.all().flatMap((row) => {
        const read = viewOrRefusal(row);
        return read instanceof Refusal ? [{ id: row.id, refusal: read }] : [];
      }),
    bytes: (id: string): Uint8Array | undefined => bytesOf.get(id),
    setReading(
      id: string,
      reading: {
        state: SourceState;
        encoding?: string | undefined;
        choices: ReadingChoices;
        refusal?: StoredFailure | undefined;
        at: string;
      },
    ): void {
      update.run(
        reading.state,
        reading.encoding ?? null,
        JSON.stringify(reading.choices),
        reading.refusal === undefined ? null : storedJson(reading.refusal),
        reading.at,
        id,
      );
    },
  };
}

function parsed<Value>(shape: z.ZodType<Value>, json: string, { name }: Row): Value {
  const { data, error } = shape.safeParse(JSON.parse(json));
  if (!error) return data;
  throw new Refusal(
    'record-unreadable',
    sentence('store.sources.record-unreadable', { name: asWritten(name) }),
    sentence('store.sources.record-unreadable.next'),
    { cause: error },
  );
}
