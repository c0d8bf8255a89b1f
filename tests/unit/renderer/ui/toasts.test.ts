import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Toasts from '../../../../src-renderer/frame/Toasts.svelte';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { back, go } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { dismiss, overtaken, removed, tell, toasts } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import { click, press } from '../given/hands.ts';
import { given, said, settled } from '../given/page.ts';

beforeEach(async () => {
  for (const { id } of toasts.all) dismiss(id);
  await given({});
  render(Toasts);
});

const region = (): HTMLElement => screen.getByRole('status', { name: said('frame.toasts') });
const undoButtons = (): readonly HTMLElement[] => screen.queryAllByRole('button', { name: said('frame.undo') });

/** Lets time pass without waiting for it; the region is drawn afterwards. */
async function after(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  vi.useRealTimers();
  await settled();
}

describe('what was removed', () => {
  it('is said with the way back, which is taken once', async () => {
    const undo = vi.fn(() => Promise.resolve());
    removed('Order removed', undo);
    await settled();
    expect(region().textContent).toContain('Order removed');
    await click(undoButtons()[0]!);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(undoButtons()).toEqual([]);
    expect(region().textContent).toContain(said('frame.undone'));
  });

  it('is gone with a step that rests on it: the way back is that step’s own', async () => {
    removed('Marked as sent', () => Promise.resolve());
    overtaken();
    await settled();
    expect(toasts.undoable).toBeUndefined();
    expect(undoButtons()).toEqual([]);
  });

  it('stays behind on its screen, but comes along where it was told on the way', async () => {
    removed('Three added', () => Promise.resolve());
    go({ screen: 'agenda' });
    await settled();
    expect(toasts.shown?.text).toBe('Three added');
    const later = performance.now() + 2_000;
    vi.spyOn(performance, 'now').mockReturnValue(later);
    go({ screen: 'letters' });
    await settled();
    vi.restoreAllMocks();
    expect(toasts.all).toEqual([]);
    back();
    back();
  });

  it('is taken back by Ctrl+Z, the newest first', async () => {
    const done: string[] = [];
    const undo = (name: string) => (): Promise<void> => Promise.resolve(void done.push(name));
    removed('first', undo('first'));
    removed('second', undo('second'));
    await settled();
    await press('z', { ctrl: true });
    await press('z', { ctrl: true });
    await press('z', { ctrl: true });
    expect(done).toEqual(['second', 'first']);
  });

  it('is not taken back while one types, composes or looks at a dialog', async () => {
    const undo = vi.fn(() => Promise.resolve());
    removed('Order removed', undo);
    await settled();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    expect(await press('z', { ctrl: true })).toBe(false);
    field.remove();
    expect(await press('z', { ctrl: true, composing: true })).toBe(false);
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.showModal();
    expect(await press('z', { ctrl: true })).toBe(false);
    dialog.remove();
    expect(undo).not.toHaveBeenCalled();
  });

  it('can be tried again where taking it back failed', async () => {
    const undo = vi.fn(() => Promise.reject(new Error('not now')));
    removed('Order removed', undo);
    await settled();
    await click(undoButtons()[0]!);
    expect(notice.failure?.details).toContain('not now');
    expect(undoButtons()).toHaveLength(1);
    expect(region().textContent).not.toContain(said('frame.undone'));
    // what failed was the test's own, no defect of the page
    undo.mockImplementation(() => Promise.resolve() as never);
    await click(undoButtons()[0]!);
    expect(undoButtons()).toEqual([]);
    const { closeFailure } = await import('../../../../src-renderer/kernel/failures.svelte.ts');
    closeFailure();
  });

  it('is said for ten seconds, and stays while one points at it', async () => {
    vi.useFakeTimers();
    removed('Order removed', () => Promise.resolve());
    vi.advanceTimersByTime(9_900);
    expect(toasts.all).toHaveLength(1);
    region().dispatchEvent(new Event('pointerenter'));
    vi.advanceTimersByTime(60_000);
    expect(toasts.all).toHaveLength(1);
    region().dispatchEvent(new Event('pointerleave'));
    vi.advanceTimersByTime(50);
    expect(toasts.all).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(toasts.all).toEqual([]);
    await after(0);
  });

  it('stays while the focus is in it', async () => {
    vi.useFakeTimers();
    removed('Order removed', () => Promise.resolve());
    region().dispatchEvent(new Event('focusin', { bubbles: true }));
    vi.advanceTimersByTime(60_000);
    expect(toasts.all).toHaveLength(1);
    region().dispatchEvent(new Event('focusout', { bubbles: true }));
    vi.advanceTimersByTime(10_100);
    expect(toasts.all).toEqual([]);
    await after(0);
  });
});

describe('what was told a moment ago', () => {
  const seen = (): string => region().textContent ?? '';

  it('stands alone: each takes the place of the one before, whose way back stays open', async () => {
    const done: string[] = [];
    for (const name of ['first', 'second', 'third']) removed(name, () => Promise.resolve(void done.push(name)));
    await settled();
    expect(undoButtons()).toHaveLength(1);
    expect([seen().includes('third'), seen().includes('second'), seen().includes('first')]).toEqual([
      true,
      false,
      false,
    ]);
    for (let step = 0; step < 3; step += 1) await press('z', { ctrl: true });
    expect(done).toEqual(['third', 'second', 'first']);
  });

  it('comes back with its way back, once a mere word that took its place is gone', async () => {
    vi.useFakeTimers();
    removed('Order removed', () => Promise.resolve());
    tell('Saved.');
    tell('Exported.');
    expect(toasts.all.map(({ text }) => text)).toEqual(['Order removed', 'Exported.']);
    expect([toasts.shown?.text, notice.said]).toEqual(['Exported.', 'Exported.']);
    vi.advanceTimersByTime(5_100);
    expect(toasts.shown?.text).toBe('Order removed');
    await after(0);
    expect(undoButtons()).toHaveLength(1);
  });
});
