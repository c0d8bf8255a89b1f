import { say } from '../../../../src-main/agreement/sentence.ts';
import { describe, expect, test } from 'vitest';

import {
  claimItems,
  invoiceItems,
  lastDayItem,
  noticeItems,
  overdueItems,
  paymentItem,
  renewalItem,
} from '../../../../src-main/term/agenda/agenda-items.ts';
import { type Sentence, sentence } from '../../../../src-main/agreement/sentence.ts';
import { CIVIL_CODE } from '../../../../src-main/term/calendar/statutes.ts';
import { known } from '../../../../src-main/term/answer.ts';
import { type AgendaItem, agendaState } from '../../../../src-main/term/agenda/agenda.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { periodEnd } from '../../../../src-main/term/calendar/period.ts';
import type { FactSource } from '../../../../src-main/term/basis.ts';
import { invoiceDates } from '../../../../src-main/term/fees/invoices.ts';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../../../src-main/term/fees/orders.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basisOf, documentOf, fact, valueOf, wordsOf } from '../basis-of.ts';

const DOCUMENT = documentOf(
  fact('change-notice-days', 30),
  fact('electronic-delivery', '发布即视为送达'),
  fact('payment-due-days', 7, '订单为您保留 7 天，期满未付的订单失效'),
  fact('renewal-lead-days', 7),
  fact('overdue-termination-days', 30),
  fact('credit-tier', { below: 99.95, credit: 15 }),
  fact('claim-opens-working-day', 5),
  fact('claim-closes-months', 2),
  fact('invoice-ordinary-day', { months: 1, day: 5, plan: 'prepaid' }),
);
const BASIS = basisOf(DOCUMENT);
const SUBJECT = { id: 'r1', agreement: 'a1', name: { zh: '专线', en: 'line' } };

const dated = (items: readonly AgendaItem[]) => items.map(({ id, date }) => [id, valueOf(date)]);

