import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { countCharacters } from '../../../src-main/agreement/coverage.ts';
import { command } from '../../../src-main/cli/read.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { buildDocx, paragraph, run } from './build-docx.ts';
import { buildPdf } from './build-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-coverage-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a text is as long as its letters and digits, each Chinese character being one', () => {
  expect(countCharacters('付款期限为 30 日。')).toBe(8);
  expect(countCharacters('The fee is 3.5 per cent')).toBe(17);
  expect(countCharacters('——，。 \t')).toBe(0);
  expect(countCharacters('Ⅳ')).toBe(countCharacters('IV'));
});

describe('what was read of a source', () => {
  test('of plain text and Markdown is its body', async () => {
    const plain = await importSource(utf8('第一条 付款\n按月付款。'), 'a.txt');
    expect(plain.coverage).toEqual([{ part: 'body', kind: 'body', state: 'text', words: 9 }]);
    expect(plain.suspicions).toBeUndefined();
    const marked = await importSource(utf8('# 条款\n\n- **付款**'), 'a.md');
    expect(marked.coverage).toEqual([{ part: 'body', kind: 'body', state: 'text', words: 4 }]);
  });

  test('of a page tells hidden and struck words by their place, and what its frame held', async () => {
    const html =
      '<html><body><nav>首页 产品</nav><main><p>第一条 付款期限为三十日。</p><p style="display:none">另付押金</p>' +
      '<p>第二条 <del>退款</del>不退款。</p><img alt="盖章"></main></body></html>';
    const { coverage, suspicions } = await importSource(utf8(html), 'a.html');
    expect(coverage).toEqual([
      expect.objectContaining({ part: 'body', state: 'text' }),
      expect.objectContaining({ part: 'page frame', kind: 'frame', state: 'unread', words: 4 }),
      expect.objectContaining({ part: 'hidden text', state: 'hidden', words: 4 }),
      expect.objectContaining({ part: 'deleted text', state: 'hidden', words: 2 }),
      {
        part: 'pictures (1)',
        kind: 'picture',
        state: 'picture-unread',
        words: 0,
        why: sentence('import.left-out.pictures', { pictures: 1 }),
      },
    ]);
    expect(suspicions).toEqual([
      {
        id: 'hidden-text-1',
        kind: 'hidden-text',
        part: 'hidden text',
        lines: [1, 1],
        read: '另付押金',
        cause: sentence('import.cause.display'),
      },
      { id: 'struck-1', kind: 'struck', part: 'deleted text', lines: [2, 2], read: '退款' },
    ]);
  });

  test('of a Word file names who struck and who put in, and when', async () => {
    const by = 'w:author="对方法务" w:date="2026-11-01T02:00:00Z"';
    const body =
      `${paragraph(
        '第一条 付款',
      )}<w:p>${run('期限为')}<w:del ${by}><w:r><w:delText>三十</w:delText></w:r></w:del><w:ins ${by}>${run('六十')}</w:ins>${run('日')}</w:p>` +
      `<w:ins ${by}>${paragraph('第二条 新增。')}</w:ins>`;
    const { coverage, suspicions } = await importSource(buildDocx({ body, header: paragraph('示例条款') }), 'a.docx');
    const said = { who: '对方法务', when: '2026-11-01T02:00:00Z' };
    expect(suspicions).toEqual([
      { id: 'struck-1', kind: 'struck', part: 'deleted text', lines: [1, 1], read: '三十', ...said },
      { id: 'inserted-1', kind: 'inserted', part: 'body', lines: [1, 1], seen: '六十', read: '六十', ...said },
      expect.objectContaining({ id: 'inserted-2', kind: 'inserted', lines: [2, 2], ...said }),
    ]);
    expect(coverage).toEqual([
      expect.objectContaining({ part: 'body', words: 16 }),
      expect.objectContaining({ part: 'deleted text', state: 'hidden', words: 2 }),
      expect.objectContaining({ part: 'headers and footers', kind: 'header', state: 'unread', words: 4 }),
    ]);
  });

  test('of a PDF is told page by page', async () => {
    const pdf = await buildPdf((pen) => {
      pen.page().write('第一条 按月付款，逾期按日计算违约金。', 80, 100);
      pen.page().write('第二条 另行约定。', 80, 100);
    });
    const { coverage } = await importSource(pdf, 'a.pdf');
    expect(coverage).toMatchObject([
      { part: 'page 1', page: 1, kind: 'page', state: 'text', words: 16 },
      { part: 'page 2', page: 2, kind: 'page', state: 'text', words: 7 },
    ]);
  });

  test('stands in what the command prints, with the reasons in words', async () => {
    const file = join(folder, 'a.html');
    writeFileSync(file, '<main><p>第一条 付款。</p><p hidden>另付押金</p></main>');
    const printed: string[] = [];
    const print = (text: string): void => void printed.push(text);
    await command.run({ args: [file], json: true, language: 'zh', now: () => new Date(), print });
    const why = say(sentence('import.left-out.hidden-text'), 'zh');
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      coverage: [{ part: 'body' }, { part: 'hidden text', state: 'hidden', why }],
      suspicions: [{ kind: 'hidden-text', read: '另付押金' }],
    });
  });
});
