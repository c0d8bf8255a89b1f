import { say } from '../../../../src-main/agreement/sentence.ts';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import { letterHandlers } from '../../../../src-main/features/letters/handlers.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { sampleSealPng } from '../../../../src-main/pdf/finish/sample-seal.ts';
import { verifySignatures } from '../../../../src-main/pdf/sign/verify.ts';
import { openAuthority } from '../../ledger/timestamp-authority.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const regular = readFileSync(join(FONTS, '400Regular', 'NotoSerifSC_400Regular.ttf'));
const bold = readFileSync(join(FONTS, '700Bold', 'NotoSerifSC_700Bold.ttf'));
const COMPANY = {
  name: '示例远航科技有限公司',
  creditCode: '91330106MA2CFLDG4R',
  address: '示例市滨江区长河路1号',
  legalRepresentative: '陈远',
  contact: '李航',
  phone: '0571-88880000',
  email: 'demo@example.com',
  bank: '',
  bankAccount: '',
  signatory: '陈远',
  signatoryRole: '总经理',
};
const SEAL = { shape: 'round-42', guides: false, seam: false } as const;
const PASSWORD = '签阅密码 2026';

/** No other feature is asked which agreement a letter is about. */
const UNTIED = {
  cases: [],
  keysClosed: () => [],
  companyOf: () => undefined,
  notOffered: async () => new Set<string>(),
  drafted: [],
};

let desk: AppUnderTest;
let letters: ReturnType<typeof letterHandlers>;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  letters = letterHandlers(
    {
      ...desk.ports,
      files: {
        ...desk.ports.files,
        asset: (name) => Promise.resolve(name.includes('Bold') ? bold : regular),
      },
      print: { toPdf: setPlain, dialog: () => Promise.resolve(true) },
    },
    UNTIED,
  );
  await desk.handlers['settings.saveCompany']({ company: COMPANY });
});
afterEach(() => desk.end());

async function commitment(version: 0 | 1 = 1): Promise<LetterView> {
  const { templates } = await letters['letters.list']({});
  const imported = templates.filter(({ source }) => source === 'imported');
  const templateId = imported.find(({ agreementTitle }) => agreementTitle?.endsWith(`v${version + 1}`))!.id;
  return letters['letters.start']({ templateId });
}

const open = (letterId: string) => letters['letters.open']({ letterId });
const entries = (kind: string) => desk.store.ledger.from(1, 1000).filter((entry) => entry.kind === kind);
const lastSaved = (): Uint8Array => desk.saved.at(-1)!.bytes;

async function identity(name: string): Promise<Uint8Array> {
  await letters['letters.makeCertificate']({
    name,
    organisation: COMPANY.name,
    algorithm: 'ec',
    password: PASSWORD,
    keep: false,
  });
  return lastSaved();
}

async function sign(letterId: string, p12: Uint8Array, output?: string, password = PASSWORD) {
  desk.chosen = [{ name: 'signer.p12', bytes: p12 }];
  return letters['letters.sign']({
    letterId,
    seal: SEAL,
    key: { kind: 'file', password },
    reason: '确认',
    ...(output === undefined ? {} : { output }),
  });
}

