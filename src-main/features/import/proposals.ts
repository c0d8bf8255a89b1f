import { inEveryForm } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { candidateOf, resembles } from '../../compare/align/resemblance.ts';
import type { DocumentProposal } from '../../contract/import.ts';
import { factViews } from '../../kernel/fact-views.ts';
import { newestCandidates } from '../../kernel/reading/sketches.ts';
import type { Store } from '../../store/store.ts';

/** What each document of a reading looks like: a text already there, a next version, or something new. */
export function proposals(store: Store, documents: readonly AgreementDocument[]): readonly DocumentProposal[] {
  // A colleague's copies are kept apart: nothing of one's own becomes their next version.
  const ownIds = new Set(store.agreements.ownAgreements().map(({ id }) => id));
  const newest = newestCandidates(store);
  const here = documents.map((document, index) => candidateOf(String(index), document));
  return documents.map((document, index): DocumentProposal => {
    const found = { conspicuous: keyClauses(document).length, facts: factViews(document.facts) };
    const known = store.agreements.ofText(inEveryForm(document)).find(({ agreementId }) => ownIds.has(agreementId));
    if (known) return { ...found, known: { versionId: known.id, title: known.title, ordinal: known.ordinal } };
    const match = resembles(document, newest);
    if (match) return { ...found, resembles: { agreementId: match.id, title: match.title, likeness: match.likeness } };
    const follows = resembles(document, here.slice(0, index));
    if (!follows) return found;
    return { ...found, follows: { index: Number(follows.id), title: follows.title, likeness: follows.likeness } };
  });
}
