import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import { list, sayAlone } from '../../../../src-renderer/kernel/preferences.svelte.ts';
import { optionalLabel } from '../../../../src-renderer/ui/form/optional.ts';
import { given } from '../given/page.ts';

describe('a label that says a field may stay empty', () => {
  it.each([
    ['zh', '理由', '理由（选填）'],
    ['zh', '金额（元）', '金额（元，选填）'],
    ['en', 'Reason', 'Reason (optional)'],
    ['en', 'End date (no fixed term)', 'End date (no fixed term, optional)'],
    // A bracket in the midst is none at the end.
    ['en', 'Fee (CNY) a month', 'Fee (CNY) a month (optional)'],
  ] as const)('has one bracket: %s %s', async (language, label, whole) => {
    await given({}, { language });
    expect(optionalLabel(label).join('')).toBe(whole);
  });
});

describe('a list', () => {
  it('has the marks of the language', async () => {
    await given({});
    expect(list(['甲', '乙', '丙'])).toBe('甲、乙、丙');
    await given({}, { language: 'en' });
    expect([list(['a', 'b', 'c']), list(['a', 'b'], 'and')]).toEqual(['a, b, c', 'a and b']);
  });
});

describe('a value that stands by itself', () => {
  it.each([
    ['en', 'below 99.9%: 10% of the monthly fee', 'Below 99.9%: 10% of the monthly fee'],
    ['en', 'within 3 months', 'Within 3 months'],
    // What is no word of the language keeps its letters.
    ['en', 'eBay rates', 'eBay rates'],
    ['en', '30 days', '30 days'],
    ['en', 'example.org', 'example.org'],
    ['zh', 'sla 的条款', 'sla 的条款'],
  ] as const)('begins with a capital in English: %s %s', async (language, words, alone) => {
    await given({}, { language });
    expect(sayAlone(asWritten(words))).toBe(alone);
  });
});
