import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { MarkedText } from '../../../../src-main/agreement/model.ts';
import { readPdf } from '../../../../src-main/import/pdf/pdf.ts';
import { buildPdf, fontFile } from '../build-pdf.ts';

const texts = ({ lines }: MarkedText): readonly string[] => lines.map(({ text }) => text);
const codeOf = async (read: Promise<unknown>): Promise<unknown> =>
  read.then(
    () => undefined,
    (error: unknown) => (error as { code?: string }).code,
  );
/** Three lines of full width: what tells where the right margin is. */
const WIDE = '双方应当按照本协议的约定履行各自的义务并承担相应的费用与责任以及';

describe('paragraphs', () => {
  test('wrapped Chinese lines join without a space, the next item starts a new line', async () => {
    const bytes = await buildPdf(({ page }) => {
      const { write } = page();
      write('服务协议', 250, 60);
      write(`1.1 ${WIDE}`.slice(0, 34), 100, 90);
      write(WIDE.slice(0, 33), 90, 108);
      write('结束。', 90, 126);
      write('1.2 另一项约定。', 90, 144);
      write(WIDE.slice(0, 33), 90, 172);
      write('第二条 费用', 90, 190);
    });
    const lines = texts(await readPdf(bytes));
    expect(lines[0]).toBe('服务协议');
    expect(lines[1]).toBe(`${`1.1 ${WIDE}`.slice(0, 34)}${WIDE.slice(0, 33)}结束。`);
    expect(lines.slice(2)).toEqual(['1.2 另一项约定。', WIDE.slice(0, 33), '第二条 费用']);
  });

  test('English joins with a space; a word divided at the line end is made whole, a hyphenated one keeps its hyphen', async () => {
    const bytes = await buildPdf(({ page, latin }) => {
      const { write } = page();
      const rows = [
        'The Provider may suspend the Services with notice to the other and termi-',
        'nation shall take effect when the third party has been told, but any third-',
        'party claim that arises before that day survives and shall be settled between',
        'the parties.',
        'A new paragraph begins here.',
      ];
      rows.forEach((row, index) => write(row, 72, 100 + index * 16 + (index === 4 ? 16 : 0), latin));
      write('Any third-party audit is paid by the side that asks for it.', 72, 220, latin);
    });
    const lines = texts(await readPdf(bytes));
    expect(lines[0]).toBe(
      'The Provider may suspend the Services with notice to the other and termination shall take effect when the third party has been told, but any third-party claim that arises before that day survives and shall be settled between the parties.',
    );
    expect(lines[1]).toBe('A new paragraph begins here.');
  });

  test('lines carry their page and are never joined over its end', async () => {
    const bytes = await buildPdf(({ page }) => {
      for (const number of [1, 2]) {
        const { write } = page();
        write('某某云服务协议', 90, 40, undefined, 9);
        for (let row = 0; row < 4; row++) write(WIDE.slice(0, 33), 90, 100 + row * 18);
        write(`第 ${number} 页 共 2 页`, 270, 800, undefined, 9);
      }
    });
    const { lines } = await readPdf(bytes);
    expect(lines.map(({ page }) => page)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(lines[0]?.text).toBe('某某云服务协议');
    expect(lines[5]?.text).toBe('第 2 页 共 2 页');
  });
});

describe('columns', () => {
  test('of prose are read one after the other', async () => {
    const row = (side: string, index: number): string => `${side}栏第${index}行文字一直写到栏的右边界为止`;
    const bytes = await buildPdf(({ page }) => {
      const { write } = page();
      write('通栏标题占满整个页面的宽度用来表示分栏之前的内容', 90, 60);
      for (let index = 0; index < 10; index++) {
        write(row('左', index), 60, 100 + index * 18);
        write(row('右', index), 310, 100 + index * 18);
      }
    });
    const text = texts(await readPdf(bytes)).join('');
    expect(text.indexOf('左栏第9行')).toBeLessThan(text.indexOf('右栏第0行'));
    expect(text.indexOf('通栏标题')).toBe(0);
  });
});

describe('fonts without a Unicode map', () => {
  /** A page whose font names the predefined map GBK-EUC-H and embeds nothing, as older Chinese programs wrote them. */
  const unmapped = (): Uint8Array => {
    const codes = iconv.encode('第一条 甲方应当支付服务费用。', 'gb18030').toString('hex');
    const content = `BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`;
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    ];
    const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
    return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Size 8 /Root 1 0 R >>\n%%EOF`);
  };

  test('are read by the character maps that the product ships, and refused as unreadable without them', async () => {
    expect(texts(await readPdf(unmapped()))).toEqual(['第一条 甲方应当支付服务费用。']);
    expect(await codeOf(readPdf(unmapped(), { resources: '/nowhere' }))).toBe('pdf-unreadable-text');
  });
});

describe('printed by Chromium', () => {
  const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );

  test.skipIf(chromium === undefined)(
    'every paragraph comes back whole, bold and tables too (needs Chromium)',
    // Beside other work a browser may take a minute to start; the reading itself takes a moment.
    { timeout: 240_000 },
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'assent-print-'));
      const face = (name: Parameters<typeof fontFile>[0], weight: string): string => {
        writeFileSync(path.join(folder, `${weight}.ttf`), fontFile(name));
        return `@font-face{font-family:S;font-weight:${weight};src:url(${weight}.ttf)}`;
      };
      const style = `${face('400Regular/NotoSerifSC_400Regular', 'normal')}${face('700Bold/NotoSerifSC_700Bold', 'bold')}body{font:12pt/1.6 S;text-align:justify}p{margin:0;text-indent:2em}td{border:1px solid}.clip{border-radius:9px;overflow:hidden;box-shadow:0 2px 8px #999}.dark{border-radius:99px;background:#234;color:#fff}.fade{background:linear-gradient(90deg,#fff,#ccd)}`;
      const clauses = Array.from(
        { length: 8 },
        (_, index) => `1.${index + 1} ${`用户方应当遵守第${index}项约定，`.repeat(3 + index)}并承担责任。`,
      );
      const body = `${clauses.map((clause) => `<p>${clause.replace('并承担责任', '<b>$&</b>')}</p>`).join('')}<table><tr><td>可用性<td>赔偿<tr><td>低于99%<td>15%</table><div class=clip><p class=dark>深底圆角中的白字。</p></div><p class=fade>渐变底上的文字有效。<s>无</s></p>`;
      writeFileSync(path.join(folder, 'a.html'), `<!doctype html><meta charset=utf-8><style>${style}</style>${body}`);
      const switches = [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--allow-file-access-from-files',
        '--no-pdf-header-footer',
        '--no-first-run',
        '--disable-extensions',
        '--disable-background-networking',
        '--disable-component-update',
      ];
      execFileSync(
        chromium ?? '',
        [
          ...switches,
          `--user-data-dir=${path.join(folder, 'profile')}`,
          `--print-to-pdf=${path.join(folder, 'a.pdf')}`,
          path.join(folder, 'a.html'),
        ],
        { stdio: 'ignore' },
      );
      const { lines, suspicions } = await readPdf(new Uint8Array(readFileSync(path.join(folder, 'a.pdf'))));
      rmSync(folder, { recursive: true, force: true });
      expect(lines.map(({ text }) => text)).toEqual([
        ...clauses,
        '可用性\t赔偿',
        '低于99%\t15%',
        '深底圆角中的白字。',
        '渐变底上的文字有效。',
      ]);
      expect(suspicions).toMatchObject([{ kind: 'struck', read: '无' }]);
      expect(
        lines.slice(0, 8).map(({ text, emphasis }) => emphasis.map(({ start, end }) => text.slice(start, end)).join()),
      ).toEqual(clauses.map(() => '并承担责任'));
    },
  );
});

