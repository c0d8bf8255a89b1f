import { atOnce } from '../../agreement/at-once.ts';
import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { AgendaPlace } from '../../contract/agenda.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { otherZone, todayOf } from '../../kernel/days/today.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import type { AgendaItem } from '../../term/agenda/agenda.ts';
import { type TermBasis, unrecognised } from '../../term/basis.ts';
import {
  type AgendaSubject,
  claimItems,
  invoiceItems,
  dueItem,
  overdueItems,
  ownNoteItem,
  paymentItem,
  redLetterItem,
  renewalItem,
} from '../../term/agenda/agenda-items.ts';
import { type CivilDate, civilDateAt, type Month, monthWords } from '../../term/calendar/civil-date.ts';
import type { Outage } from '../../term/service/outages.ts';
import { claimWindowOn } from '../../term/service/claim/claim-days.ts';
import type { Period } from '../../term/service/period.ts';
import { calledAt } from '../../kernel/standing.ts';
import { keptOrderDue, OVERDUE, overdueTermination, renewalDue } from '../../term/fees/orders.ts';
import { askedFacts } from '../../term/pick-fact.ts';
import { claimSubject, titleWithUnit } from './claim-records.ts';
import { basisOn, type ObligationBases, type ObligationBasis, obligationBases } from './basis.ts';
import {
  duesOf,
  invoiceMonths,
  type OrderPaper,
  orderRecords,
  rulesForOrder,
  settledOn,
  type StoredOrder,
} from './order-records.ts';
import { invoicesOf, type InvoicePaper, ofRequest } from './invoices/invoice-records.ts';
import { datesOf, invoiceBasis, requestState } from './invoices/request-view.ts';
import { dueByText, firstUnpaid, withDue } from './order-view.ts';
import { lapseOf } from './lapsed-order.ts';
import { inSlices, undisturbed } from './log/in-slices.ts';
import { hasMany, outageCount, outageLog, outageMonths, unpackingOutages } from './outage-records.ts';
import { around, outagesOf, periodLevelInSlices, periodOf } from './period-level.ts';

/**
 * Reads the logs of very many rows that the agenda asks about, a slice at a time, so that nobody waits for it; nothing to wait for where
 * they were read, or there are none.
 */
export function rightsReady(ports: Ports): Promise<void> | undefined {
  const { store } = ports;
  const own = store.agreements.ownAgreements();
  if (!own.some(({ id }) => hasMany(store, id)) || preparedNow(ports)) return undefined;
  return inSlices(ports, preparing(ports));
}

/** What was worked out beforehand, of what was written until then. */
interface Prepared {
  readonly changes: number;
  readonly at: number;
  readonly places: readonly PlacedItem[];
}
const prepared = new WeakMap<Store, Prepared>();
/** Milliseconds for which what goes on is taken to go on as it did. */
const FRESH_MS = 60_000;

/** What was prepared, where nothing was written since and hardly any time has passed. */
function preparedNow({ store, now }: Pick<Ports, 'store' | 'now'>): readonly PlacedItem[] | undefined {
  const there = prepared.get(store);
  const age = there === undefined ? Infinity : now().getTime() - there.at;
  return there?.changes === store.changes() && age >= 0 && age < FRESH_MS ? there.places : undefined;
}

function* preparing(ports: Ports): Generator<void, void> {
  const { store, now } = ports;
  for (const { id } of store.agreements.ownAgreements()) yield* unpackingOutages(store, id);
  const { result: places, changes } = yield* undisturbed(store, () => placesInSlices(ports));
  prepared.set(store, { changes, at: now().getTime(), places });
}

/** What one's own agreements put on the agenda: claim windows, payments, renewals, invoices. */
export const rightsAgendaSource = (ports: Ports): readonly PlacedItem[] =>
  preparedNow(ports) ?? atOnce(placesInSlices(ports));

function* placesInSlices(ports: Ports): Generator<void, readonly PlacedItem[]> {
  const places: PlacedItem[] = [];
  for (const agreement of ports.store.agreements.ownAgreements()) {
    places.push(...(yield* agreementPlaces(ports, agreement)));
    yield;
  }
  return places;
}

