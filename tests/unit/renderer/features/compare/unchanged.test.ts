import { describe, expect, it } from 'vitest';
import type { RedlineRow } from '../../../../../src-main/contract/compare.ts';
import { linesOf, unchangedWords } from '../../../../../src-renderer/features/compare/redline-lines.ts';
import { aComparison } from '../../given/compare.ts';
import { said } from '../../given/page.ts';

/** Rows by their numbers; `*` marks one that changed. */
const rowsOf = (...numbers: readonly string[]): readonly RedlineRow[] =>
  numbers.map((written, index): RedlineRow => {
    const number = written.replace('*', '');
    const side = { number, runs: [{ text: number }] };
    return {
      id: `r${index}`,
      part: 0,
      role: 'clause',
      level: number.split('.').length,
      old: side,
      new: side,
      inline: side.runs,
      ...(written.endsWith('*') && { change: { kind: 'changed', also: [], material: true, reasons: [] } }),
    };
  });

const drawn = (...numbers: readonly string[]): readonly string[] =>
  linesOf(aComparison({ rows: rowsOf(...numbers) }), { inline: true, folded: true, unfolded: new Set() }).map((line) =>
    'same' in line ? unchangedWords(line.same) : (line.row.new?.number ?? ''),
  );
const range = (first: string, last: string): string => said('compare.sameFromTo', { first, last });

describe('what is said to be unchanged', () => {
  it('is never a clause in which something changed: what a change stands under is drawn with it', () => {
    expect(drawn('1', '1.1', '1.2', '2', '2.1*', '2.2')).toEqual([
      range('1', '1.2'),
      '2',
      '2.1',
      said('compare.sameOne', { number: '2.2' }),
    ]);
    expect(drawn('1', '1.1', '1.1.1*')).toEqual(['1', '1.1', '1.1.1']);
    expect(drawn('1*', '1.1', '2', '2.1')).toEqual(['1', range('1.1', '2.1')]);
  });

  it('is named by its headings where these alone have numbers', () => {
    expect(drawn('一', '二', '三', '四*')).toEqual([
      said('compare.sameFromToNamed', { first: '第一条', last: '第三条' }),
      '四',
    ]);
    expect(drawn('九', '十', '十一', '二十', '二十一*')).toEqual([
      said('compare.sameFromToNamed', { first: '第九条', last: '第二十条' }),
      '二十一',
    ]);
  });

  it('stands under the title of its own document, never directly under another stretch', () => {
    const rows = rowsOf('1*', '2', '3').map((row, index) => ({ ...row, part: index === 2 ? 1 : 0 }));
    const view = aComparison({
      rows,
      parts: [{ title: 'Lease' }, { title: 'Annex' }],
    });
    const lines = linesOf(view, { inline: true, folded: true, unfolded: new Set() });
    expect(lines.map((line) => line.part)).toEqual([undefined, undefined, 'Annex']);
  });

  it('is counted where the end of a clause above it is folded with it', () => {
    const [, tail, ...others] = rowsOf('1', '1', '2', '3*');
    const side = { runs: [{ text: 'the end of clause 1' }] };
    const end = { ...tail!, level: 2, old: side, new: side };
    expect(unchangedWords([end, others[0]!])).toBe(said('compare.same', { count: 2 }));
    expect(unchangedWords([others[0]!, end])).toBe(said('compare.sameOne', { number: '2' }));
    const beside = { ...end, level: 1 };
    expect(unchangedWords([others[0]!, beside])).toBe(said('compare.same', { count: 2 }));
    const heading = { ...end, role: 'heading', level: 1 } as const;
    expect(unchangedWords([heading, others[0]!])).toBe(said('compare.sameOne', { number: '2' }));
  });

  it('is counted where numbers name no range', () => {
    expect(drawn('3.1', '3.2', '1.1', '1.2', '1.3*')).toEqual([said('compare.same', { count: 4 }), '1.3']);
  });
});
