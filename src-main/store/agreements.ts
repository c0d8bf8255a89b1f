import type { AgreementDocument, DocumentKind } from '../agreement/model.ts';
import type { Database } from './database.ts';
import { searchableWords } from './search.ts';
import { readingOf, type StoredReading, type VersionWithDocument } from './stored-reading.ts';

export interface AgreementRow {
  readonly id: string;
  readonly title: string;
  readonly provider?: string;
  readonly kind: DocumentKind;
  readonly origin: string;
  readonly annexOf?: string;
  readonly createdAt: string;
}

/** One immutable text, without the text. */
export interface VersionRow {
  readonly id: string;
  readonly agreementId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly fingerprint: string;
  readonly sourceId: string;
  /** How many of its clauses are conspicuous. */
  readonly conspicuous: number;
  readonly annexOf?: string;
  readonly savedAt: string;
}

interface AgreementRecord {
  id: string;
  title: string;
  provider: string | null;
  kind: string;
  origin: string;
  annex_of: string | null;
  created_at: string;
}

interface VersionRecord {
  id: string;
  agreement_id: string;
  ordinal: number;
  title: string;
  fingerprint: string;
  source_id: string;
  conspicuous: number;
  annex_of: string | null;
  saved_at: string;
}

/** Readings kept as they were parsed: the few that are read, compared or decided on at a time. */
const PARSED = 4;

const VERSION =
  'SELECT id, agreement_id, ordinal, title, fingerprint, source_id, conspicuous, annex_of, saved_at FROM version';

const agreementView = (row: AgreementRecord): AgreementRow => ({
  id: row.id,
  title: row.title,
  kind: row.kind as DocumentKind,
  origin: row.origin,
  createdAt: row.created_at,
  ...(row.provider === null ? {} : { provider: row.provider }),
  ...(row.annex_of === null ? {} : { annexOf: row.annex_of }),
});

const versionView = (row: VersionRecord): VersionRow => ({
  id: row.id,
  agreementId: row.agreement_id,
  ordinal: row.ordinal,
  title: row.title,
  fingerprint: row.fingerprint,
  sourceId: row.source_id,
  conspicuous: row.conspicuous,
  savedAt: row.saved_at,
  ...(row.annex_of === null ? {} : { annexOf: row.annex_of }),
});

/** Agreements and their immutable versions; saving a version indexes its clauses for search in the same transaction. */
export function agreementStore(database: Database) {
  const insertAgreement = database.prepare(
    'INSERT INTO agreement (id, title, provider, kind, origin, annex_of, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const rename = database.prepare('UPDATE agreement SET title = ?, provider = ? WHERE id = ?');
  const agreements = database.prepare<[], AgreementRecord>('SELECT * FROM agreement ORDER BY created_at, rowid');
  const agreementById = database.prepare<[string], AgreementRecord>('SELECT * FROM agreement WHERE id = ?');
  const nextOrdinal = database
    .prepare<[string], number>('SELECT coalesce(max(ordinal), 0) + 1 FROM version WHERE agreement_id = ?')
    .pluck();
  const insertVersion = database.prepare(
    `INSERT INTO version (id, agreement_id, ordinal, title, fingerprint, source_id, canonical_text, document, conspicuous, annex_of, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertClause = database.prepare('INSERT INTO clause (version_id, clause_id, ordinal) VALUES (?, ?, ?)');
  const insertWords = database.prepare('INSERT INTO clause_words (rowid, words) VALUES (?, ?)');
  const versionById = database.prepare<[string], VersionRecord>(`${VERSION} WHERE id = ?`);
  const versions = database.prepare<[], VersionRecord>(`${VERSION} ORDER BY agreement_id, ordinal`);
  const versionsOf = database.prepare<[string], VersionRecord>(`${VERSION} WHERE agreement_id = ? ORDER BY ordinal`);
  const byFingerprint = database.prepare<[string], VersionRecord>(`${VERSION} WHERE fingerprint = ? ORDER BY rowid`);
  const annexesOf = database.prepare<[string], VersionRecord>(`${VERSION} WHERE annex_of = ? ORDER BY rowid`);
  const withDocument = database.prepare<[string], VersionWithDocument>(
    'SELECT id, saved_at AS savedAt, document FROM version WHERE id = ?',
  );
  const canonicalOf = database.prepare<[string], string>('SELECT canonical_text FROM version WHERE id = ?').pluck();
  const readings = new Map<string, StoredReading>();

  /** Parsed once while it is in use: a version never changes, and its reading is read-only. */
  function reading(versionId: string): StoredReading | undefined {
    const known = readings.get(versionId);
    if (known) return known;
    const row = withDocument.get(versionId);
    if (row === undefined) return undefined;
    const made = readingOf(row);
    const [oldest] = readings.keys();
    if (readings.size >= PARSED && oldest !== undefined) readings.delete(oldest);
    readings.set(versionId, made);
    return made;
  }

  return {
    addAgreement(agreement: AgreementRow): void {
      const { id, title, provider, kind, origin, annexOf, createdAt } = agreement;
      insertAgreement.run(id, title, provider ?? null, kind, origin, annexOf ?? null, createdAt);
    },
    renameAgreement: (id: string, title: string, provider: string | undefined): void => {
      rename.run(title, provider ?? null, id);
    },
    agreements: (): readonly AgreementRow[] => agreements.all().map(agreementView),
    /** Without what came in a colleague's bundle: what the company itself has duties and rights from. */
    ownAgreements: (): readonly AgreementRow[] =>
      agreements
        .all()
        .map(agreementView)
        .filter(({ origin }) => origin === 'own'),
    agreement: (id: string): AgreementRow | undefined => {
      const row = agreementById.get(id);
      return row && agreementView(row);
    },
    /** `ordinal` is given only for a copy that keeps the number it has elsewhere. */
    addVersion(
      version: Omit<VersionRow, 'ordinal'> & { readonly ordinal?: number },
      document: AgreementDocument,
      canonicalText: string,
    ): VersionRow {
      const ordinal = version.ordinal ?? nextOrdinal.get(version.agreementId) ?? 1;
      insertVersion.run(
        version.id,
        version.agreementId,
        ordinal,
        version.title,
        version.fingerprint,
        version.sourceId,
        canonicalText,
        JSON.stringify(document),
        version.conspicuous,
        version.annexOf ?? null,
        version.savedAt,
      );
      document.clauses.forEach((clause, index) => {
        const { lastInsertRowid } = insertClause.run(version.id, clause.id, index);
        insertWords.run(lastInsertRowid, searchableWords(`${clause.heading ?? ''} ${clause.text}`));
      });
      return { ...version, ordinal };
    },
    version: (id: string): VersionRow | undefined => {
      const row = versionById.get(id);
      return row && versionView(row);
    },
    versions: (): readonly VersionRow[] => versions.all().map(versionView),
    versionsOf: (agreementId: string): readonly VersionRow[] => versionsOf.all(agreementId).map(versionView),
    byFingerprint: (fingerprint: string): readonly VersionRow[] => byFingerprint.all(fingerprint).map(versionView),
    annexesOf: (versionId: string): readonly VersionRow[] => annexesOf.all(versionId).map(versionView),
    reading,
    document: (versionId: string): AgreementDocument | undefined => reading(versionId)?.document,
    /** The document as it was saved, whatever form its facts had: its hash stands in the ledger. */
    storedDocument: (versionId: string): unknown => {
      const row = withDocument.get(versionId);
      return row && (JSON.parse(row.document) as unknown);
    },
    canonicalText: (versionId: string): string | undefined => canonicalOf.get(versionId),
  };
}