describe('a letter', () => {
  test('knows the company, belongs to its version, and says when a newer one is there', async () => {
    const letter = await commitment(0);
    expect(letter).toMatchObject({ state: 'draft', values: { companyName: COMPANY.name }, standing: 'as-published' });
    expect(letter.newer?.title).toContain('v2');
    expect((await commitment(1)).newer).toBeUndefined();
  });

  test('says a wrong check digit at its field, and is not exported so', async () => {
    const letter = await commitment();
    const values = { ...letter.values, creditCode: '91330106MA2CFLDG4X' } as Record<string, string>;
    const wrong = await letters['letters.fill']({ letterId: letter.id, values });
    expect(wrong.problems).toContainEqual(expect.objectContaining({ field: 'creditCode', severity: 'error' }));
    await expect(letters['letters.export']({ letterId: letter.id, seal: SEAL })).rejects.toThrow(/letter-not-ready/u);
    expect(desk.saved).toEqual([]);
  });

  test('exported: the very bytes are kept, the ledger names them, and it can no longer be removed', async () => {
    const letter = await commitment();
    const output = await letters['letters.export']({ letterId: letter.id, seal: SEAL });
    expect(Buffer.from(desk.store.attachments.bytes(output!.sha256)!)).toEqual(Buffer.from(lastSaved()));
    expect(entries('letter-exported').at(-1)?.payload).toMatchObject({
      sha256: output!.sha256,
      kind: 'pdf',
      fingerprint: letter.fingerprint,
    });
    expect((await open(letter.id)).state).toBe('exported');
    expect(() => letters['letters.remove']({ letterId: letter.id })).toThrow(/letter-exported/u);
  });

  test('the preview is the finished PDF with the geometry of every seal', async () => {
    const letter = await commitment();
    const preview = await letters['letters.preview']({ letterId: letter.id, seal: SEAL });
    if (preview.kind !== 'pages') throw new Error('pages expected');
    expect(Buffer.from(preview.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(preview.seals['oval-45x30']).toMatchObject({ width: 45, height: 30, outline: 'ellipse' });
    expect(preview.seals['round-42'].places).toHaveLength(1);
    expect(preview.seals['round-42'].seam.every(({ from, to }) => to - from >= 4.2)).toBe(true);
    expect(desk.saved).toEqual([]);
  });
});

test.each([
  ['示例远航科技股份有限公司', 'round-42'],
  ['示例远航科技有限公司', 'round-40'],
  ['示例远航科技有限责任公司', 'round-40'],
])('the usual seal of %s is %s', async (name, seal) => {
  const { id: companyId } = await desk.handlers['settings.saveCompany']({
    company: { ...COMPANY, name, creditCode: '' },
  });
  const { usualSeal } = await letters['letters.start']({ templateId: 'authorisation', companyId });
  expect(usualSeal).toBe(seal);
});

test.each([
  ['示例晨星科技股份有限公司', 'round-42'],
  ['示例晨星科技有限公司', 'round-40'],
])('the usual seal of %s, which only the letter names, is %s', async (companyName, seal) => {
  const { id: letterId, values } = await letters['letters.start']({ templateId: 'authorisation' });
  const named = await letters['letters.fill']({
    letterId,
    values: { ...values, companyName },
  });
  expect(named.usualSeal).toBe(seal);
});

test('what is printed is what is exported: the same pages, words and seal zones, byte for byte', async () => {
  const printed: Uint8Array[] = [];
  const { files } = desk.ports;
  const asset = (name: string) => Promise.resolve(name.includes('Bold') ? bold : regular);
  const dialog = (pdf: Uint8Array): Promise<boolean> => {
    printed.push(pdf);
    return Promise.resolve(true);
  };
  const ports = { ...desk.ports, files: { ...files, asset }, print: { toPdf: setPlain, dialog } };
  const printing = letterHandlers(ports, UNTIED);
  const { id: letterId } = await commitment();
  for (const seal of [SEAL, { ...SEAL, guides: true, seam: true }]) {
    await printing['letters.print']({ letterId, seal });
    await printing['letters.export']({ letterId, seal });
    expect(Buffer.compare(printed.at(-1) ?? new Uint8Array(), lastSaved())).toBe(0);
  }
});

describe('signing', () => {
  test('a second signature leaves the first as it is, and both are noted', async () => {
    const letter = await commitment();
    const first = await sign(letter.id, await identity('陈远'));
    const second = await sign(letter.id, await identity('李航'), first!.sha256);
    expect(second?.signatures).toEqual([
      { name: '陈远', selfIssued: true },
      { name: '李航', selfIssued: true },
    ]);
    const reports = await verifySignatures(lastSaved());
    expect(reports.map(({ signer, intact }) => [signer, intact])).toEqual([
      ['陈远', true],
      ['李航', true],
    ]);
    expect(entries('letter-signed').at(-1)?.payload).toMatchObject({ sha256: second!.sha256, from: first!.sha256 });
    expect((await open(letter.id)).state).toBe('signed');
  });

  test('signed stays signed when it is exported again, and says when its content has changed since', async () => {
    const letter = await commitment();
    const signed = await sign(letter.id, await identity('陈远'));
    const values = { ...letter.values, address: '示例市西湖区文三路9号' } as Record<string, string>;
    await letters['letters.fill']({ letterId: letter.id, values });
    await letters['letters.export']({ letterId: letter.id, seal: SEAL });
    const now = await open(letter.id);
    expect(now.state).toBe('signed');
    expect(signed!.fingerprint).toBe(letter.fingerprint);
    expect(now.fingerprint).not.toBe(letter.fingerprint);
  });

  test.each([
    ['a wrong password', 'wrong-password', (p12: Uint8Array) => p12, '不是这个'],
    ['a file that is no certificate', 'p12-unreadable', () => strToU8('nothing'), PASSWORD],
  ])('%s is refused in words; nothing is written', async (_, code, file, password) => {
    const letter = await commitment();
    const p12 = await identity('陈远');
    const before = desk.saved.length;
    await expect(sign(letter.id, file(p12), undefined, password)).rejects.toMatchObject({ code });
    expect(desk.saved).toHaveLength(before);
    expect((await open(letter.id)).outputs).toEqual([]);
  });

  test('an expired certificate is refused before anything is laid out', async () => {
    const letter = await commitment();
    const p12 = await identity('陈远');
    desk.now = new Date('2036-01-01T00:00:00Z');
    await expect(sign(letter.id, p12)).rejects.toMatchObject({ code: 'certificate-expired' });
  });

  test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'an authority’s answer goes into the signed file; the ledger names both (needs openssl)',
    async () => {
      const authority = openAuthority('ec');
      try {
        const letter = await commitment();
        const signed = await sign(letter.id, await identity('陈远'));
        const target = { letterId: letter.id, sha256: signed!.sha256 };
        await letters['letters.timestampQuery'](target);
        expect(desk.saved.at(-1)?.name).toMatch(/\.tsq$/u);
        desk.chosen = [{ name: 'answer.tsr', bytes: authority.answer(lastSaved()) }];
        const stamped = await letters['letters.timestampAnswer'](target);
        expect(stamped?.signatures?.[0]?.timestamp?.authority).toBeTruthy();
        const [report] = await verifySignatures(lastSaved(), [authority.root]);
        expect(report).toMatchObject({ intact: true, timestamp: { intact: true } });
        expect(entries('timestamp-attached').at(-1)?.payload).toMatchObject({
          sha256: stamped!.sha256,
          from: signed!.sha256,
        });
      } finally {
        authority.close();
      }
    },
  );

  test('an electronic copy is marked, and never made of nothing', async () => {
    const letter = await commitment();
    await expect(letters['letters.copy']({ letterId: letter.id, seal: SEAL })).rejects.toMatchObject({
      code: 'no-picture',
    });
    const sealPicture = sampleSealPng(COMPANY.name, 'round-42', { regular, bold }, 150);
    const copy = await letters['letters.copy']({ letterId: letter.id, seal: SEAL, sealPicture });
    expect(copy?.kind).toBe('electronic-copy');
    expect(desk.saved.at(-1)?.name).toContain('印章图样件');
    await expect(
      letters['letters.copy']({ letterId: letter.id, seal: { ...SEAL, shape: 'oval-45x30' }, sealPicture }),
    ).rejects.toMatchObject({ code: 'seal-proportions' });
  });
});

function wordForm(...lines: readonly string[]): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const text = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  return zipSync({
    'word/document.xml': strToU8(`<w:document xmlns:w="${w}"><w:body>${text}</w:body></w:document>`),
  });
}

