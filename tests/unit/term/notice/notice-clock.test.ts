import { say } from '../../../../src-main/agreement/sentence.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FactSource, OwnName } from '../../../../src-main/term/basis.ts';
import { mapAnswer } from '../../../../src-main/term/answer.ts';
import { safeDay } from '../../../../src-main/term/calendar/deadline.ts';
import { addDays, dayNumber, fromDayNumber } from '../../../../src-main/term/calendar/civil-date.ts';
import { type ChangeNotice, NOTICE_KINDS, noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { NOTICE_CHANNELS } from '../../../../src-main/term/notice/notice-delivery.ts';
import { basisOf, documentOf, fact, missingOf, valueOf } from '../basis-of.ts';

const FULL = documentOf(
  fact('change-notice-days', 30),
  fact('termination-notice-days', 30),
  fact('assignment-notice-days', 45),
  fact('electronic-delivery', '发送成功即视为送达'),
  fact('paper-delivery-days', 5),
);

const clock = (notice: Partial<ChangeNotice> & { readonly sent: string }, source = FULL) =>
  noticeClock(basisOf(source), { kind: 'change', channel: 'site', ...notice });

describe('a change announced thirty days ahead', () => {
  test('on 1 March 2026: the period ends on 31 March, effect from 1 April, act by 31 March', () => {
    const result = clock({ sent: '2026-03-01' });
    expect(valueOf(result.delivered)).toBe('2026-03-01');
    expect(valueOf(mapAnswer(result.periodEnds, (end) => end.safe))).toBe('2026-03-31');
    expect(valueOf(safeDay(result.earliestEffective))).toBe('2026-04-01');
    expect(valueOf(safeDay(result.lastDayToAct))).toBe('2026-03-31');
  });

  test('for effect on 20 March: 18 whole days given, 12 short, and the last safe day is 19 March', () => {
    const result = clock({ sent: '2026-03-01', announcedEffective: '2026-03-20' });
    expect(valueOf(result.noticeDaysGiven)).toBe(18);
    expect(valueOf(result.shortfall)).toEqual({ full: 12, back: 11 });
    expect(valueOf(safeDay(result.lastDayToAct))).toBe('2026-03-19');
    expect(valueOf(safeDay(result.earliestEffective))).toBe('2026-04-01');
  });

  test.each([
    ['2026-03-31', 1, 0, '30 days by subtraction are 29 whole days of notice'],
    ['2026-04-01', 0, 0, 'the first day after the period'],
    ['2026-05-01', 0, 0, 'longer than required'],
    ['2026-03-01', 31, 30, 'effect on the day of the announcement'],
    ['2026-02-20', 40, 39, 'effect before the announcement'],
  ])('for effect on %s it is %i days short, and %i counted back: %s', (announcedEffective, full, back) => {
    expect(valueOf(clock({ sent: '2026-03-01', announcedEffective }).shortfall)).toEqual({ full, back });
  });

  /*
   * Thirty days after 1 September 2026 end on 1 October, a holiday. The provider need do nothing on that day, so article 203 moves
   * nothing: an effect on 2 October is no day too early, and nobody is told to object.
   */
  test('a holiday on its last day makes no notice too short; it is a note', () => {
    const result = clock({ sent: '2026-09-01', announcedEffective: '2026-10-02' });
    expect(valueOf(result.shortfall)).toEqual({ full: 0, back: 0 });
    const said = result.shortfall.steps.map(({ text }) => say(text, 'zh')).join('');
    expect(said).toContain('通知期足够');
    expect(said).toContain('通知期只须提前给足，这一天和随后的生效日都不顺延');
  });

  test('a month is counted back by the corresponding day, working days by the calendar', () => {
    const short = (months: number, sent: string, announcedEffective: string) =>
      valueOf(
        clock(
          { kind: 'termination', sent, announcedEffective },
          documentOf(fact('termination-notice-months', months), fact('electronic-delivery', '发送成功即视为送达')),
        ).shortfall,
      );
    expect(short(1, '2026-06-15', '2026-07-15')).toEqual({ full: 1, back: 0 });
    expect(short(1, '2026-06-15', '2026-07-14')).toEqual({ full: 2, back: 1 });
    // No 31 June: the month ends on 30 June by the statute, and back from 1 July it begins on 1 June, after the notice.
    expect(short(1, '2026-05-31', '2026-06-30')).toEqual({ full: 1, back: 1 });
  });

  test('with more notice than required, there is time until the day before the announced effect', () => {
    expect(valueOf(safeDay(clock({ sent: '2026-03-01', announcedEffective: '2026-05-01' }).lastDayToAct))).toBe(
      '2026-04-30',
    );
  });

  test('no holiday moves the end of a notice, the effect after it or the eve on which one still acts: each is one day', () => {
    const result = clock({ sent: '2026-09-01' });
    expect(valueOf(result.periodEnds)).toMatchObject({ safe: '2026-10-01', latest: '2026-10-01' });
    expect(valueOf(result.earliestEffective)).toMatchObject({ safe: '2026-10-02', latest: '2026-10-02' });
    expect(valueOf(result.effective)).toMatchObject({ safe: '2026-10-02', latest: '2026-10-02' });
    expect(valueOf(result.lastDayToAct)).toMatchObject({ safe: '2026-10-01', latest: '2026-10-01' });
    expect(result.steps.filter(({ statute }) => statute && say(statute, 'zh').includes('二百零四'))).toEqual([]);
  });

  test('into a year without a table a notice of days is counted all the same', () => {
    const result = clock({ sent: '2026-12-10', announcedEffective: '2027-01-05' });
    expect(valueOf(result.earliestEffective)).toMatchObject({ safe: '2027-01-10', latest: '2027-01-10' });
    expect(valueOf(result.shortfall)).toEqual({ full: 5, back: 4 });
    expect(valueOf(safeDay(result.lastDayToAct))).toBe('2027-01-04');
    expect(valueOf(clock({ sent: '2026-12-10' }).lastDayToAct)).toMatchObject({ safe: '2027-01-09' });
  });

  test('without an announced day of effect there is no shortfall to speak of', () => {
    expect(missingOf(clock({ sent: '2026-03-01' }).shortfall)).toEqual(['input announcedEffective']);
  });

  test('counts as the contract says where it says otherwise', () => {
    const counting = { startDayCounts: true, lastDayStays: true };
    expect(valueOf(safeDay(clock({ sent: '2026-09-01', counting }).lastDayToAct))).toBe('2026-09-30');
  });
});

describe('delivery', () => {
  test('by post: the fifth natural day after posting, weekends and holidays counted', () => {
    const result = clock({ sent: '2026-09-29', channel: 'post' });
    expect(valueOf(result.delivered)).toBe('2026-10-04');
    expect(valueOf(mapAnswer(result.periodEnds, (end) => end.safe))).toBe('2026-11-03');
  });

  test.each(['site', 'message', 'email', 'sms'] as const)(
    'by %s: the day it was sent, where the agreement says so',
    (channel) => {
      expect(valueOf(clock({ sent: '2026-03-01', channel }).delivered)).toBe('2026-03-01');
    },
  );

  const silent = documentOf(fact('change-notice-days', 30));

  test('an announcement that nobody agreed on has no known day of delivery: bounds, and the articles in dispute', () => {
    const result = clock({ sent: '2026-03-01' }, silent);
    expect(result.delivered).toMatchObject({ known: false, notBefore: '2026-03-01' });
    expect(result.lastDayToAct).toMatchObject({ known: false, notBefore: '2026-03-31' });
    const statutes = result.delivered.steps.map(({ statute }) => statute && say(statute, 'zh')).join();
    for (const article of ['一百三十七', '一百三十九', '一百四十', '五百四十三']) expect(statutes).toContain(article);
    expect(result.delivered.steps.map(({ text }) => say(text, 'zh')).join('')).toContain('保留未送达的主张');
    // The person knows of it by then at the latest.
    expect(clock({ sent: '2026-03-01', received: '2026-03-04' }, silent).delivered).toMatchObject({
      notBefore: '2026-03-01',
      notAfter: '2026-03-04',
    });
  });

  test('by the earliest day of an announcement, a notice that is short is said to be so at least', () => {
    const { shortfall } = clock({ sent: '2026-03-01', announcedEffective: '2026-03-20' }, silent);
    expect(shortfall).toMatchObject({ known: false, atLeast: '11' });
    expect(shortfall.steps.map(({ text }) => say(text, 'zh')).join('')).toContain('也少 11 天');
    expect(clock({ sent: '2026-03-01', announcedEffective: '2026-05-20' }, silent).shortfall).not.toHaveProperty(
      'atLeast',
    );
  });

  test('an announcement that the clause of the notice asks for takes effect on publication', () => {
    const announcing = documentOf(fact('change-notice-days', 30, '提前30日在官网公告'));
    const result = clock({ sent: '2026-03-01' }, announcing);
    expect(valueOf(result.delivered)).toBe('2026-03-01');
    expect(result.delivered.steps[0]?.clause?.quote).toContain('在官网公告');
    expect(say(result.delivered.steps[0]!.statute!, 'zh')).toContain('一百三十九');
  });

  test('a notice in a way that its clause does not name is said to be so', () => {
    const message = documentOf(
      fact('change-notice-days', 30, '提前30日以站内信通知'),
      fact('electronic-delivery', '发布即视为送达'),
    );
    const said = (channel: 'site' | 'message') =>
      clock({ sent: '2026-03-01', channel }, message)
        .steps.map(({ text }) => say(text, 'zh'))
        .join('');
    expect(said('site')).toContain('不含');
    expect(said('message')).not.toContain('不含');
  });

  test.each(['message', 'email', 'sms'] as const)(
    'by %s under a silent agreement: unknown until the person says when it came',
    (channel) => {
      const result = clock({ sent: '2026-03-01', channel }, silent);
      expect(missingOf(result.delivered)).toEqual(['fact electronic-delivery', 'input received']);
      expect(result.lastDayToAct.known).toBe(false);
      const told = clock({ sent: '2026-03-01', channel, received: '2026-03-03' }, silent);
      expect(valueOf(safeDay(told.lastDayToAct))).toBe('2026-04-02');
      expect(told.steps.some((step) => step.by === 'person')).toBe(true);
    },
  );

  test('unknown when it came: the last day is still no sooner than the eve of the announced day', () => {
    const notice = { sent: '2026-03-01', announcedEffective: '2026-04-10', channel: 'email' } as const;
    const { delivered, lastDayToAct } = clock(notice, silent);
    expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-04-09' });
    expect(missingOf(lastDayToAct)).toEqual(missingOf(delivered));
    // Without an announced day no sooner than by the count from the day it was sent.
    expect(clock({ sent: '2026-03-01', channel: 'email' }, silent).lastDayToAct).toMatchObject({
      notBefore: '2026-03-31',
    });
  });

  test('by post under a silent agreement: unknown until the person says when it came', () => {
    expect(missingOf(clock({ sent: '2026-03-01', channel: 'post' }, silent).delivered)).toEqual([
      'fact paper-delivery-days',
      'input received',
    ]);
    expect(valueOf(clock({ sent: '2026-03-01', channel: 'post', received: '2026-03-04' }, silent).delivered)).toBe(
      '2026-03-04',
    );
  });
});

describe('other notices', () => {
  test('termination with one month in writing: the corresponding day', () => {
    const source = documentOf(fact('termination-notice-months', 1), fact('paper-delivery-days', 5));
    const result = clock({ kind: 'termination', channel: 'post', sent: '2026-01-26' }, source);
    expect(valueOf(result.delivered)).toBe('2026-01-31');
    expect(valueOf(mapAnswer(result.periodEnds, (end) => end.safe))).toBe('2026-02-28');
    expect(valueOf(safeDay(result.earliestEffective))).toBe('2026-03-01');
  });

  test('termination by days, assignment by its own fact', () => {
    expect(valueOf(mapAnswer(clock({ kind: 'termination', sent: '2026-03-01' }).periodEnds, (end) => end.safe))).toBe(
      '2026-03-31',
    );
    expect(valueOf(mapAnswer(clock({ kind: 'assignment', sent: '2026-03-01' }).periodEnds, (end) => end.safe))).toBe(
      '2026-04-15',
    );
  });

  test('an end of the service asks nobody to object: one moves out by its last day, and its period has no hour to act by', () => {
    const said = (kind: 'change' | 'termination', language: 'zh' | 'en') =>
      clock({ kind, sent: '2026-03-01' })
        .steps.map(({ text }) => say(text, language))
        .join('\n');
    expect(said('termination', 'zh')).toContain('起服务终止。停用并迁出数据，最后一日是 2026年3月31日');
    expect(said('termination', 'zh')).not.toMatch(/视为接受|24:00|反对/u);
    expect(said('termination', 'en')).not.toMatch(/acceptance|24:00|object/u);
    expect(said('change', 'zh')).toContain('可能被视为接受');
    expect(said('change', 'zh')).not.toContain('24:00');
  });

  test('termination under a silent agreement takes the person’s months or days; the document’s months stand before their days', () => {
    const end = (source: FactSource, own: Partial<Record<OwnName, number>>) =>
      valueOf(
        safeDay(
          noticeClock(basisOf(source, own), { kind: 'termination', channel: 'site', sent: '2026-03-02' }).lastDayToAct,
        ),
      );
    const sent = fact('electronic-delivery', '发布即视为送达');
    expect(end(documentOf(sent), { 'termination-notice-months': 1 })).toBe('2026-04-02');
    expect(end(documentOf(sent), { 'termination-notice-days': 10 })).toBe('2026-03-12');
    expect(end(documentOf(fact('termination-notice-months', 1), sent), { 'termination-notice-days': 10 })).toBe(
      '2026-04-02',
    );
  });

  test('a change of fees has no fact: unknown, or the person’s own value, marked', () => {
    expect(missingOf(clock({ kind: 'fee', sent: '2026-03-01' }).lastDayToAct)).toEqual(['fact fee-notice-days']);
    const own = noticeClock(basisOf(FULL, { 'fee-notice-days': 10 }), {
      kind: 'fee',
      channel: 'site',
      sent: '2026-03-02',
    });
    expect(valueOf(safeDay(own.lastDayToAct))).toBe('2026-03-12');
    expect(own.steps.some((step) => step.by === 'person' && say(step.text, 'zh').startsWith('您填写'))).toBe(true);
  });
});

describe('facts that are missing or disagree', () => {
  test('a document without the notice period yields no date', () => {
    const result = clock({ sent: '2026-03-01', announcedEffective: '2026-03-20' }, documentOf());
    for (const answer of [result.required, result.periodEnds, result.earliestEffective, result.shortfall]) {
      expect(missingOf(answer)).toContain('fact change-notice-days');
    }
  });

  test('two different periods in one document are a conflict; the person’s value settles it', () => {
    const twice = documentOf(
      fact('change-notice-days', 30),
      fact('change-notice-days', 15),
      fact('electronic-delivery', '发布即视为送达'),
    );
    expect(missingOf(clock({ sent: '2026-03-01' }, twice).lastDayToAct)).toEqual(['conflict change-notice-days']);
    const settled = noticeClock(basisOf(twice, { 'change-notice-days': 15 }), {
      kind: 'change',
      channel: 'site',
      sent: '2026-03-01',
    });
    expect(valueOf(safeDay(settled.lastDayToAct))).toBe('2026-03-16');
  });

  test('the same period said twice is one period', () => {
    const twice = documentOf(
      fact('change-notice-days', 30),
      fact('change-notice-days', 30),
      fact('electronic-delivery', '发布即视为送达'),
    );
    expect(valueOf(safeDay(clock({ sent: '2026-03-01' }, twice).lastDayToAct))).toBe('2026-03-31');
  });

  test('the document is believed before the person’s value', () => {
    const own = noticeClock(basisOf(FULL, { 'change-notice-days': 5 }), {
      kind: 'change',
      channel: 'site',
      sent: '2026-03-01',
    });
    expect(valueOf(safeDay(own.lastDayToAct))).toBe('2026-03-31');
  });
});

describe('properties of the clock', () => {
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-08-31') }).map(fromDayNumber);

  test('windows never invert: act no earlier than delivery, before effect, and nothing is both short and long enough', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...NOTICE_CHANNELS),
        fc.constantFrom(...NOTICE_KINDS),
        fc.option(fc.integer({ min: -20, max: 90 }), { nil: undefined }),
        (sent, channel, kind, ahead) => {
          const notice = {
            sent,
            channel,
            kind,
            ...(ahead === undefined ? {} : { announcedEffective: addDays(sent, ahead) }),
          };
          const result = noticeClock(basisOf(FULL, { 'fee-notice-days': 30 }), notice);
          if (!result.delivered.known || !result.lastDayToAct.known || !result.earliestEffective.known)
            throw new Error('known');
          expect(result.lastDayToAct.value.safe >= result.delivered.value).toBe(true);
          expect(result.earliestEffective.value.safe > result.delivered.value).toBe(true);
          for (const end of [result.periodEnds, result.earliestEffective, result.effective, result.lastDayToAct]) {
            if (!end.known) throw new Error('known');
            expect(end.value.safe <= end.value.latest).toBe(true);
            expect(end.value.why !== undefined).toBe(end.value.safe < end.value.latest);
          }
          if (result.effective.known && result.effective.value.safe > result.delivered.value) {
            expect(result.lastDayToAct.value.safe < result.effective.value.safe).toBe(true);
          }
          if (result.shortfall.known && result.effective.known) {
            const { full, back } = result.shortfall.value;
            expect(full > 0).toBe(result.effective.value.safe < result.earliestEffective.value.safe);
            expect(back <= full && back >= 0).toBe(true);
          }
        },
      ),
    );
  });
});
