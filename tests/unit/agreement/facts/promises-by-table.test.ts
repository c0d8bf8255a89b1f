import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const HEADER = ['类别', '月度可用性', '赔偿'];
/** The promises of a document with a table of tiers for two classes, by their class. */
function promised(text: string, one: string, other: string): readonly (readonly [string | undefined, number])[] {
  const bare = documentOf([text, `${one}\t低于99.9%\t10%`], 'sla');
  const id = bare.clauses[1]?.id ?? '';
  const rows = [
    [one, '低于99.9%', '当月服务费的10%'],
    [other, '低于99%', '当月服务费的20%'],
  ];
  const document = { ...bare, tables: [{ clause: id, header: HEADER, rows }] };
  const promise = ({ value }: Fact): number => (typeof value === 'object' && 'promise' in value ? value.promise : 0);
  return facts(document, classify(document)).flatMap((fact) =>
    fact.kind === 'availability' ? [[fact.scope?.['class'], promise(fact)] as const] : [],
  );
}

describe('promises of the classes that a table of tiers names', () => {
  test.each([
    ['单可用区部署的实例，月度可用性不低于99.9%；多可用区部署的实例，月度可用性不低于99.99%。', '单可用区', '多可用区'],
    ['共享主机：月度可用性不低于99.9%。独享主机：月度可用性不低于99.99%。', '共享主机', '独享主机'],
    ['对于热存储，月度可用性不低于99.9%，对于冷存储，月度可用性不低于99.99%。', '热存储', '冷存储'],
    ['Hot class: monthly uptime of at least 99.9%. Cold class: monthly uptime of at least 99.99%.', 'Hot', 'Cold'],
    [
      'For shared hosts, monthly uptime is at least 99.9%; for own hosts, monthly uptime is at least 99.99%.',
      'Shared hosts',
      'Own hosts',
    ],
    [
      'Zonal: uptime of at least 99.9% each month. Regional: uptime of at least 99.99% each month.',
      'Zonal',
      'Regional',
    ],
  ])('each is of the class named before it: %s', (text, one, other) => {
    expect(promised(text, one, other)).toEqual([
      [one, 99.9],
      [other, 99.99],
    ]);
  });

  test.each([
    ['基础版的月度可用性不低于99.9%，高级版不低于99.99%。', '基础版', '高级版'],
    ['标准版月度可用性不低于99.9%，企业版达到99.99%。', '标准版', '企业版'],
    ['Monthly uptime of the Basic plan is at least 99.9%, Premium plan at least 99.99%.', 'Basic', 'Premium'],
  ])('the subject is left out of the second: %s', (text, one, other) => {
    expect(promised(text, one, other)).toEqual([
      [one, 99.9],
      [other, 99.99],
    ]);
  });

  test.each([
    ['月度可用性不低于99.9%。', '热存储', '冷存储'],
    ['热存储和冷存储的月度可用性均不低于99.9%。', '热存储', '冷存储'],
    ['Monthly uptime is at least 99.9% for all hosts.', 'Shared hosts', 'Own hosts'],
  ])('one promise is of all: %s', (text, one, other) => {
    expect(promised(text, one, other)).toEqual([[undefined, 99.9]]);
  });

  test('where one of two names no class, neither is put under one', () => {
    const told = promised('月度可用性不低于99.9%。冷存储的月度可用性不低于99.99%。', '热存储', '冷存储');
    expect(told).toEqual([
      [undefined, 99.9],
      [undefined, 99.99],
    ]);
  });
});