describe('a provider’s own form', () => {
  test('is kept whole, listed, filled in its own file, and not printed here', async () => {
    const original = wordForm('公司名称：______', '统一社会信用代码：{{统一社会信用代码}}');
    desk.chosen = [{ name: '登记表.docx', bytes: original }];
    const template = await letters['letters.importForm']({});
    expect(template).toMatchObject({ source: 'own-form', format: 'docx' });
    expect(say(template!.title, 'zh')).toBe('登记表');
    const letter = await letters['letters.start']({ templateId: template!.id });
    expect(letter.values).toMatchObject({ companyName: COMPANY.name, creditCode: COMPANY.creditCode });
    const output = await letters['letters.export']({ letterId: letter.id, seal: SEAL });
    expect(output).toMatchObject({ kind: 'filled-form', pages: 0 });
    expect(desk.saved.at(-1)?.name).toBe('示例远航科技有限公司 登记表 已填写 2026-11-23.docx');
    await expect(letters['letters.print']({ letterId: letter.id, seal: SEAL })).rejects.toMatchObject({
      code: 'form-is-word',
    });
    expect(() => letters['letters.removeForm']({ templateId: template!.id })).toThrow(/form-in-use/u);
    const [entry] = entries('form-imported').slice(-1);
    const kept = (entry?.payload as { sha256: string }).sha256;
    expect(Buffer.from(desk.store.attachments.bytes(kept)!)).toEqual(Buffer.from(original));
  });

  test('and another of the same name are told apart by when they were added', async () => {
    const alike = async () =>
      (await letters['letters.list']({})).templates.filter(({ title }) => say(title, 'zh') === '专线申请');
    const before = (await alike()).length;
    for (const place of ['用途', '带宽']) {
      desk.chosen = [{ name: '专线申请.docx', bytes: wordForm(`${place}：____`) }];
      await letters['letters.importForm']({});
    }
    const found = await alike();
    expect(found).toHaveLength(before + 2);
    expect(found.filter(({ apart }) => apart?.at === undefined)).toEqual([]);
    const { templates } = await letters['letters.list']({});
    expect(templates.filter(({ source, apart }) => source === 'draft' && apart)).toEqual([]);
  });

  test('without a place to fill in is refused and not stored', async () => {
    desk.chosen = [{ name: '说明.docx', bytes: wordForm('本页无需填写。') }];
    await expect(letters['letters.importForm']({})).rejects.toMatchObject({ code: 'form-without-fields' });
    const { templates } = await letters['letters.list']({});
    expect(templates.some(({ source }) => source === 'own-form')).toBe(false);
  });
});

