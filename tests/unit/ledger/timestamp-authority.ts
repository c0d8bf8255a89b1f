import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A timestamp authority of our own, run by `openssl ts` in a folder of its own. */
export interface Authority {
  /** DER of the root certificate. */
  readonly root: Uint8Array;
  /** Answers a `.tsq` with a `.tsr`. */
  readonly answer: (request: Uint8Array, options?: readonly string[]) => Uint8Array;
  /** Runs openssl in the authority's folder. */
  readonly openssl: (...args: string[]) => Buffer;
  readonly folder: string;
  readonly close: () => void;
}

const CONFIGURATION = `
[tsa_config]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

const EXTENSIONS = `
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[tsa]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[mail]
basicConstraints = CA:FALSE
extendedKeyUsage = critical, emailProtection
`;

/** Starts an authority with keys of the given kind. */
export function openAuthority(kind: 'rsa' | 'ec'): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'assent-tsa-'));
  const openssl = (...args: string[]): Buffer =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  writeFileSync(join(folder, 'ts.cnf'), CONFIGURATION);
  writeFileSync(join(folder, 'ext.cnf'), EXTENSIONS);
  writeFileSync(join(folder, 'serial'), '01');
  const newKey = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    ...newKey,
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Root',
    '-config',
    writeEmpty(folder),
    '-extensions',
    'root',
  );
  for (const name of ['tsa', 'mail']) {
    openssl(
      'req',
      '-new',
      '-newkey',
      ...newKey,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-utf8',
      '-subj',
      `/CN=示例时间戳 ${name}/O=Example`,
      '-config',
      'empty.cnf',
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-CAcreateserial',
      '-out',
      `${name}.pem`,
      '-days',
      '20',
      '-extfile',
      'ext.cnf',
      '-extensions',
      name,
    );
  }
  openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
  return {
    folder,
    openssl,
    root: readFileSync(join(folder, 'root.der')),
    answer: (request, options = []) => {
      writeFileSync(join(folder, 'request.tsq'), request);
      openssl(
        'ts',
        '-reply',
        '-config',
        'ts.cnf',
        '-section',
        'tsa_config',
        '-queryfile',
        'request.tsq',
        '-signer',
        'tsa.pem',
        '-inkey',
        'tsa.key',
        '-out',
        'answer.tsr',
        ...options,
      );
      return readFileSync(join(folder, 'answer.tsr'));
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** `openssl req` wants a configuration even when everything is on its command line. */
function writeEmpty(folder: string): string {
  writeFileSync(
    join(folder, 'empty.cnf'),
    `[req]\ndistinguished_name = name\nstring_mask = utf8only\n[name]\n${EXTENSIONS}`,
  );
  return 'empty.cnf';
}
