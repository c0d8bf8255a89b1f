import { sentence } from '../../agreement/sentence.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { otherZone } from '../../kernel/days/today.ts';
import { versionCalledAs } from '../../kernel/standing.ts';
import { type AgendaSubject, noticeItems } from '../../term/agenda/agenda-items.ts';
import { civilDateIn } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import { silenceAgrees } from '../../term/notice/objection.ts';
import { notices } from './notice-records.ts';
import { objectionWay } from './objection-cases.ts';

/**
 * The last days to act and the days of effect of the open notices; and of what is settled the last days that its objection was sent by, while
 * that is not known to have arrived.
 */
export function noticeAgendaSource({ store }: Ports): readonly PlacedItem[] {
  return notices(store)
    .map((notice) => ({ ...notice, underWay: objectionWay(store, notice) === 'under-way' }))
    .filter(({ open, underWay }) => open || underWay)
    .flatMap(({ id, agreementId, clock, basis, body, open, createdAt }): readonly PlacedItem[] => {
      const title = versionCalledAs(store, basis.version);
      const since = civilDateIn(createdAt, dayClock(basis.terms).zone);
      const subject: AgendaSubject = {
        id: `notice:${id}`,
        agreement: agreementId,
        name: sentence('notices.agenda-source.subject.name', { title }),
        ...otherZone(basis.terms),
      };
      return noticeItems(subject, clock, { kind: body.kind, silence: silenceAgrees(basis.terms, body.kind) })
        .filter(({ kind }) => open || kind !== 'notice-effect')
        .map((item) => ({ item, since, place: { screen: 'notices', noticeId: id } as const }));
    });
}
