import { createHash } from 'node:crypto';
import type { AgreementDocument } from '../agreement/model.ts';
import type { Database } from './database.ts';
import { searchableWords } from './search.ts';
import { type ReadingRow, readingOf, type StoredReading } from './stored-reading.ts';

/** Readings kept as they were parsed: the few that are read, compared or decided on at a time. */
const PARSED = 4;

/** What is known of a reading beside its document. `conspicuous`: how many of its clauses are. */
export type ReadingToKeep = Pick<StoredReading, 'versionId' | 'reader' | 'at'> & { readonly conspicuous: number };

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
    `SELECT version_id AS versionId, reader, made_at AS at, sha256, document
     FROM reading WHERE version_id = ? ORDER BY row DESC LIMIT 1`,
  );
  const parsed = new Map<string, StoredReading>();

  return {
    add({ versionId, reader, at, conspicuous }: ReadingToKeep, document: AgreementDocument): void {
      const json = JSON.stringify(document);
      const sha256 = createHash('sha256').update(json).digest('hex');
      const { lastInsertRowid: row } = insert.run(versionId, reader, at, sha256, conspicuous, json);
      document.clauses.forEach((clause, index) => {
        const { lastInsertRowid } = insertClause.run(versionId, clause.id, index, row);
        insertWords.run(lastInsertRowid, searchableWords(`${clause.heading ?? ''} ${clause.text}`));
      });
      parsed.delete(versionId);
    },
    /** Parsed once while it is in use: what is returned is read-only. @throws Refusal `document-unreadable`. */
    newest(versionId: string): StoredReading | undefined {
      const known = parsed.get(versionId);
      if (known) return known;
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
  };
}
