import type { Sentence } from '../../agreement/sentence.ts';
import { recordSubject } from '../../acceptance/record.ts';
import type { RecordView } from '../../acceptance/record-view.ts';
import { isAbsent } from '../../acceptance/stated.ts';
import type { BundleScope } from '../../contract/evidence.ts';
import type { BundleContents } from '../../ledger/bundle.ts';
import { hashesNamedBy } from '../../ledger/hashes-named.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { formById } from '../../letter/forms.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import { keptRecord } from '../../kernel/kept-records.ts';
import { isOwn } from '../../kernel/integrity/own-version.ts';
import { devicePublicKeys } from '../../kernel/device-key.ts';
import { attachedTimestamps } from './timestamps.ts';
import { isForCounsel, tellsOfCounsel } from './with-counsel.ts';
import { letterName, letterPapers } from '../../kernel/papers/letters.ts';
import { paperIdsAbout, PAPERS } from '../../kernel/stored-names.ts';

export type Versions = ReadonlyMap<string, VersionRow>;

/** What a bundle tells, before its files: the decisions, the versions, and which entries it shows. */
export interface BundleStory {
  readonly rows: readonly AcceptanceRow[];
  readonly versions: Versions;
  /** The whole ledger, in order. */
  readonly entries: readonly LedgerEntry[];
  readonly shown: (entry: LedgerEntry) => boolean;
  /** Whether a letter belongs to it, by its id and its template. */
  readonly letter: (id: string, templateId: string) => boolean;
}

/**
 * Everything that a bundle of this scope holds: the decisions, the texts that they speak of (with annexes and the
 * versions accepted before), their sources, what the records and their entries name, and the whole chain around them.
 */
export function bundleContents(store: Store, scope: BundleScope, verifier: Uint8Array): BundleContents {
  return contentsOf(store, bundleStory(store, scope), verifier);
}

/** The files of what a bundle tells. */
export function contentsOf(store: Store, story: BundleStory, verifier: Uint8Array): BundleContents {
  const { rows, versions, entries, shown } = story;
  const letters = lettersOf(store, story);
  const certificates = certificatesOf(store, rows);
  const taken = new Set([...letters, ...certificates].map(({ sha256 }) => sha256));
  return {
    sources: sourcesOf(store, entries.filter(shown)),
    // Every reading: what was decided rests on the one that was shown then.
    versions: [...versions.values()].flatMap(({ id, fingerprint }) => {
      const canonicalText = store.agreements.canonicalText(id) ?? '';
      return store.agreements.storedDocuments(id).map((document) => ({ fingerprint, canonicalText, document }));
    }),
    records: rows.map(({ id }) => ({ id, record: JSON.parse(keptRecord(store, id).json) as unknown })),
    certificates: certificates.map(({ id, bytes }) => ({ id, bytes })),
    letters: letters.map(({ id, bytes, name }) => ({ id, bytes, name })),
    attachments: attachmentsOf(store, entries.filter(shown), taken),
    entries,
    disclose: shown,
    timestamps: attachedTimestamps(store).flatMap(({ sequence, sha256 }) => {
      const bytes = store.attachments.bytes(sha256);
      return bytes ? [{ sequence, bytes }] : [];
    }),
    deviceKeys: devicePublicKeys(store),
    verifier,
  };
}

/** What a bundle of this scope tells. */
export function bundleStory(store: Store, scope: BundleScope): BundleStory {
  const rows = withReliedOn(store, decisionsOf(store, scope));
  const versions = versionsOf(store, scope, rows);
  const entries = wholeLedger(store);
  const letters = scope.kind === 'agreement' ? lettersAbout(store, scope.agreementId) : new Set<string>();
  const subjects = new Set([...subjectsOf(store, rows, versions), ...[...letters].map((id) => `letter:${id}`)]);
  const ofCounsel = tellsOfCounsel(store);
  const shown = (entry: LedgerEntry): boolean =>
    (scope.kind === 'everything' || subjects.has(entry.subject) || ALWAYS_SHOWN.has(entry.subject)) &&
    !ofCounsel(entry);
  const letter = (id: string, templateId: string): boolean =>
    !isForCounsel(templateId) &&
    (scope.kind === 'everything' || letters.has(id) || versions.has(templateId.replace(/^commitment:/u, '')));
  return { rows, versions, entries, shown, letter };
}

