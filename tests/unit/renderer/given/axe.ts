import axe from 'axe-core';
import { expect } from 'vitest';

/** These look at what is laid out, which happens only in a browser: the tests in Electron look at them. */
const LAID_OUT = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
/** Of a whole page with its frame; a screen by itself has none. */
const OF_A_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang'];

/** Nothing on the page keeps it from those who cannot see it or use a mouse. */
export async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: Object.fromEntries([...LAID_OUT, ...OF_A_PAGE].map((rule) => [rule, { enabled: false }])),
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
