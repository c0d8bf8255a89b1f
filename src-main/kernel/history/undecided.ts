import type { VersionSummary } from '../../contract/library.ts';

const UNREAD: ReadonlySet<VersionSummary['state']> = new Set(['not-reviewed', 'reviewing']);

/** Nobody decided on it, put it off, objected to the change that it brings, or said that it was accepted in the world. */
export const isUntouched = ({ state }: Pick<VersionSummary, 'state'>): boolean => UNREAD.has(state);

/** The same, or it was accepted in the world without anybody having read it here: that is still to be done. */
export const isUnread = ({ state, unread }: Pick<VersionSummary, 'state' | 'unread'>): boolean =>
  UNREAD.has(state) || unread === true;

/**
 * The version of an agreement that somebody is asked to decide on: its newest, where nobody did or it was put off. None that was objected
 * to, and none that had come before the agreement ended. Agenda, overview and library all ask here.
 * @param versions oldest first
 */
export function undecided(versions: readonly VersionSummary[]): VersionSummary | undefined {
  const newest = versions.findLast(({ state }) => state !== 'objected');
  if (!newest || (!isUnread(newest) && newest.state !== 'set-aside')) return undefined;
  return isOver(versions, newest) ? undefined : newest;
}

/** What had stood ended after a version came, and nothing stands since. */
function isOver(versions: readonly VersionSummary[], { savedAt }: VersionSummary): boolean {
  if (versions.some(({ stands }) => stands)) return false;
  const ends = versions.flatMap(({ period }) => period?.until ?? []).toSorted();
  const last = ends.at(-1);
  return last !== undefined && savedAt < last;
}
