import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessible } from '../given/axe.ts';
import { click, press, write } from '../given/hands.ts';
import { given } from '../given/page.ts';
import Lists from './Lists.svelte';

const onchoose = vi.fn();
const box = (): HTMLElement => screen.getByRole('combobox', { name: 'Things' });
/** The option that Enter would take, as a screen reader hears it. */
const active = (): string | undefined =>
  document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();

beforeEach(async () => {
  onchoose.mockClear();
  await given({});
  render(Lists, { onchoose });
});

describe('a combobox', () => {
  it('moves through what it finds, never beyond its ends, and takes the one it is at', async () => {
    box().focus();
    await press('ArrowUp');
    expect(active()).toBe('anchor');
    for (let times = 0; times < 5; times += 1) await press('ArrowDown');
    expect(active()).toBe('crane');
    await press('Enter');
    expect(onchoose.mock.calls).toEqual([['crane']]);
  });

  it('begins at the first again when something else is typed', async () => {
    box().focus();
    await press('ArrowDown');
    await write(box(), 'u');
    expect(active()).toBe('buoy');
  });

  it('says so where nothing is found, and then takes nothing', async () => {
    await write(box(), 'zzz');
    expect(screen.getByText('Nothing')).toBeTruthy();
    expect(active()).toBeUndefined();
    await press('Enter');
    expect(onchoose).not.toHaveBeenCalled();
  });

  it('leaves the keys to an input method that composes', async () => {
    box().focus();
    expect(await press('ArrowDown', { composing: true })).toBe(false);
    expect(await press('Enter', { composing: true })).toBe(false);
    expect([active(), onchoose.mock.calls.length]).toEqual(['anchor', 0]);
  });
});

describe('tabs', () => {
  const chosen = (): string | null => screen.getByRole('tab', { selected: true }).textContent;

  it('are one stop for the keyboard, and the arrows go round', async () => {
    expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    screen.getByRole('tab', { name: 'First' }).focus();
    await press('ArrowLeft');
    expect(chosen()).toBe('Third');
    expect(document.activeElement?.textContent).toBe('Third');
    await press('ArrowRight');
    expect(chosen()).toBe('First');
  });

  it('show their part, and are read out with it', async () => {
    await click(screen.getByRole('tab', { name: 'Second' }));
    expect(screen.getByRole('tabpanel', { name: 'Second' }).textContent).toBe('second');
    await accessible();
  });
});
