import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import { wallTime, stepsOnce, toSettle, trimmed } from '../../../../src-renderer/kernel/rights.ts';

describe('figures of the rights', () => {
  it('an instant is told by the clock in Beijing, seconds only where there are any', () => {
    expect(wallTime('2026-03-01T01:30:00Z')).toBe('2026-03-01 09:30');
    expect(wallTime('2026-03-01T16:00:05Z')).toBe('2026-03-02 00:00:05');
  });

  it('zeros that say nothing are left out, those that say something stay', () => {
    expect(trimmed('99.672580')).toBe('99.67258');
    expect(trimmed('99.00')).toBe('99');
    expect(trimmed('100')).toBe('100');
  });

  it('a person can settle what lacks or disagrees, not a calendar or an input', () => {
    const text = asWritten('missing');
    const missing = [
      { what: 'fact', name: 'cap', text },
      { what: 'calendar', name: '2027', text },
      { what: 'conflict', name: 'notice-days', text },
      { what: 'input', name: 'fee', text },
    ] as const;
    expect(toSettle({ known: false, missing, steps: [] })).toEqual(['cap', 'notice-days']);
    expect(toSettle({ known: true, value: 1, steps: [] })).toEqual([]);
  });

  it('the same step with the same source is said once, in its first place', () => {
    const one = { text: asWritten('one') };
    const other = { text: asWritten('other') };
    expect(stepsOnce([one, other, { text: asWritten('one') }])).toEqual([one, other]);
  });
});
