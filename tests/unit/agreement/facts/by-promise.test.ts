import { describe, expect, test } from 'vitest';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basisOfText } from '../../term/basis-of-text.ts';

/** What a month of 43 200 minutes is credited by in percent, for a class; `unknown` where it is not known. */
function credited(texts: readonly string[], scope: string, minutes: number): number | string {
  const basis = { ...basisOfText(...texts), scope };
  const { tier } = serviceLevel(basis, { month: '2026-09', downtime: { minutes } });
  if (!tier.known) return 'unknown';
  const credit = tier.value?.credit;
  return credit === undefined ? 0 : 'amount' in credit ? credit.amount : credit.value;
}

const ZH = [
  '轻享版的月度服务可用性不低于99.9%，企业版的月度服务可用性不低于99.95%。',
  '月度服务可用性低于承诺但不低于99%的，赔偿当月服务费的10%；低于99%的，赔偿当月服务费的30%。',
].map((text) => text.replace('轻享版', '标准版'));
const EN = [
  'The monthly uptime of the Standard plan is at least 99.9%. The monthly uptime of the Enterprise plan is at least 99.95%.',
  'If the monthly uptime is below the promised uptime but at least 99%, the credit is 10% of the monthly fee; if it is below 99%, the credit is 30% of the monthly fee.',
];

describe('a tier that is bounded by the promise of each class', () => {
  // 30 minutes leave 99.93 %, 60 leave 99.86 %, 500 leave 98.84 %.
  test.each<[readonly string[], string, readonly (number | string)[]]>([
    [ZH, '企业版', [10, 10, 30]],
    [ZH, '标准版', [0, 10, 30]],
    [EN, 'Enterprise', [10, 10, 30]],
    [EN, 'Standard', [0, 10, 30]],
  ])('%#: is read by each', (texts, scope, credits) => {
    expect([30, 60, 500].map((minutes) => credited(texts, scope, minutes))).toEqual(credits);
  });

  test('is none where one promise is of no class, and the tiers beside it are not certain', () => {
    const texts = ['企业版的月度服务可用性不低于99.95%。', '其余的月度服务可用性不低于99.9%。', ZH[1] ?? ''];
    expect(credited(texts, '企业版', 500)).toBe('unknown');
  });
});
