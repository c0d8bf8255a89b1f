import { sentence, type Sentence } from '../../../assets/messages/say.ts';
import type { DocumentDecision, DocumentProposal, ImportReview } from '../../../src-main/contract/import.ts';
import type { AgreementDocument } from '../../../src-main/contract/views.ts';

/**
 * As what a document is saved: a new agreement, the next version of one, or of an earlier document of this source. That one is
 * named by its first line, so that it stays the same when others are split or merged.
 */
export type Target = 'new' | `agreement ${string}` | `document@${number}`;

/** The target of what follows a document. */
export const after = ({ lines }: Pick<AgreementDocument, 'lines'>): Target => `document@${lines[0]}`;

/** What a document is saved as when nobody says so; undefined: it has to be said. */
export function presetOf(
  { sure, resembles, follows }: DocumentProposal,
  documents: readonly AgreementDocument[],
): Target | undefined {
  if (!sure) return undefined;
  if (resembles) return `agreement ${resembles.agreementId}`;
  if (!follows) return 'new';
  const followed = documents[follows.index];
  return followed && after(followed);
}

/** The index of the earlier document that a target names; undefined where none begins at that line any more. */
export function followedBy(
  target: Target | undefined,
  index: number,
  documents: readonly AgreementDocument[],
): number | undefined {
  const earlier = documents.findIndex((document) => after(document) === target);
  return earlier === -1 || earlier >= index ? undefined : earlier;
}

/** Whether a target names a document of this source. */
export const isHere = (target: Target | undefined): boolean => target?.startsWith('document@') ?? false;

/** A document that is saved, and as what. */
export interface Saved {
  readonly index: number;
  readonly document: AgreementDocument;
  readonly title: string;
  /** Who provides; empty where neither the text nor the person says it. */
  readonly provider: string;
  readonly target: Target | undefined;
}

/** Under which agreement a document stands, and which version of it that is. */
export interface Destination {
  /** The same for documents that become versions of one agreement. */
  readonly agreement: string;
  readonly ordinal: number;
}

/** Where each document that is saved goes; one without a target goes nowhere yet. */
export function destinationsOf(
  saved: readonly Saved[],
  agreements: ImportReview['agreements'],
): ReadonlyMap<number, Destination> {
  const next = new Map<string, number>(agreements.map((each) => [each.id, each.next]));
  const found = new Map<number, Destination>();
  for (const each of saved) {
    if (each.target === undefined) continue;
    const agreement = agreementOf(each, saved, found);
    const ordinal = next.get(agreement) ?? 1;
    next.set(agreement, ordinal + 1);
    found.set(each.index, { agreement, ordinal });
  }
  return found;
}

function agreementOf(each: Saved, saved: readonly Saved[], found: ReadonlyMap<number, Destination>): string {
  const followed = followedIn(each, saved);
  const continued = followed === undefined ? agreementIdOf(each.target) : found.get(followed)?.agreement;
  // One that follows a document without a target begins an agreement of its own until that is said.
  return continued ?? `new ${each.index}`;
}

const agreementIdOf = (target: Target | undefined): string | undefined => target?.match(/^agreement (.+)$/u)?.[1];

/** The index of the document that is saved too and that this one follows. */
function followedIn({ index, target }: Saved, saved: readonly Saved[]): number | undefined {
  return saved.find((other) => other.index < index && after(other.document) === target)?.index;
}

/**
 * What becomes of the documents that are saved: every one is the first version of a new agreement or a further version of one, in
 * the library or new itself. A further version that is the only one is called by its agreement.
 */
export function becoming(
  saved: readonly Saved[],
  destinations: ReadonlyMap<number, Destination>,
  agreements: ImportReview['agreements'],
): readonly Sentence[] {
  const going = saved.flatMap((each) => {
    const to = destinations.get(each.index);
    return to ? [{ ...each, ...to }] : [];
  });
  const firsts = going.filter(({ ordinal }) => ordinal === 1);
  const further = going.filter(({ ordinal }) => ordinal > 1);
  const titleOf = (agreement: string): string =>
    agreements.find(({ id }) => id === agreement)?.title ??
    firsts.find((each) => each.agreement === agreement)?.title ??
    '';
  const [only, ...others] = further;
  return [
    ...(firsts.length > 0 ? [sentence('import.becomes.new', { count: firsts.length })] : []),
    ...(only && others.length === 0
      ? [sentence('import.becomes.version-of', { title: titleOf(only.agreement), ordinal: only.ordinal })]
      : []),
    ...(others.length > 0 ? [sentence('import.becomes.versions', { count: further.length })] : []),
  ];
}

/** What is sent for a document. */
export function decisionOf(each: Saved, all: readonly Saved[]): DocumentDecision {
  const { index, document, title, target } = each;
  const provider = each.provider.trim();
  const agreementId = agreementIdOf(target);
  const follows = followedIn(each, all);
  return {
    index,
    fingerprint: document.fingerprint,
    // An emptied title is the text's own.
    title: title.trim() || document.title,
    // One that the text names and the person took away is none.
    ...(provider === '' && document.provider === undefined ? {} : { provider }),
    ...(agreementId === undefined ? {} : { agreementId }),
    ...(follows === undefined ? {} : { follows }),
  };
}
