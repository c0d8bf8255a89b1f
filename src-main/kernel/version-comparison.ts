import { sentence } from '../agreement/sentence.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { compareAgreements, type WithAnnexes } from '../compare/agreements.ts';
import type { Comparison } from '../compare/comparison.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';

/** Two versions with their annexes, and what differs. */
export interface ComparedVersions {
  readonly old: WithAnnexes;
  readonly new: WithAnnexes;
  readonly comparison: Comparison;
  /** SHA-256 of what the redline shows, as an acceptance records it. */
  readonly hash: string;
}

/** A version's document and those of its annexes. */
function documentsOf(store: Store, versionId: string): WithAnnexes {
  const main = store.agreements.document(versionId);
  if (!main) throw unknownThing(sentence('kernel.version-comparison.documents-of'));
  const annexes = store.agreements.annexesOf(versionId).flatMap(({ id }): readonly AgreementDocument[] => {
    const document = store.agreements.document(id);
    return document ? [document] : [];
  });
  return [main, ...annexes];
}

/**
 * Compares two versions with their annexes: the one comparison that the screen, the printed redline and the acceptance
 * record all speak of.
 * @throws Refusal `not-found`.
 */
export function compareVersions(
  store: Store,
  old: Pick<VersionRow, 'id' | 'sourceId'>,
  next: Pick<VersionRow, 'id' | 'sourceId'>,
): ComparedVersions {
  const before = documentsOf(store, old.id);
  const after = documentsOf(store, next.id);
  const comparison = compareAgreements(before, after, { sameBytes: old.sourceId === next.sourceId });
  const { identical, sameWords, changes, summary } = comparison;
  return {
    old: before,
    new: after,
    comparison,
    hash: sha256Hex(canonicalJson({ identical, sameWords, changes, summary })),
  };
}
