import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import type { MonthView, ReopenedClaim } from '../../contract/rights.ts';
import { type CaseFrom, caseOf, type WholeCase } from '../../kernel/cases/cases.ts';
import { monthWords } from '../../term/calendar/civil-date.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import { caseHistory } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Setting } from '../../kernel/papers/settings.ts';
import { calledAt } from '../../kernel/standing.ts';
import { PAPERS, SETTINGS } from '../../kernel/stored-names.ts';
import { CASE_STATES, type CaseState, type CaseStep, closingStep, hasReached } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';

/** The claim of one month: how much, its letter, and how far it got. */
export interface KeptClaim {
  readonly month: string;
  readonly amount: string;
  readonly letterId: string;
  /** Where what is owed is no money: days by which the service is to be prolonged. */
  readonly days?: number;
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
      days: z.number().exactOptional(),
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

/** A claim as a case; `called`: the name of its agreement. Its sending closes both days of its month's window. */
export const claimFrom = (
  store: Store,
  { id, subject: agreementId = '', body }: ClaimPaper,
  called: string,
): CaseFrom => {
  const { month, amount, letterId } = body;
  return {
    origin: `claim:${id}`,
    kind: 'claim',
    agreementId,
    letterId,
    closes: [`claim:${agreementId}/${month}/claim-opens`, `claim:${agreementId}/${month}/claim-closes`],
    steps: body.history,
    name: sentence('rights.agenda-source.claim', { title: called, month: monthWords(month) }),
    place: { screen: 'rights', agreementId, part: 'service' },
    evidence: amount,
    keep: (history, state, at) => claimPapers(store).put({ id, state, body: { ...body, history } }, at),
    entries: { sent: 'claim-sent' },
    subject: `agreement:${agreementId}`,
    payload: { claim: id, month, amount },
  };
};

/** How far a claim got. */
export const claimCase = (store: Store, claim: ClaimPaper): WholeCase | undefined =>
  caseOf(store, claimFrom(store, claim, ''));

/** The last claim for a month; without its letter where that was removed. */
export function claimOf(store: Store, agreementId: string, month: string): MonthView['claim'] | undefined {
  const claim = lastClaim(store, agreementId, month);
  if (!claim) return undefined;
  const { letterId, amount, days } = claim.body;
  const whole = claimCase(store, claim);
  const sent = whole && closingStep(whole);
  return {
    origin: `claim:${claim.id}`,
    at: claim.createdAt,
    amount,
    ...(days === undefined ? {} : { days }),
    state: whole?.state ?? claim.state,
    ...(sent ? { sentAt: sent.at } : {}),
    ...(letterPapers(store).has(letterId) ? { letterId } : {}),
  };
}

/** The last claim for a month. */
export function lastClaim(store: Store, agreementId: string, month: string): ClaimPaper | undefined {
  return claims(store, agreementId).findLast(({ body }) => body.month === month);
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
