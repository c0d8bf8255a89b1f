import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import type { MonthView, ReopenedClaim } from '../../contract/rights.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import { caseHistory } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Setting } from '../../kernel/papers/settings.ts';
import { calledAt } from '../../kernel/standing.ts';
import { PAPERS, SETTINGS } from '../../kernel/stored-names.ts';
import { type Case, CASE_STATES, type CaseState, type CaseStep, hasReached } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';

/** The claim of one month: how much, its letter, and how far it got. */
export interface KeptClaim {
  readonly month: string;
  readonly amount: string;
  readonly letterId: string;
  readonly history: readonly CaseStep[];
  /** What was noted of it while drafting its letter counted as having made the claim. */
  readonly formerly?: 'made';
}

export type ClaimPaper = Paper<KeptClaim, CaseState>;

export const CLAIM: PaperKind<KeptClaim, CaseState> = {
  name: PAPERS.rights.claim,
  noun: sentence('rights.claim-records.noun'),
  feature: 'rights',
  states: CASE_STATES,
  formerStates: { made: 'drafted' },
  shape: shape(
    z.strictObject({
      month: z.string(),
      amount: z.string(),
      letterId: z.string(),
      history: caseHistory,
      formerly: z.literal('made').exactOptional(),
    }),
    (body, { createdAt }) => ({ ...body, formerly: 'made', history: [{ state: 'drafted', at: createdAt, said: '' }] }),
  ),
  called: ({ body }) => body.month,
};

/** Whether the person was told that drafted claims are open again. */
export const REOPENED_TOLD: Setting<boolean> = { name: SETTINGS.rights.reopenedClaimsTold, schema: z.boolean() };

export const claimPapers = (store: Store): Repository<KeptClaim, CaseState> => repository(store, CLAIM);

/** Claims of an agreement, oldest first. */
export function claims(store: Store, agreementId: string): readonly ClaimPaper[] {
  return claimPapers(store).list({ about: agreementId });
}

/** A claim as a case. */
export const claimCase = ({ id, state, body }: ClaimPaper): Case => ({
  id,
  kind: 'claim',
  state,
  history: body.history,
});

/** The last claim for a month; without its letter where that was removed. */
export function claimOf(store: Store, agreementId: string, month: string): MonthView['claim'] | undefined {
  const claim = lastClaim(store, agreementId, month);
  if (!claim) return undefined;
  const { letterId, amount, history } = claim.body;
  const sent = history.findLast(({ state }) => state === 'sent');
  return {
    at: claim.createdAt,
    amount,
    state: claim.state,
    ...(sent ? { sentAt: sent.at } : {}),
    ...(letterPapers(store).has(letterId) ? { letterId } : {}),
  };
}

/** The last claim for a month. */
export function lastClaim(store: Store, agreementId: string, month: string): ClaimPaper | undefined {
  return claims(store, agreementId).findLast(({ body }) => body.month === month);
}

/** What closes the claim window of a month: the first sending of a claim for it; a draft closes nothing. */
export function claimSent(
  store: Store,
  agreementId: string,
  month: string,
): { readonly at: string; readonly amount: string } | undefined {
  for (const { state, body } of claims(store, agreementId)) {
    if (body.month !== month || !hasReached(state, 'sent')) continue;
    const step = body.history.find(({ state: reached }) => hasReached(reached, 'sent'));
    if (step) return { at: step.at, amount: body.amount };
  }
  return undefined;
}

/** Claims that once counted as made and were never sent: their deadlines are open again. */
export function reopenedClaims(store: Store, instant: string): readonly ReopenedClaim[] {
  return claimPapers(store)
    .list()
    .filter(({ state, body }) => body.formerly === 'made' && !hasReached(state, 'sent') && state !== 'withdrawn')
    .flatMap(({ subject, body: { month, amount } }) => {
      const agreement = subject === undefined ? undefined : store.agreements.agreement(subject);
      return agreement
        ? [{ agreementId: agreement.id, title: calledAt(store, agreement.id, instant), month, amount }]
        : [];
    });
}
