import { describe, expect, test } from 'vitest';

import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { safeDay } from '../../../../src-main/term/calendar/deadline.ts';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { deliveredOn } from '../../../../src-main/term/notice/notice-delivery.ts';
import { valueOf } from '../basis-of.ts';
import { basis, stated, text, whyNot, working } from './stated.ts';

const workdays = (value: number, more = {}) =>
  stated('change-notice', value, { unit: 'working-day', quote: `提前${value}个工作日通知`, ...more });

/** An announcement counts as delivered on its day. */
const SITE = stated(
  'delivery',
  { channel: 'site', delay: { value: 0, unit: 'day' } },
  { anchor: 'announced', quote: '公告即视为送达' },
);

describe('a notice in working days', () => {
  /*
   * “提前十五个工作日”, published on Monday 2 March 2026. Working days after it: 3–6 (4), 9–13 (9), 16–20 (14), 23 (15). The
   * period ends on 23 March, so 24 March is the first day of effect; a change announced for 20 March is four days short.
   */
  test('is counted in working days: a notice that is four days short is said to be', () => {
    const clock = noticeClock(basis([workdays(15), SITE]), {
      kind: 'change',
      channel: 'site',
      sent: '2026-03-02',
      announcedEffective: '2026-03-20',
    });
    expect(valueOf(clock.required)).toEqual({ workingDays: 15 });
    expect(valueOf(safeDay(clock.earliestEffective))).toBe('2026-03-24');
    // Counted back from the day of effect, the day of publication itself may be the fifteenth: 21 March would do, one day later.
    expect(valueOf(clock.shortfall)).toEqual({ full: 4, back: 1 });
  });

  test('skips a week off and counts a make-up Saturday', () => {
    // After Wednesday 30 September 2026: 1–7 October off; 8, 9 (Thu, Fri), Saturday 10 October is a make-up workday.
    const clock = noticeClock(basis([workdays(3), SITE]), { kind: 'change', channel: 'site', sent: '2026-09-30' });
    expect(clock.periodEnds).toMatchObject({ known: true, value: { safe: '2026-10-10', latest: '2026-10-10' } });
  });

  test('of another place is not counted by the mainland’s calendar, and ends no sooner than so many days', () => {
    const { periodEnds } = noticeClock(basis([workdays(10, { calendar: 'HK' }), SITE]), {
      kind: 'change',
      channel: 'site',
      sent: '2026-03-02',
    });
    expect(periodEnds).toMatchObject({
      known: false,
      notBefore: '2026-03-12',
      missing: [{ what: 'calendar', name: 'HK' }],
    });
  });

  test('that reaches into a year without a table is unknown, with the bound that holds', () => {
    const { periodEnds } = noticeClock(basis([workdays(10), SITE]), {
      kind: 'change',
      channel: 'site',
      sent: '2026-12-25',
    });
    expect(periodEnds).toMatchObject({ known: false, missing: [{ what: 'calendar', name: '2027' }] });
    // Four working days are left of December; were each day of January worked, the tenth would be the 6th.
    expect(periodEnds).toMatchObject({ notBefore: '2027-01-06' });
  });
});

describe('where a notice runs from', () => {
  test('the announcement, where the text says so, and not its later delivery', () => {
    const facts = [
      stated('change-notice', 30, { anchor: 'announced' }),
      stated('delivery', { channel: 'post', delay: { value: 5, unit: 'day' } }, { anchor: 'posted' }),
    ];
    const clock = noticeClock(basis(facts), { kind: 'change', channel: 'post', sent: '2026-06-01' });
    expect(valueOf(clock.delivered)).toBe('2026-06-06');
    expect(valueOf(safeDay(clock.earliestEffective))).toBe('2026-07-02');
  });
});

describe('different notices of one kind', () => {
  test('are quoted, and none is picked', () => {
    const facts = [
      stated('change-notice', 60, { quote: '重大变更提前60天' }),
      stated('change-notice', 30, { quote: '其他变更提前30天' }),
    ];
    const { required } = noticeClock(basis(facts), { kind: 'change', channel: 'site', sent: '2026-03-02' });
    expect(required).toMatchObject({ known: false, missing: [{ what: 'conflict', name: 'change-notice-days' }] });
    expect(whyNot(required)).toContain('“重大变更提前60天”');
    expect(whyNot(required)).toContain('“其他变更提前30天”');
  });

  test('days and working days disagree, too', () => {
    const { required } = noticeClock(basis([stated('change-notice', 10), workdays(10), SITE]), {
      kind: 'change',
      channel: 'site',
      sent: '2026-03-02',
    });
    expect(required).toMatchObject({ missing: [{ what: 'conflict' }] });
  });

  test('a change of prices has its own notice; without one it is unknown, whatever other changes need', () => {
    const price = { kind: 'fee', channel: 'site', sent: '2026-03-02' } as const;
    expect(noticeClock(basis([stated('change-notice', 30), SITE]), price).earliestEffective).toMatchObject({
      known: false,
      missing: [{ name: 'fee-notice-days' }],
    });
    const both = [stated('change-notice', 30), stated('price-notice', 90)];
    expect(valueOf(noticeClock(basis(both), price).required)).toEqual({ days: 90 });
  });
});

