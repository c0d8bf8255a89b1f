import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../gb2312.ts';
import { missingCharacters } from '../../../../src-main/pdf/typeset/font-coverage.ts';
import { finish } from '../../../../src-main/pdf/finish/finish.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { IN_BRACKETS } from '../../../../src-main/pdf/kept-together.ts';
import { breakLines } from '../../../../src-main/pdf/plain/lines.ts';
import { AT, bare, FINGERPRINT, FONTS, has, judge, paperOf, pdfjsText, textWidth } from '../paper-tools.ts';

const em = (character: string): number => (/[\u0020-\u00ff]/.test(character) ? 0.5 : 1);
const width = (character: string, _weight: unknown, size: number): number => em(character) * size;

const chinese = fc
  .array(
    fc.constantFrom(
      ...'协议条款服务商客户应当在三十日内通知对方，。、；：？！（）《》“”…—',
      '2026',
      'SHA-256',
      ' ',
      '99.95%',
    ),
    { minLength: 1, maxLength: 90 },
  )
  .map((pieces) => pieces.join(''));

describe('line breaking', () => {
  it('keeps every character, stays inside the measure and follows 避头尾', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 12, max: 40 }), (text, ems) => {
        const lines = breakLines([{ text }], { size: 10, measure: ems * 10, indent: 20, width });
        const written = lines.map(({ segments }) => segments.map((segment) => segment.text).join(''));
        expect(bare(written.join(''))).toBe(bare(text));
        written.forEach((line, index) => {
          const long = [...line].reduce((sum, character) => sum + em(character), index === 0 ? 2 : 0);
          const hanging = /[、。，．：；！？）》”]$/u.test(line) ? 0.5 : 0;
          if (!/^[）》”、。，；：？！…—]*.{0,3}$/u.test(line)) expect(long - hanging).toBeLessThanOrEqual(ems + 0.01);
        });
      }),
    );
  });

  it('a heading of a table breaks before its bracket, not within it', () => {
    const set = (text: string, ems: number, bracket?: RegExp) => {
      const whole =
        bracket &&
        ((words: string) => [...words.matchAll(bracket)].map(({ index, 0: each }) => ({ index, text: each })));
      return breakLines([{ text }], { size: 10, measure: ems * 10, width, whole }).map(({ segments }) =>
        segments.map((each) => each.text).join(''),
      );
    };
    expect(set('月租（美元/台）', 6)).toEqual(['月租（美元/', '台）']);
    expect(set('月租（美元/台）', 6, IN_BRACKETS)).toEqual(['月租', '（美元/台）']);
    // What finds no room on a line breaks all the same.
    expect(set('月租（美元/台）', 3, IN_BRACKETS).join('')).toBe('月租（美元/台）');
  });

  it('starts no line with closing punctuation and ends none with an opening bracket in ordinary text', () => {
    const text = '依照《示例服务协议》第三条（费用），客户应当付款；逾期的，按日计收违约金。'.repeat(6);
    for (let ems = 14; ems <= 40; ems += 1) {
      const lines = breakLines([{ text }], { size: 10, measure: ems * 10, width }).map(({ segments }) =>
        segments.map((each) => each.text).join(''),
      );
      for (const line of lines) expect(line).not.toMatch(/^[、。，；：？！）》]|[（《]$/u);
    }
  });

  it('prints no box for a tab, a soft hyphen or a foreign line end', () => {
    const lines = breakLines([{ text: '甲\t乙\u00ad丙\r\n丁\u200b\ufeff戊' }], { size: 10, measure: 400, width });
    expect(lines.map(({ segments }) => segments.map((each) => each.text).join(''))).toEqual(['甲 乙丙', '丁戊']);
  });

  it('sets the apostrophe and quotation marks of an English paper narrow, and those of a Chinese one wide', async () => {
    const words = 'The provider’s “notice”';
    const widthIn = async (language: 'zh' | 'en') => {
      const pdf = await setPlain({ ...paperOf([{ kind: 'paragraph', runs: [{ text: words }] }]), language }, FONTS);
      const text = await pdfjsText(pdf);
      expect(text.replace(/\s/gu, '')).toContain(words.replace(/\s/gu, ''));
      return textWidth(pdf);
    };
    expect(await widthIn('en')).toBeLessThan((await widthIn('zh')) * 0.9);
  });

  it('breaks no number and no word', () => {
    const lines = breakLines([{ text: '电话0571-88880000、金额3,345.67元、SHA-256摘要'.repeat(4) }], {
      size: 10,
      measure: 130,
      width,
    });
    const written = lines.map(({ segments }) => segments.map((each) => each.text).join('')).join('|');
    expect(written).not.toMatch(/[\d,.-]\|[\d,.-]|[A-Z-]\|[A-Z\d-]/);
  });
});

