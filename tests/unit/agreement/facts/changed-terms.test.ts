import { expect, test } from 'vitest';
import { basisOfText } from '../../term/basis-of-text.ts';

/** How long the text says that the agreement holds. */
const termOf = (text: string): readonly string[] =>
  basisOfText(text).sources.flatMap(({ facts }) =>
    facts.filter(({ kind }) => kind === 'term').map(({ value, unit }) => `${JSON.stringify(value)} ${unit}`),
  );

test.each([
  '延长服务期限5天',
  '可用性未达标的，服务商为客户免费延长订阅期限三天。',
  '故障超过4小时的，服务期限增加2天。',
  '每次中断，合同期限顺延1个月。',
  '服务商赠送客户服务期限15天。',
  '未达标的，以服务期限7天作为补偿。',
  '扣减服务期限3天。',
  'If uptime is missed, we extend the subscription term for 5 days.',
  'Customer is credited a service period of 7 days for each outage.',
  'The provider will add to the service term a period of 3 days.',
  'The service term is extended for 10 days.',
  'A service period of 4 days is added for every missed month.',
  'A contract period of 30 days will be credited.',
])('a length by which a term is changed is no term: %s', (text) => {
  expect(termOf(text)).toEqual([]);
});

test.each([
  ['本协议的服务期限为12个月。', '12 month'],
  ['服务期限：三年，期满可以延长。', '3 year'],
  ['双方同意延长前，合同期限为24个月。', '24 month'],
  ['客户提供资料后，订阅期限为一年。', '1 year'],
  ['The subscription term is 12 months.', '12 month'],
  ['We provide the services for an initial term of 24 months.', '24 month'],
  ['Fees may be increased yearly, and the contract term is 36 months.', '36 month'],
  ['The initial term of this agreement is 6 months and may be extended in writing.', '6 month'],
])('a term stays one: %s', (text, term) => {
  expect(termOf(text)).toEqual([term]);
});
