import { describe, expect, it } from 'vitest';
import { mutantsOf, sample } from '../../../.config/mutants.mjs';

const applied = (text: string, file = 'a.ts'): string[] =>
  mutantsOf(file, text).map(({ start, end, text: becomes }) => text.slice(0, start) + becomes + text.slice(end));

describe('planted faults', () => {
  it('are one small slip each', () => {
    expect(applied('const a = b < 3;')).toEqual(['const a = b <= 3;', 'const a = b < 4;', 'const a = b < (2);']);
    expect(applied('if (a) b();')).toEqual(['if (!(a)) b();', 'if (a) ;']);
    expect(applied('function f() { return a; }')).toEqual(['function f() { return; }']);
  });

  it('are not planted in types or in the names of properties', () => {
    expect(applied('type A = { 1: true; b: 2 }; const a: 1 | 2 = b; const c = { 7: d };')).toEqual([]);
  });

  it('of a component are planted in its scripts, in their place', () => {
    const component = (module: string, script: string): string =>
      `<script module lang="ts">${module}</script>\n<script lang="ts">${script}</script>\n<p>{a < 3}</p>\n`;
    expect(applied(component('const a = true;', 'if (a) b();'), 'A.svelte')).toEqual([
      component('const a = false;', 'if (a) b();'),
      component('const a = true;', 'if (!(a)) b();'),
      component('const a = true;', 'if (a) ;'),
    ]);
  });

  it('are drawn alike for the same seed, each at most once', () => {
    const all = Array.from({ length: 50 }, (_, index) => index);
    expect(sample(all, 10, 7)).toEqual(sample(all, 10, 7));
    expect(sample(all, 10, 7)).not.toEqual(sample(all, 10, 8));
    expect(sample(all, 99, 7).toSorted((a, b) => a - b)).toEqual(all);
  });
});
