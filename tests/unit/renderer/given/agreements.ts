import { asWritten } from '../../../../assets/messages/say.ts';
import type { PendingSource } from '../../../../src-main/contract/import.ts';
import type {
  AgreementSummary,
  Inspection,
  LibraryAgreement,
  LibraryView,
  VersionSummary,
} from '../../../../src-main/contract/library.ts';
import type { UndoToken } from '../../../../src-main/contract/undo.ts';

/** Ids and hashes as the app makes them, by number. */
export const anId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
export const aHash = (number: number): string => number.toString(16).padStart(64, '0');

export const aVersion = (more: Partial<VersionSummary> = {}): VersionSummary => ({
  id: anId(101),
  ordinal: 1,
  title: 'Harbour storage terms',
  called: more.title ?? 'Harbour storage terms',
  fingerprint: aHash(101),
  savedAt: '2026-10-05T03:20:00Z',
  state: 'not-reviewed',
  why: asWritten('Nobody opened it.'),
  stands: false,
  conspicuous: 0,
  ...more,
});

/** Versions as they are called: by their own titles where one of them is the agreement's, else by the name that it was given. */
const asCalled = (title: string, versions: readonly VersionSummary[]): readonly VersionSummary[] =>
  versions.map((version) => ({
    ...version,
    called: versions.some((each) => each.title === title) ? version.title : title,
  }));

export function anAgreement(more: Partial<AgreementSummary> = {}): AgreementSummary {
  const { title = 'Harbour storage terms', versions = [aVersion()] } = more;
  return {
    id: anId(1),
    kind: 'terms',
    origin: 'own',
    ...more,
    title,
    versions: asCalled(title, versions),
  };
}

/** So many agreements, each with a title and ids of its own. */
export const agreements = (count: number): readonly AgreementSummary[] =>
  Array.from({ length: count }, (_, index) =>
    anAgreement({
      id: anId(1000 + index),
      title: `Agreement number ${index + 1}`,
      versions: [aVersion({ id: anId(5000 + index), title: `Agreement number ${index + 1}` })],
    }),
  );

export const aPending = (more: Partial<PendingSource> = {}): PendingSource => ({
  id: anId(31),
  name: 'moorings.docx',
  size: 12_345,
  sha256: aHash(31),
  importedAt: '2026-11-02T06:00:00Z',
  state: 'pending',
  ...more,
});

/** What a removal answers: with it, it is undone. */
export const aToken = (what: UndoToken['what']): UndoToken => ({
  what,
  id: anId(35),
  removedAt: '2026-11-30T01:00:00Z',
});

/** An agreement as the library lists it: its newest version is the one shown, and it stands in no part of its own. */
export const onShelf = (more: AgreementSummary & Partial<LibraryAgreement>): LibraryAgreement => ({
  shown: more.versions.at(-1)?.id ?? '',
  shelves: [],
  reference: false,
  sample: false,
  ...more,
  versions: asCalled(more.title, more.versions),
});

export const aLibrary = (
  list: readonly (AgreementSummary & Partial<LibraryAgreement>)[] = [anAgreement()],
  pending: readonly PendingSource[] = [],
): LibraryView => ({ agreements: list.map(onShelf), questions: [], pending, readAgain: [] });

/** What the library says of one agreement: nothing was accepted, and its newest version is read next. */
export const anInspection = (
  given: AgreementSummary & Partial<LibraryAgreement> = anAgreement(),
  more: Partial<Inspection> = {},
): Inspection => {
  const agreement = onShelf(given);
  const newest = agreement.versions.at(-1) ?? aVersion();
  return {
    agreement,
    clauses: 12,
    keyClauses: newest.conspicuous,
    documents: 1,
    particulars: { tags: [] },
    facts: [],
    versions: agreement.versions.toReversed().map((version) => ({
      ...version,
      documents: 1,
      source: { name: 'harbour.pdf', sha256: aHash(7) },
    })),
    linked: [],
    next: { do: 'read', versionId: newest.id, ordinal: newest.ordinal },
    ...more,
  };
};
