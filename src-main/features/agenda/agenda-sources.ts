import { say } from '../../agreement/sentence.ts';
import type { AgendaPlace } from '../../contract/agenda.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { AgendaItem } from '../../term/agenda/agenda.ts';
import {
  type AgendaSubject,
  claimItems,
  contactItem,
  invoiceItems,
  noticeItems,
  overdueItems,
  ownNoteItem,
  paymentItem,
  renewalItem,
} from '../../term/agenda/agenda-items.ts';
import { known } from '../../term/answer.ts';
import { addMonths, type CivilDate, monthWords } from '../../term/calendar/civil-date.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../term/fees/orders.ts';
import { claimOf } from '../rights/claim-records.ts';
import { companies } from '../../kernel/companies.ts';
import { notices } from '../notices/notice-records.ts';
import { beijingToday, type ObligationBasis, obligationBasis } from '../rights/basis.ts';
import { datesOf, invoiceMonths, type KeptOrder, orderBook } from '../rights/order-records.ts';
import { type OutagePaper, outageLog } from '../rights/outage-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { monthLevel, monthsOf } from '../rights/service-month.ts';
import type { PaperRow } from '../../store/papers.ts';

/** An agenda item with the screen where its matter is dealt with. */
export interface PlacedItem {
  readonly item: AgendaItem;
  readonly place?: AgendaPlace;
}

/** Months between two confirmations of the contacts: the product's own habit, no clause asks for it. */
const CONFIRM_MONTHS = 6;

/** Everything with a date, from all desks. Done marks here come from records; the person's own are put on top. */
export function placedItems(ports: Ports): readonly PlacedItem[] {
  const { store } = ports;
  const today = beijingToday(ports.now());
  return [
    ...noticePlaces(ports),
    ...store.agreements.ownAgreements().flatMap((agreement) => agreementPlaces(ports, agreement, today)),
    ...contactPlaces(ports, today),
  ];
}

function noticePlaces({ store }: Ports): readonly PlacedItem[] {
  return notices(store)
    .filter(({ open }) => open)
    .flatMap(({ id, agreementId, clock, basis }) => {
      const { title } = basis.version;
      const subject: AgendaSubject = {
        id: `notice:${id}`,
        agreement: agreementId,
        name: { zh: `《${title}》变更通知`, en: `Notice on “${title}”` },
      };
      return noticeItems(subject, clock).map((item) => ({ item, place: { screen: 'notices', noticeId: id } as const }));
    });
}

function agreementPlaces(ports: Ports, agreement: AgreementRow, today: CivilDate): readonly PlacedItem[] {
  const { store } = ports;
  const log = outageLog(store, agreement.id);
  const orders = orderBook(store, agreement.id);
  if (log.length === 0 && orders.length === 0) return [];
  const basis = obligationBasis(store, agreement.id);
  const place = (part: string): AgendaPlace => ({ screen: 'rights', agreementId: agreement.id, part });
  return [
    ...claims(ports, basis, log, today).map((item) => ({ item, place: place('service') })),
    ...orders.flatMap((paper) => orderPlaces(basis, paper, today, place)),
  ];
}

function done(item: AgendaItem, on: CivilDate, evidence: string): AgendaItem {
  return { ...item, done: { on, evidence } };
}

function claims(
  { store }: Ports,
  basis: ObligationBasis,
  log: readonly OutagePaper[],
  today: CivilDate,
): readonly AgendaItem[] {
  const { id, title } = basis.agreement;
  return monthsOf(log).flatMap((month) => {
    const subject = { id: `claim:${id}`, agreement: id, name: { zh: `《${title}》`, en: `“${title}”` } };
    const level = monthLevel(basis, log, month);
    const { closes } = level.claim;
    const closed = closes.known && closes.value.lastDay < today;
    // Once the window is closed, that it opened is no news.
    const items = (level.breach.known || level.tier.known ? claimItems(subject, level) : []).filter(
      ({ kind }) => !(closed && kind === 'claim-opens'),
    );
    const claim = claimOf(store, id, month);
    return claim ? items.map((item) => done(item, claim.at.slice(0, 10), claim.amount)) : items;
  });
}

