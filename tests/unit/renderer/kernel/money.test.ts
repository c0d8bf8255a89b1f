import { expect, it } from 'vitest';
import { say, sentence } from '../../../../assets/messages/say.ts';
import { money } from '../../../../src-renderer/kernel/money.ts';
import { given } from '../given/page.ts';

it('an amount is written as its language writes it, thousands apart, and does not break', async () => {
  await given({}, { language: 'zh' });
  expect([money('1500.00'), money('999'), money('1234567.8')]).toEqual([
    '1,500.00\u00a0元',
    '999\u00a0元',
    '1,234,567.8\u00a0元',
  ]);
  await given({}, { language: 'en' });
  expect([money('1500.00'), money('-12345.60')]).toEqual(['CNY\u00a01,500.00', 'CNY\u00a0-12,345.60']);
});

it('a calculation writes its amounts in the same way; digits after the point stay together', () => {
  const step = sentence('term.service-level.cap', { cap: '1000.123456' });
  expect(say(step, 'zh')).toContain('1,000.123456 元');
  expect(say(step, 'en')).toContain('CNY 1,000.123456');
  expect(say(sentence('term.service-level.cap', { cap: 'unknown' }), 'en')).toContain('CNY unknown');
});
