import { cleanup, render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadingChoices } from '../../../../../src-main/contract/views.ts';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { type Toast, toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId, aPending } from '../../given/agreements.ts';
import { aFailure, type Answers, refused } from '../../given/double.ts';
import { every, field, readsText, the } from '../../given/find.ts';
import { click, pick, press, valueOf, write } from '../../given/hands.ts';
import { aProposal, aReading, anImport } from '../../given/import.ts';
import { box, choices, first, line, place, review, second, undoLast, untouched } from '../../given/import-review.ts';
import { said, settled, show } from '../../given/page.ts';
import { aDocument } from '../../given/review.ts';

beforeEach(untouched);

/** Of the chosen line, over the source. */
const splitters = (): HTMLElement[] =>
  within(screen.getByRole('listbox').parentElement!).queryAllByRole('button', {
    name: new RegExp(`^${said('import.splitHere')}`, 'u'),
  });

describe('a provider that may be here under another name', () => {
  const named = aDocument({ title: 'Storage terms', lines: [1, 3], provider: 'Harbour Board Ltd' });
  const here = { proposals: [aProposal({ providerAlready: 'Harbour Board' })] };
  const provider = (): string => valueOf(field('library.provider'));

  it('is taken with one press, and back; nothing is taken by itself', async () => {
    await review(anImport([named], here));
    expect(provider()).toBe('Harbour Board Ltd');
    await click(the('button', 'library.sameProvider.take', { name: 'Harbour Board' }));
    expect(provider()).toBe('Harbour Board');
    expect(every('button', 'library.sameProvider.take', { name: 'Harbour Board' })).toEqual([]);
    await undoLast();
    expect(provider()).toBe('Harbour Board Ltd');
    expect(every('button', 'library.sameProvider.take', { name: 'Harbour Board' })).toHaveLength(1);
  });

  it('is said to become so, for nothing is saved yet; what was typed since stays when that is taken back', async () => {
    await review(anImport([named], here));
    await click(the('button', 'library.sameProvider.take', { name: 'Harbour Board' }));
    expect(toasts.undoable?.text).toBe(said('import.sameProvider.taken', { name: 'Harbour Board' }));
    await write(field('library.provider'), 'Harbour Board Trust');
    await undoLast();
    expect(provider()).toBe('Harbour Board Trust');
  });

  it('is another one once a person says so, until that is taken back', async () => {
    const main = await review(anImport([named], here), { 'library.providersApart': () => undefined });
    await click(the('button', 'library.sameProvider.apart'));
    const names = { one: 'Harbour Board Ltd', other: 'Harbour Board' };
    expect(main.inputs('library.providersApart')).toEqual([{ ...names, apart: true }]);
    expect(every('button', 'library.sameProvider.take', { name: 'Harbour Board' })).toEqual([]);
    expect(provider()).toBe('Harbour Board Ltd');
    await undoLast();
    expect(main.inputs('library.providersApart').at(-1)).toEqual({ ...names, apart: false });
    expect(every('button', 'library.sameProvider.take', { name: 'Harbour Board' })).toHaveLength(1);
  });

  it('is not asked about once somebody typed a name', async () => {
    await review(anImport([named], here));
    await write(field('library.provider'), 'Harbour Trust');
    expect(every('button', 'library.sameProvider.take', { name: 'Harbour Board' })).toEqual([]);
  });
});

