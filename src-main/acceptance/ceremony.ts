import { isConspicuous } from '../agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause } from '../agreement/model.ts';
import { numbersIn, type Numbered } from '../agreement/structure/number-above.ts';
import type { CeremonyPolicy } from './policy.ts';
import { carefulSeconds, readingSeconds } from './reading-time.ts';
import type { ReviewSoFar } from './review-so-far.ts';

/**
 * What must be seen or done before assent. A tick or a pop-up alone is no conspicuous notice (最高法民法典合同编通则解释
 * 第10条), so each conspicuous clause has its own requirement.
 */
export type Requirement =
  | { readonly kind: 'end-reached'; readonly id: 'end' }
  | {
      readonly kind: 'clause';
      readonly id: string;
      readonly clauseId: string;
      readonly number?: string;
      /** First words of the clause, for a list. */
      readonly excerpt: string;
      readonly secondsNeeded: number;
      /** In which it is read with care. */
      readonly secondsToRead: number;
      /** Conspicuous: seen is not enough, the person acknowledges it by its own key or click. */
      readonly acknowledge: boolean;
    }
  | { readonly kind: 'annex'; readonly id: string; readonly versionId: string; readonly title: string }
  | { readonly kind: 'redline'; readonly id: string; readonly versionId: string };

/** One requirement with what was seen of it. */
export type RequirementState = Requirement & {
  readonly done: boolean;
  /** Of a clause: seconds on screen so far, at most what is needed. */
  readonly secondsSeen?: number;
  readonly acknowledged?: boolean;
  /** Of a clause that was acknowledged: when, UTC ISO. */
  readonly acknowledgedAt?: string;
};

export interface CeremonyProgress {
  /** In the order of the requirements. */
  readonly states: readonly RequirementState[];
  readonly missing: readonly RequirementState[];
  readonly complete: boolean;
  /** What is still to be read of the clauses, in whole minutes; 0 where nothing is. An estimate for the person. */
  readonly minutesLeft: number;
}

const EXCERPT_LENGTH = 60;

/**
 * What this document asks for. `annexes` are the versions attached to it; `previousAccepted` is the version of the same
 * agreement accepted before, whose redline must be seen.
 */
export function requirements(
  document: AgreementDocument,
  wish: {
    readonly policy: CeremonyPolicy;
    readonly annexes?: readonly { readonly versionId: string; readonly title: string }[];
    readonly previousAccepted?: { readonly versionId: string } | undefined;
  },
): readonly Requirement[] {
  const numberOf = numbersIn(document.clauses);
  const clauses = document.clauses
    .map((clause) => ({ clause, conspicuous: isConspicuous(clause.tags) }))
    .filter(({ clause, conspicuous }) => conspicuous || (wish.policy.everyClause && wordsOf(clause) !== ''))
    .map(({ clause, conspicuous }) =>
      clauseRequirement(clause, numberOf(clause.id), { conspicuous, policy: wish.policy }),
    );
  const annexes = (wish.annexes ?? []).map(({ versionId, title }): Requirement => ({
    kind: 'annex',
    id: `annex:${versionId}`,
    versionId,
    title,
  }));
  const redline: readonly Requirement[] = wish.previousAccepted
    ? [
        {
          kind: 'redline',
          id: `redline:${wish.previousAccepted.versionId}`,
          versionId: wish.previousAccepted.versionId,
        },
      ]
    : [];
  return [{ kind: 'end-reached', id: 'end' }, ...clauses, ...annexes, ...redline];
}

/** How far the review fulfils the requirements. */
export function progress(required: readonly Requirement[], review: ReviewSoFar): CeremonyProgress {
  const states = required.map((requirement) => stateOf(requirement, review));
  const missing = states.filter((state) => !state.done);
  return { states, missing, complete: missing.length === 0, minutesLeft: minutesToRead(missing, review) };
}

/** Of each clause what it takes to read it, less what was seen; never less than must still be seen. */
function minutesToRead(missing: readonly RequirementState[], { clauses }: ReviewSoFar): number {
  const seconds = missing.reduce((sum, state) => {
    if (state.kind !== 'clause') return sum;
    const seen = Object.hasOwn(clauses, state.clauseId) ? (clauses[state.clauseId]?.seconds ?? 0) : 0;
    return sum + Math.max(state.secondsNeeded - seen, state.secondsToRead - seen, 0);
  }, 0);
  return Math.ceil(seconds / 60);
}

function stateOf(requirement: Requirement, review: ReviewSoFar): RequirementState {
  switch (requirement.kind) {
    case 'end-reached':
      return { ...requirement, done: review.endReachedAt !== undefined };
    case 'annex':
      return { ...requirement, done: Object.hasOwn(review.annexes, requirement.versionId) };
    case 'redline':
      return { ...requirement, done: Object.hasOwn(review.redlines, requirement.versionId) };
    case 'clause': {
      const seen = Object.hasOwn(review.clauses, requirement.clauseId)
        ? review.clauses[requirement.clauseId]
        : undefined;
      const secondsSeen = Math.min(seen?.seconds ?? 0, requirement.secondsNeeded);
      const acknowledged = seen?.acknowledgedAt !== undefined;
      const done = secondsSeen >= requirement.secondsNeeded && (acknowledged || !requirement.acknowledge);
      const at = seen?.acknowledgedAt;
      return { ...requirement, secondsSeen, acknowledged, done, ...(at === undefined ? {} : { acknowledgedAt: at }) };
    }
  }
}

function clauseRequirement(
  clause: Clause,
  number: Numbered,
  { conspicuous, policy }: { readonly conspicuous: boolean; readonly policy: CeremonyPolicy },
): Requirement {
  const words = wordsOf(clause);
  const excerpt = [...words].slice(0, EXCERPT_LENGTH).join('');
  return {
    kind: 'clause',
    id: `clause:${clause.id}`,
    clauseId: clause.id,
    ...number,
    excerpt: excerpt.length < words.length ? `${excerpt}…` : excerpt,
    secondsNeeded: readingSeconds(words, policy.readingTimeFactor),
    secondsToRead: carefulSeconds(words),
    acknowledge: conspicuous,
  };
}

function wordsOf(clause: Clause): string {
  return [clause.heading, clause.text].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim();
}
