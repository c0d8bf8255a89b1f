import { dayOf, instantOf } from '../../acceptance/history.ts';
import { standsAt } from '../../acceptance/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import { arrivalStep, BY_ARRIVAL, closingStep } from '../../letter/case.ts';
import { letterPapers } from '../papers/letters.ts';
import type { Store } from '../../store/store.ts';
import type { AgendaItem } from '../../term/agenda/agenda.ts';
import { arrivalItem, lastDayItem, openItem } from '../../term/agenda/agenda-items.ts';
import { addDays, type CivilDate, civilDateAt, dateWords } from '../../term/calendar/civil-date.ts';
import type { AgendaSource, PlacedItem } from '../between-features.ts';
import type { Ports } from '../ports.ts';
import { standingOf } from '../standing.ts';
import { groupBy } from '../version-history.ts';
import { clocksOf } from './case-clocks.ts';
import { allCases, arrivalSubject, type CaseSource, type KeyedCase, rightKey, type WholeCase } from './cases.ts';

/** Cases that went out and were not answered, on the day by which an answer was asked for. */
export const caseAgendaSource =
  (sources: readonly CaseSource[]) =>
  ({ store }: Pick<Ports, 'store'>): readonly PlacedItem[] =>
    allCases(store, sources).flatMap((each): readonly PlacedItem[] => {
      const sent = closingStep(each);
      if (!sent || (each.state !== 'sent' && each.state !== 'arrived')) return [];
      const { origin, agreementId, name, place } = each.from;
      const key = origin.replace(/^notice:/u, 'objection:');
      const why = sentence('kernel.cases.waiting', { day: dateWords(civilDateAt(sent.at)) });
      const date = answerDay(store, each);
      const subject = { id: key, name, ...(agreementId === undefined ? {} : { agreement: agreementId }) };
      const item = openItem(subject, 'answer', { why, ...(date === undefined ? {} : { date }) });
      return [{ item, ...(place ? { place } : {}) }];
    });

/** The last days of rights that only the arrival of their letter keeps: of what is not under way yet, and of what has not arrived. */
export const caseClockAgendaSource =
  (sources: readonly CaseSource[]) =>
  ({ store }: Pick<Ports, 'store'>): readonly PlacedItem[] =>
    allCases(store, sources).flatMap((each): readonly PlacedItem[] => {
      const { origin, agreementId, name, place } = each.from;
      const subject = { id: origin, name, ...(agreementId === undefined ? {} : { agreement: agreementId }) };
      return clocksOf(store, each)
        .filter(({ name: what, untilArrived }) => untilArrived && what === 'lapses')
        .map(({ day }) => ({ item: lastDayItem(subject, 'right-lapses', day), ...(place ? { place } : {}) }));
    });

/**
 * Agreements that a letter ended, by its arrival or on the day that it names, while they are still kept as standing: only a person says
 * that an agreement ended, and is asked to.
 */
export const endedAgendaSource =
  (sources: readonly CaseSource[]) =>
  ({ store, now }: Pick<Ports, 'store' | 'now'>): readonly PlacedItem[] =>
    allCases(store, sources).flatMap((each): readonly PlacedItem[] => {
      const { origin, agreementId, name } = each.from;
      const clock = clocksOf(store, each).find(({ name: what }) => what === 'ends' || what === 'ends-on');
      if (agreementId === undefined || !clock?.day.known) return [];
      const stands = standsAt(standingOf(store, agreementId), now().toISOString());
      const day = clock.day.value.safe;
      if (!stands || instantOf(day) < instantOf(dayOf(stands.from))) return [];
      const words = { day: dateWords(day) };
      const why = sentence(clock.name === 'ends' ? 'kernel.cases.ended' : 'kernel.cases.ends-on', words);
      const item = openItem({ id: origin, name, agreement: agreementId }, 'say-ended', { why, date: day });
      return [{ item, place: { screen: 'review', versionId: stands.versionId } }];
    });

