import { expect, test } from 'vitest';
import type { Paper, PaperStyle } from '../../../../src-main/pdf/paper.ts';
import { fitted } from '../../../../src-main/pdf/typeset/fitted.ts';

const BREAK = { kind: 'page-break' } as const;

/** How far the lines are apart at last, of a paper that takes so many pages at each distance. */
async function linesOf(style: PaperStyle, annexes: number, pagesAt: (line: number) => number): Promise<number> {
  const paper: Paper = { title: 'x', style, language: 'zh', blocks: Array<typeof BREAK>(annexes).fill(BREAK) };
  const pdf = await fitted(
    paper,
    (line = 28.9) => Promise.resolve(Uint8Array.of(Math.round(line * 8))),
    ([line = 0]) => Promise.resolve(pagesAt(line / 8)),
  );
  return Math.round((pdf[0] ?? 0) / 8);
}

test.each([
  ['by itself', 0],
  ['with schedules on pages of their own', 2],
])('a letter that is a little too long is tightened no more than it must be, %s', async (_, annexes) => {
  const pages = (fits: number) => (line: number) => (line <= fits ? 1 : 2) + annexes;
  expect(await linesOf('letter', annexes, pages(26.5))).toBe(26);
  expect(await linesOf('letter', annexes, pages(24.5))).toBe(23);
  expect(await linesOf('letter', annexes, pages(20))).toBe(29);
});

test('a letter that leaves little for its third page is tightened to two; where that cannot be, it stays', async () => {
  expect(await linesOf('letter', 0, (line) => (line <= 24.5 ? 2 : 3))).toBe(23);
  expect(await linesOf('letter', 0, () => 3)).toBe(29);
});

test('a longer letter is left as it is', async () => {
  expect(await linesOf('letter', 0, (line) => (line <= 26.5 ? 3 : 4))).toBe(29);
});

test('a record or an agreement of some pages does not leave a row or two on its last one; a long one may', async () => {
  for (const style of ['record', 'agreement'] as const) {
    expect(await linesOf(style, 1, (line) => (line <= 19 ? 4 : 5))).toBeLessThan(20);
    expect(await linesOf(style, 1, (line) => (line <= 19 ? 40 : 41))).toBe(29);
  }
});
