import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../../../src-main/pdf/finish/finish.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { type LocalIdentity, makeLocalIdentity } from '../../../../src-main/pdf/sign/certificate.ts';
import { signatureFields } from '../../../../src-main/pdf/sign/signature-fields.ts';
import { captionLines, signPdf } from '../../../../src-main/pdf/sign/signature.ts';
import { embedTimestamp, timestampQueryFor } from '../../../../src-main/pdf/sign/timestamp.ts';
import { verifySignatures } from '../../../../src-main/pdf/sign/verify.ts';
import { AT, FINGERPRINT, FONTS, has, inFolder, judge, paperOf } from '../paper-tools.ts';

const letter = paperOf([
  { kind: 'title', text: '承诺书' },
  { kind: 'paragraph', runs: [{ text: '本公司将按照约定的用途使用线路。' }] },
  { kind: 'signature', zone: 'seal', label: '承诺单位（盖章）', name: '示例有限公司', date: '2026年3月1日' },
]);

const later = new Date(AT.getTime() + 60_000);
let first: LocalIdentity;
let second: LocalIdentity;
let once: Uint8Array;
let twice: Uint8Array;
let unsigned: Uint8Array;

beforeAll(async () => {
  const made = await finish(await setPlain(letter, FONTS), letter, {
    fingerprint: FINGERPRINT,
    at: AT,
    author: '示例',
    fonts: FONTS,
  });
  unsigned = made.bytes;
  const box = made.zones[0]?.box ?? { left: 100, bottom: 100, width: 50, height: 50 };
  first = makeLocalIdentity({ name: '王小明', company: '杭州示例网络科技有限公司', at: AT });
  second = makeLocalIdentity({ name: '李经理', company: '示例通信有限公司', at: AT, kind: 'rsa-2048' });
  once = await signPdf(unsigned, first.signer, {
    at: AT,
    reason: '签署承诺书',
    visible: { page: 1, box, fonts: FONTS },
  });
  twice = await signPdf(once, second.signer, { at: later, reason: '确认收到' });
});

/** One bit changed at a place that the first signature covers and that every reader still parses: inside a content stream. */
function flipped(pdf: Uint8Array): Uint8Array {
  const changed = pdf.slice();
  const stream = Buffer.from(pdf).indexOf('stream', undefined, 'latin1') + 40;
  changed[stream] = (changed[stream] ?? 0) ^ 1;
  return changed;
}