describe('delivery by the rule of its channel', () => {
  const rules = [
    stated(
      'delivery',
      { channel: 'post', delay: { value: 3, unit: 'working-day' } },
      { unit: 'working-day', anchor: 'posted' },
    ),
    stated('delivery', { channel: 'email', delay: { value: 24, unit: 'hour' } }, { unit: 'hour', anchor: 'sent' }),
    stated('delivery', { channel: 'sms', delay: { value: 0, unit: 'day' } }, { anchor: 'sent' }),
  ];
  const by = (channel: Parameters<typeof deliveredOn>[1]['channel'], sent: string, more = {}, facts = rules) =>
    deliveredOn(basis(facts), { channel, sent, ...more });

  test.each([
    // Thursday 5 March 2026: Friday is one, Monday two, Tuesday three.
    ['post', '2026-03-05', '2026-03-10', 'the third working day'],
    ['email', '2026-03-05', '2026-03-06', '24 hours after some hour of the day are on the next day'],
    ['sms', '2026-03-05', '2026-03-05', 'on sending'],
  ] as const)('%s sent on %s counts as delivered on %s: %s', (channel, sent, delivered, _why) => {
    expect(valueOf(by(channel, sent))).toBe(delivered);
  });

  test('one channel’s rule says nothing about another channel', () => {
    expect(by('message', '2026-03-05')).toMatchObject({ known: false, notBefore: '2026-03-05' });
    expect(valueOf(by('message', '2026-03-05', { received: '2026-03-07' }))).toBe('2026-03-07');
  });

  test('hours run from the moment of sending where it is known', () => {
    const facts = [
      stated('delivery', { channel: 'email', delay: { value: 36, unit: 'hour' } }, { unit: 'hour', anchor: 'sent' }),
    ];
    expect(valueOf(by('email', '2026-03-05', { sentAt: '2026-03-05T10:00:00+08:00' }, facts))).toBe('2026-03-06');
    expect(valueOf(by('email', '2026-03-05', { sentAt: '2026-03-05T14:00:00+08:00' }, facts))).toBe('2026-03-07');
    // Without it, the earlier day is the safer one for who has to act, and both are said.
    const unsure = by('email', '2026-03-05', {}, facts);
    expect(valueOf(unsure)).toBe('2026-03-06');
    expect(working(unsure)).toContain('2026年3月7日');
  });

  test('days after it went out are counted, not only cited', () => {
    const facts = [stated('delivery', { channel: 'any', delay: { value: 3, unit: 'day' } }, { anchor: 'sent' })];
    expect(valueOf(by('email', '2026-03-05', {}, facts))).toBe('2026-03-08');
  });

  test('a rule that counts from arrival needs the day of arrival', () => {
    const facts = [stated('delivery', { channel: 'email', delay: { value: 0, unit: 'day' } }, { anchor: 'received' })];
    expect(by('email', '2026-03-05', {}, facts)).toMatchObject({ known: false, missing: [{ name: 'received' }] });
    expect(valueOf(by('email', '2026-03-05', { received: '2026-03-06' }, facts))).toBe('2026-03-06');
  });
});

describe('what is read of a delivery', () => {
  const at = (
    words: string,
    channel: 'site' | 'email' | 'sms',
    sent = '2026-09-01',
    of: 'any' | 'email' | 'site' = channel === 'sms' ? 'any' : channel,
  ) =>
    deliveredOn(
      basis([
        stated('delivery', { channel: of, delay: { value: 0, unit: 'day' }, words }, { anchor: 'sent', quote: words }),
      ]),
      { channel, sent },
    );

  test.each([
    '公告自发布之日起第七日视为送达',
    'four (24) hours after sending',
    'at the time of sending, or if sent after 5 p.m. on the next Business Day',
    '次日视为送达',
    '发出后两个工作日',
  ])('at once, but its words hold a time: %s is not known, and no sooner than sent', (words) => {
    const answer = at(words, 'site');
    expect(answer).toMatchObject({ known: false, notBefore: '2026-09-01', missing: [{ name: 'delivery' }] });
    expect(whyNot(answer)).toContain(words);
  });

  test.each([
    '一经发出即视为送达',
    '发布当日视为送达',
    '同日视为送达',
    '任何一方发出即视为送达',
    'deemed received when sent',
  ])('%s is at once', (words) => {
    expect(valueOf(at(words, 'site'))).toBe('2026-09-01');
  });

  test('a day of the next business day is counted by the calendar', () => {
    const next = stated(
      'delivery',
      { channel: 'email', delay: { value: 1, unit: 'working-day' }, words: 'the next business day' },
      { unit: 'working-day', anchor: 'sent' },
    );
    expect(valueOf(deliveredOn(basis([next]), { channel: 'email', sent: '2026-09-30' }))).toBe('2026-10-08');
  });

  test('a rule kept for all whose words name one way says nothing about another', () => {
    const words = '电子邮件发出即视为送达';
    expect(valueOf(at(words, 'email', '2026-09-01', 'any'))).toBe('2026-09-01');
    expect(at(words, 'site', '2026-09-01', 'any')).toMatchObject({ known: false, notBefore: '2026-09-01' });
    expect(at(words, 'sms', '2026-09-01', 'any')).toMatchObject({ known: false, notBefore: '2026-09-01' });
  });
});

