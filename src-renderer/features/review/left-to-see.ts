import { sentence, type Sentence } from '../../../assets/messages/say.ts';
import type { Requirement } from '../../../src-main/contract/review.ts';

/** What is still to be seen of one sort, in the order of the text. */
export interface LeftToSee {
  /** `key`: clauses that must be noted, those that the reader's header counts; `clause`: others that must be read. */
  readonly sort: 'key' | 'clause' | Exclude<Requirement['kind'], 'clause'>;
  readonly all: readonly [Requirement, ...Requirement[]];
}

const SORTS = ['key', 'clause', 'annex', 'redline', 'end-reached'] as const;

const sortOf = ({ kind, needsAcknowledgement }: Requirement): LeftToSee['sort'] =>
  kind === 'clause' && needsAcknowledgement === true ? 'key' : kind;

/** What is still to be seen before the decision, each sort once: reader and decision name the same, in the same numbers. */
export function leftToSee(requirements: readonly Requirement[]): readonly LeftToSee[] {
  const open = requirements.filter(({ done }) => !done);
  return SORTS.flatMap((sort): readonly LeftToSee[] => {
    const [first, ...others] = open.filter((each) => sortOf(each) === sort);
    return first ? [{ sort, all: [first, ...others] }] : [];
  });
}

/** The same as it is named beside the way to the decision. */
export function leftInWords({ sort, all }: LeftToSee): Sentence {
  const count = all.length;
  switch (sort) {
    case 'key':
      return sentence('review.left.keyClauses', { count });
    case 'clause':
      return sentence('review.left.clauses', { count });
    case 'annex':
      return sentence('review.left.annexes', { count });
    case 'redline':
      return sentence('review.left.redline');
    case 'end-reached':
      return sentence('review.left.end');
  }
}
