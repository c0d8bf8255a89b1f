import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import DropZone from '../../../../src-renderer/frame/DropZone.svelte';
import { droppedIn } from '../../../../src-renderer/frame/dropped.ts';
import { bundle } from '../../../../src-renderer/kernel/bundle-review.svelte.ts';
import { toasts } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../given/agreements.ts';
import { aBundle } from '../given/evidence.ts';
import { reads } from '../given/find.ts';
import { given, inEach, said, settled } from '../given/page.ts';
import type { Answers, Double } from '../given/double.ts';

interface Entry {
  readonly name: string;
  readonly folder?: true;
}

/** What a drop carries, as the browser gives it to a page that may read no folder. */
function transferOf(entries: readonly Entry[]): DataTransfer {
  const file = ({ name }: Entry): File => new File([name], name);
  return {
    types: ['Files'],
    files: entries.map(file),
    items: entries.map((entry) => ({
      kind: 'file',
      webkitGetAsEntry: () => ({ isDirectory: entry.folder === true }),
      getAsFile: () => file(entry),
    })),
    getData: () => '',
  } as unknown as DataTransfer;
}

const text = (words: string): DataTransfer =>
  ({
    types: ['text/plain'],
    files: [],
    items: [],
    getData: (type: string) => (type === 'text/plain' ? words : ''),
  }) as unknown as DataTransfer;

async function zone(answers: Answers = {}, wish: Parameters<typeof given>[1] = {}): Promise<Double> {
  const main = await given({ 'import.bytes': ({ name }) => ({ name, sourceId: anId(31) }), ...answers }, wish);
  const children = createRawSnippet(() => ({ render: () => '<p>inside <input aria-label="words" /></p>' }));
  render(DropZone, { props: { children } });
  return main;
}

/** An event with what only a real drag or paste carries. */
async function fire(name: string, on: Element | Document, more: Record<string, unknown>): Promise<Event> {
  const event = new Event(name, { bubbles: true, cancelable: true });
  for (const [key, value] of Object.entries(more)) Object.defineProperty(event, key, { value });
  await fireEvent(on, event);
  await settled();
  return event;
}

const names = (main: Double): readonly string[] => main.inputs('import.bytes').map(({ name }) => name);

describe('the drop zone', () => {
  inEach('says what a drop will do while files are over the window', async (language) => {
    await zone({}, { language });
    expect(reads('frame.dropHere')).toBe(false);
    await fire('dragenter', document, { dataTransfer: transferOf([{ name: 'a.docx' }]) });
    expect(screen.getByRole('status').textContent).toContain(said('frame.dropHere'));
    await fire('dragleave', document.body, { relatedTarget: document.body });
    expect(reads('frame.dropHere')).toBe(true);
    await fire('dragleave', document, { relatedTarget: null });
    expect(reads('frame.dropHere')).toBe(false);
  });

  it('says nothing of words that are dragged', async () => {
    await zone();
    await fire('dragover', document, { dataTransfer: text('berth') });
    expect(reads('frame.dropHere')).toBe(false);
  });

  it('a drop brings in what was dropped, and the window is never left for the file', async () => {
    const main = await zone();
    const event = await fire('drop', document, { dataTransfer: transferOf([{ name: 'a.docx' }, { name: 'b.pdf' }]) });
    expect(event.defaultPrevented).toBe(true);
    expect(names(main)).toEqual(['a.docx', 'b.pdf']);
  });

  it('words that are dropped are not brought in, and do not lead away', async () => {
    const main = await zone();
    const event = await fire('drop', document, { dataTransfer: text('berth') });
    expect(event.defaultPrevented).toBe(true);
    expect(main.calls).toEqual([]);
  });

  it('a bundle is opened as one, what lies beside it is imported', async () => {
    const main = await zone({ 'evidence.readBundle': () => aBundle() });
    await fire('drop', document, { dataTransfer: transferOf([{ name: 'ferries.zip' }, { name: 'a.docx' }]) });
    expect(main.inputs('evidence.readBundle').map(({ name }) => name)).toEqual(['ferries.zip']);
    expect(names(main)).toEqual(['a.docx']);
    bundle.close();
  });

  inEach('under an open dialog it is brought in as well, and what is typed there stays', async (language) => {
    const main = await zone({ 'evidence.readBundle': () => aBundle() }, { language });
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.showModal();
    const before = way.here;
    await fire('drop', dialog, { dataTransfer: transferOf([{ name: 'a.docx' }]) });
    expect(names(main)).toEqual(['a.docx']);
    expect(toasts.shown?.text).toBe(said('frame.importedBeside', { name: 'a.docx' }));
    await fire('drop', dialog, { dataTransfer: transferOf([{ name: 'b.docx' }, { name: 'c.docx' }]) });
    expect(toasts.shown?.text).toBe(said('frame.importedBesideMany', { count: 2 }));
    await fire('drop', dialog, { dataTransfer: transferOf([{ name: 'ferries.zip' }]) });
    expect(toasts.shown?.text).toBe(said('frame.bundleBeside', { name: aBundle().name }));
    expect(way.here).toEqual(before);
    dialog.remove();
    bundle.close();
  });

  it('pasted words are imported, blank ones are not', async () => {
    const main = await zone();
    await fire('paste', document.body, { clipboardData: text('  \n ') });
    expect(main.calls).toEqual([]);
    await fire('paste', document.body, { clipboardData: text('Berths are let by the day.') });
    expect(names(main)).toEqual([`${said('frame.pasteName')} Berths are let by the da.txt`]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('what was copied from a page comes with its bold and tables, before the picture it brought along', async () => {
    const main = await zone();
    const clipboardData = {
      ...transferOf([{ name: 'picture.png' }]),
      types: ['text/plain', 'text/html', 'Files'],
      getData: (type: string) => (type === 'text/html' ? '<p><b>No berth</b> is let.</p>' : 'No berth is let.'),
    };
    await fire('paste', document.body, { clipboardData });
    expect(names(main)).toEqual([`${said('frame.pasteName')} No berth is let.html`]);
    const [first] = main.inputs('import.bytes');
    expect(new TextDecoder().decode(first?.bytes)).toContain('<b>No berth</b>');
  });

  it('a paste into a field belongs to the field', async () => {
    const main = await zone();
    await fire('paste', screen.getByRole('textbox'), { clipboardData: text('berth') });
    expect(main.calls).toEqual([]);
  });

  it('pasted files are imported as dropped ones are', async () => {
    const main = await zone();
    await fire('paste', document.body, { clipboardData: transferOf([{ name: 'a.png' }]) });
    expect(names(main)).toEqual(['a.png']);
  });
});

describe('folders that are dropped', () => {
  const dropped: Answers = { 'import.dropped': () => [{ name: 'inside.pdf', sourceId: anId(32) }] };

  it('are opened by the main side, and what lies beside them is imported as it is', async () => {
    const main = await zone(dropped);
    await fire('drop', document, {
      dataTransfer: transferOf([{ name: 'folder', folder: true }, { name: 'beside.jpg' }]),
    });
    expect(main.calls.map(({ name }) => name)).toEqual(['import.dropped', 'import.bytes']);
    expect(names(main)).toEqual(['beside.jpg']);
  });

  it('are not asked for where there are files alone, whatever they end in', async () => {
    const main = await zone(dropped);
    await fire('drop', document, { dataTransfer: transferOf([{ name: 'a.xyz' }]) });
    expect(main.calls.map(({ name }) => name)).toEqual(['import.bytes']);
    expect(droppedIn(null)).toEqual({ files: [], folders: false });
  });
});
