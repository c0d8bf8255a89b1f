import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { addDays, daysBetween } from '../../../../src-main/term/calendar/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { endRightUntil, lateRepairs, limitationOf } from '../../../../src-main/term/statutes/law-dates.ts';
import type { TerminationRight } from '../../../../src-main/term/service/service-level.ts';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { known } from '../../../../src-main/term/answer.ts';
import { basis, stated, text, working } from '../quantity/stated.ts';
import { missingOf, valueOf } from '../basis-of.ts';

const right = (more: Partial<TerminationRight> = {}): TerminationRight => ({
  ...{ allowed: true, longestHours: '80.00', brokenBy: [], began: '2026-03-02T10:00:00+08:00' },
  ...more,
});

describe('how long loss beyond the credit can be claimed', () => {
  test('three years from the first outage of the month, or from its end where none is recorded', () => {
    const end = limitationOf(basis([]), '2023-03-31', ['2023-03-20', '2023-03-05']);
    // Thursday 5 March 2026.
    expect(valueOf(end)).toMatchObject({ safe: '2026-03-05' });
    expect(working(end)).toContain('中断');
    expect(valueOf(limitationOf(basis([]), '2023-03-31'))).toMatchObject({ safe: '2026-03-31' });
  });

  test('outlasts the claim window: missing the one does not lose the other', () => {
    // Beyond the tables the safe day is known all the same.
    const end = limitationOf(basis([]), '2026-03-31', ['2026-03-05']);
    expect(end).toMatchObject({ known: false, notBefore: '2029-03-05' });
  });

  test('missing the window loses the credit of the agreement, and no right by law', () => {
    const missed = sentence('term.agenda-items.kind-words.claim-closes.if-missed');
    expect(say(missed, 'zh')).toMatch(/协议约定的赔偿申请期届满.+不当然消灭/u);
    expect(say(missed, 'zh')).not.toMatch(/丧失|不再受理/u);
    expect(say(missed, 'en')).toContain('Damages by law are not lost');
  });

  test('is not counted under another law', () => {
    const hongKong = basis([stated('governing-law', '香港法律', { unit: 'text' })]);
    expect(missingOf(limitationOf(hongKong, '2026-03-31'))[0]).toContain('law');
  });
});

describe('how long the right to end after an outage lives', () => {
  test('one year from the hour at which the outage was long enough, and no holiday prolongs it', () => {
    // Began on 2 March at ten; 72 hours later it is the 5th. 2027 has no table: the right’s life needs none, nor its bound.
    const until = endRightUntil(basis([]), known(right({ began: '2025-03-02T10:00:00+08:00' }), []), 72);
    expect(until && valueOf(until)).toEqual({ safe: '2026-03-05', latest: '2026-03-05' });
    // Ends on Sunday 1 March 2026: a period to act in would move to Monday.
    const sunday = endRightUntil(basis([]), known(right({ began: '2025-02-26T10:00:00+08:00' }), []), 72);
    expect(sunday && valueOf(sunday)).toEqual({ safe: '2026-03-01', latest: '2026-03-01' });
    expect(until && working(until)).toContain('到达');
  });

  test('is none where no outage allows it', () => {
    expect(endRightUntil(basis([]), known(right({ allowed: false }), []), 72)).toBeUndefined();
  });
});

describe('repair of a telecom line', () => {
  const line: TermBasis = {
    sources: [{ ...text([]), title: '示例专线服务协议' }],
    calendar: SHIPPED_CALENDAR,
  };
  const fault = (hours: number, more = {}) => ({
    from: '2026-03-02T00:00:00+08:00',
    to: new Date(Date.parse('2026-03-02T00:00:00+08:00') + hours * 3_600_000).toISOString(),
    ...more,
  });

  test('that took longer than 48 hours is told with the rent that is not due, apart from the 72 of the country', () => {
    expect(
      lateRepairs(line, [fault(48), fault(49), fault(73)]).map(({ hours, everywhere }) => [hours, everywhere]),
    ).toEqual([
      [49, false],
      [73, true],
    ]);
    expect(lateRepairs(line, [fault(73, { exclusion: 'x' })])).toEqual([]);
    expect(lateRepairs(basis([]), [fault(73)])).toEqual([]);
  });

  test('whatever the length, it is told exactly beyond the hours of the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (hours) => {
        expect(lateRepairs(line, [fault(hours)]).length).toBe(hours > 48 ? 1 : 0);
      }),
    );
  });
});

test('limitation is three years to the day, whenever it began', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(day, (from) => {
      const end = limitationOf(basis([]), from, [from]);
      const safe = end.known ? end.value.safe : end.notBefore;
      expect(daysBetween(from, safe ?? '')).toBeGreaterThanOrEqual(1095);
      expect(daysBetween(from, safe ?? '')).toBeLessThanOrEqual(1096);
    }),
  );
});

describe('what is not said too surely', () => {
  const said = (key: 'term.agenda-items.kind-words.conclusion.if-missed' | 'term.early-end.ban') =>
    (['zh', 'en'] as const).map((language) => say(sentence(key), language)).join('');

  test('what was never accepted in the world may be in force by performance; a ban leaves the right by law', () => {
    expect(said('term.agenda-items.kind-words.conclusion.if-missed')).toMatch(/一般不生效.+可能视为成立/u);
    expect(said('term.agenda-items.kind-words.conclusion.if-missed')).toMatch(/performed|used/u);
    expect(said('term.early-end.ban')).toMatch(/依法可以解除的，不受影响.+right by law/u);
  });

  test('an announcement that was agreed on without a rule of delivery keeps the point that it did not arrive', () => {
    const text = sentence('term.notice-delivery.on-publication', { sent: '2026-09-01' });
    expect(say(text, 'zh')).toMatch(/没有约定何时视为送达.+保留未送达的主张/u);
    expect(say(text, 'en')).toContain('the point that it did not arrive is kept');
  });
});
