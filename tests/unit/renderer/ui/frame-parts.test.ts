import Bell from '@lucide/svelte/icons/bell';
import { render, screen, within } from '@testing-library/svelte';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import IconButton from '../../../../src-renderer/ui/IconButton.svelte';
import { accessible } from '../given/axe.ts';
import { click } from '../given/hands.ts';
import { given, settled, show } from '../given/page.ts';
import Bar from './Bar.svelte';

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