describe('what goes on the agenda', () => {
  test('of a notice: the last day to act and the day of effect, with clause, statute and consequence', () => {
    const items = noticeItems(SUBJECT, noticeClock(BASIS, { kind: 'change', channel: 'site', sent: '2026-03-01' }));
    expect(dated(items)).toEqual([
      ['r1/notice-last-day', '2026-03-31'],
      ['r1/notice-effect', '2026-04-01'],
    ]);
    expect(say(items[0]!.why, 'zh')).toContain('§change-notice-days');
    expect(say(items[0]!.why, 'en')).toContain('PRC Civil Code, articles 201 and 203');
    expect(items[0]?.agreement).toBe('a1');
  });

  test('of an end of the service: the last day to move out, without a word of accepting or objecting', () => {
    const basis = basisOf(
      documentOf(fact('termination-notice-days', 30), fact('electronic-delivery', '发布即视为送达')),
    );
    const clock = noticeClock(basis, { kind: 'termination', channel: 'site', sent: '2026-03-01' });
    const [last] = noticeItems(SUBJECT, clock, { kind: 'termination' });
    expect(last && [say(last.title, 'zh'), say(last.ifMissed, 'zh')]).toEqual([
      '迁出最后一日 · 专线',
      '此后服务终止，数据可能无法取回。',
    ]);
    expect(last && say(last.title, 'en')).toContain('Last day to move out');
  });

  test('the basis names the Civil Code once, and each of its articles once', () => {
    const { lastDay, lastDayOrAgreed, arrival } = CIVIL_CODE;
    const why = (...statutes: readonly Sentence[]): readonly string[] => {
      const steps = statutes.map((statute) => ({ text: sentence('term.agenda-items.own-day'), statute }));
      const [line] = noticeItems(SUBJECT, {
        lastDayToAct: known({ safe: '2026-03-20', latest: '2026-03-20' }, steps),
        effective: known({ safe: '2026-03-21', latest: '2026-03-21' }, []),
      });
      return line ? [say(line.why, 'zh'), say(line.why, 'en')] : [];
    };
    expect(why(lastDay, lastDayOrAgreed, lastDay)).toEqual([
      '依据：《民法典》第二百零三条、第二百零四条',
      'Based on: PRC Civil Code, articles 203 and 204',
    ]);
    expect(why(lastDay, arrival, lastDayOrAgreed)).toEqual([
      '依据：《民法典》第一百三十七条、第二百零三条、第二百零四条',
      'Based on: PRC Civil Code, articles 137, 203 and 204',
    ]);
    expect(why(lastDay, lastDay)).toEqual(['依据：《民法典》第二百零三条', 'Based on: PRC Civil Code, article 203']);
  });

  test.each([
    ['客户的异议应在收到通知之日起20日内送达服务商。', true],
    ['客户应在收到通知之日起20日内以书面形式提出异议。', undefined],
    ['客户的异议以邮戳日期为准，应在收到通知之日起20日内寄出。', false],
    ['Objections must be received by Provider within 20 days of the notice.', true],
  ])('of an objection: whether it has to arrive by its day: %s', (quote, byArrival) => {
    const cited = [{ text: sentence('term.agenda-items.own-day'), clause: { id: 'a', quote } }];
    const clock = noticeClock(BASIS, { kind: 'change', channel: 'site', sent: '2026-03-01' });
    const objectBy = known({ safe: '2026-03-20', latest: '2026-03-20' }, cited);
    const items = noticeItems(SUBJECT, { ...clock, objectBy });
    expect(items.map((item) => item.byArrival)).toEqual([byArrival, byArrival, undefined]);
  });

  test.each([
    ['客户的赔偿申请应在故障发生当月结束后60日内送达服务商。', true],
    ['客户应在故障发生当月结束后60日内提出赔偿申请。', undefined],
    ['Claims must be received by Provider within sixty days of the end of the month.', true],
  ])('of a claim: whether it has to arrive by its day: %s', (quote, byArrival) => {
    const level = serviceLevel(BASIS, { month: '2026-03', downtime: { minutes: 50 } });
    const cited = [{ text: sentence('term.agenda-items.own-day'), clause: { id: 'a', quote } }];
    const closes = known({ safe: '2026-05-31', latest: '2026-05-31' }, cited);
    const items = claimItems(SUBJECT, { ...level, claim: { ...level.claim, closes } });
    expect(items.map((item) => item.byArrival)).toEqual([undefined, byArrival]);
  });

  test('of a broken month: the claim window; of a kept one: nothing', () => {
    const level = (minutes: number) => serviceLevel(BASIS, { month: '2026-03', downtime: { minutes } });
    expect(dated(claimItems(SUBJECT, level(50)))).toEqual([
      ['r1/2026-03/claim-opens', '2026-04-09'],
      ['r1/2026-03/claim-closes', '2026-05-31'],
    ]);
    expect(claimItems(SUBJECT, level(0))).toEqual([]);
  });

  test('of money: the safe day by the count alone, before a holiday moves it', () => {
    expect(valueOf(paymentItem(SUBJECT, paymentDue(BASIS, '2026-09-25')).date)).toBe('2026-10-02');
    expect(valueOf(renewalItem(SUBJECT, renewalDue(BASIS, '2026-12-31')).date)).toBe('2026-12-24');
    expect(dated(overdueItems(SUBJECT, overdueTermination(BASIS, '2026-09-03')))).toEqual([
      ['r1/overdue', '2026-10-03'],
      ['r1/termination', '2026-10-04'],
    ]);
  });

  test('of an invoice: the day to ask that holds by agreement and guide alike', () => {
    const guide = wordsOf('预付费订单，下个月可索取发票。');
    const said = wordsOf('先付费业务发生后可以实时提交开票申请。');
    const agreement: FactSource = { facts: DOCUMENT.facts, clauses: [...DOCUMENT.clauses, ...said.clauses] };
    const wish = { plan: 'prepaid', month: '2026-01', type: 'ordinary' } as const;
    expect(dated(invoiceItems(SUBJECT, invoiceDates(agreement, guide, wish)))).toEqual([
      ['r1/invoice-ask', '2026-02-01'],
      ['r1/invoice-issue', '2026-02-05'],
    ]);
    expect(dated(invoiceItems(SUBJECT, invoiceDates(agreement, undefined, wish)))[0]).toEqual([
      'r1/invoice-ask',
      '2026-01-01',
    ]);
  });

  test('how late one could still argue stands beside the day, with its article, and never instead of it', () => {
    const latest = (item: AgendaItem | undefined) => item?.latest?.known && item.latest.day;
    const level = serviceLevel(BASIS, { month: '2026-03', downtime: { minutes: 50 } });
    expect(latest(claimItems(SUBJECT, level)[1])).toBe('2026-06-01');
    expect(latest(paymentItem(SUBJECT, paymentDue(BASIS, '2026-09-25')))).toBe('2026-10-08');
    expect(overdueItems(SUBJECT, overdueTermination(BASIS, '2026-09-03')).map(latest)).toEqual([
      '2026-10-08',
      '2026-10-09',
    ]);
    const [act] = noticeItems(SUBJECT, noticeClock(BASIS, { kind: 'change', channel: 'site', sent: '2026-03-01' }));
    expect(act?.latest).toBeUndefined();
    const [closes] = claimItems(SUBJECT, level).slice(1);
    const why = closes?.latest?.known ? closes.latest.why?.statute : undefined;
    expect(why && say(why, 'en')).toBe('PRC Civil Code, articles 203 and 204');
  });

  test('without the year’s table it stands on its safe day, and says what is missing for the other', () => {
    const due = paymentItem(SUBJECT, paymentDue(BASIS, '2026-12-30'));
    expect(valueOf(due.date)).toBe('2027-01-06');
    expect(due.latest).toMatchObject({ known: false, missing: [{ what: 'calendar', name: '2027' }] });
  });

  test('working days without the year’s table: on the day that it is no sooner than, never late for certain once that went by', () => {
    // Monday 21 December; nine working days are left of the year, and six days of January, were all of them worked, end on the 6th.
    const end = periodEnd('2026-12-20', { workingDays: 15 }, SHIPPED_CALENDAR);
    const due = lastDayItem(SUBJECT, 'payment', end);
    expect(valueOf(due.date)).toBe('2027-01-06');
    expect(due.latest).toMatchObject({ known: false, missing: [{ what: 'calendar', name: '2027' }] });
    expect(agendaState(due, '2027-01-05')).toBe('ahead');
    expect(agendaState(due, '2027-01-07')).toBe('perhaps');
    // A day that is counted is one, whether or not a holiday moves it.
    expect(agendaState(paymentItem(SUBJECT, paymentDue(BASIS, '2026-12-30')), '2027-01-07')).toBe('overdue');
  });

  test('the effect of a change and the eve of it stand on one day each, holiday or not', () => {
    const notice = { kind: 'change', channel: 'site', sent: '2026-09-01' } as const;
    const [act, effect] = noticeItems(SUBJECT, noticeClock(BASIS, notice));
    expect([act, effect].map((each) => each && valueOf(each.date))).toEqual(['2026-10-01', '2026-10-02']);
    expect([act?.latest, effect?.latest]).toEqual([undefined, undefined]);
  });

  test('stays without a date where the date is unknown', () => {
    const [last] = noticeItems(
      SUBJECT,
      noticeClock(basisOf(documentOf()), { kind: 'change', channel: 'site', sent: '2026-03-01' }),
    );
    expect(last?.date.known).toBe(false);
  });
});