/** How many entries of the ledger a bundle of this scope holds whole, and how many as hashes alone. */
export function entriesIn(store: Store, scope: BundleScope): { readonly whole: number; readonly hashed: number } {
  const { entries, shown } = bundleStory(store, scope);
  const whole = entries.filter(shown).length;
  return { whole, hashed: entries.length - whole };
}

/** The letters about an agreement, by what they were begun for or tied to; what stays inside the company is nobody else's to read. */
function lettersAbout(store: Store, agreementId: string): ReadonlySet<string> {
  const ofCases = new Set(
    casePapers(store)
      .list()
      .flatMap(({ body }) => (body.agreementId === agreementId ? (body.letterId ?? []) : [])),
  );
  return new Set(
    letterPapers(store)
      .list()
      .filter(({ id, body }) => body.agreementId === agreementId || ofCases.has(id))
      .filter(({ body }) => formById(body.templateId)?.internal !== true && !isForCounsel(body.templateId))
      .map(({ id }) => id),
  );
}

/** Every entry of the ledger that can be read, in order. */
export const wholeLedger = (store: Store): readonly LedgerEntry[] =>
  [...store.ledger.rows()].flatMap(({ entry }) => (entry ? [entry] : []));

/** Entries about the ledger and its keys say nothing about anybody: every bundle shows them. */
export const ALWAYS_SHOWN: ReadonlySet<string> = new Set(['ledger:own', 'device:keys', 'clock:system']);

/** One's own decisions alone: a colleague's stand in the colleague's ledger. */
function decisionsOf(store: Store, scope: BundleScope): readonly AcceptanceRow[] {
  if (scope.kind === 'acceptance') {
    const row = store.acceptances.byId(scope.acceptanceId);
    return row && isOwn(store, row.versionId) ? [row] : [];
  }
  const wanted = (row: AcceptanceRow): boolean =>
    isOwn(store, row.versionId) &&
    (scope.kind === 'everything' || store.agreements.version(row.versionId)?.agreementId === scope.agreementId);
  return store.acceptances.all().filter(wanted);
}

/** The decisions, with the earlier ones whose attention to a clause they carry over, and those that these do. */
export function withReliedOn(store: Store, rows: readonly AcceptanceRow[]): readonly AcceptanceRow[] {
  const found = new Map<string, AcceptanceRow>();
  const take = (row: AcceptanceRow): void => {
    if (found.has(row.id)) return;
    found.set(row.id, row);
    const { clauses } = keptRecord(store, row.id).record.review;
    for (const { attention } of isAbsent(clauses) ? [] : clauses) {
      const earlier = attention.how === 'inherited' ? store.acceptances.byId(attention.recordId) : undefined;
      if (earlier) take(earlier);
    }
  };
  for (const row of rows) take(row);
  return [...found.values()];
}

function versionsOf(store: Store, scope: BundleScope, rows: readonly AcceptanceRow[]): Versions {
  const { agreements } = store;
  const found = new Map<string, VersionRow>();
  const take = (id: string): void => {
    const version = agreements.version(id);
    if (!version || found.has(id)) return;
    found.set(id, version);
    for (const annex of agreements.annexesOf(id)) take(annex.id);
    if (version.annexOf !== undefined) take(version.annexOf);
  };
  if (scope.kind === 'agreement') for (const { id } of agreements.versionsOf(scope.agreementId)) take(id);
  if (scope.kind === 'everything')
    for (const { id } of agreements.versions()) {
      if (isOwn(store, id)) take(id);
    }
  for (const { id } of rows) for (const named of versionsNamed(keptRecord(store, id).record)) take(named);
  return found;
}

export function versionsNamed({ version, review, acceptedBefore }: RecordView): readonly string[] {
  return [
    version.id,
    ...(isAbsent(review.annexes) ? [] : review.annexes.map(({ versionId }) => versionId)),
    ...(isAbsent(acceptedBefore) ? [] : [acceptedBefore.versionId]),
  ];
}

