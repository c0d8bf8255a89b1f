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

/** Whose seals a paper bears: our company's, the other party's, or both. */
export type SealParty = 'ours' | 'theirs' | 'both';

/** What one party put on a paper: a seal of one of these kinds, or its signature alone. */
export const SEAL_KINDS = [
  'company',
  'contract',
  'legal-representative',
  'electronic',
  'signature-only',
  'other',
] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** One party's seal, as a person says; the day is civil, as it stands on the paper. */
export interface PartySeal {
  readonly kind?: SealKind;
  readonly signatory?: string;
  readonly datedOn?: string;
}

/** The seals on a paper by party; a party that is absent has none on it. */
export interface PartySeals {
  readonly ours?: PartySeal;
  readonly theirs?: PartySeal;
}

/**
 * The day from which a paper sealed by both is concluded: that of the last seal (Civil Code 490, 493). Absent where a party or
 * its day is.
 */
export function lastSealOf({ ours, theirs }: PartySeals): string | undefined {
  const days = [ours?.datedOn, theirs?.datedOn];
  return days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined;
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
  /** Whose seals a person said are on it; absent where nobody was asked or answered. */
  readonly seals?: SealParty;
  /** Each party's seal, where more is known of it. */
  readonly parties?: PartySeals;
  /** The day of the last seal on it, civil; absent where nobody said. */
  readonly datedOn?: string;
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

/** A copy that a person judged to be the sealed text. */
export const isSealed = ({ state }: SealedCopy): boolean => state === 'confirmed' || state === 'overruled';

/** A copy that a version can stand by: it is the sealed text, and both parties' seals are on it. */
export const isSealedByBoth = (copy: SealedCopy): boolean => isSealed(copy) && copy.seals === 'both';

/**
 * Which text governs, as the period says in which the version stands or last stood (absent: it never did), with what that
 * rests on. Of several copies the one received last is named.
 */
export function governingText(
  document: AgreementDocument,
  {
    period,
    sealedCopies,
  }: {
    readonly period?: { readonly governing: 'click' | 'sealed' } | undefined;
    readonly sealedCopies: readonly SealedCopy[];
  },
): GoverningText {
  const received = sealedCopies.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const openDifferences = received
    .filter(({ state }) => state !== 'rejected')
    .flatMap(({ differences }) => differences.filter(({ resolved }) => resolved === undefined));
  const copy = received.findLast(isSealedByBoth);
  const named = copy ? { sealedCopyId: copy.id } : {};
  if (!period) return { governs: 'neither', why: NEITHER[waitingFor(received)], openDifferences };
  if (period.governing === 'click') {
    const why = copy ? NO_CLAUSE : CLICKED[waitingFor(received)];
    return { governs: 'click', ...named, why, openDifferences };
  }
  const clause = sealedPrevailsClause(document);
  return clause
    ? { governs: 'sealed', ...named, clause, why: sealedWins(clause), openDifferences }
    : { governs: 'sealed', ...named, why: ONLY_SEALED, openDifferences };
}

type Waiting = 'nothing' | 'check' | 'seals';

/** What the newest copy still lacks to be a text sealed by both. */
function waitingFor(copies: readonly SealedCopy[]): Waiting {
  if (copies.some(({ state }) => state === 'unchecked')) return 'check';
  return copies.some((copy) => isSealed(copy) && !isSealedByBoth(copy)) ? 'seals' : 'nothing';
}

const ONLY_SEALED: Sentence = sentence('acceptance.governing.only-sealed');

const NO_CLAUSE: Sentence = sentence('acceptance.governing.no-clause');

function sealedWins({ number, because }: ClauseReference): Sentence {
  return number === undefined
    ? sentence('acceptance.governing.sealed-by-words', { because })
    : sentence('acceptance.governing.sealed-by-clause', { number, because });
}

const CLICKED: Readonly<Record<Waiting, Sentence>> = {
  nothing: sentence('acceptance.governing.clicked'),
  check: sentence('acceptance.governing.clicked-copy-waits'),
  seals: sentence('acceptance.governing.clicked-one-sided'),
};

const NEITHER: Readonly<Record<Waiting, Sentence>> = {
  nothing: sentence('acceptance.governing.neither'),
  check: sentence('acceptance.governing.neither-copy-waits'),
  seals: sentence('acceptance.governing.neither-one-sided'),
};
