import axe from 'axe-core';
import { expect } from 'vitest';
import { leftOut } from './axe-rules.ts';

/** Nothing on the page keeps it from those who cannot see it or use a mouse. */
export async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: Object.fromEntries(leftOut('screen').map((rule) => [rule, { enabled: false }])),
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