/** The imported files that the shown entries tell of. */
function sourcesOf(store: Store, shown: readonly LedgerEntry[]): BundleContents['sources'] {
  const ids = new Set(
    shown.flatMap(({ kind, subject }) => (kind === 'source-imported' ? [subject.replace(/^source:/u, '')] : [])),
  );
  return [...ids].flatMap((id) => {
    const source = store.sources.byId(id);
    const bytes = store.sources.bytes(id);
    return source && bytes ? [{ extension: extensionOf(source.name), bytes }] : [];
  });
}

/** Subjects of the entries that tell the story of these decisions and texts. */
function subjectsOf(store: Store, rows: readonly AcceptanceRow[], versions: Versions): ReadonlySet<string> {
  const explanations = [...versions.keys()].flatMap((id) => paperIdsAbout(store, PAPERS.review.explanation, id));
  const copies = [...versions.keys()].flatMap((id) => paperIdsAbout(store, PAPERS.letters.sealedCopy, id));
  const agreements = new Set([...versions.values()].map(({ agreementId }) => agreementId));
  const notices = [...agreements].flatMap((id) => paperIdsAbout(store, PAPERS.notices.notice, id));
  return new Set([
    ...rows.map(({ id }) => recordSubject(id)),
    ...[...versions.values()].flatMap((version) => [
      `version:${version.id}`,
      `agreement:${version.agreementId}`,
      `source:${version.sourceId}`,
    ]),
    ...explanations.map((id) => `explanation:${id}`),
    ...copies.map((id) => `sealed-copy:${id}`),
    // What was announced of them, and what was said against it, late or in time.
    ...notices.map((id) => `notice:${id}`),
    ...attachedTimestamps(store).map(({ sequence }) => `entry:${sequence}`),
  ]);
}

interface Kept {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

function certificatesOf(store: Store, rows: readonly AcceptanceRow[]): readonly Kept[] {
  return rows.flatMap(({ id }) =>
    store.ledger
      .ofSubject(recordSubject(id))
      .filter(({ kind }) => kind === 'certificate-issued')
      .flatMap(({ payload }, index) => kept(store, numbered(id, index), (payload as { sha256?: unknown }).sha256)),
  );
}

/** Letters that belong to what is told, with all that was made of them: the commitment letters filled from its texts. */
function lettersOf(store: Store, { letter }: BundleStory): readonly (Kept & { readonly name: Sentence })[] {
  return letterPapers(store)
    .list()
    .filter(({ id, body }) => letter(id, body.templateId))
    .flatMap(({ id, body }) =>
      body.outputs
        .flatMap(({ sha256 }, index) => kept(store, numbered(id, index), sha256))
        .map((file) => ({ ...file, name: letterName(body) })),
    );
}

/** Files that the shown entries name by their hash: printed texts, pictures of clauses, authorisations, answers, scans. */
function attachmentsOf(
  store: Store,
  shown: readonly LedgerEntry[],
  taken: ReadonlySet<string>,
): NonNullable<BundleContents['attachments']> {
  const named = new Set(shown.filter(({ kind }) => !OUTSIDE.has(kind)).flatMap((entry) => hashesNamedBy(entry)));
  return [...named].flatMap((sha256) => {
    const file = taken.has(sha256) ? undefined : store.attachments.get(sha256);
    const bytes = file && store.attachments.bytes(sha256);
    return bytes ? [{ extension: extensionOf(file.name), bytes }] : [];
  });
}

/** A bundle holds no bundles: a colleague's is handed on as the file that it is. Timestamps have a place of their own. */
const OUTSIDE: ReadonlySet<string> = new Set(['bundle-imported', 'bundle-exported', 'timestamp-attached']);

function kept(store: Store, id: string, sha256: unknown): readonly Kept[] {
  const bytes = typeof sha256 === 'string' ? store.attachments.bytes(sha256) : undefined;
  return bytes ? [{ id, sha256: sha256 as string, bytes }] : [];
}

const numbered = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`);

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}
