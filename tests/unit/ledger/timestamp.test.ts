import { type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
import { randomBytes, webcrypto } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { buildBundle } from '../../../src-main/ledger/bundle.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import { toHex } from '../../../src-main/ledger/hex.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { readTimestamp } from '../../../src-main/ledger/timestamp-token.ts';
import { verifyTimestamp } from '../../../src-main/ledger/timestamp.ts';
import { timestampNonce, timestampRequest } from '../../../src-main/ledger/timestamp-request.ts';
import { verifyBundle } from '../../../src-main/ledger/verify-bundle.ts';
import { sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';
import { openAuthority } from './timestamp-authority.ts';

const crypto = webcrypto as Crypto;
const [rsa, ec] = [openAuthority('rsa'), openAuthority('ec')];
afterAll(() => {
  rsa.close();
  ec.close();
});

const key = newKey();
const contents = sampleContents(key);
const head = contents.entries.at(-1);
const hash = head?.hash ?? '';
const random = randomBytes(8);
const nonce = toHex(timestampNonce(random));
const request = timestampRequest(hash, random);
const answer = rsa.answer(request);
const trust = { roots: [rsa.root], crypto };

describe('a request', () => {
  test('says to openssl what it should', () => {
    writeFileSync(join(rsa.folder, 'own.tsq'), request);
    const said = rsa.openssl('ts', '-query', '-in', 'own.tsq', '-text').toString();
    expect(said).toMatch(/Version: 1\nHash Algorithm: sha256\n/);
    expect(said.replaceAll(/[^0-9a-f]/g, '')).toContain(hash.slice(0, 32));
    expect(said).toContain(`Nonce: 0x${nonce.toUpperCase()}`);
    expect(said).toContain('Certificate required: yes');
  });

  test('keeps its nonce the length that it was, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 20 }), (bytes) => {
        const first = timestampNonce(bytes)[0] ?? 0;
        expect(first).toBeGreaterThanOrEqual(0x40);
        expect(first).toBeLessThan(0x80);
      }),
    );
    expect(() => timestampNonce(new Uint8Array(4))).toThrow(TypeError);
  });
});

describe('an answer of a real authority', () => {
  test.each([
    ['RSA', rsa],
    ['elliptic curves', ec],
  ])('verifies: %s', async (_name, authority) => {
    const verdict = await verifyTimestamp(
      authority.answer(request),
      { hash, nonce },
      { roots: [authority.root], crypto },
    );
    expect(verdict).toMatchObject({ ok: true, trusted: true, authority: '示例时间戳 tsa · Example' });
    expect(Math.abs(Date.parse(verdict.at ?? '') - Date.now())).toBeLessThan(120_000);
  });

  test('is accepted by openssl for our request, too', () => {
    writeFileSync(join(rsa.folder, 'own.tsq'), request);
    writeFileSync(join(rsa.folder, 'own.tsr'), answer);
    const said = rsa.openssl('ts', '-verify', '-in', 'own.tsr', '-queryfile', 'own.tsq', '-CAfile', 'root.pem');
    expect(said.toString()).toContain('OK');
  });

  test('is sound but untrusted without its root, or with another', async () => {
    for (const roots of [[], [ec.root]]) {
      expect(await verifyTimestamp(answer, { hash, nonce }, { roots, crypto })).toMatchObject({
        ok: true,
        trusted: false,
      });
    }
  });

  // What the parser says of it is not compared: those words are not ours.
  const unreadable = { key: 'ledger.timestamp.answer-unreadable' } as const;
  test.each<[string, () => Uint8Array, { hash: string; nonce?: string }, Partial<Sentence>]>([
    ['for another entry', () => answer, { hash: 'a'.repeat(64) }, sentence('ledger.timestamp.stamps-something-else')],
    ['to another request', () => answer, { hash, nonce: '41'.repeat(8) }, sentence('ledger.timestamp.nonce-differs')],
    [
      'with another time written over it',
      anotherYear,
      { hash, nonce },
      sentence('ledger.timestamp.content-not-what-was-signed'),
    ],
    [
      'with another signature',
      () => answer.with(answer.length - 9, (answer.at(-9) ?? 0) ^ 1),
      { hash },
      sentence('ledger.timestamp.signature-invalid'),
    ],
    [
      'without the certificate',
      () => rsa.answer(withoutCertificate()),
      { hash },
      sentence('ledger.timestamp.certificate-missing'),
    ],
    ['cut off', () => answer.subarray(0, -1), { hash }, unreadable],
    ['with bytes after it', () => Uint8Array.from([...answer, 0]), { hash }, unreadable],
    ['that is none', () => new Uint8Array([0x30, 0x00]), { hash }, unreadable],
    ['that refuses', refusal, { hash }, { key: 'ledger.timestamp.authority-refused', params: { status: 2 } }],
    [
      'signed with a certificate for mail',
      () => resigned('mail'),
      { hash },
      sentence('ledger.timestamp.certificate-not-for-stamping-alone'),
    ],
  ])('is refused: %s', async (_name, make, expected, why) => {
    const verdict = await verifyTimestamp(make(), expected, trust);
    expect(verdict).toMatchObject({
      ok: false,
      trusted: false,
      why: { key: 'ledger.timestamp.does-not-hold', params: { why } },
    });
  });

  test('holds when the same authority signs by other means (RFC 5652, CAdES)', async () => {
    expect(await verifyTimestamp(resigned('tsa'), { hash }, trust)).toMatchObject({ ok: true, trusted: true });
  });

  test('never says another time or authority with a byte flipped, and never throws', async () => {
    const { at, authority } = await verifyTimestamp(answer, { hash, nonce }, trust);
    const verdicts = new Map<boolean, number>();
    for (let place = 0; place < answer.length; place += 13) {
      const flipped = Uint8Array.from(answer);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      const verdict = await verifyTimestamp(flipped, { hash, nonce }, trust);
      verdicts.set(verdict.ok, (verdicts.get(verdict.ok) ?? 0) + 1);
      if (verdict.ok) expect([place, verdict.at, verdict.authority]).toEqual([place, at, authority]);
    }
    // A few bytes are signed by nobody (the outer list of digest algorithms); what is signed is most of it.
    expect((verdicts.get(false) ?? 0) / (answer.length / 13)).toBeGreaterThan(0.9);
  });
});

