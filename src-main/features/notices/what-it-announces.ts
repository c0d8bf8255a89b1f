import type { NewTextChoice } from '../../contract/notices.ts';
import type { VersionRow } from '../../store/agreements.ts';
import { isOlderText } from '../../kernel/version-comparison.ts';
import type { Store } from '../../store/store.ts';
import { type NoticeBasis, noticePapers } from './notice-records.ts';

/**
 * The versions that can be what a notice announces: later than the text that its clock rests on; where none stood, all that are
 * later than some other.
 */
export function newTexts(store: Store, agreementId: string, basis: NoticeBasis): readonly NewTextChoice[] {
  const versions = store.agreements.versionsOf(agreementId);
  const isNew = (version: VersionRow): boolean =>
    basis.accepted
      ? version.id !== basis.version.id && !isOlderText(store, version, basis.version)
      : versions.some((other) => other.id !== version.id && isOlderText(store, other, version));
  const announced = new Set(
    noticePapers(store)
      .list()
      .flatMap(({ state, body }) => (state === 'voided' ? [] : (body.newVersionId ?? []))),
  );
  return versions.filter(isNew).map(({ id, ordinal, title }) => ({
    versionId: id,
    ordinal,
    title,
    ...(announced.has(id) ? { announced: true as const } : {}),
  }));
}
