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

/** Puts an agreement into the archive, and says how many dates leave the agenda with it; or takes it out. */
export async function archive({ id, title }: Pick<LibraryAgreement, 'id' | 'title'>, away: boolean): Promise<void> {
  const dates = away ? await datesOf(id) : 0;
  const said = away ? t('library.archive.done', { title }) : t('library.archive.undone', { title });
  await undoable(
    dates === 0 ? said : t('library.archive.doneWithDates', { title, count: dates }),
    (gone) => call('library.archive', { agreementIds: [id], away: gone }),
    away,
  );
}

/** Lines of the agenda that an agreement has and that are not done. */
async function datesOf(agreementId: string): Promise<number> {
  const agenda = await attempt(() => call('agenda.list', {}));
  return (agenda?.lines ?? []).filter(({ agreement, state }) => agreement?.id === agreementId && state !== 'done')
    .length;
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
