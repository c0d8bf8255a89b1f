import type { Failure } from '../../src-main/contract/call.ts';
import type { Param } from '../../assets/messages/say.ts';
import type { Sentence } from '../../src-main/contract/views.ts';
import { failureFrom } from './client.svelte.ts';
import { asWritten } from './dates.ts';
import { say } from './preferences.svelte.ts';
import { toasts } from './toasts.svelte.ts';

export { tell } from './toasts.svelte.ts';

let shown = $state.raw<Failure | undefined>(undefined);

/** The failure of the whole screen that is shown now, and the newest word of success. */
export const notice = {
  get failure(): Failure | undefined {
    return shown;
  },
  get said(): string | undefined {
    return toasts.all.findLast(({ undo }) => undo === undefined)?.text;
  },
};

/** Shows what was thrown; it stays until the person closes it. */
export function showFailure(error: unknown): void {
  shown = failureFrom(error);
}

export function showKnownFailure(failure: Failure): void {
  shown = failure;
}

export function closeFailure(): void {
  shown = undefined;
}

/**
 * Runs work that belongs to the whole screen, as loading it: what it throws is shown, never lost. A form shows its own
 * failures (`FormState`).
 */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    showFailure(error);
    return undefined;
  }
}

/** A failure's sentence, the dates in it as the person writes them. What it quotes stays as it is. */
export function failureWords(said: Sentence): string {
  if ('zh' in said || !said.params) return say(said);
  const written = Object.entries(said.params).map(([name, param]): [string, Param] => [
    name,
    typeof param === 'string' ? asWritten(param) : param,
  ]);
  return say({ key: said.key, params: Object.fromEntries(written) });
}
