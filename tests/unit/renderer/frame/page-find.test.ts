import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import PageFind from '../../../../src-renderer/frame/PageFind.svelte';
import { accessible } from '../given/axe.ts';
import { scrolledTo } from '../given/browser.ts';
import { reads, the } from '../given/find.ts';
import { click, press, write } from '../given/hands.ts';
import { inEach, show } from '../given/page.ts';

/** What is marked on the page, by the name of the highlight: `Highlight` is a set of ranges. */
const marked = new Map<string, Set<Range>>();
const texts = (name: string): readonly string[] => [...(marked.get(name) ?? [])].map((range) => range.toString());

let page: HTMLElement;
let closed = 0;

beforeEach(() => {
  marked.clear();
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      constructor(...ranges: readonly Range[]) {
        super(ranges);
      }
    },
  );
  vi.stubGlobal('CSS', { highlights: marked });
  page = document.createElement('div');
  page.innerHTML = '<p>Moorings are let.</p><p>A mooring that is let again.</p><p>MOORING</p>';
  document.body.append(page);
});
afterEach(() => {
  vi.unstubAllGlobals();
  page.remove();
});

async function find(wish: Parameters<typeof show>[3] = {}): Promise<void> {
  closed = 0;
  await show(PageFind, { page, onclose: () => void (closed += 1) }, {}, wish);
}
const box = (): HTMLElement => screen.getByRole('searchbox');
const counted = (at: number, of: number): boolean => reads('review.reader.findCount', { at, of });

describe('finding on the page', () => {
  inEach('takes the focus, marks every place and counts them', async (language) => {
    await find({ language });
    expect(document.activeElement).toBe(box());
    expect(counted(0, 0)).toBe(true);
    await write(box(), 'mooring');
    expect(counted(1, 3)).toBe(true);
    expect(texts('found')).toEqual(['Mooring', 'mooring', 'MOORING']);
    expect(texts('found-now')).toEqual([]);
    await accessible();
  });

  it('Enter goes from place to place and begins again, Shift Enter goes back', async () => {
    await find();
    await write(box(), 'mooring');
    const seen: string[] = [];
    for (const shift of [false, false, false, false, true]) {
      await press('Enter', { shift });
      seen.push(texts('found-now').join());
    }
    expect(seen).toEqual(['Mooring', 'mooring', 'MOORING', 'Mooring', 'MOORING']);
    expect(counted(3, 3)).toBe(true);
    expect(scrolledTo.at(-1)?.textContent).toBe('MOORING');
  });

  it('its buttons step too', async () => {
    await find();
    await write(box(), 'let');
    await click(screen.getByRole('button', { name: '↓' }));
    await click(screen.getByRole('button', { name: '↓' }));
    expect(counted(2, 2)).toBe(true);
    await click(screen.getByRole('button', { name: '↑' }));
    expect(counted(1, 2)).toBe(true);
  });

  it('finds what came to the page since', async () => {
    await find();
    await write(box(), 'berth');
    expect(counted(0, 0)).toBe(true);
    page.append(Object.assign(document.createElement('p'), { textContent: 'A berth' }));
    await press('Enter');
    expect(counted(1, 1)).toBe(true);
  });

  it('Enter that ends a composition does not step', async () => {
    await find();
    await write(box(), 'mooring');
    await press('Enter', { composing: true });
    expect(texts('found-now')).toEqual([]);
  });

  it('Escape and its button close it', async () => {
    await find();
    await press('Escape');
    await click(the('button', 'frame.close'));
    expect(closed).toBe(2);
  });
});
