import { sentence } from '../agreement/sentence.ts';
import { governingText, supersedesClause } from '../acceptance/governing.ts';
import type { TextsView } from '../contract/letters-sealed-copies.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';
import { periodOf, wasConcluded } from './standing.ts';
import { replacements } from './papers/sealed-copies.ts';
import { keptCopies } from './version-history.ts';

/** Which text governs, with the copies and what replaces what. @throws Refusal `not-found`. */
export function textsView(store: Store, versionId: string): TextsView {
  const document = store.agreements.document(versionId);
  const version = store.agreements.version(versionId);
  if (!document || !version) throw unknownThing(sentence('kernel.governing-text.texts-view'));
  const copies = keptCopies(store, versionId);
  const supersedes = supersedesClause(document);
  const replaced = replacements(store)
    .list()
    .filter(({ body }) => body.versionId === versionId)
    .flatMap(({ subject }) => named(store, subject));
  return {
    copies,
    governing: governingText(document, { period: periodOf(store, version), sealedCopies: copies }),
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
    .filter((candidate) => wasConcluded(store, candidate))
    .filter(({ id }) => replacements(store).list({ about: id }).length === 0)
    .flatMap(({ id }) => named(store, id));
}

function named(store: Store, versionId: string | undefined): TextsView['candidates'] {
  const version = versionId === undefined ? undefined : store.agreements.version(versionId);
  return version ? [{ versionId: version.id, title: version.title, ordinal: version.ordinal }] : [];
}