describe('a set', () => {
  test('with another version, or another company, is named and not written', async () => {
    const [first, second] = [await commitment(0), await commitment(1)];
    const { versions } = desk.agreement('跨域专线服务协议');
    const mixed = await letters['letters.checkSet']({ letterIds: [first.id], versionIds: [versions[1]!] });
    expect(mixed.map(({ severity, text }) => [severity, say(text, 'zh')])).toEqual([
      ['error', expect.stringContaining('第 2 版')],
    ]);
    const values = { ...second.values, companyName: '另一公司' } as Record<string, string>;
    await letters['letters.fill']({ letterId: second.id, values });
    const letterIds = [first.id, second.id];
    await expect(letters['letters.exportSet']({ letterIds, versionIds: [], seal: SEAL })).rejects.toMatchObject({
      code: 'set-differs',
    });
    expect(desk.saved).toEqual([]);
  });

  test('takes what was signed as it was signed', async () => {
    const letter = await commitment();
    const signed = await sign(letter.id, await identity('陈远'));
    const { versions } = desk.agreement('跨域专线服务协议');
    desk.saved.length = 0;
    const set = await letters['letters.exportSet']({ letterIds: [letter.id], versionIds: [versions[1]!], seal: SEAL });
    expect(set?.files).toHaveLength(2);
    expect(Buffer.from(lastSaved())).toEqual(Buffer.from(desk.store.attachments.bytes(signed!.sha256)!));
    expect((await open(letter.id)).outputs).toHaveLength(1);
  }, 20_000);
});
