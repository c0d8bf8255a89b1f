import { cleanup, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ComparisonView } from '../../../../../src-main/contract/compare.ts';
import type { NoticeView } from '../../../../../src-main/contract/notices.ts';
import NoticeDetail from '../../../../../src-renderer/features/notices/NoticeDetail.svelte';
import { daysAway, longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aComparison } from '../../given/compare.ts';
import { pending, refused, type Answers, type Double } from '../../given/double.ts';
import { every, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';

const aside = createRawSnippet(() => ({ render: () => '<i></i>' }));
const newVersion = { versionId: anId(102), ordinal: 2, accepted: false, reviewed: false };

const page = (view: NoticeView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(
    NoticeDetail,
    { noticeId: anId(41), today: TODAY, aside },
    { 'notices.open': () => view, 'compare.open': () => aComparison(), ...answers },
    wish,
  );

const stepNow = (): string | undefined =>
  screen.queryAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step')?.textContent;
/** What the screen would have the person do next. */
const primary = (): string | undefined => document.querySelector('footer .primary')?.textContent.trim();

describe('how a notice stands', () => {
  inEach('is drawn to scale and said in a sentence', async (language) => {
    await page(aNoticeView(), {}, { language });
    const [line] = screen.getAllByRole('img');
    for (const words of [
      `${longDate('2026-11-10')} ${said('notices.timeline.sent')}`,
      `${longDate(TODAY)} ${said('notices.timeline.today')}`,
      `${longDate('2026-12-15')} ${said('notices.lines.lastDayToAct')}`,
      `${longDate('2026-12-20')} ${said('notices.timeline.effective')}`,
    ])
      expect(line?.getAttribute('aria-label')).toContain(words);
    expect(
      reads('notices.stands.decideBy', { hour: '24:00', date: longDate('2026-12-15'), relative: daysAway(15) }),
    ).toBe(true);
    expect(reads('notices.timeline.left', { days: 15 })).toBe(true);
    await accessible();
  });

  inEach(
    'what is missing leads to where it is filled in, and a long quote is cut until asked for',
    async (language) => {
      const quote = 'Electronic notices are deemed received when they are sent successfully, '.repeat(3).trim();
      const line = {
        name: 'lastDayToAct',
        missing: [asWritten(`Two rules: “${quote}”, “short”.`)],
        ofFacts: true,
        steps: [],
      } as const;
      await page(aNoticeView({ clock: [line] }), {}, { language });
      const told = (): string => document.querySelector('.missing')?.textContent ?? '';
      expect(told()).not.toContain(quote);
      expect(told()).toContain('“short”');
      await click(the('button', 'frame.wholeQuote'));
      expect(told()).toContain(quote);
      expect(every('button', 'notices.fill')).toHaveLength(0);
      await click(the('button', 'notices.correctFacts'));
      expect(way.here).toMatchObject({ screen: 'rights', part: 'facts' });
      cleanup();
      const { ofFacts: _, ...unfilled } = line;
      const field = { name: 'change-notice-days', unit: 'days', label: asWritten('Notice') } as const;
      await page(aNoticeView({ clock: [unfilled], fields: [field] }), {}, { language });
      await click(the('button', 'notices.fill'));
      expect(document.activeElement?.closest('#notice-fields')).not.toBeNull();
      expect(every('button', 'notices.correctFacts')).toHaveLength(0);
    },
  );

  inEach('the end of the time to object has a mark of its own where it is not the last day', async (language) => {
    const ends = (): string => `${longDate('2026-12-28')} ${said('notices.timeline.objectBy')}`;
    const lineOf = (): string => screen.getAllByRole('img')[0]?.getAttribute('aria-label') ?? '';
    await page(aNoticeView({ objectBy: '2026-12-28' }), {}, { language });
    expect(lineOf()).toContain(ends());
    cleanup();
    await page(aNoticeView({ lastDay: '2026-12-28', objectBy: '2026-12-28' }), {}, { language });
    expect(lineOf()).not.toContain(ends());
  });

  inEach('what has to arrive by close of business is not said to be in time until midnight', async (language) => {
    const told = (): string => document.body.textContent;
    for (const sent of [{}, { sentCounts: true as const }])
      for (const lastDay of [TODAY, '2026-12-15']) {
        await page(aNoticeView({ lastDay, lastHour: '17:00', ...sent }), {}, { language });
        expect(told().split('17:00')).toHaveLength(3);
        expect(told()).not.toContain('24:00');
        cleanup();
      }
  });

  inEach('a step that rests on a row of the calendar names the row in words', async (language) => {
    const calendar = { zh: '2026-09-08 工作日', en: '2026-09-08 workday' };
    const steps = [{ text: asWritten('Not a day off'), own: false, calendar }];
    await page(
      aNoticeView({ clock: [{ name: 'lastDayToAct', date: '2026-09-08', missing: [], steps }] }),
      {},
      { language },
    );
    expect(document.body.textContent).toContain(calendar[language]);
    expect(document.body.textContent).not.toContain('[object');
  });

  inEach('in every state', async (language) => {
    const main = await page(aNoticeView(), {}, { language });
    const date = longDate('2026-11-10');
    const { lastDay: _, ...unknown } = aNoticeView();
    const item = { id: 'stop-using', title: asWritten('Stop'), why: asWritten('Use'), clauses: [] } as const;
    const done = { on: '2026-11-29', evidence: 'log' };
    for (const [view, words] of [
      [aNoticeView({ lastDay: TODAY }), said('notices.stands.decideToday', { hour: '24:00', date: longDate(TODAY) })],
      [
        aNoticeView({ lastDay: '2026-11-25' }),
        said('notices.stands.decidePast', { date: longDate('2026-11-25'), days: 5 }),
      ],
      [unknown, said('notices.stands.unknown')],
      [aNoticeView({ lastDayKnown: false }), said('notices.stands.notBefore', { date: longDate('2026-12-15') })],
      [aNoticeView({ effective: '2026-11-20' }), said('notices.stands.nowInForce')],
      [aNoticeView({ state: 'objected', checklist: [item] }), said('notices.stands.objectedUnsent', { date })],
      [
        aNoticeView({ state: 'objected', checklist: [item], objectionSent: TODAY }),
        said('notices.stands.objected', { date, left: 1 }),
      ],
      [
        aNoticeView({ state: 'objected', checklist: [item], objectionSent: TODAY, objectionArrived: TODAY }),
        said('notices.stands.objectedThere', { date, left: 1 }),
      ],
      [
        aNoticeView({ kind: 'termination', leaves: true }),
        said('notices.stands.leaveBy', { hour: '24:00', date: longDate('2026-12-15'), relative: daysAway(15) }),
      ],
      [
        aNoticeView({ sentCounts: true }),
        said('notices.stands.sendBy', { hour: '24:00', date: longDate('2026-12-15'), relative: daysAway(15) }),
      ],
      [
        aNoticeView({ state: 'objected', checklist: [{ ...item, done }], objectionSent: TODAY }),
        said('notices.stands.objectedDone', { date }),
      ],
      [aNoticeView({ state: 'continuing', moves: [] }), said('notices.stands.continuing', { date, ordinal: 1 })],
      [aNoticeView({ state: 'in-use', moves: [] }), said('notices.stands.inUse', { date })],
      [aNoticeView({ state: 'lapsed', moves: [] }), said('notices.stands.lapsed', { date })],
      [aNoticeView({ state: 'accepted', moves: [] }), said('notices.stands.accepted', { date })],
      [aNoticeView({ state: 'withdrawn', moves: [] }), said('notices.stands.withdrawn', { date })],
    ] as const) {
      main.answer({ 'notices.open': () => view });
      main.send('changed', { features: ['notices'] });
      await settled();
      expect([words, readsText(words)]).toEqual([words, true]);
      await accessible();
    }
  });
});

describe('the next thing to do with a notice', () => {
  it('is the new text, then what it changes, then its review', async () => {
    const main = await page(aNoticeView());
    expect([primary(), stepNow()?.trim()]).toEqual([
      said('notices.import'),
      expect.stringContaining(said('notices.steps.text')),
    ]);
    const required = (seenAt?: string): ComparisonView =>
      aComparison({ required: true, ...(seenAt === undefined ? {} : { seenAt }) });
    main.answer({ 'notices.open': () => aNoticeView({ newVersion }), 'compare.open': () => required() });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect([primary(), stepNow()?.trim()]).toEqual([
      said('notices.seeChanges'),
      expect.stringContaining(said('notices.steps.compare')),
    ]);
    await click(the('button', 'notices.seeChanges'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(101), newVersionId: anId(102) });
    main.answer({
      'notices.open': () => aNoticeView({ newVersion: { ...newVersion, versionId: anId(103) } }),
      'compare.open': () => required('2026-11-29T01:00:00Z'),
    });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect([primary(), stepNow()?.trim()]).toEqual([
      said('notices.review'),
      expect.stringContaining(said('notices.steps.review')),
    ]);
  });

  it('steps that were left out are none of its way, and what nobody read is not told as reviewed', async () => {
    const words = (): string => screen.getAllByRole('list')[0]?.textContent ?? '';
    const objected = { state: 'objected', moves: [], newVersion } as const;
    await page(aNoticeView(objected));
    expect(words()).toContain(said('names.noticeState.objected'));
    expect(words()).not.toContain(said('notices.steps.review'));
    cleanup();
    await page(aNoticeView({ ...objected, newVersion: { ...newVersion, reviewed: true } }));
    expect(words()).toContain(said('notices.steps.review'));
  });

  it('the last day runs until the objection has arrived, or went out where its sending counts', async () => {
    const out = { state: 'objected', moves: [], objectionSent: '2026-11-20' } as const;
    const seen = (): number => document.querySelectorAll('.dot.lastDay.certain').length;
    await page(aNoticeView(out));
    expect(reads('notices.timeline.left', { days: 15 })).toBe(true);
    expect(seen()).toBe(1);
    cleanup();
    await page(aNoticeView({ ...out, sentCounts: true }));
    expect(reads('notices.timeline.left', { days: 15 })).toBe(false);
    expect(seen()).toBe(0);
    cleanup();
    await page(aNoticeView({ ...out, objectionArrived: '2026-11-22' }));
    expect(seen()).toBe(0);
    const line = screen.getAllByRole('img')[0]?.getAttribute('aria-label');
    expect(line).toContain(`${longDate('2026-11-20')} ${said('notices.timeline.objected')}`);
    expect(reads('notices.timeline.left', { days: 15 })).toBe(false);
  });

  it('of a settled one is nothing', async () => {
    await page(aNoticeView({ state: 'accepted', open: false, moves: [] }));
    expect(primary()).toBe('');
    expect(stepNow()).toBeUndefined();
  });
});

describe('what the new text changes', () => {
  inEach('stands on the page, with its clause', async (language) => {
    await page(aNoticeView({ newVersion }), {}, { language });
    const section = the('region', 'notices.impact');
    expect(section.textContent).toContain('The time became shorter.');
    expect(section.textContent).toContain(said('notices.clause', { number: '1.2' }));
    expect(reads('notices.impactCount', { count: 1 })).toBe(true);
    await accessible();
    await click(within(section).getByRole('button', { name: said('notices.compare') }));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(101), newVersionId: anId(102) });
  });

  it('is said where nothing can be compared, while it is, and where it failed', async () => {
    const main = await page(aNoticeView());
    expect(reads('notices.noNewVersion')).toBe(true);
    expect(main.inputs('compare.open')).toEqual([]);
    main.answer({ 'notices.open': () => aNoticeView({ newVersion }), 'compare.open': pending });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(reads('notices.comparing')).toBe(true);
    main.answer({
      'notices.open': () => aNoticeView({ newVersion: { ...newVersion, versionId: anId(103) } }),
      'compare.open': refused(),
    });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(refusedHere()).toBe(true);
    expect(primary()).toBe(said('notices.review'));
  });

  it.each([
    [{ identical: true, impact: [] }, 'compare.identical'],
    [{ sameWords: true, impact: [] }, 'compare.sameWords'],
    [{ impact: [] }, 'compare.nothingMaterial'],
  ] as const)('is nothing that matters (%o)', async (more, key) => {
    await page(aNoticeView({ newVersion }), { 'compare.open': () => aComparison(more) });
    expect(reads(key)).toBe(true);
  });

  it('what the new text’s file does not hold is named, and a change in an annex says in which', async () => {
    const reasons = [asWritten('The gate key costs more.')];
    const parts = [{ title: 'Berths' }, { title: 'Yard rules' }, { title: 'Letter of care', only: 'old' }] as const;
    const impact = [{ rowId: 'r4', part: 1, number: '2.1', excerpt: 'Dogs', reasons }];
    await page(aNoticeView({ newVersion }), { 'compare.open': () => aComparison({ parts, impact }) });
    expect(reads('notices.annexNotCompared', { title: 'Letter of care' })).toBe(true);
    expect(reads('notices.annexClause', { title: 'Yard rules', number: '2.1' })).toBe(true);
  });

  it('of many, the first stand here and the rest one step away', async () => {
    const [line] = aComparison().impact;
    const impact = Array.from({ length: 11 }, (_, at) => ({ ...line!, rowId: `r${at}` }));
    await page(aNoticeView({ newVersion }), { 'compare.open': () => aComparison({ impact }) });
    expect(every('button', 'notices.impactMore', { count: 3 })).toHaveLength(1);
  });
});
