import type { MonthView } from '../../contract/rights.ts';
import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import { PAPERS, papersAbout } from '../../kernel/stored-names.ts';

/** A claim that was made: for which month, how much, and the letter. */
export interface KeptClaim {
  readonly month: string;
  readonly amount: string;
  readonly letterId: string;
}

/** Claims of an agreement, oldest first. */
export function claims(store: Store, agreementId: string): readonly PaperRow<KeptClaim>[] {
  return papersAbout<KeptClaim>(store, PAPERS.rights.claim, agreementId);
}

/** The last claim for a month; without its letter where that was removed. */
export function claimOf(store: Store, agreementId: string, month: string): MonthView['claim'] | undefined {
  const claim = claims(store, agreementId).findLast(({ body }) => body.month === month);
  if (!claim) return undefined;
  const { letterId, amount } = claim.body;
  return { at: claim.createdAt, amount, ...(store.papers.byId(letterId) ? { letterId } : {}) };
}
