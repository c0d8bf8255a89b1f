import { expect, it } from 'vitest';
import { TABLE_COLUMNS } from '../../../../../src-main/contract/library/table.ts';
import { absentWords } from '../../../../../src-renderer/features/library/table/table-cells.ts';
import { said } from '../../given/page.ts';

it('an empty cell claims nothing of the text but that nothing was recognised in it', () => {
  for (const column of ['cap', 'changeNotice', 'lateFee', 'availability', 'claimWindow', 'term'] as const)
    expect([column, absentWords(column)]).toEqual([column, 'library.table.notRecognised']);
  for (const column of ['starts', 'ends', 'cancelBy', 'renews', 'exposure'] as const)
    expect([column, absentWords(column)]).toEqual([column, 'library.table.notKnown']);
  const words = TABLE_COLUMNS.map((column) => said(absentWords(column)));
  expect(words.filter((each) => /stated|写明/iu.test(each))).toEqual([]);
});
