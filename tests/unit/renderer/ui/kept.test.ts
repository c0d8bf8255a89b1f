import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { CallRefused } from '../../../../src-renderer/kernel/client.svelte.ts';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { accessible } from '../given/axe.ts';
import { aFailure } from '../given/double.ts';
import { click, pick, valueOf } from '../given/hands.ts';
import { given, settled } from '../given/page.ts';
import Kept from './Kept.svelte';

const REFUSED = 'The given call was refused.';
const refuse = (): Promise<never> => Promise.reject(new CallRefused(aFailure()));

async function shown(keep: (value: string) => Promise<unknown>) {
  await given({});
  const { rerender } = render(Kept, { value: 'a', keep });
  await settled();
  return rerender;
}
const list = (): HTMLElement => screen.getByRole('combobox', { name: 'Crane' });
const button = (): HTMLElement => screen.getByRole('button', { name: 'Lift' });

describe('a list whose choice is kept at once', () => {
  it('shows again what is kept when a choice was refused, and says so beside it', async () => {
    await shown(refuse);
    await pick(list(), 'b');
    expect(valueOf(list())).toBe('a');
    expect(screen.getByRole('alert').textContent).toContain(REFUSED);
    expect(notice.failure).toBeUndefined();
    expect(document.activeElement).toBe(list());
    await accessible();
  });

  it('stays at a choice that was kept, and forgets what was refused before', async () => {
    let keep: (value: string) => Promise<unknown> = refuse;
    const rerender = await shown((value) => keep(value));
    await pick(list(), 'b');
    keep = (value) => rerender({ value });
    await pick(list(), 'b');
    expect(valueOf(list())).toBe('b');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a button that stands alone', () => {
  it('says beside it what was refused, and keeps the focus', async () => {
    await shown(refuse);
    await click(button());
    expect(screen.getByRole('alert').textContent).toContain(REFUSED);
    expect(notice.failure).toBeUndefined();
    expect(document.activeElement).toBe(button());
    await accessible();
  });

  it('acts once, however often one presses', async () => {
    let done: () => void = () => undefined;
    const keep = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    await shown(keep);
    await click(button());
    await click(button());
    expect([keep.mock.calls.length, button().getAttribute('aria-busy')]).toEqual([1, 'true']);
    done();
    await settled();
    await click(button());
    expect(keep).toHaveBeenCalledTimes(2);
  });
});
