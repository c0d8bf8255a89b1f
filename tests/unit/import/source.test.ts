import { say, sentence as sentenceOf, type Sentence } from '../../../src-main/agreement/sentence.ts';
import { Buffer } from 'node:buffer';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '../../../src-main/import/guard/limits.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { importInWorker } from '../../../src-main/import/guard/worker.ts';
import { buildDocx, paragraph } from './build-docx.ts';
import { buildPdf } from './build-pdf.ts';

const refusalOf = async (read: Promise<unknown>): Promise<{ code: string; sentence: Sentence; next: Sentence }> =>
  read.then(
    () => ({ code: '', sentence: { zh: '', en: '' }, next: { zh: '', en: '' } }),
    (error: unknown) => error as never,
  );
const code = async (bytes: Uint8Array, name = 'file'): Promise<string> =>
  (await refusalOf(importSource(bytes, name))).code;

describe('the format', () => {
  test('is told by content, whatever the name says', async () => {
    const docx = buildDocx({ body: paragraph('正文') });
    const pdf = await buildPdf(({ page }) => page().write('正文', 90, 100));
    expect((await importSource(docx, 'terms.txt')).format).toBe('docx');
    expect((await importSource(pdf, 'terms.docx')).format).toBe('pdf');
    expect((await importSource(Buffer.from('<!DOCTYPE html><p>正文</p>'), 'terms.txt')).format).toBe('html');
    expect((await importSource(Buffer.from('用 <p> 标签写的正文</p>不是网页'), 'a.txt')).format).toBe('text');
    expect((await importInWorker(Buffer.from('# 标题\n\n正文'), 'terms.md')).format).toBe('markdown');
    expect((await importSource(Buffer.from('第一条 正文'), 'terms')).format).toBe('text');
  });

  test('a page in GB18030 that declares its charset', async () => {
    const page = iconv.encode(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>服务条款</p></html>',
      'gb18030',
    );
    expect(await importSource(page, 'a.htm')).toMatchObject({
      format: 'html',
      encoding: 'gb18030',
      lines: [{ text: '服务条款' }],
    });
  });

  test('a web archive of one file, as browsers save it', async () => {
    const body = Buffer.from('<html><p>服务条款=适用</p></html>').toString('base64');
    const archive = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/css\r\n\r\np{}\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n----x--\r\n`;
    expect((await importSource(Buffer.from(archive), 'a.mhtml')).lines[0]?.text).toBe('服务条款=适用');
  });
});

describe('refusals', () => {
  test('name the cause', async () => {
    expect(await code(new Uint8Array())).toBe('file-empty');
    expect(await code(new Uint8Array(MAX_SOURCE_BYTES + 1))).toBe('file-too-large');
    expect(await code(Buffer.from('   \n\n'))).toBe('no-text');
    expect(await code(Buffer.from('<html><script>render()</script></html>'))).toBe('no-text');
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(await code(ole)).toBe('legacy-office');
    expect(await code(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('office-encrypted');
    expect(await code(Buffer.from('{\\rtf1 text}'))).toBe('rich-text');
    expect(await code(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('picture');
    expect(await code(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('not-word');
    expect(await code(Uint8Array.from({ length: 3000 }, (_, index) => index % 23))).toBe('unknown-format');
  });

  test('are sentences in both languages that say what to do and that the bytes stay', async () => {
    const { sentence, next } = await refusalOf(importSource(Buffer.from('{\\rtf1 text}'), 'a.rtf'));
    for (const language of ['zh', 'en'] as const) {
      expect(say(sentence, language)).toContain(say(sentenceOf('import.refusals.rich-text'), language));
      expect(say(sentence, language)).toContain(say(sentenceOf('import.refusals.kept'), language));
      expect(say(next, language)).toBe(say(sentenceOf('import.refusals.rich-text.next'), language));
    }
  });

  test('a reading that was cancelled ends with a sentence', async () => {
    expect((await refusalOf(importSource(Buffer.from('正文'), 'a', { signal: AbortSignal.abort() }))).code).toBe(
      'import-cancelled',
    );
  });

  test('damaged characters are counted in a note', async () => {
    const { notes } = await importSource(
      Buffer.concat([Buffer.from('第一条 甲方应当按期支付费用'), Buffer.from([0xff])]),
      'a.txt',
    );
    expect(notes.map((note) => note.code)).toEqual(['damaged-characters']);
  });
});

describe('the parser process', () => {
  test('gives what the direct reading gives, with progress', async () => {
    const pdf = await buildPdf(({ page }) => {
      for (let number = 0; number < 3; number++) page().write(`第${number}页`, 90, 100);
    });
    const shares: number[] = [];
    const marked = await importInWorker(pdf, 'a.pdf', { progress: (share) => shares.push(share) });
    expect(marked).toEqual(await importSource(pdf, 'a.pdf'));
    expect(shares.at(-1)).toBe(1);
    expect((await refusalOf(importInWorker(Buffer.from('{\\rtf1 text}'), 'a.rtf'))).code).toBe('rich-text');
  });

  test('is ended after its time, when it runs out of memory, and when asked', async () => {
    const slow = Buffer.from(`<!doctype html>${'<div><b>'.repeat(2_000_000)}`);
    expect((await refusalOf(importInWorker(slow, 'a.html', { timeout: 300 }))).code).toBe('parser-timeout');
    expect((await refusalOf(importInWorker(slow, 'a.html', { heap: 40 }))).code).toBe('parser-crashed');
    const cancel = new AbortController();
    const read = refusalOf(importInWorker(slow, 'a.html', { signal: cancel.signal }));
    cancel.abort();
    expect((await read).code).toBe('import-cancelled');
  });
});
