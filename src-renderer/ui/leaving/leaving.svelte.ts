import type { AdverseToConfirm, BundleScope } from '../../../src-main/contract/evidence.ts';
import { call } from '../../kernel/client.svelte.ts';
import { sameAsker } from '../../kernel/files/exporting.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';

/** Something that is about to leave, with what in it speaks against whoever hands it out. */
interface Leaving extends AdverseToConfirm {
  readonly go: (seen: string) => Promise<void>;
}

/** What waits for the person's look before it leaves; the frame shows it. */
export const leaving = $state<{ asked: Leaving | undefined }>({ asked: undefined });

/**
 * Lets something leave: at once where nothing in it is adverse and nobody's identity documents go along, else after the person has seen
 * what does. `go` hands on what was seen.
 */
export async function leave(scope: BundleScope, as: 'bundle' | 'paper', go: Leaving['go']): Promise<void> {
  const asked = sameAsker();
  const adverse = await attempt(() => call('evidence.adverse', { scope }));
  if (!adverse) return;
  const { seen } = adverse;
  // Of a paper alone no file goes along.
  const lines = adverse.lines.filter(({ personal }) => as === 'bundle' || !personal);
  if (lines.length === 0) await asked(() => go(seen));
  else leaving.asked = { lines, seen, go };
}
