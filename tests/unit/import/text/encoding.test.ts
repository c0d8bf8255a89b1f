import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { canonicalEncoding, decode } from '../../../../src-main/import/text/encoding.ts';

const SIMPLIFIED =
  '第一条 甲方应当在收到通知之日起三十日内支付服务费用；逾期未付的，每日按照应付金额的千分之三支付违约金。\n第二条 本合同的订立、效力与争议的解决适用中国法律。\n';
const TRADITIONAL =
  '第一條 甲方應於收到通知之日起三十日內支付服務費用；逾期未付者，每日按應付金額之千分之三給付違約金。\n第二條 本契約之成立、效力及爭議之解決，適用有關法律。\n';
const ENGLISH =
  'The “Service” is provided “as is” — without the Customer’s consent nothing changes. §4.2 © Café Zürich\r\n';

describe('the encoding of a text', () => {
  test.each([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['gb18030', TRADITIONAL],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', 'Plain English terms of service.\n'],
    ['utf-16be', 'Plain English terms of service.\n'],
    ['windows-1252', ENGLISH],
    ['gb18030', '甲方：上海某某网络科技有限公司'],
    [
      'gb18030',
      `Service level agreement for enterprise customers, version 2. ${'Nothing else in here is Chinese. '.repeat(40)}服务等级协议`,
    ],
  ])('is told without a mark: %s', (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toEqual({ text, encoding, damaged: 0 });
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('is told by its mark, which is no part of the text: %s', (encoding) => {
    const bytes = iconv.encode(SIMPLIFIED, encoding, { addBOM: true });
    expect(decode(bytes)).toEqual({ text: SIMPLIFIED, encoding, damaged: 0 });
  });

  test('can be chosen, by any of its names', () => {
    const bytes = iconv.encode(TRADITIONAL, 'big5');
    expect(decode(bytes, 'Big5-HKSCS').text).toBe(TRADITIONAL);
    expect(decode(bytes, 'GBK').encoding).toBe('gb18030');
    expect(decode(iconv.encode('日本語の契約', 'shift_jis'), 'Shift_JIS').text).toBe('日本語の契約');
    expect(canonicalEncoding(' GB2312 ')).toBe('gb18030');
    expect(() => decode(bytes, 'no-such-thing')).toThrowError(/encoding-unknown/);
  });

  test('a few broken bytes in a UTF-8 text are counted and leave the rest readable', () => {
    const bytes = Buffer.concat([Buffer.from(SIMPLIFIED), Buffer.from([0xe6, 0x9c]), Buffer.from('\nend')]);
    expect(decode(bytes)).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  test('noise is refused rather than shown', () => {
    expect(() =>
      decode(Uint8Array.from({ length: 4001 }, (_, index) => ((index * 7919 + (index >> 3) * 104729) % 251) | 128)),
    ).toThrowError(/undecodable/);
  });

  test('what a page declares is believed only where the bytes allow it', () => {
    expect(decode(Buffer.from(SIMPLIFIED), undefined, 'gb2312').encoding).toBe('utf-8');
    expect(decode(iconv.encode('日本語の契約書です', 'shift_jis'), undefined, 'shift_jis').text).toBe(
      '日本語の契約書です',
    );
  });

  test('every character survives: NUL, lone surrogates, mixed line ends', () => {
    const mixed = 'a\0b\r\nc\rd\n甲\u2028乙';
    expect(decode(Buffer.from(mixed)).text).toBe(mixed);
    const lone = Buffer.from(`第一条\ud800甲方应当\r\n支付`, 'utf16le');
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), lone]))).toEqual({
      text: '第一条\ud800甲方应当\r\n支付',
      encoding: 'utf-16le',
      damaged: 1,
    });
  });

  test('any text that is well-formed comes back from UTF-8 as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !/\0/.test(text));
        expect(decode(Buffer.from(text)).text).toBe(text);
      }),
    );
  });
});
