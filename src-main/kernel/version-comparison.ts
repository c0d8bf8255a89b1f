import { sentence } from '../agreement/sentence.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { numbersIn, type Numbered } from '../agreement/structure/number-above.ts';
import { compareAgreements, type WithAnnexes } from '../compare/agreements.ts';
import { resembles } from '../compare/align/resemblance.ts';
import type { Change, Comparison } from '../compare/comparison.ts';
import { isBetterForCustomer } from '../compare/impact/better.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';
import { newestCandidates } from './reading/sketches.ts';

/** A version of an agreement of its own that an annex of another one looks like. */
export interface HeldApart {
  readonly version: VersionRow;
  readonly document: AgreementDocument;
}

/** Two versions with their annexes, and what differs. */
export interface ComparedVersions {
  readonly old: WithAnnexes;
  readonly new: WithAnnexes;
  readonly comparison: Comparison;
  /** By the title of a new annex: the version of an agreement of its own that it was compared with. */
  readonly apart: ReadonlyMap<string, HeldApart>;
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
  const apart = new Map<string, HeldApart>();
  const comparison = compareAgreements(before, after, {
    sameBytes: old.sourceId === next.sourceId,
    apart: (annex) => {
      const held = heldApart(store, { annex, of: next.id, besides: old.id });
      if (held) apart.set(annex.title, held);
      return held?.document;
    },
  });
  const { identical, sameWords, changes, summary } = comparison;
  return {
    old: before,
    new: after,
    comparison,
    apart,
    hash: sha256Hex(canonicalJson({ identical, sameWords, changes, summary })),
  };
}

/**
 * The version of an agreement of its own that an annex is held against where the earlier text has no such annex: what was saved before
 * it as the same agreement, else the one of the same provider whose newest text it looks like. What was saved later is never taken.
 */
function heldApart(
  store: Store,
  { annex, of, besides }: { readonly annex: AgreementDocument; readonly of: string; readonly besides: string },
): HeldApart | undefined {
  const row = store.agreements.annexesOf(of).find(({ title }) => title === annex.title);
  if (!row) return undefined;
  const earlier = (agreementId: string): VersionRow | undefined =>
    store.agreements
      .versionsOf(agreementId)
      .findLast(({ id, savedAt }) => id !== row.id && savedAt <= row.savedAt && id !== of);
  const version = earlier(row.agreementId) ?? earlier(likeOne(store, annex, [of, besides, row.id]) ?? '');
  const document = version && store.agreements.document(version.id);
  return version && document && { version, document };
}

/** The agreement of one's own that a document looks like; neither one of these versions' nor an annex, nor another provider's. */
function likeOne(store: Store, document: AgreementDocument, versions: readonly string[]): string | undefined {
  const without = new Set(versions.map((id) => store.agreements.version(id)?.agreementId));
  const main = store.agreements.version(versions[0] ?? '');
  const provider = main && store.agreements.agreement(main.agreementId)?.provider;
  const candidates = newestCandidates(store).filter(({ id }) => {
    const agreement = store.agreements.agreement(id);
    if (!agreement || without.has(id) || agreement.annexOf !== undefined) return false;
    return provider === undefined || agreement.provider === undefined || agreement.provider === provider;
  });
  return resembles(document, candidates)?.id;
}

/** The documents of both sides of one part: parts name their annexes by title, and the agreement itself is the first. */
export function partDocuments(
  { old, new: next, comparison, apart }: ComparedVersions,
  part: number,
): readonly [old: AgreementDocument | undefined, next: AgreementDocument | undefined] {
  if (part === 0) return [old[0], next[0]];
  const titled = (documents: readonly AgreementDocument[], title: string | undefined) =>
    documents.slice(1).find((document) => document.title === title);
  const named = comparison.parts[part];
  const before = named?.apart ? apart.get(named.new?.title ?? '')?.document : titled(old, named?.old?.title);
  return [before, titled(next, named?.new?.title)];
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
