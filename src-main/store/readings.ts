import { createHash } from 'node:crypto';
import type { AgreementDocument } from '../agreement/model.ts';
import type { Database } from './database.ts';
import { searchableWords } from './search.ts';
import { type ReadingRow, readingOf, type StoredReading } from './stored-reading.ts';

/** Readings kept as they were parsed: the few that are read, compared or decided on at a time. */
const PARSED = 4;

/** What is known of a reading beside its document. `conspicuous`: how many of its clauses are. */
export type ReadingToKeep = Pick<StoredReading, 'versionId' | 'reader' | 'at'> & { readonly conspicuous: number };

/** A reading without its document. */
export type ReadingNote = Omit<StoredReading, 'document'>;

/** What reading a version again would change: `differs` counts it, in the reading that `sha256` names, by `reader`. */
export interface ReadingTried {
  readonly versionId: string;
  readonly sha256: string;
  /** Number of the reader that tried (`agreement/reader.ts`). */
  readonly reader: number;
  readonly differs: number;
}

const NOTE = 'version_id AS versionId, reader, made_at AS at, sha256';

/** A document as it is stored, and the SHA-256 of that. */
export function storedForm(document: AgreementDocument): { readonly json: string; readonly sha256: string } {
  const json = JSON.stringify(document);
  return { json, sha256: hashOf(json) };
}

const hashOf = (json: string): string => createHash('sha256').update(json).digest('hex');

/** Readings are only added; adding one indexes its clauses for search in the same transaction. */
export function readingStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO reading (version_id, reader, made_at, sha256, conspicuous, document) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertClause = database.prepare(
    'INSERT INTO clause (version_id, clause_id, ordinal, reading) VALUES (?, ?, ?, ?)',
  );
  const insertWords = database.prepare('INSERT INTO clause_words (rowid, words) VALUES (?, ?)');
  const newest = database.prepare<[string], ReadingRow>(
    `SELECT ${NOTE}, document FROM reading WHERE version_id = ? ORDER BY row DESC LIMIT 1`,
  );
  const newestHash = database
    .prepare<[string], string>('SELECT sha256 FROM reading WHERE version_id = ? ORDER BY row DESC LIMIT 1')
    .pluck();
  const notes = database.prepare<[string], ReadingNote>(
    `SELECT ${NOTE} FROM reading WHERE version_id = ? ORDER BY row`,
  );
  const documents = database
    .prepare<[string], string>('SELECT document FROM reading WHERE version_id = ? ORDER BY row')
    .pluck();
  const putTried = database.prepare(
    `INSERT INTO reading_tried (version_id, sha256, reader, differs) VALUES (?, ?, ?, ?)
     ON CONFLICT (version_id) DO UPDATE SET sha256 = excluded.sha256, reader = excluded.reader, differs = excluded.differs`,
  );
  const TRIED = `SELECT version_id AS versionId, sha256, reader, differs FROM reading_tried AS tried WHERE reader = ?
    AND sha256 = (SELECT sha256 FROM reading WHERE reading.version_id = tried.version_id ORDER BY row DESC LIMIT 1)`;
  const tried = database.prepare<[number], ReadingTried>(TRIED);
  const triedOn = database.prepare<[number, string], ReadingTried>(`${TRIED} AND version_id = ?`);
  const parsed = new Map<string, StoredReading>();

  return {
    /** @returns SHA-256 of the document as it is stored. */
    add({ versionId, reader, at, conspicuous }: ReadingToKeep, document: AgreementDocument): string {
      const { json, sha256 } = storedForm(document);
      const { lastInsertRowid: row } = insert.run(versionId, reader, at, sha256, conspicuous, json);
      document.clauses.forEach((clause, index) => {
        const { lastInsertRowid } = insertClause.run(versionId, clause.id, index, row);
        insertWords.run(lastInsertRowid, searchableWords(`${clause.heading ?? ''} ${clause.text}`));
      });
      parsed.delete(versionId);
      return sha256;
    },
    /** Parsed once while it is in use: what is returned is read-only. @throws Refusal `document-unreadable`. */
    newest(versionId: string): StoredReading | undefined {
      const known = parsed.get(versionId);
      if (known && known.sha256 === newestHash.get(versionId)) return known;
      const row = newest.get(versionId);
      if (row === undefined) return undefined;
      const made = readingOf(row);
      const [oldest] = parsed.keys();
      if (parsed.size >= PARSED && oldest !== undefined) parsed.delete(oldest);
      parsed.set(versionId, made);
      return made;
    },
    /** The document of the newest reading as it was kept. */
    stored(versionId: string): unknown {
      const row = newest.get(versionId);
      return row === undefined ? undefined : (JSON.parse(row.document) as unknown);
    },
    /** All readings of a version without their documents, oldest first. */
    notes: (versionId: string): readonly ReadingNote[] => notes.all(versionId),
    /** The documents of all readings of a version as they were kept, oldest first. */
    allStored: (versionId: string): readonly unknown[] =>
      documents.all(versionId).map((json) => JSON.parse(json) as unknown),
    /** Which of the readings of a version, oldest first, are still what their hash says. */
    whole: (versionId: string): readonly boolean[] => {
      const said = notes.all(versionId);
      return documents.all(versionId).map((json, index) => hashOf(json) === said[index]?.sha256);
    },
    /** Notes what reading a version again would change; the last word on a version is the one that holds. */
    noteTried({ versionId, sha256, reader, differs }: ReadingTried): void {
      putTried.run(versionId, sha256, reader, differs);
    },
    /** What this reader would change, of all versions that it was tried on and whose reading is still the same. */
    tried: (reader: number): readonly ReadingTried[] => tried.all(reader),
    triedOn: (versionId: string, reader: number): ReadingTried | undefined => triedOn.get(reader, versionId),
  };
}
