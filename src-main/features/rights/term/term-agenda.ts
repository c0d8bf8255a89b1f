import { standsAt } from '../../../acceptance/standing.ts';
import { asWritten } from '../../../agreement/sentence.ts';
import type { AgendaPlace } from '../../../contract/agenda.ts';
import type { PlacedItem } from '../../../kernel/between-features.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { otherZone, todayOf } from '../../../kernel/days/today.ts';
import { calledAt, standingOf } from '../../../kernel/standing.ts';
import { arrivalStep } from '../../../letter/case.ts';
import type { AgreementRow } from '../../../store/agreements.ts';
import { type AgendaSubject, lastDayItem, termAskedItems } from '../../../term/agenda/agenda-items.ts';
import type { Answer, Deadline } from '../../../term/answer.ts';
import { addDays, type CivilDate } from '../../../term/calendar/civil-date.ts';
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
  const { current, end, cancelBy, renews, next, exit } = renewalToday(ports, agreement.id);
  const today = todayOf(ports.now(), terms);
  const title = asWritten(calledAt(ports.store, agreement.id, ports.now().toISOString()));
  const place: AgendaPlace = { screen: 'rights', agreementId: agreement.id, part: 'term' };
  if (!current.known) {
    const subject = { id: `term:${agreement.id}`, agreement: agreement.id, name: title };
    const asked = stillStands(ports, agreement.id) ? termAskedItems(subject, end, renews) : [];
    return asked.map((item) => ({ item, place }));
  }
  const { ends: running } = current.value;
  const key = cancelKey(agreement.id, running);
  const said = nonRenewal(ports.store, agreement.id);
  const leaves = said !== undefined && arrivalStep(said) !== undefined && said.closes?.includes(key) === true;
  const subject: AgendaSubject = {
    id: key.slice(0, key.lastIndexOf('/')),
    agreement: agreement.id,
    name: title,
    ...otherZone(terms),
  };
  const missed = isLongPast(cancelBy, today);
  const counted = cancelBy.known || cancelBy.notBefore !== undefined;
  const goesOn = next.known && !leaves;
  const items = [
    ...(counted && !missed ? [lastDayItem(subject, 'cancel-by', cancelBy)] : []),
    ...(goesOn ? [lastDayItem(subject, 'term-renews', next)] : []),
    ...(!goesOn && running.latest >= today ? [lastDayItem(subject, 'term-end', end)] : []),
    ...(!goesOn && exit.dataUntil.known && exit.dataUntil.value.latest >= today
      ? [lastDayItem(subject, 'data-export', exit.dataUntil)]
      : []),
  ];
  return items.map((item) => ({ item, place }));
}

/** So long past by its latest day that the renewal itself is told, and no longer the day to cancel it. */
function isLongPast(cancelBy: Answer<Deadline>, today: CivilDate): boolean {
  const last = cancelBy.known ? cancelBy.value.latest : cancelBy.notAfter;
  return last !== undefined && addDays(last, MISSED) < today;
}

/** What ended asks for nothing more. */
const stillStands = ({ store, now }: Ports, agreementId: string): boolean =>
  standsAt(standingOf(store, agreementId), now().toISOString()) !== undefined;
