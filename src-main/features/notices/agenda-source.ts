import { sentence } from '../../agreement/sentence.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { type AgendaSubject, noticeItems } from '../../term/agenda/agenda-items.ts';
import { openItem } from '../../term/agenda/agenda-items.ts';
import { civilDateAt, dateWords } from '../../term/calendar/civil-date.ts';
import { objectionCase, notices } from './notice-records.ts';

/** The last days to act and the days of effect of the open notices. */
export function noticeAgendaSource({ store }: Ports): readonly PlacedItem[] {
  return notices(store)
    .filter(({ open }) => open)
    .flatMap(({ id, agreementId, clock, basis }): readonly PlacedItem[] => {
      const { title } = basis.version;
      const subject: AgendaSubject = {
        id: `notice:${id}`,
        agreement: agreementId,
        name: sentence('notices.agenda-source.subject.name', { title }),
      };
      return noticeItems(subject, clock).map((item) => ({ item, place: { screen: 'notices', noticeId: id } as const }));
    })
    .concat(objectionsToBeAnswered(store));
}

/** Objections that went out and were not answered. */
function objectionsToBeAnswered(store: Ports['store']): readonly PlacedItem[] {
  return notices(store).flatMap((notice): readonly PlacedItem[] => {
    const { id, agreementId, basis } = notice;
    const objection = objectionCase(notice);
    const sent = objection?.history.findLast(({ state }) => state === 'sent');
    if (!sent || (objection?.state !== 'sent' && objection?.state !== 'arrived')) return [];
    const name = sentence('notices.agenda-source.objection', { title: basis.version.title });
    const why = sentence('notices.agenda-source.objection-sent', { day: dateWords(civilDateAt(sent.at)) });
    const item = openItem({ id: `objection:${id}`, agreement: agreementId, name }, 'answer', { why });
    return [{ item, place: { screen: 'notices', noticeId: id } }];
  });
}
