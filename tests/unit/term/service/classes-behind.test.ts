import { describe, expect, test } from 'vitest';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { basisOfText, september } from './straight-from-text.ts';

/** 99.942 %. */
const MINUTES = 25;

describe('classes that stand behind their promises are told apart', () => {
  test.each<[string, string, string]>([
    ['Monthly uptime is at least 99.5% for Starter and 99.95% for Business.', 'Starter', 'Business'],
    [
      'We promise monthly uptime of at least 99.5% for the Standard plan and 99.95% for the Enterprise plan.',
      'Standard',
      'Enterprise',
    ],
    ['Monthly uptime is at least 99.5% (Basic) and 99.95% (Premium).', 'Basic', 'Premium'],
    ['Monthly uptime is at least 99.5% under Basic, and 99.95% under Premium.', 'Basic', 'Premium'],
    ['Monthly uptime is at least 99.5% for Silver and 99.95% for Gold.', 'Silver', 'Gold'],
    ['月度可用性不低于99.5%（基础版）、99.95%（企业版）。', '基础版', '企业版'],
    ['月度可用性不低于99.5%（标准版）和99.95%（高级版）。', '标准版', '高级版'],
    ['标准版月度可用性不低于99.5%，高级版月度可用性不低于99.95%。', '标准版', '高级版'],
  ])('%s', (promise, low, high) => {
    const text = /[a-z]{3}/u.test(promise)
      ? [
          promise,
          `For ${low}, if monthly uptime is below 99.5%, the credit is 5% of the annual fee.`,
          `For ${high}, if monthly uptime is below 99.95%, the credit is 10% of the monthly fee.`,
        ]
      : [
          promise,
          `${low}月度可用性低于99.5%的，赔偿年费的5%。`,
          `${high}月度可用性低于99.95%的，赔偿当月服务费的10%。`,
        ];
    const classes = serviceClasses(basisOfText(...text));
    expect(classes).toEqual([low, high]);
    const whole = september(text, MINUTES);
    expect([whole.credit.known, whole.breach.known]).toEqual([false, false]);
    const of = (scope: string) => september(text, MINUTES, { scope });
    expect([valueOf(of(low).breach), valueOf(of(low).credit)]).toEqual([false, '0.00']);
    expect([valueOf(of(high).breach), valueOf(of(high).credit)]).toEqual([true, '100.00']);
  });

  test('a tier by the promise is by the promise of each class', () => {
    const text = [
      'Monthly uptime is at least 99.5% for Basic and 99.95% for Premium.',
      'If monthly uptime is below the promise, the credit is 10% of the monthly fee.',
    ];
    const of = (scope: string) => valueOf(september(text, MINUTES, { scope }).credit);
    expect([of('Basic'), of('Premium')]).toEqual(['0.00', '100.00']);
  });

  test.each([
    'Monthly uptime is at least 99.9% for all customers.',
    'Monthly uptime is at least 99.9% for business purposes.',
    'Monthly uptime is at least 99.9% (measured by the provider).',
    '月度可用性不低于99.9%（按自然月统计）。',
  ])('%s names no class', (promise) => {
    expect(
      serviceClasses(basisOfText(promise, 'If uptime is below 99.9%, the credit is 10% of the monthly fee.')),
    ).toEqual([]);
  });
});

test.each([
  ['月度可用性不低于99%。', '月度可用性低于99.95%的，赔偿当月服务费的10%。'],
  ['Monthly uptime is at least 99%.', 'If monthly uptime is below 99.95%, the credit is 10% of the monthly fee.'],
])('a promise that is kept owes no credit, whatever a tier says: both are told', (promise, tier) => {
  const level = september([promise, tier], MINUTES);
  expect([valueOf(level.breach), level.credit.known]).toEqual([false, false]);
  expect(whyNot(level.credit)).toContain('99.95%');
  expect(whyNot(level.credit)).toContain(promise.slice(0, 6));
});
