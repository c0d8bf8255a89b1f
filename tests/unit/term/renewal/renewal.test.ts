import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact, FactKind, FactValue, Unit } from '../../../../src-main/agreement/fact.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { TermBasis } from '../../../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { addDays } from '../../../../src-main/term/calendar/civil-date.ts';
import { renewalOf, type TermGiven } from '../../../../src-main/term/renewal/renewal.ts';
import { missingOf, valueOf } from '../basis-of.ts';

const fact = (kind: FactKind, value: FactValue, unit: Unit, quote = `words of ${kind}`): Fact => ({
  id: `c/${kind}/1`,
  kind,
  value,
  unit,
  clause: 'c',
  quote,
});

function basis(...facts: readonly Fact[]): TermBasis {
  return { sources: [{ facts, clauses: [{ id: 'c', number: '3.1', text: '' }] }], calendar: SHIPPED_CALENDAR };
}

const YEARLY = [fact('term', 1, 'year'), fact('auto-renewal', 1, 'year'), fact('non-renewal-notice', 30, 'day')];
const given = (more: Partial<TermGiven> = {}): TermGiven => ({ starts: '2026-01-01', on: '2026-03-01', ...more });

describe('a term, its renewals and the day to stop them', () => {
  test('a year from New Year’s Day ends on its eve, or, the first day not counted, a day later', () => {
    const { end, cancelBy, next } = renewalOf(basis(...YEARLY), given());
    expect(valueOf(end)).toMatchObject({ safe: '2026-12-31', latest: '2027-01-01' });
    // 30 days before the end, the end itself not counted: nobody has less time by either day.
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2026-12-01', latest: '2026-12-02' });
    expect(valueOf(next)).toMatchObject({ safe: '2027-01-01' });
  });

  test('a day that is counted backwards falls on a Sunday or a holiday and stays there', () => {
    // 2026-11-01 is a Sunday; the National Day holiday holds 2026-10-01.
    const ends = (day: string): TermGiven => ({ ends: day, on: '2026-03-01' });
    expect(valueOf(renewalOf(basis(...YEARLY), ends('2026-12-01')).cancelBy)).toEqual({
      safe: '2026-11-01',
      latest: '2026-11-01',
    });
    expect(valueOf(renewalOf(basis(...YEARLY), ends('2026-10-31')).cancelBy)).toEqual({
      safe: '2026-10-01',
      latest: '2026-10-01',
    });
  });

  test('working days are counted by the table of holidays, and of another place not at all', () => {
    const [term, renewal] = YEARLY;
    const notice = fact('non-renewal-notice', 10, 'working-day');
    // Back from Saturday 2026-10-31: Friday 30 is the first working day, Monday 19 the tenth.
    const found = renewalOf(basis(term as Fact, renewal as Fact, notice), { ends: '2026-10-31', on: '2026-03-01' });
    expect(valueOf(found.cancelBy)).toEqual({ safe: '2026-10-19', latest: '2026-10-19' });
    const abroad = renewalOf(basis({ ...notice, calendar: 'HK' }), { ends: '2026-10-31', on: '2026-03-01' });
    expect(missingOf(abroad.cancelBy)).toEqual(['calendar HK']);
  });

  test('“within the last 30 days” has a first day that suits every reading, and a last one by the letter', () => {
    const within = fact('non-renewal-notice', 30, 'day', '期满前30日内任何一方未通知不续约的，自动续展');
    const { cancelBy } = renewalOf(basis(within), { ends: '2026-12-31', on: '2026-03-01' });
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2026-12-01', latest: '2026-12-31' });
  });

  test('24 hours before the end leave the whole day before it', () => {
    const hours = fact('non-renewal-notice', 24, 'hour');
    const { cancelBy } = renewalOf(basis(hours), { ends: '2026-12-31', on: '2026-03-01' });
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2026-12-30' });
  });

  test('after the end the term that runs is the renewal, counted from the first day', () => {
    const { current, cancelBy, upcoming } = renewalOf(
      basis(fact('term', 1, 'month'), fact('auto-renewal', 1, 'month'), fact('non-renewal-notice', 3, 'day')),
      { starts: '2026-01-31', on: '2026-03-15' },
    );
    // 31 January and a month: February has no such day, and March has it again.
    expect(valueOf(current)).toMatchObject({ nth: 2, starts: '2026-03-01', ends: { safe: '2026-03-30' } });
    expect(valueOf(cancelBy)).toMatchObject({ safe: '2026-03-27' });
    expect(upcoming.map(({ ends }) => ends.safe)).toEqual(['2026-04-30', '2026-05-30', '2026-06-30']);
  });

  test('without a renewal in the text nothing comes after the end', () => {
    const { next, upcoming, end } = renewalOf(basis(fact('term', 6, 'month')), given({ on: '2027-06-01' }));
    expect(valueOf(end)).toMatchObject({ safe: '2026-06-30' });
    expect(missingOf(next)).toEqual(['fact auto-renewal']);
    expect(upcoming).toEqual([]);
  });

  test('under another law no end is counted by the Civil Code, and the day to keep to is the bound', () => {
    const { end, cancelBy } = renewalOf(basis(...YEARLY, fact('governing-law', 'laws of Hong Kong', 'text')), given());
    expect(missingOf(end)).toEqual(['law laws of Hong Kong']);
    expect(end).toMatchObject({ notBefore: '2026-12-31' });
    expect(cancelBy).toMatchObject({ known: false, notBefore: '2026-12-01' });
  });

  test('two terms in one text are shown, and none is picked', () => {
    const { end } = renewalOf(basis(...YEARLY, { ...fact('term', 2, 'year'), id: 'c/term/2' }), given());
    expect(missingOf(end)).toEqual(['conflict term']);
  });

  test('the price of the next term: announced in time, and no more than the text lets it rise', () => {
    const facts = [
      ...YEARLY,
      fact('price-notice', 60, 'day'),
      fact('price-increase-cap', { amount: 7, unit: 'percent', of: { words: '上一期' } }, 'percent'),
    ];
    const { price } = renewalOf(basis(...facts), given({ price: '1000.07' }));
    // The next term begins on 2027-01-01; 60 days before it is 2026-11-02.
    expect(valueOf(price.announcedBy)).toMatchObject({ safe: '2026-11-02' });
    expect(valueOf(price.ceiling)).toBe('1070.07');
    expect(missingOf(renewalOf(basis(...facts), given()).price.ceiling)).toEqual(['input price']);
    const words = fact('price-increase-cap', '不超过 7% 或 CPI 孰高', 'text');
    expect(missingOf(renewalOf(basis(words), given({ price: '1000' })).price.ceiling)).toEqual([
      'fact price-increase-cap',
    ]);
  });

  test('an early end: the share of what the text names, and of nothing else', () => {
    const half = fact('early-termination-fee', { amount: 50, unit: 'percent', of: 'remaining-term' }, 'percent');
    expect(missingOf(renewalOf(basis(half), given({ monthFee: '100' })).exit.fee)).toEqual(['input remaining']);
    const { fee } = renewalOf(basis(half), given({ remaining: '12000' })).exit;
    expect(valueOf(fee)).toBe('6000.00');
    expect(fee.steps.map(({ statute }) => statute && say(statute, 'zh'))).toContain('《民法典》第五百八十五条');
    const months = fact('early-termination-fee', { amount: 3, unit: 'times', of: 'month-fee' }, 'times');
    expect(valueOf(renewalOf(basis(months), given({ monthFee: '199.90' })).exit.fee)).toBe('599.70');
  });

  test('notice of termination that is the provider’s is not one’s own', () => {
    const theirs = fact('termination-notice', 60, 'day', '服务商可提前60日通知终止');
    expect(missingOf(renewalOf(basis(theirs), given()).exit.terminationNotice)).toEqual(['fact termination-notice']);
    const either = fact('termination-notice', 60, 'day', '任何一方可提前60日通知终止');
    expect(valueOf(renewalOf(basis(either), given()).exit.terminationNotice)).toEqual({ value: 60, unit: 'day' });
  });

  test('data can be taken out after the end, by the sooner day in any case', () => {
    const { exit } = renewalOf(basis(fact('data-return', 30, 'day')), { ends: '2026-06-30', on: '2026-03-01' });
    expect(valueOf(exit.dataUntil)).toMatchObject({ safe: '2026-07-30' });
  });

  test('a text that states nothing yields no figure, whatever the person knows', () => {
    const all = given({ price: '1', monthFee: '1', yearFee: '1', remaining: '1', paid: '1' });
    const { length, renews, notice, end, cancelBy, next, price, exit } = renewalOf(basis(), all);
    const answers = [length, renews, notice, end, cancelBy, next, ...Object.values(price), ...Object.values(exit)];
    for (const answer of answers) expect(answer).toMatchObject({ known: false });
    expect(missingOf(cancelBy)).toEqual(['fact term', 'fact non-renewal-notice']);
  });
});

