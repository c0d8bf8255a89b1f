import { Buffer } from 'node:buffer';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureCalls } from '../../../../../src-main/contract/evidence/captures.ts';
import { say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import { sha256Hex } from '../../../../../src-main/ledger/node-digest.ts';
import { sameAddress, savedPage } from '../../../../../src-main/features/evidence/capture/saved-page.ts';
import { exhibitsOf } from '../../../../../src-main/features/evidence/court/exhibits.ts';
import { exhibitsOnPaper } from '../../../../../src-main/features/evidence/court/pack-files.ts';
import { COMPANY } from '../../../../fixtures/company.ts';
import { pdfjsText } from '../../../pdf/paper-tools.ts';
import { capturePaper } from '../../../../../src-main/features/evidence/capture/capture-paper.ts';
import { makeLocalIdentity } from '../../../../../src-main/pdf/sign/certificate.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let agreementId = '';
beforeAll(async () => {
  await app.furnish();
  app.printing();
  agreementId = app.desk.agreement('服务条款').id;
}, 60_000);
afterAll(() => app.end());

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const page = (address: string, date: string): Uint8Array =>
  text(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${address}`,
      'Subject: terms',
      `Date: ${date}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="b"',
      '',
      '--b',
      `Content-Location: ${address}`,
      '',
      '<p>x</p>',
    ].join('\r\n'),
  );
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 3]);
const said = {
  title: '服务条款页',
  address: 'https://cloud.example.com/terms',
  operator: '李航',
  witness: '陈远',
  device: '办公电脑',
  browser: 'Firefox 140',
  network: '公司宽带',
  cleaned: ['hosts', 'cache'],
  clock: 'phone',
  offset: 2,
  start: '2026-11-23T09:50',
  end: '2026-11-23T09:58',
} as const;
const record = async (files: readonly { name: string; bytes: Uint8Array }[], more: Partial<typeof said> = {}) => {
  app.desk.chosen = [...files];
  const kept = await app.handlers['evidence.keepCaptured']({});
  return app.handlers['evidence.recordCapture']({
    ...said,
    ...more,
    agreementId,
    files: kept.map(({ sha256 }) => sha256),
  });
};
const found = ({ files }: Awaited<ReturnType<typeof record>>): string =>
  files.flatMap(({ checks }) => checks.map(({ ok, text: words }) => `${ok ? '+' : '-'}${say(words, 'zh')}`)).join('\n');

test('keeps what the browser saved byte for byte, and holds the page against what was typed', async () => {
  const bytes = page('https://cloud.example.com/terms#top', 'Mon, 23 Nov 2026 09:55:00 +0800');
  const capture = await record([
    { name: 'terms.mhtml', bytes },
    { name: 'screen.png', bytes: PNG },
  ]);
  expect(capture.files.map(({ kind, sha256 }) => [kind, sha256])).toEqual([
    ['page', sha256Hex(bytes)],
    ['picture', sha256Hex(PNG)],
  ]);
  expect(new Uint8Array(app.store.attachments.bytes(sha256Hex(bytes)) ?? [])).toEqual(bytes);
  expect(found(capture)).toMatch(/^\+网页存档所载地址与填写的一致\n\+.*在起止时间之内$/u);
  const [entry] = app.store.ledger.ofSubject(`capture:${capture.id}`);
  expect(entry).toMatchObject({ kind: 'capture-recorded', payload: { address: said.address, operator: '李航' } });
});

test('a page of another address or another time is told', async () => {
  const other = await record([
    { name: 'a.mhtml', bytes: page('https://elsewhere.example.com/', 'Mon, 23 Nov 2026 11:55:00 +0800') },
  ]);
  expect(found(other)).toContain('-网页存档所载地址为 https://elsewhere.example.com/');
  expect(found(other)).toMatch(/-.*不在起止时间之内/u);
});