describe('signing', () => {
  it('tells the clock in Beijing with its name, so that the day is the one on the paper; the field keeps the instant', async () => {
    const at = new Date('2026-11-30T20:51:09Z');
    const { signer } = makeLocalIdentity({ name: '王小明', company: '杭州示例网络科技有限公司', at: AT });
    const said = (language: 'zh' | 'en'): string =>
      captionLines(signer.certificate, { at, reason: '签署', language }).join('\n');
    expect(said('zh')).toContain('北京时间 2026-12-01 04:51');
    expect(said('en')).toContain('2026-12-01 04:51 Beijing time');
    expect(`${said('zh')}${said('en')}`).not.toContain('UTC');
    const signed = await signPdf(unsigned, signer, { at, reason: '签署' });
    expect(Buffer.from(signed).toString('latin1')).toContain("D:20261130205109+00'00'");
  });

  it('leaves every earlier byte as it was', () => {
    expect(Buffer.from(once.subarray(0, unsigned.length)).equals(Buffer.from(unsigned))).toBe(true);
    expect(Buffer.from(twice.subarray(0, once.length)).equals(Buffer.from(once))).toBe(true);
  });

  it('is found good by the own check, with and without roots', async () => {
    const roots = [first.root.certificate.raw, second.root.certificate.raw];
    const reports = await verifySignatures(twice, roots);
    expect(reports.map(({ signer, intact, trust, selfIssued }) => [signer, intact, trust, selfIssued])).toEqual([
      ['王小明', true, 'trusted', true],
      ['李经理', true, 'trusted', true],
    ]);
    expect(reports.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true]);
    expect((await verifySignatures(twice)).map(({ trust }) => trust)).toEqual(['unknown-issuer', 'unknown-issuer']);
    expect(await verifySignatures(unsigned)).toEqual([]);
  });

  it('is found broken after one flipped bit, appended bytes, or a page drawn over between two signers', async () => {
    expect((await verifySignatures(flipped(twice))).map(({ intact }) => intact)).toEqual([false, false]);
    const appended = Buffer.concat([twice, Buffer.from('\n% more\n')]);
    expect((await verifySignatures(appended)).map(({ faults }) => faults[0]?.code)).toEqual([
      'appended-unsigned',
      'appended-unsigned',
    ]);
    const { PDFDocument } = await import('pdf-lib');
    const document = await PDFDocument.load(once, { forIncrementalUpdate: true, updateMetadata: false });
    document.getPage(0).drawText('overwritten');
    const tampered = await signPdf(await document.commit({ useObjectStreams: false }), second.signer, {
      at: later,
      reason: 'x',
    });
    const reports = await verifySignatures(tampered);
    expect(reports.map(({ faults }) => faults.map(({ code }) => code))).toEqual([['changed-after-signing'], []]);
  });

  it('has the form of PAdES B-B: no signing-time, certificate bound, certification that allows further signatures', async () => {
    const [field] = await signatureFields(once);
    const cms = Buffer.from(field?.cms ?? []).toString('hex');
    expect(field?.format).toBe('ETSI.CAdES.detached');
    expect(cms).not.toContain('06092a864886f70d010905');
    expect(cms).toContain('060b2a864886f70d010910022f');
    expect(Buffer.from(once).toString('latin1')).toMatch(/\/TransformMethod \/DocMDP[\s\S]*\/P 2/);
    expect(field?.reason).toBe('签署承诺书');
    expect(field?.claimedAt).toEqual(AT);
  });

  it('refuses a certificate out of its time, in words', async () => {
    const early = new Date('2026-11-22T00:00:00Z');
    const late = new Date('2031-01-01T00:00:00Z');
    await expect(signPdf(unsigned, first.signer, { at: early, reason: 'x' })).rejects.toMatchObject({
      code: 'certificate-not-yet-valid',
    });
    await expect(signPdf(unsigned, first.signer, { at: late, reason: 'x' })).rejects.toMatchObject({
      code: 'certificate-expired',
    });
    const root = { ...first.signer, certificate: first.root.certificate };
    await expect(signPdf(unsigned, root, { at: AT, reason: 'x' })).rejects.toMatchObject({
      code: 'certificate-not-for-signing',
    });
    await expect(
      signPdf(unsigned, { ...first.signer, algorithm: 'sm2-sm3' }, { at: AT, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'sm2-unsupported' });
  });
});

describe('independent tools on two signers', () => {
  it.skipIf(!has('pdfsig'))('pdfsig finds both valid, and neither after one flipped bit (needs pdfsig)', () => {
    const good = judge('pdfsig', ['PDF'], twice).out;
    expect(good.match(/Signature is Valid/g)?.length).toBe(2);
    expect(good).toContain('王小明');
    expect(good).toContain('ETSI.CAdES.detached');
    expect(judge('pdfsig', ['PDF'], flipped(twice)).out).not.toContain('Signature is Valid');
  });

  it.skipIf(!has('pdfsig') || !has('certutil'))(
    'NSS trusts both where it trusts the roots (needs pdfsig, certutil)',
    () => {
      inFolder((folder) => {
        const store = `sql:${folder}`;
        execFileSync('certutil', ['-N', '-d', store, '--empty-password']);
        for (const [index, { root }] of [first, second].entries()) {
          const file = join(folder, `${index}.der`);
          writeFileSync(file, root.certificate.raw);
          execFileSync('certutil', ['-A', '-d', store, '-n', `root ${index}`, '-t', 'C,C,C', '-i', file]);
        }
        expect(judge('pdfsig', ['-nssdir', store, 'PDF'], twice).out.match(/Certificate is Trusted/g)?.length).toBe(2);
      });
    },
  );

  it.skipIf(!has('mutool'))('mutool finds both valid, and the flipped bit (needs mutool)', () => {
    const good = judge('mutool', ['sign', '-v', 'PDF'], twice).out;
    expect(good).toContain('The signature is valid but there have been edits since signing');
    expect(good).toContain('The document is unchanged since signing');
    expect(judge('mutool', ['sign', '-v', 'PDF'], flipped(twice)).out).not.toContain('unchanged since signing');
  });

  it.skipIf(!has('qpdf'))('qpdf finds the structure sound (needs qpdf)', () => {
    expect(judge('qpdf', ['--check', 'PDF'], twice)).toMatchObject({ status: 0 });
  });

  it.skipIf(!has('openssl'))(
    'openssl verifies both CMS structures over their byte ranges, and refuses the flipped bit (needs openssl)',
    async () => {
      const statuses = async (pdf: Uint8Array) => {
        const fields = await signatureFields(pdf);
        return fields.map(({ cms, range: [, length, start, rest] }, index) =>
          inFolder((folder) => {
            const [signature, content, root] = ['s.der', 'c.bin', 'r.pem'].map((name) => join(folder, name)) as [
              string,
              string,
              string,
            ];
            writeFileSync(signature, cms);
            writeFileSync(content, Buffer.concat([pdf.subarray(0, length), pdf.subarray(start, start + rest)]));
            const der = [first, second][index]?.root.certificate.raw ?? new Uint8Array();
            writeFileSync(
              root,
              `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`,
            );
            const at = `${Math.floor(AT.getTime() / 1000) + 3600}`;
            return spawnSync('openssl', [
              'cms',
              '-verify',
              '-binary',
              '-inform',
              'DER',
              '-in',
              signature,
              '-content',
              content,
              '-CAfile',
              root,
              '-purpose',
              'any',
              '-attime',
              at,
              '-out',
              join(folder, 'o'),
            ]).status;
          }),
        );
      };
      expect(await statuses(twice)).toEqual([0, 0]);
      expect((await statuses(flipped(twice))).every((status) => status !== 0)).toBe(true);
    },
  );
});