function* agreementPlaces(ports: Ports, agreement: AgreementRow): Generator<void, readonly PlacedItem[]> {
  const { store } = ports;
  const orders = orderRecords(store, agreement.id);
  if (outageCount(store, agreement.id) === 0 && orders.length === 0) return [];
  const bases = obligationBases(store, agreement.id);
  const { terms } = bases(ports.now().toISOString());
  const months = outageMonths(ports, agreement.id, terms);
  const today = todayOf(ports.now(), terms);
  const place = (part: string): AgendaPlace => ({ screen: 'rights', agreementId: agreement.id, part });
  const due = yield* claims(ports, agreement, { bases, months, today });
  return [
    ...due.map((item) => ({ item, place: place('service') })),
    ...orders.flatMap((paper) => orderPlaces(bases, { paper, came: invoicesOf(store, agreement.id) }, today, place)),
  ];
}

function done(item: AgendaItem, on: CivilDate, evidence: string): AgendaItem {
  return { ...item, done: { on, evidence } };
}

function* claims(
  ports: Ports,
  { id }: AgreementRow,
  given: { readonly bases: ObligationBases; readonly months: readonly Month[]; readonly today: CivilDate },
): Generator<void, readonly AgendaItem[]> {
  const { bases, months, today } = given;
  const title = calledAt(ports.store, id, ports.now().toISOString());
  const log = outageLog(ports, id);
  const periods = new Map(months.map((month) => [periodOf(bases, month).period, periodOf(bases, month).basis]));
  const items: AgendaItem[] = [];
  for (const [period, basis] of periods) {
    const { units = [] } = basis.own;
    // Each unit has a claim of its own; the only one there is needs no name.
    const named = units.length > 1 ? units.map(({ name }) => name) : [undefined];
    const rows = yield* around(basis, log, period);
    yield;
    const outages = yield* outagesOf(rows);
    yield;
    for (const unit of named) items.push(...(yield* ofUnit(basis, outages, period, unit)));
  }
  return items;

  function* ofUnit(
    basis: ObligationBasis,
    outages: readonly Outage[],
    period: Period,
    unit: string | undefined,
  ): Generator<void, readonly AgendaItem[]> {
    const subject = {
      id: claimSubject(id, unit),
      agreement: id,
      name: titleWithUnit(sentence('rights.agenda-source.subject.name', { title }), unit),
      ...otherZone(basis.terms),
    };
    const level = yield* periodLevelInSlices(basis, outages, period, unit);
    const closed = claimWindowOn(level.claim, today) === 'closed';
    // What only a person can say keeps no deadline off the agenda; where the text promises nothing there is none.
    const isOpen = level.breach.known || level.tier.known || level.breach.missing.some(({ what }) => what === 'input');
    // Once the window is closed, that it opened is no news.
    return (isOpen ? claimItems(subject, level) : []).filter(({ kind }) => !(closed && kind === 'claim-opens'));
  }
}

/** Whether the text says, read or not, that the service may be ended over what is not paid. */
const speaksOfOverdue = (terms: TermBasis): boolean =>
  askedFacts(terms, OVERDUE).length > 0 || unrecognised(terms.sources, 'overdue-termination').length > 0;

/** What is to be paid for an order: the day of its text or of the person, and what the text says of a sum that is overdue. */
function payments(bases: ObligationBases, order: StoredOrder, subject: AgendaSubject): readonly AgendaItem[] {
  const { plan, orderedOn, billedOn, dues } = order;
  const termsOn = (day: CivilDate): TermBasis => basisOn(bases, day).terms;
  const said = dueByText(bases, order);
  const dated = withDue(bases, order);
  const due = firstUnpaid(dated) ?? duesOf(dated).at(-1);
  const byText =
    plan === 'prepaid' || billedOn !== undefined || said
      ? [paymentItem(subject, said ?? keptOrderDue(rulesForOrder(termsOn(orderedOn), order), orderedOn, billedOn))]
      : [];
  if (due === undefined) return byText;
  const ofDue = dues ? { ...subject, id: `${subject.id}/${due.on}` } : subject;
  const byPerson = said || (plan === 'prepaid' && dues === undefined) ? [] : [dueItem(ofDue, due.on)];
  const terms = termsOn(due.on);
  const overdue = speaksOfOverdue(terms) ? overdueItems(ofDue, overdueTermination(terms, due.on)) : [];
  return [...byText, ...byPerson, ...overdue];
}

