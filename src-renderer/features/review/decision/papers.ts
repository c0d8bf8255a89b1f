import { call } from '../../../kernel/client.svelte.ts';
import { attempt, tell } from '../../../kernel/failures.svelte.ts';
import { leave } from '../../../ui/leaving/leaving.svelte.ts';
import { i, t } from '../../../kernel/preferences.svelte.ts';

/** Saves the record of a decision as a PDF, in the language of the page. */
export async function saveRecord(acceptanceId: string): Promise<void> {
  await leave({ kind: 'acceptance', acceptanceId }, 'paper', async (seen) => {
    const saved = await attempt(() => call('evidence.certificate', { acceptanceId, language: i.language, seen }));
    if (saved) tell(t('review.reader.saved', { name: saved.fileName }));
  });
}

/** Saves the bundle that proves a decision by itself. */
export async function saveBundle(acceptanceId: string): Promise<void> {
  const scope = { kind: 'acceptance', acceptanceId } as const;
  await leave(scope, 'bundle', async (seen) => {
    const saved = await attempt(() => call('evidence.exportBundle', { scope, seen }));
    if (saved) tell(t('review.reader.saved', { name: saved.fileName }));
  });
}
