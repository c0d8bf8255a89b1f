import { getContext, setContext } from 'svelte';
import type { FactLine } from '../../../src-main/contract/rights.ts';

const KEY = Symbol('fact lines');

/** Gives the parts of the screen the facts of the agreement that is open: names and units of what a person can settle. */
export function provideFactLines(lines: () => readonly FactLine[]): void {
  setContext(KEY, lines);
}

/** The facts of the agreement that is open; none outside of its screen. */
export function factLinesHere(): () => readonly FactLine[] {
  return getContext<(() => readonly FactLine[]) | undefined>(KEY) ?? (() => []);
}
