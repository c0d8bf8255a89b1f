import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../src-main/agreement/model.ts';
import { facts } from '../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../src-main/agreement/meaning/classify.ts';
import { lastDayItem } from '../../../src-main/term/agenda/agenda-items.ts';
import { calendarFile } from '../../../src-main/term/agenda/ics.ts';
import type { TermBasis } from '../../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../../src-main/term/calendar/holiday-tables.ts';
import { paymentDue } from '../../../src-main/term/fees/orders.ts';
import { noticeClock } from '../../../src-main/term/notice/notice-clock.ts';
import { renewalOf } from '../../../src-main/term/renewal/renewal.ts';
import { claimWindow } from '../../../src-main/term/service/claim/claim-window.ts';
import { documentOf } from '../agreement/meaning.ts';
import { asWritten } from '../../../src-main/agreement/sentence.ts';
import { valueOf } from './basis-of.ts';
import { working } from './quantity/stated.ts';

/** What these clauses are read as, for the calculators. */
function read(kind: DocumentKind, ...clauses: readonly string[]): TermBasis {
  const document = documentOf(clauses, kind);
  return {
    sources: [{ facts: facts(document, classify(document)), clauses: document.clauses }],
    calendar: SHIPPED_CALENDAR,
  };
}

describe('close of business where the text says so (Civil Code, 203 II)', () => {
  test('a claim: “by 17:00 on the tenth working day of the next month”', () => {
    const basis = read('sla', '客户应在每月前10个工作日内、最后一日17:00前提出上月的赔偿申请。');
    // 2026-10: 8, 9, 10 (made up), 12–16, 19, 20.
    const { closes } = claimWindow(basis, '2026-09');
    expect(valueOf(closes)).toMatchObject({ safe: '2026-10-20', hour: '17:00' });
    expect(working(closes)).toContain('17:00（北京时间）');
    const item = lastDayItem({ id: 'x', name: asWritten('甲') }, 'claim-closes', closes);
    expect(item).toMatchObject({ hour: '17:00' });
    const file = calendarFile([item], { now: '2026-10-01T00:00:00Z', language: 'zh' }).text.replaceAll('\r\n ', '');
    expect(file).toContain('当天 17:00（北京时间）前办妥');
  });

  test('a payment by its own hour; an hour of another duty is not its own', () => {
    const due = paymentDue(read('terms', '您应在下单后5天内付款，最后一日18:00前未付的订单失效。'), '2026-03-02');
    expect(valueOf(due.due)).toMatchObject({ safe: '2026-03-07', hour: '18:00' });
    const plain = read('terms', '您应在下单后5天内付款，逾期未付的订单失效。', '通知应于工作日17:00前送达对方。');
    expect(valueOf(paymentDue(plain, '2026-03-02').due)).not.toHaveProperty('hour');
  });

  test('a notice against renewal has to arrive: by the hour that the text gives for all that arrives', () => {
    const basis = read(
      'terms',
      '本协议有效期为一年，期满前30日，任何一方未书面通知不续约的，自动续展一年。',
      '工作日17:30以后收到的通知，视为次一工作日收到。',
    );
    const { cancelBy } = renewalOf(basis, { starts: '2026-01-01', on: '2026-03-01' });
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2026-12-01', hour: '17:30' });
    expect(cancelBy.steps.some(({ clause }) => clause?.quote?.includes('17:30'))).toBe(true);
  });

  test('two hours in one text are not picked from', () => {
    const basis = read(
      'sla',
      '客户应在故障月结束后60日内提出赔偿申请。',
      '通知应于工作日17:00前送达对方。',
      '通知应于工作日18:00前送达对方。',
    );
    expect(valueOf(claimWindow(basis, '2026-07').closes)).not.toHaveProperty('hour');
  });

  const OF_ALL = '客户的通知应于工作日17:00前送达。';

  test('a claim until the end of the next month', () => {
    const basis = read('sla', '客户应在次月月底前提出上月的赔偿申请。', OF_ALL);
    const { closes } = claimWindow(basis, '2026-09');
    expect(valueOf(closes)).toMatchObject({ safe: '2026-10-31', hour: '17:00' });
    expect(working(closes)).toContain('17:00');
  });

  test.each([
    ['the eve of effect', []],
    ['a time counted back from it', ['客户对变更有异议的，应在变更生效前5日书面提出。']],
    ['a time from the notice on', ['客户对变更有异议的，应在收到通知之日起7日内书面提出。']],
  ])('an objection, by %s', (_, more) => {
    const basis = read('terms', '服务商可提前30日书面通知客户修改本协议。', ...more, OF_ALL);
    const clock = noticeClock(basis, { kind: 'change', channel: 'email', sent: '2026-03-02', received: '2026-03-02' });
    expect(valueOf(clock.lastDayToAct)).toMatchObject({ hour: '17:00' });
    expect(clock.lastDayToAct.steps.some(({ clause }) => clause?.quote?.includes('17:00'))).toBe(true);
    for (const objection of [clock.objectBy ?? clock.lastDayToAct])
      expect(valueOf(objection)).toMatchObject({ hour: '17:00' });
  });

  test('a service that the provider ends is left by the day itself: nothing has to arrive', () => {
    const basis = read('terms', '服务商可提前30日书面通知客户终止本协议。', OF_ALL);
    const clock = noticeClock(basis, {
      kind: 'termination',
      channel: 'email',
      sent: '2026-03-02',
      received: '2026-03-02',
    });
    expect(valueOf(clock.lastDayToAct)).not.toHaveProperty('hour');
  });

  test.each([
    ['客户的通知应于工作日17:00前送达。', '17:00'],
    ['工作日18：00以后收到的文件，视为次一工作日收到。', '18:00'],
    ['双方的书面材料应在营业时间内递交，营业日16:30后递交的顺延至下一个工作日。', '16:30'],
    ['Papers must be delivered on business days before 5:30 p.m.', '17:30'],
    ['A notice received after 17:00 on a working day is treated as received on the next working day.', '17:00'],
    ['热线于工作日17:00前接听。', undefined],
    ['Support answers calls on business days until 17:00.', undefined],
  ])('the last day to act before a change, by what has to arrive: %s', (text, hour) => {
    const basis = read('terms', '服务方提前30日公告后可以修改本条款，公告即视为送达。', text);
    const { lastDayToAct } = noticeClock(basis, { kind: 'change', channel: 'site', sent: '2026-09-01' });
    const day = valueOf(lastDayToAct);
    expect(day).toMatchObject({ safe: '2026-10-01' });
    expect(typeof day === 'string' ? day : day.hour).toBe(hour);
    expect(working(lastDayToAct).includes('送达对方')).toBe(hour !== undefined);
  });
});