function orderPlaces(
  bases: ObligationBases,
  { paper, came }: { readonly paper: OrderPaper; readonly came: readonly InvoicePaper[] },
  today: CivilDate,
  place: (part: string) => AgendaPlace,
): readonly PlacedItem[] {
  const { order } = paper.body;
  const termsOn = (day: CivilDate): TermBasis => basisOn(bases, day).terms;
  const named = order.number === '' ? order.service : `${order.service} ${order.number}`;
  const subject: AgendaSubject = {
    id: `order:${paper.id}`,
    agreement: paper.subject ?? '',
    name: asWritten(named),
    ...otherZone(termsOn(today)),
  };
  const paidOn = settledOn(order);
  // Nothing is owed, renewed or invoiced of an order that lapsed; what the person noted themselves stays.
  const isVoid = lapseOf(bases, order, today) !== undefined;
  const own = order.note === '' ? subject : { ...subject, name: asWritten(order.note) };
  const days = [
    ...(isVoid ? [] : payments(bases, order, subject)).map((item) =>
      paidOn === undefined ? item : done(item, paidOn, order.amount),
    ),
    ...(isVoid || order.ends === undefined || order.endedOn !== undefined || order.ends < today
      ? []
      : [renewalItem(subject, renewalDue(termsOn(order.ends), order.ends))]),
    ...(order.remindOn === undefined ? [] : [ownNoteItem(own, order.remindOn)]),
  ];
  return [
    ...days.map((item) => ({ item, place: place('orders') })),
    ...[...(isVoid ? [] : invoices(bases, { paper, came }, subject, today)), ...redLetters(paper, came, subject)].map(
      (item) => ({
        item,
        place: place('invoices'),
      }),
    ),
  ];
}

function invoices(
  bases: ObligationBases,
  { paper: { id, body }, came }: { readonly paper: OrderPaper; readonly came: readonly InvoicePaper[] },
  subject: AgendaSubject,
  today: CivilDate,
): readonly AgendaItem[] {
  return invoiceMonths(body).flatMap((month) => {
    const dates = datesOf(invoiceBasis(bases, body.order, month), body.order, month);
    const { ask, issue } = dates;
    // A document that says nothing about invoices puts nothing about them on the agenda.
    if (![ask.agreement, ask.guide, issue.agreement].some((answer) => answer.known)) return [];
    const words = monthWords(month);
    const name = sentence('rights.agenda-source.invoices.name', { name: subject.name, words });
    const { state, since } = requestState(body.invoices[month], ofRequest(came, id, month));
    const proof = ofRequest(came, id, month)[0]?.body.number ?? body.invoices[month]?.file?.name ?? '';
    return (
      invoiceItems({ ...subject, id: `${subject.id}/${month}`, name }, dates)
        .filter(({ date }) => date.known || date.missing.some(({ what }) => what !== 'fact'))
        // What was never asked for is not late in coming.
        .filter(({ kind, date }) => kind !== 'invoice-issue' || state !== 'none' || (date.known && date.value >= today))
        .map((item) => {
          const { asked, issued, received } = since;
          const on = item.kind === 'invoice-ask' ? (asked ?? issued ?? received) : (received ?? issued);
          return state !== 'none' && on !== undefined ? done(item, on, proof) : item;
        })
    );
  });
}

/** Forms about red-letter invoices that wait for an answer; one that was answered, or whose hours are over, waits for none. */
function redLetters(
  { id: orderId }: OrderPaper,
  came: readonly InvoicePaper[],
  subject: AgendaSubject,
): readonly AgendaItem[] {
  return came.flatMap(({ id, body }) => {
    const last = body.red.at(-1);
    if (body.orderId !== orderId || last?.raisedAt === undefined) return [];
    const name = sentence('rights.agenda-source.red-letter', { name: subject.name, number: body.number });
    const item = redLetterItem({ ...subject, id: `invoice:${id}`, name }, last.raisedAt);
    return [last.answeredAt === undefined ? item : done(item, civilDateAt(last.answeredAt), last.form)];
  });
}
