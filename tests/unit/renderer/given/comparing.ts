import { within } from '@testing-library/svelte';
import type { ComparisonView } from '../../../../src-main/contract/compare.ts';
import Compare from '../../../../src-renderer/features/compare/Compare.svelte';
import { anId } from './agreements.ts';
import type { Answers, Double } from './double.ts';
import { the } from './find.ts';
import { show } from './page.ts';

export const place = { screen: 'compare', oldVersionId: anId(101), newVersionId: anId(102) } as const;

/** Nothing of either source is left out. */
export const ALL_READ = { old: [], new: [] };

/** The screen with a comparison as the main side made it. */
export const compare = (
  view: ComparisonView,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(Compare, { place }, { 'compare.open': () => view, 'compare.leftOut': () => ALL_READ, ...answers }, wish);

/** The lines of the list of changes. */
export const lines = (): HTMLElement[] => within(the('region', 'compare.impact')).getAllByRole('button');

/** A row of the redline. */
export const row = (id: string): HTMLElement => document.getElementById(id)!;
