import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import { OBJECTION_CHECKLIST } from '../../../../src-main/term/notice/notice-states.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

/** A notice of 10 November that takes effect on 20 December; the person adds that one may object within 15 days. */
function registered(): NoticeView {
  const { id, versions } = desk.agreement(LINE);
  desk.conclude(versions[0] ?? '');
  void desk.handlers['rights.correctFact']({
    agreementId: id,
    kind: 'objection-window',
    value: '15天',
    by: '王敏',
    reason: '主协议附件三写明',
  });
  return desk.handlers['notices.register']({
    agreementId: id,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-12-20',
    newVersionId: versions[1],
  }) as NoticeView;
}

const open = (noticeId: string): NoticeView => desk.handlers['notices.open']({ noticeId }) as NoticeView;
const item = (noticeId: string, kind: string) =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.find(({ id }) => id === `notice:${noticeId}/${kind}`);
const object = (noticeId: string): void => {
  void desk.handlers['notices.move']({ noticeId, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId, to: 'objected', by: '陈远' });
};

test('a time to object that a person added drives the notice, the agenda and the reminders, and says whose it is', () => {
  const view = registered();
  expect(view).toMatchObject({ lastDay: '2026-11-25', objectBy: '2026-11-25', lastDayKnown: true });
  const line = view.clock.find(({ name }) => name === 'objectBy');
  expect(line?.date).toBe('2026-11-25');
  expect(line?.steps.some(({ own }) => own)).toBe(true);
  expect(item(view.id, 'notice-last-day')).toMatchObject({ date: '2026-11-25' });
  expect(remindersOver(desk.ports).now().next[0]).toMatchObject({
    place: { screen: 'notices', noticeId: view.id },
    date: '2026-11-25',
  });
});

test('only an objection that was sent closes it: a decision or a draft does not, and taking the sending back opens it again', () => {
  const { id } = registered();
  object(id);
  void desk.handlers['notices.draftObjection']({ noticeId: id });
  expect(item(id, 'notice-last-day')?.done).toBeUndefined();
  desk.now = new Date('2026-11-27T02:00:00.000Z');
  expect(open(id).overdue).toBe(true);
  void desk.handlers['notices.tick']({
    noticeId: id,
    item: 'confirm-in-writing',
    done: { on: '2026-11-24', evidence: 'EMS 1001' },
  });
  // Sent, it stays on the agenda until it arrived, and is late no more.
  expect(item(id, 'notice-last-day')?.done).toBeUndefined();
  expect(open(id)).toMatchObject({ overdue: false, objectionSent: '2026-11-24' });
  void desk.handlers['notices.tick']({ noticeId: id, item: 'confirm-in-writing' });
  expect(item(id, 'notice-last-day')?.done).toBeUndefined();
  expect(open(id).overdue).toBe(true);
});

test('whoever may object is told beforehand what has to be done then, in whatever state the notice is', () => {
  const { id } = registered();
  const items = (): readonly string[] => open(id).checklist.map((each) => each.id);
  const all = OBJECTION_CHECKLIST.map((each) => each.id);
  expect(items()).toEqual(all);
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  expect(items()).toEqual(all);
  void desk.handlers['notices.move']({ noticeId: id, to: 'withdrawn', by: '陈远' });
  expect(items()).toEqual([]);
});
