import { screen } from '@testing-library/svelte';
import type { ImportReview as Review } from '../../../../src-main/contract/import.ts';
import ImportReview from '../../../../src-renderer/features/import/ImportReview.svelte';
import { workOn } from '../../../../src-renderer/features/import/import-work.svelte.ts';
import { toasts, undo } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from './agreements.ts';
import type { Answers, Double } from './double.ts';
import { said, settled, show } from './page.ts';
import { aDocument } from './review.ts';

/** Before each test: it finds its sources untouched. */
export function untouched(): void {
  for (const id of [30, 31, 32]) workOn(anId(id)).end();
}

export const place = { screen: 'import', sourceId: anId(31) } as const;

/** The screen with a source as the main side read it. */
export const review = (view: Review, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(ImportReview, { place }, { 'import.review': () => view, ...answers }, wish);

/** The clauses of a document in which there is nothing to look at. */
export const clauses = aDocument().clauses.map(({ anomaly: _, ...clause }) => clause);

export const first = aDocument({ title: 'Storage terms', lines: [1, 3], clauses });
export const second = aDocument({
  title: 'Price list',
  lines: [4, 6],
  clauses,
  kind: 'guide',
  annexOf: 0,
  provider: 'Harbour Board',
});
/** Whether a document is saved. */
export const box = (title: string): HTMLElement =>
  screen.getByRole('checkbox', { name: `${said('import.include')}: ${title}` });
export const confirmButton = (): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^${said('import.confirm')}`, 'u') });
/** A button with its key drawn in it. */
export const acting = (key: 'import.keep' | 'import.redo'): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^${said(key)}( [AX])?$`, 'u') });
/** Takes back what was done last, as its toast does. */
export const undoLast = async (): Promise<void> => {
  await undo(toasts.undoable!);
  await settled();
};
/** The choices with which the source was read last. */
export const choices = (main: Double): unknown => main.inputs('import.review').at(-1)?.choices;
/** A line of the source. */
export const line = (number: number): HTMLElement => document.getElementById(`line-${number}`)!;
