/** Planted: the first element of a list may be absent. */
export const first = (list: readonly string[]): string => list[0];

/** Planted: nobody waits for what was promised. */
export function forgetful(promise: Promise<void>): void {
  promise.then(() => undefined);
}
