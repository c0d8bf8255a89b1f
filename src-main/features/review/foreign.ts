import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';

/** A colleague's copy is read, never decided on here. */
export function foreign(origin: string): Refusal {
  return new Refusal(
    'agreement-foreign',
    sentence('review.decision.agreement-foreign', { origin }),
    sentence('review.decision.agreement-foreign.next'),
  );
}
