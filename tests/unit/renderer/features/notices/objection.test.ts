import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import type { NoticeView } from '../../../../../src-main/contract/notices.ts';
import NoticeDetail from '../../../../../src-renderer/features/notices/NoticeDetail.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { removed, toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, refusedHere, the } from '../../given/find.ts';
import { click, valueOf, write } from '../../given/hands.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';

const aside = createRawSnippet(() => ({ render: () => '<i></i>' }));
const detail = (view: NoticeView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(NoticeDetail, { noticeId: anId(41), today: TODAY, aside }, { 'notices.open': () => view, ...answers }, wish);

describe('after an objection', () => {
  const item = {
    id: 'stop-using',
    title: asWritten('Stop using it'),
    why: asWritten('Use would be consent.'),
    clauses: [{ id: 'c7', number: '7.4' }],
  } as const;
  const objected = (more: Partial<NoticeView> = {}): NoticeView =>
    aNoticeView({ state: 'objected', moves: ['withdrawn'], checklist: [item], ...more });

  inEach('each step is done on a day, with evidence', async (language) => {
    const done = { on: '2026-11-29', evidence: 'the gate log' };
    const main = await detail(
      objected(),
      { 'notices.tick': () => objected({ checklist: [{ ...item, done }] }) },
      { language },
    );
    expect(reads('notices.checklistLeft', { left: 1 })).toBe(true);
    expect(reads('notices.rests', { numbers: [sentence('notices.clause', { number: '7.4' })] })).toBe(true);
    await click(the('button', 'notices.tick'));
    await write(field('notices.on'), '2026-11-29');
    await click(the('button', 'frame.save'));
    expect(main.inputs('notices.tick')).toEqual([]);
    await write(field('notices.evidence'), 'the gate log');
    await accessible();
    await click(the('button', 'frame.save'));
    expect(main.inputs('notices.tick')).toEqual([{ noticeId: anId(41), item: 'stop-using', done }]);
    expect(reads('notices.checklistDone')).toBe(true);
    expect(reads('notices.doneOn', { date: longDate('2026-11-29'), evidence: 'the gate log' })).toBe(true);
    main.answer({ 'notices.tick': () => objected() });
    await click(the('button', 'notices.untick'));
    expect(main.inputs('notices.tick')[1]).toEqual({ noticeId: anId(41), item: 'stop-using' });
    expect(reads('notices.checklistLeft', { left: 1 })).toBe(true);
  });

  inEach('an objection is of the day on which it arrived, and while that is not known it says so', async (language) => {
    await detail(objected({ state: 'continuing', objectionSent: '2026-11-27' }), {}, { language });
    const day = { date: longDate('2026-11-27') };
    expect(reads('notices.stands.objectionUnderWay', day)).toBe(true);
    await detail(objected({ objectionSent: '2026-11-25', objectionArrived: '2026-11-27' }), {}, { language });
    expect(reads('notices.stands.objectionThere', day)).toBe(true);
    expect([...document.body.querySelectorAll('[role=img]')].at(-1)?.getAttribute('aria-label')).toContain(
      `${longDate('2026-11-27')} ${said('notices.timeline.arrived')}`,
    );
  });

  inEach(
    'both ways are shown: leaving counts its own steps, going on is open once the objection went out',
    async (language) => {
      const sending = { ...item, id: 'confirm-in-writing', title: asWritten('Say it in writing') } as const;
      const main = await detail(objected({ checklist: [item, sending] }), {}, { language });
      expect(reads('notices.checklistLeft', { left: 1 })).toBe(true);
      expect(reads('notices.ways.keepLater')).toBe(true);
      expect(every('button', 'notices.keepOn')).toEqual([]);
      await accessible();
      const sent = { ...sending, done: { on: '2026-11-29', evidence: 'EMS 1' } };
      const view = objected({
        objectionSent: '2026-11-29',
        moves: ['continuing', 'withdrawn'],
        checklist: [item, sent],
      });
      main.answer({ 'notices.open': () => view });
      main.send('changed', { features: ['notices'] });
      await settled();
      expect(reads('notices.checklistLeft', { left: 1 })).toBe(true);
      await click(the('button', 'notices.keepOn'));
      expect(reads('notices.moveText.continuing')).toBe(true);
      // The sending was just said with its way back; going on rests on it.
      removed('sent', () => Promise.resolve());
      main.answer({ 'notices.keepOn': () => ({ ...view, state: 'continuing' as const }) });
      await write(field('frame.handledBy'), 'Ada Berg');
      await click(every('button', 'notices.moveTitle.continuing').at(-1)!);
      expect(toasts.undoable).toBeUndefined();
    },
  );

  inEach(
    'going on is taken back while its letter is without an answer, and it is said what stays',
    async (language) => {
      const on = {
        state: 'continuing',
        open: false,
        moves: ['accepted', 'withdrawn'],
        objectionSent: '2026-11-29',
      } as const;
      const main = await detail(
        aNoticeView({ ...on, awaits: 'arrival' }),
        { 'notices.undoKeepOn': () => objected({ objectionSent: '2026-11-29' }) },
        { language },
      );
      expect(reads('notices.undoKeepOnNote')).toBe(true);
      await accessible();
      await click(the('button', 'notices.undoKeepOn'));
      expect(main.inputs('notices.undoKeepOn')).toEqual([{ noticeId: anId(41) }]);
      expect(toasts.shown?.text).toBe(said('notices.keepOnUndone'));
      expect(every('button', 'notices.undoKeepOn')).toEqual([]);
      main.answer({ 'notices.open': () => aNoticeView(on) });
      main.send('changed', { features: ['notices'] });
      await settled();
      expect(every('button', 'notices.undoKeepOn')).toEqual([]);
    },
  );

  it('what was refused stays as typed; cancelled, it is gone', async () => {
    await detail(objected(), { 'notices.tick': refused() });
    await click(the('button', 'notices.tick'));
    await write(field('notices.evidence'), 'the gate log');
    await click(the('button', 'frame.save'));
    expect(refusedHere()).toBe(true);
    expect(valueOf(field('notices.evidence'))).toBe('the gate log');
    await click(the('button', 'frame.cancel'));
    expect(every('button', 'notices.tick')).toHaveLength(1);
  });
});

describe('the dialog of an objection', () => {
  const items = ['Say it in writing', 'Stop using it'].map((title, index) => ({
    id: index === 0 ? ('confirm-in-writing' as const) : ('stop-using' as const),
    title: asWritten(title),
    why: asWritten('Use would be consent.'),
    clauses: [],
  }));
  const listed = (): readonly string[] =>
    [...(dialog()?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent.trim());

  inEach('lists what has to be done then, before anything is recorded', async (language) => {
    const main = await detail(aNoticeView({ checklist: items }), {}, { language });
    await click(the('button', 'notices.object'));
    expect(reads('notices.toDoAfterwards')).toBe(true);
    expect(listed()).toEqual(['Say it in writing', 'Stop using it']);
    // It stands above what sends it.
    const list = dialog()!.querySelector('ul')!;
    const send = the('button', 'notices.moveTitle.objected');
    expect(list.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(main.inputs('notices.move')).toEqual([]);
    await accessible();
  });

  it('of another move lists nothing', async () => {
    await detail(aNoticeView({ state: 'in-use', moves: ['objected', 'withdrawn'], checklist: items }));
    await click(the('button', 'notices.withdraw'));
    expect([dialog() !== null, listed(), reads('notices.toDoAfterwards')]).toEqual([true, [], false]);
  });
});

describe('the letter of an objection', () => {
  const toSend = {
    id: 'confirm-in-writing',
    title: asWritten('Say it in writing'),
    why: asWritten('It counts when it arrives.'),
    clauses: [],
  } as const;
  const objected = (more: Partial<NoticeView> = {}): NoticeView =>
    aNoticeView({ state: 'objected', moves: ['withdrawn'], checklist: [toSend], ...more });
  const drafted = { 'notices.draftObjection': () => ({ letterId: anId(21) }) };

  inEach('is the next thing to do, and is gone to', async (language) => {
    const main = await detail(objected(), drafted, { language });
    await accessible();
    await click(the('button', 'notices.draftObjection'));
    expect(main.inputs('notices.draftObjection')).toEqual([{ noticeId: anId(41) }]);
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });

  it('once begun it is opened, and the next item comes first', async () => {
    await detail(objected({ letterId: anId(21) }), drafted);
    expect(every('button', 'notices.draftObjection')).toEqual([]);
    expect(every('button', 'notices.tickNext')).toHaveLength(1);
    await click(the('button', 'notices.openObjection'));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });

  it('that went out leaves no step of leaving as the next one, until one of them is done', async () => {
    const done = { on: '2026-11-29', evidence: 'slip' };
    const sent = { ...toSend, done };
    const leave = { ...toSend, id: 'stop-using' } as const;
    const settle = { ...toSend, id: 'settle-fees' } as const;
    await detail(objected({ checklist: [sent, leave, settle] }));
    expect(every('button', 'notices.tickNext')).toEqual([]);
    await detail(objected({ checklist: [sent, { ...leave, done }, settle] }));
    expect(every('button', 'notices.tickNext')).toHaveLength(1);
  });

  it('none is offered where the objection went out without one, or nobody objected', async () => {
    await detail(objected({ checklist: [{ ...toSend, done: { on: '2026-11-29', evidence: 'slip' } }] }));
    expect(every('button', 'notices.draftObjection')).toEqual([]);
  });

  it('a refusal is told where it was asked', async () => {
    await detail(objected(), { 'notices.draftObjection': refused() });
    await click(the('button', 'notices.draftObjection'));
    expect(refusedHere()).toBe(true);
  });
});
