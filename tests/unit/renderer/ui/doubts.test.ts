import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longDate } from '../../../../src-renderer/kernel/dates.ts';
import { dayDoubt, rateDoubt } from '../../../../src-renderer/ui/form/doubts.ts';
import { given, inEach, said } from '../given/page.ts';

describe('what is asked about a day', () => {
  const first = '';

  inEach('on which something was done: whether it has come', async (language) => {
    await given({}, { language });
    const ahead = said('frame.field.ahead');
    const asked = (value: string): string | undefined => dayDoubt(value, { of: 'done', first });
    expect(['2026-11-29', '2036-01-01', '2036-01-01T10:00', ''].map(asked)).toEqual([
      undefined,
      ahead,
      ahead,
      undefined,
    ]);
  });

  inEach('that is to come: whether it has passed, unless it stood there before', async (language) => {
    await given({}, { language });
    expect(dayDoubt('2020-01-01', { of: 'ahead', first })).toBe(said('frame.field.passed'));
    expect(dayDoubt('2020-01-01', { of: 'ahead', first: '2020-01-01' })).toBeUndefined();
    expect(dayDoubt('2036-01-01', { of: 'ahead', first })).toBeUndefined();
  });

  inEach('of whatever: whether its year was typed short', async (language) => {
    await given({}, { language });
    expect(dayDoubt('0261-01-12', { of: 'done', first })).toBe(said('frame.field.longAgo'));
  });

  inEach('that follows another one: whether it is before it', async (language) => {
    await given({}, { language });
    const after = { name: 'Start', day: '2026-03-02T10:00' };
    const earlier = said('frame.field.earlier', { name: 'Start', date: longDate('2026-03-02') });
    expect(dayDoubt('2026-03-01', { after, first })).toBe(earlier);
    expect(dayDoubt('2026-03-02', { after, first })).toBeUndefined();
    expect(dayDoubt('2026-03-01', { after: { name: 'Start', day: '' }, first })).toBeUndefined();
  });
});

it('a rate over 100 % is asked about, also where it is one of several', async () => {
  await given({});
  const over = said('frame.field.over');
  expect(['6', '100%', '6%, 130%', '345', '', 'LPR'].map(rateDoubt)).toEqual([
    undefined,
    undefined,
    over,
    over,
    undefined,
    undefined,
  ]);
});

const PAGE = join(import.meta.dirname, '../../../../src-renderer');

/** Days of which nothing is known before: what a term or a text says may lie on either side of today. */
const ANY_DAY = ['features/rights/term/TermDialog.svelte', 'ui/standing/StandingDialog.svelte'];

it('every field of a day says what its day is of, so that an odd one is asked about while it is typed', () => {
  const silent = readdirSync(PAGE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte'))
    .filter((file) =>
      [...readFileSync(join(PAGE, file), 'utf8').matchAll(/<Field\b[\s\S]*?\/?>\n/gu)].some(
        ([field]) =>
          /date(?:time-local)?['"]/u.test(field) &&
          /\stype=/u.test(field) &&
          !/\b(?:day|after)=|\{after\}/u.test(field),
      ),
    );
  expect(silent.toSorted()).toEqual(ANY_DAY);
});
