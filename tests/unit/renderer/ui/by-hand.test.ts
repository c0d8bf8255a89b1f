import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Field from '../../../../src-renderer/ui/form/Field.svelte';
import { reads } from '../given/find.ts';
import { inEach, settled, show } from '../given/page.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => vi.useRealTimers());

type Type = 'date' | 'month' | 'datetime-local';

const input = (): HTMLInputElement => document.querySelector('input')!;

/** Keys as a keyboard gives them, each followed by what waits for it. */
async function keys(written: string, more: Partial<KeyboardEventInit> = {}): Promise<void> {
  for (const key of written) {
    await fireEvent.keyDown(input(), { key, ...more });
    vi.runAllTimers();
  }
  await settled();
}

async function fieldOf(type: Type, language: 'zh' | 'en' = 'en'): Promise<void> {
  await show(Field, { label: 'When', name: 'when', type, value: '' }, {}, { language });
  await fireEvent.focus(input());
}

describe('typed with the year first', () => {
  it.each([
    ['date', '2026/9/1', '2026-09-01'],
    ['date', '20260901', '2026-09-01'],
    ['date', '２０２６／９／１', '2026-09-01'],
    ['date', '2026年9月1日', '2026-09-01'],
    ['month', '202612', '2026-12'],
    ['month', '2026/12', '2026-12'],
    ['month', '2026年12月', '2026-12'],
    ['datetime-local', '2026-9-1 8:30', '2026-09-01T08:30'],
    ['datetime-local', '2026/12/01 18:30:15', '2026-12-01T18:30:15'],
  ] as const)('in a field of a %s, %s is %s', async (type, written, meant) => {
    await fieldOf(type);
    await keys(written);
    expect(input().value).toBe(meant);
    expect(input().getAttribute('aria-invalid')).toBeNull();
  });

  it('goes by the keys of the board while an input method is on', async () => {
    await fieldOf('date');
    for (const code of ['Digit2', 'Digit0', 'Digit2', 'Digit6', 'Slash', 'Digit9', 'Slash', 'Numpad1'])
      await fireEvent.keyDown(input(), { key: 'Process', code });
    vi.runAllTimers();
    expect(input().value).toBe('2026-09-01');
  });
});

describe('what is no day', () => {
  inEach('leaves nothing in the field, and is said there', async (language) => {
    await fieldOf('date', language);
    await keys('2026/2/3');
    expect(input().value).toBe('2026-02-03');
    await keys('0');
    expect(input().value).toBe('');
    expect(reads('format.impossible.date', { written: '2026/2/30' })).toBe(true);
    expect(input().getAttribute('aria-invalid')).toBe('true');
    await keys('2026/2/28');
    expect(input().value).toBe('2026-02-28');
    expect(reads('format.impossible.date', { written: '2026/2/30' })).toBe(false);
  });

  it.each([
    ['month', '2026/13', 'format.impossible.month'],
    ['datetime-local', '2026-2-30 12:30', 'format.impossible.datetime-local'],
    ['datetime-local', '2026-2-28 25:30', 'format.impossible.datetime-local'],
  ] as const)('in a field of a %s: %s', async (type, written, key) => {
    await fieldOf(type);
    await keys(written);
    expect(input().value).toBe('');
    expect(reads(key, { written })).toBe(true);
  });

  it.each(['2026/13/1', '2026/9'])('%s is refused once the field is left', async (written) => {
    await fieldOf('date');
    await keys(written);
    await fireEvent.blur(input());
    await settled();
    expect(input().value).toBe('');
    expect(reads('format.impossible.date', { written })).toBe(true);
  });

  it('of the control’s own order is left to the control', async () => {
    await fieldOf('date');
    input().value = '2026-12-31';
    await keys('31122026');
    await fireEvent.blur(input());
    expect(input().value).toBe('2026-12-31');
    expect(input().getAttribute('aria-invalid')).toBeNull();
  });
});
