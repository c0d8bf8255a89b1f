import { expect, test } from 'vitest';
import { signedYuan, takenBackYuan } from '../../../../src-main/term/invoice/signed-yuan.ts';

test.each([
  ['565.00', '565.00'],
  ['-565', '-565.00'],
  ['−565.00', '-565.00'],
  ['－５６５．００', '-565.00'],
  ['"-1,000.00"', '-1000.00'],
  ['¥-1,000.5', '-1000.50'],
  ['-¥1，000.50', '-1000.50'],
  ['（1,000.50）', '-1000.50'],
  ['1,000.50-', '-1000.50'],
  ['负1000.50元', '-1000.50'],
  ['–12.00', '-12.00'],
  ['-0.00', '0.00'],
  ['--5.00', undefined],
  ['(-5.00)', undefined],
  ['5.005', undefined],
  ['', undefined],
])('%s', (written, read) => {
  expect(signedYuan(written)).toBe(read);
});

test('what a red letter takes back is less than nothing', () => {
  expect(['565.00', '-565.00', '0.00'].map(takenBackYuan)).toEqual(['-565.00', '-565.00', '0.00']);
});
