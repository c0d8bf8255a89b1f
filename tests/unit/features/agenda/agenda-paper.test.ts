import { expect, test } from 'vitest';
import { sentence } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaLine } from '../../../../src-main/contract/agenda.ts';
import { agendaPaper } from '../../../../src-main/features/agenda/agenda-paper.ts';

test.each([
  ['zh', '第 3.2 条'],
  ['en', 'Clause 3.2'],
] as const)('what a date is based on does not repeat the heading of its column (%s)', (language, based) => {
  const line = {
    title: sentence('term.calendar-file.name'),
    why: sentence('term.agenda-items.grounds', {
      grounds: [sentence('term.agenda-items.grounds.clause', { number: '3.2' })],
    }),
    ifMissed: sentence('term.calendar-file.name'),
    state: 'ahead',
  } as unknown as AgendaLine;
  const { blocks } = agendaPaper([line], '2026-12-01', language);
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.rows[0]?.[2]).toBe(based);
});
