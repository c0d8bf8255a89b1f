import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../../../../src-main/agreement/sentence.ts';
import { signatureVerifier } from '../../../../../src-main/ledger/device-key.ts';
import { sha256 } from '../../../../../src-main/ledger/node-digest.ts';
import { PACK_BUNDLE, PACK_LIST, PACK_SUMS } from '../../../../../src-main/ledger/pack/court-pack.ts';
import { verifyEvidence } from '../../../../../src-main/ledger/pack/verify-court-pack.ts';
import { readZip } from '../../../../../src-main/ledger/zip-read.ts';
import { type BundleFile, writeZip } from '../../../../../src-main/ledger/zip-write.ts';
import { pdfjsText } from '../../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
const by = { digest: sha256, verifySignature: signatureVerifier };
let listId = '';
let files: readonly BundleFile[] = [];

beforeAll(async () => {
  await app.work();
  listId = (await app.begin()).id;
  files = readZip((await app.export(listId, 'pack'))?.bytes ?? new Uint8Array()).files;
}, 120_000);
afterAll(() => app.end());

/** What is wrong, as a person reads it; nothing where the pack is intact. */
async function wrong(changed: readonly BundleFile[]): Promise<string> {
  const report = await verifyEvidence(writeZip([...changed]), by);
  const faults = report.checks.filter(({ ok }) => ok === false);
  expect(report.ok).toBe(faults.length === 0);
  expect(report.integrity === 'intact').toBe(faults.length === 0);
  return faults.map(({ what, why }) => `${say(what, 'zh')}：${say(why, 'zh')}`).join('\n');
}

const oneByteOff = (bytes: Uint8Array): Uint8Array => {
  const at = bytes.length >> 1;
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
};

/** What names a file that is one of the pack's own three. */
const NAMED: Readonly<Record<string, RegExp>> = {
  [PACK_LIST]: /清单/u,
  [PACK_SUMS]: /SHA256SUMS/u,
  // The bundle says by its own checks what is wrong in it.
  [PACK_BUNDLE]: /证据包|台账|ZIP|文件/u,
};

describe('a pack in which somebody changed one thing by hand', () => {
  test('one byte of any file: it is told, and which file', async () => {
    expect(files.length).toBeGreaterThan(8);
    expect(await wrong(files)).toBe('');
    for (const { path, bytes } of files) {
      const told = await wrong(files.map((file) => (file.path === path ? { path, bytes: oneByteOff(bytes) } : file)));
      expect(told, path).toSatisfy((text: string) => NAMED[path]?.test(text) ?? text.includes(path));
    }
  });

  test('any file taken away is named', async () => {
    for (const { path } of files.filter((file) => file.path !== PACK_LIST))
      expect(await wrong(files.filter((file) => file.path !== path)), path).toContain(`${path} 不在包内`);
  });

  test('one added is named; another order of the ZIP changes no evidence, and is said', async () => {
    const added = { path: '证据/00 后来放入.pdf', bytes: new TextEncoder().encode('%PDF') };
    expect(await wrong([...files, added])).toContain(`${added.path} 不在清单上`);
    expect(await wrong([...files].toReversed())).toBe('');
    const report = await verifyEvidence(writeZip([...files].toReversed()), by);
    expect(report.checks.map(({ why }) => say(why, 'zh'))).toContain('ZIP 被重新打包过；以下按文件逐一核对。');
  });

  test('another order of the list’s rows is another list than the ledger’s', async () => {
    const list = JSON.parse(new TextDecoder().decode(files.find(({ path }) => path === PACK_LIST)?.bytes)) as {
      rows: { number: number }[];
    };
    const [first, second, ...rest] = list.rows;
    const rows = [{ ...second, number: 1 }, { ...first, number: 2 }, ...rest];
    const bytes = new TextEncoder().encode(JSON.stringify({ ...list, rows }));
    expect(await wrong(files.map((file) => (file.path === PACK_LIST ? { ...file, bytes } : file)))).toMatch(/清单/u);
  });
});

test('the list of files says of each which row it belongs to, and rows, names and pages run on', () => {
  const { rows, files: listed } = JSON.parse(
    new TextDecoder().decode(files.find(({ path }) => path === PACK_LIST)?.bytes),
  ) as { rows: { number: number; pages: string; files: string[] }[]; files: { path: string }[] };
  const known = new Set([...listed.map(({ path }) => path), PACK_BUNDLE]);
  expect(rows.flatMap((row) => row.files).filter((path) => !known.has(path))).toEqual([]);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  const spans = rows.flatMap(({ pages }) => /^(\d+)(?:–(\d+))?/u.exec(pages) ?? []).filter((_, at) => at % 3 === 0);
  let next = 1;
  for (const span of spans) {
    const [from = 0, to = from] = (/^\d+(?:–\d+)?/u.exec(span)?.[0] ?? '').split('–').map(Number);
    expect(from).toBe(next);
    next = to + 1;
  }
  expect(next).toBeGreaterThan(2);
});

test.each([
  ['zh', '制作人（签名或者盖章）：', '单位负责人（签名或者盖章）：', '制作单位（盖章）'],
  [
    'en',
    'Prepared by (signature or seal):',
    'Person in charge of the company (signature or seal):',
    'Issued by (company seal)',
  ],
] as const)('the statement in %s is signed by who made it and who is in charge, each with the day', async (...said) => {
  const [language, maker, head, unit] = said;
  const saved = await app.export(listId, 'statement', language);
  const text = (await pdfjsText(saved?.bytes ?? new Uint8Array())).replace(/\s+/gu, ' ');
  const [, signed = ''] = text.split(maker);
  const [between = '', after = ''] = signed.split(head);
  const day = language === 'zh' ? /年.*月.*日/u : /Date:/u;
  expect(between).toMatch(day);
  expect(between.length).toBeLessThan(40);
  expect(after).toMatch(day);
  expect(after).toContain(unit);
});
