import { expect } from 'vitest';
import type { AgendaView } from '../../../../../src-main/contract/agenda.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { later } from '../../given/double.ts';
import { CRANE, HARBOUR, inspected, library } from '../../given/library.ts';
import { inEach, said, settled } from '../../given/page.ts';

inEach(
  'a next date that comes, changes or goes is told whole, and nothing of what stood there before',
  async (language) => {
    const first = later<AgendaView>();
    const main = await library(
      [HARBOUR, CRANE],
      { 'agenda.list': () => first.promise },
      { language },
      { screen: 'library', agreementId: CRANE.id },
    );
    await inspected();
    const row = (): string => document.querySelector(`#row-${CRANE.id} .due`)?.textContent?.trim() ?? '';
    const answer = (): string =>
      document.querySelector('article dl > div:last-child')?.textContent?.replaceAll(/\s+/gu, ' ') ?? '';
    const nothing = said('library.row.nothing');
    const what = said('term.agenda-items.kind-words.payment.title');
    const line = aLine({ kind: 'payment', date: '2026-12-21', agreement: { id: CRANE.id, title: CRANE.title } });
    expect(row()).toBe(nothing);
    first.give(anAgenda([line]));
    await settled();
    expect([row().includes(what), row().includes(nothing)]).toEqual([true, false]);
    expect([answer().includes(what), answer().includes(nothing)]).toEqual([true, false]);
    for (const lines of [[], [line], [{ ...line, date: '2026-12-09' }], []]) {
      main.answer({ 'agenda.list': () => anAgenda(lines) });
      main.send('changed', { features: ['agenda'] });
      await settled();
      await inspected();
      const due = lines.length > 0;
      expect([row().includes(what), row().includes(nothing)]).toEqual([due, !due]);
      expect([answer().includes(what), answer().includes(nothing)]).toEqual([due, !due]);
    }
  },
);
