import fc from 'fast-check';
import jsQR from 'jsqr';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertPrintable, missingCharacters } from '../../../../src-main/pdf/typeset/font-coverage.ts';
import { type FinishedPdf, type FinishOptions, finish } from '../../../../src-main/pdf/finish/finish.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { documentCode, pageCodeText, parsePageCode } from '../../../../src-main/pdf/finish/page-code.ts';
import { readToUnicode } from '../../../../src-main/pdf/finish/tounicode.ts';
import { openFont } from '../../../../src-main/pdf/typeset/font.ts';
import { escapeHtml } from '../../../../src-main/pdf/typeset/cells.ts';
import { typeset } from '../../../../src-main/pdf/typeset/typeset.ts';
import {
  AT,
  bare,
  CHROMIUM,
  chromiumPrint,
  FINGERPRINT,
  FONTS,
  fontUrl,
  has,
  judge,
  paperOf,
  pdfjsText,
  pixels,
} from '../paper-tools.ts';

/** Words whose glyphs share an outline with a Kangxi radical, which Chromium would name instead. */
const RADICALS = '方法日期用户工作人文示例见长月水火金木土口手心一二八十';
const LONG = `依照约定，${RADICALS}；电话0571-88880000，金额3,345.67元，比例99.95%。`;

const letter = paperOf([
  { kind: 'title', text: '承诺书（示例）' },
  { kind: 'addressee', text: '致：<示例> & "通信"有限公司' },
  ...Array.from({ length: 14 }, () => ({
    kind: 'item' as const,
    number: '一、',
    runs: [{ text: LONG }, { text: RADICALS, strong: 'rule' as const }],
  })),
  { kind: 'field', label: '统一社会信用代码', value: '91330100799655058B' },
  { kind: 'closing', text: '特此承诺。' },
  { kind: 'signature', zone: 'seal', label: '承诺单位（盖章）', name: '示例有限公司', date: '2026年3月1日' },
]);

const options: FinishOptions = {
  fingerprint: FINGERPRINT,
  at: AT,
  author: '示例有限公司',
  fonts: FONTS,
  attachment: { name: 'values.json', json: '{"公司":"示例有限公司"}' },
};

/** The corner with the page code at 150 dpi, in pixels: what a scan has there. */
const LOWER_LEFT = [90, 1560, 300, 194] as const;

describe('the number in the foot', { timeout: 60_000 }, () => {
  const record = (text: string, language: 'zh' | 'en' = 'zh') => ({
    ...paperOf([{ kind: 'title', text }]),
    ...({ style: 'record', language } as const),
  });
  const made = async (paper: ReturnType<typeof paperOf>, fingerprintOf?: FinishOptions['fingerprintOf']) =>
    finish(await setPlain(paper, FONTS), paper, { ...options, fingerprintOf });

  it('is one of its own for each paper and language, whatever others have the same fingerprint; a letter is known by its content', async () => {
    const papers = [record('证据目录'), record('电子数据说明'), record('证据目录', 'en')];
    const codes = await Promise.all(papers.map(async (paper) => (await made(paper)).code));
    expect(new Set(codes).size).toBe(3);
    expect((await made(record('证据目录'))).code).toBe(codes[0]);
    expect((await made(letter)).code).toBe(documentCode(FINGERPRINT));
  });

  it('says what the fingerprint is of', async () => {
    const foot = async (of?: FinishOptions['fingerprintOf']) =>
      (await pdfjsText((await made(record('证据目录'), of)).bytes)).replace(/\s/gu, '');
    // It is not the hash of the file, which a list of evidence has beside it.
    expect(await foot()).toContain('内容哈希SHA-256');
    expect(await foot()).not.toContain('文件指纹');
    expect(await foot('record')).toContain('记录哈希SHA-256');
    expect(await foot('text')).toContain('文本指纹SHA-256');
    expect(await foot('extract')).toContain('摘录内容哈希SHA-256');
    expect(await foot('ledger-end')).toContain('台账末端哈希SHA-256');
    expect(await foot('new-text')).toContain('新文本指纹SHA-256');
  });
});

