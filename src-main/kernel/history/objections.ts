import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { casePapers } from '../cases/case-papers.ts';
import { PAPERS, paperRows } from '../stored-names.ts';

/** What is asked here of a notice: the text that it announces, and the day on which it was objected to. */
const notice = z.looseObject({
  since: z.iso.date(),
  objected: z.iso.date().exactOptional(),
  newVersionId: z.string().exactOptional(),
});

/** Objected to, whatever comes of that; going on under the earlier text is told by a happening of its own. */
const OBJECTED = 'objected';

/**
 * The announced texts that were objected to, each with the days (oldest first) on which a notice says so. One whose objection was given up
 * says nothing any more.
 */
export function objectionsTo(store: Store): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, readonly string[]>();
  for (const { id, state, body } of paperRows(store, PAPERS.notices.notice)) {
    const told = state === OBJECTED ? notice.safeParse(body).data : undefined;
    if (told?.newVersionId === undefined || isGivenUp(store, id)) continue;
    const before = days.get(told.newVersionId) ?? [];
    days.set(told.newVersionId, [...before, told.objected ?? told.since].toSorted());
  }
  return days;
}

const isGivenUp = (store: Store, noticeId: string): boolean =>
  casePapers(store).about(`notice:${noticeId}`)?.body.steps.at(-1)?.state === 'withdrawn';