test('a PDF that cannot be read, and what is none of the kinds, are told', async () => {
  const told = found(
    await record([
      { name: 'a.pdf', bytes: text('%PDF-1.7 broken') },
      { name: 'b.pdf', bytes: text('no pdf') },
    ]),
  );
  expect(told).toContain('-PDF 无法读取');
  expect(told).toContain('-不是网页存档、PDF、图片、录屏或网站证书');
});

test('a recording of the screen is one, and the certificate of the site is named with what it says of itself', async () => {
  const of = (name: string) =>
    makeLocalIdentity({ name, company: '示例公司', at: new Date('2026-11-01T00:00:00Z') }).certificate.raw;
  const movie = Uint8Array.from([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]);
  const der = of('cloud.example.com');
  const capture = await record([
    { name: 'screen.mp4', bytes: movie },
    { name: 'site.cer', bytes: der },
  ]);
  expect(capture.files.map(({ kind, sha256 }) => [kind, sha256])).toEqual([
    ['recording', sha256Hex(movie)],
    ['certificate', sha256Hex(der)],
  ]);
  expect(found(capture)).toBe('+网站证书属于所填网址的域名\n+取证时网站证书在有效期内');
  const sheet = JSON.stringify(capturePaper(capture, '示例公司', 'zh').blocks);
  for (const words of [
    '四、网站证书（TLS）',
    'CN=cloud.example.com',
    sha256Hex(der),
    '五、说明',
    '没有取得：网页存档 MHTML',
  ])
    expect(sheet).toContain(words);
  expect(sheet).not.toMatch(/没有取得：[^。]*(?:录屏|网站证书)/u);
  // What only makes a capture better is none of what it lacks.
  const plain = await record([
    { name: 'a.mhtml', bytes: page('https://cloud.example.com/terms', 'Mon, 23 Nov 2026 09:55:00 +0800') },
  ]);
  const lacks = (language: 'zh' | 'en') => JSON.stringify(capturePaper(plain, '示例公司', language).blocks);
  expect(lacks('zh')).toContain('没有取得：PDF、屏幕截图。');
  expect(lacks('en')).toContain('Not taken: PDF, screenshot.');
  expect(JSON.stringify(capturePaper(capture, '示例公司', 'en').blocks)).toContain('(screen recording)');
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(of('elsewhere.example.com')).toString('base64')}\n-----END CERTIFICATE-----\n`;
  const other = await record([{ name: 'site.pem', bytes: text(pem) }], {
    start: '2025-11-23T09:50',
    end: '2025-11-23T09:58',
  } as never);
  expect(found(other)).toBe('-网站证书不属于所填网址的域名\n-取证时网站证书不在有效期内');
});

test('a page that names neither address nor time differs from nothing: it could not be checked', async () => {
  const bare = text('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n\n<p>x</p>');
  const { files } = await record([{ name: 'bare.mhtml', bytes: bare }]);
  expect(files[0]?.checks.map(({ ok, absent }) => [ok, absent])).toEqual([
    [false, true],
    [false, true],
  ]);
});

test('a capture that is not over yet is refused at its end', async () => {
  await expect(async () =>
    record([{ name: 's.png', bytes: PNG }], { end: '2026-11-23T10:02' } as never),
  ).rejects.toMatchObject({ code: 'capture-ahead', field: 'end' });
});

test('of two companies the sheet names the one whose agreement it is, and none where that is not known', async () => {
  const other = await app.handlers['settings.saveCompany']({
    company: { ...COMPANY, name: '另一家示例公司', creditCode: '' },
  });
  const capture = await record([{ name: 'two.png', bytes: Uint8Array.from([...PNG, 8]) }]);
  const author = async (): Promise<string | undefined> => {
    await app.handlers['evidence.captureSheet']({ captureId: capture.id, language: 'zh' });
    return (await PDFDocument.load(app.desk.saved.at(-1)?.bytes ?? PNG)).getAuthor();
  };
  expect(await author()).toBe(say(sentence('court.paper.some-company'), 'zh'));
  await app.accept(app.desk.agreement('服务条款').versions[0] ?? '');
  expect(await author()).toBe(COMPANY.name);
  await app.handlers['rights.chooseCompany']({ agreementId, companyId: other.id });
  expect(await author()).toBe('另一家示例公司');
});

test('an end before its start is refused', async () => {
  await expect(async () =>
    record([{ name: 's.png', bytes: PNG }], { end: '2026-11-23T09:00' } as never),
  ).rejects.toMatchObject({
    code: 'period-backwards',
  });
});

test('the sheet is a PDF, kept with the capture, and the capture stands in a list of evidence', async () => {
  const capture = await record([{ name: 'only.png', bytes: Uint8Array.from([...PNG, 9]) }]);
  await app.handlers['evidence.captureSheet']({ captureId: capture.id, language: 'zh' });
  const saved = app.desk.saved.at(-1);
  expect(saved?.name).toBe('网页取证操作记录单 服务条款页.pdf');
  const { rows } = await app.handlers['evidence.beginCourtList']({
    title: 'x',
    scope: { agreementIds: [agreementId] },
  });
  const row = rows.find(({ key }) => key === `capture:${capture.id}`);
  expect(row?.files.map(({ sha256 }) => sha256)).toEqual([capture.files[0]?.sha256, sha256Hex(saved?.bytes ?? PNG)]);
});

test('the list names the entries of a capture that its extract tells, of no sheet that does not go along', async () => {
  const { id } = await record([{ name: 'other.png', bytes: Uint8Array.from([...PNG, 12]) }]);
  await app.handlers['evidence.captureSheet']({ captureId: id, language: 'zh' });
  const exhibits = exhibitsOf(app.store, { agreementIds: [agreementId] }, [], '2026-11-30T02:00:00.000Z');
  const exhibit = exhibits.filter(({ key }) => key === `capture:${id}`);
  const origin = async (language: 'zh' | 'en') => {
    const { rows } = await exhibitsOnPaper({ ports: app.ports, company: 'x', language }, exhibit);
    return rows[0]?.origin;
  };
  const [recorded = '', sheet = ''] = exhibit.flatMap(({ entries }) => entries).map(({ sequence }) => String(sequence));
  expect(sheet).not.toBe('');
  expect(await origin('zh')).toContain(sheet);
  expect(await origin('en')).toContain(recorded);
  expect(await origin('en')).not.toContain(sheet);
});

test('a statement counts only captures whose sheet is enclosed', async () => {
  const said = async (): Promise<string> => {
    const { id } = await app.begin();
    const saved = await app.export(id, 'statement');
    return (await pdfjsText(saved?.bytes ?? new Uint8Array())).replace(/\s+/gu, '');
  };
  const counted = async (): Promise<number> => Number(/除所附(\d+)份取证记录单/u.exec(await said())?.[1] ?? 0);
  const before = await counted();
  const { id } = await record([{ name: 'counted.png', bytes: Uint8Array.from([...PNG, 10]) }]);
  expect(await counted()).toBe(before);
  await app.handlers['evidence.captureSheet']({ captureId: id, language: 'zh' });
  expect(await counted()).toBe(before + 1);
});

test('reads no page in what is none, and knows one address by another’s place in the page', () => {
  expect(savedPage(text('Content-Type: text/html\n\nx'))).toBeUndefined();
  expect(savedPage(new Uint8Array())).toBeUndefined();
  expect(sameAddress('https://a.example/x', 'https://a.example/x?y=1')).toBe(false);
  expect(sameAddress('https://a.example', 'https://a.example/')).toBe(true);
});

test('a minute that no calendar or clock has is none', () => {
  const { input } = captureCalls['evidence.recordCapture'];
  const taken = { ...said, agreementId, files: ['a'.repeat(64)] };
  for (const none of [
    '2026-02-30T09:00',
    '2026-13-01T09:00',
    '2026-11-23T24:30',
    '2026-11-23T09:61',
    '2026-11-23T09:00Z',
  ])
    expect(input.safeParse({ ...taken, start: none }).success).toBe(false);
  expect(input.safeParse({ ...taken, start: '2028-02-29T23:59' }).success).toBe(true);
});