const DAY = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2015-01-01', days));
const LENGTH = fc.record({
  value: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom<Unit>('day', 'month', 'year'),
});
const AHEAD = fc.record({
  value: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom<Unit>('hour', 'day', 'working-day', 'month'),
});

test('whatever the lengths: no end before its start, no day to cancel that is safe after it is latest, terms without gap', () => {
  fc.assert(
    fc.property(
      DAY,
      LENGTH,
      LENGTH,
      AHEAD,
      fc.integer({ min: 0, max: 2000 }),
      fc.boolean(),
      (start, term, renewal, ahead, later, told) => {
        const facts = [
          fact('term', term.value, term.unit),
          fact('auto-renewal', renewal.value, renewal.unit),
          fact('non-renewal-notice', ahead.value, ahead.unit),
        ];
        const on = addDays(start, later);
        const { current, end, cancelBy, upcoming } = renewalOf(
          basis(...facts),
          told ? { starts: start, ends: addDays(start, term.value), on } : { starts: start, on },
        );
        if (!current.known || !end.known) throw new Error('not known');
        const terms = [current.value, ...upcoming];
        expect(end.value).toEqual(current.value.ends);
        for (const [index, { starts, ends }] of terms.entries()) {
          expect(ends.safe >= starts).toBe(true);
          expect(ends.safe <= ends.latest).toBe(true);
          const before = terms[index - 1];
          if (before) expect(starts).toBe(addDays(before.ends.safe, 1));
        }
        for (const day of [cancelBy, ...upcoming.map((each) => each.cancelBy)])
          if (day.known) expect(day.value.safe <= day.value.latest).toBe(true);
        if (cancelBy.known) expect(cancelBy.value.latest <= end.value.latest).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

describe('the end of renewals, a named last day and the window of a notice', () => {
  test('a limit on renewals ends it for good, and there is nothing to cancel', () => {
    const [term, , notice] = YEARLY as unknown as readonly [Fact, Fact, Fact];
    const once = { ...fact('auto-renewal', 1, 'year'), times: 1 };
    const stated = fact('end-date', '2027-02-28', 'date');
    const at = (on: string) => renewalOf(basis(term, once, notice, stated), { starts: '2026-03-01', on });
    // The first term can still be stopped.
    expect(valueOf(at('2026-06-01').cancelBy)).toEqual({ safe: '2027-01-29', latest: '2027-01-29' });
    expect(at('2026-06-01').upcoming).toHaveLength(1);
    const last = at('2027-06-01');
    expect(valueOf(last.end)).toEqual({ safe: '2028-02-29', latest: '2028-02-29' });
    expect(last.cancelBy.known || last.next.known).toBe(false);
    expect(last.upcoming).toEqual([]);
    expect(last.nothingToCancel && say(last.nothingToCancel, 'zh')).toContain('已经用完');
    const ended = at('2028-06-01');
    expect(valueOf(ended.current)).toMatchObject({ nth: 2, ends: { safe: '2028-02-29' } });
    expect(ended.nothingToCancel && say(ended.nothingToCancel, 'zh')).toContain('已于');
  });

  test('two renewals at most of a term of three years from 2020 end in 2025', () => {
    const twice = { ...fact('auto-renewal', 12, 'month'), times: 2 };
    const found = renewalOf(basis(fact('term', 3, 'year'), twice, fact('non-renewal-notice', 3, 'month')), {
      starts: '2020-03-01',
      ends: '2023-02-28',
      on: '2026-11-29',
    });
    expect(valueOf(found.end)).toEqual({ safe: '2025-02-28', latest: '2025-02-28' });
    expect(found.nothingToCancel).toBeDefined();
  });

  test('a text that never renews by itself has nothing to cancel', () => {
    const never = { ...fact('auto-renewal', 0, 'month'), times: 0 };
    const found = renewalOf(basis(fact('term', 2, 'year'), never), given());
    expect(valueOf(found.end)).toMatchObject({ safe: '2027-12-31' });
    expect(found.nothingToCancel && say(found.nothingToCancel, 'en')).toContain('no renewal to cancel');
    expect(found.upcoming).toEqual([]);
    // Silence is no such word.
    expect(renewalOf(basis(fact('term', 2, 'year')), given()).nothingToCancel).toBeUndefined();
  });

  test('a last day that the text names goes before a reading of the length, and the person’s before both', () => {
    const stated = fact('end-date', '2026-12-31', 'date');
    const found = renewalOf(basis(...YEARLY, stated), given());
    expect(valueOf(found.end)).toEqual({ safe: '2026-12-31', latest: '2026-12-31' });
    expect(valueOf(found.cancelBy)).toEqual({ safe: '2026-12-01', latest: '2026-12-01' });
    expect(valueOf(renewalOf(basis(...YEARLY, stated), given({ ends: '2026-11-30' })).end)).toMatchObject({
      safe: '2026-11-30',
    });
    // It needs no first day; and of an earlier agreement it says nothing about this term.
    expect(valueOf(renewalOf(basis(...YEARLY, stated), { on: '2026-03-01' }).end)).toMatchObject({
      safe: '2026-12-31',
    });
    expect(
      valueOf(renewalOf(basis(...YEARLY, stated), given({ starts: '2027-01-01', on: '2027-02-01' })).end),
    ).toMatchObject({ safe: '2027-12-31' });
  });

  test('a day to cancel that has passed says so, first the safe one, then the latest arguable one', () => {
    const on = (day: string) => renewalOf(basis(...YEARLY), given({ on: day }));
    const words = (day: string) =>
      on(day)
        .cancelBy.steps.map(({ text }) => say(text, 'zh'))
        .join('');
    expect(on('2026-12-01').cancelPassed).toBeUndefined();
    expect(on('2026-12-02').cancelPassed).toBe('safe');
    expect(words('2026-12-02')).toContain('立即通知');
    expect(on('2026-12-15').cancelPassed).toBe('latest');
    expect(words('2026-12-15')).toContain('已过');
  });

  test('a window with two ends has a first and a last day', () => {
    const window = fact('non-renewal-notice', 30, 'day', '期满前不少于30日且不超过90日，一方书面通知不续约的');
    const [term, renewal] = YEARLY as unknown as readonly [Fact, Fact, Fact];
    const found = renewalOf(basis(term, renewal, window), given());
    // Ends on 31 December or, the first day not counted, on 1 January: 90 days before the later is 3 October.
    expect(found.cancelFrom).toBe('2026-10-03');
    expect(valueOf(found.cancelBy)).toMatchObject({ safe: '2026-12-01', latest: '2026-12-02' });
    expect(found.cancelBy.steps.map(({ text }) => say(text, 'zh')).join('')).toContain('2026年10月3日');
    expect(renewalOf(basis(...YEARLY), given()).cancelFrom).toBeUndefined();
  });

  test('the sentence of a day that suits every reading is said only where there is one', () => {
    const within = fact('non-renewal-notice', 60, 'day', '期满前60日内任何一方未书面通知对方不续约的');
    const [term, renewal] = YEARLY as unknown as readonly [Fact, Fact, Fact];
    const all = basis(term, renewal, within);
    const words = (found: ReturnType<typeof renewalOf>) =>
      found.cancelBy.steps.map(({ text }) => say(text, 'zh')).join('');
    const two = renewalOf(all, given({ starts: '2026-01-31' }));
    expect(two.cancelBy).toMatchObject({ value: { safe: '2026-12-01' } });
    // The window does not begin behind its last day: both days are told in the working.
    expect(two.cancelFrom).toBe('2026-12-01');
    expect(words(two)).toContain('没有一天怎么读都成立');
    const one = renewalOf(all, given({ ends: '2027-01-30' }));
    expect(one.cancelFrom).toBe('2026-12-01');
    expect(words(one)).toContain('怎么读都不迟也不早');
  });
});

describe('the days that the text names, and the order of two notices', () => {
  const starts = fact('start-date', '2026-03-01', 'date');

  test('a term begins on the day that the text names, unless the person says another', () => {
    const found = renewalOf(basis(...YEARLY, starts), { on: '2026-06-01' });
    expect(valueOf(found.end)).toMatchObject({ safe: '2027-02-28' });
    expect(found.end.steps[0]).toMatchObject({ clause: { quote: 'words of start-date' } });
    const said = renewalOf(basis(...YEARLY, starts), { starts: '2026-04-01', on: '2026-06-01' });
    expect(valueOf(said.end)).toMatchObject({ safe: '2027-03-31' });
    const two = renewalOf(basis(...YEARLY, starts, fact('start-date', '2026-05-01', 'date')), { on: '2026-06-01' });
    expect(missingOf(two.end)).toEqual(['input starts']);
  });

  test('a text that never renews has an end and no day to cancel', () => {
    const never: Fact = { ...fact('auto-renewal', 0, 'year'), times: 0 };
    const { end, cancelBy, nothingToCancel } = renewalOf(basis(fact('term', 1, 'year'), never), given());
    expect(valueOf(end)).toMatchObject({ safe: '2026-12-31' });
    expect(cancelBy.known).toBe(false);
    expect(nothingToCancel).toBeDefined();
  });

  test.each<[string, number, true | undefined, string]>([
    // Ends 2026-12-31 (or, the first day not counted, 2027-01-01); cancel by 2026-12-01, a price 15 days ahead by 2026-12-17.
    ['too late to decide by', 15, true, '不知道新价格'],
    ['in time', 60, undefined, '来得及'],
  ])('a new price that may be told %s is told so', (_name, days, late, words) => {
    const { price } = renewalOf(basis(...YEARLY, fact('price-notice', days, 'day')), given());
    expect(price.late).toBe(late);
    expect(price.announcedBy.steps.map(({ text }) => say(text, 'zh')).join()).toContain(words);
  });

  test('a price “30 days before expiry” is counted from the expiry, not from the day after it', () => {
    const notice: Fact = { ...fact('price-notice', 30, 'day'), anchor: 'term-end' };
    const { price } = renewalOf(basis(...YEARLY, notice), given());
    expect(valueOf(price.announcedBy)).toMatchObject({ safe: '2026-12-01' });
  });
});
