import { describe, expect, test } from 'vitest';
import { invoiceWords } from '../../../../src-main/term/invoice/invoice-words.ts';

const face = (...lines: readonly string[]) => invoiceWords({ lines: lines.map((text) => ({ text })) });

describe('the printed face of an invoice', () => {
  test('is read line by line by its labels', () => {
    expect(
      face(
        '电子发票（普通发票）        发票号码：26332000000087654321',
        '开票日期：2026年03月05日',
        '购 名  称：示例甲公司      销 名  称：示例乙公司',
        '*信息服务*云主机 折扣率10%  100.00  6%  6.00',
        '合     计     ¥100.00     ¥6.00',
        '价税合计（大写） 壹佰零陆圆整   （小写）¥106.00',
      ),
    ).toEqual({
      kind: 'electronic-ordinary',
      number: '26332000000087654321',
      issuedOn: '2026-03-05',
      buyer: '示例甲公司',
      seller: '示例乙公司',
      net: '100.00',
      tax: '6.00',
      total: '106.00',
      rates: ['6%'],
    });
  });

  test('of a red-letter one has its minus on either side of the sign', () => {
    expect(face('（小写）¥-106.00')).toEqual({ total: '-106.00', red: true });
    expect(face('（小写）-¥106.00')).toEqual({ total: '-106.00', red: true });
  });

  test.each(['−106.00', '¥−106.00', '－106.00', '–¥106.00', '(106.00)', '（¥106.00）'])(
    'takes back however its minus is printed: %s',
    (total) => {
      expect(face(`（小写）${total}`)).toEqual({ total: '-106.00', red: true });
    },
  );

  test('that says it is a red letter takes back whether or not its amounts have a minus', () => {
    const lines = [
      '被红冲蓝字数电发票号码：26332000000012340001',
      '合     计     ¥100.00     ¥6.00',
      '价税合计：106.00',
    ];
    expect(face(...lines)).toEqual({ net: '-100.00', tax: '-6.00', total: '-106.00', red: true });
    const fields = [
      ['是否蓝字发票', '否'],
      ['价税合计', '"-1,060.00"'],
    ] as const;
    expect(invoiceWords({ lines: [], fields })).toEqual({ total: '-1060.00', red: true });
    expect(invoiceWords({ lines: [], fields: [fields[0], ['价税合计', '1,060.00']] })).toMatchObject({
      total: '-1060.00',
    });
  });

  test('joins nothing across lines, reads no part of an amount and no day that does not exist', () => {
    expect(face('合计金额：', '106.00')).toEqual({});
    expect(face('合计金额：106.005')).toEqual({});
    expect(face('开票日期：2026年02月30日')).toEqual({});
  });

  test('of the former kinds says whether it is a special one', () => {
    const former = ['发票代码：033002200113', '发票号码：87654321'];
    expect(face('示例省增值税电子普通发票', ...former).kind).toBe('former-electronic');
    expect(face('示例省增值税电子专用发票', ...former).kind).toBe('former-electronic');
    expect(face('示例省增值税专用发票', '发票代码：3300221130', '发票号码：87654321').kind).toBe('paper-special');
  });

  // Hundreds of blanks took the former pattern half a minute; a second is far above what a line takes.
  test('takes no time, however many blanks and labels a file is made of', () => {
    const blanks = ' '.repeat(4000);
    const started = performance.now();
    for (const label of ['合计', '(小写)', '合计金额:', '名称:', '价税合计:', '纳税人识别号:', '发票号码:', '税率'])
      for (const filler of [
        blanks,
        '\t \u3000'.repeat(2000),
        label.repeat(1000),
        `${label}¥ - `.repeat(500),
        '-,'.repeat(2000),
      ])
        face(`${label}${filler}`, `${label}${filler}x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
