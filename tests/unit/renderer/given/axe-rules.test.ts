import axe from 'axe-core';
import { expect, test } from 'vitest';
import { LEFT_OUT } from './axe-rules.ts';

test('every rule that is not held is one of axe and has a reason of its own', () => {
  const known = new Set(axe.getRules().map(({ ruleId }) => ruleId));
  expect(LEFT_OUT.filter(({ rule }) => !known.has(rule))).toEqual([]);
  expect(new Set(LEFT_OUT.map(({ why }) => why)).size).toBe(LEFT_OUT.length);
});
