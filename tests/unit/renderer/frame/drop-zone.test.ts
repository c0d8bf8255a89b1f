import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import DropZone from '../../../../src-renderer/frame/DropZone.svelte';
import { filesOf } from '../../../../src-renderer/frame/dropped.ts';
import { bundle } from '../../../../src-renderer/kernel/bundle-review.svelte.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../given/agreements.ts';
import { aBundle } from '../given/evidence.ts';
import { reads } from '../given/find.ts';
import { given, inEach, said, settled } from '../given/page.ts';
import type { Answers, Double } from '../given/double.ts';

interface Entry {
  readonly name: string;
  readonly inside?: readonly Entry[];
}

/** A file or folder as the browser gives it: a folder is read in portions, and an empty one is the end. */
function entryOf({ name, inside }: Entry): FileSystemEntry {
  if (!inside) {
    const file = (give: (file: File) => void): void => give(new File([name], name));
    return { name, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = [...inside];
    return { readEntries: (give: (entries: FileSystemEntry[]) => void) => give(left.splice(0, 2).map(entryOf)) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

function transferOf(entries: readonly Entry[]): DataTransfer {
  const files = entries.filter(({ inside }) => !inside).map(({ name }) => new File([name], name));
  return {
    types: ['Files'],
    files,
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entryOf(entry) })),
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

  it('pasted words are imported, blank ones are not', async () => {
    const main = await zone();
    await fire('paste', document.body, { clipboardData: text('  \n ') });
    expect(main.calls).toEqual([]);
    await fire('paste', document.body, { clipboardData: text('Berths are let by the day.') });
    expect(names(main)).toEqual([`${said('frame.pasteName')}.txt`]);
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
    expect(names(main)).toEqual([`${said('frame.pasteName')}.html`]);
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
  const extensions: Answers = { 'import.extensions': () => ['docx', 'pdf'] };
  const of = async (entries: readonly Entry[]): Promise<readonly string[]> =>
    (await filesOf(transferOf(entries))).map(({ name }) => name);

  it('files alone are taken as they are, whatever they end in', async () => {
    await given({});
    expect(await of([{ name: 'a.xyz' }])).toEqual(['a.xyz']);
    expect(await filesOf(null)).toEqual([]);
  });

  it('of a folder only what may be an agreement, by name, through every portion and subfolder', async () => {
    await given(extensions);
    const inside = [
      { name: 'z.docx' },
      { name: '.hidden.docx' },
      { name: 'photo.jpg' },
      { name: 'deeper', inside: [{ name: 'm.PDF' }] },
      { name: 'a.pdf' },
    ];
    expect(await of([{ name: 'folder', inside }, { name: 'beside.jpg' }])).toEqual([
      'a.pdf',
      'm.PDF',
      'z.docx',
      'beside.jpg',
    ]);
  });

  it('a whole disk is not an import: two thousand files, no more', async () => {
    await given(extensions);
    const inside = Array.from({ length: 2100 }, (_, at) => ({ name: `${at}.pdf` }));
    expect(await of([{ name: 'disk', inside }, { name: 'more.pdf' }])).toHaveLength(2000);
  });
});
