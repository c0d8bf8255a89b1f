import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName, fittingName } from '../../../../src-main/kernel/files/file-name.ts';

describe('what a file is called', () => {
  test('whose it is, what, how far, of which day', () => {
    const parts = { company: '示例远航科技有限公司', paper: '安全承诺书', state: '已签名', day: '2026-11-28' };
    expect(fileName(parts, 'pdf')).toBe('示例远航科技有限公司 安全承诺书 已签名 2026-11-28.pdf');
  });

  test('what is not known is left out', () => {
    expect(fileName({ paper: '安全承诺书', state: '' }, 'pdf')).toBe('安全承诺书.pdf');
  });

  test('a long paper is shortened; company, state and day stay', () => {
    const name = fileName(
      { company: '示例公司', paper: '很长的标题'.repeat(40), state: '已签名', day: '2026-11-28' },
      'pdf',
    );
    expect(name).toMatch(/^示例公司 (?:很长的标题)+.*… 已签名 2026-11-28\.pdf$/u);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });

  test.each([
    ['a/b\\c:d*e?f"g<h>i|j.pdf', 'a_b_c_d_e_f_g_h_i_j.pdf'],
    ['con.pdf', '_con.pdf'],
    ['a title that ends with points... .pdf', 'a title that ends with points.pdf'],
    ['\u202Efdp.exe', '_fdp.exe'],
    ['', '_'],
  ])('%j becomes %j', (name, fitting) => expect(fittingName(name)).toBe(fitting));

  test('any parts give a name that every system takes', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(word, word, word, (company, paper, state) => {
        const name = fileName({ company, paper, state, day: '2026-11-28' }, 'pdf');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.pdf$/u);
      }),
      { numRuns: 200 },
    );
  });
});
