import { expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { basisOfText } from '../../term/basis-of-text.ts';

/** Kind, value and unit; with the anchor where the kind has one. */
const told = ({ kind, value, unit, anchor, party }: Fact): readonly unknown[] => [
  kind,
  value,
  unit,
  ...(anchor ? [anchor] : []),
  ...(party ? [party] : []),
];
const monthly = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' });

/** Short texts of terms, each of one kind, and all that they state: nothing less and nothing more. */
test.each<readonly [string, readonly string[], readonly (readonly unknown[])[]]>([
  [
    'renewed unless declined, in English',
    [
      'The contract is renewed automatically for further periods of one year unless one of the parties gives notice of non-renewal 45 days before it expires.',
    ],
    [
      ['auto-renewal', 1, 'year', 'term-end'],
      ['non-renewal-notice', 45, 'day', 'term-end', 'both'],
    ],
  ],
  [
    'renewed unless declined, in Chinese',
    ['合同届满前六十日，任何一方未书面表示异议的，本合同自动续期一年。'],
    [
      ['auto-renewal', 1, 'year', 'term-end'],
      ['non-renewal-notice', 60, 'day', 'term-end', 'both'],
    ],
  ],
  [
    'working days in English',
    [
      'The vendor may change these terms on at least five (5) business days’ written notice by email.',
      'Bills are due within forty (40) days of receipt of the invoice.',
      'Late payments bear interest at 2% per month.',
    ],
    [
      ['change-notice', 5, 'working-day'],
      ['payment-due', 40, 'day', 'invoice'],
      ['late-fee', { rate: { amount: 2, unit: 'percent', of: 'overdue' }, per: 'month' }, 'percent', 'due'],
    ],
  ],
  [
    'mail that arrives on the next working day',
    ['A notice that is sent by email is deemed received on the next business day.'],
    [
      [
        'delivery',
        expect.objectContaining({ channel: 'email', delay: { value: 1, unit: 'working-day' } }),
        'working-day',
        'sent',
      ],
    ],
  ],
  [
    'credits with a cap, in English',
    [
      'The monthly uptime is at least 99.5%. Below 99.5%, the service credit is 15% of the monthly fee. Total service credits shall not exceed 40% of the monthly fee.',
    ],
    [
      ['availability', { promise: 99.5, period: 'month' }, 'percent'],
      ['credit-tier', { below: 99.5, credit: monthly(15) }, 'percent'],
      ['credit-cap', monthly(40), 'percent'],
    ],
  ],
  [
    'a claim from the incident on',
    ['服务可用性低于99.5%的，客户可以在故障发生后三个月内申请赔偿。'],
    [['claim-closes', 3, 'month', 'incident']],
  ],
  [
    'a cap of half the fee, in another currency',
    [
      '服务月度可用性不低于99.5%，费用以港币计收。',
      '低于99.5%的，赔偿月度服务费的20%，赔偿总额不超过当月服务费的50%。',
    ],
    [
      ['availability', { promise: 99.5, period: 'month' }, 'percent'],
      ['credit-tier', { below: 99.5, credit: monthly(20) }, 'percent'],
      ['credit-cap', monthly(50), 'percent'],
    ],
  ],
  [
    'no cap',
    ['月度可用性不低于99.5%，低于99.5%的，赔偿月度服务费的100%。'],
    [
      ['availability', { promise: 99.5, period: 'month' }, 'percent'],
      ['credit-tier', { below: 99.5, credit: monthly(100) }, 'percent'],
    ],
  ],
  ['nothing', ['如有调整，我们会尽快告知您。您应及时付款。服务中断的，我们视情况给予补偿。'], []],
  [
    'days of service',
    ['月度可用性不低于99.5%，低于99.5%的，延长服务时间7天。'],
    [
      ['availability', { promise: 99.5, period: 'month' }, 'percent'],
      ['credit-tier', { below: 99.5, credit: { value: 7, unit: 'service-day' }, form: 'service-days' }, 'service-day'],
    ],
  ],
  [
    'two periods of notice',
    ['调整价格的，应提前60日以邮件通知。', '逾期付款超过20日的，服务商可以终止服务。'],
    [
      ['price-notice', 60, 'day'],
      ['overdue-termination', 20, 'day', 'due'],
    ],
  ],
  [
    'working days and hours in Chinese',
    [
      '您应在收到账单之日起8个工作日内付款。',
      '您未在下单后12小时内付费的，订单失效。',
      '电子邮件发出后12小时视为送达。',
    ],
    [
      ['payment-due', 8, 'working-day', 'invoice'],
      ['payment-due', 12, 'hour', 'order'],
      ['delivery', expect.objectContaining({ channel: 'email', delay: { value: 12, unit: 'hour' } }), 'hour', 'sent'],
    ],
  ],
  [
    'by the year',
    ['可用性按自然年统计，年度可用性不低于99.5%。年度可用性低于99.5%的，赔偿年度服务费的8%。'],
    [
      ['availability', { promise: 99.5, period: 'year' }, 'percent'],
      ['credit-tier', { below: 99.5, credit: { amount: 8, unit: 'percent', of: 'year-fee' } }, 'percent'],
    ],
  ],
])('%s', (_, texts, expected) => {
  const [{ facts } = { facts: [] }] = basisOfText(...texts).sources;
  expect(facts).toHaveLength(expected.length);
  expect(facts.map(told)).toEqual(expect.arrayContaining([...expected]));
});
