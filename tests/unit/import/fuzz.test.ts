import { say } from '../../../src-main/agreement/sentence.ts';
import iconv from 'iconv-lite';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { buildDocx, level, list, paragraph, run } from './build-docx.ts';
import { buildPdf } from './build-pdf.ts';

/** Inputs per format; `ASSENT_FUZZ=20000` runs the long one. */
const RUNS = Number(process.env['ASSENT_FUZZ'] ?? 300);
/** Longest time for one mutated input, in milliseconds: it is small, so anything near this hangs. */
const LONGEST = 10_000;
const SEED = Number(process.env['ASSENT_SEED'] ?? 20_261_123);

/** A small generator of our own (mulberry32), so that a run can be repeated from its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Flips, cuts, doubles and moves bytes; for texts it also sets in pieces that mean something to the format. */
function mutate(bytes: Uint8Array, next: (below: number) => number, tokens: readonly string[]): Uint8Array {
  let out = Buffer.from(bytes);
  for (let count = 1 + next(8); count > 0; count--) {
    const at = next(out.length + 1);
    const length = 1 + next(Math.min(200, Math.max(1, out.length - at)));
    const piece = out.subarray(at, at + length);
    const kind = next(tokens.length > 0 ? 6 : 5);
    if (kind === 0) out[Math.min(at, out.length - 1)] = next(256);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (kind === 2) out = Buffer.concat([out.subarray(0, at), piece, piece, out.subarray(at)]);
    else if (kind === 3)
      out = Buffer.concat([
        out.subarray(0, at),
        Buffer.from(Array.from({ length: next(20) }, () => next(256))),
        out.subarray(at),
      ]);
    else if (kind === 4) out = Buffer.concat([out.subarray(0, next(out.length + 1)), piece, out.subarray(at)]);
    else out = Buffer.concat([out.subarray(0, at), Buffer.from(tokens[next(tokens.length)] ?? ''), out.subarray(at)]);
    if (out.length === 0) out = Buffer.from([next(256)]);
  }
  return new Uint8Array(out);
}

/** Reads what mutation made: lines that keep the model's promises, or a refusal; never anything else, never for long. */
async function attempt(bytes: Uint8Array, name: string): Promise<void> {
  const before = performance.now();
  try {
    const { lines } = await importSource(bytes, name);
    let last = 0;
    for (const { line, text, emphasis, cells } of lines) {
      expect(line).toBeGreaterThanOrEqual(last);
      last = line;
      for (const { start, end } of emphasis) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      if (cells) expect(cells.join('\t')).toBe(text);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(say(error.sentence, 'zh')).not.toBe('');
  }
  expect(performance.now() - before).toBeLessThan(LONGEST);
}

async function fuzz(make: (next: (below: number) => number) => Uint8Array, name: string): Promise<void> {
  // Loads the format's library outside of the clock.
  await importSource(make(random(SEED)), name).catch(() => undefined);
  for (let index = 0; index < RUNS; index++) {
    const bytes = make(random(SEED + index));
    try {
      await attempt(bytes, name);
    } catch (error) {
      throw new Error(`${name}: input ${index} of seed ${SEED}`, { cause: error });
    }
  }
}

const PAGE =
  '<!doctype html><html><head><meta charset="utf-8"><style>.k{font-weight:bold}.n{list-style:none}@media print{p{display:none}}</style></head><body><nav>首页</nav><main><h1>服务条款</h1><p class=k>一、甲方<b>应当<u>付款</u></b></p><ol type=a start=3><li>甲<ol><li>乙</ol></ol><table><tr><th colspan=2>头<td rowspan=3>侧<tr><td>1<td>2</table><pre> x\n y</pre><p>日期：<u>&nbsp;&nbsp;</u><input></p></main></body></html>';
const TAGS = [
  '<table>',
  '<tr>',
  '<td colspan=999 rowspan=999>',
  '</p>',
  '<svg>',
  '<template>',
  '<select>',
  '<b>',
  '<a>',
  '<li value=-99999999999>',
  '<ol reversed start=x>',
  '<style>',
  '</style>',
  '<!--',
  '<plaintext>',
  '<main>',
  '<math><mi>',
  '&#x110000;',
  '&nbsp;',
  '<frameset>',
];
const TEXT =
  '第一条 甲方应当在三十日内支付服务费用。\n1.1 用户不得转让账户\t99.95%\t15%\r\n**责任限制** 以已付费用为限\n';
const XML = [
  '<w:tbl><w:tr><w:tc>',
  '</w:tc>',
  '<w:p>',
  '</w:p>',
  '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
  '<w:gridSpan w:val="99999"/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '<![CDATA[x]]>',
  '<mc:AlternateContent>',
  '<w:vMerge/>',
  '<w:basedOn w:val="S"/>',
  '&#x0;',
  '<w:sdt>',
];

describe(`${RUNS} mutated inputs each: a reading or a refusal, in time`, () => {
  const limit = Math.max(60_000, RUNS * 60);

  test('text in every encoding', { timeout: limit }, async () => {
    const sources = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'].map((encoding) =>
      iconv.encode(TEXT.repeat(3), encoding),
    );
    await fuzz(
      (next) =>
        mutate(sources[next(sources.length)] ?? new Uint8Array(1), next, ['\0', '\ufeff', '\ud800', '**', '\f']),
      'a.txt',
    );
  });

  test('HTML', { timeout: limit }, async () => {
    await fuzz((next) => mutate(Buffer.from(PAGE), next, TAGS), 'a.html');
  });

  const docx = buildDocx({
    body: `${paragraph('定义', list(1))}${paragraph('服务', list(1, 1), '<w:b/>')}<w:p>${run('甲方：')}${run('     ', '<w:u/>')}</w:p><w:tbl><w:tr><w:tc>${paragraph('可用性')}</w:tc><w:tc>${paragraph('赔偿')}</w:tc></w:tr></w:tbl>`,
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="heading 1"/><w:basedOn w:val="T"/></w:style><w:style w:styleId="T"><w:basedOn w:val="S"/></w:style>',
    numbering: `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '第%1条')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
  });

  test('Word packages, their bytes and their parts', { timeout: limit }, async () => {
    const parts = unzipSync(docx);
    const names = Object.keys(parts);
    await fuzz((next) => {
      if (next(3) === 0) return mutate(docx, next, []);
      const name = names[next(names.length)] ?? '';
      return zipSync({ ...parts, [name]: mutate(parts[name] ?? new Uint8Array(1), next, XML) }, { level: 1 });
    }, 'a.docx');
  });

  test('PDF', { timeout: limit }, async () => {
    const pdf = await buildPdf(({ page, latin, latinBold }) => {
      const { write, rule } = page();
      write('1.1 The Customer shall pay all fees within thirty days after the date of the', 72, 100, latin);
      write('invoice. Liability is excluded.', 72, 116, latinBold);
      for (const y of [200, 220, 240]) rule(72, y, 300, y);
      for (const x of [72, 180, 300]) rule(x, 200, x, 240);
      write('99.9%', 80, 215, latin);
      write('10%', 190, 215, latin);
    }, false);
    await fuzz(
      (next) =>
        mutate(pdf, next, [
          '/Length 99999999',
          ' 0 obj',
          'endstream',
          '<<',
          '/Kids [1 0 R]',
          '/Type /Page',
          'q ',
          ' BT /F 1 Tf (x) Tj ET ',
        ]),
      'a.pdf',
    );
  });
});
