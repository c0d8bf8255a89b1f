import type { HistoryEvent } from '../acceptance/history.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { AcceptanceRow } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { type KeptCopy, replacements, sealedCopies, type Supersession } from './papers/sealed-copies.ts';

/** What is recorded about one version, as it stands in the store. */
export interface VersionRecords {
  /** When its review began. */
  readonly openedAt: string | undefined;
  /** Oldest first. */
  readonly decisions: readonly AcceptanceRow[];
  readonly copies: readonly KeptCopy[];
  readonly replacements: readonly Supersession[];
}

export function keptCopies(store: Store, versionId: string): readonly KeptCopy[] {
  return sealedCopies(store)
    .list({ about: versionId })
    .map(({ body }) => body);
}

/** The records of one version. */
export function recordsOf(store: Store, versionId: string): VersionRecords {
  return {
    openedAt: store.reviews.get(versionId)?.startedAt,
    decisions: store.acceptances.ofVersion(versionId),
    copies: keptCopies(store, versionId),
    replacements: replacements(store)
      .list({ about: versionId })
      .map(({ body }) => body),
  };
}

/** The records of every version; each table is read once. */
export function recordsOfAll(store: Store): (versionId: string) => VersionRecords {
  const started = store.reviews.started();
  const decisions = groupBy(store.acceptances.all(), ({ versionId }) => versionId);
  const copies = groupBy(sealedCopies(store).list(), ({ subject }) => subject);
  const replaced = groupBy(replacements(store).list(), ({ subject }) => subject);
  return (id) => ({
    openedAt: started.get(id),
    decisions: decisions.get(id) ?? [],
    copies: (copies.get(id) ?? []).map(({ body }) => body),
    replacements: (replaced.get(id) ?? []).map(({ body }) => body),
  });
}

/** The history of one agreement from its records; `versions` oldest first. */
export function historyOf(
  versions: readonly VersionRow[],
  records: (versionId: string) => VersionRecords,
): readonly HistoryEvent[] {
  return versions.flatMap((version) => eventsOf(version, records(version.id)));
}

/**
 * What was recorded before anything was asked about the world counts there: each decision, and a copy that was compared
 * as one sealed by both, from the time a person judged it.
 */
function eventsOf(version: VersionRow, { openedAt, decisions, copies, replacements }: VersionRecords): HistoryEvent[] {
  const { id: versionId } = version;
  return [
    { kind: 'saved', versionId, at: version.savedAt, title: `${version.title} v${version.ordinal}` },
    ...(openedAt === undefined ? [] : [{ kind: 'opened', versionId, at: openedAt } as const]),
    ...decisions.map(
      ({ id: recordId, decision, decidedAt, reason }) =>
        ({
          kind: 'decided',
          versionId,
          at: decidedAt,
          decision,
          recordId,
          reason,
          countsOutside: true,
        }) as const,
    ),
    ...copies.flatMap(({ id: copyId, state, stateAt }) =>
      state === 'unchecked'
        ? []
        : [{ kind: 'sealed', versionId, at: stateAt, copyId, by: 'both', datedOn: stateAt, result: state } as const],
    ),
    ...replacements.map(
      ({ versionId: by, title, at, clause }) => ({ kind: 'replaced', versionId, at, by, title, clause }) as const,
    ),
  ];
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
