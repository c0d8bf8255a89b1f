import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { AgendaLine } from '../../../../../src-main/contract/agenda.ts';
import Agenda from '../../../../../src-renderer/features/agenda/Agenda.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { listDate, longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { resizeTo, scrolledTo } from '../../given/browser.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

const agenda = (
  lines: readonly AgendaLine[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> => show(Agenda, {}, { 'agenda.list': () => anAgenda(lines), ...answers }, wish);

const late = aLine({
  id: 'late',
  state: 'overdue',
  date: '2026-11-20',
  title: asWritten('Late one'),
  kind: 'notice-last-day',
});
const ahead = aLine({
  id: 'ahead',
  title: asWritten('One ahead'),
  agreement: { id: anId(1), title: 'Harbour storage terms' },
  place: { screen: 'rights', agreementId: anId(1), part: 'orders' },
});
const finished = aLine({
  id: 'finished',
  state: 'done',
  title: asWritten('Finished one'),
  done: { on: '2026-11-25', note: 'by hand', file: 'slip.pdf', by: 'person' },
});
const asleep = aLine({
  id: 'asleep',
  state: 'snoozed',
  title: asWritten('Sleeping one'),
  snoozed: { until: '2026-12-07', reason: 'waits for an answer' },
});
const item = (title: string): HTMLElement => screen.getByText(title).closest('li')!;

describe('states of the agenda', () => {
  inEach('empty: nothing to do or to export; what brings dates is the one thing to press', async (language) => {
    const main = await agenda([], { 'import.choose': () => [] }, { language });
    expect(reads('agenda.none')).toBe(true);
    expect(reads('agenda.count', { open: 0 })).toBe(false);
    expect(reads('agenda.noneText')).toBe(true);
    expect(screen.getAllByRole('button')).toEqual([the('button', 'library.sample'), the('button', 'library.import')]);
    await accessible();
    await click(the('button', 'library.import'));
    expect(main.inputs('import.choose')).toEqual([{ what: 'files' }]);
  });

  it('loading and failed: nothing is claimed', async () => {
    await agenda([], { 'agenda.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: the failure is told, and no empty agenda claimed', async () => {
    await agenda([], { 'agenda.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('agenda.none')).toBe(false);
  });

  it('what is missed goes on in small letters behind the colon in English, but an acronym stays', async () => {
    const vat = aLine({ id: 'vat', title: asWritten('Of tax'), ifMissed: asWritten('VAT is not deducted.') });
    await agenda([vat], {}, { language: 'en' });
    expect(item('Of tax').textContent).toContain('If missed: VAT is not deducted.');
  });

  inEach('few: overdue first, with when, why and what happens if it is missed', async (language) => {
    await agenda([late, ahead], {}, { language });
    expect(reads('agenda.countOverdue', { open: 2, overdue: 1 })).toBe(true);
    expect(screen.getAllByRole('listitem').map((line) => line.textContent.includes('Late one'))).toEqual([true, false]);
    const line = item('One ahead');
    expect(line.textContent).toContain(longDate('2026-12-10'));
    expect(line.textContent).toContain(said('frame.daysAhead', { days: 10 }));
    expect(line.textContent).toContain('The order asks for it · Harbour storage terms');
    const missed = language === 'en' ? 'the store may be closed.' : 'The store may be closed.';
    expect(line.textContent).toContain(said('agenda.ifMissed', { what: missed }));
    await accessible();
  });

  inEach('many: three hundred lines', async (language) => {
    const lines = Array.from({ length: 300 }, (_, at) => aLine({ id: `line:${at}` }));
    await agenda(lines, {}, { language });
    expect(screen.getAllByRole('listitem')).toHaveLength(300);
  });

  it('an unknown date says what is missing, and the day before which it is not', async () => {
    const { date: _, ...undated } = ahead;
    const missing = [{ what: 'input' as const, name: 'fee', text: asWritten('The day of the order') }];
    await agenda([{ ...undated, state: 'unknown', notBefore: '2026-12-24', missing }]);
    expect(reads('agenda.unknownDate')).toBe(true);
    expect(reads('agenda.notBefore', { day: longDate('2026-12-24') })).toBe(true);
    expect(readsText('The day of the order')).toBe(true);
  });
});

describe('choosing what the agenda shows', () => {
  it('what is done or sleeps is shown when asked for', async () => {
    await agenda([ahead, finished, asleep]);
    expect(readsText('Finished one')).toBe(false);
    expect(readsText('Sleeping one')).toBe(false);
    await click(field('agenda.showDone'));
    expect(item('Finished one').textContent).toContain(
      said('agenda.doneOnWith', { day: listDate('2026-11-25'), note: ['by hand', 'slip.pdf'] }),
    );
    expect(item('Sleeping one').textContent).toContain(
      said('agenda.snoozedUntil', { day: listDate('2026-12-07'), reason: 'waits for an answer' }),
    );
  });

  it('one kind, one agreement, or what is nowhere', async () => {
    await agenda([late, ahead]);
    await pick(the('combobox', 'agenda.kind'), 'notice-last-day');
    expect(readsText('One ahead')).toBe(false);
    await pick(the('combobox', 'agenda.agreement'), anId(1));
    expect(reads('agenda.noMatch')).toBe(true);
    await pick(the('combobox', 'agenda.kind'), '');
    expect(readsText('One ahead')).toBe(true);
    expect(readsText('Late one')).toBe(false);
  });

  it('what is exported is what is shown, in the language of the page', async () => {
    const main = await agenda(
      [late, ahead],
      {
        'agenda.calendar': () => ({ fileName: 'dates.ics', leftOut: 2 }),
        'agenda.export': () => ({ fileName: 'dates.pdf' }),
        'agenda.print': () => ({ printed: true }),
      },
      { language: 'en' },
    );
    await pick(the('combobox', 'agenda.kind'), 'notice-last-day');
    await click(the('button', 'agenda.ics'));
    expect(notice.said).toBe(said('agenda.savedWithout', { name: 'dates.ics', count: 2 }));
    await click(the('button', 'agenda.pdf'));
    expect(notice.said).toBe(said('agenda.saved', { name: 'dates.pdf' }));
    await click(the('button', 'agenda.print'));
    for (const name of ['agenda.calendar', 'agenda.export', 'agenda.print'] as const)
      expect(main.inputs(name)).toEqual([{ items: ['late'], language: 'en' }]);
  });

  it('a closed dialog tells nothing; nothing left out is not mentioned', async () => {
    const main = await agenda([late], { 'agenda.calendar': () => undefined });
    const before = notice.said;
    await click(the('button', 'agenda.ics'));
    expect(notice.said).toBe(before);
    main.answer({ 'agenda.calendar': () => ({ fileName: 'dates.ics', leftOut: 0 }) });
    await click(the('button', 'agenda.ics'));
    expect(notice.said).toBe(said('agenda.saved', { name: 'dates.ics' }));
  });
});

describe('the calendar of the agenda', () => {
  inEach('shows the month of today in whole weeks, and turns', async (language) => {
    await agenda([late], {}, { language });
    await click(the('button', 'agenda.calendar'));
    expect(the('heading', 'frame.monthOfYear', { year: 2026, month: said('frame.months.nov') })).toBeTruthy();
    // 1 November 2026 is a Sunday, the 30th a Monday: six weeks.
    expect(screen.getAllByRole('row')).toHaveLength(1 + 6);
    expect(screen.getAllByRole('cell').filter((cell) => cell.getAttribute('aria-current') === 'date')).toHaveLength(1);
    await accessible();
    await click(the('button', 'agenda.nextMonth'));
    await click(the('button', 'agenda.nextMonth'));
    expect(the('heading', 'frame.monthOfYear', { year: 2027, month: said('frame.months.jan') })).toBeTruthy();
    await click(the('button', 'agenda.previousMonth'));
    expect(the('heading', 'frame.monthOfYear', { year: 2026, month: said('frame.months.dec') })).toBeTruthy();
  });

  it('three entries a day, the others counted; an entry leads to its line', async () => {
    const lines = [1, 2, 3, 4, 5].map((at) =>
      aLine({ id: `${at}`, date: '2026-11-12', title: asWritten(`Entry ${at}`) }),
    );
    await agenda(lines);
    await click(the('button', 'agenda.calendar'));
    const cell = screen.getByText('Entry 1').closest('td')!;
    expect(within(cell).getAllByRole('button')).toHaveLength(3);
    expect(cell.textContent).toContain(said('agenda.more', { count: 2 }));
    await click(screen.getByText('Entry 2'));
    expect(scrolledTo).toEqual([item('Entry 2')]);
  });

  it('a day that is only a bound is marked as one', async () => {
    const { date: _, ...undated } = ahead;
    await agenda([{ ...undated, state: 'unknown', notBefore: '2026-11-24' }]);
    await click(the('button', 'agenda.calendar'));
    expect(screen.getByText('≥ One ahead').closest('td')?.textContent).toContain('24');
  });
});

describe('doing something about a line', () => {
  it('its matter is dealt with where it lies', async () => {
    await agenda([ahead, late]);
    expect(within(item('Late one')).queryByRole('button', { name: said('agenda.open') })).toBeNull();
    await click(the('button', 'agenda.open'));
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1), part: 'orders' });
  });

  inEach('done: on a day, with a note', async (language) => {
    const main = await agenda([ahead], { 'agenda.done': () => ({ done: true }) }, { language });
    await click(the('button', 'agenda.done'));
    expect(valueOf(field('agenda.on'))).toBe('2026-11-30');
    await accessible();
    await write(field('agenda.on'), '2026-11-28');
    await write(field('agenda.note'), 'paid by transfer');
    await click(the('button', 'agenda.keep'));
    expect(main.inputs('agenda.done')).toEqual([
      { itemId: 'ahead', on: '2026-11-28', note: 'paid by transfer', file: false },
    ]);
    expect(dialog()).toBeNull();
  });

  it('done with a file: where the person closed the file dialog, the line is not done', async () => {
    const main = await agenda([ahead], { 'agenda.done': () => ({ done: false }) });
    await click(the('button', 'agenda.done'));
    await click(the('button', 'agenda.keepWithFile'));
    expect(main.inputs('agenda.done')[0]?.file).toBe(true);
    expect(dialog()).not.toBeNull();
  });

  inEach('put off: a week by default, never without a reason', async (language) => {
    const main = await agenda([ahead], { 'agenda.snooze': () => undefined }, { language });
    await click(the('button', 'agenda.snooze'));
    expect(valueOf(field('agenda.until'))).toBe('2026-12-07');
    await click(the('button', 'frame.save'));
    expect(main.inputs('agenda.snooze')).toEqual([]);
    await write(field('agenda.reason'), 'waits for an answer');
    await accessible();
    await click(the('button', 'frame.save'));
    expect(main.inputs('agenda.snooze')).toEqual([
      { itemId: 'ahead', until: '2026-12-07', reason: 'waits for an answer' },
    ]);
    expect(dialog()).toBeNull();
  });

  it('what was refused keeps the dialog and what was typed', async () => {
    await agenda([ahead], { 'agenda.snooze': refused(), 'agenda.done': refused() });
    await click(the('button', 'agenda.snooze'));
    await write(field('agenda.reason'), 'waits');
    await click(the('button', 'frame.save'));
    expect(valueOf(field('agenda.reason'))).toBe('waits');
    await click(the('button', 'frame.cancel'));
    await click(the('button', 'agenda.done'));
    await write(field('agenda.note'), 'paid');
    await click(the('button', 'agenda.keep'));
    expect(valueOf(field('agenda.note'))).toBe('paid');
  });

  it("a person's own word and a sleep can be taken back, what a record shows cannot", async () => {
    const shown = aLine({
      id: 'shown',
      state: 'done',
      title: asWritten('Shown one'),
      done: { on: '2026-11-25', note: '', by: 'record' },
    });
    const main = await agenda([finished, asleep, shown], { 'agenda.reopen': () => undefined });
    await click(field('agenda.showDone'));
    expect(item('Shown one').textContent).toContain(said('agenda.doneOn', { day: listDate('2026-11-25') }));
    expect(within(item('Shown one')).queryByRole('button')).toBeNull();
    for (const button of every('button', 'agenda.reopen')) await click(button);
    expect(main.inputs('agenda.reopen')).toEqual([{ itemId: 'asleep' }, { itemId: 'finished' }]);
  });

  it('whatever changed, the agenda is looked at again', async () => {
    const main = await agenda([ahead]);
    main.answer({ 'agenda.list': () => anAgenda([late]) });
    main.send('changed', { features: ['letters'] });
    await settled();
    expect(readsText('Late one')).toBe(true);
  });
});

describe('where there is room for one column', () => {
  const narrow = (lines: readonly AgendaLine[]): Promise<Double> =>
    agenda(lines, {
      'agenda.list': () => {
        resizeTo(640);
        return anAgenda(lines);
      },
      'agenda.calendar': () => ({ fileName: 'a.ics', leftOut: 0 }),
    });

  it('the ways out of the list stand behind one button', async () => {
    const main = await narrow([ahead]);
    expect(every('button', 'agenda.ics')).toEqual([]);
    await click(the('button', 'library.more'));
    expect(every('menuitem', 'agenda.pdf')).toHaveLength(1);
    await click(the('menuitem', 'agenda.ics'));
    expect(main.inputs('agenda.calendar')).toEqual([{ items: ['ahead'], language: 'zh' }]);
  });

  it('nothing can be taken out of an empty list', async () => {
    await narrow([]);
    expect(every('button', 'library.more')).toEqual([]);
  });
});