/** The day by which an answer was asked for: as said with a step, as the letter says, or so many days from its arrival. */
export function answerDay(store: Store, { history, letterId, from }: WholeCase): CivilDate | undefined {
  const said = history.findLast(({ answerBy }) => answerBy !== undefined)?.answerBy;
  if (said !== undefined) return said;
  const values = letterId === undefined ? undefined : letterPapers(store).get(letterId)?.body.values;
  const written = values?.['answerBy'];
  if (typeof written === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(written)) return written;
  const days = Number(values?.['answerDays'] ?? from.answerDays);
  const arrived = history.find(({ state }) => state === 'arrived');
  return arrived && Number.isInteger(days) && days > 0 ? addDays(civilDateAt(arrived.at), days) : undefined;
}

/**
 * The agenda of several features, with what the cases close as done: only what was sent closes anything, and nothing that was sent is a
 * deadline again. What takes effect by arriving is not done by its sending: in its place the arrival is asked for by the same day, once a case,
 * until somebody notes it or says that it need not. What is taken back opens it again.
 */
export const closedBySending =
  (cases: readonly CaseSource[], sources: readonly AgendaSource[]): AgendaSource =>
  (ports) => {
    const closed = closedKeys(ports.store, cases);
    const underWay: UnderWay[] = [];
    const items = sources
      .flatMap((source) => source(ports))
      .flatMap((placed): readonly PlacedItem[] => {
        const by = placed.item.done ? undefined : closed.get(placed.item.id);
        if (!by) return [placed];
        if (isUnderWay(placed.item, by)) {
          underWay.push({ placed, by });
          return [];
        }
        return [{ ...placed, item: { ...placed.item, done: { on: by.arrived ?? by.on, evidence: by.evidence } } }];
      });
    return [...items, ...[...groupBy(underWay, ({ by }) => by.from.origin).values()].map(arrivalOf)];
  };

/** How a case closes an item: by its sending, and on which day it arrived. */
interface ClosedBy extends KeyedCase, Pick<WholeCase, 'kind' | 'from'> {
  readonly on: CivilDate;
  readonly evidence: string;
  readonly arrived?: CivilDate;
}

/** An item that was closed by what is not known to have arrived. */
interface UnderWay {
  readonly placed: PlacedItem;
  readonly by: ClosedBy;
}

const isUnderWay = ({ byArrival }: AgendaItem, { kind, arrived }: ClosedBy): boolean =>
  arrived === undefined && (byArrival !== undefined || BY_ARRIVAL.has(kind));

/** What asks for the arrival of a case, by the first of the days that it closed. */
function arrivalOf(closed: readonly UnderWay[]): PlacedItem {
  const day = ({ placed: { item } }: UnderWay): CivilDate => (item.date.known ? item.date.value : '9999-12-31');
  const [{ placed, by }] = closed.toSorted((a, b) => (day(a) < day(b) ? -1 : 1)) as [UnderWay];
  const { item, place, since } = placed;
  const { agreement, zone } = item;
  const subject = {
    id: arrivalSubject(by),
    name: by.from.name,
    ...(agreement === undefined ? {} : { agreement }),
    ...(zone ? { zone } : {}),
  };
  const goes = by.from.place ?? place;
  return {
    item: arrivalItem(subject, by.on, item),
    insteadOf: item.id,
    ...(goes ? { place: goes } : {}),
    ...(since === undefined ? {} : { since }),
  };
}

/** What the cases close, by the key of the agenda item: on which day, what shows it, and whether it has arrived. */
export function closedKeys(store: Store, sources: readonly CaseSource[]): ReadonlyMap<string, ClosedBy> {
  const closed = new Map<string, ClosedBy>();
  for (const each of allCases(store, sources)) {
    const step = closingStep(each);
    if (!step) continue;
    const arrival = arrivalStep(each);
    const by: ClosedBy = {
      id: each.id,
      kind: each.kind,
      from: each.from,
      closes: each.closes ?? [],
      on: civilDateAt(step.at),
      evidence: step.proof?.name ?? each.from.evidence ?? '',
      ...(arrival ? { arrived: civilDateAt(arrival.at) } : {}),
    };
    for (const key of [...(each.closes ?? []), rightKey(each.id)]) {
      const before = closed.get(key);
      if (!before || isSooner(by, before)) closed.set(key, by);
    }
  }
  return closed;
}

/** What has arrived goes before what is under way; else the earlier sending. */
function isSooner(one: ClosedBy, other: ClosedBy): boolean {
  if ((one.arrived === undefined) !== (other.arrived === undefined)) return one.arrived !== undefined;
  return one.on < other.on;
}
