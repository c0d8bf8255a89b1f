import { describe, expect, test } from 'vitest';
import { basisOfText, type Written } from './straight-from-text.ts';

/** What is promised, with its class. */
const promised = (...clauses: readonly Written[]) =>
  basisOfText(...clauses).sources.flatMap(({ facts }) =>
    facts.flatMap(({ kind, value, scope }) =>
      kind === 'availability' && typeof value === 'object' && 'promise' in value
        ? [`${scope?.['class'] ?? ''} ${value.promise}`.trim()]
        : [],
    ),
  );

test.each([
  ['服务可用性', '服务质量承诺', '专业版：不低于99.9%。', '专业版 99.9'],
  ['服务可用性', '服务完好率', '专业版：不低于99.9%。', '专业版 99.9'],
  ['Availability', 'Quality of service by edition', 'Gold: at least 99.9%', '99.9'],
])('the quality of a service is how long it is up: %s, %s', (above, heading, line, told) => {
  expect(promised(['1', above], ['1.1', heading, '1'], ['(1)', line, '1.1'])).toEqual([told]);
});

describe('figures beneath a heading of something else that is measured promise no availability', () => {
  test.each<[string, string, string, string]>([
    ['Availability and support', 'Tickets solved at first contact', 'Gold: at least 99%', 'Silver: at least 95%'],
    ['Availability', 'Response time', 'Gold: no less than 99%', 'Silver: no less than 95%'],
    ['Availability', 'Backup success', 'Gold: at least 99%', 'Silver: at least 95%'],
    ['服务可用性', '工单按时处理', '金牌：不低于99%', '银牌：不低于95%'],
    ['服务可用性', '响应及时', '金牌：不低于99%', '银牌：不低于95%'],
  ])('%s, %s', (above, heading, gold, silver) => {
    const written: readonly Written[] = [
      ['1', above],
      ['1.1', heading, '1'],
      ['(1)', gold, '1.1'],
      ['(2)', silver, '1.1'],
    ];
    expect(promised(...written)).toEqual([]);
  });

  test.each<[string, string, string, string, readonly string[]]>([
    ['Availability and support', 'Uptime', 'Gold: at least 99.9%', 'Silver: at least 99%', ['Gold 99.9', 'Silver 99']],
    ['Availability', 'Levels', 'Gold: at least 99.9%', 'Silver: at least 99%', ['Gold 99.9', 'Silver 99']],
    ['服务可用性', '承诺', '金牌：不低于99.9%', '银牌：不低于99%', ['金牌 99.9', '银牌 99']],
    ['响应与可用性', '可用性与响应', '金牌：不低于99.9%', '银牌：不低于99%', ['金牌 99.9', '银牌 99']],
  ])('those beneath one of availability do: %s, %s', (above, heading, gold, silver, told) => {
    const written: readonly Written[] = [
      ['1', above],
      ['1.1', heading, '1'],
      ['(1)', gold, '1.1'],
      ['(2)', silver, '1.1'],
    ];
    expect(promised(...written)).toEqual(told);
  });
});
