import { screen } from '@testing-library/svelte';
import { describe, expect, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LatestDay } from '../../../../../src-main/contract/agenda.ts';
import Agenda from '../../../../../src-renderer/features/agenda/Agenda.svelte';
import NoticeClock from '../../../../../src-renderer/features/notices/NoticeClock.svelte';
import NoticeRow from '../../../../../src-renderer/features/notices/NoticeRow.svelte';
import NoticeStand from '../../../../../src-renderer/features/notices/NoticeStand.svelte';
import NoticeTimeline from '../../../../../src-renderer/features/notices/NoticeTimeline.svelte';
import Figure from '../../../../../src-renderer/features/rights/Figure.svelte';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { aNotice, aNoticeView } from '../../given/notices.ts';
import { inEach, said, show, TODAY } from '../../given/page.ts';

const article = asWritten('Civil Code, 203 and 204');
const latest: LatestDay = {
  known: true,
  day: '2026-12-18',
  why: { text: asWritten('The 15th is a day off.'), statute: article },
};
const unknown: LatestDay = {
  known: false,
  missing: [{ what: 'calendar', name: '2027', text: asWritten('No table for 2027.') }],
};
const told = (): string => said('frame.latestBy', { date: longDate('2026-12-18'), article: 'Civil Code, 203 and 204' });
const page = (): string => document.body.textContent;

describe('a day that a holiday moves: the safe one loud, the latest in its margin with the article', () => {
  inEach('in the agenda, and on its own day in the month', async (language) => {
    const lines = [aLine({ date: '2026-12-15', hour: '18:00', latest }), aLine({ id: 'two', latest: unknown })];
    await show(Agenda, {}, { 'agenda.list': () => anAgenda(lines) }, { language });
    expect(page()).toContain(longDate('2026-12-15'));
    expect(page()).toContain(said('agenda.untilHour', { zone: said('names.zone.beijing'), hour: '18:00' }));
    expect(page()).toContain(told());
    expect(document.querySelector('.latest')?.getAttribute('title')).toBe('The 15th is a day off.');
    expect(page()).toContain(said('frame.latestNoTable', { year: '2027' }));
    await click(the('button', 'agenda.calendar'));
    await click(the('button', 'agenda.nextMonth'));
    expect(page()).toContain(said('agenda.latestOf', { what: 'Pay for the storage' }));
  });

  inEach('in the list of notices, in how one stands, in its clock and on its line', async (language) => {
    const notice = aNotice({ latest });
    await show(NoticeRow, { notice, today: TODAY, current: false, onchoose: () => undefined }, {}, { language });
    expect(page()).toContain(told());
    const view = aNoticeView({
      latest,
      clock: [{ name: 'lastDayToAct', date: '2026-12-15', latest, missing: [], steps: [] }],
    });
    await show(NoticeStand, { view, today: TODAY }, {}, { language });
    expect(page()).toContain(told());
    await show(NoticeClock, { view, today: TODAY, onchanged: () => undefined }, {}, { language });
    expect(document.querySelector('[data-line="lastDayToAct"]')?.textContent).toContain(told());
    await show(NoticeTimeline, { view, today: TODAY }, {}, { language });
    expect(document.querySelector('.dot.latest')).not.toBeNull();
    expect(page()).toContain(said('notices.timeline.latest'));
  });

  inEach('beside a figure of an order', async (language) => {
    const answer = { known: true, value: '2026-12-15', steps: [] } as const;
    const given = { label: 'Pay by', answer, words: '15 Dec', latest, clauses: {}, agreementId: 'a' };
    await show(Figure, given, {}, { language });
    expect(page()).toContain(told());
  });
});

describe('what is not known yet', () => {
  inEach('is named, and one is led to where it is entered', async (language) => {
    const received: LatestDay = {
      known: false,
      missing: [{ what: 'input', name: 'received', text: asWritten('When it came.') }],
    };
    const field = { name: 'received', unit: 'date', label: asWritten('When it came.') } as const;
    const view = aNoticeView({ latest: received, lastDayKnown: false, fields: [field] });
    const onchanged = (): void => undefined;
    await show(NoticeClock, { view, today: TODAY, onchanged }, {}, { language });
    await show(NoticeStand, { view, today: TODAY }, {}, { language });
    const missing = [said('notices.fields.received')];
    expect(page()).toContain(said('frame.latestUnknown', { missing }));
    await click(the('button', 'notices.fillMissing', { missing }));
    expect(document.activeElement?.closest('#notice-fields')).not.toBeNull();
  });

  inEach('a year without its table leads to the settings', async (language) => {
    await show(NoticeStand, { view: aNoticeView({ latest: unknown }), today: TODAY }, {}, { language });
    await click(the('button', 'frame.latestTable'));
    expect(way.here).toEqual({ screen: 'settings', part: 'holidays' });
  });
});

describe('a notice that is short in one reading only', () => {
  inEach('is never told as a ground to object on', async (language) => {
    const stand = (full: number, back: number) =>
      show(NoticeStand, { view: aNoticeView({ shortfall: { full, back } }), today: TODAY }, {}, { language });
    await stand(1, 0);
    expect(page()).toContain(said('notices.shortfallWeaker', { full: 1 }));
    await stand(3, 3);
    expect(page()).toContain(said('notices.shortfallSame', { full: 3 }));
    await stand(4, 1);
    expect(page()).toContain(said('notices.shortfall', { full: 4, back: 1 }));
  });
});

describe('a device that shows another time than Beijing’s', () => {
  inEach('is told whose day it is, in the agenda and over a notice’s dates', async (language) => {
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(300);
    const note = (): string => said('frame.countedInBeijing', { day: longDate(TODAY) });
    await show(Agenda, {}, { 'agenda.list': () => anAgenda([aLine()]) }, { language });
    expect(screen.getByText(said('agenda.inBeijing')).title).toBe(note());
    await show(NoticeClock, { view: aNoticeView(), today: TODAY, onchanged: () => undefined }, {}, { language });
    expect(page()).toContain(note());
    offset.mockReturnValue(-480);
    await show(Agenda, {}, { 'agenda.list': () => anAgenda([aLine()]) }, { language });
    expect([...document.querySelectorAll('header')].at(-1)?.textContent).not.toContain(said('agenda.inBeijing'));
    offset.mockRestore();
  });
});
