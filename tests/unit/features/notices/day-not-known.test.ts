import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { OBJECTION_CASES } from '../../../../src-main/features/notices/objection-cases.ts';
import { noticeAgendaSource } from '../../../../src-main/features/notices/agenda-source.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import type { AgendaSource } from '../../../../src-main/kernel/between-features.ts';
import { closedBySending } from '../../../../src-main/kernel/cases/case-agenda.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const TITLE = '青禾数据交换服务协议';
let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
  desk.now = new Date('2026-11-30T02:00:00.000Z');
});
afterEach(() => desk.end());

/** A change sent on 20 November and received on the 22nd, under an agreement that says this of objecting. */
async function noticed(
  objecting: string,
  changing = '乙方修改本协议的，应提前30日以电子邮件通知甲方。',
): Promise<NoticeView> {
  const words = `${TITLE}\n\n服务提供方：青禾网络有限公司\n\n第一条 变更\n1.1 ${changing}${objecting}\n`;
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes: new TextEncoder().encode(words) });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title: TITLE }] });
  const { id, versions } = desk.agreement(TITLE);
  desk.conclude(versions[0] ?? '');
  const [sent, received] = ['2026-11-20', '2026-11-22'];
  return desk.handlers['notices.register']({ agreementId: id, kind: 'change', channel: 'email', sent, received });
}

test('a time to object that goes with keeping to the old text until the term is over is counted from receipt', async () => {
  const { clock } = await noticed('甲方不接受修改的，有权自收到通知之日起30日内书面反对，并按原协议履行至服务期满。');
  expect(clock.find(({ name }) => name === 'objectBy')?.date).toBe('2026-12-22');
});

test('a last day of which only a day before it is known is never over: not in the list, the case, the agenda or the reminders', async () => {
  const { id, objectBy } = await noticed(
    '甲方不接受修改的，有权自收到通知之日起30日内或公告之日起45日内书面反对，以较晚者为准。',
  );
  expect(objectBy).toBeUndefined();
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: '陈远' });
  const view = await desk.handlers['notices.open']({ noticeId: id });
  // Whatever the time to object: it is not over before the notice is there.
  expect(view).toMatchObject({ overdue: false, lastDayKnown: false, lastDay: '2026-11-22' });
  expect(OBJECTION_CASES.of(desk.store, id)?.window?.()).toEqual({});
  const { lines } = await desk.handlers['agenda.list']({});
  const line = lines.find((each) => each.id === `notice:${id}/notice-last-day`);
  expect(line).toMatchObject({ state: 'perhaps', notBefore: '2026-11-22' });
  expect(
    remindersOver(desk.ports)
      .now()
      .next.map(({ words }) => say(words, 'zh')),
  ).toEqual([expect.stringContaining('还不能确定')]);
});

test('that the objection arrived is asked for once and need not be noted, also where only the time to object is known', async () => {
  const { id, lastDayKnown, clock } = await noticed(
    '甲方不接受修改的，有权自收到通知之日起30日内书面反对。',
    '乙方修改本协议的，应提前10日或者提前15日以电子邮件通知甲方，以较晚者为准。',
  );
  expect(lastDayKnown).toBe(false);
  expect(clock.find(({ name }) => name === 'objectBy')?.date).toBe('2026-12-22');
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: '陈远' });
  void desk.handlers['letters.takeCaseStep']({ origin: `notice:${id}`, state: 'sent', on: '2026-11-30', by: '陈远' });
  const { lines } = await desk.handlers['agenda.list']({});
  const [line, ...others] = lines.filter(({ kind }) => kind === 'arrival');
  expect(others).toEqual([]);
  // It is the same item whichever of its days the agenda has.
  const some: AgendaSource = (ports) =>
    noticeAgendaSource(ports).filter(({ item }) => item.kind === 'notice-objection');
  expect(closedBySending([OBJECTION_CASES], [some])(desk.ports).map(({ item }) => item.id)).toEqual([line?.id]);
  const reminded = (): number =>
    remindersOver(desk.ports)
      .now()
      .next.filter(({ item }) => item === line?.id).length;
  expect(reminded()).toBe(1);
  await desk.handlers['agenda.done']({ itemId: line?.id ?? '', on: '2026-11-30', note: '当面交付', file: false });
  expect(reminded()).toBe(0);
});

test.each([
  ['in a year of which the holidays are known', '30日', '2026-12-22'],
  ['in a year of which they are not yet', '60日', '2027-01-21'],
])('the hour at which the last day closes goes with it, %s', async (_, long, lastDay) => {
  const view = await noticed(
    `甲方不接受修改的，有权自收到通知之日起${long}内书面反对。`,
    '乙方修改本协议的，应提前90日以电子邮件通知甲方。双方的通知应于工作日17:00前送达对方。',
  );
  expect(view).toMatchObject({ lastDay, lastDayKnown: true, lastHour: '17:00' });
  const { lines } = await desk.handlers['agenda.list']({});
  expect(lines.find((each) => each.id === `notice:${view.id}/notice-last-day`)).toMatchObject({ hour: '17:00' });
});