describe('look', () => {
  test('bold by font, by stroking and by drawing twice; underline by a stroke; a stroke under nothing is a blank', async () => {
    const bytes = await buildPdf(({ page, bold, latinBold, latin }) => {
      const { write, rule } = page();
      write('甲方承担', 90, 100);
      write('全部责任', 138, 100, bold);
      write('Liability is', 90, 130, latin);
      write('excluded', 150, 130, latinBold);
      write('重复描绘', 90, 160);
      write('重复描绘', 90.3, 160);
      write('乙方应当遵守', 90, 190);
      rule(114, 192, 162, 192);
      write('甲方：', 90, 220);
      rule(126, 222, 260, 222);
      write('日期：', 270, 220);
    });
    const { lines } = await readPdf(bytes);
    const marked = lines.map(({ text, emphasis }) =>
      emphasis.map(({ start, end, strong }) => `${strong ? 'B' : 'U'}${text.slice(start, end)}`).join(),
    );
    expect(marked).toEqual(['B全部责任', 'Bexcluded', 'B重复描绘', 'U应当遵守', '']);
    expect(lines[2]?.text).toBe('重复描绘');
    expect(lines[4]?.text).toBe('甲方：____ 日期：');
  });

  test('radical code points become the characters people mean', async () => {
    const bytes = await buildPdf(({ page }) => page().write('甲⽅与⼄⽅的⾦额', 90, 100));
    expect(texts(await readPdf(bytes))).toEqual(['甲方与乙方的金额']);
  });
});

