import type { AgendaLine, AgendaView } from '../../../src-main/contract/agenda.ts';
import type { LibraryAgreement, VersionSummary } from '../../../src-main/contract/library.ts';
import { daysApart } from '../../kernel/dates.ts';
import { shownVersion } from './shelf-rows.ts';
import { SOON_DAYS } from './shelf-words.ts';

/** What waits for the person: what to read and what is due, one answer for the overview and for the line under the list. */

const NOW: ReadonlySet<AgendaLine['state']> = new Set(['overdue', 'perhaps', 'today', 'now']);

export const isDueNow = ({ state }: AgendaLine): boolean => NOW.has(state);

export const dueNow = (agenda: AgendaView | undefined): readonly AgendaLine[] => (agenda?.lines ?? []).filter(isDueNow);

/** What has a day that is still to come, the next first. */
export const dueAhead = (agenda: AgendaView | undefined): readonly AgendaLine[] =>
  (agenda?.lines ?? []).filter(({ state, date }) => state === 'ahead' && date !== undefined);

export const dueSoon = (agenda: AgendaView | undefined): readonly AgendaLine[] =>
  dueAhead(agenda).filter(({ date = '' }) => daysApart(agenda?.today ?? '', date) <= SOON_DAYS);

const byTitle = new Intl.Collator('zh-Hans-CN', { numeric: true });

export interface ToRead {
  readonly agreement: LibraryAgreement;
  readonly version: VersionSummary;
}

/** What waits to be read, the oldest first, then by title, as on the agenda: first versions, or those that would follow one that was decided on. */
export function toRead(agreements: readonly LibraryAgreement[], shelf: 'to-review' | 'new-version'): readonly ToRead[] {
  return agreements
    .filter(({ shelves }) => shelves.includes(shelf))
    .flatMap((agreement) => {
      const version =
        shelf === 'to-review' ? shownVersion(agreement) : agreement.versions.find(({ id }) => id === agreement.waiting);
      return version ? [{ agreement, version }] : [];
    })
    .toSorted((a, b) => {
      const [one, other] = [a.version.savedAt, b.version.savedAt];
      if (one !== other) return one < other ? -1 : 1;
      return byTitle.compare(a.version.title, b.version.title);
    });
}