function orderPlaces(
  basis: ObligationBasis,
  paper: PaperRow<KeptOrder>,
  today: CivilDate,
  place: (part: string) => AgendaPlace,
): readonly PlacedItem[] {
  const { order } = paper.body;
  const { terms, agreement } = basis;
  const named = order.number === '' ? order.service : `${order.service} ${order.number}`;
  const subject: AgendaSubject = {
    id: `order:${paper.id}`,
    agreement: agreement.id,
    name: { zh: named, en: named },
  };
  const { paidOn } = order;
  const whenPaid = (item: AgendaItem): AgendaItem => (paidOn === undefined ? item : done(item, paidOn, order.amount));
  const own = order.note === '' ? subject : { ...subject, name: { zh: order.note, en: order.note } };
  const dated = [
    ...(order.plan === 'prepaid' ? [whenPaid(paymentItem(subject, paymentDue(terms, order.orderedOn)))] : []),
    ...(order.settlementDay === undefined
      ? []
      : overdueItems(subject, overdueTermination(terms, order.settlementDay)).map(whenPaid)),
    ...(order.ends === undefined || order.endedOn !== undefined || order.ends < today
      ? []
      : [renewalItem(subject, renewalDue(terms, order.ends))]),
    ...(order.remindOn === undefined ? [] : [ownNoteItem(own, order.remindOn)]),
  ];
  return [
    ...dated.map((item) => ({ item, place: place('orders') })),
    ...invoices(basis, paper, subject, today).map((item) => ({ item, place: place('invoices') })),
  ];
}

function invoices(
  basis: ObligationBasis,
  { body }: PaperRow<KeptOrder>,
  subject: AgendaSubject,
  today: CivilDate,
): readonly AgendaItem[] {
  return invoiceMonths(body).flatMap((month) => {
    const dates = datesOf(basis, body.order, month);
    const { ask, issue } = dates;
    // A document that says nothing about invoices puts nothing about them on the agenda.
    if (![ask.agreement, ask.guide, issue.agreement].some((answer) => answer.known)) return [];
    const words = monthWords(month);
    const name = {
      zh: `${say(subject.name, 'zh')} ${say(words, 'zh')}`,
      en: `${say(subject.name, 'en')} ${say(words, 'en')}`,
    };
    const kept = body.invoices[month];
    return (
      invoiceItems({ ...subject, id: `${subject.id}/${month}`, name }, dates)
        .filter(({ date }) => date.known || date.missing.some(({ what }) => what !== 'fact'))
        // What was never asked for is not late in coming.
        .filter(
          ({ kind, date }) =>
            kind !== 'invoice-issue' || (kept?.state ?? 'none') !== 'none' || (date.known && date.value >= today),
        )
        .map((item) => {
          const { asked, issued, received } = kept?.since ?? {};
          const on = item.kind === 'invoice-ask' ? (asked ?? issued ?? received) : (received ?? issued);
          return kept && kept.state !== 'none' && on !== undefined ? done(item, on, kept.file?.name ?? '') : item;
        })
    );
  });
}

function contactPlaces({ store }: Ports, today: CivilDate): readonly PlacedItem[] {
  return companies(store)
    .filter(({ company }) => company.contact !== '')
    .map(({ id, company, confirmedOn }) => {
      const due = confirmedOn === undefined ? today : addMonths(confirmedOn, CONFIRM_MONTHS);
      const text =
        confirmedOn === undefined
          ? { zh: '联系方式从未核对过。', en: 'The contacts were never confirmed.' }
          : {
              zh: `上次核对于 ${confirmedOn}，每 ${CONFIRM_MONTHS} 个月核对一次（本应用的间隔，并非协议要求）。`,
              en: `Confirmed on ${confirmedOn}; asked again every ${CONFIRM_MONTHS} months (this product’s habit, no clause).`,
            };
      const item = contactItem(
        { id: `contact:${id}`, name: { zh: company.name, en: company.name } },
        known(due, [{ text }]),
      );
      return { item: { ...item, why: text }, place: { screen: 'settings', part: 'companies' } as const };
    });
}
