import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaLine, AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import type { TermView } from '../../../../src-main/contract/rights/term.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const keep = (zone?: string): unknown =>
  desk.handlers['library.keepParticulars']({
    agreementId: desk.agreement(LINE).id,
    particulars: { tags: [], ...(zone === undefined ? {} : { zone }) },
  });
const lastDay = (): AgendaLine | undefined =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.find(({ kind }) => kind === 'notice-last-day');

function notice(): NoticeView {
  return desk.handlers['notices.register']({
    agreementId: desk.agreement(LINE).id,
    kind: 'change',
    channel: 'site',
    sent: '2026-10-20',
    announcedEffective: '2026-11-23',
  }) as NoticeView;
}

describe('a person says by whose clock an agreement’s days are counted', () => {
  test('its last day ends there, in the notice, in the agenda and in the reminders alike', () => {
    const { id } = notice();
    const due = () =>
      remindersOver(desk.ports)
        .now()
        .due.find(({ item }) => item.startsWith(`notice:${id}/`))?.due;
    // 02:00 UTC on 23 November: 10:00 in Beijing, still the evening of the 22nd in California.
    expect(lastDay()).toMatchObject({ date: '2026-11-22', state: 'overdue' });
    expect(lastDay()).not.toHaveProperty('dayClock');
    keep('America/Los_Angeles');
    expect(lastDay()).toMatchObject({
      date: '2026-11-22',
      state: 'today',
      dayClock: { today: '2026-11-22', ends: '2026-11-23T08:00:00.000Z' },
    });
    const view = desk.handlers['notices.open']({ noticeId: id }) as NoticeView;
    expect(view).toMatchObject({ overdue: false, dayClock: { today: '2026-11-22' } });
    expect(view.dayClock && say(view.dayClock.zone, 'zh')).toBe('美国太平洋时间');
    expect(due()).toMatchObject({ daysLeft: 0, reminder: { about: 'last-day' } });
    keep();
    // In Beijing it has taken effect.
    expect(due()).toMatchObject({ daysLeft: 0, reminder: { about: 'effect' } });
    expect(lastDay()).toMatchObject({ state: 'overdue' });
  });

  test('what falls due there today cannot be put off, and its term runs by its own day', () => {
    notice();
    keep('America/Los_Angeles');
    const put = () =>
      desk.handlers['agenda.snooze']({ itemId: lastDay()?.id ?? '', until: '2026-11-25', reason: '等答复' });
    expect(put).toThrow(expect.objectContaining({ code: 'snooze-today' }));
    const term = desk.handlers['rights.term']({ agreementId: desk.agreement(LINE).id }) as TermView;
    expect(term.dayClock).toMatchObject({ today: '2026-11-22' });
  });

  test('it is kept in the ledger with what it was before; what is no zone is refused and nothing kept', () => {
    keep('UTC');
    keep('UTC+09:00');
    const [before, after] = desk.store.ledger
      .ofSubject(`agreement:${desk.agreement(LINE).id}`)
      .filter(({ kind }) => kind === 'settings-changed')
      .map(({ payload }) => payload);
    expect(before).toMatchObject({ particulars: { zone: 'UTC' } });
    expect(after).toMatchObject({ particulars: { zone: '+09:00' }, before: { zone: 'UTC' } });
    expect(() => keep('Mars')).toThrow(expect.objectContaining({ code: 'bad-zone', field: 'particulars.zone' }));
  });
});