/** A timestamp authority of the test, by openssl. */
function answerTo(query: Uint8Array): { readonly answer: Uint8Array; readonly root: Uint8Array } {
  return inFolder((folder) => {
    const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
    writeFileSync(join(folder, 'q.tsq'), query);
    writeFileSync(join(folder, 'ext'), 'extendedKeyUsage=critical,timeStamping\nkeyUsage=digitalSignature\n');
    writeFileSync(
      join(folder, 'tsa.cnf'),
      '[a]\nserial=serial\nsigner_cert=t.pem\ncerts=ca.pem\nsigner_key=t.key\nsigner_digest=sha256\ndefault_policy=1.2.3\ndigests=sha256\nordering=no\ness_cert_id_chain=no\n',
    );
    writeFileSync(join(folder, 'serial'), '01');
    run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '3000',
      '-subj',
      '/CN=Timestamp root',
    );
    run(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      't.key',
      '-out',
      't.csr',
      '-utf8',
      '-subj',
      '/CN=示例时间戳',
    );
    run(
      'x509',
      '-req',
      '-in',
      't.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-days',
      '2000',
      '-extfile',
      'ext',
      '-out',
      't.pem',
    );
    run('ts', '-reply', '-config', 'tsa.cnf', '-section', 'a', '-queryfile', 'q.tsq', '-out', 'r.tsr');
    run('x509', '-in', 'ca.pem', '-outform', 'der', '-out', 'ca.der');
    return { answer: readFileSync(join(folder, 'r.tsr')), root: readFileSync(join(folder, 'ca.der')) };
  });
}

describe.skipIf(!has('openssl'))('timestamp brought later (needs openssl)', () => {
  it('is embedded without breaking anything, and trusted by its root', async () => {
    const { answer, root } = answerTo(
      await timestampQueryFor(twice, createHash('sha256').update('nonce').digest().subarray(0, 8)),
    );
    const stamped = await embedTimestamp(twice, answer);
    const [, report] = await verifySignatures(stamped, [root]);
    expect(report).toMatchObject({
      intact: true,
      timestamp: { authority: '示例时间戳', intact: true, trust: 'trusted' },
    });
    if (has('pdfsig')) expect(judge('pdfsig', ['PDF'], stamped).out.match(/Signature is Valid/g)?.length).toBe(2);
    await expect(embedTimestamp(once, answer)).rejects.toMatchObject({ code: 'timestamp-mismatch' });
    await expect(embedTimestamp(stamped, answer)).rejects.toMatchObject({ code: 'timestamp-present' });
    await expect(embedTimestamp(twice, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
      code: 'timestamp-unreadable',
    });
    await expect(timestampQueryFor(unsigned)).rejects.toMatchObject({ code: 'not-signed' });
  });
});
