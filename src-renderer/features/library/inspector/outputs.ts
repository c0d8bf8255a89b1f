import type { BundleScope } from '../../../../src-main/contract/evidence.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { attempt, tell } from '../../../kernel/failures.svelte.ts';
import { leave } from '../../../ui/leaving/leaving.svelte.ts';
import { i, t } from '../../../kernel/preferences.svelte.ts';

/** Saves the record of review and decision where the person chooses. */
export async function exportRecord(acceptanceId: string): Promise<void> {
  await leave({ kind: 'acceptance', acceptanceId }, 'paper', async (seen) => {
    const saved = await attempt(() => call('evidence.certificate', { acceptanceId, language: i.language, seen }));
    if (saved) tell(t('evidence.exported', { name: saved.fileName }));
  });
}

/** Saves an evidence bundle where the person chooses. */
export async function exportBundle(scope: BundleScope): Promise<void> {
  await leave(scope, 'bundle', async (seen) => {
    const saved = await attempt(() => call('evidence.exportBundle', { scope, seen }));
    if (saved) tell(t('evidence.exported', { name: saved.fileName }));
  });
}
