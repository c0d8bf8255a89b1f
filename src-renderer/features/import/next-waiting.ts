import type { ImportReview } from '../../../src-main/contract/import.ts';
import type { Place } from '../../../src-main/contract/event.ts';

type Queue = ImportReview['queue'];

/** The source that comes after one among those that wait, in their order and then from the first; those that are gone are not asked for. */
export function nextWaiting(queue: Queue, sourceId: string, gone: readonly string[] = []): Queue[number] | undefined {
  const at = queue.findIndex(({ id }) => id === sourceId);
  const after = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
  return after.find(({ id }) => !gone.includes(id));
}

/** Where one goes on once a source is done with: to the notice whose new text it is, else to the next that waits, else to the library. */
export function placeAfter(noticeId: string | undefined, next?: Queue[number]): Place {
  if (noticeId !== undefined) return { screen: 'notices', noticeId };
  return next ? { screen: 'import', sourceId: next.id } : { screen: 'library' };
}
