import { cleanup, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeSummary } from '../../../../../src-main/contract/notices.ts';
import Notices from '../../../../../src-renderer/features/notices/Notices.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { listDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { every, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { aNotice, aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';

const quiet: Answers = {
  'import.offers': () => ({ offers: [], unread: [] }),
  'import.watchedFolder': () => ({ on: false, missing: false }),
  'notices.open': ({ noticeId }) => aNoticeView({ id: noticeId, agreementTitle: `Detail of ${noticeId}` }),
};

const notices = (
  list: readonly NoticeSummary[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  noticeId?: string,
): Promise<Double> =>
  show(
    Notices,
    { place: { screen: 'notices', ...(noticeId === undefined ? {} : { noticeId }) } },
    { 'notices.list': () => ({ notices: list, today: TODAY }), ...quiet, ...answers },
    wish,
  );

const many = (count: number): readonly NoticeSummary[] =>
  Array.from({ length: count }, (_, at) =>
    aNotice({ id: anId(400 + at), agreementTitle: `Agreement ${at}`, open: at < count / 2 }),
  );

let fresh = 0;
/** The screen remembers what was looked at last: each test has notices of its own. */
beforeEach(() => void (fresh += 10));

describe('states of the notices', () => {
  inEach('empty: says so, and how one is registered', async (language) => {
    await notices([], {}, { language });
    expect(reads('notices.empty')).toBe(true);
    expect(reads('notices.emptyText')).toBe(true);
    expect(every('button', 'notices.export')).toEqual([]);
    expect(every('button', 'notices.register')).toHaveLength(2);
    await accessible();
  });

  it('loading: nothing is claimed', async () => {
    await notices([], { 'notices.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: told', async () => {
    await notices([], { 'notices.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('notices.empty')).toBe(false);
  });

  inEach('few: those to act on before those that are settled', async (language) => {
    const settledOne = aNotice({ id: anId(42), agreementTitle: 'Crane hire', open: false, state: 'accepted' });
    await notices(
      [settledOne, aNotice({ subject: 'Prices go up', shortfall: { full: 12, back: 11 } })],
      {},
      { language },
    );
    const list = the('region', 'notices.title');
    expect(
      within(list)
        .getAllByRole('heading', { level: 2 })
        .map(({ textContent }) => textContent),
    ).toEqual([said('notices.open'), said('notices.settled'), said('notices.folder')]);
    expect(list.textContent).toContain('Prices go up');
    expect(list.textContent).toContain(said('notices.shortBy', { days: 11 }));
    expect(readsText(`Detail of ${anId(41)}`)).toBe(true);
    await accessible();
  });

  it('many: three hundred', async () => {
    await notices(many(300));
    expect(within(the('region', 'notices.title')).getAllByRole('button', { name: /Agreement \d/u })).toHaveLength(300);
  });

  inEach('each says how long there is to act', async (language) => {
    const { lastDay: _, ...unknown } = aNotice({ id: anId(404) });
    const list = [
      aNotice({ id: anId(401), lastDay: '2026-12-10' }),
      aNotice({ id: anId(402), lastDay: TODAY }),
      aNotice({ id: anId(403), lastDay: '2026-11-25', overdue: true }),
      unknown,
      aNotice({ id: anId(405), lastDay: '2026-12-01', lastDayKnown: false }),
      aNotice({ id: anId(406), lastDay: '2026-12-24', open: false }),
      aNotice({ id: anId(407), state: 'objected', lastDay: '2026-11-20', objectionSent: '2026-11-19' }),
      aNotice({ id: anId(408), state: 'objected', objectionSent: '2026-11-17', objectionArrived: '2026-11-18' }),
    ];
    await notices(list, {}, { language });
    expect(reads('notices.lastDayShort', { date: listDate('2026-12-10'), left: 10 })).toBe(true);
    expect(reads('notices.lastDayToday', { date: listDate(TODAY) })).toBe(true);
    expect(reads('notices.lastDayPast', { date: listDate('2026-11-25'), days: 5 })).toBe(true);
    expect(reads('notices.lastDayUnknown')).toBe(true);
    expect(reads('notices.safeDayShort', { date: listDate('2026-12-01') })).toBe(true);
    expect(readsText('2026-12-24')).toBe(false);
    // Of what went out its arrival is waited for.
    expect(reads('notices.objectionSentShort', { date: listDate('2026-11-19') })).toBe(true);
    expect(reads('notices.lastDayPast', { date: listDate('2026-11-20'), days: 10 })).toBe(false);
    expect(reads('notices.objectionArrivedShort', { date: listDate('2026-11-18') })).toBe(true);
  });
});

describe('notices that were registered by mistake', () => {
  it('stand folded after all others, and none of them is shown unless it is asked for', async () => {
    const away = aNotice({ id: anId(410), agreementTitle: 'Set aside', state: 'voided', open: false });
    await notices([away, aNotice({ id: anId(411), open: false })]);
    const folded = screen.getByRole('button', { name: /Set aside/u, hidden: true }).closest('details');
    expect(folded?.open).toBe(false);
    expect(folded?.textContent).toContain(said('notices.voided'));
    expect(readsText(`Detail of ${anId(411)}`)).toBe(true);
  });
});

describe('choosing a notice', () => {
  const three = (): readonly NoticeSummary[] =>
    [1, 2, 3].map((at) => aNotice({ id: anId(1000 + fresh + at), agreementTitle: `Number ${at}`, open: at < 3 }));
  const detail = (at: number): boolean => readsText(`Detail of ${anId(1000 + fresh + at)}`);

  it('the arrows move through both lists, with the focus', async () => {
    await notices(three());
    await click(screen.getByRole('button', { name: /Number 1/u }));
    await press('ArrowUp');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Number 3/u }));
    expect(detail(3)).toBe(true);
    await press('ArrowDown');
    expect(detail(3)).toBe(true);
  });

  it('a place names the one to show; what was looked at last comes back', async () => {
    const list = three();
    await notices(list, {}, {}, list[1]?.id);
    expect(detail(2)).toBe(true);
    await click(screen.getByRole('button', { name: /Number 3/u }));
    cleanup();
    await notices(list);
    expect(detail(3)).toBe(true);
  });

  it('one that is gone is not shown any more', async () => {
    const list = three();
    const main = await notices(list);
    await click(screen.getByRole('button', { name: /Number 2/u }));
    main.answer({ 'notices.list': () => ({ notices: [list[0]!], today: TODAY }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(detail(1)).toBe(true);
  });

  it('a change of the evidence alone is none of the notices', async () => {
    const main = await notices(three());
    main.send('changed', { features: ['evidence'] });
    await settled();
    expect(main.inputs('notices.list')).toHaveLength(1);
  });
});

describe('what stands beside the notices', () => {
  inEach('a folder is watched, or not, or gone', async (language) => {
    const main = await notices(
      [],
      { 'import.watch': ({ on }) => ({ on, missing: false, name: 'Announcements' }) },
      { language },
    );
    expect(reads('notices.folderOff')).toBe(true);
    await click(the('button', 'notices.turnOn'));
    expect(reads('notices.folderOn', { name: 'Announcements' })).toBe(true);
    await click(the('button', 'notices.turnOff'));
    expect(main.inputs('import.watch')).toEqual([{ on: true }, { on: false }]);
  });

  inEach('one that is gone can be chosen anew; a refusal changes nothing', async (language) => {
    await notices(
      [],
      { 'import.watchedFolder': () => ({ on: true, missing: true, name: 'Announcements' }), 'import.watch': refused() },
      { language },
    );
    expect(reads('notices.folderMissing', { name: 'Announcements' })).toBe(true);
    await click(the('button', 'notices.turnOn'));
    expect(refusedHere()).toBe(true);
    expect(reads('notices.folderMissing', { name: 'Announcements' })).toBe(true);
  });

  it('the dates go into a calendar', async () => {
    const main = await notices([aNotice()], { 'agenda.calendar': () => ({ fileName: 'dates.ics', leftOut: 2 }) });
    await click(the('button', 'notices.export'));
    expect(notice.said).toBe(said('notices.exportedWithout', { name: 'dates.ics', leftOut: 2 }));
    main.answer({ 'agenda.calendar': () => ({ fileName: 'dates.ics', leftOut: 0 }) });
    await click(the('button', 'notices.export'));
    expect(notice.said).toBe(said('notices.exported', { name: 'dates.ics' }));
    expect(main.inputs('agenda.calendar')[0]).toEqual({ items: [], of: 'notices', language: 'zh' });
    expect(every('button', 'notices.export')).toHaveLength(1);
  });
});