describe('tables', () => {
  const rows = [
    ['可用性', '赔偿'],
    ['低于99.95%但等于或高于99.00%', '15%'],
    ['低于99.00%', '30%'],
  ] as const;

  test('with rules: every cell once, wrapped words joined', async () => {
    const bytes = await buildPdf(({ page }) => {
      const { write, rule } = page();
      write('赔偿标准如下：', 90, 80);
      rows.forEach(([left, right], index) => {
        const top = 100 + index * 40;
        write(left.slice(0, 12), 96, top + 16);
        if (left.length > 12) write(left.slice(12), 96, top + 32);
        write(right, 306, top + 16);
      });
      for (let index = 0; index <= 3; index++) rule(90, 100 + index * 40, 400, 100 + index * 40);
      for (const x of [90, 300, 400]) rule(x, 100, x, 220);
      write('以上。', 90, 260);
    });
    const { lines } = await readPdf(bytes);
    expect(lines.map(({ cells, text }) => cells ?? text)).toEqual(['赔偿标准如下：', ...rows, '以上。']);
    expect(new Set(lines.slice(1, 4).map(({ table }) => table))).toEqual(new Set([1]));
  });

  test('without rules, by their columns; a numbered list is none', async () => {
    const bytes = await buildPdf(({ page }) => {
      const { write } = page();
      rows.forEach(([left, right], index) => {
        write(left, 90, 100 + index * 24);
        write(right, 330, 100 + index * 24);
      });
      ['一、', '二、', '三、', '四、'].forEach((mark, index) => {
        write(mark, 90, 240 + index * 24);
        write(`第${index}项说明`, 140, 240 + index * 24);
      });
    });
    const { lines } = await readPdf(bytes);
    expect(lines.slice(0, 3).map(({ cells }) => cells)).toEqual(rows);
    expect(lines.slice(3).map(({ cells, text }) => cells ?? text)).toEqual([
      '一、 第0项说明',
      '二、 第1项说明',
      '三、 第2项说明',
      '四、 第3项说明',
    ]);
  });
});

describe('what is refused, and what is noted', () => {
  test('damaged, empty, scanned', async () => {
    const good = await buildPdf(({ page }) => page().write('正文', 90, 100));
    expect(await codeOf(readPdf(new TextEncoder().encode('%PDF-1.7\nnothing here')))).toBe('pdf-corrupt');
    expect(await codeOf(readPdf(good.slice(0, 200)))).toBe('pdf-corrupt');
    const scan = await buildPdf(async ({ document, page }) => {
      const png = await document.embedPng(
        'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      );
      page().page.drawImage(png, { x: 0, y: 0, width: 595, height: 842 });
    });
    expect(await codeOf(readPdf(scan))).toBe('pdf-image-only');
    expect(await codeOf(readPdf(await buildPdf(({ page }) => void page())))).toBe('no-text');
  });

  test('a watermark drawn at an angle stays out of the lines', async () => {
    const bytes = await buildPdf(async ({ page, latin }) => {
      const { degrees } = await import('pdf-lib');
      const sheet = page();
      sheet.write('正文内容', 90, 100);
      sheet.page.drawText('CONFIDENTIAL', { x: 200, y: 300, size: 60, font: latin, rotate: degrees(45) });
    });
    const marked = await readPdf(bytes);
    expect(texts(marked)).toEqual(['正文内容']);
    expect(marked.notes.map(({ code }) => code)).toEqual(['watermark']);
  });

  test('a password that only restricts printing is no obstacle, one that locks is', async () => {
    const build = async (userPassword: string): Promise<Uint8Array> => {
      const { PDFDocument } = await import('pdf-lib');
      const document = await PDFDocument.load(await buildPdf(({ page }) => page().write('正文', 90, 100)));
      document.encrypt({ userPassword, ownerPassword: 'owner', permissions: { printing: 'lowResolution' } });
      return document.save({ useObjectStreams: false });
    };
    expect(await codeOf(readPdf(await build('locked')))).toBe('pdf-encrypted');
    expect(texts(await readPdf(await build('')))).toEqual(['正文']);
  });
});
