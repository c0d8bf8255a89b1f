import { expect, it } from 'vitest';
import TieDialog from '../../../../../src-renderer/features/letters/TieDialog.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { field, reads, refusedHere, stopsAt, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { aNotice, aNoticeView } from '../../given/notices.ts';
import { inEach, said, show } from '../../given/page.ts';

let tied = 0;
let closed = 0;

function dialog(
  notices: readonly ReturnType<typeof aNotice>[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  [tied, closed] = [0, 0];
  const props = { letterId: anId(21), onclose: () => void (closed += 1), ontied: () => void (tied += 1) };
  return show(TieDialog, props, { 'notices.list': () => ({ notices, today: '2026-11-30' }), ...answers }, wish);
}

inEach('a notice that is objected to is linked as it is', async (language) => {
  const main = await dialog(
    [
      aNotice({ state: 'objected' }),
      aNotice({ id: anId(42), open: false }),
      aNotice({ id: anId(43), letterId: anId(29) }),
    ],
    { 'notices.tieObjection': () => aNoticeView({ state: 'objected' }) },
    { language },
  );
  // settled ones and those that have their letter are not offered
  expect(valueOf(field('letters.tie.notice'))).toBe(anId(41));
  await accessible();
  await click(the('button', 'letters.tie.title'));
  expect(main.inputs('notices.tieObjection')).toEqual([{ noticeId: anId(41), letterId: anId(21) }]);
  expect([tied, closed]).toEqual([1, 1]);
  expect(notice.said).toBe(said('letters.tied', { title: 'Harbour storage terms' }));
});

inEach('one that nobody objected to yet asks who does', async (language) => {
  const main = await dialog(
    [aNotice(), aNotice({ id: anId(42), subject: 'Fees' })],
    { 'notices.tieObjection': () => aNoticeView({ state: 'objected' }) },
    { language },
  );
  expect(isDisabled(the('button', 'letters.tie.title'))).toBe(true);
  await pick(field('letters.tie.notice'), anId(42));
  expect(reads('letters.tie.objects')).toBe(true);
  await stopsAt(said('frame.handledBy'), {
    control: () => field('frame.handledBy'),
    send: () => the('button', 'letters.tie.title'),
    sent: () => main.inputs('notices.tieObjection'),
  });
  await write(field('frame.handledBy'), ' Ada Berg ');
  await click(the('button', 'letters.tie.title'));
  expect(main.inputs('notices.tieObjection')).toEqual([{ noticeId: anId(42), letterId: anId(21), by: 'Ada Berg' }]);
});

it('nothing to link to is said', async () => {
  await dialog([]);
  expect(reads('letters.tie.none')).toBe(true);
  expect(isDisabled(the('button', 'letters.tie.title'))).toBe(true);
});

it('a refusal stands in it', async () => {
  await dialog([aNotice({ state: 'objected' })], { 'notices.tieObjection': refused() });
  await click(the('button', 'letters.tie.title'));
  expect(refusedHere()).toBe(true);
  expect([tied, closed]).toEqual([0, 0]);
});
