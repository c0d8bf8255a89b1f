import { call } from '../../../kernel/client.svelte.ts';
import { attempt, tell } from '../../../kernel/failures.svelte.ts';
import { leave } from '../../../ui/leaving/leaving.svelte.ts';
import { i, t } from '../../../kernel/preferences.svelte.ts';

/** Saves a version as a file, or prints it; only what was saved is told. */
export async function saveVersion(versionId: string, as: 'pdf' | 'text' | 'print'): Promise<void> {
  const saved = await attempt(() => call('review.export', { versionId, as }));
  if (saved && as !== 'print') tell(t('review.reader.saved', { name: saved.fileName }));
}

/** Saves the record of a decision. */
export async function saveRecord(acceptanceId: string): Promise<void> {
  await leave({ kind: 'acceptance', acceptanceId }, 'paper', async (seen) => {
    const saved = await attempt(() => call('evidence.certificate', { acceptanceId, language: i.language, seen }));
    if (saved) tell(t('review.reader.saved', { name: saved.fileName }));
  });
}
