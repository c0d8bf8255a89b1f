import { isSealed } from '../acceptance/governing.ts';
import { type HistoryEvent, instantOf } from '../acceptance/history.ts';
import { textNamed, type VersionRow } from '../store/agreements.ts';
import type { AcceptanceRow } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { allHappenings, eventOf, happeningsOf, type RecordedHappening } from './history/happenings.ts';
import { type Arrival, arrivalOf, type ObjectionDays, objectionsTo } from './history/objections.ts';
import { type KeptCopy, replacements, sealedCopies, type Supersession } from './papers/sealed-copies.ts';

/** What is recorded about one version, as it stands in the store. */
export interface VersionRecords {
  /** When its review began. */
  readonly openedAt: string | undefined;
  /** Oldest first. */
  readonly decisions: readonly AcceptanceRow[];
  readonly copies: readonly KeptCopy[];
  readonly replacements: readonly Supersession[];
  /** What a person said happened in the world, oldest first. */
  readonly happenings: readonly RecordedHappening[];
  /** The objections to the change that it brings, as notices say still. */
  readonly objected: readonly ObjectionDays[];
  /** When the objection to a notice had arrived, where that is known. */
  readonly arrivalOf: (noticeId: string) => Arrival;
}

export function keptCopies(store: Store, versionId: string): readonly KeptCopy[] {
  return sealedCopies(store)
    .list({ about: versionId })
    .map(({ body }) => body);
}

/**
 * That a change was objected to and the text goes on as it was holds until its notice comes to another state: accepted after all, or
 * withdrawn. What rests on a notice that was registered by mistake holds no more. Of a notice that is not kept here nothing later is known.
 */
const isStillSo =
  ({ papers }: Store) =>
  ({ body }: RecordedHappening): boolean => {
    if (body.kind === 'used-on') return papers.byId(body.noticeId)?.state !== 'voided';
    return body.kind !== 'kept-on' || (papers.byId(body.noticeId)?.state ?? KEPT_ON) === KEPT_ON;
  };

const KEPT_ON = 'continuing';

/** The records of one version. */
export function recordsOf(store: Store, versionId: string): VersionRecords {
  return {
    openedAt: store.reviews.get(versionId)?.startedAt,
    decisions: store.acceptances.ofVersion(versionId),
    copies: keptCopies(store, versionId),
    replacements: replacements(store)
      .list({ about: versionId })
      .map(({ body }) => body),
    happenings: happeningsOf(store, versionId).filter(isStillSo(store)),
    objected: objectionsTo(store).get(versionId) ?? [],
    arrivalOf: (noticeId) => arrivalOf(store, noticeId),
  };
}

/** The records of every version; each table is read once. */
export function recordsOfAll(store: Store): (versionId: string) => VersionRecords {
  const started = store.reviews.started();
  const decisions = groupBy(store.acceptances.all(), ({ versionId }) => versionId);
  const copies = groupBy(sealedCopies(store).list(), ({ subject }) => subject);
  const replaced = groupBy(replacements(store).list(), ({ subject }) => subject);
  const happened = groupBy(allHappenings(store).filter(isStillSo(store)), ({ versionId }) => versionId);
  const objected = objectionsTo(store);
  return (id) => ({
    openedAt: started.get(id),
    decisions: decisions.get(id) ?? [],
    copies: (copies.get(id) ?? []).map(({ body }) => body),
    replacements: (replaced.get(id) ?? []).map(({ body }) => body),
    happenings: happened.get(id) ?? [],
    objected: objected.get(id) ?? [],
    arrivalOf: (noticeId) => arrivalOf(store, noticeId),
  });
}

/** The history of one agreement from its records; `versions` oldest first. */
export function historyOf(
  versions: readonly VersionRow[],
  records: (versionId: string) => VersionRecords,
): readonly HistoryEvent[] {
  return versions.flatMap((version) => eventsOf(version, records(version.id)));
}

function eventsOf(version: VersionRow, records: VersionRecords): HistoryEvent[] {
  const { id: versionId } = version;
  const { openedAt, decisions, copies, replacements, happenings, objected } = records;
  const title = textNamed(version);
  return [
    { kind: 'saved', versionId, at: version.savedAt, title, statedEffective: statedIn(records) },
    ...(openedAt === undefined ? [] : [{ kind: 'opened', versionId, at: openedAt } as const]),
    ...objected.map((days) => ({ kind: 'objected', versionId, at: instantOf(days.on), ...days }) as const),
    ...decisions.map(
      ({ id: recordId, decision, decidedAt, reason }) =>
        ({ kind: 'decided', versionId, at: decidedAt, decision, recordId, reason }) as const,
    ),
    ...copies.flatMap((copy) => sealedEvent(versionId, copy)),
    ...replacements.map(
      ({ versionId: by, title, at, clause }) => ({ kind: 'replaced', versionId, at, by, title, clause }) as const,
    ),
    ...happenings.flatMap((happening) => {
      const event = eventOf(happening);
      if (!event) return [];
      return event.kind === 'kept-on' ? { ...event, ...records.arrivalOf(event.noticeId) } : event;
    }),
  ];
}

/** A copy counts once a person judged it and said whose seals are on it and of when. */
function sealedEvent(versionId: string, copy: KeptCopy): readonly HistoryEvent[] {
  const { id: copyId, state: result, stateAt: at, seals: by, datedOn } = copy;
  if (!isSealed(copy) || result === 'unchecked' || by === undefined) return [];
  return [{ kind: 'sealed', versionId, at, copyId, by, datedOn: datedOn ?? at, result }];
}

/** The day of effect that the text gave, as it was last read when something was said about the world. */
function statedIn({ happenings, copies }: VersionRecords): string | undefined {
  const said = happenings.flatMap(({ at, body }) =>
    'statedEffective' in body && body.statedEffective !== undefined ? [{ at, day: body.statedEffective }] : [],
  );
  const sealed = copies.flatMap(({ stateAt: at, statedEffective: day }) => (day === undefined ? [] : [{ at, day }]));
  return [...said, ...sealed].toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.day;
}

/** Items by a key, in their order. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  key: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
