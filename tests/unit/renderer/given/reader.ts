import type { Input } from '../../../../src-main/contract/index.ts';
import type { Place } from '../../../../src-main/contract/event.ts';
import type { ReviewProgress, VersionView } from '../../../../src-main/contract/review.ts';
import { sentence, type Sentence } from '../../../../assets/messages/say.ts';
import Reader from '../../../../src-renderer/features/review/Reader.svelte';
import type { Noting } from '../../../../src-renderer/features/review/reader/cards.ts';
import { notingWords } from '../../../../src-renderer/features/review/reader/ring-words.ts';
import { anId } from './agreements.ts';
import { resizeTo } from './browser.ts';
import type { Answers, Double } from './double.ts';
import { the } from './find.ts';
import { show } from './page.ts';
import { aProgress, aRequirement, aView, someTexts } from './review.ts';

type Here = Extract<Place, { screen: 'review' }>;
type Wish = Parameters<typeof show>[3];

const quiet: Answers = { 'review.explanations': () => [], 'letters.governingTexts': () => someTexts() };

/** The reports that went out while the text was opened: they begin its sitting. */
export let begun: readonly Input<'review.observe'>[] = [];

/** The reader with a version, and the main side, which forgot what was asked while it opened. */
export async function reader(
  view: VersionView,
  answers: Answers = {},
  wish: Wish = {},
  more: Partial<Here> = {},
): Promise<Double> {
  const place: Here = { screen: 'review', versionId: anId(101), ...more };
  const all: Answers = { 'review.open': () => view, 'review.observe': () => view.progress, ...quiet, ...answers };
  const main = await show(Reader, { place }, all, wish);
  begun = main.inputs('review.observe');
  main.forget();
  return main;
}

/** In a window of that many pixels. */
export const narrow = (pixels: number, wish: Wish = {}, view: Parameters<typeof aView>[0] = {}): Promise<Double> => {
  const opened = (): VersionView => {
    resizeTo(pixels);
    return aView(view);
  };
  return reader(aView(view), { 'review.open': opened }, wish);
};

export const clauseOf = (id: string): HTMLElement => document.getElementById(`clause-${id}`)!;

/** What a clause is called by its number. */
export const numbered = (number: string): Sentence => sentence('review.clause.number', { number });

/** The ring of a clause, as far as it must have been noted to bear that name. */
export const ring = (noting: Noting, number = '1.2'): HTMLElement =>
  the('button', 'review.ring.name', { clause: numbered(number), state: notingWords(noting) });

/** Both key clauses were on screen for so many of their four seconds, and those that are named were noted. */
export const seen = (seconds: number, ...noted: readonly string[]): ReviewProgress =>
  aProgress(
    ['c3', 'c4'].map((id) =>
      aRequirement({
        id: `clause:${id}`,
        clauseId: id,
        secondsSeen: seconds,
        acknowledged: noted.includes(id),
        done: noted.includes(id),
      }),
    ),
  );

export const done = (...noted: readonly string[]): ReviewProgress => seen(4, ...noted);
