import type { TextBy } from '../../acceptance/text-then.ts';

/**
 * The text that the figures of an agreement rest on. `accepted`: it stands at the time in question. Where none does:
 * `chosen` by the person; `other-time`: it stood before and had ended; `decided`: accepted inside by then, not yet made
 * to the provider; `newest` that was known then; `first` of all, where none was known yet.
 */
export interface BasisVersion {
  readonly versionId: string;
  readonly agreementId: string;
  readonly title: string;
  readonly ordinal: number;
  readonly by: TextBy;
  /** Some day it stands or stood, though perhaps not at the time in question: what may be wrong is the day. */
  readonly stands?: true;
  /** When the company decided by itself to accept it (UTC ISO); absent where it did not. */
  readonly decidedAt?: string;
}