describe('a notice of another thing', () => {
  test('how long before a feature goes is no notice of termination', () => {
    const sunset = stated('sunset-notice', 6, {
      unit: 'month',
      quote: '下线某项功能的，应提前六个月通知',
      clause: 'c1',
    });
    const read = { ...sunset, id: 'x', kind: 'termination-notice' as const };
    const clock = noticeClock(basis([sunset, read, SITE]), {
      kind: 'termination',
      channel: 'site',
      sent: '2026-09-01',
    });
    expect(clock.required).toMatchObject({ known: false });
    const own = stated('termination-notice', 6, { unit: 'month', clause: 'c2' });
    const told = noticeClock(basis([sunset, own, SITE]), { kind: 'termination', channel: 'site', sent: '2026-09-01' });
    expect(valueOf(told.required)).toEqual({ months: 6 });
  });
});

describe('two cases of one clause', () => {
  const cases = [
    stated('change-notice', 60, { scope: { class: '重大变更' } }),
    stated('change-notice', 30, { scope: { class: '其他变更' } }),
    SITE,
  ];
  const notice = { kind: 'change', channel: 'site', sent: '2026-09-01', announcedEffective: '2026-10-15' } as const;

  test('contradict each other in nothing: the case is to be chosen, and the bound is that of the shorter', () => {
    const clock = noticeClock(basis(cases), notice);
    expect(clock.required).toMatchObject({ known: false, missing: [{ what: 'input', name: 'scope' }] });
    expect(clock.periodEnds).toMatchObject({ known: false, notBefore: '2026-10-01' });
  });

  test.each([
    ['重大变更', 60, 17],
    ['其他变更', 30, 0],
  ] as const)('%s: %i days, %i short', (scope, days, full) => {
    const clock = noticeClock(basis(cases, { scope }), notice);
    expect(valueOf(clock.required)).toEqual({ days });
    expect(valueOf(clock.shortfall)).toMatchObject({ full });
  });
});

describe('an agreement under another law', () => {
  const law = (value: string) => stated('governing-law', value, { unit: 'text', quote: value });
  const clock = (value: string) =>
    noticeClock(basis([stated('change-notice', 30), law(value), SITE]), {
      kind: 'change',
      channel: 'site',
      sent: '2026-06-01',
    });

  test.each([
    'laws of Hong Kong',
    '香港特别行政区法律',
    'the laws of the State of Washington',
    '新加坡法律',
    'the laws of the Hong Kong Special Administrative Region of the People’s Republic of China',
  ])('%s: said, and not counted by the Civil Code', (name) => {
    const { periodEnds } = clock(name);
    expect(periodEnds).toMatchObject({ known: false, notBefore: '2026-07-01' });
    expect(periodEnds.known ? [] : periodEnds.missing.map(({ what }) => what)).toContain('law');
    expect(
      periodEnds.steps.some(({ statute }) => statute !== undefined && JSON.stringify(statute).includes('203')),
    ).toBe(false);
  });

  test.each([
    '中华人民共和国法律',
    '中华人民共和国法律（不包括香港特别行政区、澳门特别行政区和台湾地区法律）',
    "the laws of the People's Republic of China (excluding Hong Kong)",
    '服务商所在地法律',
  ])('%s: counted as ever', (name) => {
    expect(valueOf(safeDay(clock(name).earliestEffective))).toBe('2026-07-02');
  });
});

describe('an agreement that chooses no law', () => {
  const clock = (more: object, ...facts: readonly Fact[]) =>
    noticeClock(basis([], { sources: [{ ...text([stated('change-notice', 30), SITE, ...facts]), ...more }] }), {
      kind: 'change',
      channel: 'site',
      sent: '2026-06-01',
    }).periodEnds;

  test.each([
    ['a title', { title: '示例云（香港）服务条款' }, '香港'],
    ['a provider', { provider: 'Example (Hong Kong) Limited' }, 'Hong Kong'],
  ])('but names another place in %s is counted with a word about that', (_, more, words) => {
    const end = clock(more);
    expect(end.known).toBe(true);
    expect(working(end)).toContain('没有写明适用法律');
    expect(working(end)).toContain(words);
  });

  test('but counts by another place’s working days is counted with a word and that clause', () => {
    const end = clock({}, stated('assignment-notice', 20, { unit: 'working-day', calendar: 'HK' }));
    expect(working(end)).toContain('没有写明适用法律');
    expect(end.steps.at(-1)?.clause?.quote).toContain('assignment-notice');
  });

  test('and speaks of no other place, or chooses the mainland’s, is counted without one', () => {
    expect(working(clock({ title: '示例云服务条款' }))).not.toContain('适用法律');
    const chosen = stated('governing-law', '中华人民共和国法律', { unit: 'text' });
    expect(working(clock({ title: '示例云（香港）服务条款' }, chosen))).not.toContain('没有写明适用法律');
  });
});
