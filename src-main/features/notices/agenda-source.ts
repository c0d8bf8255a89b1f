import { sentence } from '../../agreement/sentence.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { otherZone } from '../../kernel/days/today.ts';
import { calledAt } from '../../kernel/standing.ts';
import { type AgendaSubject, noticeItems } from '../../term/agenda/agenda-items.ts';
import { silenceAgrees } from '../../term/notice/objection.ts';
import { notices } from './notice-records.ts';

/** The last days to act and the days of effect of the open notices. */
export function noticeAgendaSource({ store, now }: Ports): readonly PlacedItem[] {
  return notices(store)
    .filter(({ open }) => open)
    .flatMap(({ id, agreementId, clock, basis, body }): readonly PlacedItem[] => {
      const title = calledAt(store, agreementId, now().toISOString());
      const subject: AgendaSubject = {
        id: `notice:${id}`,
        agreement: agreementId,
        name: sentence('notices.agenda-source.subject.name', { title }),
        ...otherZone(basis.terms),
      };
      return noticeItems(subject, clock, silenceAgrees(basis.terms, body.kind)).map((item) => ({
        item,
        place: { screen: 'notices', noticeId: id } as const,
      }));
    });
}