describe('a stamped bundle', () => {
  const stamped = (bytes: Uint8Array) =>
    buildBundle(
      { ...contents, timestamps: [{ sequence: head?.sequence ?? 0, bytes }] },
      { digest: sha256, signer: key },
    );
  const verify = (bytes: Uint8Array, roots: readonly Uint8Array[]) =>
    verifyBundle(bytes, {
      digest: sha256,
      verifySignature: signatureVerifier,
      verifyTimestamp: (response, entryHash) => verifyTimestamp(response, { hash: entryHash }, { roots, crypto }),
    });

  test('says who attests when', async () => {
    const { ok, checks } = await verify(stamped(answer), [rsa.root]);
    const { at } = await verifyTimestamp(answer, { hash }, trust);
    expect(ok).toBe(true);
    expect(checks.at(-1)?.why).toMatchObject({
      key: 'ledger.bundle-papers.stamp-of-entry',
      params: {
        sequence: '7',
        why: { key: 'ledger.timestamp.attested', params: { authority: '示例时间戳 tsa · Example', at } },
      },
    });
  });

  test('says that the authority is not trusted, or that the stamp is of something else', async () => {
    expect((await verify(stamped(answer), [])).checks.at(-1)).toMatchObject({ ok: true, remark: true });
    const foreign = ec.answer(timestampRequest('b'.repeat(64), random));
    expect((await verify(stamped(foreign), [ec.root])).ok).toBe(false);
  });
});

/** A request that does not ask for the certificate. */
function withoutCertificate(): Uint8Array {
  rsa.openssl('ts', '-query', '-digest', hash, '-sha256', '-no_nonce', '-out', 'bare.tsq');
  return readFileSync(join(rsa.folder, 'bare.tsq'));
}

/** What openssl answers to a request with a hash that its configuration does not accept. */
function refusal(): Uint8Array {
  rsa.openssl('ts', '-query', '-digest', 'a'.repeat(40), '-sha1', '-out', 'sha1.tsq');
  return rsa.answer(readFileSync(join(rsa.folder, 'sha1.tsq')));
}

/** The same stamp signed anew with `openssl cms` by the certificate of that name, wrapped as a granted answer. */
function resigned(name: string): Uint8Array {
  const read = readTimestamp(answer);
  if (!read.granted) throw new Error('the answer was not granted');
  writeFileSync(join(rsa.folder, 'info.der'), read.content);
  rsa.openssl(
    'cms',
    '-sign',
    '-in',
    'info.der',
    '-binary',
    '-nodetach',
    '-cades',
    '-md',
    'sha256',
    '-econtent_type',
    '1.2.840.113549.1.9.16.1.4',
    '-signer',
    `${name}.pem`,
    '-inkey',
    `${name}.key`,
    '-outform',
    'DER',
    '-nosmimecap',
    '-out',
    'token.der',
  );
  const token = asn1js.fromBER(Uint8Array.from(readFileSync(join(rsa.folder, 'token.der'))).buffer).result;
  const status = new asn1js.Sequence({ value: [new asn1js.Integer({ value: 0 })] });
  return new Uint8Array(new asn1js.Sequence({ value: [status, token] }).toBER());
}

/** The answer with the year of its time changed: the last GeneralizedTime before the certificates is genTime. */
function anotherYear(): Uint8Array {
  const year = String(new Date().getUTCFullYear());
  const at = Buffer.from(answer).indexOf(`\x18\x0f${year}`, 0, 'latin1') + 2;
  expect(at).toBeGreaterThan(2);
  return Buffer.from(answer).fill('2001', at, at + 4, 'latin1');
}
