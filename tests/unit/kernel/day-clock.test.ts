import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beijingToday } from '../../../src-main/kernel/beijing-today.ts';
import { instantOf } from '../../../src-main/kernel/papers/case-steps.ts';
import { civilDateAt } from '../../../src-main/term/calendar/civil-date.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const at = (instant: string) => ({ now: () => new Date(instant) });

describe('one clock of days', () => {
  test('the day of an act is Beijing’s, whatever the device shows', () => {
    // 17:00 UTC on 23 November is one in the morning of the 24th in Beijing; in New York it is noon of the 23rd.
    expect(beijingToday(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
    expect(instantOf(at('2026-11-23T17:00:00.000Z'), '2026-11-24')).toBe('2026-11-23T17:00:00.000Z');
    expect(instantOf(at('2026-11-23T17:00:00.000Z'), '2026-11-23')).toBe('2026-11-23T15:59:59.000Z');
  });

  test('a day that was named and its instant are the same day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 400 }),
        (now, ago) => {
          const day = civilDateAt(new Date(now.getTime() - ago * 86_400_000).toISOString());
          expect(civilDateAt(instantOf({ now: () => now }, day))).toBe(day);
        },
      ),
    );
  });

  test('nothing that counts days asks for the device’s offset: records state it, and nothing else', () => {
    const STATE_IT = [
      'composition.ts',
      'cli/demo.ts',
      'kernel/ports.ts',
      'kernel/ledger-writer.ts',
      'features/review/decision.ts',
    ];
    const asking = readdirSync(join(ROOT, 'src-main'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(?:acceptance|ledger|term)\//u.test(file))
      .filter((file) =>
        /offsetMinutes|getTimezoneOffset|getHours|getDate\(/u.test(readFileSync(join(ROOT, 'src-main', file), 'utf8')),
      );
    expect(asking.toSorted()).toEqual(STATE_IT.toSorted());
  });
});
