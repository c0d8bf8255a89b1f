import { z } from 'zod';
import { dayOf } from '../../acceptance/history.ts';
import type { CaseState } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';
import { casePapers } from '../cases/case-papers.ts';
import { PAPERS, paperRows } from '../stored-names.ts';

/** What is asked here of a notice: the text that it announces, and the day on which it was objected to. */
const notice = z.looseObject({
  since: z.iso.date(),
  objected: z.iso.date().exactOptional(),
  newVersionId: z.string().exactOptional(),
  checklist: z
    .looseObject({ 'confirm-in-writing': z.looseObject({ on: z.iso.date() }).exactOptional() })
    .exactOptional(),
});

/** An objection by its days: decided on, gone out, and there. Only by the last of them does it take effect. */
export interface ObjectionDays extends Arrival {
  readonly on: string;
  readonly sent?: string;
}

/** When an objection arrived; where only an answer to it is known, it arrived by that day at the latest. */
export interface Arrival {
  readonly arrived?: string;
  readonly answered?: string;
}

/** Objected to, whatever comes of that; going on under the earlier text is told by a happening of its own. */
const OBJECTED = 'objected';

/**
 * The announced texts that were objected to, each with the objections (oldest first) of which a notice says so. One that was given up
 * says nothing any more.
 */
export function objectionsTo(store: Store): ReadonlyMap<string, readonly ObjectionDays[]> {
  const days = new Map<string, readonly ObjectionDays[]>();
  for (const { id, state, body } of paperRows(store, PAPERS.notices.notice)) {
    const told = state === OBJECTED ? notice.safeParse(body).data : undefined;
    if (told?.newVersionId === undefined || isGivenUp(store, id)) continue;
    const sent = told.checklist?.['confirm-in-writing']?.on ?? dayOfStep(store, id, 'sent');
    const objection = {
      on: told.objected ?? told.since,
      ...(sent === undefined ? {} : { sent, ...arrivalOf(store, id) }),
    };
    const before = days.get(told.newVersionId) ?? [];
    days.set(
      told.newVersionId,
      [...before, objection].toSorted((a, b) => a.on.localeCompare(b.on)),
    );
  }
  return days;
}

/** The arrival of the objection to a notice as its case says it, in days of Beijing; nothing while nobody said so. */
export function arrivalOf(store: Store, noticeId: string): Arrival {
  const [arrived, answered] = isGivenUp(store, noticeId)
    ? []
    : (['arrived', 'answered'] as const).map((state) => dayOfStep(store, noticeId, state));
  if (arrived !== undefined) return { arrived };
  return answered === undefined ? {} : { answered };
}

const stepsOf = (store: Store, noticeId: string) => casePapers(store).about(`notice:${noticeId}`)?.body.steps ?? [];

function dayOfStep(store: Store, noticeId: string, wanted: CaseState): string | undefined {
  const step = stepsOf(store, noticeId).find(({ state }) => state === wanted);
  return step && dayOf(step.at);
}

const isGivenUp = (store: Store, noticeId: string): boolean => stepsOf(store, noticeId).at(-1)?.state === 'withdrawn';
