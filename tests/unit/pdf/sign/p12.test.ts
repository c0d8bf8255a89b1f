import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLocalIdentity } from '../../../../src-main/pdf/sign/certificate.ts';
import { exportP12 } from '../../../../src-main/pdf/sign/p12-export.ts';
import { openP12 } from '../../../../src-main/pdf/sign/p12.ts';
import { AT, has, inFolder } from '../paper-tools.ts';

const PASSWORD = '密码Abc！1';
const identities = (['ec-p256', 'rsa-2048'] as const).map((kind) =>
  makeLocalIdentity({ name: '王小明', company: '杭州示例网络科技有限公司', at: AT, kind }),
);

const FILES = identities.map(({ key, certificate, root }) => exportP12(key, [certificate, root.certificate], PASSWORD));
const fileOf = (index: number): Uint8Array => FILES[index] ?? new Uint8Array();

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code';
  }
  return 'opened';
};

describe('a P12 file made here', () => {
  it.each(identities)(
    'opens again with its Chinese password, key, certificate and issuer',
    ({ key, certificate, root }) => {
      const file = exportP12(key, [certificate, root.certificate], PASSWORD);
      const signer = openP12(file, PASSWORD);
      expect(signer.certificate.subjectName).toBe('王小明');
      expect(signer.certificate.organisation).toBe('杭州示例网络科技有限公司');
      expect(signer.certificate.selfIssued).toBe(true);
      expect(signer.chain.map(({ authority }) => authority)).toEqual([true]);
    },
  );

  it.each(['', 'wrong', '密码Abc!1'])('refuses the password “%s” as wrong, not as a damaged file', (password) => {
    expect(code(() => openP12(fileOf(0), password))).toBe('wrong-password');
  });

  it('is refused without its key’s certificate, and when it is no P12 at all', () => {
    const [ec, rsa] = identities as [(typeof identities)[0] & object, (typeof identities)[0] & object];
    expect(code(() => openP12(exportP12(ec.key, [rsa.certificate], PASSWORD), PASSWORD))).toBe('p12-key-mismatch');
    expect(code(() => openP12(new TextEncoder().encode('-----BEGIN CERTIFICATE-----'), PASSWORD))).toBe(
      'p12-unreadable',
    );
    expect(code(() => openP12(new Uint8Array(), PASSWORD))).toBe('p12-unreadable');
    expect(code(() => openP12(ec.certificate.raw, PASSWORD))).toBe('p12-unreadable');
  });

  /** A key is derived anew for each of them, for most of a second: every third of them by the day. */
  const APART = process.env['ASSENT_FUZZ'] === undefined ? 69 : 23;

  it('never lets damaged content through, wherever one byte changed', () => {
    const file = fileOf(0);
    for (let at = 70; at < 400; at += APART) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      expect(code(() => openP12(damaged, PASSWORD))).toMatch(
        /^(wrong-password|p12-unreadable|p12-algorithm-unsupported)$/,
      );
    }
  }, 120_000);
});

/** What openssl exports with these options, of this identity. */
function opensslExport(identity: (typeof identities)[number], options: readonly string[]): Uint8Array {
  return inFolder((folder) => {
    const pem = join(folder, 'all.pem');
    const certificate = `-----BEGIN CERTIFICATE-----\n${Buffer.from(identity.certificate.raw).toString('base64')}\n-----END CERTIFICATE-----\n`;
    writeFileSync(pem, `${identity.key.export({ format: 'pem', type: 'pkcs8' }).toString()}${certificate}`);
    const file = join(folder, 'out.p12');
    execFileSync('openssl', [
      'pkcs12',
      '-export',
      '-in',
      pem,
      '-passout',
      `pass:${PASSWORD}`,
      '-out',
      file,
      ...options,
    ]);
    return readFileSync(file);
  });
}

describe.skipIf(!has('openssl'))('P12 files of other programs (needs openssl)', () => {
  it.each([
    ['AES-256, SHA-256', []],
    ['legacy: RC2-40 and triple DES', ['-legacy']],
    ['triple DES, SHA-1', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['RC2-128', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-RC2-128']],
    ['AES-128, no integrity code', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC', '-nomac']],
    ['unencrypted certificates', ['-certpbe', 'NONE']],
  ] as const)('open: %s', (_, options) => {
    for (const identity of identities) {
      expect(openP12(opensslExport(identity, options), PASSWORD).certificate.subjectName).toBe('王小明');
      expect(code(() => openP12(opensslExport(identity, options), 'x'))).toBe('wrong-password');
    }
  });

  it('without a key are refused as such', () => {
    const [identity] = identities;
    if (!identity) throw new Error('no identity');
    expect(code(() => openP12(opensslExport(identity, ['-nokeys']), PASSWORD))).toBe('p12-no-key');
  });

  it('with an SM2 key are named and refused', () => {
    const file = inFolder((folder) => {
      const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
      run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', 'k.pem');
      run('req', '-x509', '-key', 'k.pem', '-sm3', '-days', '30', '-subj', '/CN=SM2', '-out', 'c.pem');
      run('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-passout', `pass:${PASSWORD}`, '-out', 'o.p12');
      return readFileSync(join(folder, 'o.p12'));
    });
    expect(code(() => openP12(file, PASSWORD))).toBe('sm2-unsupported');
  });

  it.each([
    ['whoever holds it', true],
    ['an authority', false],
  ])('issued by %s: self-issued is what its own holder made, here or elsewhere', (_by, selfIssued) => {
    const file = inFolder((folder) => {
      const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
      run(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        '/CN=Issuer',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
      );
      run('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=Holder', '-keyout', 'h.key', '-out', 'h.csr');
      run('x509', '-req', '-in', 'h.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', 'h.pem');
      const [key, certificate] = selfIssued ? ['ca.key', 'ca.pem'] : ['h.key', 'h.pem'];
      run('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', 'x.p12', '-passout', `pass:${PASSWORD}`);
      return readFileSync(join(folder, 'x.p12'));
    });
    const { certificate } = openP12(file, PASSWORD);
    expect([certificate.issuerName, certificate.selfIssued]).toEqual(['Issuer', selfIssued]);
  });

  it('made here are read by openssl with the same Chinese password', () => {
    for (const bytes of FILES) {
      const out = inFolder((folder) => {
        const file = join(folder, 'a.p12');
        writeFileSync(file, bytes);
        return execFileSync('openssl', ['pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, '-nodes'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      });
      expect(out).toContain('PRIVATE KEY');
      expect(out.match(/BEGIN CERTIFICATE/g)?.length).toBe(2);
    }
  });
});

it('does not match a certificate to a foreign key of the same kind', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const [identity] = identities;
  if (!identity) throw new Error('no identity');
  expect(code(() => openP12(exportP12(privateKey, [identity.certificate], PASSWORD), PASSWORD))).toBe(
    'p12-key-mismatch',
  );
});
