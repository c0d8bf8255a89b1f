import { cleanup, render } from '@testing-library/svelte';
import { expect } from 'vitest';
import { NOTICE_STATES } from '../../../../../src-main/term/notice/notice-states.ts';
import NoticeStateWord from '../../../../../src-renderer/features/notices/NoticeStateWord.svelte';
import { listDate } from '../../../../../src-renderer/kernel/dates.ts';
import { reads } from '../../given/find.ts';
import { given, inEach, said } from '../../given/page.ts';

const DOTS = {
  announced: 'amber',
  'under-review': 'amber',
  accepted: 'green',
  objected: 'ink',
  continuing: 'green',
  'in-use': 'ink',
  lapsed: 'ink',
  withdrawn: 'none',
  voided: 'none',
} as const;

inEach('a notice says its state with its day; the dot only stands beside the word', async (language) => {
  await given({}, { language });
  for (const state of NOTICE_STATES) {
    render(NoticeStateWord, { props: { state, since: '2026-11-10' } });
    const word = said(`names.noticeState.${state}`);
    expect(reads('notices.since', { state: word, date: listDate('2026-11-10') })).toBe(true);
    expect(document.querySelector('i[aria-hidden=true]')?.classList[0]).toBe(DOTS[state]);
    cleanup();
  }
});
