import { sentence } from '../../agreement/sentence.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { calledAt } from '../../kernel/standing.ts';
import { type AgendaSubject, noticeItems } from '../../term/agenda/agenda-items.ts';
import { openItem } from '../../term/agenda/agenda-items.ts';
import { civilDateAt, dateWords } from '../../term/calendar/civil-date.ts';
import { objectionCase, notices } from './notice-records.ts';

/** The last days to act and the days of effect of the open notices. */
export function noticeAgendaSource({ store, now }: Ports): readonly PlacedItem[] {
  return notices(store)
    .filter(({ open }) => open)
    .flatMap(({ id, agreementId, clock }): readonly PlacedItem[] => {
      const title = calledAt(store, agreementId, now().toISOString());
      const subject: AgendaSubject = {
        id: `notice:${id}`,
        agreement: agreementId,
        name: sentence('notices.agenda-source.subject.name', { title }),
      };
      return noticeItems(subject, clock).map((item) => ({ item, place: { screen: 'notices', noticeId: id } as const }));
    })
    .concat(objectionsToBeAnswered({ store, now }));
}

/** Objections that went out and were not answered. */
function objectionsToBeAnswered({ store, now }: Pick<Ports, 'store' | 'now'>): readonly PlacedItem[] {
  return notices(store).flatMap((notice): readonly PlacedItem[] => {
    const { id, agreementId } = notice;
    const objection = objectionCase(notice);
    const sent = objection?.history.findLast(({ state }) => state === 'sent');
    if (!sent || (objection?.state !== 'sent' && objection?.state !== 'arrived')) return [];
    const name = sentence('notices.agenda-source.objection', {
      title: calledAt(store, agreementId, now().toISOString()),
    });
    const why = sentence('notices.agenda-source.objection-sent', { day: dateWords(civilDateAt(sent.at)) });
    const item = openItem({ id: `objection:${id}`, agreement: agreementId, name }, 'answer', { why });
    return [{ item, place: { screen: 'notices', noticeId: id } }];
  });
}
