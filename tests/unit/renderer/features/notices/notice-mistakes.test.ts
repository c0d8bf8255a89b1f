import { within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { NoticeView } from '../../../../../src-main/contract/notices.ts';
import NoticeDetail from '../../../../../src-renderer/features/notices/NoticeDetail.svelte';
import { toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aComparison } from '../../given/compare.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, every, field, readsText, stopsAt, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, show, TODAY } from '../../given/page.ts';

const aside = createRawSnippet(() => ({ render: () => '<i></i>' }));

const detail = (view: NoticeView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> =>
  show(
    NoticeDetail,
    { noticeId: anId(41), today: TODAY, aside },
    {
      'notices.open': () => view,
      'notices.arrivalMatters': () => true,
      'compare.open': () => aComparison(),
      ...answers,
    },
    wish,
  );

describe('a notice that was saved wrongly', () => {
  it('is corrected in its own form: what reads otherwise is sent, nothing else', async () => {
    const main = await detail(aNoticeView({ moves: ['withdrawn'], subject: 'Prices go up' }), {
      'notices.correct': () => aNoticeView({ subject: 'Fees go up' }),
    });
    await click(the('button', 'notices.correct'));
    await write(field('notices.form.subject'), 'Fees go up');
    await click(the('button', 'frame.save'));
    expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), subject: 'Fees go up' }]);
    expect(readsText('Fees go up')).toBe(true);
  });

  it('a day that is not known after all is emptied, and the paper is taken away', async () => {
    const announcement = { name: 'mail.eml', sha256: aHash(41) };
    const main = await detail(aNoticeView({ received: '2026-11-12', announcement }), {
      'notices.correct': () => aNoticeView(),
    });
    await click(the('button', 'notices.correct'));
    await write(field('notices.form.received'), '');
    await click(the('button', 'frame.remove'));
    await click(the('button', 'frame.save'));
    expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), received: null, announcement: null }]);
  });

  it('another paper takes its place', async () => {
    const announcement = { name: 'mail.eml', sha256: aHash(41) };
    const kept = { name: 'page.html', sha256: aHash(42) };
    const main = await detail(aNoticeView({ announcement }), {
      'notices.correct': () => aNoticeView(),
      'notices.keepAnnouncement': () => kept,
    });
    await click(the('button', 'notices.correct'));
    await click(the('button', 'notices.form.replaceAnnouncement'));
    await click(the('button', 'frame.save'));
    expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), announcement: { kind: 'file', ...kept } }]);
  });
});

describe('a notice that was registered by mistake', () => {
  const voided = { by: 'Ada Berg', reason: 'Registered twice' };
  const set = aNoticeView({ state: 'voided', open: false, moves: [], voided });

  inEach('is set aside with a name and a reason, and can be brought back at once', async (language) => {
    const main = await detail(
      aNoticeView(),
      { 'notices.void': () => set, 'notices.unvoid': () => aNoticeView() },
      { language },
    );
    await click(the('button', 'notices.void'));
    await write(field('frame.handledBy'), 'Ada Berg');
    const send = within(dialog()!).getByRole('button', { name: said('notices.moveTitle.voided') });
    await stopsAt(said('notices.voidReason'), {
      control: () => field('notices.voidReason'),
      send: () => send,
      sent: () => main.inputs('notices.void'),
    });
    await write(field('notices.voidReason'), ' Registered twice ');
    await click(send);
    expect(main.inputs('notices.void')).toEqual([{ noticeId: anId(41), ...voided }]);
    expect(readsText('Registered twice')).toBe(true);
    await accessible();
    await toasts.all.at(-1)?.undo?.();
    expect(main.inputs('notices.unvoid')).toEqual([{ noticeId: anId(41) }]);
  });

  it('shows no clock and nothing to do but to bring it back', async () => {
    const main = await detail(set, { 'notices.unvoid': () => aNoticeView() });
    expect(every('heading', 'notices.clock').length > 0).toBe(false);
    expect(every('button', 'notices.correct')).toEqual([]);
    await click(the('button', 'notices.unvoid'));
    expect(main.inputs('notices.unvoid')).toEqual([{ noticeId: anId(41) }]);
    expect(every('heading', 'notices.clock').length > 0).toBe(true);
  });
});
