import type { AgreementDocument, DocumentKind } from '../agreement/model.ts';
import type { Database } from './database.ts';
import { CANONICAL_FORM, type KnownText } from '../agreement/canonical.ts';
import { type ReadingNote, readingStore, type ReadingToKeep, type ReadingTried } from './readings.ts';
import { sketchStore } from './sketches.ts';
import type { StoredReading } from './stored-reading.ts';
import { noteVersionRead } from './read-rows.ts';
import type { NoteWritten } from './written.ts';

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

/** A version by its own title, as the ledger, file names and lists name it: `示例服务条款 v2`. */
export const textNamed = ({ title, ordinal }: Pick<VersionRow, 'title' | 'ordinal'>): string => `${title} v${ordinal}`;

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

const VERSION = `SELECT id, agreement_id, ordinal, title, fingerprint, source_id, annex_of, saved_at,
  (SELECT conspicuous FROM reading WHERE version_id = version.id ORDER BY row DESC LIMIT 1) AS conspicuous FROM version`;

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
export function agreementStore(database: Database, note: NoteWritten) {
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
    `INSERT INTO version (id, agreement_id, ordinal, title, fingerprint, source_id, annex_of, saved_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertText = database.prepare('INSERT INTO version_text (version_id, form, canonical_text) VALUES (?, ?, ?)');
  const versionById = database.prepare<[string], VersionRecord>(`${VERSION} WHERE id = ?`);
  const versions = database.prepare<[], VersionRecord>(`${VERSION} ORDER BY agreement_id, ordinal`);
  const versionIds = database.prepare<[], string>('SELECT id FROM version ORDER BY agreement_id, ordinal').pluck();
  const versionsOf = database.prepare<[string], VersionRecord>(`${VERSION} WHERE agreement_id = ? ORDER BY ordinal`);
  const byText = database.prepare<[string, number], VersionRecord>(
    `${VERSION} WHERE fingerprint = ? AND (SELECT form FROM version_text WHERE version_id = version.id) = ? ORDER BY rowid`,
  );
  const annexesOf = database.prepare<[string], VersionRecord>(`${VERSION} WHERE annex_of = ? ORDER BY rowid`);
  const canonicalOf = database
    .prepare<[string], string>('SELECT canonical_text FROM version_text WHERE version_id = ?')
    .pluck();
  const readings = readingStore(database);

  return {
    addAgreement(agreement: AgreementRow): void {
      const { id, title, provider, kind, origin, annexOf, createdAt } = agreement;
      insertAgreement.run(id, title, provider ?? null, kind, origin, annexOf ?? null, createdAt);
      note('agreement', id);
    },
    renameAgreement: (id: string, title: string, provider: string | undefined): void => {
      rename.run(title, provider ?? null, id);
      note('agreement', id);
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
    /**
     * `ordinal` is given only for a copy that keeps the number it has elsewhere. `reading` of what is returned is the
     * SHA-256 of its first reading.
     */
    addVersion(
      version: Omit<VersionRow, 'ordinal'> & { readonly ordinal?: number },
      { document, reader }: { readonly document: AgreementDocument; readonly reader: string },
      canonicalText: string,
    ): VersionRow & { readonly reading: string } {
      const ordinal = version.ordinal ?? nextOrdinal.get(version.agreementId) ?? 1;
      const { id, agreementId, title, fingerprint, sourceId, annexOf, savedAt, conspicuous } = version;
      insertVersion.run(id, agreementId, ordinal, title, fingerprint, sourceId, annexOf ?? null, savedAt);
      note('version', id);
      insertText.run(id, CANONICAL_FORM, canonicalText);
      const reading = readings.add({ versionId: id, reader, at: savedAt, conspicuous }, document);
      return { ...version, ordinal, reading };
    },
    version: (id: string): VersionRow | undefined => {
      const row = versionById.get(id);
      return row && versionView(row);
    },
    /** Ids of all versions, in the order of `versions`: what looks at each of many need not have all of them at once. */
    versionIds: (): readonly string[] => versionIds.all(),
    versions: (): readonly VersionRow[] => versions.all().map(versionView),
    versionsOf: (agreementId: string): readonly VersionRow[] => versionsOf.all(agreementId).map(versionView),
    /** Versions of exactly this text, whatever canonical form each was saved in. */
    ofText: (texts: readonly KnownText[]): readonly VersionRow[] =>
      texts.flatMap(({ form, fingerprint }) => byText.all(fingerprint, form).map(versionView)),
    annexesOf: (versionId: string): readonly VersionRow[] => annexesOf.all(versionId).map(versionView),
    reading: (versionId: string): StoredReading | undefined => {
      noteVersionRead(versionId);
      return readings.newest(versionId);
    },
    /** The document in the present form of facts; what is hashed or leaves in a bundle is `storedDocument`. */
    document: (versionId: string): AgreementDocument | undefined => {
      noteVersionRead(versionId);
      return readings.newest(versionId)?.document;
    },
    /** The newest reading as it was kept, whatever form its facts had. */
    storedDocument: (versionId: string): unknown => {
      noteVersionRead(versionId);
      return readings.stored(versionId);
    },
    /** All readings of a version without their documents, oldest first. */
    readings: (versionId: string): readonly ReadingNote[] => readings.notes(versionId),
    /** The documents of all its readings as they were kept, oldest first. */
    storedDocuments: (versionId: string): readonly unknown[] => readings.allStored(versionId),
    /** Which of its readings, oldest first, are still what their hash says. */
    wholeReadings: (versionId: string): readonly boolean[] => readings.whole(versionId),
    /** Keeps another reading of a version, which is the one used from now on. @returns its SHA-256. */
    keepReading: (reading: ReadingToKeep, document: AgreementDocument): string => readings.add(reading, document),
    noteTried: (tried: ReadingTried): void => readings.noteTried(tried),
    readingTried: (versionId: string, reader: number): ReadingTried | undefined => readings.triedOn(versionId, reader),
    readingsTried: (reader: number): readonly ReadingTried[] => readings.tried(reader),
    sketches: sketchStore(database),
    canonicalText: (versionId: string): string | undefined => {
      noteVersionRead(versionId);
      return canonicalOf.get(versionId);
    },
  };
}
