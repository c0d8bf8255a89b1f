import { asWritten } from '../../../agreement/sentence.ts';
import type { PlacedItem } from '../../../kernel/between-features.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { otherZone, todayOf } from '../../../kernel/days/today.ts';
import { calledAt } from '../../../kernel/standing.ts';
import { arrivalStep } from '../../../letter/case.ts';
import type { AgreementRow } from '../../../store/agreements.ts';
import { type AgendaSubject, lastDayItem } from '../../../term/agenda/agenda-items.ts';
import { addDays } from '../../../term/calendar/civil-date.ts';
import { cancelKey, givenToday, nonRenewal, renewalToday } from './term-view.ts';
import { obligationBases } from '../basis.ts';
import { termOf } from './term-records.ts';

/** How long a missed day to cancel is still told, in days: then the renewal itself is. */
const MISSED = 30;

/** What the terms of one's own agreements put on the agenda: the day to cancel, the renewal or the end, and data to be taken out. */
export function termAgendaSource(ports: Ports): readonly PlacedItem[] {
  return ports.store.agreements.ownAgreements().flatMap((agreement) => termPlaces(ports, agreement));
}

function termPlaces(ports: Ports, agreement: AgreementRow): readonly PlacedItem[] {
  const { starts, ends } = termOf(ports.store, agreement.id);
  const { terms } = obligationBases(ports.store, agreement.id)(ports.now().toISOString());
  const { accepted } = givenToday(ports, agreement.id, terms);
  // Nothing runs of a text that nobody accepted to its provider, unless a person says since when or until when it does.
  if (starts === undefined && ends === undefined && accepted === undefined) return [];
  const { current, end, cancelBy, next, exit } = renewalToday(ports, agreement.id);
  const today = todayOf(ports.now(), terms);
  if (!current.known) return [];
  const { ends: running } = current.value;
  const key = cancelKey(agreement.id, running);
  const said = nonRenewal(ports.store, agreement.id);
  const leaves = said !== undefined && arrivalStep(said) !== undefined && said.closes?.includes(key) === true;
  const title = asWritten(calledAt(ports.store, agreement.id, ports.now().toISOString()));
  const subject: AgendaSubject = {
    id: key.slice(0, key.lastIndexOf('/')),
    agreement: agreement.id,
    name: title,
    ...otherZone(terms),
  };
  const last = cancelBy.known ? cancelBy.value.latest : cancelBy.notAfter;
  const missed = last !== undefined && addDays(last, MISSED) < today;
  const counted = cancelBy.known || cancelBy.notBefore !== undefined;
  const renews = next.known && !leaves;
  const items = [
    ...(counted && !missed ? [lastDayItem(subject, 'cancel-by', cancelBy)] : []),
    ...(renews ? [lastDayItem(subject, 'term-renews', next)] : []),
    ...(!renews && running.latest >= today ? [lastDayItem(subject, 'term-end', end)] : []),
    ...(!renews && exit.dataUntil.known && exit.dataUntil.value.latest >= today
      ? [lastDayItem(subject, 'data-export', exit.dataUntil)]
      : []),
  ];
  return items.map((item) => ({ item, place: { screen: 'rights', agreementId: agreement.id, part: 'term' } }));
}
