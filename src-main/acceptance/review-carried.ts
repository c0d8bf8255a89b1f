import type { Clause } from '../agreement/model.ts';
import type { ReviewSoFar } from './review-so-far.ts';

type Clauses = readonly Pick<Clause, 'id' | 'heading' | 'text'>[];

/**
 * A review under way after its version was read again: what was seen and noted of a clause holds for the clause of the
 * same id and the same words, and for no other.
 */
export function reviewCarried(review: ReviewSoFar, before: Clauses, after: Clauses): ReviewSoFar {
  const words = new Map(before.map((clause) => [clause.id, wordsOf(clause)]));
  const same = new Set(after.flatMap((clause) => (words.get(clause.id) === wordsOf(clause) ? [clause.id] : [])));
  const clauses = Object.entries(review.clauses).filter(([id]) => same.has(id));
  return { ...review, clauses: Object.fromEntries(clauses) };
}

const wordsOf = ({ heading = '', text }: Clauses[number]): string => `${heading}\n${text}`;
