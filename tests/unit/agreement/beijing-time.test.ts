import { expect, test } from 'vitest';
import { beijingTime } from '../../../src-main/agreement/beijing-time.ts';
import { say } from '../../../src-main/agreement/sentence.ts';

test.each([
  ['2026-11-29T02:32:53.000Z', '2026-11-29 10:32:53'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00:00'],
  ['2026-11-29T03:32:53.000+01:00', '2026-11-29 10:32:53'],
])('%s is %s in Beijing, whatever zone this device keeps', (instant, beijing) => {
  expect(say(beijingTime(instant), 'zh')).toBe(`${beijing}（北京时间）`);
  expect(say(beijingTime(instant), 'en')).toBe(`${beijing} (Beijing time)`);
});

test('what is no instant is not made one', () => {
  expect(say(beijingTime('—'), 'zh')).toBe('—');
});
