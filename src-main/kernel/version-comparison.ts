import { sentence } from '../agreement/sentence.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { numbersIn, type Numbered } from '../agreement/structure/number-above.ts';
import { compareAgreements, type WithAnnexes } from '../compare/agreements.ts';
import type { Change, Comparison } from '../compare/comparison.ts';
import { isBetterForCustomer } from '../compare/impact/better.ts';
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

/** The documents of both sides of one part: parts name their annexes by title, and the agreement itself is the first. */
export function partDocuments(
  { old, new: next, comparison }: ComparedVersions,
  part: number,
): readonly [old: AgreementDocument | undefined, next: AgreementDocument | undefined] {
  if (part === 0) return [old[0], next[0]];
  const titled = (documents: readonly AgreementDocument[], title: string | undefined) =>
    documents.slice(1).find((document) => document.title === title);
  const named = comparison.parts[part];
  return [titled(old, named?.old?.title), titled(next, named?.new?.title)];
}

/** Whether a change is certainly better for the customer; see `isBetterForCustomer`. */
export const isBetterChange = (compared: ComparedVersions, change: Change): boolean =>
  isBetterForCustomer(change, partDocuments(compared, change.part));

/** The number that a change is called by: of the new text's clause, of a clause that is gone the old one's. */
export function changeNumber(compared: ComparedVersions, change: Change): Numbered {
  const [old, next] = partDocuments(compared, change.part);
  const [clause, document] = change.new ? [change.new, next] : [change.old, old];
  const own = change.new?.number ?? change.old?.number;
  return own === undefined ? numbersIn(document?.clauses ?? [])(clause?.id ?? '') : { number: own };
}

/**
 * Whether a version is an older text than another: by the dates that the two texts give themselves, where both do and they differ,
 * else by the order in which they were saved. A text of last year that was brought in today is no new one.
 */
export function isOlderText(store: Store, version: VersionRow, than: VersionRow): boolean {
  const [own, other] = [version, than].map(({ id }) => store.agreements.document(id)?.date);
  if (own !== undefined && other !== undefined && own !== other) return own < other;
  return version.ordinal < than.ordinal;
}
