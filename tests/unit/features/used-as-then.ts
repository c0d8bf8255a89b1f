import { noticeById, noticePapers } from '../../../src-main/features/notices/notice-records.ts';
import { recordHappening } from '../../../src-main/kernel/history/happenings.ts';
import type { Ports } from '../../../src-main/kernel/ports.ts';
import { recordTogether } from '../../../src-main/kernel/record.ts';

/** A notice as builds left it that took use under a clause for acceptance: settled, and its text standing from the day of use. */
export function usedAsThen(ports: Ports, noticeId: string, usedOn: string): void {
  const { body } = noticeById(ports.store, noticeId);
  recordTogether(ports, () => {
    noticePapers(ports.store).put({ id: noticeId, state: 'lapsed', body }, ports.now().toISOString());
    if (body.newVersionId !== undefined)
      recordHappening(ports, body.newVersionId, { kind: 'used-on', said: '陈远', from: usedOn, noticeId });
  });
}
