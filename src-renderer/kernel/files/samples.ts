import type { LibraryAgreement } from '../../../src-main/contract/library.ts';
import { call } from '../client.svelte.ts';
import { attempt } from '../failures.svelte.ts';
import { go, way } from '../navigation.svelte.ts';
import { t } from '../preferences.svelte.ts';
import { removed } from '../toasts.svelte.ts';

/** Puts the sample set away, or brings it back; undone, only what this moved moves back. */
export async function putSamplesAway(away: boolean): Promise<void> {
  const moved = await attempt(() => call('library.putSamplesAway', { away }));
  if (!moved) return;
  const { agreementIds } = moved;
  removed(t(away ? 'library.samples.gone' : 'library.samples.back'), async () => {
    if (agreementIds.length > 0) await call('library.archive', { agreementIds: [...agreementIds], away: !away });
  });
}

/** Whether something may be begun with an agreement of the list: a sample that was put away is offered nowhere. */
export const isOffered = ({ sample, shelves }: Pick<LibraryAgreement, 'sample' | 'shelves'>): boolean =>
  !sample || !shelves.includes('archived');

/** Whether the sample set is among what the library shows; nobody knows where the library cannot be read. */
export async function samplesShown(): Promise<boolean | undefined> {
  const list = await attempt(() => call('library.list', {}));
  return list?.agreements.some((agreement) => agreement.sample && isOffered(agreement));
}

/** Leads to the sample set: reads it where it was never read, and brings it back where it was put away. */
export async function openSamples(): Promise<void> {
  const list = await attempt(() => call('library.list', {}));
  if (!list) return;
  const samples = list.agreements.filter(({ sample }) => sample);
  if (way.here.screen !== 'library') go({ screen: 'library' });
  if (samples.length === 0) await attempt(() => call('import.sample', {}));
  else if (samples.every(({ shelves }) => shelves.includes('archived'))) await putSamplesAway(false);
}