describe('the plain page setter', () => {
  const items = Array.from(
    { length: 40 },
    (_, index) => `第${index + 1}项：我司将按照约定的用途使用线路，并在收到书面通知后配合完成核查。`,
  );

  it('leaves no page that carries only the seal, at any length of the letter', { timeout: 60_000 }, async () => {
    for (let count = 1; count <= 12; count += 1) {
      const letter = paperOf([
        { kind: 'title', text: '承诺书' },
        ...items
          .slice(0, count)
          .map((text) => ({ kind: 'item' as const, number: '一、', runs: [{ text: text.repeat(2) }] })),
        { kind: 'closing', text: '特此承诺。' },
        { kind: 'signature', zone: 'seal', label: '承诺单位（盖章）', name: '示例有限公司', date: '2026年3月1日' },
      ]);
      const { bytes, zones } = await finish(await setPlain(letter, FONTS), letter, {
        fingerprint: FINGERPRINT,
        at: AT,
        author: '示例',
        fonts: FONTS,
      });
      const page = zones[0]?.page ?? 0;
      expect(zones[0]?.box.width).toBeCloseTo(50, 1);
      if (!has('pdftotext')) continue;
      const text = judge('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-raw', 'PDF', '-'], bytes).text;
      const [before = ''] = text.split('承诺单位');
      expect(before.trim().split('\n').length).toBeGreaterThanOrEqual(3);
    }
  });

  it.skipIf(!has('pdftotext'))(
    'repeats a table’s header on each page and numbers the contents (needs pdftotext)',
    async () => {
      const register = paperOf(
        [
          { kind: 'contents', title: '目录', entries: [{ number: '1', text: '末页', level: 1, anchor: 'end' }] },
          { kind: 'table', header: ['序号', '摘要内容'], rows: items.map((text, index) => [`${index + 1}`, text]) },
          { kind: 'heading', level: 1, number: '1', runs: [{ text: '末页' }], anchor: 'end' },
        ],
        'record',
      );
      const { bytes, pages } = await finish(await setPlain(register, FONTS), register, {
        fingerprint: FINGERPRINT,
        at: AT,
        author: '示例',
        fonts: FONTS,
      });
      const text = bare(await pdfjsText(bytes));
      expect(text.split('摘要内容').length - 1).toBe(pages - 1);
      expect(bare(judge('pdftotext', ['-l', '1', '-raw', 'PDF', '-'], bytes).text)).toMatch(new RegExp(`末页${pages}`));
    },
  );

  it.skipIf(!has('mutool'))(
    'writes text that mutool and pdf.js read back as typed, GB2312 whole (needs mutool)',
    { timeout: 60_000 },
    async () => {
      const text = coverageOf('full');
      expect(missingCharacters(text, FONTS)).toEqual([]);
      const paper = paperOf(
        [
          {
            kind: 'paragraph',
            runs: [{ text: text.slice(0, 4000) }, { text: text.slice(4000), strong: 'source' }],
            indent: false,
          },
        ],
        'record',
      );
      const bytes = await setPlain(paper, FONTS);
      expect(bare(judge('mutool', ['draw', '-q', '-F', 'txt', 'PDF'], bytes).text) === bare(text)).toBe(true);
      expect(bare(await pdfjsText(bytes)) === bare(text)).toBe(true);
    },
  );
});
