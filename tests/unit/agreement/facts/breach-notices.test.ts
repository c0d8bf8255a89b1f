import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, text: string): readonly Fact[] => {
  const document = documentOf([text]);
  return facts(document, classify(document)).filter((fact) => fact.kind === kind);
};

describe('how soon a breach of data is told', () => {
  test.each([
    ['服务商发生数据泄露的，应当在48小时内通知用户。', 48, 'hour'],
    ['发生个人信息丢失的，服务商应在两个工作日内告知用户。', 2, 'working-day'],
    [
      'Provider shall notify Customer of any personal data breach within thirty-six (36) hours of becoming aware of it.',
      36,
      'hour',
    ],
    ['Within 3 days of a security incident we will inform you by email.', 3, 'day'],
  ])('%s', (text, value, unit) => {
    expect(of('breach-notice', text)).toMatchObject([{ value, unit, anchor: 'breach', party: 'provider' }]);
  });

  test.each([
    '用户发现账号被盗等安全事件的，应在12小时内通知服务商。',
    'You shall notify us of any unauthorized use of your account within 24 hours.',
    'The breaching party shall be notified and shall cure the breach within 30 days.',
    '任何一方违约的，应在10日内通知对方。',
  ])('the customer’s own duty, and a breach of the contract, are none: %s', (text) => {
    expect(of('breach-notice', text)).toEqual([]);
  });
});

describe('what must at least be spent, in whatever currency', () => {
  test.each([
    ['Customer commits to spend at least USD 90,000 per year.', 'USD 90,000'],
    ['The Customer shall spend at least 40,000 EUR per contract year.', '40,000 EUR'],
    ['用户承诺每年最低消费HKD 200,000。', 'HKD 200,000'],
    ['用户承诺每年最低消费人民币贰拾万元整。', 200_000],
    ['Customer shall purchase at least 70,000 RMB per year.', 70_000],
  ])('%s', (text, value) => {
    expect(of('minimum-commitment', text).map((fact) => fact.value)).toEqual([value]);
  });
});

test('a change of everything but the price is no notice of a price', () => {
  const text = '对收费标准以外条款的修改，应当提前壹个月公告。';
  expect(of('price-notice', text)).toEqual([]);
  expect(of('change-notice', text)).toMatchObject([{ value: 1, unit: 'month' }]);
});
