import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { dayWords } from '../../../../src-renderer/ui/day/day-words.ts';
import Field from '../../../../src-renderer/ui/form/Field.svelte';
import { accessible } from '../given/axe.ts';
import { reads, the } from '../given/find.ts';
import { click, press, valueOf, write } from '../given/hands.ts';
import { inEach, said, settled, show } from '../given/page.ts';

type Type = 'date' | 'month' | 'datetime-local';

const input = (): HTMLInputElement => document.querySelector('input')!;

async function fieldOf(type: Type, more: Record<string, unknown> = {}, language: 'zh' | 'en' = 'en'): Promise<void> {
  cleanup();
  await show(Field, { label: 'When', name: 'when', type, value: '', ...more }, {}, { language });
  input().focus();
}

async function leave(): Promise<void> {
  input().blur();
  await settled();
}

describe('what is typed into a field of a day', () => {
  it.each([
    ['date', '2026/9/1', '2026-09-01'],
    ['date', '2026-09-01', '2026-09-01'],
    ['date', '20260901', '2026-09-01'],
    ['date', '２０２６／９／１', '2026-09-01'],
    ['date', '2026年9月1日', '2026-09-01'],
    ['date', '1 Sep 2026', '2026-09-01'],
    ['month', '202612', '2026-12'],
    ['month', '2026/12', '2026-12'],
    ['month', '2026年12月', '2026-12'],
    ['datetime-local', '2026-9-1 8:30', '2026-09-01T08:30'],
    ['datetime-local', '2026/12/01 18:30:15', '2026-12-01T18:30:15'],
  ] as const)('%s: %s is %s, and stands in words once it is left', async (type, written, meant) => {
    for (const language of ['zh', 'en'] as const) {
      await fieldOf(type, {}, language);
      await write(input(), written);
      expect([valueOf(input()), input().value]).toEqual([meant, written]);
      await leave();
      expect([valueOf(input()), input().value]).toEqual([meant, dayWords(type, meant)]);
      expect(input().value).not.toMatch(/\d{4}-\d\d/u);
      // What the field itself writes is read again.
      await write(input(), `${input().value} `);
      expect(valueOf(input())).toBe(meant);
      expect(input().validity.valid).toBe(true);
    }
  });

  it('an input method’s own letters are nothing yet', async () => {
    await fieldOf('date');
    input().value = '2026-9-1';
    await fireEvent(input(), new InputEvent('input', { isComposing: true, bubbles: true }));
    expect(valueOf(input())).toBe('');
    await press('ArrowDown', { composing: true });
    expect(screen.queryByRole('dialog')).toBeNull();
    await fireEvent.compositionEnd(input());
    expect(valueOf(input())).toBe('2026-09-01');
  });

  inEach('an empty one says in the language of the page what is written there', async (language) => {
    await fieldOf('date', {}, language);
    expect(input().placeholder).toBe(said('format.unsaid.date'));
    expect(input().type).toBe('text');
  });
});

describe('what is no day', () => {
  inEach('stays to be mended, is no value of the field, and is said there once it is left', async (language) => {
    await fieldOf('date', {}, language);
    await write(input(), '2026/2/30');
    expect(valueOf(input())).toBe('');
    await leave();
    expect(input().value).toBe('2026/2/30');
    expect(reads('format.impossible.date', { written: '2026/2/30' })).toBe(true);
    expect(input().getAttribute('aria-invalid')).toBe('true');
    await accessible();
    await write(input(), '2026/2/28');
    expect(valueOf(input())).toBe('2026-02-28');
    expect(reads('format.impossible.date', { written: '2026/2/30' })).toBe(false);
  });

  it.each([
    ['date', '9/1/2026', 'format.impossible.date'],
    ['month', '2026/13', 'format.impossible.month'],
    ['datetime-local', '2026-2-30 12:30', 'format.impossible.datetime-local'],
    ['datetime-local', '2026-2-28 25:30', 'format.impossible.datetime-local'],
  ] as const)('in a field of a %s: %s, nor is a form sent with it', async (type, written, key) => {
    await fieldOf(type);
    await write(input(), written);
    expect(input().validationMessage).toBe(said(key, { written }));
    await leave();
    expect(reads(key, { written })).toBe(true);
  });

  it('nor is a day outside of what the field allows', async () => {
    await fieldOf('date', { min: '2026-09-02', max: '2026-09-30' });
    await write(input(), '2026-09-01');
    expect(input().validationMessage).toBe(said('frame.field.earliest', { date: dayWords('date', '2026-09-02') }));
    await write(input(), '2026-10-01');
    expect(input().validationMessage).toBe(said('frame.field.latest', { date: dayWords('date', '2026-09-30') }));
    await write(input(), '2026-09-30');
    expect(input().validity.valid).toBe(true);
  });
});

