import { type HistoryEvent, instantOf } from '../../../src-main/acceptance/history.ts';
import type { Decision } from '../../../src-main/acceptance/record.ts';

/** Events of a version's history, one line each. */

export type With<Kind extends HistoryEvent['kind']> = Extract<HistoryEvent, { kind: Kind }>;

export const saved = (
  versionId: string,
  at = '2026-10-01T00:00:00.000Z',
  more: Partial<With<'saved'>> = {},
): HistoryEvent => ({
  kind: 'saved',
  versionId,
  at,
  title: `条款 ${versionId}`,
  ...more,
});
export const decided = (versionId: string, decision: Decision, at: string): HistoryEvent => ({
  kind: 'decided',
  versionId,
  at,
  decision,
  recordId: `r ${at}`,
});
export const concluded = (versionId: string, on: string, more: Partial<With<'concluded'>> = {}): HistoryEvent => ({
  kind: 'concluded',
  versionId,
  at: '2026-12-01T00:00:00.000Z',
  how: 'clicked-at-provider',
  on,
  recordId: `c ${on}`,
  said: '李航',
  ...more,
});
export const sealed = (versionId: string, datedOn: string, more: Partial<With<'sealed'>> = {}): HistoryEvent => ({
  kind: 'sealed',
  versionId,
  at: instantOf(datedOn),
  copyId: 's1',
  by: 'both',
  datedOn,
  result: 'confirmed',
  ...more,
});
export const replaced = (versionId: string, at: string): HistoryEvent => ({
  kind: 'replaced',
  versionId,
  at,
  by: 'other',
  title: '新协议',
  clause: { clauseId: 'r', number: '2', because: '取代此前约定' },
});
export const keptOn = (versionId: string, from: string, more: Partial<With<'kept-on'>> = {}): HistoryEvent => ({
  kind: 'kept-on',
  versionId,
  at: instantOf(from),
  from,
  noticeId: 'n1',
  said: '李航',
  ...more,
});
