import type { VersionSummary } from '../../../src-main/contract/library.ts';
import { call } from '../../kernel/client.svelte.ts';
import type { Place } from '../../kernel/navigation.svelte.ts';

/** Going through a comparison is part of the newer version's review, which opening begins; says how that version is from then on. */
export async function countAsSeen({
  oldVersionId,
  newVersionId,
}: Extract<Place, { screen: 'compare' }>): Promise<Pick<VersionSummary, 'state' | 'since'>> {
  const { version } = await call('review.open', { versionId: newVersionId });
  await call('review.observe', {
    versionId: newVersionId,
    observation: { seen: [], acknowledged: [], withdrawn: [], endReached: false, redlineSeen: oldVersionId },
  });
  const { state, since } = version;
  return { state, ...(since === undefined ? {} : { since }) };
}
