import { sentence } from '../agreement/sentence.ts';
import { type ClauseReference, governingText, supersedesClause } from '../acceptance/governing.ts';
import type { VersionHistory } from '../acceptance/version-state.ts';
import type { VersionSummary } from '../contract/library.ts';
import type { SealedCopyView, TextsView } from '../contract/letters-sealed-copies.ts';
import type { AcceptanceRow } from '../store/records.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';
import { PAPERS, papersAbout, papersOf } from './stored-names.ts';

const { sealedCopy: SEALED, replacement: REPLACEMENT } = PAPERS.letters;

/** A sealed copy as it is kept. */
export type KeptCopy = SealedCopyView;

/** A replacement by a person's word: the later version, and the clause that says so. */
export interface Supersession {
  readonly versionId: string;
  readonly title: string;
  readonly at: string;
  readonly by: string;
  readonly clause: ClauseReference;
}

/** Everything that decides where versions stand, read once for all of them. */
export interface Histories {
  readonly of: (version: VersionRow, siblings: readonly VersionRow[]) => VersionHistory;
  /** Which text governs; absent where no sealed copy came back. */
  readonly texts: (versionId: string) => VersionSummary['texts'];
}

export function keptCopies(store: Store, versionId: string): readonly KeptCopy[] {
  return papersAbout<KeptCopy>(store, SEALED, versionId).map(({ body }) => body);
}

/** Histories of versions; `decisions` by version id, `started` as the review store has it. */
export function histories(
  store: Store,
  decisions: ReadonlyMap<string, readonly AcceptanceRow[]>,
  started: ReadonlyMap<string, string>,
): Histories {
  const copies = groupBy(papersOf<KeptCopy>(store, SEALED), ({ subject }) => subject);
  const replaced = groupBy(papersOf<Supersession>(store, REPLACEMENT), ({ subject }) => subject);
  return {
    of: (version, siblings) => ({
      reviewStartedAt: started.get(version.id),
      decisions: (decisions.get(version.id) ?? []).map(({ id, decision, decidedAt, record }) => ({
        id,
        decision,
        at: decidedAt,
        reason: reasonIn(record),
      })),
      sealedCopies: (copies.get(version.id) ?? []).map(({ body }) => body),
      supersededBy: [
        ...laterAccepted(version, siblings, decisions),
        ...(replaced.get(version.id) ?? []).map(({ body }) => body),
      ],
    }),
    texts: (versionId) => {
      const sealedCopies = (copies.get(versionId) ?? []).map(({ body }) => body);
      const document = sealedCopies.length === 0 ? undefined : store.agreements.document(versionId);
      if (!document) return undefined;
      const clickedAt = decisions.get(versionId)?.findLast(({ decision }) => decision === 'accepted')?.decidedAt;
      const { governs, openDifferences } = governingText(document, { clickedAt, sealedCopies });
      return { governs, openDifferences: openDifferences.length };
    },
  };
}

/** A later version of the same agreement replaces the earlier one once it is accepted. */
function laterAccepted(
  version: VersionRow,
  siblings: readonly VersionRow[],
  decisions: ReadonlyMap<string, readonly AcceptanceRow[]>,
): VersionHistory['supersededBy'] {
  return siblings
    .filter(({ ordinal }) => ordinal > version.ordinal)
    .flatMap(({ id, title, ordinal }) =>
      (decisions.get(id) ?? [])
        .filter(({ decision }) => decision === 'accepted')
        .map(({ decidedAt }) => ({ versionId: id, title: `${title} v${ordinal}`, at: decidedAt })),
    );
}

function reasonIn(record: string): string | undefined {
  const { reason } = JSON.parse(record) as { readonly reason?: unknown };
  return typeof reason === 'string' ? reason : undefined;
}

/** Which text governs, with the copies and what replaces what. @throws Refusal `not-found`. */
export function textsView(store: Store, versionId: string): TextsView {
  const document = store.agreements.document(versionId);
  const version = store.agreements.version(versionId);
  if (!document || !version) throw unknownThing(sentence('kernel.governing-text.texts-view'));
  const copies = keptCopies(store, versionId);
  const clickedAt = store.acceptances
    .ofVersion(versionId)
    .findLast(({ decision }) => decision === 'accepted')?.decidedAt;
  const supersedes = supersedesClause(document);
  const replaced = papersOf<Supersession>(store, REPLACEMENT)
    .filter(({ body }) => body.versionId === versionId)
    .flatMap(({ subject }) => named(store, subject));
  return {
    copies,
    governing: governingText(document, { clickedAt, sealedCopies: copies }),
    candidates: supersedes ? replaceable(store, version) : [],
    replaced,
    ...(supersedes ? { supersedes } : {}),
  };
}

/** Accepted versions of one's other agreements, of the same provider where both name one. */
function replaceable(store: Store, version: VersionRow): TextsView['candidates'] {
  const provider = store.agreements.agreement(version.agreementId)?.provider;
  return store.agreements
    .agreements()
    .filter(({ id, origin }) => origin === 'own' && id !== version.agreementId)
    .filter((other) => provider === undefined || other.provider === undefined || other.provider === provider)
    .flatMap(({ id }) => store.agreements.versionsOf(id))
    .filter(({ id }) => store.acceptances.ofVersion(id).at(-1)?.decision === 'accepted')
    .filter(({ id }) => papersAbout(store, REPLACEMENT, id).length === 0)
    .flatMap(({ id }) => named(store, id));
}

/** Items by a key, in their order. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  key: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function named(store: Store, versionId: string | undefined): TextsView['candidates'] {
  const version = versionId === undefined ? undefined : store.agreements.version(versionId);
  return version ? [{ versionId: version.id, title: version.title, ordinal: version.ordinal }] : [];
}
