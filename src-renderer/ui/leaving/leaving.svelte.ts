import type { AdverseLine, BundleScope } from '../../../src-main/contract/evidence.ts';
import { call } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';

/** Something that is about to leave, with what in it speaks against whoever hands it out. */
interface Leaving {
  readonly lines: readonly AdverseLine[];
  readonly go: () => Promise<void>;
}

/** What waits for the person's look before it leaves; the frame shows it. */
export const leaving = $state<{ asked: Leaving | undefined }>({ asked: undefined });

/** Lets something leave: at once where nothing in it is adverse, else after the person has seen what is. */
export async function leave(scope: BundleScope, go: () => Promise<void>): Promise<void> {
  const lines = await attempt(() => call('evidence.adverse', { scope }));
  if (!lines) return;
  if (lines.length === 0) await go();
  else leaving.asked = { lines, go };
}
