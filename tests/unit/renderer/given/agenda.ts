import { asWritten } from '../../../../assets/messages/say.ts';
import type { AgendaLine, AgendaView } from '../../../../src-main/contract/agenda.ts';
import { TODAY } from './page.ts';

export const aLine = (more: Partial<AgendaLine> = {}): AgendaLine => ({
  id: 'pay:storage',
  kind: 'payment',
  title: asWritten('Pay for the storage'),
  why: asWritten('The order asks for it.'),
  ifMissed: asWritten('The store may be closed.'),
  state: 'ahead',
  date: '2026-12-10',
  missing: [],
  steps: [],
  closable: true,
  ...more,
});

export const anAgenda = (lines: readonly AgendaLine[] = []): AgendaView => ({
  today: TODAY,
  lines,
  open: lines.filter(({ state }) => ['overdue', 'today', 'now', 'ahead'].includes(state)).length,
  overdue: lines.filter(({ state }) => state === 'overdue').length,
});
