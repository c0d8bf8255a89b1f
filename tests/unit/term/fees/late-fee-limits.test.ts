import { describe, expect, test } from 'vitest';

import type { LateFeeValue } from '../../../../src-main/agreement/fact.ts';
import { lateFeeFigures, lateFeeOf } from '../../../../src-main/term/fees/late-fee.ts';
import { basis, stated, whyNot, working } from '../quantity/stated.ts';

const PER_MILLE = { rate: { amount: 3, unit: 'per-mille', of: 'overdue' }, per: 'day' } as const;
const TENTH = { amount: 10, unit: 'percent', of: 'overdue' } as const;
const of = (value: LateFeeValue) => basis([stated('late-fee', value, { unit: 'per-mille', anchor: 'due' })]);
const year = { amount: '10000', settlementDay: '2026-01-01', until: '2026-10-01' };

describe('a late fee with a ceiling', () => {
  test('stops at it: 3‰ × 273 days would be 8190', () => {
    const late = lateFeeOf(of({ ...PER_MILLE, atMost: TENTH }), year);
    expect(late).toMatchObject({ known: true, value: { daysOverdue: 273, fee: '1000.00', total: '11000.00' } });
    expect(working(late)).toContain('最高为 10%');
  });

  test('is what it comes to below it', () => {
    const short = { ...year, until: '2026-01-11' };
    expect(lateFeeOf(of({ ...PER_MILLE, atMost: TENTH }), short)).toMatchObject({ value: { fee: '300.00' } });
  });

  test('bounds a fee at a rate that is not known', () => {
    const late = lateFeeOf(of({ reference: 'LPR', rate: '4倍', atMost: TENTH }), year);
    expect(late).toMatchObject({ known: false, atLeast: '0.00', atMost: '1000.00' });
    expect(lateFeeFigures(late, [year])).toMatchObject({
      days: { value: 273 },
      total: { known: false, atLeast: '10000.00', atMost: '11000.00' },
    });
  });

  test('after a payment in part is one on the first sum or on what was left: both are said', () => {
    const paid = { ...year, payments: [{ on: '2026-06-01', amount: '6000' }] };
    expect(lateFeeOf(of({ ...PER_MILLE, atMost: TENTH }), paid)).toMatchObject({
      atLeast: '400.00',
      atMost: '1000.00',
    });
  });

  test('of something that is not given leaves no figure above it', () => {
    const other = { amount: 5, unit: 'percent', of: { words: '合同总额' } } as const;
    expect(lateFeeOf(of({ ...PER_MILLE, atMost: other }), year)).toMatchObject({ known: false, atMost: '8190.00' });
  });
});

describe('a late fee after some days of grace', () => {
  const five = { ...PER_MILLE, after: { value: 5, unit: 'working-day' } } as const;
  const due = { amount: '10000', settlementDay: '2026-09-10' };

  test('is none within them: Friday and Monday are two working days', () => {
    expect(lateFeeOf(of(five), { ...due, until: '2026-09-14' })).toMatchObject({ value: { fee: '0.00' } });
    expect(lateFeeOf(of(five), { ...due, until: '2026-09-17' })).toMatchObject({ value: { fee: '0.00' } });
  });

  test('without the year’s table is none on the days that no days off can bring behind their end', () => {
    // Thursday 31 December is one of five; were each day of January worked, the fifth would be the 4th.
    const winter = { amount: '10000', settlementDay: '2026-12-30' };
    expect(lateFeeOf(of(five), { ...winter, until: '2027-01-04' })).toMatchObject({ value: { fee: '0.00' } });
    const within = working(lateFeeOf(of(five), { ...winter, until: '2027-01-04' }));
    // A bound is told as one, beside what is lacking to count the very day.
    expect(within).toContain('最早到 2027年1月4日（周一）届满');
    expect(within).not.toContain('为止');
    expect(within).toContain('2027年放假安排');
    // Six days at 10 000 × 3‰, or none.
    expect(lateFeeOf(of(five), { ...winter, until: '2027-01-05' })).toMatchObject({
      known: false,
      atLeast: '0.00',
      atMost: '180.00',
    });
  });

  test('afterwards runs from the due day or from their end: both are said', () => {
    const late = lateFeeOf(of(five), { ...due, until: '2026-09-20' });
    expect(late).toMatchObject({ known: false, atLeast: '90.00', atMost: '300.00' });
    expect(whyNot(late)).toContain('没有说清');
  });
});

describe('a published rate', () => {
  test('and a daily one side by side contradict each other', () => {
    const both = basis([
      stated('late-fee', { reference: 'LPR', rate: '4倍' }, { unit: 'text', anchor: 'due' }),
      stated('late-fee', PER_MILLE, { unit: 'per-mille', anchor: 'due' }),
    ]);
    const late = lateFeeOf(both, { ...year, referenceRate: '3' });
    expect(late).toMatchObject({ known: false, missing: [{ what: 'conflict' }] });
    expect(working(late)).toContain('没有用到');
  });

  test('that is given beside another rate compares the two: 273 days at 3 %', () => {
    const said = working(lateFeeOf(of(PER_MILLE), { ...year, referenceRate: '3' }));
    expect(said).toContain('109.5%');
    expect(said).toContain('224.38');
    expect(said).toContain('291.7');
  });
});

describe('an agreed amount', () => {
  test('on a telecom line is told to be what the regulation itself provides, up to 3‰ a day', () => {
    const line = (value: LateFeeValue) => {
      const given = of(value);
      return { ...given, sources: given.sources.map((source) => ({ ...source, title: '示例专线服务协议' })) };
    };
    expect(working(lateFeeOf(line(PER_MILLE), year))).toContain('请求调减的余地不大');
    expect(working(lateFeeOf(of(PER_MILLE), year))).not.toContain('余地不大');
    const higher = { ...PER_MILLE, rate: { ...PER_MILLE.rate, amount: 5 } } as const;
    expect(working(lateFeeOf(line(higher), year))).not.toContain('余地不大');
  });

  test('is told to be one that can be lowered, with its article', () => {
    const late = lateFeeOf(of(PER_MILLE), year);
    expect(JSON.stringify(late.steps)).toContain('article-585');
  });

  test('is not spoken of where nothing is owed', () => {
    expect(JSON.stringify(lateFeeOf(of(PER_MILLE), { ...year, until: '2026-01-01' }))).not.toContain('article-585');
  });
});
