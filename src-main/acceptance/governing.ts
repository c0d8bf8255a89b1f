import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { AgreementDocument, Clause } from '../agreement/model.ts';

/** A place where the sealed text is not the clicked text. Stays visible until a person resolved it. */
export interface TextDifference {
  readonly id: string;
  readonly clauseId?: string;
  /** Words of the accepted version; absent: the sealed copy has more. */
  readonly clicked?: string;
  readonly sealed?: string;
  readonly foundAt: string;
  readonly resolved?: { readonly at: string; readonly by: string; readonly how: string };
}

/** A scan of a sealed print that came back. */
export interface SealedCopy {
  readonly id: string;
  readonly receivedAt: string;
  /** SHA-256 of the scan. */
  readonly sha256: string;
  /** `unchecked` until compared; `confirmed` or, by a person against the comparison, `overruled` as the sealed copy; `rejected` as none. */
  readonly state: 'unchecked' | 'confirmed' | 'overruled' | 'rejected';
  /** Since when the state holds. */
  readonly stateAt: string;
  readonly differences: readonly TextDifference[];
}

/** The clause that a consequence rests on, as shown. */
export interface ClauseReference {
  readonly clauseId: string;
  readonly number?: string;
  /** The words that made it so. */
  readonly because: string;
}

export interface GoverningText {
  readonly governs: 'neither' | 'click' | 'sealed';
  readonly sealedCopyId?: string;
  readonly clause?: ClauseReference;
  readonly why: Sentence;
  /** Differences between the two texts that nobody resolved yet, whichever governs. */
  readonly openDifferences: readonly TextDifference[];
}

/** The first clause tagged so, with the words that made it so. */
function clauseTagged(
  document: AgreementDocument,
  kind: 'sealed-prevails' | 'supersedes',
): ClauseReference | undefined {
  for (const clause of document.clauses) {
    const tag = clause.tags.find((candidate) => candidate.kind === kind);
    if (tag) return reference(clause, tag.because);
  }
  return undefined;
}

function reference({ id, number }: Clause, because: string): ClauseReference {
  return { clauseId: id, ...(number === undefined ? {} : { number }), because };
}

/** The clause by which the sealed text prevails over the clicked one, if the agreement has it. */
export function sealedPrevailsClause(document: AgreementDocument): ClauseReference | undefined {
  return clauseTagged(document, 'sealed-prevails');
}

/** The clause by which this agreement replaces an earlier one, if it has it. Which one, a person says. */
export function supersedesClause(document: AgreementDocument): ClauseReference | undefined {
  return clauseTagged(document, 'supersedes');
}

/** Which of the two texts governs, where something was agreed on; the clause is looked for only where it matters. */
export function governs(agreed: {
  readonly clicked: boolean;
  readonly sealed: boolean;
  readonly prevails: () => ClauseReference | undefined;
}): 'click' | 'sealed' {
  return agreed.sealed && (!agreed.clicked || agreed.prevails() !== undefined) ? 'sealed' : 'click';
}

/**
 * Which text governs. The sealed copy prevails over a click only where a clause says so; where no click accepted the
 * version, a sealed copy governs as the only text agreed on. A copy counts once it was compared and confirmed (or a
 * person overruled the comparison); of several the one received last.
 */
export function governingText(
  document: AgreementDocument,
  accepted: { readonly clickedAt?: string | undefined; readonly sealedCopies: readonly SealedCopy[] },
): GoverningText {
  const received = accepted.sealedCopies.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const copy = received.findLast(({ state }) => state === 'confirmed' || state === 'overruled');
  const openDifferences = received
    .filter(({ state }) => state !== 'rejected')
    .flatMap(({ differences }) => differences.filter(({ resolved }) => resolved === undefined));
  const waiting = received.some(({ state }) => state === 'unchecked');
  const clicked = accepted.clickedAt !== undefined;
  if (!copy) return { governs: clicked ? 'click' : 'neither', why: withoutCopy(clicked, waiting), openDifferences };
  const clause = clicked ? sealedPrevailsClause(document) : undefined;
  if (governs({ clicked, sealed: true, prevails: () => clause }) === 'click') {
    return { governs: 'click', sealedCopyId: copy.id, why: NO_CLAUSE, openDifferences };
  }
  return clause
    ? { governs: 'sealed', sealedCopyId: copy.id, clause, why: sealedWins(clause), openDifferences }
    : { governs: 'sealed', sealedCopyId: copy.id, why: ONLY_SEALED, openDifferences };
}

const ONLY_SEALED: Sentence = sentence('acceptance.governing.only-sealed');

const NO_CLAUSE: Sentence = sentence('acceptance.governing.no-clause');

function sealedWins({ number, because }: ClauseReference): Sentence {
  return number === undefined
    ? sentence('acceptance.governing.sealed-by-words', { because })
    : sentence('acceptance.governing.sealed-by-clause', { number, because });
}

function withoutCopy(clicked: boolean, waiting: boolean): Sentence {
  if (clicked) {
    return waiting ? sentence('acceptance.governing.clicked-copy-waits') : sentence('acceptance.governing.clicked');
  }
  return waiting ? sentence('acceptance.governing.neither-copy-waits') : sentence('acceptance.governing.neither');
}
