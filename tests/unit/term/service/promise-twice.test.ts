import { expect, test } from 'vitest';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { basisOfText } from '../basis-of-text.ts';

const CREDIT = '月度可用性低于99%的，按月度服务费的10%赔偿。';

test.each<[string, number, number]>([
  ['服务的月度可用性不低于99.9%（99.95%）。', 99.9, 99.95],
  ['服务的月度可用性不低于百分之九十九点五（99.95%）。', 99.5, 99.95],
  ['The monthly uptime of the service is at least 99.9% (99.95%).', 99.9, 99.95],
  ['The monthly uptime of the service is at least 99.95 per cent (99.9 per cent).', 99.95, 99.9],
])('a promise that contradicts itself has two readings, and neither is picked: %s', (text, first, second) => {
  const basis = basisOfText(text, CREDIT);
  const promises = basis.sources[0]?.facts.filter(({ kind }) => kind === 'availability') ?? [];
  expect(promises.map(({ value }) => (value as { promise: number }).promise)).toEqual([first, second]);
  expect(promises.map(({ conflictsWith }) => conflictsWith)).toEqual([[promises[1]?.id], [promises[0]?.id]]);
  // 36 of 44,640 minutes leave 99.919 %.
  const { promised, breach } = serviceLevel(basis, { month: '2026-03', downtime: { minutes: 36 } });
  expect(promised.known).toBe(false);
  expect(breach.known).toBe(false);
});

test('one that says the same twice is one promise', () => {
  const basis = basisOfText('The monthly uptime of the service is at least 99.9% (99.9%).', CREDIT);
  const { promised } = serviceLevel(basis, { month: '2026-03', downtime: { minutes: 36 } });
  expect(promised.known && promised.value).toBe(99.9);
});
