import { versionStanding } from '../acceptance/version-state.ts';
import type { AgreementSummary, VersionSummary } from '../contract/library.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { groupBy, histories, type Histories } from './governing-text.ts';

/** All agreements with their versions and where each version stands. Reads each table once. */
export function agreementSummaries(store: Store): readonly AgreementSummary[] {
  const versions = groupBy(store.agreements.versions(), (version) => version.agreementId);
  const decisions = groupBy(store.acceptances.all(), (row) => row.versionId);
  const told = histories(store, decisions, store.reviews.started());
  const agreements = store.agreements.agreements();
  const titles = new Map(agreements.map((agreement) => [agreement.id, agreement.title]));
  return agreements.map((agreement) => summary(agreement, versions.get(agreement.id) ?? [], told, titles));
}

/** One agreement as the lists show it. */
export function agreementSummary(store: Store, agreement: AgreementRow): AgreementSummary {
  const versions = store.agreements.versionsOf(agreement.id);
  const decisions = new Map(versions.map((version) => [version.id, store.acceptances.ofVersion(version.id)]));
  const parent = agreement.annexOf === undefined ? undefined : store.agreements.agreement(agreement.annexOf);
  const titles = new Map(parent ? [[parent.id, parent.title]] : []);
  return summary(agreement, versions, histories(store, decisions, store.reviews.started()), titles);
}

function summary(
  agreement: AgreementRow,
  versions: readonly VersionRow[],
  told: Histories,
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
      const { state, since, why } = versionStanding(told.of(version, versions));
      const texts = told.texts(version.id);
      return {
        id: version.id,
        ordinal: version.ordinal,
        title: version.title,
        fingerprint: version.fingerprint,
        savedAt: version.savedAt,
        conspicuous: version.conspicuous,
        state,
        why,
        ...(since === undefined ? {} : { since }),
        ...(texts === undefined ? {} : { texts }),
      };
    }),
  };
}
