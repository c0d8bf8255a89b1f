import { factViews } from '../../agreement/fact-words.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { resembles, shinglesOf } from '../../compare/align/resemblance.ts';
import type { DocumentProposal } from '../../contract/import.ts';
import type { Store } from '../../store/store.ts';

/** What each document of a reading looks like: a text already there, a next version, or something new. */
export function proposals(store: Store, documents: readonly AgreementDocument[]): readonly DocumentProposal[] {
  // A colleague's copies are kept apart: nothing of one's own becomes their next version.
  const own = store.agreements.ownAgreements();
  const ownIds = new Set(own.map(({ id }) => id));
  const newest = own.flatMap((agreement) => {
    const version = store.agreements.versionsOf(agreement.id).at(-1);
    const document = version && store.agreements.document(version.id);
    return document ? [candidate(agreement.id, { ...document, title: agreement.title })] : [];
  });
  const here = documents.map((document, index) => candidate(String(index), document));
  return documents.map((document, index): DocumentProposal => {
    const found = { conspicuous: keyClauses(document).length, facts: factViews(document.facts) };
    const known = store.agreements
      .byFingerprint(document.fingerprint)
      .find(({ agreementId }) => ownIds.has(agreementId));
    if (known) return { ...found, known: { versionId: known.id, title: known.title, ordinal: known.ordinal } };
    const match = resembles(document, newest);
    if (match) return { ...found, resembles: { agreementId: match.id, title: match.title, likeness: match.likeness } };
    const follows = resembles(document, here.slice(0, index));
    if (!follows) return found;
    return { ...found, follows: { index: Number(follows.id), title: follows.title, likeness: follows.likeness } };
  });
}

function candidate(id: string, document: AgreementDocument) {
  return {
    id,
    title: document.title,
    kind: document.kind,
    shingles: shinglesOf(document),
    ...(document.provider === undefined ? {} : { provider: document.provider }),
  };
}
