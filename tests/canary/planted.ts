/** Planted: the first element of a list may be absent. */
export const first = (list: readonly string[]): string => list[0];
