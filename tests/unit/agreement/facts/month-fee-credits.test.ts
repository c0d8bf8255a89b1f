import { expect, test } from 'vitest';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { feeSharesIn } from '../../../../src-main/agreement/quantity/shares/worded-shares.ts';
import { documentOf } from '../meaning.ts';

/** Below which level what percent of which fee is given. */
function tiersOf(...clauses: readonly string[]) {
  const document = documentOf(clauses);
  return facts(document, classify(document)).flatMap(({ kind, value }) =>
    kind === 'credit-tier' && typeof value === 'object' && 'below' in value && 'of' in value.credit
      ? [[value.below, value.credit.amount, value.credit.of]]
      : [],
  );
}

test.each([
  [
    '月可用率低于99.9%但不低于99.5%的，补偿月度服务费的四分之一；低于99.5%但不低于98%的，补偿半个月服务费；低于98%的，补偿一个月的服务费。',
    [
      [99.9, 25, 'month-fee'],
      [99.5, 50, 'month-fee'],
      [98, 100, 'month-fee'],
    ],
  ],
  [
    "If monthly uptime is below 99.9% but at least 99.5%, Customer is credited a quarter of the monthly fee; if below 99.5% but at least 98%, half a month's fee; if below 98%, one month's service fees.",
    [
      [99.9, 25, 'month-fee'],
      [99.5, 50, 'month-fee'],
      [98, 100, 'month-fee'],
    ],
  ],
  [
    'If monthly uptime is below 99.5%, Customer receives a credit of half a month of service fees.',
    [[99.5, 50, 'month-fee']],
  ],
])('a credit of a part of a month, or of a whole one, is that share of its fee: %s', (text, tiers) => {
  expect(tiersOf('服务商承诺月度可用性不低于99.9%。', text)).toEqual(tiers);
});

test.each([
  '客户应退还上一个月的服务费差额',
  '补偿合计不超过一个月服务费',
  '退还第十一个月服务费的差额',
  '应在一个月内支付服务费',
  '客户逾期一个月服务费未付的',
  "on one month's notice of new fees",
  "credits never exceed one month's fees",
  "the preceding one month's fees were paid",
  "10% of one month's fees",
])('of a month that is a time, a most or one that a share is told of nothing is the whole: %s', (words) => {
  expect(feeSharesIn(words)).toEqual([]);
});
