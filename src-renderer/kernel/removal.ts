import type { UndoToken } from '../../src-main/contract/undo.ts';
import { call } from './client.svelte.ts';
import { attempt } from './failures.svelte.ts';
import type { FormState } from './form-state.svelte.ts';
import { removed } from './toasts.svelte.ts';

/**
 * Removes something and says so, for a while with the way back. Answers whether it was removed. A failure stands in the
 * form, if it was removed from one, else on the screen. `back` runs once it was put back.
 */
export async function remove(
  text: string,
  work: () => Promise<UndoToken>,
  form?: FormState,
  back?: () => void,
): Promise<boolean> {
  const token = await (form ? form.attempt(work) : attempt(work));
  if (token)
    removed(text, async () => {
      await call('library.undo', token);
      back?.();
    });
  return token !== undefined;
}
