import type { AgreementSummary, VersionState, VersionSummary } from '../contract/library.ts';
import type { AcceptanceRow } from '../store/records.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';

interface Standing {
  readonly state: VersionState;
  readonly since?: string;
}

/** All agreements with their versions and where each version stands. Reads three tables once. */
export function agreementSummaries(store: Store): readonly AgreementSummary[] {
  const versions = groupBy(store.agreements.versions(), (version) => version.agreementId);
  const decisions = groupBy(store.acceptances.all(), (row) => row.versionId);
  const started = store.reviews.started();
  const agreements = store.agreements.agreements();
  const titles = new Map(agreements.map((agreement) => [agreement.id, agreement.title]));
  return agreements.map((agreement) =>
    summary(agreement, versions.get(agreement.id) ?? [], decisions, started, titles),
  );
}

/** One agreement as the lists show it. */
export function agreementSummary(store: Store, agreement: AgreementRow): AgreementSummary {
  const versions = store.agreements.versionsOf(agreement.id);
  const decisions = new Map(versions.map((version) => [version.id, store.acceptances.ofVersion(version.id)]));
  const parent = agreement.annexOf === undefined ? undefined : store.agreements.agreement(agreement.annexOf);
  const titles = new Map(parent ? [[parent.id, parent.title]] : []);
  return summary(agreement, versions, decisions, store.reviews.started(), titles);
}

function summary(
  agreement: AgreementRow,
  versions: readonly VersionRow[],
  decisions: ReadonlyMap<string, readonly AcceptanceRow[]>,
  started: ReadonlySet<string>,
  titles: ReadonlyMap<string, string>,
): AgreementSummary {
  const { id, title, provider, kind, origin, annexOf } = agreement;
  return {
    id,
    title,
    kind,
    origin,
    ...(provider === undefined ? {} : { provider }),
    ...(annexOf === undefined ? {} : { annexOf: { id: annexOf, title: titles.get(annexOf) ?? '' } }),
    versions: versions.map((version): VersionSummary => {
      const laterAccepted = versions
        .filter((other) => other.ordinal > version.ordinal)
        .flatMap((other) => decisions.get(other.id) ?? [])
        .find((row) => row.decision === 'accepted');
      return {
        id: version.id,
        ordinal: version.ordinal,
        title: version.title,
        fingerprint: version.fingerprint,
        savedAt: version.savedAt,
        conspicuous: version.conspicuous,
        ...standing(decisions.get(version.id) ?? [], started.has(version.id), laterAccepted),
      };
    }),
  };
}

/** The last decision counts; an accepted version is superseded once a later one of the same agreement is accepted. */
function standing(
  decisions: readonly AcceptanceRow[],
  started: boolean,
  laterAccepted: AcceptanceRow | undefined,
): Standing {
  const last = decisions.at(-1);
  if (!last) return { state: started ? 'reviewing' : 'not-reviewed' };
  if (last.decision === 'accepted' && laterAccepted) return { state: 'superseded', since: laterAccepted.decidedAt };
  return { state: last.decision, since: last.decidedAt };
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
