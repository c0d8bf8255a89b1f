import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const factsOf = (kind: FactKind, ...lines: readonly string[]): readonly Fact[] =>
  (read(readText(['远岸服务等级协议', '', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? []).filter(
    (fact) => fact.kind === kind,
  );
const shares = (kind: FactKind, ...lines: readonly string[]): readonly string[] =>
  factsOf(kind, ...lines).map(({ value, scope }) => {
    const share = typeof value !== 'object' ? undefined : 'credit' in value ? value.credit : value;
    const amount = share && 'amount' in share ? String(share.amount) : '?';
    return `${Object.values(scope ?? { all: '-' }).join()}: ${amount}`;
  });

describe('a rate for each severity', () => {
  test.each([
    [
      '1. 一级故障未按时响应的，按当月服务费的5%补偿；二级故障未按时响应的，按当月服务费的2%补偿。',
      ['一级故障: 5', '二级故障: 2'],
    ],
    [
      '1. If a Severity 1 response time is missed, the credit is 5% of the monthly fee; for Severity 2 it is 1%.',
      ['Severity 1: 5', 'Severity 2: 1'],
    ],
    ['1. 未按时响应的，每次按当月服务费的3%补偿。', ['-: 3']],
  ])('%s', (clause, expected) => {
    expect(shares('support-credit', clause)).toEqual(expected);
  });

  test('the further one is of the same fee', () => {
    const facts = factsOf(
      'support-credit',
      '1. If a Severity 1 response time is missed, the credit is 5% of the monthly fee; for Severity 2 it is 1%.',
    );
    expect(facts.map(({ value }) => value)).toMatchObject([{ of: 'month-fee' }, { of: 'month-fee' }]);
  });
});

test('a tier of a class that its promise alone has named is of that class, and of no other', () => {
  const lines = [
    '1. 热存储的月可用性不低于99.95%，深冷存储的月可用性不低于99%。',
    '2. 热存储月可用性低于99.95%的，赔偿当月费用的10%。深冷存储月可用性低于99%的，赔偿当月费用的25%。',
  ];
  expect(factsOf('availability', ...lines).map(({ scope }) => scope?.['class'])).toEqual(['热存储', '深冷存储']);
  expect(shares('credit-tier', ...lines)).toEqual(['热存储: 10', '深冷存储: 25']);
});

test('a tier that names no class goes on with that of the tier beside it', () => {
  const lines = [
    '1. 热存储月可用性不低于99.95%，深冷存储月可用性不低于99%。',
    '2. 赔偿',
    '2.1 热存储月可用性低于99.95%的，赔偿当月费用的10%。',
    '2.2 低于98%的，赔偿当月费用的30%。',
    '2.3 深冷存储月可用性低于99%的，赔偿当月费用的25%。',
  ];
  expect(factsOf('availability', ...lines).map(({ scope }) => scope?.['class'])).toEqual(['热存储', '深冷存储']);
  expect(shares('credit-tier', ...lines)).toEqual(['热存储: 10', '热存储: 30', '深冷存储: 25']);
});

test('a tier whose clause names something else is not of the class before it', () => {
  const lines = [
    '1. 热存储月可用性不低于99.95%，深冷存储月可用性不低于99.5%。',
    '2. 赔偿',
    '2.1 热存储月可用性低于99.95%的，赔偿当月费用的10%。',
    '2.2 深冷存储月可用性低于99.5%的，赔偿当月费用的25%。',
    '2.3 单机房部署的月可用性低于99%的，赔偿当月费用的100%。',
  ];
  expect(shares('credit-tier', ...lines).at(-1)).not.toBe('深冷存储: 100');
});

describe('two rates of two classes in one sentence', () => {
  test.each([
    [
      '1. 单实例可用性低于99.9%的，赔偿月度服务费的10%；多可用区部署可用性低于99.99%的，赔偿月度服务费的20%。',
      ['单实例: 10', '多可用区部署: 20'],
    ],
    [
      '1. For an Instance below 99.5%, the credit is 10% of the monthly fee; for a Multi-Zone deployment below 99.99%, the credit is 25% of the monthly fee.',
      ['Instance: 10', 'Multi-Zone deployment: 25'],
    ],
  ])('%s', (clause, expected) => {
    expect(shares('credit-tier', clause)).toEqual(expected);
  });
});
