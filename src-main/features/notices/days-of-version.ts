import type { DecisionDays } from '../../kernel/between-features.ts';
import { notices } from './notice-records.ts';
import { noticeSummary } from './notice-views.ts';

/** The days of the open notices that announced a version: its effect, the last to object, and the last on which to act at all. */
export const noticeDaysOfVersion: DecisionDays = (ports, { agreementId, versionId }) =>
  notices(ports.store)
    .filter(({ open, body, agreementId: of }) => open && of === agreementId && body.newVersionId === versionId)
    .map((notice) => noticeSummary(ports, notice))
    .flatMap(({ effective, objectBy, lastDay, lastDayKnown }) => [
      ...(effective === undefined ? [] : [{ name: 'effective', day: effective } as const]),
      ...(objectBy === undefined ? [] : [{ name: 'objectBy', day: objectBy } as const]),
      ...(objectBy !== undefined || lastDay === undefined || !lastDayKnown
        ? []
        : [{ name: 'lastDayToAct', day: lastDay } as const]),
    ]);
