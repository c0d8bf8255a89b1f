import { z } from 'zod';
import { asWritten, sentence, type Sentence } from '../../agreement/sentence.ts';
import type { MonthView, ReopenedClaim } from '../../contract/rights.ts';
import { type CaseFrom, caseOf, type WholeCase } from '../../kernel/cases/cases.ts';
import { periodWords } from '../../term/service/period.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import { caseHistory } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Setting } from '../../kernel/papers/settings.ts';
import { calledAt } from '../../kernel/standing.ts';
import { PAPERS, SETTINGS } from '../../kernel/stored-names.ts';
import { CASE_STATES, type CaseState, type CaseStep, closingStep, hasReached } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';

/** The claim of one month, or of the quarter or year that its text measures by: how much, its letter, and how far it got. */
export interface KeptClaim {
  /** `2026-03`, `2026-Q1`, `2026`. */
  readonly month: string;
  readonly amount: string;
  readonly letterId: string;
  /** What was measured by itself, where a person said so: each unit has a claim of its own. */
  readonly unit?: string;
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
      unit: z.string().exactOptional(),
      days: z.number().exactOptional(),
      history: caseHistory,
      formerly: z.literal('made').exactOptional(),
    }),
    (body, { createdAt }) => ({ ...body, formerly: 'made', history: [{ state: 'drafted', at: createdAt, said: '' }] }),
  ),
  called: ({ body: { month, unit } }) => (unit === undefined ? month : `${month} ${unit}`),
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
  const { month, amount, letterId, unit } = body;
  const keys = [`claim:${agreementId}`, ...(unit === undefined ? [] : [claimSubject(agreementId, unit)])];
  return {
    origin: `claim:${id}`,
    kind: 'claim',
    agreementId,
    letterId,
    closes: keys.flatMap((key) => [`${key}/${month}/claim-opens`, `${key}/${month}/claim-closes`]),
    steps: body.history,
    name: sentence('rights.agenda-source.claim', {
      title: titleWithUnit(asWritten(called), unit),
      month: periodWords(month),
    }),
    place: { screen: 'rights', agreementId, part: 'service' },
    evidence: amount,
    keep: (history, state, at) => claimPapers(store).put({ id, state, body: { ...body, history } }, at),
    entries: { sent: 'claim-sent' },
    subject: `agreement:${agreementId}`,
    payload: { claim: id, month, amount, ...(unit === undefined ? {} : { unit }) },
  };
};

/** What the agenda items of a unit's claims are about; that of an agreement with one unit or none has no name. */
export const claimSubject = (agreementId: string, unit?: string): string =>
  unit === undefined ? `claim:${agreementId}` : `claim:${agreementId}/${unit}`;

/** An agreement's name, with the unit that a claim is about. */
export const titleWithUnit = (title: Sentence, unit?: string): Sentence =>
  unit === undefined ? title : sentence('rights.agenda-source.unit', { title, unit });

/** How far a claim got. */
export const claimCase = (store: Store, claim: ClaimPaper): WholeCase | undefined =>
  caseOf(store, claimFrom(store, claim, ''));

/** What is measured by itself, and of which the claim is meant. A claim that names no unit is that of the only one. */
export interface UnitOfClaim {
  readonly units: readonly unknown[] | undefined;
  readonly unit: { readonly name: string } | undefined;
}

/** The last claim for a month of a unit; without its letter where that was removed. */
export function claimOf(
  store: Store,
  agreementId: string,
  month: string,
  of: UnitOfClaim,
): MonthView['claim'] | undefined {
  const claim = lastClaim(store, agreementId, month, of);
  if (!claim) return undefined;
  const { letterId, amount, days } = claim.body;
  const whole = claimCase(store, claim);
  const sent = whole && closingStep(whole);
  const settled = whole?.state === 'settled' ? whole.history.at(-1) : undefined;
  return {
    origin: `claim:${claim.id}`,
    at: claim.createdAt,
    amount,
    ...(days === undefined ? {} : { days }),
    state: whole?.state ?? claim.state,
    ...(sent ? { sentAt: sent.at } : {}),
    ...(settled
      ? {
          settled: {
            on: settled.at,
            ...(settled.note === undefined ? {} : { note: settled.note }),
            ...(settled.credited ? { credited: settled.credited } : {}),
          },
        }
      : {}),
    ...(letterPapers(store).has(letterId) ? { letterId } : {}),
  };
}

/** The last claim for a month of a unit. */
function lastClaim(store: Store, agreementId: string, month: string, of: UnitOfClaim): ClaimPaper | undefined {
  const only = (of.units ?? []).length <= 1;
  return claims(store, agreementId).findLast(
    ({ body }) => body.month === month && (body.unit === of.unit?.name || (only && body.unit === undefined)),
  );
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