/** What must hold whichever page setter made the print. */
function promises(name: string, print: () => Promise<Uint8Array>): void {
  describe(name, { timeout: 60_000 }, () => {
    let printed: Uint8Array;
    let made: FinishedPdf;
    beforeAll(async () => {
      printed = await print();
      made = await finish(printed, letter, options);
    });

    it('gives the same bytes for the same print', async () => {
      const again = await finish(printed, letter, options);
      expect(Buffer.from(again.bytes).equals(Buffer.from(made.bytes))).toBe(true);
    });

    it('finds the seal zone, 50 mm square, on the last page, and leaves no mark of it', () => {
      expect(made.zones.map(({ zone, page }) => [zone, page])).toEqual([['seal', made.pages]]);
      expect(made.zones[0]?.box.width).toBeCloseTo(50, 1);
      expect(made.zones[0]?.box.height).toBeCloseTo(50, 1);
      expect(Buffer.from(made.bytes).toString('latin1')).not.toContain('zone.invalid');
    });

    it('carries title, author, date, language, true print scale and the filled values', async () => {
      const document = await PDFDocument.load(made.bytes, { updateMetadata: false });
      expect([document.getTitle(), document.getAuthor(), document.getLanguage()]).toEqual([
        '示例文件',
        '示例有限公司',
        'zh-CN',
      ]);
      expect(document.getCreationDate()).toEqual(AT);
      expect(String(document.catalog.getOrCreateViewerPreferences().getPrintScaling())).toBe('None');
      const [attachment] = document.getAttachments();
      expect(new TextDecoder().decode(attachment?.data)).toBe('{"公司":"示例有限公司"}');
    });

    it.skipIf(!has('mutool'))(
      'reads back as typed in pdf.js and mutool, no Kangxi radical in it (needs mutool)',
      async () => {
        for (const text of [
          bare(await pdfjsText(made.bytes)),
          bare(judge('mutool', ['draw', '-q', '-F', 'txt', 'PDF'], made.bytes).text),
        ]) {
          expect(text.match(/[\u2e80-\u2fdf]/gu)).toBeNull();
          expect(text.split(RADICALS).length - 1).toBeGreaterThanOrEqual(14);
          expect(text).toContain('致：<示例>&"通信"有限公司');
          expect(text).toContain(`第1页共${made.pages}页`);
          expect(text).toContain(FINGERPRINT);
        }
      },
    );

    it.skipIf(!has('pdftoppm'))('bears a page code on every page that is read at 150 dpi (needs pdftoppm)', () => {
      for (let page = 1; page <= made.pages; page += 1) {
        const { data, width, height } = pixels(made.bytes, page, 150, 'pdftoppm', LOWER_LEFT);
        const found = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
        expect(parsePageCode(found)).toEqual({ document: documentCode(FINGERPRINT), page, pages: made.pages });
      }
    });

    it.skipIf(!has('qpdf'))('is a sound file (needs qpdf)', () => {
      expect(judge('qpdf', ['--check', 'PDF'], made.bytes).status).toBe(0);
    });

    it.skipIf(!has('pdftotext'))('keeps at least two lines of text on the seal’s page (needs pdftotext)', () => {
      const page = String(made.zones[0]?.page);
      const [before = ''] = judge('pdftotext', ['-f', page, '-l', page, '-raw', 'PDF', '-'], made.bytes).text.split(
        '承诺单位',
      );
      expect(before.trim().split('\n').length).toBeGreaterThanOrEqual(2);
    });
  });
}

promises('a plain print', () => setPlain(letter, FONTS));
if (CHROMIUM) promises('a print by Chromium', async () => chromiumPrint(typeset(letter, { fontUrl })));
else describe.skip('a print by Chromium (no Chromium here)', () => undefined);

describe('typesetting', () => {
  it('escapes everything a person or a provider wrote, and loads nothing but its fonts', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=y>&amp;\u0000\u001b';
    const html = typeset(
      paperOf([
        { kind: 'title', text: evil, subtitle: evil },
        { kind: 'heading', level: 1, number: evil, runs: [{ text: evil }], anchor: evil },
        { kind: 'item', number: evil, runs: [{ text: evil, strong: 'rule', change: 'inserted' }] },
        { kind: 'table', header: [evil], rows: [[evil]], caption: evil },
        { kind: 'field', label: evil, value: evil },
        { kind: 'contents', title: evil, entries: [{ text: evil, number: evil, level: 1, anchor: evil }] },
        { kind: 'signature', zone: evil, label: evil, name: evil, date: evil, signatory: { label: evil, name: evil } },
        { kind: 'notice', text: evil },
      ]),
      { fontUrl: () => 'app://x/"); } body { color: red' },
    );
    expect(html).not.toMatch(/<script|<img/u);
    expect(html).not.toContain('\u0000');
    expect(html).not.toContain('\u001b');
    expect(
      html.match(/(?:src|href)=?[:"(]/g)?.every((found) => found.startsWith('href') || found.startsWith('src:')),
    ).toBe(true);
    expect(html.match(/url\("/g)?.length).toBe(4);
    expect(html).not.toContain('"); }');
  });

  it('lets no mark-up through escaping', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('has the margins of the convention and a marked difference between source bold and rule bold', () => {
    const html = typeset(
      paperOf([
        {
          kind: 'paragraph',
          runs: [
            { text: '甲', strong: 'source' },
            { text: '乙', strong: 'rule' },
          ],
        },
      ]),
      { fontUrl },
    );
    // 23 mm of page margin and 5 mm in which the bar of rule bold stands: 28 mm to the text
    expect(html).toContain('margin:37mm 26mm 35mm 23mm');
    expect(html).toContain('padding-left:5mm');
    expect(html).toContain('<strong>甲</strong>');
    expect(html).toContain('<strong class="rule">乙</strong><span class="sign">※</span>');
    expect(html).toContain('barred');
  });
});

describe('characters outside the font', () => {
  it('are refused by name before anything is made', async () => {
    expect(missingCharacters('𠮷野𠮷家', FONTS)).toEqual([{ character: '𠮷', codePoint: 'U+20BB7', count: 2 }]);
    expect(() => assertPrintable('示例公司', FONTS)).not.toThrow();
    const paper = paperOf([{ kind: 'paragraph', runs: [{ text: '𠮷野' }] }]);
    await expect(setPlain(paper, FONTS)).rejects.toMatchObject({ code: 'character-not-printable' });
    await expect(finish(new Uint8Array(), paper, options)).rejects.toMatchObject({ code: 'character-not-printable' });
    await expect(finish(new Uint8Array(3), paperOf([]), options)).rejects.toMatchObject({ code: 'print-unreadable' });
  });
});

describe('page code', () => {
  it('survives writing and reading for every page of every document', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-f]{64}$/),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (fingerprint, a, b) => {
          const code = { document: documentCode(fingerprint), page: Math.min(a, b), pages: Math.max(a, b) };
          expect(parsePageCode(pageCodeText(code))).toEqual(code);
        },
      ),
    );
    expect(parsePageCode('https://example.com')).toBeUndefined();
    expect(parsePageCode('SA1/0123456789AB/3/2')).toBeUndefined();
  });
});

