import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { NoticeView } from '../../../../../src-main/contract/notices.ts';
import NoticeCases from '../../../../../src-renderer/features/notices/NoticeCases.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { reads, readsText, refusedHere } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, show } from '../../given/page.ts';

const CASES: NoticeView['cases'] = [
  { scope: 'Major changes', required: asWritten('60 days'), lastDay: '2027-01-10' },
  { scope: 'Other changes', required: asWritten('20 days') },
];
let changed: NoticeView[] = [];

function cases(view: NoticeView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  changed = [];
  const props = { view, editable: view.open, onchanged: (next: NoticeView) => void changed.push(next) };
  return show(NoticeCases, props, answers, wish);
}
const radio = (name: RegExp): HTMLInputElement => screen.getByRole('radio', { name });

inEach('each case says what it would mean, and the chosen one is kept', async (language) => {
  const after = aNoticeView({ cases: CASES, scope: 'Major changes' });
  const main = await cases(aNoticeView({ cases: CASES }), { 'notices.correct': () => after }, { language });
  expect(reads('notices.cases.none')).toBe(true);
  expect(readsText(longDate('2027-01-10'))).toBe(true);
  await accessible();
  await click(radio(/Major/u));
  expect(main.inputs('notices.correct')).toEqual([{ noticeId: anId(41), scope: 'Major changes' }]);
  expect(changed).toEqual([after]);
});

it('what was chosen is marked; of a settled notice nothing can be chosen', async () => {
  await cases(aNoticeView({ cases: CASES, scope: 'Other changes', open: false }));
  expect(radio(/Other/u).checked).toBe(true);
  expect(radio(/Major/u).disabled).toBe(true);
  expect(reads('notices.cases.none')).toBe(false);
});

it('a refusal stands beside it', async () => {
  await cases(aNoticeView({ cases: CASES }), { 'notices.correct': refused() });
  await click(radio(/Major/u));
  expect(refusedHere()).toBe(true);
  expect(changed).toEqual([]);
});
