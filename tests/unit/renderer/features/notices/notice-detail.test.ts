import { screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { NoticeView } from '../../../../../src-main/contract/notices.ts';
import NoticeDetail from '../../../../../src-renderer/features/notices/NoticeDetail.svelte';
import { daysAway, listDate, longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, Refused, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, refusedHere, stopsAt, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { aComparison } from '../../given/compare.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';

const aside = createRawSnippet(() => ({ render: () => '<i></i>' }));

const detail = (view: NoticeView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(
    NoticeDetail,
    { noticeId: anId(41), today: TODAY, aside },
    { 'notices.open': () => view, 'compare.open': () => aComparison(), ...answers },
    wish,
  );

const use = { id: 'c7', number: '7.4', quote: 'who goes on using the berth agrees' };
const underReview = (more: Partial<NoticeView> = {}): NoticeView =>
  aNoticeView({ state: 'under-review', moves: ['accepted', 'objected', 'in-use', 'withdrawn'], ...more });

describe('one notice', () => {
  it('loading: nothing is claimed', async () => {
    await detail(aNoticeView(), { 'notices.open': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: told', async () => {
    await detail(aNoticeView(), { 'notices.open': refused() });
    expect(notice.failure).toEqual(aFailure());
  });

  inEach('says what came, when and how, what follows from it, and what happened', async (language) => {
    const announcement = { name: 'mail.eml', sha256: aHash(41), text: 'Prices go up.' };
    const history = [
      {
        sequence: 9,
        at: '2026-11-10T02:00:00Z',
        words: asWritten('The notice was registered'),
        by: 'Ada Berg',
        note: 'by mail',
      },
    ];
    await detail(
      aNoticeView({
        subject: 'Prices',
        provider: 'Harbour Board',
        announcement,
        history,
        shortfall: { full: 11, back: 10 },
      }),
      {},
      { language },
    );
    expect(reads('notices.sentOn', { channel: said('names.channel.email'), date: listDate('2026-11-10') })).toBe(true);
    expect(reads('notices.basis.sent', { ordinal: 1 })).toBe(true);
    expect(reads('notices.shortfall', { full: 11, back: 10 })).toBe(true);
    expect(reads('notices.dated', { date: longDate('2026-12-20'), relative: daysAway(20) })).toBe(true);
    expect(reads('notices.by', { name: 'Ada Berg' })).toBe(true);
    expect(reads('notices.entry', { sequence: 9 })).toBe(true);
    expect(readsText('Prices go up.')).toBe(true);
    await accessible();
  });

  it('the announcement is saved; any change is looked at again', async () => {
    const main = await detail(aNoticeView({ announcement: { name: 'mail.eml', sha256: aHash(41) } }), {
      'notices.saveAnnouncement': () => ({ fileName: 'mail.eml' }),
    });
    await click(the('button', 'notices.saveAnnouncement'));
    expect(main.inputs('notices.saveAnnouncement')).toEqual([{ noticeId: anId(41) }]);
    expect(notice.said).toBe(said('review.reader.saved', { name: 'mail.eml' }));
    main.answer({ 'notices.open': () => aNoticeView({ subject: 'Another subject' }) });
    main.send('changed', { features: ['rights'] });
    await settled();
    expect(readsText('Another subject')).toBe(true);
  });
});

describe('the clock of a notice', () => {
  inEach('a line is a day, words, a bound, or unknown, with its working', async (language) => {
    const step = {
      text: asWritten('Thirty days'),
      own: true,
      clause: { id: 'c4', number: '4.2', quote: 'thirty' },
      statute: asWritten('A statute'),
    };
    await detail(
      aNoticeView({
        basis: { versionId: anId(101), ordinal: 1, accepted: false, by: 'none' },
        clock: [
          { name: 'required', words: asWritten('thirty days ahead'), missing: [], steps: [step] },
          { name: 'lastDayToAct', missing: [asWritten('The day it arrived')], notBefore: '2026-12-05', steps: [] },
          {
            name: 'delivered',
            missing: [],
            steps: [{ text: asWritten('As it says'), own: false, clause: { id: 'c1', quote: 'x' } }],
          },
        ],
      }),
      {},
      { language },
    );
    expect(reads('notices.basis.none', { ordinal: 1 })).toBe(true);
    expect(readsText('thirty days ahead')).toBe(true);
    expect(reads('notices.unknownButNot', { date: longDate('2026-12-05') })).toBe(true);
    expect(reads('notices.unknown')).toBe(true);
    expect(readsText('The day it arrived')).toBe(true);
    expect(reads('notices.yours')).toBe(true);
    expect(reads('notices.agreementItself')).toBe(true);
    await accessible();
    await click(the('button', 'notices.clause', { number: '4.2' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4' });
  });

  it('what only a person knows is filled in: a day under its name, a number as an own value', async () => {
    const fields: NoticeView['fields'] = [
      { name: 'received', unit: 'date', label: asWritten('day') },
      { name: 'fee-notice-days', unit: 'days', label: asWritten('days'), value: 15 },
    ];
    const main = await detail(aNoticeView({ fields }), {
      'notices.correct': () => aNoticeView({ subject: 'Worked out' }),
    });
    await write(field('notices.fields.received'), '2026-11-12');
    await click(
      within(field('notices.fields.received').closest('form')!).getByRole('button', { name: said('notices.use') }),
    );
    expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), received: '2026-11-12' }]);
    expect(readsText('Worked out')).toBe(true);
    main.answer({ 'notices.open': () => aNoticeView({ fields }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    await write(field('notices.fields.fee-notice-days'), '20');
    await click(within(field('notices.fields.fee-notice-days').closest('form')!).getByRole('button'));
    expect(main.inputs('notices.correct')[1]).toEqual({
      noticeId: anId(41),
      own: { name: 'fee-notice-days', value: 20 },
    });
  });

  it('nothing is sent for an empty field; a settled notice has none', async () => {
    const fields: NoticeView['fields'] = [{ name: 'received', unit: 'date', label: asWritten('day') }];
    const main = await detail(aNoticeView({ fields }));
    await click(the('button', 'notices.use'));
    expect(main.inputs('notices.correct')).toEqual([]);
    main.answer({ 'notices.open': () => aNoticeView({ fields, open: false, state: 'accepted' }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(every('button', 'notices.use')).toEqual([]);
  });
});

describe('moving a notice on', () => {
  inEach('reading the new text begins the review, without a name', async (language) => {
    const newVersion = { versionId: anId(102), ordinal: 2, accepted: false, reviewed: false };
    const main = await detail(
      aNoticeView({ newVersion }),
      { 'notices.move': () => underReview({ newVersion }) },
      { language },
    );
    expect(reads('notices.noUseClause')).toBe(true);
    expect(every('button', 'notices.object')).toHaveLength(1);
    await accessible();
    await click(the('button', 'notices.review'));
    expect(main.inputs('notices.move')).toEqual([{ noticeId: anId(41), to: 'under-review', by: '' }]);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });

  it('a review that cannot be begun is told beside the button', async () => {
    const newVersion = { versionId: anId(102), ordinal: 2, accepted: false, reviewed: false };
    await detail(aNoticeView({ newVersion }), { 'notices.move': refused() });
    await click(the('button', 'notices.review'));
    expect(refusedHere()).toBe(true);
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('what is only announced is objected to in one go, without a review that nobody began', async () => {
    const main = await detail(aNoticeView(), {
      'notices.move': ({ to }) => (to === 'objected' ? new Refused(aFailure()) : underReview()),
    });
    await click(the('button', 'notices.object'));
    await write(field('frame.handledBy'), 'Ada Berg');
    await click(the('button', 'notices.moveTitle.objected'));
    await click(the('button', 'notices.moveTitle.objected'));
    expect(main.inputs('notices.move').map(({ to }) => to)).toEqual(['objected', 'objected']);
    expect(valueOf(field('frame.handledBy'))).toBe('Ada Berg');
  });

  inEach('what going on will mean is said beforehand, with the day and the clause', async (language) => {
    const main = await detail(underReview({ continuedUse: use }), {}, { language });
    const date = longDate('2026-12-20');
    expect(reads('notices.beforehandByClause', { date, number: '7.4' })).toBe(true);
    const { number: _, ...unnumbered } = use;
    const { effective: __, ...unknown } = underReview({ continuedUse: unnumbered });
    for (const [view, words] of [
      [unknown, said('notices.beforehandUnknown')],
      [{ ...unknown, continuedUse: use }, said('notices.beforehandUnknownByClause', { number: '7.4' })],
      [underReview({ continuedUse: unnumbered }), said('notices.beforehand', { date })],
      [
        underReview({ continuedUse: unnumbered, effective: '2026-11-01' }),
        said('notices.beforehandPast', { date: longDate('2026-11-01') }),
      ],
    ] as const) {
      main.answer({ 'notices.open': () => view });
      main.send('changed', { features: ['notices'] });
      await settled();
      expect(readsText(words)).toBe(true);
    }
  });

  it('accepting and objecting are answered for by name', async () => {
    const main = await detail(underReview(), { 'notices.move': ({ to }) => aNoticeView({ state: to, moves: [] }) });
    await click(the('button', 'notices.object'));
    await stopsAt(said('frame.handledBy'), {
      control: () => field('frame.handledBy'),
      send: () => the('button', 'notices.moveTitle.objected'),
      sent: () => main.inputs('notices.move'),
    });
    await write(field('frame.handledBy'), ' Ada Berg ');
    await write(field('notices.note'), 'too dear');
    await accessible();
    await click(the('button', 'notices.moveTitle.objected'));
    expect(main.inputs('notices.move')).toEqual([
      { noticeId: anId(41), to: 'objected', by: 'Ada Berg', note: 'too dear' },
    ]);
    expect(dialog()).toBeNull();
    expect(reads('names.noticeState.objected')).toBe(true);
  });

  it('a refused move stays in its dialog as typed', async () => {
    await detail(underReview(), { 'notices.move': refused() });
    await click(the('button', 'notices.accept'));
    await write(field('frame.handledBy'), 'Ada Berg');
    await click(the('button', 'notices.moveTitle.accepted'));
    expect(valueOf(field('frame.handledBy'))).toBe('Ada Berg');
    await click(the('button', 'frame.cancel'));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(the('button', 'notices.accept'));
  });

  it('where there is a new text it is accepted by its own review, not here', async () => {
    const newVersion = { versionId: anId(102), ordinal: 2, accepted: false, reviewed: false };
    const main = await detail(underReview({ newVersion }));
    expect(every('button', 'notices.accept')).toEqual([]);
    expect(reads('notices.acceptByReview')).toBe(true);
    await click(the('button', 'notices.review'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
    main.answer({ 'notices.open': () => underReview({ newVersion: { ...newVersion, accepted: true } }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(every('button', 'notices.accept')).toHaveLength(1);
  });

  inEach('it is set down as in use after its day, on a person’s word, with the clause to be read', async (language) => {
    const lapsing = underReview({ continuedUse: use, effective: '2026-11-20' });
    const main = await detail(
      lapsing,
      { 'notices.noteUse': () => aNoticeView({ state: 'in-use', moves: [] }) },
      { language },
    );
    await click(the('button', 'notices.noteUse'));
    expect(readsText('who goes on using the berth agrees')).toBe(true);
    expect(valueOf(field('notices.usedOn'))).toBe('2026-11-20');
    await write(field('notices.usedOn'), '2026-11-28');
    await stopsAt(said('frame.handledBy'), {
      control: () => field('frame.handledBy'),
      send: () => the('button', 'notices.moveTitle.in-use'),
      sent: () => main.inputs('notices.noteUse'),
    });
    await write(field('frame.handledBy'), 'Ada Berg');
    await click(the('button', 'notices.moveTitle.in-use'));
    expect(main.inputs('notices.noteUse')).toEqual([{ noticeId: anId(41), by: 'Ada Berg', usedOn: '2026-11-28' }]);
  });

  it('before its day it cannot be in use; a clause is not needed', async () => {
    const main = await detail(underReview({ continuedUse: use, effective: '2026-12-01' }));
    expect(every('button', 'notices.noteUse')).toEqual([]);
    main.answer({ 'notices.open': () => underReview({ effective: '2026-11-01' }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    await click(the('button', 'notices.noteUse'));
    expect(dialog()?.querySelector('blockquote')).toBeNull();
    expect(valueOf(field('notices.usedOn'))).toBe('2026-11-01');
  });
});

describe('the new text of a notice', () => {
  const candidates = [102, 103].map((at, index) => ({ versionId: anId(at), ordinal: index + 2, title: 'Terms' }));

  inEach('is chosen among the versions, and compared', async (language) => {
    const newVersion = { versionId: anId(103), ordinal: 3, accepted: true, reviewed: true };
    const main = await detail(
      aNoticeView({ candidates }),
      { 'notices.correct': () => aNoticeView({ candidates, newVersion }) },
      { language },
    );
    expect(reads('notices.noNewVersion')).toBe(true);
    await pick(the('combobox', 'notices.chooseVersion'), anId(103));
    expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), newVersionId: anId(103) }]);
    expect(reads('notices.newVersionAccepted')).toBe(true);
    await click(the('button', 'notices.compare'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(101), newVersionId: anId(103) });
  });

  inEach('an older one that was chosen is shown, and said to be older', async (language) => {
    const newVersion = { versionId: anId(100), ordinal: 1, accepted: false, reviewed: false, older: true } as const;
    const basis = { versionId: anId(101), ordinal: 2, accepted: true, by: 'sent' } as const;
    await detail(aNoticeView({ newVersion, basis }), {}, { language });
    expect(reads('notices.olderText', { ordinal: 1, basis: 2 })).toBe(true);
    expect(valueOf(the('combobox', 'notices.chooseVersion'))).toBe(anId(100));
    await accessible();
  });

  inEach('is not called accepted because the service was used after its day', async (language) => {
    const newVersion = { versionId: anId(103), ordinal: 3, accepted: true, reviewed: true };
    await detail(aNoticeView({ state: 'lapsed', open: false, moves: [], newVersion }), {}, { language });
    expect(reads('notices.newVersionOpen', { ordinal: 3 })).toBe(true);
    expect(reads('notices.newVersionAccepted')).toBe(false);
  });

  it('is imported, while something is open', async () => {
    const main = await detail(aNoticeView(), { 'import.choose': () => [{ name: 'a.docx', sourceId: anId(31) }] });
    await click(the('button', 'notices.import'));
    expect(main.inputs('import.choose')).toEqual([{ what: 'file' }]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31), noticeId: anId(41) });
    main.answer({ 'notices.open': () => aNoticeView({ open: false }) });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(every('button', 'notices.import')).toEqual([]);
  });
});
