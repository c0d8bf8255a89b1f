import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finish } from '../../src-main/pdf/finish/finish.ts';
import type { Paper, PaperBlock } from '../../src-main/pdf/paper.ts';
import { setPlain } from '../../src-main/pdf/plain/plain.ts';
import { makeLocalIdentity } from '../../src-main/pdf/sign/certificate.ts';
import { signPdf } from '../../src-main/pdf/sign/signature.ts';
import { verifySignatures } from '../../src-main/pdf/sign/verify.ts';
import { typeset } from '../../src-main/pdf/typeset/typeset.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const FONT_FILES = {
  400: join(folder, '400Regular/NotoSerifSC_400Regular.ttf'),
  700: join(folder, '700Bold/NotoSerifSC_700Bold.ttf'),
} as const;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const AT = new Date('2026-11-23T00:00:00Z');

const SENTENCE = '我司将按照约定的用途使用线路，遵守当地的管理规定，并在收到书面通知后的三个工作日内配合完成核查。';

const letter: Paper = {
  title: '承诺书',
  style: 'letter',
  language: 'zh',
  blocks: [
    { kind: 'title', text: '承诺书' },
    ...Array.from({ length: 8 }, (): PaperBlock => ({
      kind: 'item',
      number: '一、',
      runs: [{ text: SENTENCE.repeat(2) }],
    })),
    { kind: 'closing', text: '特此承诺。' },
    { kind: 'signature', zone: 'seal', label: '承诺单位（盖章）', name: '示例有限公司', date: '2026年3月1日' },
  ],
};

const clause = (index: number): PaperBlock => ({
  kind: 'item',
  number: `${Math.floor(index / 10) + 1}.${(index % 10) + 1}`,
  anchor: `c${index}`,
  depth: 2,
  runs: [{ text: SENTENCE.repeat(2) }, { text: SENTENCE, strong: index % 3 === 0 ? 'rule' : undefined }],
});

/** About twenty pages of an agreement with contents. */
const pack: Paper = {
  title: '示例协议',
  style: 'agreement',
  language: 'zh',
  blocks: [
    { kind: 'title', text: '示例协议' },
    {
      kind: 'contents',
      title: '目录',
      entries: Array.from({ length: 40 }, (_, index) => ({ text: `条款 ${index}`, level: 1, anchor: `c${index * 3}` })),
    },
    ...Array.from({ length: 120 }, (_, index) => clause(index)),
  ],
};

/** Median of five runs in milliseconds, after one that is not counted. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const start = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - start);
  }
  return Math.round((times.toSorted((a, b) => a - b)[2] ?? 0) * 10) / 10;
}

function chromiumPrint(html: string): Uint8Array {
  const place = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  try {
    const [page, pdf] = [join(place, 'page.html'), join(place, 'page.pdf')];
    writeFileSync(page, html);
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--allow-file-access-from-files',
      '--no-pdf-header-footer',
      '--export-tagged-pdf',
    ];
    execFileSync(CHROMIUM ?? '', [...flags, `--user-data-dir=${place}`, `--print-to-pdf=${pdf}`, `file://${page}`], {
      stdio: 'ignore',
    });
    return readFileSync(pdf);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Letter, twenty-page pack and signing in milliseconds; memory in MiB. `chromium…` includes the browser's own start. */
export default async function bench(): Promise<unknown> {
  const fonts = { regular: readFileSync(FONT_FILES[400]), bold: readFileSync(FONT_FILES[700]) };
  const options = { fingerprint: 'ab12'.repeat(16), at: AT, author: '示例有限公司', fonts };
  const fontUrl = (weight: 400 | 700): string => `file://${FONT_FILES[weight]}`;
  const chromium = CHROMIUM !== undefined;
  const printLetter = chromium ? chromiumPrint(typeset(letter, { fontUrl })) : await setPlain(letter, fonts);
  const printPack = chromium ? chromiumPrint(typeset(pack, { fontUrl })) : await setPlain(pack, fonts);
  const { bytes } = await finish(printLetter, letter, options);
  const { pages } = await finish(printPack, pack, options);
  const ec = makeLocalIdentity({ name: '王小明', company: '示例有限公司', at: AT });
  const rsa = makeLocalIdentity({ name: '王小明', company: '示例有限公司', at: AT, kind: 'rsa-2048' });
  const signed = await signPdf(bytes, ec.signer, { at: AT, reason: '签署' });
  const packPrintMs = chromium ? await median(async () => chromiumPrint(typeset(pack, { fontUrl }))) : undefined;
  const packFinishMs = await median(() => finish(printPack, pack, options));
  return {
    name: 'pdf',
    printedBy: chromium ? 'chromium' : 'plain',
    letterFinishMs: await median(() => finish(printLetter, letter, options)),
    packPages: pages,
    packFinishMs,
    // a bare print of the same HTML, browser start included, is the measure of what finishing adds
    ...(packPrintMs === undefined
      ? {}
      : { packPrintMs, packFinishToPrintRatio: Math.round((packFinishMs / packPrintMs) * 100) / 100 }),
    plainLetterMs: await median(() => setPlain(letter, fonts)),
    plainPackMs: await median(() => setPlain(pack, fonts)),
    signEcMs: await median(() => signPdf(bytes, ec.signer, { at: AT, reason: '签署' })),
    signRsaMs: await median(() => signPdf(bytes, rsa.signer, { at: AT, reason: '签署' })),
    verifyMs: await median(() => verifySignatures(signed)),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
