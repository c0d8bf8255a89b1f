import type { ClauseEvidence } from './record.ts';
import { isAbsent } from './stated.ts';

/**
 * How the person's attention was on one clause that needs it. `inherited`: its words had not changed since an earlier
 * record, and the person confirmed that anew; records of format 1 have no such clause.
 */
export type Attention =
  /** `seconds` on screen, `needed` the least that was asked for; UTC ISO. */
  | { readonly how: 'seen'; readonly seconds: number; readonly needed: number; readonly acknowledgedAt: string }
  | {
      readonly how: 'inherited';
      readonly recordId: string;
      readonly clauseHash: string;
      readonly seenOn: string;
      readonly confirmedAt: string;
    }
  | { readonly how: 'not-seen' };

/**
 * What a record of format 1 says of one clause. Undefined for a clause that was shown without needing an acknowledgement
 * of its own: nobody was asked for attention to it.
 */
export function attentionIn(evidence: ClauseEvidence): Attention | undefined {
  const { acknowledgedAt, secondsVisible: seconds, secondsNeeded: needed } = evidence;
  if (!isAbsent(acknowledgedAt)) return { how: 'seen', seconds, needed, acknowledgedAt };
  return acknowledgedAt.absent === 'not applicable' ? undefined : { how: 'not-seen' };
}