describe('reading anew with a choice', () => {
  it('a document is begun at a line, or merged with the one before', async () => {
    const main = await review(anImport([first, second]));
    await click(the('button', 'import.mergeUp'));
    expect(choices(main)).toEqual({ mergeAt: [4] });
    expect(toasts.undoable?.text).toBe(said('import.mergeDone'));
    await click(line(3));
    await click(splitters()[0]!);
    expect(choices(main)).toEqual({ splitAt: [3] });
    await click(line(1));
    expect(splitters()).toEqual([]);
    await click(line(4));
    expect(every('button', 'import.mergeUp')).toHaveLength(2);
  });

  it('a line that was dropped is kept', async () => {
    const dropped = [{ line: 2, kind: 'dropped-chrome' as const, before: 'Page 1', after: '' }];
    const main = await review(anImport([first], { reading: aReading([first], { dropped }) }));
    await click(line(2));
    await click(the('button', 'import.keepLine'));
    expect(choices(main)).toEqual({ keepLines: [2] });
  });

  it('each pane is one stop of Tab; the arrows go from line to line, [ and ] from document to document', async () => {
    await review(anImport([first, second]));
    const lines = [1, 2, 3, 4, 5, 6].map(line);
    expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    lines[0]!.focus();
    await press('ArrowDown');
    await press('PageDown');
    expect(document.activeElement).toBe(lines[5]);
    await press('ArrowUp');
    expect(lines.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, 0, -1]);
    const stops = (): number[] => screen.getAllByLabelText(said('library.titleField')).map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([0, -1]);
    await press(']');
    expect(stops()).toEqual([-1, 0]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Price list');
    await press('[');
    expect(stops()).toEqual([0, -1]);
  });

  it('Enter on a line splits, and the way back is said', async () => {
    const main = await review(anImport([first, second]));
    line(1).focus();
    await press('Enter');
    expect(main.inputs('import.review')).toHaveLength(1);
    await press('ArrowDown');
    await press('Enter');
    expect(choices(main)).toEqual({ splitAt: [2] });
    expect(toasts.undoable?.text).toBe(said('import.splitDone', { line: 2 }));
    await undoLast();
    expect(choices(main)).toEqual({});
  });

  /** The main side with the choices that it keeps. */
  const keeping = (): Answers => {
    let kept: ReadingChoices = {};
    return {
      'import.review': ({ choices: chosen }) =>
        anImport([first, second], { choices: (kept = (chosen as ReadingChoices | undefined) ?? kept) }),
    };
  };
  const split = async (number: number): Promise<Toast> => {
    await click(line(number));
    await click(splitters()[0]!);
    return toasts.undoable!;
  };

  it('the way back takes back its own line, whatever was chosen after it', async () => {
    const main = await review(anImport(), keeping());
    const older = await split(2);
    const newer = await split(5);
    expect(choices(main)).toEqual({ splitAt: [2, 5] });
    await undo(older);
    expect(choices(main)).toEqual({ splitAt: [5] });
    await undo(newer);
    expect(choices(main)).toEqual({});
  });

  it('the way back is taken on the screen that one came back to, and does nothing once it was set aside', async () => {
    const main = await review(anImport(), { ...keeping(), 'import.setAside': () => undefined });
    await split(2);
    const later = await split(5);
    cleanup();
    render(ImportReview, { props: { place } });
    await settled();
    await undoLast();
    expect(choices(main)).toEqual({ splitAt: [2] });
    await click(the('button', 'import.setAside'));
    const asked = main.inputs('import.review').length;
    await undo(later);
    await undoLast();
    expect(main.inputs('import.review')).toHaveLength(asked);
  });

  it('another encoding keeps the choices; of a Word file and of pasted text there is none to choose', async () => {
    const main = await review(anImport([first], { choices: { keepLines: [2] }, encoding: 'koi8-r' }));
    expect(valueOf(field('import.encoding'))).toBe('koi8-r');
    await pick(field('import.encoding'), 'gb18030');
    expect(main.inputs('import.review').at(-1)).toEqual({
      sourceId: anId(31),
      choices: { keepLines: [2] },
      encoding: 'gb18030',
    });
    for (const none of [
      { format: 'docx' as const, encoding: 'binary' },
      { source: aPending({ name: '粘贴的文本.txt' }) },
      { source: aPending({ name: 'Pasted text.html' }), format: 'html' as const },
    ]) {
      cleanup();
      await show(ImportReview, { place }, { 'import.review': () => anImport([first], none) });
      expect(readsText('Line 1 of the source')).toBe(true);
      expect(every('combobox', 'import.encoding')).toEqual([]);
    }
  });

  it('what was ticked and typed stays with its document, whatever others come between', async () => {
    const main = await review(anImport([first, second]));
    await click(box('Storage terms'));
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, 'Prices');
    main.answer({ 'import.review': () => anImport([first, second], { choices: { keepLines: [2] } }) });
    await pick(field('import.encoding'), 'big5');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(false);
    expect((box('Prices') as HTMLInputElement).checked).toBe(true);
    main.answer({ 'import.review': () => anImport([first, aDocument({ title: 'Between', lines: [3, 3] }), second]) });
    await pick(field('import.encoding'), 'utf-8');
    expect((box('Storage terms') as HTMLInputElement).checked).toBe(false);
    expect((box('Between') as HTMLInputElement).checked).toBe(true);
    expect((box('Prices') as HTMLInputElement).checked).toBe(true);
  });

  it('a reading that is refused is told, and what was read before stays', async () => {
    const main = await review(anImport([first]));
    main.answer({ 'import.review': refused() });
    await pick(field('import.encoding'), 'big5');
    expect(notice.failure).toEqual(aFailure());
    expect(readsText('Line 1 of the source')).toBe(true);
  });
});
