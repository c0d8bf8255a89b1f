import { cleanup, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { AgendaLine } from '../../../../../src-main/contract/agenda.ts';
import Agenda from '../../../../../src-renderer/features/agenda/Agenda.svelte';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { dismiss, toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, readsText, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

const agenda = (lines: readonly AgendaLine[], answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> =>
  show(Agenda, {}, { 'agenda.list': () => anAgenda(lines), ...answers }, { language });

const one = aLine({
  id: 'one',
  title: asWritten('First'),
  date: '2026-12-02',
  place: { screen: 'rights', agreementId: anId(1), part: 'orders' },
});
const two = aLine({ id: 'two', title: asWritten('Second'), date: '2026-12-20' });
const far = aLine({ id: 'far', title: asWritten('Far'), date: '2027-06-01' });
const { date: _, ...undated } = aLine({
  id: 'review',
  kind: 'review',
  state: 'open',
  closable: false,
  title: asWritten('Unread'),
  place: { screen: 'review', versionId: anId(101) },
});
const answer: AgendaLine = { ...undated, id: 'answer', kind: 'answer', title: asWritten('Waits') };
const chosen = (): string | undefined =>
  document.querySelector<HTMLElement>('[aria-current=true][data-item]')?.dataset['item'];
const keyUndone = async (): Promise<void> => {
  const toast = toasts.undoable;
  if (toast) await undo(toast);
  await settled();
};

beforeEach(() => {
  for (const { id } of toasts.all) dismiss(id);
});

describe('the agenda by how near things are', () => {
  inEach('this week, this month, later, and what has no day', async (language) => {
    await agenda([one, two, far, undated], {}, language);
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent.trim());
    for (const name of ['week', 'month', 'later', 'open'] as const)
      expect(headings.some((text) => text.startsWith(said(`agenda.groups.${name}`)))).toBe(true);
    await accessible();
  });

  inEach('only keys that do something with the chosen line are offered', async (language) => {
    const offered = (): string => document.querySelector('footer .keys')?.textContent ?? '';
    await agenda([undated], {}, language);
    expect(offered()).toContain(said('agenda.keys.snooze'));
    expect(offered()).not.toContain(said('agenda.keys.done'));
    cleanup();
    await agenda([{ ...two, state: 'today' }], {}, language);
    expect(offered()).toContain(said('agenda.keys.done'));
    expect(offered()).not.toContain(said('agenda.keys.snooze'));
  });

  inEach('the days beside it explain the marks that they bear, and no others', async (language) => {
    await agenda([undated], {}, language);
    expect(readsText(said('agenda.daysNote'))).toBe(false);
    cleanup();
    await agenda([two], {}, language);
    expect(readsText(said('agenda.daysNote'))).toBe(true);
    cleanup();
    await agenda([{ ...two, kind: 'notice-last-day' }], {}, language);
    expect(readsText(said('agenda.daysNoteLast'))).toBe(true);
  });

  it('a chip keeps what a person looks for, with how many there are', async () => {
    await agenda([one, two, undated, answer]);
    const chip = (name: string): HTMLElement => screen.getByRole('button', { name });
    await click(chip(`${said('agenda.chips.review')} 1`));
    expect([readsText('Unread'), readsText('First'), readsText('Waits')]).toEqual([true, false, false]);
    await click(chip(`${said('agenda.chips.answer')} 1`));
    expect([readsText('Unread'), readsText('Waits')]).toEqual([false, true]);
    await click(chip(`${said('agenda.chips.dates')} 2`));
    expect([readsText('First'), readsText('Waits')]).toEqual([true, false]);
    await click(chip(`${said('agenda.chips.all')} 4`));
    expect(readsText('Waits')).toBe(true);
  });

  it('a day with something due leads to it', async () => {
    await agenda([one, two]);
    await click(screen.getByRole('button', { name: said('agenda.dayWith', { day: '2026年12月20日 周日', n: 1 }) }));
    expect(chosen()).toBe('two');
  });
});

describe('one key for each act', () => {
  it('J and K choose, Enter goes there, and so does the primary', async () => {
    await agenda([one, two, undated]);
    expect(chosen()).toBe('one');
    await press('j');
    expect(chosen()).toBe('two');
    expect((document.activeElement as HTMLElement).dataset['item']).toBe('two');
    await press('ArrowDown');
    await press('j');
    expect(chosen()).toBe('review');
    await press('k');
    await press('k');
    expect(chosen()).toBe('one');
    await press('Enter');
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1), part: 'orders' });
    await press('j');
    await press('j');
    await click(the('button', 'agenda.openChosen', { kind: said('agenda.kinds.review') }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101) });
  });

  it('E: done today; for a while it can be taken back; the next line is chosen', async () => {
    const main = await agenda([one, two], { 'agenda.done': () => ({ done: true }), 'agenda.reopen': () => undefined });
    await press('e');
    expect(main.inputs('agenda.done')).toEqual([{ itemId: 'one', on: '2026-11-30', note: '', file: false }]);
    expect(toasts.undoable?.text).toBe(said('agenda.doneSaid', { title: 'First' }));
    expect(chosen()).toBe('two');
    await keyUndone();
    expect(main.inputs('agenda.reopen')).toEqual([{ itemId: 'one' }]);
  });

  it('where the last line is done, its neighbour is chosen; a key that is held or pressed twice does one thing', async () => {
    let lines = [one, two, far];
    const main = await agenda([], {
      'agenda.list': () => anAgenda(lines),
      'agenda.done': ({ itemId }) => {
        lines = lines.filter(({ id }) => id !== itemId);
        return { done: true };
      },
    });
    await press('j');
    await press('j');
    expect(chosen()).toBe('far');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e' }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e' }));
    await settled();
    expect(chosen()).toBe('two');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', repeat: true }));
    await settled();
    expect(main.inputs('agenda.done').map(({ itemId }) => itemId)).toEqual(['far']);
  });

  it('H: put off for a week, and taken back', async () => {
    const main = await agenda([one, two], { 'agenda.snooze': () => undefined, 'agenda.reopen': () => undefined });
    await press('j');
    await press('h');
    expect(main.inputs('agenda.snooze')).toEqual([
      { itemId: 'two', until: '2026-12-07', reason: said('agenda.weekByKey') },
    ]);
    await keyUndone();
    expect(main.inputs('agenda.reopen')).toEqual([{ itemId: 'two' }]);
  });

  it('H on what is due today puts nothing off and says why; what is due within the week sleeps until the day before', async () => {
    const due = aLine({ id: 'due', state: 'today', date: '2026-11-30' });
    const main = await agenda([due, one], { 'agenda.snooze': () => undefined });
    expect(every('button', 'agenda.snooze')).toHaveLength(1);
    await press('h');
    expect(main.inputs('agenda.snooze')).toEqual([]);
    expect(toasts.all.at(-1)?.text).toBe(said('agenda.dueNow'));
    await press('j');
    await press('h');
    expect(main.inputs('agenda.snooze')).toMatchObject([{ itemId: 'one', until: '2026-12-01' }]);
  });

  it('what only the act itself ends is not done by a key; while typing, composing or in the month no key acts', async () => {
    const main = await agenda([one, undated], { 'agenda.done': () => ({ done: true }) });
    await press('j');
    await press('e');
    expect(main.inputs('agenda.done')).toEqual([]);
    await press('k');
    await press('e', { composing: true });
    the('combobox', 'agenda.kind').focus();
    await press('e');
    await click(the('button', 'agenda.calendar'));
    await press('e');
    expect(main.inputs('agenda.done')).toEqual([]);
  });

  it('what was refused is not said to be done', async () => {
    await agenda([one], { 'agenda.done': refused() });
    await press('e');
    expect(toasts.undoable).toBeUndefined();
    expect(chosen()).toBe('one');
  });

  it('the buttons open the dialogs, for a day and a note of one’s own', async () => {
    await agenda([one, undated]);
    await click(the('button', 'agenda.done'));
    expect(dialog()).not.toBeNull();
    expect(field('agenda.on')).toBeTruthy();
  });
});
