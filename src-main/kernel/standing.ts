import { governingText, sealedPrevailsClause } from '../acceptance/governing.ts';
import { isConcluded, type Standing, standing } from '../acceptance/standing.ts';
import type { AgreementSummary, VersionSummary } from '../contract/library.ts';
import type { AgreementRow, VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { groupBy, historyOf, recordsOf, recordsOfAll, type VersionRecords } from './version-history.ts';

/** What stands of one agreement, and where each of its versions stands. */
export function standingOf(store: Store, agreementId: string): Standing {
  return standingFrom(store, store.agreements.versionsOf(agreementId), (id) => recordsOf(store, id));
}

/** Whether a version was accepted and never taken back: it stands, or did until something took its place. */
export function wasConcluded(store: Store, { id, agreementId }: Pick<VersionRow, 'id' | 'agreementId'>): boolean {
  return isConcluded(standingOf(store, agreementId), id);
}

function standingFrom(
  store: Store,
  versions: readonly VersionRow[],
  records: (versionId: string) => VersionRecords,
): Standing {
  return standing(historyOf(versions, records), (id) => {
    const document = store.agreements.document(id);
    return document && sealedPrevailsClause(document);
  });
}

/** All agreements with their versions and where each version stands. Reads each table once. */
export function agreementSummaries(store: Store): readonly AgreementSummary[] {
  const versions = groupBy(store.agreements.versions(), (version) => version.agreementId);
  const records = recordsOfAll(store);
  const agreements = store.agreements.agreements();
  const titles = new Map(agreements.map((agreement) => [agreement.id, agreement.title]));
  return agreements.map((agreement) => summary(store, agreement, versions.get(agreement.id) ?? [], records, titles));
}

/** One agreement as the lists show it. */
export function agreementSummary(store: Store, agreement: AgreementRow): AgreementSummary {
  const versions = store.agreements.versionsOf(agreement.id);
  const parent = agreement.annexOf === undefined ? undefined : store.agreements.agreement(agreement.annexOf);
  const titles = new Map(parent ? [[parent.id, parent.title]] : []);
  return summary(store, agreement, versions, (id) => recordsOf(store, id), titles);
}

function summary(
  store: Store,
  agreement: AgreementRow,
  versions: readonly VersionRow[],
  records: (versionId: string) => VersionRecords,
  titles: ReadonlyMap<string, string>,
): AgreementSummary {
  const { id, title, provider, kind, origin, annexOf } = agreement;
  const { states } = standingFrom(store, versions, records);
  return {
    id,
    title,
    kind,
    origin,
    ...(provider === undefined ? {} : { provider }),
    ...(annexOf === undefined ? {} : { annexOf: { id: annexOf, title: titles.get(annexOf) ?? '' } }),
    versions: versions.flatMap((version): readonly VersionSummary[] => {
      const stands = states.get(version.id);
      if (!stands) return [];
      const texts = textsOf(store, version.id, records(version.id));
      return [
        {
          id: version.id,
          ordinal: version.ordinal,
          title: version.title,
          fingerprint: version.fingerprint,
          savedAt: version.savedAt,
          conspicuous: version.conspicuous,
          ...stands,
          ...(texts === undefined ? {} : { texts }),
        },
      ];
    }),
  };
}

/** Which text governs; absent where no sealed copy came back. */
function textsOf(store: Store, versionId: string, { copies, decisions }: VersionRecords): VersionSummary['texts'] {
  const document = copies.length === 0 ? undefined : store.agreements.document(versionId);
  if (!document) return undefined;
  const clickedAt = decisions.findLast(({ decision }) => decision === 'accepted')?.decidedAt;
  const { governs, openDifferences } = governingText(document, { clickedAt, sealedCopies: copies });
  return { governs, openDifferences: openDifferences.length };
}
