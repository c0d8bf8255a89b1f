import { expect, test } from 'vitest';
import { spreadsALine } from '../../../../src-main/pdf/typeset/spread.ts';

test.each([
  [
    'a figure with the marks that close behind it',
    '3. 第\u00a04.1\u00a0条：“云枢保证云硬盘服务可用率不低于99.9%。”改为“不低于99%。”',
  ],
  ['an address on the line', '请于三个工作日内将资料发送至我公司信箱 office@example.com。'],
])('a line that would be left short by %s is not spread', (_, words) => {
  expect(spreadsALine(words)).toBe(true);
});

test.each([
  ['Chinese alone', '贵公司认为义务已经履行或者不应履行的，请在同一期限内说明依据并附证据。'.repeat(3)],
  [
    'a date and a short figure',
    '我公司于2026年3月1日收到贵公司的通知，其中所列费用为每年800元，按月结算，并无其他约定。',
  ],
])('%s is set to the full measure', (_, words) => {
  expect(spreadsALine(words)).toBe(false);
});
