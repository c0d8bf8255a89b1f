import type { LibraryAgreement } from '../../../src-main/contract/library.ts';
import type { PendingSource } from '../../../src-main/contract/import.ts';
import { call } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { removed } from '../../kernel/toasts.svelte.ts';

/** Does something that is said for a while with the way back. */
async function undoable(text: string, act: (away: boolean) => Promise<undefined>, away: boolean): Promise<void> {
  const done = await attempt(async () => {
    await act(away);
    return true;
  });
  if (done) removed(text, async () => void (await act(!away)));
}

/** Puts an agreement into the archive, or takes it out. */
export function archive({ id, title }: Pick<LibraryAgreement, 'id' | 'title'>, away: boolean): Promise<void> {
  return undoable(
    t(away ? 'library.archive.done' : 'library.archive.undone', { title }),
    (gone) => call('library.archive', { agreementIds: [id], away: gone }),
    away,
  );
}

/** Puts the sample set away, or brings it back. */
export function putSamplesAway(away: boolean): Promise<void> {
  return undoable(
    t(away ? 'library.samples.gone' : 'library.samples.back'),
    (gone) => call('library.putSamplesAway', { away: gone }),
    away,
  );
}

/** Takes files that could not be read off the list. */
export function dismiss(sources: readonly Pick<PendingSource, 'id' | 'name'>[]): Promise<void> {
  const [first] = sources;
  return undoable(
    sources.length === 1
      ? t('library.dismissed.one', { name: first?.name ?? '' })
      : t('library.dismissed.many', { count: sources.length }),
    (gone) => call('library.dismissSources', { sourceIds: sources.map(({ id }) => id), away: gone }),
    true,
  );
}
