import Bell from '@lucide/svelte/icons/bell';
import { render, screen, within } from '@testing-library/svelte';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import IconButton from '../../../../src-renderer/ui/IconButton.svelte';
import { accessible } from '../given/axe.ts';
import { scrolledTo } from '../given/browser.ts';
import { click } from '../given/hands.ts';
import { given, settled, show } from '../given/page.ts';
import Bar from './Bar.svelte';
import Many from './Many.svelte';

const PAGE = join(import.meta.dirname, '../../../../src-renderer');

describe('an icon', () => {
  it('is a picture without a name; its button bears it, with the key where there is one', async () => {
    let clicked = 0;
    await show(IconButton, { icon: Bell, label: 'Notices', key: 'N', onclick: () => (clicked += 1) }, {});
    const button = screen.getByRole('button', { name: 'Notices' });
    expect(button.title).toBe('Notices (N)');
    const [drawn] = button.querySelectorAll('svg');
    expect(drawn?.getAttribute('aria-hidden')).toBe('true');
    expect(drawn?.getAttribute('stroke-width')).toBe('1.5');
    await click(button);
    expect(clicked).toBe(1);
    await accessible();
  });

  it('is imported by itself, so that the others stay out of the page', () => {
    const whole = globSync('**/*.{svelte,ts}', { cwd: PAGE }).filter((file) =>
      /import (?!type)[^;]*'@lucide\/svelte(?:\/icons)?'/u.test(readFileSync(join(PAGE, file), 'utf8')),
    );
    expect(whole).toEqual([]);
  });
});

describe('a long list', () => {
  // Without a layout, as here, an entry that was not measured is not shown.
  const entries = (): readonly HTMLElement[] =>
    within(screen.getByRole('list', { name: 'Moorings' })).getAllByRole('listitem', { hidden: true });

  it('that is short enough is drawn whole, each entry with its place', async () => {
    await show(Many, { count: 120 }, {});
    expect(entries()).toHaveLength(120);
    expect(entries().at(-1)?.getAttribute('aria-posinset')).toBe('120');
    expect(entries()[0]?.getAttribute('aria-setsize')).toBe('120');
    await accessible();
  });

  it('of thousands draws few of them, and always those that are kept', async () => {
    await show(Many, { count: 3000, kept: [2500] }, {});
    expect(entries().length).toBeLessThan(60);
    const kept = screen.getByText('Mooring 2500').closest('[role=listitem]');
    expect(kept?.getAttribute('aria-posinset')).toBe('2501');
    expect(kept?.getAttribute('aria-setsize')).toBe('3000');
  });

  it('brings an entry into view', async () => {
    await given({});
    const { component } = render(Many, { count: 10 });
    await settled();
    (component as unknown as { readonly reveal: (index: number) => void }).reveal(7);
    expect(scrolledTo.map(({ textContent }) => textContent)).toEqual(['Mooring 7']);
  });
});

describe('what a screen puts into the bar', () => {
  it('stands there while the screen is shown, and follows it', async () => {
    await given({});
    const { rerender } = render(Bar);
    await settled();
    const bar = within(screen.getByRole('banner'));
    expect(screen.getByText('Harbour terms / Check')).toBeTruthy();
    expect(bar.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Print Harbour terms']);
    await rerender({ name: 'Quay terms' });
    await tick();
    expect(screen.getByText('Quay terms / Check')).toBeTruthy();
    expect(bar.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Print Quay terms']);
    await rerender({ shown: false });
    await tick();
    expect(screen.getByText('none')).toBeTruthy();
    expect(bar.queryAllByRole('button')).toEqual([]);
  });
});

describe('the last line of a screen', () => {
  it('ends with the one next thing to do', async () => {
    await show(Bar, {}, {});
    const line = screen.getByRole('contentinfo');
    expect(within(line).getAllByRole('button').at(-1)?.textContent).toBe('Next clause');
    expect(line.textContent).toMatch(/^3 of 18 noted/u);
  });
});
