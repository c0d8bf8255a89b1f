import type { DocumentDecision, DocumentProposal, ImportReview } from '../../../src-main/contract/import.ts';
import type { AgreementDocument } from '../../../src-main/contract/views.ts';

/** As what a document is saved: a new agreement, the next version of one, or of an earlier document of this source. */
export type Target = 'new' | `agreement ${string}` | `document ${number}`;

/** What a document is saved as when nobody says so; undefined: it has to be said. */
export function presetOf({ sure, resembles, follows }: DocumentProposal): Target | undefined {
  if (!sure) return undefined;
  if (resembles) return `agreement ${resembles.agreementId}`;
  return follows ? `document ${follows.index}` : 'new';
}

/** A document that is saved, and as what. */
export interface Saved {
  readonly index: number;
  readonly document: AgreementDocument;
  readonly title: string;
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
  for (const { index, target } of saved) {
    if (target === undefined) continue;
    const agreement = agreementOf(index, target, found);
    const ordinal = next.get(agreement) ?? 1;
    next.set(agreement, ordinal + 1);
    found.set(index, { agreement, ordinal });
  }
  return found;
}

function agreementOf(index: number, target: Target, found: ReadonlyMap<number, Destination>): string {
  const [kind, which = ''] = target.split(' ');
  if (kind === 'agreement') return which;
  // One that follows a document that is not saved begins an agreement of its own.
  return (kind === 'document' && found.get(Number(which))?.agreement) || `new ${index}`;
}

/** How many agreements they become. */
export const agreementsIn = (destinations: ReadonlyMap<number, Destination>): number =>
  new Set([...destinations.values()].map(({ agreement }) => agreement)).size;

/** What is sent for a document. */
export function decisionOf({ index, document, title, target = 'new' }: Saved, all: readonly Saved[]): DocumentDecision {
  const [kind, which = ''] = target.split(' ');
  const follows = kind === 'document' && all.some((each) => each.index === Number(which));
  return {
    index,
    // An emptied title is the text's own.
    title: title.trim() || document.title,
    ...(document.provider === undefined ? {} : { provider: document.provider }),
    ...(kind === 'agreement' ? { agreementId: which } : {}),
    ...(follows ? { follows: Number(which) } : {}),
  };
}
