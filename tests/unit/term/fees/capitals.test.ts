import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { formatYuan, parseYuan } from '../../../../src-main/term/fees/money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** Reads capitals back, by a grammar of its own: sections of 仟佰拾, then 万, then 亿. */
function readBack(text: string): bigint {
  const [, yuan = '', jiao, fen] =
    /^(?:(.+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/u.exec(text) ?? [];
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  for (const char of yuan) {
    if (DIGITS.includes(char)) digit = BigInt(DIGITS.indexOf(char));
    else if ('拾佰仟'.includes(char)) {
      section += digit * 10n ** BigInt('拾佰仟'.indexOf(char) + 1);
      digit = 0n;
    } else if (char === '万') {
      total += (section + digit) * 10_000n;
      [section, digit] = [0n, 0n];
    } else if (char === '亿') {
      total = (total + section + digit) * 100_000_000n;
      [section, digit] = [0n, 0n];
    }
  }
  const cents = (mark: string | undefined): bigint => BigInt(Math.max(0, DIGITS.indexOf(mark ?? '零')));
  return (total + section + digit) * 100n + cents(jiao) * 10n + cents(fen);
}

describe('Chinese capitals', () => {
  test.each([
    ['0', '零元整'],
    ['0.00', '零元整'],
    ['0.01', '壹分'],
    ['0.10', '壹角整'],
    ['0.15', '壹角伍分'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['15.50', '壹拾伍元伍角整'],
    ['100.05', '壹佰元零伍分'],
    ['101.00', '壹佰零壹元整'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1001.00', '壹仟零壹元整'],
    ['1010.10', '壹仟零壹拾元壹角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['100000', '壹拾万元整'],
    ['100001', '壹拾万零壹元整'],
    ['1010000', '壹佰零壹万元整'],
    ['10001000', '壹仟万壹仟元整'],
    ['10000100', '壹仟万零壹佰元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100001000', '壹亿零壹仟元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1000010000000', '壹万亿零壹仟万元整'],
    ['120000005.60', '壹亿贰仟万零伍元陆角整'],
    ['1000000000000', '壹万亿元整'],
    ['1000000000005', '壹万亿零伍元整'],
    ['9999999999999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['￥1,000.00', '壹仟元整'],
  ])('%s is %s', (yuan, written) => {
    expect(capitals(yuan)).toBe(written);
  });

  test('refuses what has no writing in capitals', () => {
    expect(() => capitals('-1.00')).toThrow(/negative-amount/u);
    expect(() => capitals('－1.00')).toThrow(/negative-amount/u);
    for (const bad of ['', '1.234', '12a', '1,00', '1e5']) expect(() => capitals(bad)).toThrow(/bad-amount/u);
  });

  test('read back give the amount, never two 零 in a row, and end with 整 exactly when there are no fen', () => {
    const amounts = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
      fc
        .array(fc.constantFrom('0', '0', '0', '1', '7'), { minLength: 1, maxLength: 18 })
        .map((digits) => BigInt(digits.join(''))),
    );
    fc.assert(
      fc.property(amounts, (fen) => {
        const written = capitals(formatYuan(fen));
        expect(readBack(written)).toBe(fen);
        expect(written).not.toMatch(/零零|.零元|零万|零亿/u);
        expect(written.endsWith('整')).toBe(fen % 10n === 0n);
        expect(written.endsWith('分')).toBe(fen % 10n !== 0n);
      }),
      { numRuns: 500 },
    );
  });

  test('amounts survive being written and read', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (fen) => parseYuan(formatYuan(fen)) === fen));
    expect(formatYuan(-5n)).toBe('-0.05');
  });
});
