import type { AdverseToConfirm, BundleScope } from '../../../src-main/contract/evidence.ts';
import { call } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';

/** Something that is about to leave, with what in it speaks against whoever hands it out. */
interface Leaving extends AdverseToConfirm {
  readonly go: (seen: string) => Promise<void>;
}

/** What waits for the person's look before it leaves; the frame shows it. */
export const leaving = $state<{ asked: Leaving | undefined }>({ asked: undefined });

/** Lets something leave: at once where nothing in it is adverse, else after the person has seen what is. `go` hands on what was seen. */
export async function leave(scope: BundleScope, go: Leaving['go']): Promise<void> {
  const adverse = await attempt(() => call('evidence.adverse', { scope }));
  if (!adverse) return;
  if (adverse.lines.length === 0) await go(adverse.seen);
  else leaving.asked = { ...adverse, go };
}