describe('the calendar of a field', () => {
  const open = (): Promise<boolean> => press('ArrowDown');
  const at = (): string | undefined => document.activeElement?.getAttribute('data-cell') ?? undefined;

  inEach('is gone through by the keyboard: days, weeks, months, years', async (language) => {
    await fieldOf('date', { value: '2026-01-31' }, language);
    await open();
    expect(screen.getByRole('dialog').getAttribute('aria-label')).toBe(said('frame.day.calendar', { name: 'When' }));
    await accessible();
    expect(at()).toBe('2026-01-31');
    for (const [key, day] of [
      ['ArrowRight', '2026-02-01'],
      ['ArrowLeft', '2026-01-31'],
      ['PageDown', '2026-02-28'],
      ['PageUp', '2026-01-28'],
      ['ArrowUp', '2026-01-21'],
      ['ArrowDown', '2026-01-28'],
      ['Home', '2026-01-26'],
      ['End', '2026-02-01'],
    ] as const) {
      await press(key);
      expect([key, at()]).toEqual([key, day]);
    }
    await press('PageDown', { shift: true });
    expect(at()).toBe('2027-02-01');
    await press('Enter');
    expect([valueOf(input()), input().value]).toEqual(['2027-02-01', dayWords('date', '2027-02-01')]);
    expect(document.activeElement).toBe(input());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('begins its weeks on Monday and marks today; a day that is not allowed is not chosen', async () => {
    await fieldOf('date', { max: '2026-11-30' });
    await click(the('button', 'frame.day.open', { name: 'When' }));
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect([heads[0], heads.at(-1)]).toEqual([said('frame.weekdays.mon'), said('frame.weekdays.sun')]);
    expect(document.querySelector('[aria-current=date]')?.getAttribute('data-cell')).toBe('2026-11-30');
    await click(document.querySelector('[data-cell="2026-12-01"]')!);
    expect(valueOf(input())).toBe('');
    await click(document.querySelector('[data-cell="2026-11-16"]')!);
    expect(valueOf(input())).toBe('2026-11-16');
  });

  it('is put away by Escape, with the focus back in the field', async () => {
    await fieldOf('date');
    await open();
    await press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(input());
  });

  it('of a month shows months; of a moment keeps its clock', async () => {
    await fieldOf('month', { value: '2026-01' });
    await open();
    await press('ArrowUp');
    await press('Enter');
    expect(valueOf(input())).toBe('2025-10');
    await fieldOf('datetime-local', { value: '2026-01-31T08:30' });
    await open();
    await press('ArrowLeft');
    await press('Enter');
    expect(valueOf(input())).toBe('2026-01-30T08:30');
    await fieldOf('datetime-local');
    await open();
    await press('Enter');
    expect(input().value).toBe(`${dayWords('date', '2026-11-30')} `);
    await write(input(), `${input().value}9:05`);
    expect(valueOf(input())).toBe('2026-11-30T09:05');
  });
});

inEach('a day that the field does not allow is refused as soon as it is typed, with why', async (language) => {
  await fieldOf('date', { max: '2026-09-30', day: 'done' }, language);
  await write(input(), '2026-10-01');
  expect(reads('frame.field.latest', { date: dayWords('date', '2026-09-30') })).toBe(true);
  expect(input().getAttribute('aria-invalid')).toBe('true');
  await write(input(), '2026-09-30');
  expect(input().getAttribute('aria-invalid')).toBeNull();
});
