import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { addDays } from '../../../../src-main/term/calendar/civil-date.ts';
import { civilDateIn, startOfDayIn } from '../../../../src-main/term/calendar/zone.ts';
import { type ChangeNotice, noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { basisOf, documentOf, fact, missingOf, valueOf } from '../basis-of.ts';

/** An agreement that has its days counted somewhere it does not say, or in a zone that a person gave. */
function agreement(length: Partial<Fact>, zone?: string): TermBasis {
  const told = documentOf(fact('change-notice-days', 30), fact('electronic-delivery', '发送成功即视为送达'));
  const place: Fact = {
    id: 'zone',
    kind: 'time-zone',
    value: '机房所在地时间',
    unit: 'text',
    clause: 'zone',
    quote: '日期以机房所在地时间为准',
  };
  const facts = told.facts.map((each) => (each.kind === 'change-notice' ? { ...each, ...length } : each));
  const source = {
    ...told,
    facts: [...facts, place],
    clauses: [...told.clauses, { id: 'zone', number: '12', text: place.quote }],
  };
  return { ...basisOf(source), ...(zone === undefined ? {} : { zone }) };
}

const MAIL: Pick<ChangeNotice, 'kind' | 'channel'> = { kind: 'change', channel: 'email' };

describe('a notice of an agreement whose zone is not known', () => {
  const notice: ChangeNotice = { ...MAIL, sent: '2026-03-05', announcedEffective: '2026-04-20' };
  const clock = noticeClock(agreement({}), notice);

  test('has no last day by Beijing’s clock: the zone is missing, and the day is in time by every clock', () => {
    expect(missingOf(clock.lastDayToAct)).toEqual(['fact time-zone']);
    // In force on 20 April of its own calendar, that is from 18:00 on the 19th in Beijing at the soonest: the 18th is in time.
    expect(clock.lastDayToAct).toMatchObject({ notBefore: '2026-04-18' });
    expect(clock.lastDayToAct.steps.map(({ text }) => say(text, 'zh')).join()).toContain('怎么算都来得及');
    expect(valueOf(clock.effective)).toMatchObject({ safe: '2026-04-20' });
  });

  test('has a day by which it is over by every clock as well', () => {
    // The 19th of its own calendar ends on the 20th in Beijing at the latest.
    expect(clock.lastDayToAct).toMatchObject({ notAfter: '2026-04-20' });
    expect(clock.delivered).toMatchObject({ notAfter: '2026-03-06' });
    const open = noticeClock(agreement({}), { ...MAIL, sent: '2026-03-05' });
    expect(open.effective).toMatchObject({ known: false, notBefore: '2026-04-04', notAfter: '2026-04-06' });
  });

  test('came on the day that was written down, the one before or the one after', () => {
    expect(clock.delivered).toMatchObject({ known: false, notBefore: '2026-03-04' });
    // From 5 March to 20 April lie 45 whole days.
    expect(clock.noticeDaysGiven).toMatchObject({ known: false, atLeast: '44', atMost: '46' });
    const late = noticeClock(agreement({}), { ...notice, announcedEffective: '2026-04-01' });
    expect(late.shortfall).toMatchObject({ known: false, atLeast: '2', atMost: '5' });
  });

  test('is counted to the day as soon as a person says the zone', () => {
    expect(valueOf(noticeClock(agreement({}, 'Asia/Tokyo'), notice).lastDayToAct)).toMatchObject({
      safe: '2026-04-19',
    });
  });

  test('lacks it as well where the text names two zones: none is picked', () => {
    const basis = agreement({ value: 30 });
    const [source] = basis.sources;
    const zones = ['UTC+9', 'UTC-5'].map((value): Fact => ({
      id: value,
      kind: 'time-zone',
      value,
      unit: 'text',
      clause: 'zone',
      quote: value,
    }));
    const facts = [...(source?.facts ?? []).filter(({ kind }) => kind !== 'time-zone'), ...zones];
    const two = noticeClock({ ...basis, sources: source ? [{ ...source, facts }] : [] }, notice);
    expect(missingOf(two.lastDayToAct)).toEqual(['conflict time-zone']);
    expect(two.lastDayToAct).toMatchObject({ notBefore: '2026-04-18' });
  });

  test('nobody who keeps to its day by Beijing’s clock is late by the clock of any zone', () => {
    const lengths = fc.constantFrom<Partial<Fact>>(
      { value: 30, unit: 'day' },
      { value: 1, unit: 'month' },
      { value: 10, unit: 'working-day' },
    );
    const zones = fc.constantFrom('-12:00', '-05:00', '+00:00', '+05:30', '+08:00', '+09:00', '+14:00');
    const moments = fc.integer({ min: 0, max: 300 * 24 * 4 }).map((quarter) => {
      return new Date(Date.parse('2026-01-05T00:00:00Z') + quarter * 900_000).toISOString();
    });
    fc.assert(
      fc.property(lengths, zones, moments, fc.boolean(), (length, zone, moment, withDay) => {
        const effect = withDay ? { announcedEffective: addDays(civilDateIn(moment, zone), 40) } : {};
        const here = { ...MAIL, sent: civilDateIn(moment, 'Asia/Shanghai'), ...effect };
        const there = { ...MAIL, sent: civilDateIn(moment, zone), ...effect };
        const bound = noticeClock(agreement(length), here).lastDayToAct;
        const right = noticeClock(agreement(length, zone), there).lastDayToAct;
        expect(bound.known).toBe(false);
        if (bound.known || !right.known) return;
        const keptTo = startOfDayIn(addDays(bound.notBefore ?? '9999-01-01', 1), 'Asia/Shanghai');
        const [ends, over] = [addDays(right.value.safe, 1), addDays(bound.notAfter ?? '2000-01-01', 1)];
        expect(keptTo).toBeLessThanOrEqual(startOfDayIn(ends, zone));
        expect(startOfDayIn(over, 'Asia/Shanghai')).toBeGreaterThanOrEqual(startOfDayIn(ends, zone));
      }),
      { numRuns: 300 },
    );
  });
});