/** The glyph of the wide space, in the font and in a print by Chromium. */
const SPACE = openFont(FONTS.regular).glyphForCodePoint(0x3000).id;

/** A print whose map answers for glyphs, the wide space alone unless others are given, with other characters, as Chromium's does; and what a map holds. */
async function printedAs(other: string, glyphs: readonly number[] = [SPACE]) {
  const document = await PDFDocument.create();
  document.addPage();
  const hex = (code: number): string => code.toString(16).padStart(4, '0');
  const entries = glyphs.map((glyph) => `<${hex(glyph)}> <${hex(other.codePointAt(0) ?? 0)}>`);
  const cmap = `${entries.length} beginbfchar ${entries.join(' ')} endbfchar`;
  const font = document.context.obj({ Type: 'Font', BaseFont: 'AAAAAA+NotoSerifSC-Regular', Mark: 'print' });
  font.set(PDFName.of('ToUnicode'), document.context.register(document.context.stream(cmap)));
  document.context.register(font);
  const map = (finished: PDFDocument): ReadonlyMap<number, string> | undefined => {
    const [stream] = finished.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFDict) || object.get(PDFName.of('Mark')) !== PDFName.of('print')) return [];
      const found = finished.context.lookup(object.get(PDFName.of('ToUnicode')));
      return found instanceof PDFRawStream ? [found] : [];
    });
    return stream && readToUnicode(new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()));
  };
  return { document, map };
}

describe('ToUnicode maps', () => {
  it('are read in both of their forms', () => {
    const map = readToUnicode(
      '1 beginbfchar <0001> <2F45> endbfchar 2 beginbfrange <0002> <0004> <4E00> <0005> <0006> [<65B9> <D842DFB7>] endbfrange',
    );
    expect([...map]).toEqual([
      [1, '⽅'],
      [2, '一'],
      [3, '丁'],
      [4, '丂'],
      [5, '方'],
      [6, '𠮷'],
    ]);
  });

  it('name the room of a day left to be written by hand as it was set, though it is no word of the paper', async () => {
    const paper = paperOf([{ kind: 'signature', zone: 'seal', label: '发函单位（盖章）', name: '示例公司', date: '' }]);
    expect(JSON.stringify(paper)).not.toContain('\u3000');
    const { document, map } = await printedAs('\u2003');
    const made = await finish(await document.save(), paper, {
      fingerprint: FINGERPRINT,
      at: AT,
      author: '示例公司',
      fonts: FONTS,
    });
    expect(map(await PDFDocument.load(made.bytes))).toEqual(new Map([[SPACE, '\u3000']]));
  });

  it('name the figures of an English page, whose glyphs Chromium knows by no character', async () => {
    const paper = {
      ...paperOf([{ kind: 'paragraph', runs: [{ text: 'Your notice of 20 November' }] }]),
      language: 'en' as const,
    };
    const figures = openFont(FONTS.regular)
      .layout('20', {}, 'latn')
      .glyphs.map(({ id }) => id);
    const nameless = 1;
    const { document, map } = await printedAs('\0', [...figures, nameless]);
    const made = await finish(await document.save(), paper, options);
    const found = map(await PDFDocument.load(made.bytes));
    expect(figures.map((glyph) => found?.get(glyph))).toEqual(['2', '0']);
    // What is no figure's stays without a name.
    expect(found?.get(nameless)).toBe('\0');
  });
});
