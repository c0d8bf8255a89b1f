import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';

/** What three strangers say about all signatures of a file. */
export function judge(pdf: string): { pdfsig: boolean; mutool: boolean; openssl: boolean } {
  const said = spawnSync('pdfsig', ['-nocert', pdf]).stdout.toString();
  const validations = said.match(/Signature Validation: .*/gu) ?? [];
  const mutool = spawnSync('mutool', ['sign', '-v', pdf]);
  const words = `${mutool.stdout.toString()}${mutool.stderr.toString()}`;
  return {
    pdfsig: validations.length === 2 && validations.every((line) => line.includes('Signature is Valid')),
    // the earlier signature is followed by the later one, which is an edit to it
    mutool: words.includes('valid but there have been edits since') && words.includes('unchanged since signing'),
    openssl: signatures(pdf).every(({ covered, cms }) => cmsHolds(covered, cms)),
  };
}

function signatures(pdf: string): { covered: Buffer; cms: Buffer }[] {
  const bytes = readFileSync(pdf);
  return [...bytes.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/gu)].map((match) => {
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
    const room = Buffer.from(bytes.subarray(a + b + 1, c - 1).toString('latin1'), 'hex');
    // DER says how long it is (30 82, then two bytes): the room's zeros behind it are not to be told from its own.
    expect(room.readUInt16BE(0)).toBe(0x30_82);
    return {
      covered: Buffer.concat([bytes.subarray(a, a + b), bytes.subarray(c, c + d)]),
      cms: room.subarray(0, 4 + room.readUInt16BE(2)),
    };
  });
}

function cmsHolds(covered: Buffer, cms: Buffer): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'assent-cms-'));
  try {
    writeFileSync(join(folder, 'content'), covered);
    writeFileSync(join(folder, 'cms'), cms);
    const line = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'cms',
      '-content',
      'content',
      '-noverify',
      '-out',
      'out',
    ];
    return spawnSync('openssl', line, { cwd: folder }).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A provider's PDF form: three fields with names for the reader, one box without. */
export async function ownPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText('Registration form', { x: 60, y: 780 });
  const form = document.getForm();
  for (const [index, label] of ['公司名称', '统一社会信用代码', '专线用途'].entries()) {
    const field = form.createTextField(`f${index}`);
    field.addToPage(page, { x: 60, y: 700 - index * 50, width: 360, height: 26 });
    field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(label));
  }
  form.createCheckBox('agree').addToPage(page, { x: 60, y: 520, width: 16, height: 16 });
  return document.save();
}

/** A provider's Word form: a blank, a placeholder, another blank. */
export function ownWord(): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const text = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const lines = [
    '线路登记表',
    '公司名称：____________',
    '统一社会信用代码：{{统一社会信用代码}}',
    '专线用途：________',
  ];
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${w}"><w:body>${lines.map(text).join('')}</w:body></w:document>`,
    ),
  });
}
