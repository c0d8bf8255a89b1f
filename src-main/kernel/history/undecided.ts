import type { VersionSummary } from '../../contract/library.ts';

const UNREAD: ReadonlySet<VersionSummary['state']> = new Set(['not-reviewed', 'reviewing']);

/** Nobody decided on it, put it off, or objected to the change that it brings. */
export const isUnread = ({ state }: Pick<VersionSummary, 'state'>): boolean => UNREAD.has(state);

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
