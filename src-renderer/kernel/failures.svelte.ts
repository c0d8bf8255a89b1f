import type { Failure } from '../../src-main/contract/call.ts';
import { failureFrom } from './client.svelte.ts';

let shown = $state<Failure | undefined>(undefined);
let said = $state<string | undefined>(undefined);
let clearing: ReturnType<typeof setTimeout> | undefined;

const SAID_FOR_MS = 5000;

/** The failure that is shown now, and the short word of success. */
export const notice = {
  get failure(): Failure | undefined {
    return shown;
  },
  get said(): string | undefined {
    return said;
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

/** A short word that something was done; it goes by itself. */
export function tell(text: string): void {
  said = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => (said = undefined), SAID_FOR_MS);
}

/** Runs work of a button: what it throws is shown, never lost. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    showFailure(error);
    return undefined;
  }
}
